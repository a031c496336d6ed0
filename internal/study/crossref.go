package study

import (
	"cmp"
	"slices"
)

// What the cells of a cross-reference count.
const (
	CountPassages = "passages"
	CountSources  = "sources"
	CountCases    = "cases"
	CountWords    = "words"
)

// When two codes count as being together.
const (
	TogetherOverlap = "overlap" // some of the same words have both
	TogetherTurn    = "turn"    // a turn has both
	TogetherNear    = "near"    // their passages are at most so many turns apart
	TogetherSource  = "source"  // a source has both
)

// Mark is a coding where it lies, with all that a cross-reference tells apart. Without a code it
// stands for what somebody says in a source, coded or not.
type Mark struct {
	Passage, Source, Strand, Code, Coder ID
	Range
	First, Last int      // the turns that it touches
	Speakers    []string // who says it, moderators left out
	Moderators  []string // those among them
	Tied        []ID     // the cases whose words it is
	Cases       []ID     // the same, firms in place of their persons
}

// Axis is the rows or the columns of a cross-reference. A mark may stand under several heads, as
// one does that has a code under another.
type Axis struct {
	Heads []Head
	Of    func(m *Mark) []int // places of heads
}

// Head is a row or a column.
type Head struct {
	ID    string `json:"id" doc:"Of a code, strand, source or coder; the name of a speaker, or the value of a variable"`
	Name  string `json:"name"`
	Depth int    `json:"depth,omitempty" doc:"Of a code in the tree, 0 for roots"`
	Color Color  `json:"color,omitempty" doc:"Of a code"`
	N     int    `json:"n" doc:"How many there are to count: sources or cases, coded so or not; passages or words with any code"`
	All   int    `json:"all" doc:"How many of the whole row or column are counted, each once"`
}

// CrossReference holds how many marks are under a row and a column.
type CrossReference struct {
	Rows    []Head   `json:"rows"`
	Columns []Head   `json:"columns"`
	N       int      `json:"n" doc:"How many there are to count in all, as of a column"`
	Cells   [][]int  `json:"cells" doc:"[row][column]"`
	Unasked [][2]int `json:"unasked,omitempty" doc:"[row, column] of cells that count nothing because the strand's interview guide didn't ask about the code"`
}

// tally counts things, each once.
type tally struct {
	of    map[ID]bool
	parts map[ID][]Range // by source, of which words are counted
}

func newTally() *tally { return &tally{map[ID]bool{}, map[ID][]Range{}} }

func (t *tally) add(m *Mark, count string) {
	switch count {
	case CountPassages:
		if m.Passage != "" {
			t.of[m.Passage] = true
		}
	case CountSources:
		t.of[m.Source] = true
	case CountCases:
		for _, c := range m.Cases {
			t.of[c] = true
		}
	case CountWords:
		if m.Code != "" {
			t.parts[m.Source] = append(t.parts[m.Source], m.Range)
		}
	}
}

// total is what a tally counted; words tells how many words a range of a source has.
func (t *tally) total(words func(source ID, r Range) int) int {
	n := len(t.of)
	for source, ranges := range t.parts {
		for _, r := range Joined(ranges) {
			n += words(source, r)
		}
	}
	return n
}

// Counting is what a cross-reference counts, and in what.
type Counting struct {
	Count string
	Marks []Mark // codings
	All   []Mark // what is said by whom, coded or not
	Words func(source ID, r Range) int
}

// Cross counts the marks under each row and column.
func (c Counting) Cross(rows, columns Axis) CrossReference {
	out := CrossReference{Rows: slices.Clone(rows.Heads), Columns: slices.Clone(columns.Heads), Cells: make([][]int, len(rows.Heads))}
	cells := make([]*tally, len(rows.Heads)*len(columns.Heads))
	ofRows, ofColumns := make([]*tally, len(rows.Heads)), make([]*tally, len(columns.Heads))
	for i := range c.Marks {
		m := &c.Marks[i]
		at := columns.Of(m)
		for _, row := range rows.Of(m) {
			for _, column := range at {
				c.count(cells, row*len(columns.Heads)+column, m)
				c.count(ofRows, row, m)
				c.count(ofColumns, column, m)
			}
		}
	}
	for row := range rows.Heads {
		out.Rows[row].All = c.total(ofRows[row])
		for column := range columns.Heads {
			out.Cells[row] = append(out.Cells[row], c.total(cells[row*len(columns.Heads)+column]))
		}
	}
	for column := range columns.Heads {
		out.Columns[column].All = c.total(ofColumns[column])
	}
	c.sizes(&out, rows, columns)
	return out
}

func (c Counting) count(tallies []*tally, at int, m *Mark) {
	if tallies[at] == nil {
		tallies[at] = newTally()
	}
	tallies[at].add(m, c.Count)
}

func (c Counting) total(t *tally) int {
	if t == nil {
		return 0
	}
	return t.total(c.Words)
}

// sizes gives each row and column what there is to count. What is said can't be under a code, so
// that rows of codes have what is counted of them.
func (c Counting) sizes(out *CrossReference, rows, columns Axis) {
	among := c.All
	if c.Count == CountPassages || c.Count == CountWords {
		among = c.Marks
	}
	all, ofRows, ofColumns := newTally(), make([]*tally, len(rows.Heads)), make([]*tally, len(columns.Heads))
	for i := range among {
		m := &among[i]
		all.add(m, c.Count)
		for _, row := range rows.Of(m) {
			c.count(ofRows, row, m)
		}
		for _, column := range columns.Of(m) {
			c.count(ofColumns, column, m)
		}
	}
	out.N = c.total(all)
	for i, t := range ofRows {
		out.Rows[i].N = max(c.total(t), out.Rows[i].All)
	}
	for i, t := range ofColumns {
		out.Columns[i].N = max(c.total(t), out.Columns[i].All)
	}
}

// Together counts where codes are together: the places in which they overlap, the turns or the
// sources that have both, or the pairs of passages that are at most so many turns apart; or the
// sources or the cases in which they are. Both axes are of codes.
func (c Counting) Together(rows, columns Axis, how string, turns int) CrossReference {
	out := CrossReference{Rows: slices.Clone(rows.Heads), Columns: slices.Clone(columns.Heads), Cells: make([][]int, len(rows.Heads))}
	cells := make([]meeting, len(rows.Heads)*len(columns.Heads))
	for _, marks := range c.bySource() {
		meets(marks, how, turns, func(a, b *Mark) {
			for _, row := range rows.Of(a) {
				for _, column := range columns.Of(b) {
					cells[row*len(columns.Heads)+column].add(a, b, how, c.Count)
				}
			}
		})
	}
	for row := range rows.Heads {
		for column := range columns.Heads {
			out.Cells[row] = append(out.Cells[row], cells[row*len(columns.Heads)+column].total())
		}
	}
	c.sizes(&out, rows, columns)
	return out
}

func (c Counting) bySource() map[ID][]*Mark {
	out := map[ID][]*Mark{}
	for i := range c.Marks {
		m := &c.Marks[i]
		out[m.Source] = append(out[m.Source], m)
	}
	for _, marks := range out {
		slices.SortFunc(marks, func(a, b *Mark) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	}
	return out
}

// meets gives each two marks of a source that are together, either of them first and each with
// itself.
func meets(marks []*Mark, how string, turns int, met func(a, b *Mark)) {
	for i, a := range marks {
		met(a, a)
		for _, b := range marks[i+1:] {
			if how == TogetherOverlap && b.Start >= a.End || how == TogetherTurn && b.First > a.Last || how == TogetherNear && b.First > a.Last+turns {
				break // marks are in order of their starts
			}
			met(a, b)
			met(b, a)
		}
	}
}

// meeting counts where the marks of two heads are together.
type meeting struct {
	things map[ID]bool
	places map[ID][]Range // by source: words, or turns
	pairs  map[[2]ID]bool
}

func (t *meeting) add(a, b *Mark, how, count string) {
	switch {
	case count == CountSources || how == TogetherSource && count == CountPassages:
		t.thing(a.Source)
	case count == CountCases:
		for _, one := range a.Cases {
			if slices.Contains(b.Cases, one) {
				t.thing(one)
			}
		}
	case how == TogetherOverlap:
		t.place(a.Source, Range{max(a.Start, b.Start), min(a.End, b.End)})
	case how == TogetherTurn:
		for turn := max(a.First, b.First); turn <= min(a.Last, b.Last); turn++ {
			t.place(a.Source, Range{2 * turn, 2*turn + 1}) // apart, so that they are not joined
		}
	default:
		if t.pairs == nil {
			t.pairs = map[[2]ID]bool{}
		}
		t.pairs[[2]ID{min(a.Passage, b.Passage), max(a.Passage, b.Passage)}] = true
	}
}

func (t *meeting) thing(id ID) {
	if t.things == nil {
		t.things = map[ID]bool{}
	}
	t.things[id] = true
}

func (t *meeting) place(source ID, r Range) {
	if t.places == nil {
		t.places = map[ID][]Range{}
	}
	t.places[source] = append(t.places[source], r)
}

func (t *meeting) total() int {
	n := len(t.things) + len(t.pairs)
	for _, ranges := range t.places {
		n += len(Joined(ranges))
	}
	return n
}
