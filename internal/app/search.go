package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Search finds turns by their words and by what is coded on them.
func (a *App) Search(ctx context.Context, by study.Actor, project study.ID, q study.SearchQuery) (study.SearchResult, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.SearchResult{}, err
	}
	q, err := a.asking(ctx, a.store.Read(ctx), project, q)
	if err != nil {
		return study.SearchResult{}, err
	}
	return a.index.Search(ctx, project, q)
}

// asking gives a query what the index doesn't know: cases, memos, and how codings lie to others.
func (a *App) asking(ctx context.Context, r store.Reader, project study.ID, q study.SearchQuery) (study.SearchQuery, error) {
	within, err := a.turnsFor(ctx, r, project, q.Filter)
	if err != nil {
		return q, err
	}
	q.Within = within
	q.Turns = func(fields ...study.FieldWanted) (study.TurnSet, error) { return a.turnsWanted(r, project, fields) }
	q.Related = func(of study.Relation) (study.TurnSet, error) {
		all, err := a.marks.read(r, project, project)
		if err != nil {
			return nil, err
		}
		return study.TurnsOf(of.Related(all.codings)), nil
	}
	return q, nil
}

// Reindex builds a project's index anew, for whoever runs the server.
func (a *App) Reindex(ctx context.Context, project study.ID) error {
	return a.index.Rebuild(ctx, project)
}

// ProjectIDs lists every project of the server, for whoever runs it.
func (a *App) ProjectIDs(ctx context.Context) ([]study.ID, error) {
	return a.store.Read(ctx).ProjectIDs()
}
