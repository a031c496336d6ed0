package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestCountsByCaseAndVariableAreWhatTheFiltersFind(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		some := 0
		for range 12 {
			for range 4 {
				s.act(s.lead)
			}
			s.tying()
			q := study.SearchQuery{Text: "we OR nobody NOT then"}
			for by, filter := range map[string]func(value string) study.Filter{
				"":       func(value string) study.Filter { return study.Filter{Cases: []study.ID{study.ID(value)}} },
				"region": func(value string) study.Filter { return study.Filter{Where: []string{"Region=" + value}} },
				"Post":   func(value string) study.Filter { return study.Filter{Where: []string{"Post=" + value}} },
			} {
				counts, err := s.SearchByCase(t.Context(), s.lead, s.project, q, by)
				must(t, err)
				for _, c := range counts.Items {
					found, all := q, study.SearchQuery{Filter: filter(c.Value)}
					found.Filter = filter(c.Value)
					if _, n, _ := s.searched(found); n != c.Count {
						t.Fatalf("by %q, %q: counted %d, found %d\n%s", by, c.Name, c.Count, n, strings.Join(s.log, "\n"))
					}
					if _, n, _ := s.searched(all); n != c.Of {
						t.Fatalf("by %q, %q: counted %d in all, found %d\n%s", by, c.Name, c.Of, n, strings.Join(s.log, "\n"))
					}
					some += c.Count
				}
			}
		}
		if some == 0 {
			t.Error("nothing was ever counted")
		}
	})
}

func TestAVariableIsCountedWithoutItsOwnFilter(t *testing.T) {
	s := newSheet(t, storetest.SQLite)
	source := s.bringing("M07 Seals", "Helen: Oh, the xylobank.\nMo: And then?\nHelen: A xylobank of ours.\nMo: No.\n")
	_, _, err := s.AddTie(t.Context(), s.lead, s.project, s.bakery.ID, app.NewTie{Link: study.Link{Kind: "source", ID: source.ID}})
	must(t, err)
	q := study.SearchQuery{Text: "xylobank", Filter: study.Filter{Where: []string{"Region=South"}}}
	counts, err := s.SearchByCase(t.Context(), s.lead, s.project, q, "Region")
	must(t, err)
	if len(counts.Items) != 1 || counts.Items[0] != (study.CaseCount{Value: "North", Name: "North", Count: 2, Of: 4}) || counts.None != 0 {
		t.Errorf("counted %+v", counts)
	}
	if _, err := s.SearchByCase(t.Context(), s.lead, s.project, q, "Colour"); study.KindOf(err) != study.Invalid {
		t.Errorf("a variable that there is not: %v", err)
	}
}

func TestRangesOfHitsSayWhatOneHasCodedSoAlready(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		source := w.bringing("M07 Seals", "Helen: Oh, the xylobank.\nMo: And then?\nHelen: A xylobank of ours.\nMo: No.\n")
		made, _, err := w.AddCode(t.Context(), w.people[0], w.project, study.Code{Name: "Xylophones", Codable: true}, nil)
		must(t, err)
		code := made.ID
		asked := study.RangeQuery{SearchQuery: study.SearchQuery{Text: "xylobank", Filter: study.Filter{Sources: []study.ID{source.ID}}}, What: study.HitTurn, Code: code}
		got, err := w.HitRanges(t.Context(), w.people[0], w.project, asked)
		must(t, err)
		_, err = w.Code(t.Context(), w.people[0], w.project, app.NewCoding{Source: source.ID, Range: got.Items[0].Range, Code: code})
		must(t, err)
		_, err = w.Code(t.Context(), w.people[1], w.project, app.NewCoding{Source: source.ID, Range: got.Items[1].Range, Code: code})
		must(t, err)
		for what, want := range map[string]string{study.HitTurn: "same", study.HitWords: "overlaps"} {
			asked.What = what
			got, err := w.HitRanges(t.Context(), w.people[0], w.project, asked)
			must(t, err)
			if len(got.Items) != 2 || got.Items[0].Coded != want || got.Items[1].Coded != "" {
				t.Errorf("%s: %+v", what, got.Items)
			}
		}
	})
}

func TestHitsAreCountedBySourceHoweverManyThereAre(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 5)
		want := map[string]int{}
		for i := range 205 {
			text := "Helen: The xylobank.\nMo: No.\n"
			if i%2 == 0 {
				text += "Helen: Another xylobank.\n"
			}
			source := w.bringing(fmt.Sprint("Seals ", i), text)
			want[string(source.ID)] = 2 - i%2
		}
		counts, err := w.SearchBySource(t.Context(), w.people[1], w.project, study.SearchQuery{Text: "xylobank"})
		must(t, err)
		for _, one := range counts {
			if one.Count != want[one.Value] {
				t.Errorf("a source has %d, not %d", one.Count, want[one.Value])
			}
		}
		if len(counts) != len(want) {
			t.Errorf("counted in %d sources of %d", len(counts), len(want))
		}
	})
}

func TestSpeakersAreFoundByPartsOfTheirNames(t *testing.T) {
	w := newTeam(t, storetest.SQLite, 5)
	w.bringing("One", "Zoë Field: No.\nMarie Zoelick: Yes.\nTom: No.\n")
	for words, want := range map[string]string{"zoe": "[Zoë Field Marie Zoelick] 2", "zoe fi": "[Zoë Field] 1", "nobody": "[] 0"} {
		names, total, err := w.SpeakerNames(t.Context(), w.people[1], w.project, words, 10)
		must(t, err)
		if got := fmt.Sprint(names, total); got != want {
			t.Errorf("%q finds %s, not %s", words, got, want)
		}
	}
	if names, total, err := w.SpeakerNames(t.Context(), w.people[1], w.project, "", 2); err != nil || len(names) != 2 || total < 4 {
		t.Errorf("of all %d are given %q: %v", total, names, err)
	}
}
