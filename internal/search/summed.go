package search

import (
	"cmp"
	"context"

	"github.com/blevesearch/bleve/v2/mapping"
	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
	index "github.com/blevesearch/bleve_index_api"
)

// A summed query finds what any of its parts finds, and adds up their scores. Bleve's own lets a
// turn sink by as much as it lacks parts, which BM25 doesn't.
type summed []query.Query

// Searcher implements query.Query.
func (q summed) Searcher(ctx context.Context, i index.IndexReader, m mapping.IndexMapping, options found.SearcherOptions) (found.Searcher, error) {
	s := &summedSearcher{parts: make([]found.Searcher, 0, len(q))}
	for _, part := range q {
		one, err := part.Searcher(ctx, i, m, options)
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		s.parts = append(s.parts, one)
	}
	if options.Score == "none" {
		return searcher.NewDisjunctionSearcher(ctx, i, s.parts, 0, options)
	}
	s.at = make([]*found.DocumentMatch, len(s.parts))
	return s, nil
}

type summedSearcher struct {
	parts []found.Searcher
	at    []*found.DocumentMatch // what each part has found next; nil at its end
	begun bool
}

func (s *summedSearcher) begin(ctx *found.SearchContext) (err error) {
	for i := 0; i < len(s.parts) && !s.begun && err == nil; i++ {
		s.at[i], err = s.parts[i].Next(ctx)
	}
	s.begun = true
	return err
}

func (s *summedSearcher) Next(ctx *found.SearchContext) (*found.DocumentMatch, error) {
	if err := s.begin(ctx); err != nil {
		return nil, err
	}
	first := -1
	for i, one := range s.at {
		if one != nil && (first < 0 || one.IndexInternalID.Compare(s.at[first].IndexInternalID) < 0) {
			first = i
		}
	}
	if first < 0 {
		return nil, nil
	}
	return s.sum(ctx, first)
}

// sum takes the turn that some part stands at, with what the later ones say of it.
func (s *summedSearcher) sum(ctx *found.SearchContext, first int) (out *found.DocumentMatch, err error) {
	out = s.at[first]
	for i := first; i < len(s.at); i++ {
		one := s.at[i]
		if one == nil || !one.IndexInternalID.Equals(out.IndexInternalID) {
			continue
		}
		if one != out {
			out.Score += one.Score
			out.FieldTermLocations = found.MergeFieldTermLocationsFromMatch(out.FieldTermLocations, one)
			ctx.DocumentMatchPool.Put(one)
		}
		if s.at[i], err = s.parts[i].Next(ctx); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s *summedSearcher) Advance(ctx *found.SearchContext, to index.IndexInternalID) (*found.DocumentMatch, error) {
	if err := s.begin(ctx); err != nil {
		return nil, err
	}
	for i, one := range s.at {
		if one == nil || one.IndexInternalID.Compare(to) >= 0 {
			continue
		}
		ctx.DocumentMatchPool.Put(one)
		var err error
		if s.at[i], err = s.parts[i].Advance(ctx, to); err != nil {
			return nil, err
		}
	}
	return s.Next(ctx)
}

func (s *summedSearcher) Close() (err error) {
	for _, part := range s.parts {
		err = cmp.Or(err, part.Close())
	}
	return err
}

func (s *summedSearcher) Count() (n uint64) {
	for _, part := range s.parts {
		n += part.Count()
	}
	return n
}

func (s *summedSearcher) Weight() (w float64) {
	for _, part := range s.parts {
		w += part.Weight()
	}
	return w
}

func (s *summedSearcher) SetQueryNorm(norm float64) {
	for _, part := range s.parts {
		part.SetQueryNorm(norm)
	}
}

func (s *summedSearcher) Size() (n int) {
	for _, part := range s.parts {
		n += part.Size()
	}
	return n
}

func (s *summedSearcher) Min() int { return 1 }

func (s *summedSearcher) DocumentMatchPoolSize() int {
	n := len(s.parts)
	for _, part := range s.parts {
		n += part.DocumentMatchPoolSize()
	}
	return n
}
