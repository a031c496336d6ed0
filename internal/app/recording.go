package app

import (
	"bufio"
	"context"
	"errors"
	"io"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// PutRecording keeps the audio or video of a source, in place of one that was there. It is
// read as it comes and never held in memory; name is what the file was called.
func (a *App) PutRecording(ctx context.Context, by study.Actor, project, source study.ID, name string, file io.Reader) (x study.Recording, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return x, entry, err
	}
	if _, err := a.store.Read(ctx).Source(project, source); err != nil {
		return x, entry, err
	}
	in := bufio.NewReaderSize(file, 64<<10)
	head, err := in.Peek(study.MediaHead)
	if err != nil && !errors.Is(err, io.EOF) {
		return x, entry, study.Wrap(err, "read the upload")
	}
	media, err := study.MediaOf(head)
	if err != nil {
		return x, entry, err
	}
	blob, size, err := a.blobs.PutFrom(ctx, project, in, a.MaxRecording)
	if err != nil {
		return x, entry, err
	}
	x = study.Recording{ProjectID: project, ID: study.NewID(), SourceID: source, Blob: blob, Media: media,
		Filename: study.Shorten(baseName(name), study.MaxName), Size: size, CreatedBy: by.Account.ID}
	entry, err = a.act(ctx, by, project, "attached a recording", func(tx *store.Tx) error {
		if _, err := tx.Source(project, source); err != nil {
			return err
		}
		if err := removeRecording(tx, project, source); err != nil {
			return err
		}
		x.CreatedAt = tx.Now()
		return tx.Add(x)
	})
	return x, entry, err
}

// removeRecording takes the recording of a source away, if it has one.
func removeRecording(tx *store.Tx, project, source study.ID) error {
	x, found, err := tx.RecordingOf(project, source)
	if err != nil || !found {
		return err
	}
	return tx.Remove(x)
}

// RemoveRecording takes the recording of a source away. Its bytes stay, so that this can be
// undone.
func (a *App) RemoveRecording(ctx context.Context, by study.Actor, project, source study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return study.Entry{}, err
	}
	if _, err := a.store.Read(ctx).Source(project, source); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "removed a recording", func(tx *store.Tx) error { return removeRecording(tx, project, source) })
}

// Recording opens the recording of a source to be read from any place; the caller closes it.
func (a *App) Recording(ctx context.Context, by study.Actor, project, source study.ID) (x study.Recording, file io.ReadSeekCloser, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return x, nil, err
	}
	x, found, err := a.store.Read(ctx).RecordingOf(project, source)
	if err == nil && !found {
		err = study.Errorf(study.NotFound, "This source has no recording.")
	}
	if err != nil {
		return x, nil, err
	}
	file, _, err = a.blobs.Open(ctx, project, x.Blob)
	return x, file, err
}

// SetTimes says when turns of a source begin. Turns live in their revision, so this makes
// one of the same words. Seen is the revision whose turns are counted, or 0.
func (a *App) SetTimes(ctx context.Context, by study.Actor, project, source study.ID, seen int, times []study.TurnTime) (after study.Source, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return after, entry, err
	}
	entry, err = a.act(ctx, by, project, "set times", func(tx *store.Tx) error {
		before, err := tx.Source(project, source)
		if err != nil {
			return err
		}
		if err := stale(seen, before.Revision, before); err != nil {
			return err
		}
		after, err = edit(tx, before, 0, func(after *study.Source) error {
			after.Revision, err = timedRevision(tx, before, times)
			return err
		})
		return err
	})
	return after, entry, err
}

// timedRevision writes the words of a source once more with other times, and gives the number.
func timedRevision(tx *store.Tx, s study.Source, times []study.TurnTime) (int, error) {
	content, err := tx.Content(s)
	if err != nil {
		return 0, err
	}
	turns, err := study.WithTimes(content.Turns, times)
	if err != nil {
		return 0, err
	}
	last, err := tx.LastRevision(s.ProjectID, s.ID)
	if err != nil {
		return 0, err
	}
	revision := study.Revision{ProjectID: s.ProjectID, SourceID: s.ID, Number: last + 1, Text: content.Text, Turns: turns}
	revision.CountWords(content.Text)
	return last + 1, tx.AddRevision(revision)
}
