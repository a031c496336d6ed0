package publish

import (
	"fmt"
	"strings"
)

// Drawing is a picture of a report. Each is shapes, of which every format makes its own.
type Drawing interface {
	// draw gives the shapes and their height, in units of which chartWidth make the width of a page.
	draw() (shapes []shape, height float64)
	// Alt says in words what the picture shows.
	Alt() string
}

// Measures of pictures.
const (
	chartWidth  = 640.0
	chartNames  = 210.0 // room for names at the left
	chartText   = 12.0
	chartBar    = 12.0
	chartGap    = 8.0
	chartLead   = 22.0 // of a line of the legend
	chartLetter = 6.4  // about as wide as a letter is
)

// chartInks tell series apart, the darkest first; their order and figures say the same without them.
var chartInks = []string{"1d3d6e", "7d96bd", "c3cfdf", "55606e", "9aa3ad", "dfe0dc"}

const (
	chartInk   = "1a1d21"
	chartPaper = "ffffff"
	chartEdge  = "dfe0dc"
)

// shape is one of box, disc, line and text.
type shape struct {
	form
	X, Y, W, H float64
	Fill       string  // six hexadecimal digits
	Thick      float64 // of a line
	Text       string
	Before     float64 // how much of a text stands before X, from 0 to 1
}

type form int

const (
	boxed  form = iota // a rectangle
	disced             // fills W and H, which are the same
	lined              // from X and Y on, by W and H
	spelt              // a text on its base line
)

func box(x, y, w, h float64, fill string) shape {
	return shape{form: boxed, X: x, Y: y, W: w, H: h, Fill: fill}
}

// disc lies round a point.
func disc(x, y, radius float64, fill string) shape {
	return shape{form: disced, X: x - radius, Y: y - radius, W: 2 * radius, H: 2 * radius, Fill: fill}
}

func line(x, y, toX, toY, thick float64, fill string) shape {
	return shape{form: lined, X: x, Y: y, W: toX - x, H: toY - y, Thick: thick, Fill: fill}
}

// text begins at x.
func text(x, y float64, words string) shape {
	return shape{form: spelt, X: x, Y: y, Fill: chartInk, Text: words}
}

// textTo ends at x.
func textTo(x, y float64, words string) shape {
	return shape{form: spelt, X: x, Y: y, Fill: chartInk, Text: words, Before: 1}
}

// textAround has its middle at x.
func textAround(x, y float64, words, fill string) shape {
	return shape{form: spelt, X: x, Y: y, Fill: fill, Text: words, Before: .5}
}

// shortened cuts a name to what has room, in code points.
func shortened(name string, most int) string {
	letters := []rune(cleanName(name))
	if len(letters) <= most {
		return string(letters)
	}
	return strings.TrimSpace(string(letters[:most-1])) + "…"
}

// Pictured draws a picture for the pages of a report.
func Pictured(d Drawing) *PagesPicture {
	return &PagesPicture{SVG: drawnSVG(d), Alt: d.Alt(), Drawing: d}
}

func drawnSVG(d Drawing) string {
	shapes, height := d.draw()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" width="%[1]g" height="%[2]g" font-family="IBM Plex Sans, Calibri, Arial, sans-serif" font-size="%g">`, chartWidth, height, chartText)
	for _, s := range shapes {
		b.WriteString(s.svg())
	}
	b.WriteString(`</svg>`)
	return b.String()
}

// anchors are where texts are held, by how much of them stands before.
var anchors = map[float64]string{0: "start", .5: "middle", 1: "end"}

func (s shape) svg() string {
	switch s.form {
	case disced:
		return fmt.Sprintf(`<circle cx="%.2f" cy="%.2f" r="%.2f" fill="#%s"/>`, s.X+s.W/2, s.Y+s.H/2, s.W/2, s.Fill)
	case lined:
		return fmt.Sprintf(`<line x1="%.2f" y1="%.2f" x2="%.2f" y2="%.2f" stroke-width="%.2f" stroke="#%s"/>`, s.X, s.Y, s.X+s.W, s.Y+s.H, s.Thick, s.Fill)
	case spelt:
		return fmt.Sprintf(`<text x="%.2f" y="%.2f" text-anchor="%s" fill="#%s">%s</text>`, s.X, s.Y, anchors[s.Before], s.Fill, escaped(s.Text))
	}
	return fmt.Sprintf(`<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="#%s"/>`, s.X, s.Y, s.W, s.H, s.Fill)
}
