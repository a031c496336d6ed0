package search

import (
	"context"

	"github.com/blevesearch/bleve/v2"

	"github.com/selvedge/selvedge/internal/study"
)

// turnsNamed is how many turns are held at once while the turns of a query are gathered.
const turnsNamed = 20000

// Turns gives every turn that answers a query, without its words.
func (x *Index) Turns(ctx context.Context, project study.ID, q study.SearchQuery) (study.TurnSet, error) {
	q.Cursor = ""
	s, err := x.searching(ctx, project, q)
	if err != nil {
		return nil, err
	}
	return ask(ctx, x, project, func(g *generation) (study.TurnSet, error) {
		s.g = g
		return s.turns()
	})
}

func (r *searching) turns() (study.TurnSet, error) {
	_, said, err := r.compiled()
	if err != nil {
		return nil, err
	}
	out := study.TurnSet{}
	for after := []string(nil); ; {
		request := bleve.NewSearchRequestOptions(r.limits.around(said), turnsNamed, 0, false)
		request.Score, request.SearchAfter = "none", after
		request.SortBy([]string{"_id"})
		page, err := r.run(request)
		if err != nil {
			return nil, err
		}
		for _, match := range page.Hits {
			source, turn := splitTurnID(match.ID)
			out[source] = append(out[source], turn)
		}
		if len(page.Hits) < turnsNamed {
			return out, nil
		}
		after = []string{page.Hits[len(page.Hits)-1].ID}
	}
}
