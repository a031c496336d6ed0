package app

import (
	"context"
	"errors"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// RemoveSource deletes a source with its passages, codings and memos, as one action that
// can be undone.
func (a *App) RemoveSource(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a source", func(tx *store.Tx) error {
		s, err := tx.Source(project, id)
		if err != nil {
			return err
		}
		survey, holds, err := surveyOf(tx.Reader, project, id)
		if err == nil && holds {
			err = study.Errorf(study.Conflict, "“%s” is what was answered to a question of the survey “%s”, and goes with it: delete the survey.", s.Title, survey.Name)
		}
		if err != nil {
			return err
		}
		return removeSource(tx, s)
	})
}

func removeSource(tx *store.Tx, s study.Source) error {
	if err := removeMarks(tx, s.ProjectID, s.ID); err != nil {
		return err
	}
	speakers, err := tx.Speakers(s.ProjectID, s.ID)
	if err != nil {
		return err
	}
	return errors.Join(tx.RemoveAll(records(speakers)), tx.Remove(s))
}

// removeMarks removes all that stands on a source: ties to cases, reviews, memos, codings,
// passages, bookmarks, the recording.
func removeMarks(tx *store.Tx, project, source study.ID) error {
	ties, err := tx.TiesIn(project, source)
	if err != nil {
		return err
	}
	if err := tx.RemoveAll(records(ties)); err != nil {
		return err
	}
	reviews, err := tx.Reviews(project, source)
	if err != nil {
		return err
	}
	if err := removeEach(tx, records(reviews)); err != nil {
		return err
	}
	memos, err := tx.PassageMemos(project, source)
	if err != nil {
		return err
	}
	for _, m := range memos {
		if err := removeMemo(tx, project, m); err != nil {
			return err
		}
	}
	if err := removeMemos(tx, project, source); err != nil {
		return err
	}
	codings, err := tx.Codings(project, source)
	if err != nil {
		return err
	}
	passages, err := tx.Passages(project, source)
	if err != nil {
		return err
	}
	bookmarks, err := tx.Bookmarks(project, "", source)
	if err != nil {
		return err
	}
	recordings, err := tx.Recordings(project, source)
	if err != nil {
		return err
	}
	return removeEach(tx, records(codings), records(passages), records(bookmarks), records(recordings))
}

func records[R study.Record](list []R) []study.Record {
	out := make([]study.Record, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}

func removeEach(tx *store.Tx, lists ...[]study.Record) error {
	for _, r := range slices.Concat(lists...) {
		if err := tx.Remove(r); err != nil {
			return err
		}
	}
	return nil
}
