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
	var asked []study.Relation
	q.Related = noted(q.Related, &asked)
	found, err := a.index.Search(ctx, project, q)
	if err != nil || q.Part == "" || len(asked) == 0 {
		return found, err
	}
	return found, a.show(ctx, project, q.Part, asked, found.Hits)
}

// noted keeps which relations a query asks for.
func noted(ask func(study.Relation) (study.TurnSet, error), asked *[]study.Relation) func(study.Relation) (study.TurnSet, error) {
	return func(of study.Relation) (study.TurnSet, error) {
		*asked = append(*asked, of)
		return ask(of)
	}
}

// show marks in hits the passages that lie to others as was asked.
func (a *App) show(ctx context.Context, project study.ID, part string, asked []study.Relation, hits []study.Hit) error {
	all, err := a.marks.read(a.store.Read(ctx), project, project)
	if err != nil {
		return err
	}
	here := map[study.ID][]study.Mark{}
	for _, hit := range hits {
		here[hit.Source] = nil
	}
	for _, m := range all.codings {
		if of, is := here[m.Source]; is {
			here[m.Source] = append(of, m)
		}
	}
	for i, hit := range hits {
		for _, relation := range asked {
			hits[i].Shown = study.Joined(append(hits[i].Shown, relation.Shown(part, hit, here[hit.Source])...))
		}
	}
	return nil
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
