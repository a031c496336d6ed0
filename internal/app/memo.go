package app

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Memos lists a project's memos, the newest first; those on one thing when target is not "".
func (a *App) Memos(ctx context.Context, by study.Actor, project, target study.ID) ([]study.Memo, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).Memos(project, target)
}

// MemoView is a memo with the words that it is on, when it is on a passage.
type MemoView struct {
	study.Memo
	On *Words `json:"on,omitempty" doc:"The words it is on"`
}

// Words are a range of a source with its text.
type Words struct {
	Source study.ID `json:"source"`
	study.Range
	Text string `json:"text"`
}

// MemoViews lists memos as Memos does, those on passages with their words.
func (a *App) MemoViews(ctx context.Context, by study.Actor, project, target study.ID) ([]MemoView, error) {
	list, err := a.Memos(ctx, by, project, target)
	if err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	out := make([]MemoView, len(list))
	for i, m := range list {
		out[i].Memo = m
		if m.TargetKind != "passage" {
			continue
		}
		if out[i].On, err = words(r, project, m.TargetID); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func words(r store.Reader, project, passage study.ID) (*Words, error) {
	p, err := r.Passage(project, passage)
	if err != nil {
		return nil, err
	}
	source, err := r.Source(project, p.SourceID)
	if err != nil {
		return nil, err
	}
	content, err := r.Content(source)
	if err != nil {
		return nil, err
	}
	return &Words{Source: p.SourceID, Range: p.Range, Text: content.Slice(p.Range)}, nil
}

// NewMemo is a memo on a thing; or, with Source set, on words of a source, whose passage
// is made when the actor has none there. At is when it was written, for imports.
type NewMemo struct {
	study.Memo
	Source study.ID
	study.Range
	At time.Time
}

// AddMemo writes a memo.
func (a *App) AddMemo(ctx context.Context, by study.Actor, project study.ID, n NewMemo) (study.Memo, study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return study.Memo{}, study.Entry{}, err
	}
	m := n.Memo
	if m.Sort == "" {
		m.Sort = "analytic"
	}
	entry, err := a.act(ctx, by, project, "wrote a memo", func(tx *store.Tx) error {
		if n.At.IsZero() {
			n.At = tx.Now()
		}
		if n.Source != "" {
			passage, err := memoPassage(tx, by.Account.ID, project, n)
			if err != nil {
				return err
			}
			m.TargetKind, m.TargetID = "passage", passage
		}
		m.ProjectID, m.ID, m.AuthorID, m.CreatedAt, m.UpdatedAt, m.Version = project, study.NewID(), by.Account.ID, n.At, n.At, 1
		if err := m.Validate(); err != nil {
			return err
		}
		if err := checkTarget(tx, project, m); err != nil {
			return err
		}
		return tx.Add(m)
	})
	return m, entry, err
}

func memoPassage(tx *store.Tx, by, project study.ID, n NewMemo) (study.ID, error) {
	source, err := tx.Source(project, n.Source)
	if err != nil {
		return "", err
	}
	if err := n.Range.Within(source.Length); err != nil {
		return "", err
	}
	p, _, err := passageFor(tx, by, project, NewCoding{Source: n.Source, Range: n.Range, At: n.At})
	return p.ID, err
}

func checkTarget(tx *store.Tx, project study.ID, m study.Memo) (err error) {
	switch m.TargetKind {
	case "project":
		if m.TargetID != project {
			err = study.Errorf(study.NotFound, "There is no such project.")
		}
	case "strand":
		_, err = tx.Strand(project, m.TargetID)
	case "source":
		_, err = tx.Source(project, m.TargetID)
	case "code":
		_, err = tx.Code(project, m.TargetID)
	case "passage":
		_, err = tx.Passage(project, m.TargetID)
	default:
		err = study.FieldError("targetKind", "A memo stands on a passage, a code, a source, a strand or the project.")
	}
	return err
}

// MemoChange is what can be changed about a memo; nil leaves a field.
type MemoChange struct{ Sort, Title, Body *string }

// ChangeMemo rewrites a memo. Seen is the version that was seen, or 0.
func (a *App) ChangeMemo(ctx context.Context, by study.Actor, project, id study.ID, seen int, c MemoChange) (after study.Memo, entry study.Entry, err error) {
	role, err := a.role(ctx, by, project, study.MayCode)
	if err != nil {
		return after, entry, err
	}
	entry, err = a.act(ctx, by, project, "changed a memo", func(tx *store.Tx) error {
		before, err := ownMemo(tx, by, role, project, id)
		if err != nil {
			return err
		}
		if err := stale(seen, before.Version, before); err != nil {
			return err
		}
		after = before
		set(&after.Sort, c.Sort)
		set(&after.Title, c.Title)
		set(&after.Body, c.Body)
		after.UpdatedAt = tx.Now()
		after.Version++
		if err := after.Validate(); err != nil {
			return err
		}
		return tx.Set(before, after)
	})
	return after, entry, err
}

// RemoveMemo deletes a memo, and the passage it stood on when nothing else is left there.
func (a *App) RemoveMemo(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	role, err := a.role(ctx, by, project, study.MayCode)
	if err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a memo", func(tx *store.Tx) error {
		m, err := ownMemo(tx, by, role, project, id)
		if err != nil {
			return err
		}
		if err := tx.Remove(m); err != nil || m.TargetKind != "passage" {
			return err
		}
		return removeBare(tx, project, m.TargetID)
	})
}

func ownMemo(tx *store.Tx, by study.Actor, role study.Role, project, id study.ID) (study.Memo, error) {
	m, err := tx.Memo(project, id)
	if err == nil && m.AuthorID != by.Account.ID && role != study.Lead {
		err = study.Errorf(study.Forbidden, "This is someone else's memo; they or a lead can change it.")
	}
	return m, err
}

// removeBare removes a passage that has neither codings nor memos left.
func removeBare(tx *store.Tx, project, passage study.ID) error {
	codings, err := tx.CodingsOn(project, passage)
	if err != nil || len(codings) > 0 {
		return err
	}
	memos, err := tx.Memos(project, passage)
	if err != nil || len(memos) > 0 {
		return err
	}
	p, err := tx.Passage(project, passage)
	if err != nil {
		return err
	}
	return tx.Remove(p)
}

// removeMemos removes the memos that stand on a thing which is going.
func removeMemos(tx *store.Tx, project, target study.ID) error {
	memos, err := tx.Memos(project, target)
	if err != nil {
		return err
	}
	for _, m := range memos {
		if err := tx.Remove(m); err != nil {
			return err
		}
	}
	return nil
}
