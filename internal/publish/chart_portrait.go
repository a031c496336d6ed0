package publish

import (
	"fmt"
	"math"
	"strings"
)

// Portrait is the passages of a source along its length, a lane for each code.
type Portrait struct {
	Lanes []Lane
}

// Lane is the passages of a code, in order of the text.
type Lane struct {
	Name      string
	Stretches []Stretch
}

// Stretch is where a passage begins and ends, from 0 to 1 of the source.
type Stretch struct{ From, To float64 }

// MostLanes is how many lanes can still be read on a page.
const MostLanes = 30

// Measures of a portrait.
const (
	laneHigh  = 22.0
	laneLong  = chartWidth - chartNames - barValue
	leastBar  = 1.5 // of a passage, so that it is seen
	laneTold  = 12  // how many passages of a lane are told in words
	quarters  = 4
	laneBelow = 36.0 // for the percentages
)

func (p Portrait) draw() (shapes []shape, height float64) {
	bottom := float64(len(p.Lanes)) * laneHigh
	for i := range quarters + 1 {
		x := chartNames + laneLong*float64(i)/quarters
		shapes = append(shapes, line(x, 0, x, bottom, .75, chartEdge), textAround(x, bottom+14, fmt.Sprintf("%d%%", 100*i/quarters), chartInk))
	}
	shapes = append(shapes, textAround(chartNames+laneLong/2, bottom+30, "Along the text", chartInk))
	for i, lane := range p.Lanes {
		shapes = append(shapes, lane.draw(float64(i)*laneHigh)...)
	}
	return shapes, bottom + laneBelow
}

func (l Lane) draw(y float64) []shape {
	out := []shape{textTo(chartNames-8, y+laneHigh/2+4, shortened(l.Name, 27)), line(chartNames, y+laneHigh/2, chartNames+laneLong, y+laneHigh/2, .75, chartEdge)}
	for _, s := range l.Stretches {
		out = append(out, s.draw(y+(laneHigh-chartBar)/2)...)
	}
	return append(out, text(chartNames+laneLong+8, y+laneHigh/2+4, figure(len(l.Stretches))))
}

// draw gives a passage with an edge, so that it is told from one that it touches.
func (s Stretch) draw(y float64) []shape {
	const edge = .75
	wide := max(leastBar, (s.To-s.From)*laneLong)
	x := chartNames + min(s.From*laneLong, laneLong-wide)
	return []shape{box(x, y, wide, chartBar, chartInks[0]), box(x+edge, y+edge, max(0, wide-2*edge), chartBar-2*edge, chartInks[1])}
}

// Alt says in words what the portrait shows.
func (p Portrait) Alt() string {
	var out []string
	for _, lane := range p.Lanes {
		out = append(out, cleanName(lane.Name)+": "+many(len(lane.Stretches), "passage")+", "+lane.places())
	}
	return strings.Join(out, "; ") + "."
}

// places tells where the first passages of a lane begin.
func (l Lane) places() string {
	var out []string
	for _, s := range l.Stretches[:min(len(l.Stretches), laneTold)] {
		out = append(out, fmt.Sprintf("%.0f%%", math.Floor(100*s.From)))
	}
	if more := len(l.Stretches) - len(out); more > 0 {
		out = append(out, "and "+figure(more)+" more")
	}
	return "at " + strings.Join(out, ", ") + " of the text"
}
