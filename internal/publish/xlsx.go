package publish

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// XLSX writes one row a coding.
func XLSX(w io.Writer, r Report) error {
	book := excelize.NewFile()
	defer book.Close()
	sheet, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	for i, e := range r.Excerpts {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := sheet.SetRow(cell, []any{string(e.Coding), strings.Join(e.Path, " › "), e.Text, e.StrandIs, e.Title, e.Speaker, e.CoderName, e.Memo}); err != nil {
			return err
		}
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}
