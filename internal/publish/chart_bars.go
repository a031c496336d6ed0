package publish

import (
	"fmt"
	"strconv"
	"strings"
)

// Bars are counts as bars: a row of bars under each other for every name, one for each series.
type Bars struct {
	Series []string // what each bar of a row counts
	Rows   []BarRow
}

// BarRow is the bars of one name.
type BarRow struct {
	Name   string
	Values []int
}

// Limits of bars that can still be read on a page.
const (
	MostBars   = 60
	MostSeries = 6
)

// barValue is room for a figure after a bar.
const barValue = 44.0

func (c Bars) draw() (shapes []shape, height float64) {
	y := 0.0
	if len(c.Series) > 1 {
		for i, name := range c.Series {
			shapes = append(shapes, box(chartNames, y+4, chartBar, chartBar, ink(i)), text(chartNames+20, y+14, shortened(name, 60)))
			y += chartLead
		}
		y += chartGap
	}
	most := c.most()
	for _, row := range c.Rows {
		shapes = append(shapes, textTo(chartNames-8, y+10, shortened(row.Name, 27)))
		for i, n := range row.Values {
			w := (chartWidth - chartNames - barValue) * float64(n) / float64(max(1, most))
			shapes = append(shapes, box(chartNames, y, max(w, 0.75), chartBar, ink(i)), text(chartNames+w+5, y+10, strconv.Itoa(n)))
			y += chartBar + 2
		}
		y += chartGap
	}
	return shapes, y
}

func ink(series int) string { return chartInks[series%len(chartInks)] }

func (c Bars) most() (n int) {
	for _, row := range c.Rows {
		for _, value := range row.Values {
			n = max(n, value)
		}
	}
	return n
}

// Alt says in words what the bars show.
func (c Bars) Alt() string {
	var rows []string
	for _, row := range c.Rows {
		var values []string
		for i, n := range row.Values {
			if len(c.Series) > 1 {
				values = append(values, fmt.Sprintf("%s %d", cleanName(c.Series[i]), n))
			} else {
				values = append(values, strconv.Itoa(n))
			}
		}
		rows = append(rows, cleanName(row.Name)+": "+strings.Join(values, ", "))
	}
	return strings.Join(rows, "; ") + "."
}
