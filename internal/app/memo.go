package app

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// NewMemo is a memo on a thing; or, with Source set, on words of a source, whose passage
// is made when the actor has none there. The range counts in the revision that is named; 0 is
// the present one. ID is its writer's choice, so that it can be sent again when nobody knows
// whether it came; without one it gets its own. At is when it was written, for imports.
type NewMemo struct {
	study.Memo
	Source study.ID
	study.Range
	Revision int
	At       time.Time
}

// AddMemo writes a memo. One that the actor has written under its ID already is given as it
// is by now, without an entry.
func (a *App) AddMemo(ctx context.Context, by study.Actor, project study.ID, n NewMemo) (m study.Memo, entry study.Entry, err error) {
	entry, err = a.coding(ctx, by, project, "wrote a memo", func(c *coder) (err error) {
		if n.ID, err = memoID(n.ID); err != nil {
			return err
		}
		var there bool
		if m, there, err = c.written(n.ID); there || err != nil {
			return err
		}
		m, err = c.write(n)
		return err
	})
	return m, entry, err
}

// memoID is the id of a new memo: the one that was chosen, or one of its own.
func memoID(chosen study.ID) (study.ID, error) {
	if chosen == "" {
		return study.NewID(), nil
	}
	id, err := study.ParseID(string(chosen))
	if err != nil {
		err = study.FieldError("id", "The id of a new memo is a UUID.")
	}
	return id, err
}

// written gives the actor's memo of an id, when there is one.
func (c *coder) written(id study.ID) (m study.Memo, there bool, err error) {
	m, err = c.tx.Memo(c.project, id)
	if study.KindOf(err) == study.NotFound {
		return m, false, nil
	}
	if err == nil && m.AuthorID != c.by.Account.ID {
		err = study.FieldError("id", "A new memo needs an id that no memo has yet.")
	}
	return m, err == nil, err
}

func (c *coder) write(n NewMemo) (m study.Memo, err error) {
	m = n.Memo
	if m.Sort == "" {
		m.Sort = "analytic"
	}
	if n.At.IsZero() {
		n.At = c.tx.Now()
	}
	if n.Source != "" {
		m.TargetKind = "passage"
		if m.TargetID, err = c.memoPassage(n); err != nil {
			return m, err
		}
	}
	m.ProjectID, m.AuthorID, m.CreatedAt, m.UpdatedAt, m.Version = c.project, c.by.Account.ID, n.At, n.At, 1
	m = m.Linked(n.Links)
	if err := checkMemo(c.tx, m, append(n.Links[:len(n.Links):len(n.Links)], m.Target())); err != nil {
		return m, err
	}
	return m, c.tx.Add(m)
}

func (c *coder) memoPassage(n NewMemo) (study.ID, error) {
	r, err := c.within(n.Source, n.Revision, n.Range)
	if err != nil {
		return "", err
	}
	p, _, err := passageFor(c.tx, c.by.Account.ID, c.project, NewCoding{Source: n.Source, Range: r, At: n.At})
	return p.ID, err
}

// checkMemo refuses what is not valid, and things that somebody chose and that are not
// there. What the text mentions is not asked: it may have gone while the memo was written.
func checkMemo(tx *store.Tx, m study.Memo, chosen study.Links) error {
	if err := m.Validate(); err != nil {
		return err
	}
	for _, l := range chosen {
		if err := checkThing(tx, m.ProjectID, l); err != nil {
			return err
		}
	}
	return nil
}

func checkThing(tx *store.Tx, project study.ID, l study.Link) (err error) {
	switch l.Kind {
	case "project":
		if l.ID != project {
			err = study.Errorf(study.NotFound, "There is no such project.")
		}
	case "strand":
		_, err = tx.Strand(project, l.ID)
	case "source":
		_, err = tx.Source(project, l.ID)
	case "code":
		_, err = tx.Code(project, l.ID)
	case "passage":
		_, err = tx.Passage(project, l.ID)
	case "case":
		_, err = tx.Case(project, l.ID)
	default:
		err = study.FieldError("targetKind", "A memo is about passages, codes, sources, cases, strands or the project.")
	}
	return err
}

// MemoChange is what can be changed about a memo; nil leaves a field. Links are those that
// somebody chose, beside what the text mentions; Target is what it stands on from now on.
type MemoChange struct {
	Sort, Title, Body *string
	Links             *study.Links
	Target            *study.Link
}

// applyTo changes the memo, and gives the things that were chosen anew.
func (c MemoChange) applyTo(m *study.Memo) (fresh study.Links) {
	known, links := m.About(), m.Chosen()
	set(&m.Sort, c.Sort)
	set(&m.Title, c.Title)
	set(&m.Body, c.Body)
	if c.Target != nil {
		m.TargetKind, m.TargetID = c.Target.Kind, c.Target.ID
		fresh = study.Links{*c.Target}
	}
	set(&links, c.Links)
	*m = m.Linked(links)
	return append(fresh, links...).Without(known...)
}

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
		after, err = edit(tx, before, seen, func(after *study.Memo) error {
			fresh := c.applyTo(after)
			after.UpdatedAt = tx.Now()
			return checkMemo(tx, *after, fresh)
		})
		if err != nil {
			return err
		}
		return removeBareOf(tx, project, before.About().Without(after.About()...))
	})
	return after, entry, err
}

// RemoveMemo deletes a memo, and the passages it was about when nothing else is left there.
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
		return removeMemo(tx, project, m)
	})
}

func removeMemo(tx *store.Tx, project study.ID, m study.Memo) error {
	if err := tx.Remove(m); err != nil {
		return err
	}
	return removeBareOf(tx, project, m.About())
}

func ownMemo(tx *store.Tx, by study.Actor, role study.Role, project, id study.ID) (study.Memo, error) {
	m, err := tx.Memo(project, id)
	if err == nil && m.AuthorID != by.Account.ID && role != study.Lead {
		err = study.Errorf(study.Forbidden, "This is someone else's memo; they or a lead can change it.")
	}
	return m, err
}

// removeBareOf removes those passages among some things on which nothing is left.
func removeBareOf(tx *store.Tx, project study.ID, things study.Links) error {
	for _, l := range things {
		if l.Kind != "passage" {
			continue
		}
		if err := removeBare(tx, project, l.ID); err != nil {
			return err
		}
	}
	return nil
}

// removeBare removes a passage that has no codings left, that no memo is about and that is
// tied to no case. One
// that has gone already is none.
func removeBare(tx *store.Tx, project, passage study.ID) error {
	codings, err := tx.CodingsOn(project, passage)
	if err != nil || len(codings) > 0 {
		return err
	}
	memos, err := tx.MemosAbout(project, passage)
	if err != nil || len(memos) > 0 {
		return err
	}
	ties, err := tx.TiesTo(project, passage)
	if err != nil || len(ties) > 0 {
		return err
	}
	p, err := tx.Passage(project, passage)
	if study.KindOf(err) == study.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	if err := settleReview(tx, project, passage); err != nil {
		return err
	}
	return tx.Remove(p)
}

// removeMemos removes the memos that stand on a thing which is going. Links of others to it
// stay, so that they hold again when it comes back.
func removeMemos(tx *store.Tx, project, target study.ID) error {
	memos, err := tx.Memos(project, target)
	if err != nil {
		return err
	}
	for _, m := range memos {
		if err := removeMemo(tx, project, m); err != nil {
			return err
		}
	}
	return nil
}

// moveMemos puts one thing in place of another in all memos that are about it, as when the
// two become one.
func moveMemos(tx *store.Tx, project study.ID, from, to study.Link) error {
	memos, err := tx.MemosAbout(project, from.ID)
	if err != nil {
		return err
	}
	for _, m := range memos {
		moved := m.Moved(from, to)
		moved.Version++
		if err := tx.Set(m, moved); err != nil {
			return err
		}
	}
	return nil
}
