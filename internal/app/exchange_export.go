package app

import (
	"context"
	"io"
	"slices"

	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// ExportProject writes a project as .qdpx for other programs, and gives its name. Uploaded files
// that are for leads only go along when a lead asks.
func (a *App) ExportProject(ctx context.Context, by study.Actor, project study.ID, to io.Writer) (string, error) {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return "", err
	}
	held, err := a.held(a.store.Read(ctx), project, role)
	if err != nil {
		return "", err
	}
	p, blobs := refi.Express(held)
	return held.Project.Name, refi.Write(ctx, to, p, func(named string) (io.ReadCloser, error) {
		blob := blobs[named]
		if blob == "" {
			return nil, nil
		}
		file, _, err := a.blobs.Open(ctx, project, blob)
		if study.KindOf(err) == study.NotFound {
			return nil, nil // it was erased
		}
		return file, err
	})
}

// ExportCodebook writes the codes and their sets as .qdc for other programs, and gives the
// project's name.
func (a *App) ExportCodebook(ctx context.Context, by study.Actor, project study.ID, to io.Writer) (string, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return "", err
	}
	r := a.store.Read(ctx)
	p, err := r.Project(project)
	if err != nil {
		return "", err
	}
	h := refi.Held{Project: p}
	if h.Codes, err = r.Codes(project); err != nil {
		return "", err
	}
	if h.CodeSets, err = r.CodeSets(project); err != nil {
		return "", err
	}
	book, _ := refi.Express(h)
	return p.Name, refi.WriteCodebook(to, book)
}

// ExchangeLosses says what of a project other programs can't be told.
func (a *App) ExchangeLosses(ctx context.Context, by study.Actor, project study.ID) ([]ExchangeFinding, error) {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	held, err := a.held(r, project, role)
	if err != nil {
		return nil, err
	}
	beside, err := besides(r, by, project)
	return findingsOf(refi.Told(held, beside)), err
}

// besides counts what a project has beside what is exchanged.
func besides(r store.Reader, by study.Actor, project study.ID) (n refi.Beside, err error) {
	for _, count := range []func() error{
		func() error { list, err := r.Surveys(project); n.Surveys = len(list); return err },
		func() error { list, err := r.Pseudonyms(project); n.Pseudonyms = len(list); return err },
		func() error { list, err := r.SavedSearches(project); n.Searches = len(list); return err },
		func() error { list, err := r.Reports(project); n.Reports = len(list); return err },
		func() error {
			list, err := r.Bookmarks(project, by.Account.ID, "")
			n.Bookmarks = len(list)
			return err
		},
		func() error { list, err := r.Reviews(project, ""); n.Reviews = len(list); return err },
	} {
		if err := count(); err != nil {
			return n, err
		}
	}
	return n, nil
}

func findingsOf(list []refi.Finding) []ExchangeFinding {
	out := make([]ExchangeFinding, len(list))
	for i, f := range list {
		out[i] = ExchangeFinding{What: f.What, Place: f.Place, Text: f.Text, Count: f.Count}
	}
	return out
}

// held reads a project whole, as far as it is exchanged.
func (a *App) held(r store.Reader, project study.ID, role study.Role) (h refi.Held, err error) {
	if h.Project, err = r.Project(project); err != nil {
		return h, err
	}
	for _, read := range []func() error{
		func() (err error) { h.Strands, err = r.Strands(project); return err },
		func() (err error) { h.Codes, err = r.Codes(project); return err },
		func() (err error) { h.CodeSets, err = r.CodeSets(project); return err },
		func() (err error) { h.Variables, err = r.Variables(project); return err },
		func() (err error) { h.Cases, err = r.Cases(project); return err },
		func() (err error) { h.Ties, err = r.Ties(project); return err },
		func() (err error) { h.Memos, err = r.Memos(project, ""); return err },
		func() (err error) { h.Carried, err = r.Carried(project); return err },
		func() (err error) { h.Sources, err = heldSources(r, project, role); return err },
		func() error { return hold(r, &h) },
		func() (err error) { h.People, err = makersOf(r, h); return err },
	} {
		if err := read(); err != nil {
			return h, err
		}
	}
	return h, nil
}

func heldSources(r store.Reader, project study.ID, role study.Role) ([]refi.HeldSource, error) {
	sources, err := r.Sources(project, "")
	if err != nil {
		return nil, err
	}
	recordings, err := r.Recordings(project, "")
	if err != nil {
		return nil, err
	}
	out := make([]refi.HeldSource, len(sources))
	for i, s := range sources {
		content, err := r.Content(s)
		if err != nil {
			return nil, err
		}
		out[i] = refi.HeldSource{Source: s, Text: content.Text, Turns: content.Turns, Original: s.Blob != "" && s.Open(role) == nil}
		if k := slices.IndexFunc(recordings, func(x study.Recording) bool { return x.SourceID == s.ID }); k >= 0 {
			out[i].Recording = &recordings[k]
		}
	}
	return out, nil
}

// hold reads what stands on the sources.
func hold(r store.Reader, h *refi.Held) error {
	for _, s := range h.Sources {
		passages, err := r.Passages(h.Project.ID, s.ID)
		if err != nil {
			return err
		}
		codings, err := r.Codings(h.Project.ID, s.ID)
		if err != nil {
			return err
		}
		h.Passages, h.Codings = append(h.Passages, passages...), append(h.Codings, codings...)
	}
	return nil
}

// makersOf are the accounts of all who made something, and of the members.
func makersOf(r store.Reader, h refi.Held) ([]study.Account, error) {
	members, err := r.Members(h.Project.ID)
	if err != nil {
		return nil, err
	}
	var ids study.IDs
	for _, m := range members {
		ids = append(ids, m.AccountID)
	}
	for _, s := range h.Sources {
		ids = append(ids, s.CreatedBy)
	}
	for _, p := range h.Passages {
		ids = append(ids, p.CreatedBy)
	}
	for _, c := range h.Codings {
		ids = append(ids, c.CoderID)
	}
	for _, m := range h.Memos {
		ids = append(ids, m.AuthorID)
	}
	return r.Accounts(ids.Distinct()...)
}
