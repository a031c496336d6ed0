package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

var (
	dropouts, midcaps = study.NewID(), study.NewID()
	anna, ben         = study.NewID(), study.NewID()
)

var interview = []said{
	0:  {"Chair", "What are the barriers to growth for firms in Lancashire?"},
	1:  {"Jo Firth", "The barrier to growth was finance, we grew and then we stopped growing."},
	2:  {"Chair", "And the barriers of growth, as the report calls them?"},
	3:  {"jo firth", "Café culture 😀 doesn’t pay; our growth is about self-employed people."},
	4:  {"Jo Firth", "We don't want to grow. To be or not to be."},
	5:  {"Mr. Naïve", "Productivity, productivity and e-business: 25% more."},
	6:  {"", "The bank said no."},
	7:  {"Chair", "Growth faces barriers."},
	8:  {"Jo Firth", "Firms in Blackburn export to Ireland."},
	9:  {"Jo Firth", "A skills shortage is a barrier."},
	10: {"Mr. Naïve", "Cafe\u0301 owners 👩‍👩‍👧 are resilient, café."},
}

// oneInterview is a database with the interview, and its index.
func oneInterview(t *testing.T) (*database, *Index, study.ID) {
	d := newDatabase(t)
	source := d.add(dropouts, "en-GB", interview...)
	return d, d.open(t.TempDir()), source
}

func TestEachKindOfQueryFindsItsTurns(t *testing.T) {
	d, x, _ := oneInterview(t)
	for query, want := range map[string][]int{
		"growth":                      {0, 1, 2, 3, 7},
		"GROWTH":                      {0, 1, 2, 3, 7},
		"barrier":                     {0, 1, 2, 7, 9},
		"grow":                        {1, 4},
		"barriers growth":             {0, 1, 2, 7},
		"barriers AND growth":         {0, 1, 2, 7},
		"barriers to growth":          {0, 1, 2, 7},
		`"barriers to growth"`:        {0, 1},
		`"barriers of growth"`:        {2},
		`="barriers to growth"`:       {0},
		`="Barriers To Growth"`:       {0},
		"=barrier":                    {1, 9},
		"=growing":                    {1},
		"finance OR export":           {1, 8},
		"growth NOT barriers":         {3},
		"NOT growth":                  {4, 5, 6, 8, 9, 10},
		"NOT (growth OR firms)":       {4, 5, 6, 9, 10},
		"(finance OR export) firms":   {8},
		"grow*":                       {0, 1, 2, 3, 4, 7},
		"self-emp*":                   {3},
		"self-xyz*":                   {},
		"export*":                     {8},
		"bariers~":                    {0, 2, 1, 7, 9},
		"barreirs~":                   {0, 2, 1, 7, 9},
		"productivty~":                {5},
		"prodctivty~2":                {5},
		"prodctivty~1":                {},
		"don't":                       {4},
		"=doesn't":                    {3},
		"=don’t":                      {4},
		"café":                        {3, 10},
		"cafe":                        {3, 10},
		"=café":                       {3, 10},
		"=cafe":                       {},
		"e-business":                  {5},
		`"e-business"`:                {5},
		"25%":                         {5},
		"to be":                       {4},
		"no":                          {6},
		"to":                          {0, 1, 4, 8},
		"=to":                         {0, 1, 4, 8},
		`"to be or not to be"`:        {4},
		"bank & no":                   {6},
		"— bank":                      {6},
		"firms OR said":               {0, 6, 8},
		"xylophone":                   {},
		"barriers NOT to":             {2, 7, 9},
		"to NOT barriers":             {4, 8},
		"":                            {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
		`growth "skills shortage"`:    {},
		`growth OR "skills shortage"`: {0, 1, 2, 3, 7, 9},
	} {
		r := find(t, x, d, study.SearchQuery{Text: query})
		slices.Sort(want)
		expect(t, query, turnsOf(r), want)
		expect(t, "total of "+query, r.Total, len(want))
	}
}

func TestAQueryWithoutAnyWordIsRefused(t *testing.T) {
	d, x, _ := oneInterview(t)
	for _, query := range []string{"&", "😀", "- —", "NOT &", "& OR %"} {
		_, err := x.Search(context.Background(), d.project, study.SearchQuery{Text: query})
		if study.KindOf(err) != study.Invalid || !strings.HasPrefix(err.Error(), "At character 1: ") {
			t.Errorf("%q: %v", query, err)
		}
	}
}

func TestAPrefixOfTooManyWordsIsRefusedInWords(t *testing.T) {
	d := newDatabase(t)
	var text strings.Builder
	for i := range mostWords + 1 {
		text.WriteString(" pre" + strings.Map(func(r rune) rune { return r + 'a' - '0' }, string(rune('0'+i%10))+string(rune('0'+i/10%10))+string(rune('0'+i/100%10))+string(rune('0'+i/1000))))
	}
	d.add(dropouts, "en", said{"", text.String()})
	x := d.open(t.TempDir())
	for _, query := range []string{"pre*", "self-pre*"} {
		_, err := x.Search(context.Background(), d.project, study.SearchQuery{Text: query})
		if study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), "give more letters") {
			t.Errorf("%s: %v", query, err)
		}
	}
}

func TestASpeakerIsFoundAmongThousands(t *testing.T) {
	d := newDatabase(t)
	var turns []said
	for i := range mostWords + 10 {
		turns = append(turns, said{fmt.Sprintf("Respondent %d", i), "We export."})
	}
	d.add(dropouts, "en", append(turns, said{"Chair", "And the rest?"})...)
	x := d.open(t.TempDir())
	for query, want := range map[string]int{"speaker:chair": 1, "speaker:-chair": len(turns), "speaker:respondent": len(turns), `speaker:"respondent 17"`: 1} {
		if r := find(t, x, d, study.SearchQuery{Text: query}); r.Total != want {
			t.Errorf("%s finds %d turns, not %d", query, r.Total, want)
		}
	}
}

func TestMarksAreTheMatchedWordsInTheText(t *testing.T) {
	d, x, source := oneInterview(t)
	content, err := d.Content(context.Background(), d.project, source)
	must(err)
	text := study.NewPositions(content.Text)
	for query, want := range map[string][]string{
		"culture pay":          {"culture", "pay"},
		`"growth is about"`:    {"growth", "is", "about"},
		"resilient":            {"resilient"},
		"resilient café":       {"Cafe\u0301", "resilient", "café"},
		"skills NOT growth":    {"skills"},
		"productiv*":           {"Productivity", "productivity"},
		"productivty~":         {"Productivity", "productivity"},
		"blackburn":            {"Blackburn"},
		"self-emp* people":     {"self", "employed", "people"},
		"(export OR ireland)":  {"export", "Ireland"},
		"=doesn't culture":     {"culture", "doesn’t"},
		"NOT growth blackburn": {"Blackburn"},
	} {
		r := find(t, x, d, study.SearchQuery{Text: query})
		if len(r.Hits) != 1 {
			t.Fatalf("%s: %d hits", query, len(r.Hits))
		}
		hit, got := r.Hits[0], []string{}
		for _, m := range hit.Marks {
			got = append(got, text.Slice(study.Range{Start: m[0], End: m[1]}))
		}
		expect(t, query, got, want)
		expect(t, "text of "+query, hit.Text, text.Slice(hit.Range))
		expect(t, "source of "+query, hit.Source, source)
	}
}

func TestHitsWithoutWordsComeInTheOrderOfTheText(t *testing.T) {
	d := newDatabase(t)
	first, second := d.add(dropouts, "en", interview...), d.add(midcaps, "en", interview...)
	first, second = min(first, second), max(first, second)
	x := d.open(t.TempDir())
	r := find(t, x, d, study.SearchQuery{})
	expect(t, "total", r.Total, 2*len(interview))
	for i, hit := range r.Hits {
		source, turn := first, i
		if i >= len(interview) {
			source, turn = second, i-len(interview)
		}
		if hit.Source != source || hit.Turn != turn {
			t.Fatalf("hit %d is turn %d of %s", i, hit.Turn, hit.Source)
		}
	}
}

func TestTheMoreRelevantTurnComesFirst(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en",
		said{"", "Many things were said about growth and about a great many other matters besides, all through a long afternoon."},
		said{"", "Growth, growth, growth."},
		said{"", "Nothing of the kind."})
	r := find(t, d.open(t.TempDir()), d, study.SearchQuery{Text: "growth"})
	expect(t, "first", r.Hits[0].Turn, 1)
}

func TestAWordThatIsSpeltSoComesBeforeThoseThatAreLikeIt(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en", said{"", "A payer, a payer, a payer."}, said{"", "There was a stack of papers on the desk, and nobody had looked at it for years."}, said{"", "Nothing."})
	r := find(t, d.open(t.TempDir()), d, study.SearchQuery{Text: "paper~"})
	expect(t, "turns", []int{r.Hits[0].Turn, r.Hits[1].Turn}, []int{1, 0})
}

func TestAFilterDoesNotChangeTheOrderOfHits(t *testing.T) {
	d := newDatabase(t)
	source := d.add(dropouts, "en", interview...)
	code := d.newCode("Barriers", "")
	for turn := range interview {
		d.code(source, turn, code, anna)
		if turn%3 == 0 {
			d.code(source, turn, d.newCode("More", ""), ben)
		}
	}
	x := d.open(t.TempDir())
	plain := find(t, x, d, study.SearchQuery{Text: "growth OR barriers"})
	narrowed := find(t, x, d, study.SearchQuery{Text: "growth OR barriers", Filter: study.Filter{Codes: []study.ID{code}, Strands: []study.ID{dropouts}}})
	expect(t, "hits", narrowed.Hits, plain.Hits)
	var turns []int
	for turn := range interview {
		turns = append(turns, turn)
	}
	for what, set := range map[string]study.TurnSet{"turns by number": {source: turns}, "a whole source": {source: nil}, "one of each": {source: turns, d.add(midcaps, "en", said{"", "Elsewhere."}): nil}} {
		within := find(t, x, d, study.SearchQuery{Text: "growth OR barriers", Within: set})
		expect(t, "hits within "+what, turnsOf(within), turnsOf(plain))
	}
}

func TestPagesCoverAllHitsOnce(t *testing.T) {
	d := newDatabase(t)
	for range 7 {
		d.add(dropouts, "en", interview...)
	}
	x := d.open(t.TempDir())
	for _, text := range []string{"", "growth", "NOT growth"} {
		q, seen, order := study.SearchQuery{Text: text, Limit: 4}, map[string]bool{}, []string{}
		for {
			r := find(t, x, d, q)
			for _, h := range r.Hits {
				seen[turnID(h.Source, h.Turn)] = true
				order = append(order, turnID(h.Source, h.Turn))
			}
			if r.Next == "" {
				expect(t, "hits on all pages of "+text, len(order), r.Total)
				break
			}
			q.Cursor = r.Next
		}
		whole := []string{}
		for _, h := range find(t, x, d, study.SearchQuery{Text: text, Limit: 500}).Hits {
			whole = append(whole, turnID(h.Source, h.Turn))
		}
		expect(t, "pages of "+text, order, whole)
		expect(t, "distinct hits of "+text, len(seen), len(order))
	}
}

func TestAPageOfAnotherSearchIsRefused(t *testing.T) {
	d, x, _ := oneInterview(t)
	next := find(t, x, d, study.SearchQuery{Text: "growth", Limit: 1}).Next
	for _, q := range []study.SearchQuery{{Text: "firms", Cursor: next}, {Cursor: next}, {Text: "growth", Cursor: "x"}, {Text: "growth", Cursor: next, Filter: study.Filter{Strands: []study.ID{dropouts}}}} {
		if _, err := x.Search(context.Background(), d.project, q); study.KindOf(err) != study.Invalid {
			t.Errorf("%+v: %v", q, err)
		}
	}
}

func TestEveryFilterNarrowsAndItsOwnFacetShowsTheOtherValues(t *testing.T) {
	d := newDatabase(t)
	one, two := d.add(dropouts, "en", interview...), d.add(midcaps, "en", interview[:4]...)
	barriers := d.newCode("Barriers", "")
	finance := d.newCode("Finance", barriers)
	other := d.newCode("Other", "")
	d.code(one, 0, barriers, anna)
	d.code(one, 1, finance, anna)
	d.code(one, 1, other, ben)
	d.code(two, 1, other, ben)
	x := d.open(t.TempDir())
	count := func(f study.Filter) int {
		return find(t, x, d, study.SearchQuery{Text: "growth", Filter: f}).Total
	}
	expect(t, "all", count(study.Filter{}), 5+4)
	expect(t, "a strand", count(study.Filter{Strands: []study.ID{midcaps}}), 4)
	expect(t, "two strands", count(study.Filter{Strands: []study.ID{midcaps, dropouts}}), 9)
	expect(t, "a source", count(study.Filter{Sources: []study.ID{one}}), 5)
	expect(t, "a speaker in whatever case", count(study.Filter{Speakers: []string{"JO FIRTH"}}), 4)
	expect(t, "a code with those under it", count(study.Filter{Codes: []study.ID{barriers}}), 2)
	expect(t, "a code under it", count(study.Filter{Codes: []study.ID{finance}}), 1)
	expect(t, "a coder", count(study.Filter{Coders: []study.ID{ben}}), 2)
	expect(t, "a code by a coder who used another", count(study.Filter{Codes: []study.ID{finance}, Coders: []study.ID{ben}}), 0)
	expect(t, "a code by its coder", count(study.Filter{Codes: []study.ID{other}, Coders: []study.ID{ben}}), 2)
	expect(t, "a code that is gone", count(study.Filter{Codes: []study.ID{study.NewID()}}), 0)

	r := find(t, x, d, study.SearchQuery{Text: "growth"})
	expect(t, "facets", r.Facets, study.Facets{
		Strand:  []study.FacetCount{{Value: string(dropouts), Count: 5}, {Value: string(midcaps), Count: 4}},
		Source:  []study.FacetCount{{Value: string(one), Count: 5}, {Value: string(two), Count: 4}},
		Speaker: []study.FacetCount{{Value: "Chair", Count: 5}, {Value: "Jo Firth", Count: 4}},
		Code:    mostFirst([]study.FacetCount{{Value: string(other), Count: 2}, {Value: string(barriers), Count: 1}, {Value: string(finance), Count: 1}}),
		Coder:   mostFirst([]study.FacetCount{{Value: string(anna), Count: 2}, {Value: string(ben), Count: 2}}),
		Uncoded: 6, Values: study.FacetValues{Strand: 2, Source: 2, Speaker: 2, Code: 3, Coder: 2},
	})
	d.uncode(two)
	all := find(t, x, d, study.SearchQuery{})
	expect(t, "facets of all turns", all.Facets, study.Facets{
		Strand:  []study.FacetCount{{Value: string(dropouts), Count: 11}, {Value: string(midcaps), Count: 4}},
		Source:  []study.FacetCount{{Value: string(one), Count: 11}, {Value: string(two), Count: 4}},
		Speaker: []study.FacetCount{{Value: "Jo Firth", Count: 7}, {Value: "Chair", Count: 5}, {Value: "Mr. Naïve", Count: 2}},
		Code:    mostFirst([]study.FacetCount{{Value: string(other), Count: 1}, {Value: string(barriers), Count: 1}, {Value: string(finance), Count: 1}}),
		Coder:   mostFirst([]study.FacetCount{{Value: string(anna), Count: 2}, {Value: string(ben), Count: 1}}),
		Uncoded: 13, Values: study.FacetValues{Strand: 2, Source: 2, Speaker: 3, Code: 3, Coder: 2},
	})
	commonest := find(t, x, d, study.SearchQuery{Listed: 1}).Facets
	expect(t, "the commonest speaker", commonest.Speaker, all.Facets.Speaker[:1])
	expect(t, "values, listed or not", commonest.Values, all.Facets.Values)
	d.code(two, 1, other, ben)
	narrowed := find(t, x, d, study.SearchQuery{Text: "growth", Filter: study.Filter{Strands: []study.ID{midcaps}}})
	expect(t, "the strands beside the chosen one", narrowed.Facets.Strand, r.Facets.Strand)
	expect(t, "the sources within the chosen strand", narrowed.Facets.Source, r.Facets.Source[1:])
	within := find(t, x, d, study.SearchQuery{Text: "growth", Within: study.TurnSet{one: {0, 1}, two: nil}})
	expect(t, "the sources within some turns", within.Facets.Source, []study.FacetCount{{Value: string(two), Count: 4}, {Value: string(one), Count: 2}})
	expect(t, "turns within none", find(t, x, d, study.SearchQuery{Within: study.TurnSet{}}).Total, 0)
	expect(t, "codes of all turns within some", find(t, x, d, study.SearchQuery{Within: study.TurnSet{one: {1}}}).Facets.Coder,
		mostFirst([]study.FacetCount{{Value: string(anna), Count: 1}, {Value: string(ben), Count: 1}}))
	hit := find(t, x, d, study.SearchQuery{Filter: study.Filter{Sources: []study.ID{one}, Codes: []study.ID{finance}}}).Hits[0]
	expect(t, "speaker", hit.Speaker, "Jo Firth")
	codes := []study.ID{finance, other}
	slices.Sort(codes)
	expect(t, "codes", hit.Codes, codes)
}

func TestACodingMarksTheTurnsThatItTouches(t *testing.T) {
	d, x, source := oneInterview(t)
	code := d.newCode("Across", "")
	from, to := d.turn(source, 2), d.turn(source, 4)
	d.codeRange(source, study.Range{Start: from.End - 1, End: to.Start + 1}, code, anna)
	expect(t, "turns", turnsOf(find(t, x, d, study.SearchQuery{Filter: study.Filter{Codes: []study.ID{code}}})), []int{2, 3, 4})
}

func TestAnUnknownProjectIsNotFound(t *testing.T) {
	d, x, _ := oneInterview(t)
	for _, project := range []study.ID{study.NewID(), "../../etc", ""} {
		if _, err := x.Search(context.Background(), project, study.SearchQuery{}); study.KindOf(err) != study.NotFound {
			t.Errorf("%q: %v", project, err)
		}
	}
	d.project = "../x"
	if _, err := x.Search(context.Background(), d.project, study.SearchQuery{}); study.KindOf(err) != study.NotFound {
		t.Errorf("a project that is not an id becomes a file name: %v", err)
	}
}

func TestAnEmptyProjectHasNoHits(t *testing.T) {
	d := newDatabase(t)
	x := d.open(t.TempDir())
	for _, query := range []string{"", "growth", "NOT growth", "grow*", "growth~", `"a b"`, "to"} {
		expect(t, query, find(t, x, d, study.SearchQuery{Text: query}).Total, 0)
	}
}

func TestTurnsOnWhichNothingIsCodedAreFoundAndCounted(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := randomly{Rand: rand.New(rand.NewPCG(seed, 3))}
	for range 4 {
		d, x, turns, _ := r.project(t)
		for range 20 {
			part, code := r.span(), r.codes[2]
			q := study.SearchQuery{Text: part.query, Filter: study.Filter{Codes: []study.ID{study.NoCode, code}}, Limit: maxLimit}
			if r.IntN(4) == 0 {
				part, q.Text = holdsIf("", func(heard) bool { return true }), ""
			}
			bare, either := 0, 0
			for _, turn := range turns {
				if part.holds(turn) && len(turn.codings) == 0 {
					bare++
				}
				if part.holds(turn) && (len(turn.codings) == 0 || slices.ContainsFunc(turn.codings, func(p pair) bool { return p.Code == code })) {
					either++
				}
			}
			result := find(t, x, d, q)
			expect(t, "found for "+q.Text, result.Total, either)
			expect(t, "uncoded for "+q.Text, result.Facets.Uncoded, bare)
			q.Codes = nil
			expect(t, "uncoded for "+q.Text, find(t, x, d, q).Facets.Uncoded, bare)
			q.Codes = []study.ID{study.NoCode}
			expect(t, "only uncoded for "+q.Text, find(t, x, d, q).Total, bare)
			set, err := x.Turns(t.Context(), d.project, q)
			must(err)
			n := 0
			for _, some := range set {
				n += len(some)
			}
			expect(t, "turns of "+q.Text, n, bare)
		}
	}
}
