package app

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CodebookAt gives the codebook as it was at a moment, parents before children, in order.
func (a *App) CodebookAt(ctx context.Context, by study.Actor, project study.ID, at time.Time) ([]study.Code, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	codes, err := r.Codes(project) // before the journal, see study.Rollback
	if err != nil {
		return nil, err
	}
	since, err := entriesSince(r, project, at)
	if err != nil {
		return nil, err
	}
	return study.Rollback(codes, since)
}

// CodebookChanges gives what is different between the codebook at one moment and at a later
// one, with who changed it last.
func (a *App) CodebookChanges(ctx context.Context, by study.Actor, project study.ID, from, to time.Time) ([]study.CodebookChange, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	if to.Before(from) {
		from, to = to, from
	}
	r := a.store.Read(ctx)
	codes, err := r.Codes(project) // before the journal, see study.Rollback
	if err != nil {
		return nil, err
	}
	all, err := entriesSince(r, project, from)
	if err != nil {
		return nil, err
	}
	last, err := r.SeqAt(project, to)
	if err != nil {
		return nil, err
	}
	between, since := study.SplitEntries(all, last)
	list, err := compareCodebooks(codes, between, since)
	if err != nil {
		return nil, err
	}
	return list, nameThem(r, list)
}

func entriesSince(r store.Reader, project study.ID, at time.Time) ([]study.Entry, error) {
	last, err := r.SeqAt(project, at)
	if err != nil {
		return nil, err
	}
	return r.EntriesOn(project, study.Code{}.Kind(), last)
}

func compareCodebooks(codes []study.Code, between, since []study.Entry) ([]study.CodebookChange, error) {
	later, err := study.Rollback(codes, since)
	if err != nil {
		return nil, err
	}
	earlier, err := study.Rollback(later, between)
	if err != nil {
		return nil, err
	}
	return study.CompareCodebooks(earlier, later, between)
}

func nameThem(r store.Reader, list []study.CodebookChange) error {
	people, err := r.Accounts()
	if err != nil {
		return err
	}
	names := map[study.ID]string{}
	for _, p := range people {
		names[p.ID] = p.Name
	}
	for i := range list {
		list[i].ByName = names[list[i].By]
	}
	return nil
}
