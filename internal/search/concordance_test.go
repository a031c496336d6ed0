package search

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func lines(t *testing.T, x *Index, d *database, q study.LineQuery) (out []study.Line) {
	t.Helper()
	for {
		page, err := x.Concordance(t.Context(), d.project, q)
		if err != nil {
			t.Fatalf("%s: %v", q.Text, err)
		}
		out = append(out, page.Lines...)
		if q.Cursor = page.Next; q.Cursor == "" {
			expect(t, "total of "+q.Text, page.Total, len(out))
			return out
		}
	}
}

func inBrackets(list []study.Line) (out []string) {
	for _, l := range list {
		out = append(out, l.Before+"["+l.Words+"]"+l.After)
	}
	return out
}

func TestAConcordanceHasALineForEachPlaceOfTheWords(t *testing.T) {
	d := newDatabase(t)
	source := d.add(dropouts, "en", said{"Jo", "Café owners 😀 asked the bank, and the bank’s loan came."}, said{"Chair", "No bank loan."})
	code := d.newCode("Finance", "")
	d.code(source, 1, code, anna)
	x := d.open(t.TempDir())
	for query, want := range map[string][]string{
		"bank":                    {"Café owners 😀 asked the [bank], and the bank’s loan came.", "Café owners 😀 asked the bank, and the [bank’s] loan came.", "No [bank] loan."},
		`"bank loan"`:             {"Café owners 😀 asked the bank, and the [bank’s loan] came.", "No [bank loan]."},
		`loan OR "bank loan"`:     {"Café owners 😀 asked the bank, and the [bank’s loan] came.", "No [bank loan]."},
		"then/1(owner* asked)":    {"Café [owners] 😀 asked the bank, and the bank’s loan came.", "Café owners 😀 [asked] the bank, and the bank’s loan came."},
		"loan NOT caf*":           {"No bank [loan]."},
		"loan code:finance":       {"No bank [loan]."},
		"code:finance":            nil,
		"strand:mid-caps OR laon": nil,
	} {
		expect(t, query, inBrackets(lines(t, x, d, study.LineQuery{SearchQuery: study.SearchQuery{Text: query, Limit: 2}})), want)
	}
	first := lines(t, x, d, study.LineQuery{SearchQuery: study.SearchQuery{Text: "loan code:finance"}})[0]
	expect(t, "place", first.Range, study.Range{Start: 64, End: 68})
	expect(t, "codes", first.Codes, []study.ID{code})
	expect(t, "speaker", first.Speaker, "Chair")
}

func TestFurtherPagesOfAConcordanceAreOfTheSameLinesUntilSomethingChanges(t *testing.T) {
	d, x, source := oneInterview(t)
	q := study.LineQuery{SearchQuery: study.SearchQuery{Text: "growth", Limit: 1}}
	first, err := x.Concordance(t.Context(), d.project, q)
	must(err)
	expect(t, "concordances kept", len(x.sessions.list), 1)
	x.sessions.list[0].all.lines[1].Words = "kept"
	q.Cursor = first.Next
	second, err := x.Concordance(t.Context(), d.project, q)
	must(err)
	expect(t, "words of the second page", second.Lines[0].Words, "kept")
	code := d.newCode("Trust", "")
	d.code(source, second.Lines[0].Turn, code, anna)
	after, err := x.Concordance(t.Context(), d.project, q)
	must(err)
	expect(t, "codes after a coding", after.Lines[0].Codes, []study.ID{code})
	expect(t, "concordances kept of the query", len(x.sessions.list), 1)
	must(x.Rebuild(t.Context(), d.project))
	expect(t, "concordances kept of an index that is gone", len(x.sessions.list), 0)
}

func TestAPageOfAConcordanceBelongsToItsOrder(t *testing.T) {
	d, x, _ := oneInterview(t)
	q := study.LineQuery{SearchQuery: study.SearchQuery{Text: "growth", Limit: 2}, Order: "left1"}
	page, err := x.Concordance(t.Context(), d.project, q)
	must(err)
	for _, other := range []study.LineQuery{
		{SearchQuery: study.SearchQuery{Text: "growth", Cursor: page.Next}, Order: "right1"},
		{SearchQuery: study.SearchQuery{Text: "bank", Cursor: page.Next}, Order: "left1"},
		{SearchQuery: study.SearchQuery{Text: "growth", Cursor: "x"}, Order: "left1"},
		{SearchQuery: study.SearchQuery{Text: "growth"}, Order: "left4"},
	} {
		if _, err := x.Concordance(t.Context(), d.project, other); study.KindOf(err) != study.Invalid {
			t.Errorf("%+v: %v", other, err)
		}
	}
}

func TestAConcordanceIsCutWhereItHasTooManyLines(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en", said{"Jo", strings.Repeat("loom ", study.MostLines)}, said{"Jo", "One loom more."})
	x := d.open(t.TempDir())
	page, err := x.Concordance(t.Context(), d.project, study.LineQuery{SearchQuery: study.SearchQuery{Text: "loom"}})
	must(err)
	expect(t, "cut", page.Cut, true)
	expect(t, "lines", page.Total, study.MostLines)
	page, err = x.Concordance(t.Context(), d.project, study.LineQuery{SearchQuery: study.SearchQuery{Text: "one"}})
	must(err)
	expect(t, "cut", page.Cut, false)
}

// A place is a line as the reference reads it: words of a turn.
type lineRead struct {
	turn     heard
	from, to int
}

// read gives the lines of a part of a query in a turn: spans that share a word are one.
func read(t heard, spans [][2]int) (out []lineRead) {
	for i := 0; i < len(t.words); i++ {
		to := i
		for widened := true; widened; {
			widened = false
			for _, s := range spans {
				if s[0] >= i && (s[0] < to || s[0] == i) && s[1] > to {
					to, widened = s[1], true
				}
			}
		}
		if to > i {
			out = append(out, lineRead{t, i, to})
			i = to - 1
		}
	}
	return out
}

func (l lineRead) key(order string) []string {
	if order == "word" {
		return l.turn.words[l.from:l.to]
	}
	n, _ := strconv.Atoi(order[len(order)-1:])
	var out []string
	for k := n; k <= 3; k++ {
		at := l.from - k
		if strings.HasPrefix(order, "right") {
			at = l.to - 1 + k
		}
		if at >= 0 && at < len(l.turn.words) {
			out = append(out, l.turn.words[at])
		}
	}
	return out
}

func (l lineRead) String() string {
	words := slices.Clone(l.turn.words)
	words[l.from] = "[" + words[l.from]
	words[l.to-1] += "]"
	return strings.Join(words, " ")
}

func TestAConcordanceIsWhatReadingWordByWordGives(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := randomly{Rand: rand.New(rand.NewPCG(seed, 2))}
	seen := 0
	for range 6 {
		d, x, turns, sources := r.project(t)
		for range 150 {
			part, order := r.near(), r.pick(study.LineOrders...)
			if r.IntN(2) == 0 {
				part = r.span()
			}
			var want []lineRead
			inText := slices.Clone(turns)
			slices.SortStableFunc(inText, func(a, b heard) int {
				return cmp.Or(cmp.Compare(sources[a.source], sources[b.source]), cmp.Compare(a.turn, b.turn))
			})
			for _, turn := range inText {
				want = append(want, read(turn, part.spans(turn))...)
			}
			if order != "text" {
				slices.SortStableFunc(want, func(a, b lineRead) int { return slices.Compare(a.key(order), b.key(order)) })
			}
			var said []string
			for _, l := range want {
				said = append(said, l.String())
			}
			q := study.LineQuery{SearchQuery: study.SearchQuery{Text: part.query, Limit: 7}, Order: order}
			expect(t, part.query+" by "+order, inBrackets(lines(t, x, d, q)), said)
			if seen += len(want); t.Failed() {
				t.FailNow()
			}
		}
	}
	if seen == 0 {
		t.Error("no line was ever compared")
	}
}
