package app

import (
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CodeList says where variables and their values are explained: in a file of its own, or in a
// sheet of the table's workbook.
type CodeList struct {
	File     bool   `json:"file,omitempty" doc:"It is the file of codes, and no sheet of the table's workbook"`
	Sheet    string `json:"sheet"`
	Variable string `json:"variable" doc:"Column of the names of variables"`
	Value    string `json:"value,omitempty" doc:"Column of values, where it explains those"`
	Label    string `json:"label" doc:"Column of what they mean"`
	Missing  string `json:"missing,omitempty" doc:"Column that says which values count as missing"`
}

// CodesUpload is a code list in a file of its own on its way in. The file is not kept.
type CodesUpload struct {
	Name string
	Data []byte // nil when there is none
}

// codeList reads the code list that comes with a table: the file of codes, else the sheet of
// the workbook that was chosen or that looks like one.
func (a *App) codeList(ctx context.Context, r store.Reader, project study.ID, u SurveyUpload, book ingest.Workbook, table string) (l *CodeList, labels []study.CodeLabel, err error) {
	if u.Codes.Data != nil {
		return a.fileOfCodes(ctx, r, project, u)
	}
	if l = u.Labels; l == nil || l.File {
		l = guessCodeList(book, slices.DeleteFunc(book.Names(), func(name string) bool { return name == table }))
	}
	if l == nil || l.Sheet == "" {
		return l, nil, nil
	}
	labels, err = readCodeList(r, project, book, *l)
	return l, labels, err
}

func (a *App) fileOfCodes(ctx context.Context, r store.Reader, project study.ID, u SurveyUpload) (*CodeList, []study.CodeLabel, error) {
	called := "“" + study.Shorten(u.Codes.Name, 80) + "”"
	book, err := a.readWorkbook(ctx, u.Codes.Name, u.Codes.Data, ingest.Options{Charset: u.Options.Charset})
	if err != nil {
		return nil, nil, study.At(err, "codes", called)
	}
	l := u.Labels
	if l == nil || !l.File {
		l = guessCodeList(book, book.Names())
	}
	if l == nil {
		sheet, err := book.Sheet(ingest.SheetRule{})
		if err != nil {
			return nil, nil, study.At(err, "codes", called)
		}
		return nil, nil, study.FieldError("codes", "%s: none of its columns is called as those of a code list are: variable, value, label, missing. It has: %s.", called, study.Shorten(strings.Join(sheet.Columns, ", "), 300))
	}
	l.File = true
	labels, err := readCodeList(r, project, book, *l)
	return l, labels, study.At(err, "codes", called)
}

// guessCodeList finds a sheet that explains variables: one of two or three columns that are
// called so.
func guessCodeList(book ingest.Workbook, sheets []string) *CodeList {
	for _, name := range sheets {
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
		case strings.HasPrefix(name, "missing") || name == "is missing":
			l.Missing = c
		case strings.Contains(name, "label") || name == "meaning" || name == "description":
			if l.Label == "" {
				l.Label = c
			}
		}
	}
	if l.Variable == "" || l.Label == "" && (l.Value == "" || l.Missing == "") {
		return nil
	}
	return &l
}

// readCodeList reads the lines of a code list. Names that have a pseudonym are replaced.
func readCodeList(r store.Reader, project study.ID, book ingest.Workbook, l CodeList) (out []study.CodeLabel, err error) {
	sheet, err := book.Sheet(ingest.SheetRule{Sheet: l.Sheet})
	if err != nil {
		return nil, err
	}
	t, err := renamed(r, project, tableOf(sheet))
	if err != nil {
		return nil, err
	}
	for _, column := range []string{l.Variable, l.Value, l.Label, l.Missing} {
		if column != "" && t.Cells(column) == nil {
			return nil, study.FieldError("labels", "The code list has no column “%s”. It has: %s.", study.Shorten(column, 60), study.Shorten(strings.Join(t.Columns, ", "), 300))
		}
	}
	last := ""
	for i := range t.Rows {
		at := func(column string) string {
			if cells := t.Cells(column); cells != nil {
				return strings.TrimSpace(cells[i])
			}
			return ""
		}
		one := study.CodeLabel{Variable: firstOf(at(l.Variable), last), Value: at(l.Value), Label: at(l.Label), Missing: study.Ticked(at(l.Missing))}
		last = one.Variable
		out = append(out, one)
	}
	return out, nil
}
