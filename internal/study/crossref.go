package study

import (
	"cmp"
	"slices"
	"time"
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
	At          time.Time // of a coding
	First, Last int       // the turns that it touches; -1 of what is said without saying in which turns
	Speakers    []string  // who says it, moderators left out
	Moderators  []string  // those among them
	Tied        []ID      // the cases whose words it is
	Cases       []ID      // the same, firms in place of their persons
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

// tally counts things, each once. It is given marks in order, so that it knows most things again by
// the last.
type tally struct {
	n    int
	last ID // passage, source or case
	of   map[ID]bool
	run  Range // of words in source last that are not counted yet
}

func (t *tally) add(m *Mark, c *Counting) {
	switch c.Count {
	case CountPassages:
		t.next(m.Passage)
	case CountSources:
		t.next(m.Source)
	case CountCases:
		for _, one := range m.Cases {
			t.each(one)
		}
	case CountWords:
		if m.Code != "" {
			t.words(m, c)
		}
	}
}

func (t *tally) next(id ID) {
	if id != t.last {
		t.last, t.n = id, t.n+1
	}
}

func (t *tally) each(id ID) {
	if id == t.last {
		return
	}
	if t.of == nil {
		t.of = map[ID]bool{}
	}
	t.last, t.of[id] = id, true
	t.n = len(t.of)
}

// words counts a run of words when another begins that doesn't touch it.
func (t *tally) words(m *Mark, c *Counting) {
	if m.Source == t.last && m.Start <= t.run.End {
		t.run.End = max(t.run.End, m.End)
		return
	}
	t.end(c)
	t.last, t.run = m.Source, m.Range
}

// end counts the last run.
func (t *tally) end(c *Counting) {
	if t.run.Len() > 0 {
		t.n += c.Words(t.last, t.run)
	}
	t.run = Range{}
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
	cells := make([]tally, len(rows.Heads)*len(columns.Heads))
	ofRows, ofColumns := make([]tally, len(rows.Heads)), make([]tally, len(columns.Heads))
	for _, m := range textually(c.Marks) {
		at := columns.Of(m)
		for _, row := range rows.Of(m) {
			for _, column := range at {
				cells[row*len(columns.Heads)+column].add(m, &c)
				ofRows[row].add(m, &c)
				ofColumns[column].add(m, &c)
			}
		}
	}
	for row := range rows.Heads {
		out.Rows[row].All = c.total(&ofRows[row])
		for column := range columns.Heads {
			out.Cells[row] = append(out.Cells[row], c.total(&cells[row*len(columns.Heads)+column]))
		}
	}
	for column := range columns.Heads {
		out.Columns[column].All = c.total(&ofColumns[column])
	}
	c.sizes(&out, rows, columns)
	return out
}

func (c Counting) total(t *tally) int {
	t.end(&c)
	return t.n
}

// textually gives marks in order of the texts, those of a passage side by side.
func textually(marks []Mark) []*Mark {
	out := make([]*Mark, len(marks))
	for i := range marks {
		out[i] = &marks[i]
	}
	slices.SortFunc(out, func(a, b *Mark) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Passage, b.Passage))
	})
	return out
}

// sizes gives each row and column what there is to count. What is said can't be under a code, so
// that rows of codes have what is counted of them.
func (c Counting) sizes(out *CrossReference, rows, columns Axis) {
	among := c.All
	if c.Count == CountPassages || c.Count == CountWords {
		among = c.Marks
	}
	all, ofRows, ofColumns := tally{}, make([]tally, len(rows.Heads)), make([]tally, len(columns.Heads))
	for _, m := range textually(among) {
		all.add(m, &c)
		for _, row := range rows.Of(m) {
			ofRows[row].add(m, &c)
		}
		for _, column := range columns.Of(m) {
			ofColumns[column].add(m, &c)
		}
	}
	out.N = c.total(&all)
	for i := range ofRows {
		out.Rows[i].N = max(c.total(&ofRows[i]), out.Rows[i].All)
	}
	for i := range ofColumns {
		out.Columns[i].N = max(c.total(&ofColumns[i]), out.Columns[i].All)
	}
}

// Together counts where codes are together: the places in which they overlap, the turns or the
// sources that have both, or the pairs of passages that are at most so many turns apart; or the
// sources or the cases in which they are. Both axes are of codes.
func (c Counting) Together(rows, columns Axis, how string, turns int) CrossReference {
	out := CrossReference{Rows: slices.Clone(rows.Heads), Columns: slices.Clone(columns.Heads), Cells: make([][]int, len(rows.Heads))}
	cells := make([]meeting, len(rows.Heads)*len(columns.Heads))
	for _, marks := range c.bySource() {
		if how == TogetherSource && c.Count != CountCases {
			meetInSource(marks, rows, columns, cells)
			continue
		}
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

// meetInSource counts a source for each row and column that have marks in it, without looking at
// each two of them.
func meetInSource(marks []*Mark, rows, columns Axis, cells []meeting) {
	inRows, inColumns := present(marks, rows), present(marks, columns)
	for row, is := range inRows {
		for column, also := range inColumns {
			if is && also {
				cells[row*len(columns.Heads)+column].sources++
			}
		}
	}
}

// present says which heads of an axis some marks stand under.
func present(marks []*Mark, of Axis) []bool {
	out := make([]bool, len(of.Heads))
	for _, m := range marks {
		for _, head := range of.Of(m) {
			out[head] = true
		}
	}
	return out
}

// meeting counts where the marks of two heads are together.
type meeting struct {
	sources int // each counted once
	things  map[ID]bool
	places  map[ID][]Range // by source: words, or turns
	pairs   map[[2]ID]bool
}

func (t *meeting) add(a, b *Mark, how, count string) {
	switch {
	case count == CountSources:
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
	n := t.sources + len(t.things) + len(t.pairs)
	for _, ranges := range t.places {
		n += len(Joined(ranges))
	}
	return n
}
