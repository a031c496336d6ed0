package search

import (
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
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

	asked index.IndexReader // what it was asked of last, for the hits and then for their marks
	found among
}

// Searcher implements query.Query.
func (q *chosen) Searcher(ctx context.Context, reader index.IndexReader, m mapping.IndexMapping, options found.SearcherOptions) (found.Searcher, error) {
	if q.asked != reader {
		l, err := q.shelf.columnsOf(reader)
		if err != nil {
			return nil, err
		}
		q.asked, q.found = reader, l.chosen(q.in)
	}
	return q.found.Searcher(ctx, reader, m, options)
}

func (l *laidOut) chosen(in func(*facetColumns) func(turn uint64) bool) (out among) {
	for at := range l.segments {
		is := in(l.columns[at])
		l.living(at, func(turn uint64) {
			if is(turn) {
				out = append(out, l.from[at]+turn)
			}
		})
	}
	return out
}

// allChosen is the query for the turns that several choose.
func allChosen(by []*chosen) *chosen {
	if len(by) == 1 {
		return by[0]
	}
	return &chosen{shelf: by[0].shelf, in: func(c *facetColumns) func(uint64) bool {
		each := make([]func(uint64) bool, len(by))
		for i, one := range by {
			each[i] = one.in(c)
		}
		return func(turn uint64) bool {
			return !slices.ContainsFunc(each, func(is func(uint64) bool) bool { return !is(turn) })
		}
	}}
}

// narrowed is the query for those turns of another that are chosen.
type narrowed struct {
	query.Query
	by *chosen
}

// Searcher implements query.Query.
func (q narrowed) Searcher(ctx context.Context, reader index.IndexReader, m mapping.IndexMapping, options found.SearcherOptions) (found.Searcher, error) {
	l, err := q.by.shelf.columnsOf(reader)
	if err != nil {
		return nil, err
	}
	s, err := q.Query.Searcher(ctx, reader, m, options)
	if err != nil {
		return nil, err
	}
	at, is := -1, func(uint64) bool { return false }
	return searcher.NewFilteringSearcher(ctx, s, func(_ *found.SearchContext, match *found.DocumentMatch) bool {
		number, before := match.IndexInternalID.Value(), at // which only grows
		for at < 0 || at+1 < len(l.from) && l.from[at+1] <= number {
			at++
		}
		if at != before {
			is = q.by.in(l.columns[at])
		}
		return is(number - l.from[at])
	}), nil
}

// having finds the turns that have one of some values in a column, or with less those that have none.
func (g *generation) having(column int, values []string, less bool) query.Query {
	wanted := setOf(values)
	return &chosen{shelf: &g.columns, in: func(c *facetColumns) func(uint64) bool {
		lets := c.letting(column, wanted)
		return func(turn uint64) bool { return c.passes(column, turn, lets) != less }
	}}
}

// amongTurns finds turns by their numbers in their sources.
func (g *generation) amongTurns(set study.TurnSet) query.Query {
	return &chosen{shelf: &g.columns, in: func(c *facetColumns) func(uint64) bool {
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
