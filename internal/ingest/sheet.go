package ingest

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// Sheet is a table of a file as it stands there, for whoever makes something else of it than
// sources.
type Sheet struct {
	Name    string     // of a workbook's sheet; else empty
	Columns []string   // their names, or A, B, C where the table has none
	Heads   [][]string // the rows that name the columns, without a title of the whole table
	Rows    [][]string // that hold data
	Header  int        // rows before the first that holds data
	Notes   []string   // sentences about what should be checked
}

// SheetRule says which table of a file is read, and how many rows stand before its data; nil
// takes the guess.
type SheetRule struct {
	Sheet  string
	Header *int
}

// Workbook is all tables of a file.
type Workbook struct {
	tables []table
	notes  []string
}

// ReadWorkbook reads the tables of a .csv, .tsv or .xlsx file.
func ReadWorkbook(ctx context.Context, name string, data []byte, opts Options) (w Workbook, err error) {
	err = reading(ctx, name, data, opts, func(ctx context.Context, in *input) error {
		if in.format.tables == nil {
			return study.FieldError("file", "“%s” is no table: choose a .csv, .tsv or .xlsx file.", in.title)
		}
		tables, err := in.format.tables(ctx, in)
		w = Workbook{slices.DeleteFunc(tables, func(t table) bool { return t.columns == 0 }), in.notes}
		return err
	})
	return w, err
}

// Names are those of its sheets.
func (w Workbook) Names() (names []string) {
	for _, t := range w.tables {
		names = append(names, t.sheet)
	}
	return names
}

// Sheet gives one of its tables. Its rows are shared by whoever asks again.
func (w Workbook) Sheet(rule SheetRule) (Sheet, error) {
	if len(w.tables) == 0 {
		return Sheet{}, study.FieldError("file", "There is no table in the file.")
	}
	at := 0
	if rule.Sheet != "" {
		at = slices.IndexFunc(w.tables, func(t table) bool { return t.sheet == rule.Sheet })
	}
	if at < 0 {
		return Sheet{}, study.FieldError("sheet", "There is no sheet “%s” in the file.", rule.Sheet)
	}
	t := w.tables[at]
	header := t.header()
	if rule.Header != nil {
		header = *rule.Header
	}
	if header < 0 || header > maxHeader {
		return Sheet{}, study.FieldError("header", "A table has at most %d rows before its data.", maxHeader)
	}
	found := t.describe(TableRule{Header: header})
	return Sheet{Name: t.sheet, Columns: apart(found.Columns), Heads: t.heads(header), Rows: t.rows[min(header, len(t.rows)):], Header: header, Notes: w.notes}, nil
}

// heads gives the rows that name columns, among those before the data.
func (t table) heads(header int) (out [][]string) {
	for _, row := range t.rows[:min(header, len(t.rows))] {
		if t.columns == 1 || filled(row) != 1 {
			out = append(out, row)
		}
	}
	return out
}

// apart tells columns of one name apart by the letters of their places.
func apart(columns []string) []string {
	seen := map[string]bool{}
	for c, name := range columns {
		if seen[study.Fold(name)] {
			columns[c] = name + " (" + letters(c) + ")"
		}
		seen[study.Fold(name)] = true
	}
	return columns
}
