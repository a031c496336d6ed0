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

// told is a timeline in short words, the newest first.
func (s *sheet) told(by study.Actor, id study.ID) (out []string) {
	s.t.Helper()
	list, err := s.CaseTimeline(s.t.Context(), by, s.project, id)
	must(s.t, err)
	if !slices.IsSortedFunc(list, func(x, y app.CaseEvent) int { return y.At.Compare(x.At) }) {
		s.t.Errorf("the timeline is not in order: %+v", list)
	}
	for _, e := range list {
		parts := []string{e.Sort}
		for _, d := range e.Changes {
			parts = append(parts, fmt.Sprintf("%s%s: %q, %q", d.Field, d.Variable, d.Was, d.Is))
		}
		if e.Name != "" {
			parts = append(parts, e.Name)
		}
		if e.Codings > 0 {
			parts = append(parts, fmt.Sprint(e.Codings))
		}
		out = append(out, strings.Join(parts, " "))
	}
	return out
}

func TestATimelineTellsWhatBecameOfACase(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		b := newBound(t, open)
		ctx := t.Context()
		b.tie(b.manager.ID, app.NewTie{Link: study.Link{Kind: "speaker", ID: b.helen.ID}})
		source := b.tie(b.bakery.ID, app.NewTie{Link: study.Link{Kind: "source", ID: b.source.ID}})
		_, _, err := b.ChangeCells(ctx, b.lead, b.project, []app.Cell{{Case: b.bakery.ID, Variable: "Staff", Value: 12.0}, {Case: b.looms.ID, Variable: "Staff", Value: 3.0}})
		must(t, err)
		name := "Harbour Bakery Ltd"
		_, _, err = b.ChangeCase(ctx, b.lead, b.project, b.bakery.ID, 0, app.CaseChange{Name: &name})
		must(t, err)
		_, _, err = b.AddMemo(ctx, b.lead, b.project, app.NewMemo{Memo: study.Memo{Title: "Seen", Body: "On Friday.", TargetKind: "case", TargetID: b.bakery.ID}})
		must(t, err)
		_, err = b.RemoveTie(ctx, b.lead, b.project, b.bakery.ID, source.ID)
		must(t, err)
		got := b.told(b.lead, b.bakery.ID)
		slices.Sort(got) // what comes first within a moment, no clock tells
		want := []string{"changed name: \"Harbour Bakery\", \"Harbour Bakery Ltd\"", "changed valueStaff: \"9\", \"12\"", "coded 1", "made", "memo Seen", "source F1", "untied F1"}
		if !slices.Equal(got, want) {
			t.Errorf("the timeline is %q, not %q", got, want)
		}
		if got := b.told(b.people[1], b.manager.ID); !slices.Contains(got, "tied F1") || !slices.Contains(got, "coded 1") {
			t.Errorf("the manager's timeline is %q", got)
		}
		if _, err := b.CaseTimeline(ctx, b.lead, b.project, study.NewID()); study.KindOf(err) != study.NotFound {
			t.Errorf("a case that is not there has a timeline: %v", err)
		}
	})
}

func TestATimelineTellsWhatAnImportOfThousandsChanged(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		var table strings.Builder
		table.WriteString("Key,name,Staff\nF1,Harbour Bakery,10\n")
		for i := range 300 {
			fmt.Fprintf(&table, "N%d,Invented Firm %d,%d\n", i, i, i)
		}
		for _, staff := range []string{"10", "11"} {
			text := strings.Replace(table.String(), "Bakery,10", "Bakery,"+staff, 1)
			if staff == "11" {
				text = strings.ReplaceAll(text, "Firm", "Works")
			}
			_, _, err := s.ImportCases(t.Context(), s.lead, s.project, byKey(text))
			must(t, err)
		}
		want := []string{"changed valueStaff: \"10\", \"11\"", "changed valueStaff: \"9\", \"10\"", "made"}
		if got := s.told(s.lead, s.bakery.ID); !slices.Equal(got, want) {
			t.Errorf("the timeline is %q", got)
		}
	})
}
