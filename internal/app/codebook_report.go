package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// CodebookReport gathers what an export of the codebook needs.
func (a *App) CodebookReport(ctx context.Context, by study.Actor, project study.ID) (out publish.CodebookReport, err error) {
	codes, err := a.Codes(ctx, by, project) // which checks what the actor may
	if err != nil {
		return out, err
	}
	r := a.store.Read(ctx)
	p, err := r.Project(project)
	if err != nil {
		return out, err
	}
	book, err := codebook(r, project)
	if err != nil {
		return out, err
	}
	out = publish.CodebookReport{Project: p.Name, Made: study.Now()}
	for _, c := range codes {
		out.Codes = append(out.Codes, publish.CountedCode{Code: c.Code, Path: book.Path(c.ID), Codings: c.Own, Under: c.All, Sources: c.Sources})
	}
	out.Changes, err = a.books.read(r, project, project)
	return out, err
}
