package publish

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"os"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/selvedge/selvedge/internal/study"
)

const sheetName, aboutName = "Excerpts", "About"

// XLSX writes a workbook: a sheet with one row a coding, and one that says what it holds.
func XLSX(w io.Writer, r Report) error {
	if len(r.Excerpts) >= excelize.TotalRows {
		return study.Errorf(study.TooLarge, "Excel holds %s at most. Filter the excerpts, or take the CSV.", many(excelize.TotalRows-1, "coding"))
	}
	return spreadsheet[*study.Excerpt]{sheetName, coverOf(r).Title, r.Made, columns(r.Excerpts), len(r.Excerpts), r.rows(), facts(r)}.write(w)
}

// spreadsheet is a sheet with a table, and one that says what it holds. A text longer than
// Excel's 32,767 characters is cut and says so.
type spreadsheet[T any] struct {
	Sheet string
	Title string
	Made  time.Time
	Cols  []column[T]
	N     int // rows
	Rows  iter.Seq[T]
	About []fact
}

func (b spreadsheet[T]) write(w io.Writer) error {
	// Past 16 MB the library would put interview text into a temporary file; a folder
	// that can't be one keeps it in memory.
	book := excelize.NewFile(excelize.Options{TmpDir: os.DevNull})
	defer book.Close()
	for _, write := range []func(*excelize.File) error{b.writeTable, b.writeAbout, b.writeProperties} {
		if err := write(book); err != nil {
			return study.Wrap(err, "write XLSX")
		}
	}
	return study.Wrap(book.Write(w), "write XLSX")
}

func (b spreadsheet[T]) writeTable(book *excelize.File) error {
	if err := book.SetSheetName("Sheet1", b.Sheet); err != nil {
		return err
	}
	if err := offerFilters(book, b.Sheet, len(b.Cols), b.N+1); err != nil {
		return err
	}
	sheet, err := book.NewStreamWriter(b.Sheet)
	if err != nil {
		return err
	}
	if err := layOut(sheet, b.Cols); err != nil {
		return err
	}
	if err := writeRows(book, sheet, b.Cols, b.Rows); err != nil {
		return err
	}
	return sheet.Flush()
}

func offerFilters(book *excelize.File, sheet string, cols, rows int) error {
	corner, err := excelize.CoordinatesToCellName(cols, rows)
	if err != nil {
		return err
	}
	return book.AutoFilter(sheet, "A1:"+corner, nil)
}

// layOut sets widths and keeps the header in sight.
func layOut[T any](sheet *excelize.StreamWriter, cols []column[T]) error {
	for i, c := range cols {
		if err := sheet.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
	}
	return sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func writeRows[T any](book *excelize.File, sheet *excelize.StreamWriter, cols []column[T], rows iter.Seq[T]) error {
	s, err := newCellStyles(book)
	if err != nil {
		return err
	}
	row := make([]any, len(cols))
	for i, c := range cols {
		row[i] = excelize.Cell{StyleID: s.head, Value: c.Name}
	}
	if err := sheet.SetRow("A1", row); err != nil {
		return err
	}
	n := 1
	for e := range rows {
		for i, c := range cols {
			row[i] = s.cell(c.Value(e))
		}
		n++
		if err := sheet.SetRow(fmt.Sprintf("A%d", n), row); err != nil {
			return err
		}
	}
	return nil
}

// cellStyles are ids of styles in one workbook.
type cellStyles struct{ head, text, number, decimal, moment, date int }

func newCellStyles(book *excelize.File) (s cellStyles, err error) {
	top := &excelize.Alignment{Vertical: "top"}
	decimalFormat, clockFormat, dateFormat := "0.0", "[h]:mm:ss", "yyyy-mm-dd hh:mm"
	for _, made := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top, Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "84898D"}}}},
		{&s.text, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&s.number, excelize.Style{Alignment: top, NumFmt: 1}},
		{&s.decimal, excelize.Style{Alignment: top, CustomNumFmt: &decimalFormat}},
		{&s.moment, excelize.Style{Alignment: top, CustomNumFmt: &clockFormat}},
		{&s.date, excelize.Style{Alignment: top, CustomNumFmt: &dateFormat}},
	} {
		id, failed := book.NewStyle(&made.style)
		*made.id, err = id, cmp.Or(err, failed)
	}
	return s, err
}

func (s cellStyles) cell(v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
		return excelize.Cell{StyleID: s.text, Value: fitting(v)}
	case int:
		return excelize.Cell{StyleID: s.number, Value: v}
	case float64:
		return excelize.Cell{StyleID: s.decimal, Value: v}
	case moment:
		return excelize.Cell{StyleID: s.moment, Value: time.Duration(v).Hours() / 24}
	case time.Time:
		return excelize.Cell{StyleID: s.date, Value: v}
	}
	return nil
}

// fitting cuts a text to what a cell holds, counted in UTF-16 as Excel does.
func fitting(s string) string {
	if len(s) <= excelize.TotalCellChars {
		return s // in no encoding has it more units than bytes
	}
	room, cutAt := excelize.TotalCellChars-len(utf16.Encode([]rune(study.CutMark))), 0
	units := 0
	for at, r := range s {
		if units += utf16.RuneLen(r); units <= room {
			cutAt = at + len(string(r))
		}
	}
	if units <= excelize.TotalCellChars {
		return s
	}
	return s[:cutAt] + study.CutMark
}
