package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// A reference is a part of a query that says of itself how it is written, and looks at a turn
// word by word.
type reference struct {
	query string
	holds func(t heard) bool
	spans func(t heard) [][2]int // first word and the one behind the last, where it is words in a row
	has   func(p pair) bool      // where it asks for a code or a coder
}

// heard is a turn as the reference sees it.
type heard struct {
	source   int
	turn     int
	strand   study.ID
	speaker  string
	language string
	words    []string
	codings  []pair
}

// Words of the random texts: some share a stem, some a beginning, some differ by a letter.
var fewWords = strings.Fields("bank banks banking lender loan loans skill skills skilled shortage firm firms farm form growth grow growing export exports expert barrier united untied")

var who = []string{"Jo Firth", "Mr. Naïve", "Chair", "jo firth"}

// randomly makes projects and queries.
type randomly struct {
	*rand.Rand
	codes []study.ID // the second lies under the first
}

func (r randomly) word() string { return fewWords[r.IntN(len(fewWords))] }

func (r randomly) pick(list ...string) string { return list[r.IntN(len(list))] }

func spansAre(query string, spans func(t heard) [][2]int) reference {
	return reference{query: query, holds: func(t heard) bool { return len(spans(t)) > 0 }, spans: spans}
}

// wordsThat stands for single words.
func wordsThat(query string, is func(t heard, word string) bool) reference {
	return spansAre(query, func(t heard) (out [][2]int) {
		for i, w := range t.words {
			if is(t, w) {
				out = append(out, [2]int{i, i + 1})
			}
		}
		return out
	})
}

func sameStem(t heard, a, b string) bool {
	field := wordsField + languageOf(t.language)
	return analyze(field, a)[0][0] == analyze(field, b)[0][0]
}

// span makes a part that stands for words in a row.
func (r randomly) span() reference {
	w := r.word()
	switch r.IntN(7) {
	case 0:
		return wordsThat("="+w, func(_ heard, other string) bool { return other == w })
	case 1:
		start := w[:3]
		return wordsThat(start+"*", func(_ heard, other string) bool { return strings.HasPrefix(other, start) })
	case 2:
		if len(w) > 4 {
			return wordsThat(w[:2]+"?"+w[3:4]+"*", func(_ heard, other string) bool {
				return len(other) > 3 && other[:2] == w[:2] && other[3] == w[3]
			})
		}
	case 3:
		return wordsThat(w+"~", func(t heard, other string) bool {
			field := wordsField + languageOf(t.language)
			return differ(w, other) <= 1 || differ(analyze(field, w)[0][0], analyze(field, other)[0][0]) <= 1
		})
	case 4:
		second := r.word()
		return spansAre(`"`+w+" "+second+`"`, func(t heard) (out [][2]int) {
			for i := range len(t.words) - 1 {
				if sameStem(t, t.words[i], w) && sameStem(t, t.words[i+1], second) {
					out = append(out, [2]int{i, i + 2})
				}
			}
			return out
		})
	}
	return wordsThat(w, func(t heard, other string) bool { return sameStem(t, other, w) })
}

// differ counts the letters by which two words differ, added, left out or changed.
func differ(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return differ(a[1:], b[1:])
	}
	least := 1 + min(differ(a[1:], b), differ(a, b[1:]), differ(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		return min(least, 1+differ(a[2:], b[2:]))
	}
	return least
}

// near makes a part of some that stand near each other, and tries every choice of places.
func (r randomly) near() reference {
	apart, ordered, name := 1+r.IntN(4), r.IntN(2) == 0, "near"
	if ordered {
		name = "then"
	}
	var parts []reference
	var queries []string
	for range 2 + r.IntN(2) {
		part := r.span()
		if r.IntN(4) == 0 {
			a, b := part, r.span()
			part = spansAre("("+a.query+" OR "+b.query+")", func(t heard) [][2]int { return append(a.spans(t), b.spans(t)...) })
		}
		parts, queries = append(parts, part), append(queries, part.query)
	}
	return spansAre(fmt.Sprintf("%s/%d(%s)", name, apart, strings.Join(queries, " ")), func(t heard) [][2]int {
		return together(t, parts, nil, apart, ordered)
	})
}

// together gives the spans of each choice, one of each part, whose members follow each other.
func together(t heard, parts []reference, chosen [][2]int, apart int, ordered bool) (out [][2]int) {
	if len(parts) > 0 {
		for _, s := range parts[0].spans(t) {
			out = append(out, together(t, parts[1:], append(slices.Clone(chosen), s), apart, ordered)...)
		}
		return out
	}
	if !ordered {
		slices.SortFunc(chosen, func(a, b [2]int) int { return a[0] - b[0] })
	}
	for i := 1; i < len(chosen); i++ {
		if gap := chosen[i][0] - chosen[i-1][1] + 1; gap < 1 || gap > apart {
			return nil
		}
	}
	return chosen
}

func holdsIf(query string, holds func(t heard) bool) reference {
	return reference{query: query, holds: holds}
}

// field makes a part about who said it, where, or how it is coded.
func (r randomly) field() reference {
	less := r.IntN(4) == 0
	sign := ""
	if less {
		sign = "-"
	}
	about := func(query string, holds func(t heard) bool) reference {
		return holdsIf(strings.Replace(query, ":", ":"+sign, 1), func(t heard) bool { return holds(t) != less })
	}
	coded := func(query string, has func(p pair) bool) reference {
		part := about(query, func(t heard) bool { return slices.ContainsFunc(t.codings, has) })
		if !less {
			part.has = has
		}
		return part
	}
	switch r.IntN(6) {
	case 0:
		return about(r.pick("speaker:jo", "Speaker:FIRTH", `speaker:"jo firth"`, "speaker:fir*"), func(t heard) bool { return strings.EqualFold(t.speaker, "jo firth") })
	case 1:
		return about("speaker:(chair, naïve)", func(t heard) bool { return t.speaker == "Chair" || t.speaker == "Mr. Naïve" })
	case 2:
		return about(r.pick("strand:mid-caps", "strand:mid", `strand:("Mid-caps")`), func(t heard) bool { return t.strand == midcaps })
	case 3:
		return coded(r.pick("code:barriers", `code:"Barriers"`), func(p pair) bool { return p.Code == r.codes[0] || p.Code == r.codes[1] })
	case 4:
		return coded(r.pick("code:finance", `code:"Barriers > Finance"`), func(p pair) bool { return p.Code == r.codes[1] })
	}
	return coded("coder:anna", func(p pair) bool { return p.Coder == anna })
}

// any makes a query so deep.
func (r randomly) any(deep int) reference {
	switch n := r.IntN(10); {
	case deep == 0 || n < 2:
		return r.span()
	case n < 4:
		return r.near()
	case n < 5:
		return r.field()
	case n == 5:
		part := r.any(deep - 1)
		return holdsIf("NOT ("+part.query+")", func(t heard) bool { return !part.holds(t) })
	case n == 6:
		return holdsIf("code:finance coder:anna", func(t heard) bool {
			return slices.Contains(t.codings, pair{r.codes[1], anna})
		})
	case n == 7:
		a, b := r.any(deep-1), r.any(deep-1)
		return holdsIf("("+a.query+") OR ("+b.query+")", func(t heard) bool { return a.holds(t) || b.holds(t) })
	}
	a, b := r.any(deep-1), r.any(deep-1)
	return holdsIf("("+a.query+") "+r.pick("", "AND ")+"("+b.query+")", func(t heard) bool { return a.holds(t) && b.holds(t) && ofOneCoding(t, a, b) })
}

// ofOneCoding says whether a code and a coder that are asked for side by side are of one coding.
func ofOneCoding(t heard, a, b reference) bool {
	if a.has == nil || b.has == nil || strings.HasPrefix(a.query, "coder") == strings.HasPrefix(b.query, "coder") {
		return true
	}
	return slices.ContainsFunc(t.codings, func(p pair) bool { return a.has(p) && b.has(p) })
}

// project fills a database, and gives its turns as the reference sees them. The index has seen other
// words before, so that its segments are several and have turns that are gone.
func (r *randomly) project(t *testing.T) (d *database, x *Index, turns []heard, sources []study.ID) {
	d = newDatabase(t)
	x = d.open(t.TempDir())
	barriers := d.newCode("Barriers", "")
	r.codes = []study.ID{barriers, d.newCode("Finance", barriers), d.newCode("Growth", "")}
	for s := range 3 {
		strand, language := []study.ID{dropouts, midcaps}[r.IntN(2)], r.pick("en", "de", "xx")
		sources = append(sources, d.add(strand, language, r.said(r.turns(heard{}))...))
		find(t, x, d, study.SearchQuery{})
		now := r.turns(heard{source: s, strand: strand, language: language})
		d.revise(sources[s], r.said(now)...)
		turns = append(turns, now...)
	}
	for i := range turns {
		for range r.IntN(3) {
			p := pair{r.codes[r.IntN(len(r.codes))], []study.ID{anna, ben}[r.IntN(2)]}
			turns[i].codings = append(turns[i].codings, p)
			d.code(sources[turns[i].source], turns[i].turn, p.Code, p.Coder)
		}
		if r.IntN(4) == 0 {
			find(t, x, d, study.SearchQuery{})
		}
	}
	return d, x, turns, sources
}

// turns are those of a source, which are as one of them is.
func (r *randomly) turns(like heard) (out []heard) {
	for turn := range 2 + r.IntN(8) {
		h := like
		h.turn, h.speaker = turn, r.pick(who...)
		for range 1 + r.IntN(9) {
			h.words = append(h.words, r.word())
		}
		out = append(out, h)
	}
	return out
}

func (r *randomly) said(turns []heard) (out []said) {
	for _, h := range turns {
		out = append(out, said{h.speaker, strings.Join(h.words, " ")})
	}
	return out
}

func TestSearchFindsWhatReadingWordByWordFinds(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := randomly{Rand: rand.New(rand.NewPCG(seed, 1))}
	for range 12 {
		d, x, turns, sources := r.project(t)
		for range 250 {
			compare(t, x, d, r.any(3), turns, sources)
		}
	}
}

// compare holds all hits against the reference, and for words their marks.
func compare(t *testing.T, x *Index, d *database, want reference, turns []heard, sources []study.ID) {
	t.Helper()
	got := map[string]study.Hit{}
	result, err := x.Search(t.Context(), d.project, study.SearchQuery{Text: want.query, Limit: maxLimit})
	if err != nil && !strings.Contains(err.Error(), "there is no") { // a name that no turn has
		t.Fatalf("%s: %v", want.query, err)
	}
	for _, hit := range result.Hits {
		got[turnID(hit.Source, hit.Turn)] = hit
	}
	for _, turn := range turns {
		hit, found := got[turnID(sources[turn.source], turn.turn)]
		if err == nil && found != want.holds(turn) {
			t.Fatalf("%s: found is %v in %+v", want.query, found, turn)
		}
		if found && want.spans != nil {
			expect(t, "marks of "+want.query+" in "+strings.Join(turn.words, " "), marked(hit), inWords(turn, want.spans(turn)))
		}
	}
}

func marked(hit study.Hit) (out []string) {
	for _, m := range hit.Marks {
		out = append(out, hit.Text[m[0]-hit.Start:m[1]-hit.Start])
	}
	return out
}

// inWords gives the words of some spans, each once, in order.
func inWords(t heard, spans [][2]int) (out []string) {
	for i, word := range t.words {
		if slices.ContainsFunc(spans, func(s [2]int) bool { return s[0] <= i && i < s[1] }) {
			out = append(out, word)
		}
	}
	return out
}
