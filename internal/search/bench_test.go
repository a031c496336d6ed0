package search

import (
	"context"
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// babble makes words and sentences.
type babble struct {
	r     *rand.Rand
	words []string
}

// known are the words that the queries ask for, by how common they are.
var known = map[int]string{2: "to", 90: "growth", 200: "barriers", 300: "growing", 900: "barrier"}

func newBabble(seed uint64) *babble {
	s := &babble{r: rand.New(rand.NewPCG(seed, seed))}
	for rank := range 24_000 {
		w, ok := known[rank]
		if !ok {
			w = s.word()
		}
		s.words = append(s.words, w)
	}
	return s
}

func (s *babble) word() string {
	var w strings.Builder
	for range 1 + s.r.IntN(4) {
		w.WriteByte("bcdfghjklmnprstvwz"[s.r.IntN(18)])
		w.WriteByte("aeiou"[s.r.IntN(5)])
	}
	return w.String() + []string{"", "", "n", "s", "ing", "ed", "ness", "é"}[s.r.IntN(8)]
}

// sentence draws words with the frequency of their rank, as in language.
func (s *babble) sentence(n int) string {
	out := make([]string, n)
	for i := range out {
		rank := int(math.Exp(s.r.Float64()*math.Log(float64(len(s.words)+3)))) - 3
		out[i] = s.words[min(max(rank, 0), len(s.words)-1)]
	}
	if s.r.IntN(45) == 0 {
		return "barriers to growth " + strings.Join(out, " ")
	}
	return strings.Join(out, " ")
}

// bigDatabase makes interviews of made-up words with the frequencies of language:
// 160 turns of 58 words each, four strands, two speakers, 100 codings an interview.
func bigDatabase(b testing.TB, interviews int) *database {
	d := newDatabase(b)
	source := newBabble(1)
	var codes, strands []study.ID
	for range 60 {
		codes = append(codes, d.newCode(source.word(), ""))
	}
	for range 4 {
		strands = append(strands, study.NewID())
	}
	for i := range interviews {
		turns := make([]said, 160)
		for turn := range turns {
			turns[turn] = said{[]string{"Interviewer", "Respondent"}[turn%2], source.sentence(58)}
		}
		id := d.add(strands[i%4], "en", turns...)
		for range 100 {
			d.code(id, source.r.IntN(160), codes[source.r.IntN(60)], []study.ID{anna, ben}[source.r.IntN(2)])
		}
	}
	return d
}

func BenchmarkSearch(b *testing.B) {
	d := bigDatabase(b, 60)
	x := d.open(b.TempDir())
	if err := x.Follow(context.Background(), d.project); err != nil {
		b.Fatal(err)
	}
	var code study.ID
	for id := range d.codes {
		code = id
	}
	var strand study.ID
	for _, c := range d.content {
		strand = c.Source.StrandID
	}
	for name, q := range map[string]study.SearchQuery{
		"word":           {Text: "growth"},
		"phrase":         {Text: `"barriers to growth"`},
		"exact phrase":   {Text: `="barriers to growth"`},
		"and":            {Text: "barriers growth"},
		"not":            {Text: "growth NOT barriers"},
		"prefix":         {Text: "grow*"},
		"fuzzy":          {Text: "bariers~"},
		"narrowed":       {Text: "growth", Filter: study.Filter{Codes: []study.ID{code}, Strands: []study.ID{strand}}},
		"everything":     {},
		"a code's turns": {Filter: study.Filter{Codes: []study.ID{code}}},
	} {
		b.Run(name, func(b *testing.B) {
			total := 0
			for b.Loop() {
				total = find(b, x, d, q).Total
			}
			b.ReportMetric(float64(total), "hits")
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	d := bigDatabase(b, 60)
	x := d.open(b.TempDir())
	for b.Loop() {
		if err := x.Rebuild(context.Background(), d.project); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkACodingUntilItIsFound(b *testing.B) {
	d := bigDatabase(b, 60)
	x := d.open(b.TempDir())
	find(b, x, d, study.SearchQuery{})
	var source study.ID
	for source = range d.content {
		break
	}
	code := d.newCode("Trust", "")
	for i := 0; b.Loop(); i++ {
		d.code(source, i%160, code, anna)
		find(b, x, d, study.SearchQuery{Filter: study.Filter{Codes: []study.ID{code}}})
	}
}

func BenchmarkConcordance(b *testing.B) {
	d := bigDatabase(b, 60)
	x := d.open(b.TempDir())
	if err := x.Follow(context.Background(), d.project); err != nil {
		b.Fatal(err)
	}
	for _, order := range []string{"text", "right1"} {
		b.Run(order, func(b *testing.B) {
			total := 0
			for b.Loop() {
				lines, err := x.Concordance(context.Background(), d.project, study.LineQuery{SearchQuery: study.SearchQuery{Text: "growth"}, Order: order})
				if err != nil {
					b.Fatal(err)
				}
				total = lines.Total
			}
			b.ReportMetric(float64(total), "lines")
		})
	}
}

func BenchmarkReadingARecord(b *testing.B) {
	stored := record{Strand: study.NewID(), Language: "en", Speaker: "Respondent", Start: 12_000, Text: newBabble(1).sentence(58), Codings: []pair{{study.NewID(), anna}, {study.NewID(), ben}}}.stored()
	b.Run("as it is written", func(b *testing.B) {
		for b.Loop() {
			if _, quick := readWritten(stored); !quick {
				b.Fatal("it is of another form")
			}
		}
	})
	b.Run("as any JSON", func(b *testing.B) {
		for b.Loop() {
			var r record
			if err := json.Unmarshal([]byte(stored), &r); err != nil {
				b.Fatal(err)
			}
		}
	})
}
