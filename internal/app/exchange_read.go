package app

import (
	"context"
	"errors"
	"io"
	"path"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/study"
)

// arrival is a project on its way into the house.
type arrival struct {
	*App
	by     study.Actor
	file   *refi.File
	found  refi.Counts
	study  *refi.Adopted
	people []study.Account // who have no account yet
	joins  study.IDs       // who become members, beside the actor
	pages  map[study.ID][]study.Page
	kept   map[string]keptFile // by their paths
}

// keptFile is a file that was kept: its SHA-256, its size in bytes, and how it begins.
type keptFile struct {
	blob string
	size int64
}

// arrive reads a file and decides what becomes of it.
func (a *App) arrive(ctx context.Context, by study.Actor, file io.ReaderAt, size int64) (*arrival, error) {
	select {
	case a.imports <- struct{}{}:
		defer func() { <-a.imports }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	f, err := refi.Read(ctx, file, size)
	if err != nil {
		return nil, err
	}
	if f.Codebook {
		return nil, study.Errorf(study.Invalid, "This is a codebook without a project. Begin a project, and bring the codebook into it.")
	}
	m := &arrival{App: a, by: by, file: f, found: f.Count(), pages: map[study.ID][]study.Page{}, kept: map[string]keptFile{}}
	if err := f.Unread(func(source study.ID, named string) (string, bool, error) { return m.words(ctx, source, named) }); err != nil {
		return nil, err
	}
	return m, m.adopt(ctx)
}

// words reads a document or a PDF of which the file holds no plain text. One that can't be read
// stays as it is.
func (m *arrival) words(ctx context.Context, source study.ID, named string) (string, bool, error) {
	doc, err := m.document(ctx, named)
	if err != nil || doc == nil {
		return "", false, err
	}
	m.pages[source] = doc.Pages
	return doc.Text, true, nil
}

// document reads a document or a PDF inside; nil when it can't be read.
func (m *arrival) document(ctx context.Context, named string) (*ingest.Document, error) {
	data, name, err := m.bytes(named, ingest.MaxFile)
	if err != nil {
		return nil, err
	}
	docs, err := ingest.ReadAll(ctx, path.Base(name), data, ingest.Options{})
	if kind := study.KindOf(err); kind == study.Invalid || kind == study.TooLarge {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return docs[0], nil
}

// bytes are those of a file inside, up to a number of them.
func (m *arrival) bytes(named string, most int64) ([]byte, string, error) {
	body, name, size, err := m.file.Member(named)
	if err != nil {
		return nil, "", err
	}
	defer body.Close()
	if size > most {
		return nil, name, nil
	}
	data, err := io.ReadAll(io.LimitReader(body, most))
	if err != nil {
		return nil, name, damaged(name)
	}
	return data, name, nil
}

// plays says whether a file inside is a recording that browsers play.
func (m *arrival) plays(named string) bool {
	_, _, err := m.media(named)
	return err == nil
}

// media is the media type of a recording inside, and its name.
func (m *arrival) media(named string) (media, name string, err error) {
	body, name, _, err := m.file.Member(named)
	if err != nil {
		return "", "", err
	}
	defer body.Close()
	head := make([]byte, study.MediaHead)
	n, err := io.ReadFull(body, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", "", damaged(name)
	}
	media, err = study.MediaOf(head[:n])
	return media, path.Base(name), err
}

// adopt makes records of the file.
func (m *arrival) adopt(ctx context.Context) error {
	project, now := study.NewID(), study.Now()
	people, err := m.who(ctx)
	if err != nil {
		return err
	}
	m.study = refi.Adopt(m.file.Project, refi.Adopting{Stamp: study.Stamp{Project: project, By: m.by.Account.ID, At: now}, People: people, Language: "en", Has: m.file.Has, Plays: m.plays})
	return m.study.Project.Validate()
}

// who finds an account for everyone in the file: the actor's own, one that stands for the same
// person since an earlier import, or a new one that nobody can sign in to. Nobody else's account
// is taken: a file may say anything of who did what.
func (m *arrival) who(ctx context.Context) (map[study.ID]study.ID, error) {
	out, r := map[study.ID]study.ID{}, m.store.Read(ctx)
	for _, u := range m.file.People() {
		if u.ID == m.by.Account.ID {
			out[u.ID] = u.ID
			continue
		}
		for _, id := range []study.ID{u.ID, refi.Derived("person", string(u.ID), u.Name)} {
			account, err := r.Account(id)
			if study.KindOf(err) == study.NotFound {
				account, err = study.NameOnly(id, u.Name, study.Now()), nil
				m.people = append(m.people, account)
			}
			if err != nil {
				return nil, err
			}
			if account.Address() == "" && account.Name == u.Name {
				out[u.ID] = id
				m.joins = append(m.joins, id)
				break
			}
		}
	}
	m.joins = m.joins.Distinct()
	return out, nil
}
