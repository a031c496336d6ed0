package search

import (
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2"
	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/selvedge/selvedge/internal/study"
)

// turnsNamed is how many turns are held at once without their words.
const turnsNamed = 20000

// Turns gives all turns that answer a query; limit and cursor count for nothing.
func (x *Index) Turns(ctx context.Context, project study.ID, q study.SearchQuery) (out study.TurnSet, err error) {
	begin := func() { out = study.TurnSet{} }
	err = x.visit(ctx, project, q, nil, begin, func(match *found.DocumentMatch) error {
		source, turn := splitTurnID(match.ID)
		out[source] = append(out[source], turn)
		return nil
	})
	for _, turns := range out {
		slices.Sort(turns)
	}
	return out, err
}

// Every hands over all turns that answer a query, without their marks, in the order of the text.
// It may have to begin anew, and says so.
func (x *Index) Every(ctx context.Context, project study.ID, q study.SearchQuery, begin func(), take func(study.Hit)) error {
	return x.visit(ctx, project, q, []string{recordField}, begin, func(match *found.DocumentMatch) error {
		hit, _, err := readHit(match)
		if err == nil {
			take(hit)
		}
		return err
	})
}

func (x *Index) visit(ctx context.Context, project study.ID, q study.SearchQuery, fields []string, begin func(), take func(*found.DocumentMatch) error) error {
	q.Cursor = ""
	s, err := x.searching(ctx, project, q)
	if err != nil {
		return err
	}
	_, err = ask(ctx, x, project, func(g *generation) (struct{}, error) {
		s.g = g
		begin()
		return struct{}{}, s.visit(fields, take)
	})
	return err
}

func (r *searching) visit(fields []string, take func(*found.DocumentMatch) error) error {
	_, said, err := r.compiled()
	if err != nil {
		return err
	}
	size := turnsRead
	if fields == nil {
		size = turnsNamed
	}
	return r.each(r.inOrder(said, size, fields), func(match *found.DocumentMatch) (bool, error) { return true, take(match) })
}

// inOrder asks for turns in the order of the text, so many at once.
func (r *searching) inOrder(said query.Query, size int, fields []string) *bleve.SearchRequest {
	request := bleve.NewSearchRequestOptions(r.limits.around(said), size, 0, false)
	request.Fields, request.Score = fields, "none"
	request.SortBy([]string{"_id"})
	return request
}

// placed asks for them with the places of what was found.
func (r *searching) placed(said query.Query) *bleve.SearchRequest {
	request := r.inOrder(said, turnsRead, []string{recordField})
	request.Score, request.IncludeLocations = "", true // without a score nothing has a place
	return request
}

// each hands over all that a request finds, until it is told that it is enough.
func (r *searching) each(request *bleve.SearchRequest, do func(*found.DocumentMatch) (more bool, err error)) error {
	for {
		page, err := r.run(request)
		if err != nil {
			return err
		}
		for _, match := range page.Hits {
			if more, err := do(match); err != nil || !more {
				return err
			}
		}
		if len(page.Hits) < request.Size {
			return nil
		}
		request.SearchAfter = []string{page.Hits[len(page.Hits)-1].ID}
	}
}
