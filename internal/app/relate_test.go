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
		some, shown := 0, 0
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
				query := fmt.Sprintf(`%s(code:"%s" code:"%s")`, asked, s.path(codes, one.ID), s.path(codes, other.ID))
				found, _, _ := s.searched(study.SearchQuery{Text: query})
				shown += s.looksAtParts(query, all, one.ID, func(a, b counted) bool {
					return slices.Contains(b.codes, other.ID) && a.lies(how, turns, b)
				}, how)
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
		if shown == 0 {
			t.Error("nothing was ever shown in what was found")
		}
	})
}

// looksAtParts compares, letter by letter, what the hits of a relation show of its passages with
// what is read off the codings, and says how many letters that are.
func (s *sheet) looksAtParts(query string, all []counted, code study.ID, lies func(a, b counted) bool, how string) (letters int) {
	s.t.Helper()
	for _, part := range []string{study.PartCommon, study.PartWhole} {
		page, err := s.Search(s.t.Context(), s.lead, s.project, study.SearchQuery{Text: query, Part: part, Limit: 500})
		must(s.t, err)
		for _, hit := range page.Hits {
			shown := map[int]bool{}
			for _, r := range hit.Shown {
				for at := r.Start; at < r.End; at++ {
					shown[at] = true
				}
			}
			for at := hit.Start; at < hit.End; at++ {
				want := shows(at, hit, all, code, lies, how, part)
				if shown[at] != want {
					s.t.Fatalf("%s with its %s parts shows letter %d of %s, turn %d: %v, want %v\n%s", query, part, at, hit.Source, hit.Turn, shown[at], want, strings.Join(s.log, "\n"))
				}
				delete(shown, at)
				if want {
					letters++
				}
			}
			if len(shown) > 0 {
				s.t.Fatalf("%s shows letters outside the turn: %v", query, shown)
			}
		}
	}
	return letters
}

// shows says whether a letter of a turn is to be marked.
func shows(at int, hit study.Hit, all []counted, code study.ID, lies func(a, b counted) bool, how, part string) bool {
	in := func(c counted) bool { return c.Start <= at && at < c.End }
	for i, a := range all {
		touches := slices.ContainsFunc(a.turns, func(t app.SpokenTurn) bool { return t.Index == hit.Turn })
		if a.Source != hit.Source || !touches || !slices.Contains(a.codes, code) {
			continue
		}
		related, inOther := false, false
		for _, b := range slices.Concat(all[:i], all[i+1:]) {
			if a.Source == b.Source && lies(a, b) {
				related, inOther = true, inOther || in(b)
			}
		}
		switch sharing := how == "overlaps" || how == "within" || how == "encloses"; {
		case how == "outside":
			if !related && in(a) {
				return true
			}
		case !related:
		case part == study.PartWhole && (in(a) || inOther), part == study.PartCommon && in(a) && (inOther || !sharing):
			return true
		}
	}
	return false
}

// path names a code with those over it.
func (s *sheet) path(codes []app.CountedCode, id study.ID) string {
	i := slices.IndexFunc(codes, func(c app.CountedCode) bool { return c.ID == id })
	if codes[i].ParentID == "" {
		return codes[i].Name
	}
	return s.path(codes, codes[i].ParentID) + " > " + codes[i].Name
}
