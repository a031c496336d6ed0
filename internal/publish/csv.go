package publish

import (
	"encoding/csv"
	"io"
	"iter"
	"strconv"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// byteOrderMark tells Excel that the file is UTF-8; R's readr and pandas' utf-8-sig skip it.
const byteOrderMark = "\uFEFF"

// CSV writes one row a coding.
func CSV(w io.Writer, r Report) error {
	return writeCSV(w, columns(r.Excerpts), r.rows())
}

// writeCSV writes a header and the rows, in UTF-8 with CRLF line ends. A text that a
// spreadsheet would run as a formula has an apostrophe before it.
func writeCSV[T any](w io.Writer, cols []column[T], rows iter.Seq[T]) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return study.Wrap(err, "write CSV")
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := make([]string, len(cols))
	for i, c := range cols {
		row[i] = harmless(c.Name)
	}
	out.Write(row) // the writer keeps its error until Error
	for e := range rows {
		for i, c := range cols {
			row[i] = plain(c.Value(e))
		}
		out.Write(row)
	}
	out.Flush()
	return study.Wrap(out.Error(), "write CSV")
}

func plain(v any) string {
	switch v := v.(type) {
	case string:
		return harmless(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case moment:
		return clock(int(time.Duration(v).Milliseconds()))
	case time.Time:
		return v.Format(time.DateTime)
	}
	return ""
}

// harmless keeps spreadsheets from reading a text as a formula.
func harmless(s string) string {
	if study.Formula(s) {
		return "'" + s
	}
	return s
}
