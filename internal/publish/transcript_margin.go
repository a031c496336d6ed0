package publish

import (
	"fmt"
	"sort"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// lineWidth is about how many code points fit in a line beside the margin.
const lineWidth = 52

// margin is where the stripes of a transcript are. The page may have no style attribute, so that
// nothing in a text can become one: places and colours are classes with rules of their own.
type margin struct {
	lanes   int
	stripes [][]stripeView // by turn
	tails   [][]stripeView // by turn: what goes on below its words, into the next one
	colors  map[study.Color]string
	rules   *strings.Builder
}

type stripeView struct {
	Class  string
	Number int
}

// margin gives every code of every passage a stripe, in the first lane that is free over its lines.
func (t Transcript) margin(notes []note) margin {
	m := margin{stripes: make([][]stripeView, len(t.Turns)), tails: make([][]stripeView, len(t.Turns)), colors: map[study.Color]string{}, rules: &strings.Builder{}}
	lines := linesOf(t.Turns)
	var free []int // the first line that is free, by lane
	for i, n := range notes {
		first, last := lines.turn(t.Turns, n.Start), lines.turn(t.Turns, n.End-1)
		if first == len(t.Turns) || n.End <= n.Start {
			continue
		}
		last = min(last, len(t.Turns)-1)
		from, to := lines.at(t.Turns, first, n.Start), lines.at(t.Turns, last, n.End-1)+1
		seen := map[study.ID]bool{}
		for _, e := range n.Codings {
			if seen[e.Code] {
				continue
			}
			seen[e.Code] = true
			lane := 0
			for lane < len(free) && free[lane] > from {
				lane++
			}
			if lane == len(free) {
				free = append(free, 0)
			}
			free[lane] = to
			m.stripe(lines, first, last, from, to, fmt.Sprintf("x%d %s", lane, m.class(e.Color)), i+1)
		}
	}
	m.lanes = len(free)
	return m
}

// stripe draws one, turn by turn.
func (m *margin) stripe(lines lineCount, first, last, from, to int, class string, number int) {
	for i := first; i <= last; i++ {
		begin, all := lines[i], lines[i+1]-lines[i]
		top := (max(from, begin) - begin) * 100 / all
		end := ((min(to, lines[i+1])-begin)*100 + all - 1) / all
		m.stripes[i] = append(m.stripes[i], stripeView{fmt.Sprintf("%s y%d h%d", class, top, end-top), number})
		if i < last {
			m.tails[i] = append(m.tails[i], stripeView{Class: class})
		}
	}
}

// lineCount says in which line every turn begins, and where the last one ends.
type lineCount []int

func linesOf(turns []Turn) lineCount {
	out := make(lineCount, len(turns)+1)
	for i, t := range turns {
		out[i+1] = out[i] + max(1, (t.End-t.Start+lineWidth-1)/lineWidth)
	}
	return out
}

// turn is the index of the turn that holds a code point, or of the next one.
func (l lineCount) turn(turns []Turn, at int) int {
	return sort.Search(len(turns), func(i int) bool { return turns[i].End > at })
}

// at is the line of a code point in a turn.
func (l lineCount) at(turns []Turn, turn, at int) int {
	return min(l[turn]+max(0, at-turns[turn].Start)/lineWidth, l[turn+1]-1)
}

// class is that of a colour. The second form of a dye is broken, as it is not told by colour alone.
func (m margin) class(c study.Color) string {
	if known, ok := m.colors[c]; ok {
		return known
	}
	class := fmt.Sprintf("c%d", len(m.colors))
	base, open := strings.CutSuffix(string(c), "/open")
	line := "solid"
	if open {
		line = "dashed"
	}
	ink := "#5f656d"
	if study.Color(base).Validate() == nil {
		ink = study.Color(base).RGB()
	}
	fmt.Fprintf(m.rules, ".%s { border-color: %s; border-style: %s; }\n", class, ink, line)
	m.colors[c] = class
	return class
}

// widest is how much of the page the lanes may take, in rem.
const widest = 11.0

// style writes the rules of the classes.
func (m margin) style() string {
	pitch := min(1.25, widest/float64(max(m.lanes, 1)))
	var b strings.Builder
	fmt.Fprintf(&b, ".stripes, .tails { width: %.3frem; }\n", pitch*float64(m.lanes))
	for lane := range m.lanes {
		fmt.Fprintf(&b, ".x%d { left: %.3frem; }\n", lane, pitch*float64(lane))
	}
	for percent := range 101 {
		fmt.Fprintf(&b, ".y%d { top: %[1]d%%; } .h%[1]d { height: %[1]d%%; }\n", percent)
	}
	return b.String() + m.rules.String()
}
