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

func TestFieldsOfAQueryFindWhatFiltersByCaseFind(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		some := 0
		for range 25 {
			for range 4 {
				s.act(s.lead)
			}
			s.tying()
			same := map[string]study.Filter{
				"region:north": {Where: []string{"Region=North"}}, `Region:"north"`: {Where: []string{"Region=North"}}, `region:""`: {Where: []string{"Region="}},
				"region:(north, south)": {Where: []string{"Region=North", "Region=South"}}, "staff:9": {Where: []string{"Staff=9"}}, "staff:>=9": {Where: []string{"Staff>=9"}},
				"staff:9..": {Where: []string{"Staff>=9"}}, "staff:..8": {Where: []string{"Staff<9"}}, "post:owner": {Where: []string{"Post=owner"}},
				"region:north staff:>8": {Where: []string{"Region=North", "Staff>8"}},
			}
			one, err := pick(s.team, s.list(study.CaseQuery{}))
			must(t, err)
			same[fmt.Sprintf("case:%q", one.Name)] = study.Filter{Cases: s.called(one.Name)}
			for query, filter := range same {
				want, _, _ := s.searched(study.SearchQuery{Filter: filter})
				got, total, _ := s.searched(study.SearchQuery{Text: query})
				without, _, _ := s.searched(study.SearchQuery{Text: "NOT (" + query + ")"})
				slices.Sort(want)
				slices.Sort(got)
				if !slices.Equal(got, want) || total != len(want) {
					t.Fatalf("%s finds %q, the filter %q\n%s", query, got, want, strings.Join(s.log, "\n"))
				}
				if all, n, _ := s.searched(study.SearchQuery{}); len(without)+len(got) != n {
					t.Fatalf("%s and its opposite find %d and %d of %d", query, len(got), len(without), len(all))
				}
				some += len(got)
			}
		}
		if some == 0 {
			t.Error("nothing was ever found")
		}
	})
}

func (s *sheet) called(name string) (out []study.ID) {
	for _, c := range s.list(study.CaseQuery{}) {
		if study.Fold(c.Name) == study.Fold(name) {
			out = append(out, c.ID)
		}
	}
	return out
}

func TestAFieldThatCanNotBeReadSaysWhatThereIs(t *testing.T) {
	s := newSheet(t, storetest.SQLite)
	for query, want := range map[string]string{
		"bread regoin:north":  "At character 7: there is no field or variable “regoin”. There are strand, source, speaker, code, coder, case, memo, and the variables of cases ",
		"region:west":         "At character 8: “Region” has no value “west”. There is “North”, “South”.",
		"staff:(9, many)":     "At character 11: “many” is no value of “Staff”: expected a value such as 50, 50..249 or >=50.",
		"staff:..":            "At character 7: “..” is no value of “Staff”: expected a value such as 50, 50..249 or >=50.",
		`case:"Nobody & Son"`: "At character 6: there is no case “Nobody & Son”.",
	} {
		_, err := s.Search(t.Context(), s.lead, s.project, study.SearchQuery{Text: query})
		if study.KindOf(err) != study.Invalid || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s is refused by %v", query, err)
		}
	}
}

func TestMemosAreFoundWithTheTurnsTheyStandOn(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		sources, err := s.Sources(t.Context(), s.lead, s.project, study.Filter{})
		must(t, err)
		source := sources[0]
		turns, err := s.Turns(t.Context(), s.lead, s.project, source.ID)
		must(t, err)
		memo := func(body, kind string, target study.ID, r study.Range) {
			n := app.NewMemo{Memo: study.Memo{Sort: "analytic", Body: body, TargetKind: kind, TargetID: target}}
			if kind == "passage" {
				n.Source, n.Range, n.Revision = source.ID, r, source.Revision
			}
			_, _, err := s.AddMemo(t.Context(), s.lead, s.project, n)
			must(t, err)
		}
		memo("The **queue** is the point", "passage", "", study.Range{Start: turns[1].Start, End: turns[2].End - 1})
		memo("About the queue and the whole", "source", sources[len(sources)-1].ID, study.Range{})
		memo("Nothing of it", "passage", "", study.Range{Start: turns[0].Start, End: turns[0].End - 1})
		for query, want := range map[string][]string{
			"memo:queue":             {fmt.Sprint(source.ID, " 1"), fmt.Sprint(source.ID, " 2")},
			`memo:"queue is the"`:    {fmt.Sprint(source.ID, " 1"), fmt.Sprint(source.ID, " 2")},
			"memo:nothing":           {fmt.Sprint(source.ID, " 0")},
			"memo:(nothing, absent)": {fmt.Sprint(source.ID, " 0")},
			"memo:absent":            nil,
		} {
			if len(sources) > 1 && strings.HasPrefix(query, "memo:queue") {
				all, err := s.Turns(t.Context(), s.lead, s.project, sources[len(sources)-1].ID)
				must(t, err)
				for _, turn := range all {
					want = append(want, fmt.Sprint(sources[len(sources)-1].ID, " ", turn.Index))
				}
			}
			got, _, _ := s.searched(study.SearchQuery{Text: query})
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s finds %q, not %q", query, got, want)
			}
		}
	})
}
