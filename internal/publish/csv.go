package publish

import (
	"encoding/csv"
	"io"
	"strings"
)

// CSV writes one row a coding.
func CSV(w io.Writer, r Report) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write([]string{"Coding", "Code", "Text", "Strand", "Source", "Speaker", "Coder", "Memo"}); err != nil {
		return err
	}
	for _, e := range r.Excerpts {
		row := []string{string(e.Coding), strings.Join(e.Path, " › "), e.Text, e.StrandIs, e.Title, e.Speaker, e.CoderName, e.Memo}
		for i, v := range row {
			if v != "" && strings.ContainsRune("=+-@\t\r", rune(v[0])) {
				row[i] = "'" + v
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
