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

// ReadSheet reads a table of a .csv, .tsv or .xlsx file, and names all that the file has.
func ReadSheet(ctx context.Context, name string, data []byte, opts Options, rule SheetRule) (sheet Sheet, names []string, err error) {
	err = reading(ctx, name, data, opts, func(ctx context.Context, in *input) error {
		if in.format.tables == nil {
			return study.FieldError("file", "“%s” is no table: choose a .csv, .tsv or .xlsx file.", in.title)
		}
		tables, err := in.format.tables(ctx, in)
		if err != nil {
			return err
		}
		tables = slices.DeleteFunc(tables, func(t table) bool { return t.columns == 0 })
		for _, t := range tables {
			names = append(names, t.sheet)
		}
		sheet, err = pickSheet(tables, rule)
		sheet.Notes = in.notes
		return err
	})
	return sheet, names, err
}

func pickSheet(tables []table, rule SheetRule) (Sheet, error) {
	if len(tables) == 0 {
		return Sheet{}, study.FieldError("file", "There is no table in the file.")
	}
	at := 0
	if rule.Sheet != "" {
		at = slices.IndexFunc(tables, func(t table) bool { return t.sheet == rule.Sheet })
	}
	if at < 0 {
		return Sheet{}, study.FieldError("sheet", "There is no sheet “%s” in the file.", rule.Sheet)
	}
	t := tables[at]
	header := t.header()
	if rule.Header != nil {
		header = *rule.Header
	}
	if header < 0 || header > maxHeader {
		return Sheet{}, study.FieldError("header", "A table has at most %d rows before its data.", maxHeader)
	}
	found := t.describe(TableRule{Header: header})
	return Sheet{Name: t.sheet, Columns: apart(found.Columns), Rows: t.rows[min(header, len(t.rows)):], Header: header}, nil
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
