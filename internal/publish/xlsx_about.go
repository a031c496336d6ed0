package publish

import (
	"time"

	"github.com/xuri/excelize/v2"
)

// writeAbout says on a sheet of its own what the workbook holds.
func (b spreadsheet[T]) writeAbout(book *excelize.File) error {
	if _, err := book.NewSheet(aboutName); err != nil {
		return err
	}
	s, err := newCellStyles(book)
	if err != nil {
		return err
	}
	sheet, err := book.NewStreamWriter(aboutName)
	if err != nil {
		return err
	}
	if err := sheet.SetColWidth(1, 1, 18); err != nil {
		return err
	}
	if err := sheet.SetColWidth(2, 2, 80); err != nil {
		return err
	}
	for i, fact := range b.About {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := sheet.SetRow(at, []any{excelize.Cell{StyleID: s.head, Value: fact.name}, s.cell(fact.value)}); err != nil {
			return err
		}
	}
	return sheet.Flush()
}

// Positions says what numbers of a table mean.
const Positions = "Start and end count characters (Unicode code points) of the source’s text from 0; end is the character after the last."

type fact struct {
	name  string
	value any
}

func facts(r Report) []fact {
	c := coverOf(r)
	passages, sources := tally(r.Excerpts)
	list := []fact{{"Project", c.Title}, {"Made (UTC)", r.Made.UTC()}, {"Codings", len(r.Excerpts)}, {"Passages", passages}, {"Sources", sources}}
	for _, f := range c.Filters {
		list = append(list, fact{"Filter", f})
	}
	if c.Empty != "" {
		list = append(list, fact{"Note", c.Empty})
	}
	return append(list, fact{"Positions", Positions})
}

func (b spreadsheet[T]) writeProperties(book *excelize.File) error {
	made := b.Made.UTC().Format(time.RFC3339)
	return book.SetDocProps(&excelize.DocProperties{Title: b.Title, Creator: "Selvedge", LastModifiedBy: "Selvedge", Created: made, Modified: made, Language: "en-GB"})
}
