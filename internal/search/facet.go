package search

import (
	"cmp"
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// gate says which turns the filters let through.
type gate struct {
	*laidOut
	limits narrowing
	open   bool       // nothing narrows
	lets   []*letting // by segment, made when a turn of it comes
}

// letting says which values of a segment a filter lets through; nil lets every turn through.
type letting [dimensions + 1][]bool

func newGate(l *laidOut, limits narrowing) *gate {
	return &gate{laidOut: l, limits: limits, open: !limits.narrows(), lets: make([]*letting, len(l.columns))}
}

// passes says whether all filters let a turn through.
func (g *gate) passes(s spot) bool {
	if g.open {
		return true
	}
	fails, _, paired := g.failed(s)
	return fails == 0 && paired
}

// failed counts the filters that don't let a turn through, names one of them, and says whether a code
// and a coder that are asked for are of one coding.
func (g *gate) failed(s spot) (fails int, by dimension, paired bool) {
	if g.lets[s.at] == nil {
		g.begin(s.at)
	}
	for d := range dimensions {
		if !g.through(s, int(d)) {
			fails, by = fails+1, d
		}
	}
	return fails, by, g.through(s, pairColumn)
}

// through says whether a dimension's own filter lets a turn through.
func (g *gate) through(s spot, d int) bool {
	lets := g.lets[s.at][d]
	return lets == nil || d == int(byCode) && g.limits.uncoded && len(g.columns[s.at].by[d].of(s.turn)) == 0 || g.columns[s.at].passes(d, s.turn, lets)
}

// begin makes ready for the turns of a segment.
func (g *gate) begin(at int) {
	g.lets[at] = &letting{}
	for d := range dimensions + 1 {
		if terms := g.limits.values(int(d)); terms != nil {
			g.lets[at][d] = g.columns[at].letting(int(d), terms)
		}
	}
}

// passes says whether a turn has a value that is let through.
func (c *facetColumns) passes(d int, turn uint64, lets []bool) bool {
	for _, id := range c.by[d].of(turn) {
		if lets[id] {
			return true
		}
	}
	return false
}

// letting says which values of a column are among some; names of speakers go by their lower case.
func (c *facetColumns) letting(d int, terms map[string]bool) []bool {
	out := make([]bool, len(c.by[d].values))
	for id, value := range c.by[d].values {
		if d == int(bySpeaker) {
			value = lower(value)
		}
		out[id] = terms[value]
	}
	return out
}

// tally counts turns by the values of each dimension. A dimension that narrows is counted without
// its own narrowing, so that its other values can be chosen as well.
type tally struct {
	*gate
	counts  [][dimensions][]int
	uncoded int
}

func newTally(g *gate) *tally {
	t := &tally{gate: g, counts: make([][dimensions][]int, len(g.columns))}
	for at, columns := range g.columns {
		for d := range dimensions {
			t.counts[at][d] = make([]int, len(columns.by[d].values))
		}
	}
	return t
}

// add counts a turn wherever the filters of all other dimensions let it through, and says whether all
// of them do.
func (t *tally) add(s spot) bool {
	if t.open {
		for d := range dimensions {
			t.count(s, d)
		}
		return true
	}
	fails, by, paired := t.failed(s)
	for d := range dimensions {
		if (fails == 0 || fails == 1 && by == d) && (paired || d == byCode || d == byCoder) {
			t.count(s, d)
		}
	}
	return fails == 0 && paired
}

func (t *tally) count(s spot, d dimension) {
	ids, counts := t.columns[s.at].by[d].of(s.turn), t.counts[s.at][d]
	for _, id := range ids {
		counts[id]++
	}
	if d == byCode && len(ids) == 0 {
		t.uncoded++
	}
}

// facets adds up what was counted in the segments, and lists the commonest values of each dimension.
func (t *tally) facets(listed int) study.Facets {
	var out [dimensions][]study.FacetCount
	var values [dimensions]int
	for d := range dimensions {
		out[d] = t.facet(d)
		values[d] = len(out[d])
		out[d] = out[d][:min(cmp.Or(listed, study.UsualFacets), len(out[d]))]
	}
	return study.Facets{
		Strand: out[byStrand], Source: out[bySource], Speaker: out[bySpeaker], Code: out[byCode], Coder: out[byCoder], Uncoded: t.uncoded,
		Values: study.FacetValues{Strand: values[byStrand], Source: values[bySource], Speaker: values[bySpeaker], Code: values[byCode], Coder: values[byCoder]},
	}
}

func (t *tally) facet(d dimension) []study.FacetCount {
	sums := map[string]int{}
	for at, counts := range t.counts {
		for id, n := range counts[d] {
			if n > 0 {
				sums[t.columns[at].by[d].values[id]] += n
			}
		}
	}
	out := make([]study.FacetCount, 0, len(sums))
	for value, n := range sums {
		out = append(out, study.FacetCount{Value: value, Count: n})
	}
	if out = mostFirst(out); d == bySpeaker {
		return oneVoice(out)
	}
	return out
}

// narrows says whether any dimension narrows.
func (n narrowing) narrows() bool { return n.active != [dimensions]bool{} }

func mostFirst(counts []study.FacetCount) []study.FacetCount {
	slices.SortFunc(counts, func(a, b study.FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return counts
}

// oneVoice adds up names that differ in case only, under the most frequent spelling.
func oneVoice(counts []study.FacetCount) []study.FacetCount {
	at, out := map[string]int{}, []study.FacetCount{}
	for _, c := range counts {
		if i, ok := at[lower(c.Value)]; ok {
			out[i].Count += c.Count
			continue
		}
		at[lower(c.Value)] = len(out)
		out = append(out, c)
	}
	return mostFirst(out)
}
