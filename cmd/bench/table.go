package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

// table gathers rows and prints them at the end, aligned.
type table struct{ rows [][]string }

func newTable() *table {
	return &table{[][]string{{"what", "where", "size", "figure", "p95", "floor", "ratio"}}}
}

func (t *table) row(cells ...string) {
	t.rows = append(t.rows, cells)
	fmt.Println(cells) // so that a long run shows where it is
}

func (t *table) print(w io.Writer) {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out)
	for _, cells := range t.rows {
		for _, cell := range cells {
			fmt.Fprintf(out, "%s\t", cell)
		}
		fmt.Fprintln(out)
	}
	_ = out.Flush()
}

// times are durations of the same work.
type times []time.Duration

// at is a quantile, 0 to 1.
func (t times) at(q float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t))
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000) }

func ratio(a, b time.Duration) string {
	if b <= 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f×", float64(a)/float64(b))
}
