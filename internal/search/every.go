package search

import (
	"context"
	"slices"

	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/selvedge/selvedge/internal/study"
)

// Turns gives all turns that answer a query; limit and cursor count for nothing.
func (x *Index) Turns(ctx context.Context, project study.ID, q study.SearchQuery) (out study.TurnSet, err error) {
	begin := func() { out = study.TurnSet{} }
	err = x.visit(ctx, project, q, begin, func(l *look, s spot) error {
		source := study.ID(l.source(s))
		out[source] = append(out[source], l.number(s))
		return nil
	})
	return out, err
}

// Every hands over all turns that answer a query, without their marks, in the order of the text.
// It may have to begin anew, and says so.
func (x *Index) Every(ctx context.Context, project study.ID, q study.SearchQuery, begin func(), take func(study.Hit)) error {
	return x.visit(ctx, project, q, begin, func(l *look, s spot) error {
		hit, _, err := l.read(s)
		if err == nil {
			take(hit)
		}
		return err
	})
}

func (x *Index) visit(ctx context.Context, project study.ID, q study.SearchQuery, begin func(), take func(*look, spot) error) error {
	q.Cursor = ""
	s, err := x.searching(ctx, project, q)
	if err != nil {
		return err
	}
	_, err = ask(ctx, x, project, func(g *generation) (struct{}, error) {
		s.g = g
		begin()
		return struct{}{}, s.visit(take)
	})
	return err
}

func (r *searching) visit(take func(*look, spot) error) error {
	_, said, err := r.compiled()
	if err != nil {
		return err
	}
	return r.look(func(l *look) error {
		all, err := l.inOrder(said)
		if err != nil {
			return err
		}
		for _, s := range all {
			if err := take(l, s); err != nil {
				return err
			}
		}
		return nil
	})
}

// turnsRead is how many turns are held at once with the places of what was found.
const turnsRead = 4000

// eachPlaced hands over all that a query finds with the places of what was found, in the order of the
// text, until it is told that it is enough.
func (r *searching) eachPlaced(said query.Query, do func(study.Hit, record, []found.FieldTermLocation) (more bool)) error {
	return r.look(func(l *look) error {
		all, err := l.inOrder(said)
		if err != nil {
			return err
		}
		more := true
		for some := range slices.Chunk(all, turnsRead) {
			err := l.places(said, some, func(s spot, places []found.FieldTermLocation) error {
				if !more {
					return nil
				}
				hit, rec, err := l.read(s)
				more = err == nil && do(hit, rec, places)
				return err
			})
			if err != nil || !more {
				return err
			}
		}
		return nil
	})
}
