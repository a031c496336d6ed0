package publish

import (
	"fmt"
	"strconv"
	"strings"
)

// Chart is counts as bars: a row of bars under each other for every name, one for each series.
type Chart struct {
	Series []string // what each bar of a row counts
	Rows   []ChartRow
}

// ChartRow is the bars of one name.
type ChartRow struct {
	Name   string
	Depth  int // of a name that stands under another
	Values []int
}

// Limits of a chart that can still be read on a page.
const (
	MostBars   = 60
	MostSeries = 6
)

// Measures of a chart, in units of which chartWidth make the width of a page.
const (
	chartWidth = 640.0
	chartNames = 210.0
	chartText  = 12.0
	chartBar   = 12.0
	chartGap   = 8.0
	chartLead  = 22.0 // of a line of the legend
	chartValue = 44.0 // room for a figure after a bar
)

// chartInks tell series apart, the darkest first; their order and figures say the same without them.
var chartInks = []string{"1d3d6e", "7d96bd", "c3cfdf", "55606e", "9aa3ad", "dfe0dc"}

const chartInk = "1a1d21"

// shape is a rectangle, or a text from its base line when it has one. Sizes are in units of the chart.
type shape struct {
	X, Y, W, H float64
	Fill       string // six hexadecimal digits
	Text       string
	Right      bool // the text ends at X
}

// draw gives the shapes of a chart and its height.
func (c Chart) draw() (shapes []shape, height float64) {
	y := 0.0
	if len(c.Series) > 1 {
		for i, name := range c.Series {
			shapes = append(shapes, shape{X: chartNames, Y: y + 4, W: chartBar, H: chartBar, Fill: ink(i)}, shape{X: chartNames + 20, Y: y + 14, Fill: chartInk, Text: shortened(name, 60)})
			y += chartLead
		}
		y += chartGap
	}
	most := c.most()
	for _, row := range c.Rows {
		shapes = append(shapes, shape{X: chartNames - 8, Y: y + 10, Fill: chartInk, Text: shortened(row.Name, 27), Right: true})
		for i, n := range row.Values {
			w := (chartWidth - chartNames - chartValue) * float64(n) / float64(max(1, most))
			shapes = append(shapes, shape{X: chartNames, Y: y, W: max(w, 0.75), H: chartBar, Fill: ink(i)}, shape{X: chartNames + w + 5, Y: y + 10, Fill: chartInk, Text: strconv.Itoa(n)})
			y += chartBar + 2
		}
		y += chartGap
	}
	return shapes, y
}

func ink(series int) string { return chartInks[series%len(chartInks)] }

func (c Chart) most() (n int) {
	for _, row := range c.Rows {
		for _, value := range row.Values {
			n = max(n, value)
		}
	}
	return n
}

// shortened cuts a name to what has room, in code points.
func shortened(name string, most int) string {
	letters := []rune(cleanName(name))
	if len(letters) <= most {
		return string(letters)
	}
	return strings.TrimSpace(string(letters[:most-1])) + "…"
}

// SVG draws the chart.
func (c Chart) SVG() string {
	shapes, height := c.draw()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" width="%[1]g" height="%[2]g" font-family="IBM Plex Sans, Calibri, Arial, sans-serif" font-size="%g">`, chartWidth, height, chartText)
	for _, s := range shapes {
		switch {
		case s.Text == "":
			fmt.Fprintf(&b, `<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="#%s"/>`, s.X, s.Y, s.W, s.H, s.Fill)
		case s.Right:
			fmt.Fprintf(&b, `<text x="%.2f" y="%.2f" text-anchor="end" fill="#%s">%s</text>`, s.X, s.Y, s.Fill, escaped(s.Text))
		default:
			fmt.Fprintf(&b, `<text x="%.2f" y="%.2f" fill="#%s">%s</text>`, s.X, s.Y, s.Fill, escaped(s.Text))
		}
	}
	b.WriteString(`</svg>`)
	return b.String()
}

// Alt says in words what the chart shows.
func (c Chart) Alt() string {
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
