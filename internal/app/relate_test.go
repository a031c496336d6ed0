package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// lies says how one coding lies to another, letter by letter and turn by turn.
func (a counted) lies(how string, turns int, b counted) bool {
	covers := func(x, y counted) bool {
		for at := y.Start; at < y.End; at++ {
			if at < x.Start || at >= x.End {
				return false
			}
		}
		return true
	}
	first, last := func(c counted) int { return c.turns[0].Index }, func(c counted) int { return c.turns[len(c.turns)-1].Index }
	shares := func(of func(t app.SpokenTurn) bool) bool { return slices.ContainsFunc(a.turns, of) }
	switch how {
	case "overlaps":
		return max(a.Start, b.Start) < min(a.End, b.End)
	case "within", "outside":
		return covers(b, a)
	case "encloses":
		return covers(a, b)
	case "before":
		return a.End <= b.Start && first(b)-last(a) <= turns
	case "after":
		return b.End <= a.Start && first(a)-last(b) <= turns
	case "sameturn":
		return shares(func(t app.SpokenTurn) bool {
			return slices.ContainsFunc(b.turns, func(o app.SpokenTurn) bool { return o.Index == t.Index })
		})
	}
	return true
}

func TestQueriesFindPassagesByHowTheyLieToOthers(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		some := 0
		for range 8 {
			for range 20 {
				s.act(s.people[s.dice.IntN(len(s.people))])
			}
			all := s.read()
			codes, err := s.Codes(t.Context(), s.lead, s.project)
			must(t, err)
			for _, how := range study.Relations {
				one, err := pick(s.team, codes)
				must(t, err)
				other, err := pick(s.team, codes)
				must(t, err)
				turns, asked := 1, how
				if how == "before" || how == "after" {
					turns = s.dice.IntN(3)
					asked = fmt.Sprintf("%s/%d", how, turns)
				}
				found, _, _ := s.searched(study.SearchQuery{Text: fmt.Sprintf(`%s(code:"%s" code:"%s")`, asked, s.path(codes, one.ID), s.path(codes, other.ID))})
				want := map[string]bool{}
				for i, a := range all {
					lies := slices.ContainsFunc(slices.Concat(all[:i], all[i+1:]), func(b counted) bool {
						return a.Source == b.Source && slices.Contains(b.codes, other.ID) && a.lies(how, turns, b)
					})
					for _, turn := range a.turns {
						if slices.Contains(a.codes, one.ID) && lies != (how == "outside") {
							want[fmt.Sprint(a.Source, " ", turn.Index)] = true
						}
					}
				}
				for _, turn := range found {
					if !want[turn] {
						t.Fatalf("%s of %s to %s finds %s\n%s", asked, one.Name, other.Name, turn, strings.Join(s.log, "\n"))
					}
				}
				if len(found) != len(want) {
					t.Fatalf("%s of %s to %s finds %d turns, not %d\n%s", asked, one.Name, other.Name, len(found), len(want), strings.Join(s.log, "\n"))
				}
				some += len(want)
			}
		}
		if some == 0 {
			t.Error("nothing was ever found")
		}
	})
}

// path names a code with those over it.
func (s *sheet) path(codes []app.CountedCode, id study.ID) string {
	i := slices.IndexFunc(codes, func(c app.CountedCode) bool { return c.ID == id })
	if codes[i].ParentID == "" {
		return codes[i].Name
	}
	return s.path(codes, codes[i].ParentID) + " > " + codes[i].Name
}
