package app

import (
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

// CodeList says where a workbook explains its variables and their values.
type CodeList struct {
	Sheet    string `json:"sheet"`
	Variable string `json:"variable" doc:"Column of the names of variables"`
	Value    string `json:"value,omitempty" doc:"Column of values, where it explains those"`
	Label    string `json:"label" doc:"Column of what they mean"`
}

// guessCodeList finds a sheet that explains variables: one of two or three columns that are
// called so.
func guessCodeList(book ingest.Workbook, table string) *CodeList {
	for _, name := range book.Names() {
		if name == table {
			continue
		}
		if sheet, err := book.Sheet(ingest.SheetRule{Sheet: name}); err == nil {
			if l := codeListOf(sheet); l != nil {
				return l
			}
		}
	}
	return nil
}

func codeListOf(sheet ingest.Sheet) *CodeList {
	l := CodeList{Sheet: sheet.Name}
	for _, c := range sheet.Columns {
		switch name := study.Fold(c); {
		case slices.Contains([]string{"variable", "variable name", "name", "column", "question", "item"}, name) && l.Variable == "":
			l.Variable = c
		case slices.Contains([]string{"value", "code", "values"}, name) && l.Value == "":
			l.Value = c
		case strings.Contains(name, "label") || name == "meaning" || name == "description":
			if l.Label == "" {
				l.Label = c
			}
		}
	}
	if l.Variable == "" || l.Label == "" {
		return nil
	}
	return &l
}

func readCodeList(book ingest.Workbook, l *CodeList) (out []study.CodeLabel, err error) {
	if l == nil || l.Sheet == "" {
		return nil, nil
	}
	sheet, err := book.Sheet(ingest.SheetRule{Sheet: l.Sheet})
	if err != nil {
		return nil, err
	}
	t := tableOf(sheet)
	variable, label := t.Cells(l.Variable), t.Cells(l.Label)
	if variable == nil || label == nil {
		return nil, study.FieldError("labels", "The sheet “%s” has no columns “%s” and “%s”.", l.Sheet, study.Shorten(l.Variable, 60), study.Shorten(l.Label, 60))
	}
	values, last := t.Cells(l.Value), ""
	for i := range variable {
		one := study.CodeLabel{Variable: firstOf(variable[i], last), Label: strings.TrimSpace(label[i])}
		if last = one.Variable; values != nil {
			one.Value = strings.TrimSpace(values[i])
		}
		out = append(out, one)
	}
	return out, nil
}
