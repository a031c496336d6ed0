package study

import (
	"cmp"
	"slices"
)

// Behind is one of the things that a cell stands for, where it can be read: a passage, or for
// codes that are together a place, a turn, a pair of passages or a source.
type Behind struct {
	Source   ID
	Shown    []Range // what to read, in text order and apart
	Shared   []Range // the words that both codes are on
	Passages []ID
	Cases    []ID // of which it is told, firms in place of their persons
}

// CellAt is the place of a cell.
type CellAt struct{ Row, Column int }

// Together is when codes are together; turns are at most so many apart when How is TogetherNear.
// The zero value is for axes that are not both of codes.
type Together struct {
	How   string
	Turns int
	Turn  func(source ID, index int) Range // where a turn stands
}

// Behind gives what is behind the cells that are wanted, in order of the text of each source.
// Counted as passages it is as many as the cell says.
func (c Counting) Behind(rows, columns Axis, by Together, wanted func(CellAt) bool) map[CellAt][]Behind {
	gathered := map[CellAt]*gathering{}
	met := func(a, b *Mark) {
		for _, row := range rows.Of(a) {
			for _, column := range columns.Of(b) {
				at := CellAt{row, column}
				if !wanted(at) {
					continue
				}
				if gathered[at] == nil {
					gathered[at] = &gathering{by: by, count: c.Count, things: map[thing]*Behind{}}
				}
				gathered[at].add(a, b)
			}
		}
	}
	if by.How == "" {
		for i := range c.Marks {
			met(&c.Marks[i], &c.Marks[i])
		}
	} else {
		for _, marks := range c.bySource() {
			meets(marks, by.How, by.Turns, met)
		}
	}
	out := make(map[CellAt][]Behind, len(gathered))
	for at, g := range gathered {
		out[at] = g.list()
	}
	return out
}

// thing tells apart what a cell counts.
type thing struct {
	source ID
	turn   int
	pair   [2]ID
}

// gathering is what is behind a cell while it is put together.
type gathering struct {
	by     Together
	count  string
	things map[thing]*Behind
	places []Behind // of codes that overlap, each a part of a place
}

func (g *gathering) add(a, b *Mark) {
	cases := slices.DeleteFunc(slices.Clone(a.Cases), func(id ID) bool { return !slices.Contains(b.Cases, id) })
	if g.count == CountCases && len(cases) == 0 {
		return
	}
	both := Range{max(a.Start, b.Start), min(a.End, b.End)}
	one := Behind{Source: a.Source, Shown: []Range{a.Range, b.Range}, Passages: []ID{a.Passage, b.Passage}, Cases: cases}
	if g.by.How != "" && both.Start < both.End {
		one.Shared = []Range{both}
	}
	switch g.by.How {
	case TogetherOverlap:
		g.places = append(g.places, one)
	case TogetherTurn:
		for turn := max(a.First, b.First); turn <= min(a.Last, b.Last); turn++ {
			one.Shown = []Range{g.by.Turn(a.Source, turn)}
			g.put(thing{source: a.Source, turn: turn}, one)
		}
	case TogetherSource:
		g.put(thing{source: a.Source}, one)
	default:
		g.put(thing{pair: [2]ID{min(a.Passage, b.Passage), max(a.Passage, b.Passage)}}, one)
	}
}

func (g *gathering) put(at thing, one Behind) {
	if known := g.things[at]; known != nil {
		known.join(one)
		return
	}
	one = one.copied()
	g.things[at] = &one
}

func (b Behind) copied() Behind {
	b.Shown, b.Shared, b.Passages, b.Cases = slices.Clone(b.Shown), slices.Clone(b.Shared), slices.Clone(b.Passages), slices.Clone(b.Cases)
	return b
}

func (b *Behind) join(o Behind) {
	b.Shown, b.Shared = append(b.Shown, o.Shown...), append(b.Shared, o.Shared...)
	b.Passages, b.Cases = append(b.Passages, o.Passages...), append(b.Cases, o.Cases...)
}

// list puts what is behind a cell into order.
func (g *gathering) list() []Behind {
	out := joinedPlaces(g.places)
	for _, one := range g.things {
		out = append(out, *one)
	}
	for i := range out {
		one := &out[i]
		one.Shown, one.Shared = Joined(one.Shown), Joined(one.Shared)
		one.Passages, one.Cases = IDs(one.Passages).sorted(), IDs(one.Cases).sorted()
	}
	slices.SortFunc(out, func(x, y Behind) int {
		return cmp.Or(cmp.Compare(x.Source, y.Source), x.Shown[0].Start-y.Shown[0].Start, x.Shown[0].End-y.Shown[0].End, slices.Compare(x.Passages, y.Passages), x.shares()-y.shares())
	})
	return out
}

// shares is where the first words begin that both codes are on.
func (b Behind) shares() int {
	if len(b.Shared) == 0 {
		return 0
	}
	return b.Shared[0].Start
}

// joinedPlaces makes one of the parts whose shared words overlap or meet.
func joinedPlaces(parts []Behind) (out []Behind) {
	slices.SortFunc(parts, func(x, y Behind) int { return cmp.Or(cmp.Compare(x.Source, y.Source), x.shares()-y.shares()) })
	for _, one := range parts {
		if n := len(out); n > 0 && out[n-1].Source == one.Source && one.shares() <= out[n-1].sharedEnd() {
			out[n-1].join(one)
			continue
		}
		out = append(out, one.copied())
	}
	return out
}

func (b Behind) sharedEnd() (end int) {
	for _, r := range b.Shared {
		end = max(end, r.End)
	}
	return end
}

// sorted gives each id once, in their order.
func (l IDs) sorted() []ID {
	slices.Sort(l)
	return slices.Compact(l)
}
