package search

import (
	"cmp"
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2"
	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/collector"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/selvedge/selvedge/internal/study"
)

// maxFacet is how many values of one kind are counted.
const maxFacet = 200

// tally counts turns by the values of each dimension. A dimension that narrows is counted without
// its own narrowing, so that its other values can be chosen as well.
type tally struct {
	*laidOut
	limits  narrowing
	lets    []*letting // by segment, made when a turn of it comes
	counts  [][dimensions][]int
	uncoded int
}

// letting says which values of a segment a filter lets through.
type letting [dimensions + 1][]bool

func newTally(l *laidOut, limits narrowing) *tally {
	return &tally{laidOut: l, limits: limits, lets: make([]*letting, len(l.columns)), counts: make([][dimensions][]int, len(l.columns))}
}

// begin makes ready for the turns of a segment.
func (t *tally) begin(at int) {
	t.lets[at] = &letting{}
	for d, c := range t.columns[at] {
		if d < int(dimensions) {
			t.counts[at][d] = make([]int, len(c.values))
		}
		terms := t.terms(d)
		if terms == nil {
			continue
		}
		t.lets[at][d] = make([]bool, len(c.values))
		for id, value := range c.values {
			if d == int(bySpeaker) {
				value = lower(value)
			}
			t.lets[at][d][id] = terms[value]
		}
	}
}

// terms are the values that a dimension is narrowed to; nil where it isn't.
func (t *tally) terms(d int) map[string]bool {
	var list []string
	switch {
	case d < int(dimensions) && t.limits.active[d]:
		list = t.limits.terms[d]
	case d == pairColumn && t.limits.active[byCode] && t.limits.active[byCoder]:
		list = pairs(t.limits.terms[byCode], t.limits.terms[byCoder])
	default:
		return nil
	}
	out := make(map[string]bool, len(list))
	for _, one := range list {
		out[one] = true
	}
	return out
}

// add counts a turn wherever the filters of all other dimensions let it through.
func (t *tally) add(at int, turn uint64) {
	if t.lets[at] == nil {
		t.begin(at)
	}
	fails, by := 0, dimension(0)
	for d := range dimensions {
		if !t.passes(at, turn, int(d)) {
			fails, by = fails+1, d
		}
	}
	paired := t.passes(at, turn, pairColumn)
	for d := range dimensions {
		if fails > 1 || fails == 1 && by != d || !paired && d != byCode && d != byCoder {
			continue
		}
		ids := t.columns[at][d].of(turn)
		for _, id := range ids {
			t.counts[at][d][id]++
		}
		if d == byCode && len(ids) == 0 {
			t.uncoded++
		}
	}
}

// passes says whether a dimension's own filter lets a turn through.
func (t *tally) passes(at int, turn uint64, d int) bool {
	lets := t.lets[at][d]
	if lets == nil {
		return true
	}
	ids := t.columns[at][d].of(turn)
	if d == int(byCode) && t.limits.uncoded && len(ids) == 0 {
		return true
	}
	return slices.ContainsFunc(ids, func(id uint32) bool { return lets[id] })
}

// every counts all turns of the index.
func (t *tally) every() {
	for at, one := range t.segments {
		deleted := one.Deleted()
		for turn := range uint64(one.FullSize()) {
			if deleted == nil || !deleted.Contains(uint32(turn)) {
				t.add(at, turn)
			}
		}
	}
}

// facets adds up what was counted in the segments.
func (t *tally) facets() study.Facets {
	var out [dimensions][]study.FacetCount
	for d := range dimensions {
		sums := map[string]int{}
		for at, counts := range t.counts {
			for id, n := range counts[d] {
				if n > 0 {
					sums[t.columns[at][d].values[id]] += n
				}
			}
		}
		out[d] = make([]study.FacetCount, 0, len(sums))
		for value, n := range sums {
			out[d] = append(out[d], study.FacetCount{Value: value, Count: n})
		}
		out[d] = inOrder(out[d])
		out[d] = out[d][:min(maxFacet, len(out[d]))]
	}
	return study.Facets{Strand: out[byStrand], Source: out[bySource], Speaker: oneVoice(out[bySpeaker]), Code: out[byCode], Coder: out[byCoder], Uncoded: t.uncoded}
}

// narrows says whether any dimension narrows.
func (n narrowing) narrows() bool { return n.active != [dimensions]bool{} }

// counted runs a request and counts the turns that it finds, by no filter of their own.
func (r *searching) counted(request *bleve.SearchRequest, limits narrowing) (*bleve.SearchResult, *tally, error) {
	var t *tally
	maker := func(ctx *found.SearchContext) (found.DocumentMatchHandler, bool, error) {
		keep, load, err := collector.MakeTopNDocumentMatchHandler(ctx)
		if err != nil {
			return nil, load, err
		}
		l, err := r.g.columns.columnsOf(ctx.IndexReader)
		if err != nil {
			return nil, load, err
		}
		t = newTally(l, limits)
		return func(match *found.DocumentMatch) error {
			if match != nil {
				at, turn := t.place(match.IndexInternalID)
				t.add(at, turn)
			}
			return keep(match)
		}, load, nil
	}
	ctx := context.WithValue(r.ctx, found.MakeDocumentMatchHandlerKey, found.MakeDocumentMatchHandler(maker))
	result, err := r.runIn(ctx, request)
	return result, t, err
}

// facets counts the hits where that was not done along with the page.
func (r *searching) facets(said query.Query) (study.Facets, error) {
	if said == nil && r.limits.within == nil {
		return r.everyFacet()
	}
	all := narrowing{within: r.limits.within}
	request := bleve.NewSearchRequestOptions(all.around(said), 0, 0, false)
	request.Score = "none"
	_, t, err := r.counted(request, r.limits)
	if err != nil {
		return study.Facets{}, err
	}
	return t.facets(), nil
}

// everyFacet counts all turns without a search.
func (r *searching) everyFacet() (out study.Facets, err error) {
	err = r.g.read(func(reader index.IndexReader) error {
		l, err := r.g.columns.columnsOf(reader)
		if err != nil {
			return err
		}
		t := newTally(l, r.limits)
		t.every()
		out = t.facets()
		return nil
	})
	return out, err
}

func inOrder(counts []study.FacetCount) []study.FacetCount {
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
	return inOrder(out)
}
