package search

import (
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/selvedge/selvedge/internal/study"
)

// among is the query for some turns by their numbers, ascending, which count through all segments.
// It says nothing of how well they answer.
type among []uint64

// Searcher implements query.Query.
func (q among) Searcher(context.Context, index.IndexReader, mapping.IndexMapping, found.SearcherOptions) (found.Searcher, error) {
	return &amongSearcher{all: q, rest: q}, nil
}

type amongSearcher struct{ all, rest among }

func (s *amongSearcher) Next(ctx *found.SearchContext) (*found.DocumentMatch, error) {
	if len(s.rest) == 0 {
		return nil, nil
	}
	match := ctx.DocumentMatchPool.Get()
	match.IndexInternalID = index.NewIndexInternalID(match.IndexInternalID, s.rest[0])
	s.rest = s.rest[1:]
	return match, nil
}

func (s *amongSearcher) Advance(ctx *found.SearchContext, to index.IndexInternalID) (*found.DocumentMatch, error) {
	s.rest = s.rest.from(to.Value())
	return s.Next(ctx)
}

// from leaves out the numbers before one. Most steps are short.
func (q among) from(number uint64) among {
	step := 1
	for step < len(q) && q[step] < number {
		step *= 2
	}
	i, _ := slices.BinarySearch(q[:min(step+1, len(q))], number)
	return q[i:]
}

func (s *amongSearcher) Close() error               { return nil }
func (s *amongSearcher) Count() uint64              { return uint64(len(s.all)) }
func (s *amongSearcher) Weight() float64            { return 0 }
func (s *amongSearcher) SetQueryNorm(float64)       {}
func (s *amongSearcher) Min() int                   { return 0 }
func (s *amongSearcher) Size() int                  { return 8 * len(s.all) }
func (s *amongSearcher) DocumentMatchPoolSize() int { return 1 }

// chosen is the query for the turns that something says of a segment's columns. It does not count
// towards relevance. To look at every turn takes less than to ask Bleve for the turns of a value or
// two.
type chosen struct {
	shelf *facetShelf
	in    func(*facetColumns) func(turn uint64) bool
}

// Searcher implements query.Query.
func (q chosen) Searcher(ctx context.Context, reader index.IndexReader, m mapping.IndexMapping, options found.SearcherOptions) (found.Searcher, error) {
	l, err := q.shelf.columnsOf(reader)
	if err != nil {
		return nil, err
	}
	var out among
	for at := range l.segments {
		is := q.in(l.columns[at])
		l.living(at, func(turn uint64) {
			if is(turn) {
				out = append(out, l.from[at]+turn)
			}
		})
	}
	return out.Searcher(ctx, reader, m, options)
}

// having finds the turns that have one of some values in a column, or with less those that have none.
func (g *generation) having(column int, values []string, less bool) query.Query {
	wanted := setOf(values)
	return chosen{&g.columns, func(c *facetColumns) func(uint64) bool {
		lets := c.letting(column, wanted)
		return func(turn uint64) bool { return c.passes(column, turn, lets) != less }
	}}
}

// amongTurns finds turns by their numbers in their sources.
func (g *generation) amongTurns(set study.TurnSet) query.Query {
	return chosen{&g.columns, func(c *facetColumns) func(uint64) bool {
		wanted := make([][]int, len(c.by[bySource].values))
		whole := make([]bool, len(wanted))
		for i, source := range c.by[bySource].values {
			turns, is := set[study.ID(source)]
			wanted[i], whole[i] = turns, is && turns == nil
		}
		return func(turn uint64) bool {
			source, number := c.order[turn]>>32, int(uint32(c.order[turn]))
			if whole[source] || len(wanted[source]) == 0 {
				return whole[source]
			}
			_, is := slices.BinarySearch(wanted[source], number)
			return is
		}
	}}
}

func setOf(values []string) map[string]bool {
	out := make(map[string]bool, len(values))
	for _, one := range values {
		out[one] = true
	}
	return out
}
