package app

import (
	"cmp"
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// keepFiles keeps what new sources were made of, and their recordings.
func (m *projectMerge) keepFiles(ctx context.Context) error {
	for _, s := range m.Sources {
		if err := m.keep(ctx, s.Blob); err != nil {
			return err
		}
		x, found, err := m.copy.store.Read(ctx).RecordingOf(m.copy.project, s.Of)
		if err != nil {
			return err
		}
		if found {
			if err := m.keep(ctx, x.Blob); err != nil {
				return err
			}
		}
	}
	return nil
}

// keep takes a file over; one that was erased from the copy is not there.
func (m *projectMerge) keep(ctx context.Context, blob string) error {
	if blob == "" {
		return nil
	}
	in, _, err := m.copy.blobs.Open(ctx, m.copy.project, blob)
	if study.KindOf(err) == study.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	defer in.Close()
	_, _, err = m.app.blobs.PutFrom(ctx, m.project, stopping{ctx, in, blob}, m.app.MaxRecording)
	return err
}

// write writes what is new and what changes, what others refer to first.
func (m *projectMerge) write(ctx context.Context, tx *store.Tx) error {
	if err := m.writePeople(tx); err != nil {
		return err
	}
	if err := tx.AddAll(listOf(m.Strands)); err != nil {
		return err
	}
	for _, s := range m.Sources {
		if err := m.writeSource(ctx, tx, s); err != nil {
			return err
		}
	}
	for _, list := range [][]study.Record{listOf(m.Codes), listOf(m.Passages), listOf(m.Reviews), listOf(m.Codings), listOf(m.CodeSets), listOf(m.Variables), listOf(m.Cases), listOf(m.Memos), listOf(m.Ties),
		listOf(m.SavedSearches), listOf(m.Reports), listOf(m.Bookmarks), listOf(m.Surveys), listOf(m.Responses)} {
		if err := tx.AddAll(list); err != nil {
			return err
		}
	}
	for _, change := range m.Changed {
		if err := tx.Set(change[0], change[1]); err != nil {
			return err
		}
	}
	return nil
}

func (m *projectMerge) writePeople(tx *store.Tx) error {
	for _, account := range m.added {
		if err := tx.AddAccount(account); err != nil {
			return err
		}
	}
	for _, account := range m.joins {
		if err := join(tx, m.project, account.ID, study.Researcher); err != nil {
			return err
		}
	}
	return nil
}

// writeSource writes a new source with all that its text has been, from the first on: that is the
// one in which its pages count.
func (m *projectMerge) writeSource(ctx context.Context, tx *store.Tx, s study.MergedSource) error {
	theirs := m.copy.store.Read(ctx)
	texts, err := theirs.Texts(m.copy.project, s.Of)
	if err != nil {
		return err
	}
	for _, text := range texts {
		text.SourceID, text.By = s.ID, cmp.Or(m.people[text.By], m.by.Account.ID)
		if text.Number == s.Revision {
			err = addSource(tx, s.Source, s.Speakers, text)
		} else {
			err = tx.AddRevision(text)
		}
		if err != nil {
			return err
		}
	}
	pages, err := pagesOf(theirs, m.copy.project, s.Of)
	if err != nil {
		return err
	}
	if err := tx.AddPages(s.ID, pages); err != nil {
		return err
	}
	x, found, err := theirs.RecordingOf(m.copy.project, s.Of)
	if err != nil || !found {
		return err
	}
	x.ProjectID, x.SourceID = m.project, s.ID
	return tx.Add(x)
}

// pagesOf reads the pages of a source with their words.
func pagesOf(r store.Reader, project, source study.ID) ([]study.Page, error) {
	list, err := r.Pages(project, source)
	for i := range list {
		if err == nil {
			list[i], err = r.Page(project, source, list[i].Number)
		}
	}
	return list, err
}
