package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/study"
)

// HitRanges gives what would be coded of the hits of a query, and what of it the actor has coded
// so already.
func (a *App) HitRanges(ctx context.Context, by study.Actor, project study.ID, q study.RangeQuery) (study.HitRanges, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.HitRanges{}, err
	}
	r := a.store.Read(ctx)
	asked, err := a.asking(ctx, r, project, q.SearchQuery)
	if err != nil {
		return study.HitRanges{}, err
	}
	q.SearchQuery = asked
	out, err := a.index.Ranges(ctx, project, q)
	if err != nil || q.Code == "" {
		return out, err
	}
	all, _, err := a.coded.read(r, project)
	mine := map[study.ID][]study.Range{}
	for _, c := range all {
		if c.CodeID == q.Code && c.CoderID == by.Account.ID {
			mine[c.SourceID] = append(mine[c.SourceID], c.Range)
		}
	}
	for i, h := range out.Items {
		out.Items[i].Coded = standing(h.Range, mine[h.Source])
	}
	return out, err
}

// standing says how a range lies to those that are coded.
func standing(of study.Range, coded []study.Range) (how string) {
	for _, c := range coded {
		if c == of {
			return "same"
		}
		if c.Overlaps(of) {
			how = "overlaps"
		}
	}
	return how
}
