package app_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// owned is what belongs to some cases, by the slow and obvious way: what their pages list.
type owned struct {
	*sheet
	ties []app.TieView
}

// ownedBy asks the page of each case that a filter means.
func (s *sheet) ownedBy(f study.Filter) owned {
	s.t.Helper()
	kin := func(list []study.ID) map[study.ID]bool {
		out := map[study.ID]bool{}
		for _, id := range list {
			out[id] = true
			for _, person := range s.ownPage(id).Persons {
				out[person.ID] = true
			}
		}
		return out
	}
	meeting := kin(idsOf(s.list(study.CaseQuery{})))
	for _, name := range []string{"Region", "Staff", "Post", "Trade"} {
		some := slices.DeleteFunc(slices.Clone(f.Where), func(text string) bool { return !strings.HasPrefix(text, name) })
		those := kin(idsOf(s.list(study.CaseQuery{Where: some})))
		maps.DeleteFunc(meeting, func(id study.ID, _ bool) bool { return !those[id] })
	}
	named, out := kin(f.Cases), owned{sheet: s}
	for id := range meeting {
		if len(f.Cases) == 0 || named[id] {
			out.ties = append(out.ties, s.ownPage(id).Tied...)
		}
	}
	return out
}

func idsOf(list []app.CaseView) (out []study.ID) {
	for _, c := range list {
		out = append(out, c.ID)
	}
	return out
}

// ownPage is the page of a case; what is tied to persons is left to theirs.
func (s *sheet) ownPage(id study.ID) app.CaseDetail {
	s.t.Helper()
	d, err := s.Case(s.t.Context(), s.lead, s.project, id)
	must(s.t, err)
	d.Tied = slices.DeleteFunc(d.Tied, func(t app.TieView) bool { return t.CaseID != id })
	return d
}

func (o owned) has(source study.ID, r study.Range) bool {
	turns, err := o.Turns(o.t.Context(), o.lead, o.project, source)
	must(o.t, err)
	return slices.ContainsFunc(o.ties, func(tie app.TieView) bool {
		switch {
		case tie.SourceID != source:
			return false
		case tie.TargetKind == "passage":
			return tie.Place.Overlaps(r)
		case tie.TargetKind == "source":
			return true
		}
		return slices.ContainsFunc(turns, func(t app.SpokenTurn) bool { return t.SpeakerID == tie.TargetID && t.Overlaps(r) })
	})
}

// finds is every turn that belongs and has a word, and every source and coding that belongs.
func (o owned) finds(word string) (turns, sources, codings []string) {
	all, err := o.Sources(o.t.Context(), o.lead, o.project, study.Filter{})
	must(o.t, err)
	for _, source := range all {
		_, content, err := o.Content(o.t.Context(), o.lead, o.project, source.ID)
		must(o.t, err)
		for _, turn := range content.Turns {
			if o.has(source.ID, turn.Range) && strings.Contains(content.Slice(turn.Range), word) {
				turns = append(turns, fmt.Sprint(source.ID, " ", turn.Index))
			}
		}
		if slices.ContainsFunc(o.ties, func(t app.TieView) bool { return t.SourceID == source.ID }) {
			sources = append(sources, string(source.ID))
		}
	}
	for _, row := range o.excerpts(o.lead, study.ExcerptQuery{Single: true}).Rows {
		if o.has(row.Source, row.Range) {
			codings = append(codings, string(row.Coding))
		}
	}
	return turns, sources, codings
}

// searched is every turn of a search, page by page, how many it counts, and by source.
func (s *sheet) searched(q study.SearchQuery) (turns []string, total int, bySource map[string]int) {
	s.t.Helper()
	bySource = map[string]int{}
	for q.Limit = 3; ; {
		page, err := s.Search(s.t.Context(), s.lead, s.project, q)
		must(s.t, err)
		for _, hit := range page.Hits {
			turns = append(turns, fmt.Sprint(hit.Source, " ", hit.Turn))
		}
		total = page.Total
		if q.Cursor = page.Next; q.Cursor == "" {
			for _, c := range page.Facets.Source {
				bySource[c.Value] = c.Count
			}
			return turns, total, bySource
		}
	}
}

func (s *sheet) tying() {
	to, err := pick(s.team, s.list(study.CaseQuery{}))
	must(s.t, err)
	source, err := s.anySource(s.lead)
	if err != nil {
		return
	}
	tie := app.NewTie{Link: study.Link{Kind: pickOf(s.team, "source", "speaker", "passage"), ID: source.ID}}
	switch speaker, err := pick(s.team, source.Speakers); {
	case tie.Kind == "speaker" && err == nil:
		tie.ID = speaker.ID
	case tie.Kind == "passage":
		tie.ID, tie.Source, tie.Range = "", source.ID, s.anyRange(source)
	default:
		tie.Kind = "source"
	}
	if s.dice.IntN(5) == 0 {
		_, _, err = s.RefuseTie(s.t.Context(), s.lead, s.project, to.ID, tie)
	} else {
		_, _, err = s.AddTie(s.t.Context(), s.lead, s.project, to.ID, tie)
	}
	s.log = append(s.log, fmt.Sprintf("tying %+v to %s: %v", tie, to.Name, err))
}

func (s *sheet) anyFilter() (f study.Filter) {
	conditions := []string{"Region=North", "Region=South", "Region=", "Staff>=9", "Staff!=9", "Post=owner", "Trade!="}
	for s.dice.IntN(2) == 0 {
		f.Where = append(f.Where, conditions[s.dice.IntN(len(conditions))])
	}
	for len(f.Where) == 0 || s.dice.IntN(3) == 0 {
		one, err := pick(s.team, s.list(study.CaseQuery{}))
		must(s.t, err)
		f.Cases = append(f.Cases, one.ID)
		if s.dice.IntN(2) == 0 {
			break
		}
	}
	return f
}

func TestWhateverIsTiedSearchExcerptsAndSourcesFindWhatBelongsToTheCases(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		some := 0
		for range 60 {
			for range 3 {
				s.act(s.lead)
			}
			s.tying()
			f, words := s.anyFilter(), []string{"", "waited"}
			for _, word := range words {
				turns, sources, codings := s.ownedBy(f).finds(word)
				query := ""
				if word != "" {
					query = "=" + word
				}
				found, total, bySource := s.searched(study.SearchQuery{Text: query, Filter: f})
				slices.Sort(found)
				slices.Sort(turns)
				if !slices.Equal(found, turns) || total != len(turns) {
					t.Fatalf("%+v and %q find %d turns\n%q\nand are\n%q\n%s", f, word, total, found, turns, strings.Join(s.log, "\n"))
				}
				for source, n := range bySource {
					if at := slices.DeleteFunc(slices.Clone(turns), func(turn string) bool { return !strings.HasPrefix(turn, source) }); len(at) != n {
						t.Errorf("%d turns of a source are counted as %d", len(at), n)
					}
				}
				some += len(turns)
				listed, err := s.Sources(t.Context(), s.lead, s.project, f)
				must(t, err)
				var titles []string
				for _, one := range listed {
					titles = append(titles, string(one.ID))
				}
				if !slices.Equal(titles, sources) {
					t.Fatalf("the sources of %+v are %q, not %q", f, titles, sources)
				}
				var rows []string
				for _, row := range s.excerpts(s.lead, study.ExcerptQuery{Filter: f, Single: true}).Rows {
					rows = append(rows, string(row.Coding))
				}
				if !slices.Equal(rows, codings) {
					t.Fatalf("the excerpts of %+v are %q, not %q", f, rows, codings)
				}
			}
		}
		if some == 0 {
			t.Error("nothing was ever found")
		}
	})
}
