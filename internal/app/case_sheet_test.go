package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestTheSheetOfCasesIsAFileOfTheSameCasesAndColumns(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		s.add(app.NewCase{Name: "=2+3", KeyText: "F9", Values: map[string]any{"Staff": 11.0}})
		whole, err := s.CaseGrid(t.Context(), s.people[1], s.project, study.CaseQuery{}, nil)
		must(t, err)
		last := len(whole.Heads) - 1
		if fmt.Sprint(whole.Heads[:4]) != "[Name Key Kind Firm]" || whole.Heads[last] != "Post" || len(whole.Rows) != 4 {
			t.Errorf("the whole sheet is %+v", whole)
		}
		if helen := whole.Rows[3]; helen.Name != "Helen Whinfield" || helen.Cells[1] != "person" || helen.Cells[2] != "Harbour Bakery" || helen.Cells[last-1] != "owner" {
			t.Errorf("a person is %+v", helen)
		}
		some, err := s.CaseGrid(t.Context(), s.lead, s.project, study.CaseQuery{Where: []string{"Staff>=9"}, Sort: "-Staff"}, []string{string(s.variable("Staff").ID), "key"})
		must(t, err)
		var out strings.Builder
		must(t, publish.GridCSV(&out, some))
		if want := "\ufeffName,Staff,Key\r\n'=2+3,11,F9\r\nHarbour Bakery,9,F1\r\n"; out.String() != want {
			t.Errorf("the file is %q, not %q", out.String(), want)
		}
		if _, err := s.CaseGrid(t.Context(), s.lead, s.project, study.CaseQuery{}, []string{"Turnover"}); study.KindOf(err) != study.Invalid {
			t.Errorf("a column that is not there is shown: %v", err)
		}
	})
}
