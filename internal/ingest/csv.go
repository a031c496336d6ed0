package ingest

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// readCSV makes documents of a table of values.
func readCSV(ctx context.Context, in *input) (*draft, error) {
	tables, err := tableOfCSV(ctx, in)
	if err != nil {
		return nil, err
	}
	return readTables(in, tables)
}

// tableOfCSV reads a table of values with commas, semicolons, tabs or bars between them.
func tableOfCSV(ctx context.Context, in *input) ([]table, error) {
	comma := delimiter(in.text)
	if strings.Count(in.text, string(comma))+strings.Count(in.text, "\n") > maxCells {
		return nil, errCells
	}
	t := table{}
	r := csvReader(in.text, comma)
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, study.Errorf(study.Invalid, "The table can't be read: %s. Open it in a spreadsheet, save it as csv or xlsx and add it again.", err)
		}
		if filled(row) > 0 {
			t.rows, t.columns = append(t.rows, row), max(t.columns, len(row))
		}
	}
	return []table{t}, nil
}

func csvReader(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	return r
}

const dialectSample = 64 << 10 // bytes

// delimiter finds what stands between values: what cuts most rows into the same number of
// values, and those of more than one.
func delimiter(text string) rune {
	sample := text[:min(len(text), dialectSample)]
	if at := strings.LastIndexByte(sample, '\n'); at > 0 && len(sample) < len(text) {
		sample = sample[:at]
	}
	best, score := ',', 0.0
	for _, comma := range []rune{',', ';', '\t', '|'} {
		if s := agreement(sample, comma); s > score {
			best, score = comma, s
		}
	}
	return best
}

// agreement is the share of rows that have the commonest number of values, a little more
// when these are many.
func agreement(sample string, comma rune) float64 {
	counts, rows := map[int]int{}, 0
	r := csvReader(sample, comma)
	for ; rows < 200; rows++ {
		row, err := r.Read()
		if err != nil {
			break
		}
		counts[len(row)]++
	}
	common, most := 0, 0
	for n, times := range counts {
		if n > 1 && (times > most || times == most && n > common) {
			common, most = n, times
		}
	}
	if rows == 0 {
		return 0
	}
	return float64(most)/float64(rows) + 0.001*float64(min(common, 100))
}
