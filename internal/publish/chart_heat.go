package publish

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Heat is a table whose cells are shaded, the warmer the darker; each says its figure.
type Heat struct {
	Of      string   // what the shades tell of
	Key     []string // what warmth 1, 2 and so on stand for; "" of one that no cell has
	Columns []string
	Rows    []HeatRow
}

// HeatRow is a row of cells, one for each column.
type HeatRow struct {
	Name  string
	Cells []HeatCell
}

// HeatCell is a cell; there is none where nothing is said. What it says is broken at blanks.
type HeatCell struct {
	Says   string
	Warmth int // 0 to MostWarmth
}

// Limits of a heat map that can still be read on a page, and how many shades it has.
const (
	MostHeatRows    = 40
	MostHeatColumns = 12
	MostWarmth      = 5
)

// Measures of a heat map.
const (
	heatWide = 104.0 // of a column, at most
	heatLine = 14.0  // from base line to base line
	heatHead = 4     // lines of the name of a column
)

// heatInks are the shades, from none to the darkest, on which letters are white.
var heatInks = [MostWarmth + 1]string{"f1f2ef", "e3ebf6", "c3d4eb", "92b1da", "476fa9", "1d3d6e"}

func heatLetters(warmth int) string {
	if warmth > 3 {
		return chartPaper
	}
	return chartInk
}

func (h Heat) draw() (shapes []shape, height float64) {
	shapes, y := h.key()
	for i, name := range h.listed() {
		shapes = append(shapes, text(chartNames, y+12, shortened(strconv.Itoa(i+1)+" "+cleanName(name), 60)))
		y += heatLine + 2
	}
	heads, y := h.heads(y + 4)
	shapes = append(shapes, heads...)
	for i, row := range h.Rows {
		high := h.high()
		shapes = append(shapes, textTo(chartNames-8, y+high/2+4, shortened(h.named(i), 27)))
		for j, cell := range row.Cells {
			shapes = append(shapes, cell.draw(chartNames+float64(j)*h.wide(), y, h.wide(), high)...)
		}
		y += high
	}
	return shapes, y + 1
}

// key tells what the shades stand for.
func (h Heat) key() (shapes []shape, y float64) {
	if len(h.Key) == 0 {
		return nil, 0
	}
	shapes = append(shapes, text(chartNames, 12, shortened(h.Of, 66)))
	x := chartNames
	for i, name := range h.Key {
		if name != "" {
			shapes = append(shapes, box(x, chartLead, chartBar, chartBar, heatInks[i+1]), text(x+chartBar+5, chartLead+10, name))
			x += chartBar + 24 + float64(len([]rune(name)))*chartLetter
		}
	}
	return shapes, 2*chartLead + 2
}

// heads are the names of the columns, or their numbers where names have no room.
func (h Heat) heads(from float64) (shapes []shape, y float64) {
	lines := 1
	for j, name := range h.Columns {
		said := []string{strconv.Itoa(j + 1)}
		if !h.numbered() {
			said = folded(name, h.letters())
		}
		lines = max(lines, len(said))
		for i, words := range said {
			shapes = append(shapes, textAround(chartNames+(float64(j)+.5)*h.wide(), from+10+float64(i)*heatLine, words, chartInk))
		}
	}
	return shapes, from + float64(lines)*heatLine + 2
}

func (h Heat) wide() float64 {
	return min(heatWide, (chartWidth-chartNames)/float64(max(1, len(h.Columns))))
}

func (h Heat) letters() int { return int(h.wide()/chartLetter) - 1 }

// high is the height of a row: as many lines as a cell of the table has.
func (h Heat) high() float64 {
	lines := 1
	for _, row := range h.Rows {
		for _, cell := range row.Cells {
			lines = max(lines, len(cell.lines()))
		}
	}
	return float64(lines)*heatLine + 10
}

// numbered says whether the name of some column has no room over it.
func (h Heat) numbered() bool {
	return slices.ContainsFunc(h.Columns, func(name string) bool {
		lines := folded(name, h.letters())
		return len(lines) > heatHead || slices.ContainsFunc(lines, func(line string) bool { return len([]rune(line)) > h.letters() })
	})
}

// square says whether rows and columns are called the same, so that they have the same numbers.
func (h Heat) square() bool {
	return slices.EqualFunc(h.Rows, h.Columns, func(row HeatRow, column string) bool { return row.Name == column })
}

// listed are the columns whose names are told over the table.
func (h Heat) listed() []string {
	if h.numbered() && !h.square() {
		return h.Columns
	}
	return nil
}

func (h Heat) named(row int) string {
	if h.numbered() && h.square() {
		return strconv.Itoa(row+1) + " " + h.Rows[row].Name
	}
	return h.Rows[row].Name
}

func (c HeatCell) draw(x, y, wide, high float64) []shape {
	if c.Says == "" {
		return nil
	}
	out := []shape{box(x+1, y+1, wide-2, high-2, heatInks[c.Warmth])}
	lines := c.lines()
	first := y + high/2 + 4 - float64(len(lines)-1)*heatLine/2
	for i, words := range lines {
		out = append(out, textAround(x+wide/2, first+float64(i)*heatLine, words, heatLetters(c.Warmth)))
	}
	return out
}

func (c HeatCell) lines() []string {
	return strings.Fields(strings.NewReplacer("(", "", ")", "").Replace(c.Says))
}

// unbroken are words, and two words in brackets, as (N 12).
var unbroken = regexp.MustCompile(`\([^()\s]+ [^()\s]+\)|\S+`)

// folded breaks a name between words, and after hyphens, into lines of so many letters; a longer word
// has a line of its own.
func folded(name string, letters int) (lines []string) {
	for _, word := range unbroken.FindAllString(cleanName(name), -1) {
		between := " "
		for _, piece := range strings.SplitAfter(word, "-") {
			if last := len(lines) - 1; last >= 0 && len([]rune(lines[last]+between+piece)) <= letters {
				lines[last] += between + piece
			} else if piece != "" {
				lines = append(lines, piece)
			}
			between = ""
		}
	}
	return lines
}

// Alt says in words what the heat map shows.
func (h Heat) Alt() string {
	var rows []string
	for _, row := range h.Rows {
		var cells []string
		for j, cell := range row.Cells {
			if cell.Says != "" {
				cells = append(cells, cleanName(h.Columns[j])+" "+cell.Says)
			}
		}
		if len(cells) > 0 {
			rows = append(rows, cleanName(row.Name)+": "+strings.Join(cells, ", "))
		}
	}
	return strings.Join(rows, "; ") + "."
}
