package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// Excerpts gives a part of the list of coded passages that a filter lets through, with
// their source lines, and what is true of the whole list.
func (a *App) Excerpts(ctx context.Context, by study.Actor, project study.ID, q study.ExcerptQuery) (study.ExcerptPage, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.ExcerptPage{}, err
	}
	l, err := a.retrieve(ctx, a.store.Read(ctx), project, q)
	if err != nil {
		return study.ExcerptPage{}, err
	}
	page := study.ExcerptPage{ExcerptTotals: l.totals(), Listed: len(l.rows), Groups: l.groups, Seq: l.seq}
	part := part(l.rows, q.From, q.Limit)
	page.From = min(max(0, q.From), len(l.rows))
	page.Rows, err = l.shown(project, part)
	return page, err
}

// ExcerptCodings gives the codings of the same part of the list and nothing about them.
func (a *App) ExcerptCodings(ctx context.Context, by study.Actor, project study.ID, q study.ExcerptQuery) ([]Coded, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	l, err := a.retrieve(ctx, a.store.Read(ctx), project, q)
	if err != nil {
		return nil, err
	}
	var out []Coded
	for _, row := range part(l.rows, q.From, q.Limit) {
		for _, c := range row.codings {
			out = append(out, Coded{Coding: c.Coding, Range: c.Range})
		}
	}
	return out, nil
}

func part[T any](list []T, from, limit int) []T {
	from = min(max(0, from), len(list))
	return list[from:min(from+max(0, limit), len(list))]
}

// Report gathers what an export needs: the excerpts, the codebook they are ordered by,
// and in words what they were filtered by.
func (a *App) Report(ctx context.Context, by study.Actor, project study.ID, f study.Filter) (publish.Report, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return publish.Report{}, err
	}
	r := a.store.Read(ctx)
	p, err := r.Project(project)
	if err != nil {
		return publish.Report{}, err
	}
	l, err := a.retrieve(ctx, r, project, study.ExcerptQuery{Filter: f, Single: true})
	if err != nil {
		return publish.Report{}, err
	}
	if err := l.loadNamed(project, f); err != nil {
		return publish.Report{}, err
	}
	list, err := l.excerpts(project)
	if err != nil {
		return publish.Report{}, err
	}
	return publish.Report{Project: p.Name, Made: study.Now(), Filters: l.inWords(f), Excerpts: list, Codebook: l.book}, nil
}

// excerpts gives every coding of the list with its words.
func (l *retrieved) excerpts(project study.ID) ([]study.Excerpt, error) {
	if err := l.loadMemos(project); err != nil {
		return nil, err
	}
	out := make([]study.Excerpt, 0, len(l.rows))
	for _, row := range l.rows {
		e, err := l.excerpt(*row.codings[0].CodedRange)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}
