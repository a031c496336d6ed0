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

// wholly writes a table in every format, one after the other, as far as words go.
func wholly(t *testing.T, g publish.Grid) string {
	t.Helper()
	out := fmt.Sprint(g.Says)
	for _, row := range g.Rows {
		out += "\n" + row.Name + fmt.Sprint(row.Cells, row.Groups)
	}
	for _, f := range publish.JointFormats {
		var file strings.Builder
		must(t, f.Write(&file, g))
		if f.Extension == "csv" {
			out += "\n" + file.String()
		}
	}
	return out
}

func TestCellsOfFewAreHiddenInFilesWithWhatGivesThemAway(t *testing.T) {
	w := askedOf(t, storetest.SQLite(t), 60)
	crosstab := app.CrosstabAsk{AnalysisAsk: w.ask("Staff>60"), Row: "Sector", Column: "Exports"}
	c, err := w.Crosstab(t.Context(), w.by, w.project, crosstab)
	must(t, err)
	open, err := w.CrosstabGrid(t.Context(), w.by, w.project, crosstab, false)
	must(t, err)
	hidden, err := w.CrosstabGrid(t.Context(), w.by, w.project, crosstab, true)
	must(t, err)
	few := 0
	for i, row := range c.Few {
		for j, is := range row {
			if open.Rows[i].Cells[j] != any(c.Counts[i][j]) {
				t.Errorf("the cell %d, %d is %v", i, j, open.Rows[i].Cells[j])
			}
			if is {
				few++
				if hidden.Rows[i].Cells[j] != any("suppressed") || hidden.Rows[i].Cells[len(row)+1+j] != any("suppressed") {
					t.Errorf("a cell of few is shown: %v", hidden.Rows[i].Cells)
				}
			}
		}
	}
	if few == 0 {
		t.Fatalf("no cell is of few: %v", c.Counts)
	}
	if text := wholly(t, hidden); !strings.Contains(text, "fewer than 5 respondents") || strings.Contains(text, "instead of") {
		t.Errorf("the file says %s", text)
	}
}

func TestAJointDisplayIsTakenAlongWithoutNamesWhereItIsToBeSuppressed(t *testing.T) {
	w := askedOf(t, storetest.SQLite(t), 1)
	growth, time := interviewed(t, w)
	ask := app.JointAsk{AnalysisAsk: w.ask(), By: "District", Codes: []study.ID{growth, time}}
	open, err := w.JointGrid(t.Context(), w.by, w.project, ask, false)
	must(t, err)
	if text := wholly(t, open); !strings.Contains(text, "Firm number") || !strings.Contains(text, "We grew out of it") || !strings.Contains(text, "Burnley: 3 of 6 (50 %)") {
		t.Errorf("the file says %s", text)
	}
	hidden, err := w.JointGrid(t.Context(), w.by, w.project, ask, true)
	must(t, err)
	if text := wholly(t, hidden); strings.Contains(text, "Firm number") || strings.Contains(text, "grew") || !strings.Contains(text, "Burnley: suppressed") || !strings.Contains(text, "Wyre: 6 of 6 (100 %)") {
		t.Errorf("the file says %s", text)
	}
}
