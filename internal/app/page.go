package app

import (
	"context"
	"fmt"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

// Pages gives the pages of the file that a source was made of, without their words; none
// for a file that has no pages.
func (a *App) Pages(ctx context.Context, by study.Actor, project, source study.ID) ([]study.Page, error) {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	s, err := r.Source(project, source)
	if err != nil || s.Open(role) != nil {
		return []study.Page{}, err
	}
	return r.Pages(project, source)
}

// Page gives one page with the places of its words. Ranges count in the source's present
// text; words that were corrected away are left out.
func (a *App) Page(ctx context.Context, by study.Actor, project, source study.ID, number int) (study.Page, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.Page{}, err
	}
	r := a.store.Read(ctx)
	s, err := r.Source(project, source)
	if err != nil {
		return study.Page{}, err
	}
	page, err := r.Page(project, source, number)
	if err != nil || s.Revision == 1 {
		return page, err
	}
	now, err := r.Content(s)
	if err != nil {
		return page, err
	}
	s.Revision = 1
	first, err := r.Content(s)
	if err != nil {
		return page, err
	}
	page.Words = study.CarryWords(page.Words, study.CarryTo(first.Positions, now.Positions))
	return page, nil
}

// PageImage draws a page, width pixels wide, as PNG. Seen is the tag of the picture that
// the asker has already; when it is still that one, no picture is given.
func (a *App) PageImage(ctx context.Context, by study.Actor, project, source study.ID, number, width int, seen string) (png []byte, tag string, err error) {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return nil, "", err
	}
	r := a.store.Read(ctx)
	s, err := r.Source(project, source)
	if err != nil {
		return nil, "", err
	}
	if err := s.Open(role); err != nil {
		return nil, "", err
	}
	if _, err := r.Page(project, source, number); err != nil {
		return nil, "", err
	}
	width = ingest.ImageWidth(width)
	if tag = fmt.Sprintf(`"%s-%d-%d"`, s.Blob, number, width); tag == seen {
		return nil, tag, nil
	}
	data, err := a.blobs.Get(ctx, project, s.Blob)
	if err != nil {
		return nil, "", err
	}
	png, err = ingest.DrawPage(ctx, data, number, width)
	return png, tag, err
}
