package app_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/search"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// spoken is a turn as a slow reader finds it.
type spoken struct {
	app.SpokenTurn
	source    app.SourceView
	letters   []rune
	words     []string
	codes     []study.ID // on it, and those over them
	moderated bool
	firms     []study.ID // whose words it is
}

// turnsRead reads every turn of a project, with the codings that were read before.
func (s *sheet) turnsRead(codings []counted) (out []spoken) {
	list, err := s.Sources(s.t.Context(), s.lead, s.project, study.Filter{})
	must(s.t, err)
	firms := map[study.ID]owned{}
	for _, c := range s.list(study.CaseQuery{}) {
		firm := cmp.Or(c.FirmID, c.ID)
		firms[firm] = owned{sheet: s, ties: slices.Concat(firms[firm].ties, s.ownPage(c.ID).Tied)}
	}
	for _, source := range list {
		_, content, err := s.Content(s.t.Context(), s.lead, s.project, source.ID)
		must(s.t, err)
		turns, err := s.Turns(s.t.Context(), s.lead, s.project, source.ID)
		must(s.t, err)
		for _, turn := range turns {
			one := spoken{SpokenTurn: turn, source: source, letters: []rune(content.Slice(turn.Range)), words: search.WordsIn(content.Slice(turn.Range))}
			one.moderated = slices.ContainsFunc(source.Speakers, func(v study.Speaker) bool { return v.Moderator && v.ID == turn.SpeakerID })
			for _, c := range codings {
				if c.Source == source.ID && c.Overlaps(turn.Range) {
					one.codes = append(one.codes, c.codes...)
				}
			}
			for firm, o := range firms {
				if o.has(source.ID, turn.Range) {
					one.firms = append(one.firms, firm)
				}
			}
			out = append(out, one)
		}
	}
	return out
}

// readSearch is a saved search with what a slow reader says of each turn.
type readSearch struct {
	study.SavedSearch
	finds func(spoken) bool
}

// anySearch saves a search of one of several kinds.
func (s *sheet) anySearch(all []spoken) readSearch {
	s.t.Helper()
	turn, err := pick(s.team, all)
	must(s.t, err)
	word := pickOf(s.team, "nobody", "waited", "then", "came")
	says := func(t spoken) bool { return slices.Contains(t.words, word) }
	speaks := func(t spoken) bool { return strings.EqualFold(t.Speaker, turn.Speaker) }
	kinds := []readSearch{
		{study.SavedSearch{Query: "=" + word}, says},
		{study.SavedSearch{Query: "NOT =" + word}, func(t spoken) bool { return !says(t) }},
		{study.SavedSearch{Query: "=" + word, SavedFilter: study.SavedFilter{Speakers: study.Texts{turn.Speaker}}}, func(t spoken) bool { return says(t) && speaks(t) }},
		{study.SavedSearch{SavedFilter: study.SavedFilter{Speakers: study.Texts{turn.Speaker}}}, speaks},
		{study.SavedSearch{SavedFilter: study.SavedFilter{Strands: study.IDs{turn.source.StrandID}}}, func(t spoken) bool { return t.source.StrandID == turn.source.StrandID }},
	}
	if len(turn.codes) > 0 {
		code := turn.codes[0]
		kinds = append(kinds, readSearch{study.SavedSearch{SavedFilter: study.SavedFilter{Codes: study.IDs{code}}}, func(t spoken) bool { return slices.Contains(t.codes, code) }})
	}
	some, err := pick(s.team, s.list(study.CaseQuery{}))
	must(s.t, err)
	theirs := s.ownedBy(study.Filter{Cases: []study.ID{some.ID}})
	kinds = append(kinds, readSearch{study.SavedSearch{SavedFilter: study.SavedFilter{Cases: study.IDs{some.ID}}}, func(t spoken) bool { return theirs.has(t.source.ID, t.Range) }})
	one := kinds[s.dice.IntN(len(kinds))]
	one.Name = s.word()
	one.SavedSearch, _, err = s.SaveSearch(s.t.Context(), s.lead, s.project, one.SavedSearch)
	must(s.t, err)
	s.log = append(s.log, fmt.Sprintf("saved %q %+v", one.Query, one.SavedFilter))
	return one
}

// reading is a project as a slow reader has it, with some saved searches.
type reading struct {
	*sheet
	codings  []counted
	turns    []spoken
	searches []readSearch
}

func (s *sheet) reads() reading {
	s.t.Helper()
	there, err := s.SavedSearches(s.t.Context(), s.lead, s.project)
	must(s.t, err)
	for _, old := range there {
		_, err := s.RemoveSavedSearch(s.t.Context(), s.lead, s.project, old.ID)
		must(s.t, err)
	}
	d := reading{sheet: s, codings: s.read()}
	if d.turns = s.turnsRead(d.codings); len(d.turns) == 0 {
		return d
	}
	for range 3 {
		d.searches = append(d.searches, s.anySearch(d.turns))
	}
	return d
}

// found says whether a saved search finds a turn.
func (d reading) found(search study.ID, source study.ID, turn int) bool {
	at := slices.IndexFunc(d.searches, func(one readSearch) bool { return one.ID == search })
	return slices.ContainsFunc(d.turns, func(t spoken) bool {
		return t.source.ID == source && t.Index == turn && d.searches[at].finds(t)
	})
}

// narrow gives what a filter by cases and searches lets through.
func (d reading) narrow(f study.Filter) (codings []counted, turns []spoken, belongs owned) {
	if f.ByCase() {
		belongs = d.ownedBy(f)
	}
	searched := func(source study.ID, turn int) bool {
		return len(f.Searches) == 0 || slices.ContainsFunc(f.Searches, func(one study.ID) bool { return d.found(one, source, turn) })
	}
	for _, c := range d.codings {
		if (!f.ByCase() || belongs.has(c.Source, c.Range)) && slices.ContainsFunc(c.turns, func(t app.SpokenTurn) bool { return searched(c.Source, t.Index) }) {
			codings = append(codings, c)
		}
	}
	for _, t := range d.turns {
		if (!f.ByCase() || belongs.has(t.source.ID, t.Range)) && searched(t.source.ID, t.Index) {
			turns = append(turns, t)
		}
	}
	return codings, turns, belongs
}

// anyNarrowing narrows by saved searches, by cases, by both, or not at all.
func (d reading) anyNarrowing() (f study.Filter) {
	if d.dice.IntN(3) == 0 {
		f = d.anyFilter()
	}
	for _, one := range d.searches {
		if d.dice.IntN(3) == 0 {
			f.Searches = append(f.Searches, one.ID)
		}
	}
	return f
}

// stands says whether a coding stands under a head, of saved searches too.
func (d reading) stands(c counted, kind, head string, moderators bool) bool {
	if kind != "searches" {
		return c.under(kind, head, moderators)
	}
	return slices.ContainsFunc(c.turns, func(t app.SpokenTurn) bool { return d.found(study.ID(head), c.Source, t.Index) })
}

// sized counts the sources or firms that say something under a head.
func (d reading) sized(turns []spoken, kind, head, count string, moderators bool) int {
	things := map[study.ID]bool{}
	for _, t := range turns {
		is := map[string]bool{"strands": string(t.source.StrandID) == head, "sources": string(t.source.ID) == head}[kind]
		if kind == "searches" {
			is = d.found(study.ID(head), t.source.ID, t.Index)
		}
		switch {
		case !is || t.moderated && !moderators:
		case count == "sources":
			things[t.source.ID] = true
		default:
			for _, firm := range t.firms {
				things[firm] = true
			}
		}
	}
	return len(things)
}

func TestTablesOfSavedSearchesCountWhatReadingEachTurnCounts(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		some, sized := 0, 0
		for range 10 {
			for range 10 {
				s.act(s.people[s.dice.IntN(len(s.people))])
				s.tying()
			}
			s.moderate()
			d := s.reads()
			for range 6 {
				ask := app.CrossAsk{Rows: pickOf(s.team, "codes", "strands", "searches", "coders"), Columns: pickOf(s.team, "searches", "searches", "strands", "sources", "variable:Region"),
					Count: pickOf(s.team, "passages", "sources", "cases", "words"), Moderators: s.dice.IntN(2) == 0, Filter: d.anyNarrowing()}
				if len(d.turns) == 0 {
					continue // every source went
				}
				codings, turns, _ := d.narrow(ask.Filter)
				got, err := s.CrossReference(t.Context(), s.lead, s.project, ask)
				must(t, err)
				for i, row := range got.Rows {
					var across []counted
					for j, column := range got.Columns {
						var in []counted
						for _, c := range codings {
							if (ask.Moderators || !c.onlyModerated()) && d.stands(c, ask.Rows, row.ID, ask.Moderators) && d.stands(c, ask.Columns, column.ID, ask.Moderators) {
								in, across = append(in, c), append(across, c)
							}
						}
						if want := s.tell(in, ask.Count); got.Cells[i][j] != want {
							t.Fatalf("%+v: %s by %s counts %d, not %d\n%s", ask, row.Name, column.Name, got.Cells[i][j], want, strings.Join(s.log, "\n"))
						}
						some += got.Cells[i][j]
					}
					if want := s.tell(across, ask.Count); row.All != want {
						t.Fatalf("%+v: all of %s are %d, not %d\n%s", ask, row.Name, row.All, want, strings.Join(s.log, "\n"))
					}
				}
				sized += d.sizes(ask, got, turns)
			}
		}
		if some == 0 || sized == 0 {
			t.Errorf("%d were ever counted, of %d", some, sized)
		}
	})
}

// sizes compares what there is to count of rows and columns: sources, and cases where these don't
// narrow.
func (d reading) sizes(ask app.CrossAsk, got app.CrossView, turns []spoken) (some int) {
	d.t.Helper()
	if ask.Count != "sources" && (ask.Count != "cases" || ask.ByCase()) {
		return 0
	}
	for kind, heads := range map[string][]study.Head{ask.Rows: got.Rows, ask.Columns: got.Columns} {
		if kind != "strands" && kind != "sources" && kind != "searches" {
			continue
		}
		for _, head := range heads {
			want := max(head.All, d.sized(turns, kind, head.ID, ask.Count, ask.Moderators)) // a passage can reach out of what is found
			if head.N != want {
				d.t.Fatalf("%+v: of %s there are %d to count, not %d\n%s", ask, head.Name, head.N, want, strings.Join(d.log, "\n"))
			}
			some += want
		}
	}
	return some
}

// said counts, letter by letter, how often words of each stem are said in some turns by those who
// count, and belong to the cases that narrow.
func (d reading) said(turns []spoken, belongs owned, byCase bool, moderators bool) map[string]int {
	out := map[string]int{}
	for _, t := range turns {
		if t.moderated && !moderators {
			continue
		}
		theirs := func(at int) bool {
			return !byCase || slices.ContainsFunc(belongs.ties, func(tie app.TieView) bool {
				return tie.SourceID == t.source.ID && (tie.TargetKind == "source" || tie.TargetID == t.SpeakerID ||
					tie.TargetKind == "passage" && tie.Place.Start <= at && at < tie.Place.End)
			})
		}
		text := strings.Builder{}
		for i, letter := range t.letters {
			if !theirs(t.Start + i) {
				letter = '\n'
			}
			text.WriteRune(letter)
		}
		for _, word := range search.WordsIn(text.String()) {
			if strings.ContainsFunc(word, unicode.IsLetter) {
				out[search.StemOf(word, t.source.Language)]++
			}
		}
	}
	return out
}

func TestPicturesNarrowByCasesAndSavedSearchesAsReadingEachTurnDoes(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		some := 0
		for range 16 {
			for range 6 {
				s.act(s.people[s.dice.IntN(len(s.people))])
				s.tying()
			}
			s.moderate()
			d := s.reads()
			for range 4 {
				f, moderators := d.anyNarrowing(), s.dice.IntN(2) == 0
				codings, turns, belongs := d.narrow(f)
				some += d.countsWords(f, moderators, d.said(turns, belongs, f.ByCase(), moderators))
				d.saturates(f, codings)
			}
		}
		if some == 0 {
			t.Error("nothing was ever said")
		}
	})
}

func (d reading) countsWords(f study.Filter, moderators bool, want map[string]int) (some int) {
	d.t.Helper()
	view, err := d.Words(d.t.Context(), d.lead, d.project, app.WordsAsk{Filter: f, Moderators: moderators, All: true, Least: 1, Limit: 1000})
	must(d.t, err)
	got := map[string]int{}
	for _, one := range view.Words {
		got[search.StemOf(one.Word, "en")] = one.N
		some += one.N
	}
	if !maps.Equal(got, want) {
		d.t.Fatalf("under %+v are said\n%v\nnot\n%v\n%s", f, got, want, strings.Join(d.log, "\n"))
	}
	return some
}

func (d reading) saturates(f study.Filter, codings []counted) {
	d.t.Helper()
	view, err := d.Saturation(d.t.Context(), d.lead, d.project, f)
	must(d.t, err)
	codes := map[study.ID][]study.ID{}
	for _, c := range codings {
		codes[c.Source] = append(codes[c.Source], c.Code)
	}
	if len(view.Sources) != len(codes) {
		d.t.Fatalf("under %+v %d sources are coded, not %d\n%s", f, len(view.Sources), len(codes), strings.Join(d.log, "\n"))
	}
	for _, one := range view.Sources {
		slices.Sort(codes[one.Source])
		if here := slices.Compact(codes[one.Source]); len(here) != one.Codes {
			d.t.Fatalf("under %+v a source has %d codes, not %d", f, one.Codes, len(here))
		}
	}
}
