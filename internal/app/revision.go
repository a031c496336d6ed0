package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Correction is what is to be corrected in a source's text: turns, or places in it. Seen is
// the revision that its positions count in.
type Correction struct {
	Seen   int
	Turns  []study.TurnCorrection
	Edits  []study.Edit
	Rename []SpeakerName
	Why    string
}

// SpeakerName gives a speaker another name, wherever they speak in the source.
type SpeakerName struct {
	Speaker study.ID `json:"speaker"`
	Name    string   `json:"name"`
}

// Corrected says what a correction has made, or would make.
type Corrected struct {
	Source      study.Source `json:"source"`
	Corrections int          `json:"corrections" doc:"Places in which the words changed"`
	Moved       int          `json:"moved" doc:"Passages that came to stand elsewhere, on the same words"`
	Reviews     []ReviewView `json:"reviews" doc:"Passages whose words are gone"`
}

// Correct makes a new revision of a source's text as one action. Passages, bookmarks and turns
// are carried over; a passage whose words are gone is put on the review list. Whoever may
// import may correct, and so moves the passages of others, which stay on their words.
func (a *App) Correct(ctx context.Context, by study.Actor, project, source study.ID, c Correction) (out Corrected, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return out, entry, err
	}
	entry, err = a.act(ctx, by, project, "corrected a text", func(tx *store.Tx) error {
		r, err := planCorrection(tx.Reader, project, source, c)
		if err != nil {
			return err
		}
		if err := renameSpeakers(tx, r.before, c.Rename); err != nil {
			return err
		}
		out, err = r.write(tx)
		return err
	})
	return out, entry, err
}

// PreviewCorrection says what a correction would make, and saves nothing.
func (a *App) PreviewCorrection(ctx context.Context, by study.Actor, project, source study.ID, c Correction) (out Corrected, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return out, err
	}
	r, err := planCorrection(a.store.Read(ctx), project, source, c)
	if err != nil {
		return out, err
	}
	return r.told(a.store.Read(ctx))
}

// RestoreRevision makes a new revision that reads as a former one, and carries everything over
// to it by a diff.
func (a *App) RestoreRevision(ctx context.Context, by study.Actor, project, source study.ID, seen, number int) (out Corrected, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return out, entry, err
	}
	entry, err = a.act(ctx, by, project, "restored a text", func(tx *store.Tx) error {
		before, was, err := seenText(tx.Reader, project, source, seen)
		if err != nil {
			return err
		}
		former, err := tx.ContentAt(before, number)
		if err != nil {
			return err
		}
		cast, err := castOf(tx.Reader, before)
		if err != nil {
			return err
		}
		r, err := newRevising(tx.Reader, before, study.CarryTo(was.Positions, former.Positions), cast.withoutStrangers(former.Turns))
		if err != nil {
			return err
		}
		out, err = r.write(tx)
		return err
	})
	return out, entry, err
}

// seenText reads a source and its text, and refuses who saw another revision.
func seenText(r store.Reader, project, source study.ID, seen int) (study.Source, *store.Content, error) {
	s, err := r.Source(project, source)
	if err != nil {
		return s, nil, err
	}
	if seen != s.Revision {
		e := study.Errorf(study.Conflict, "Someone corrected this text meanwhile.")
		e.Current = s
		return s, nil, e
	}
	c, err := r.Content(s)
	return s, c, err
}

func planCorrection(r store.Reader, project, source study.ID, c Correction) (*revising, error) {
	before, was, err := seenText(r, project, source, c.Seen)
	if err != nil {
		return nil, err
	}
	if len(c.Turns) > 0 && len(c.Edits) > 0 {
		return nil, study.FieldError("edits", "Correct turns or places, not both at once.")
	}
	cast, err := castOf(r, before)
	if err != nil {
		return nil, err
	}
	edits, turns := c.Edits, []study.Turn(nil)
	if len(c.Turns) > 0 {
		if err := cast.name(c.Turns); err != nil {
			return nil, err
		}
		if edits, turns, err = study.CorrectTurns(was.Positions, was.Turns, c.Turns); err != nil {
			return nil, err
		}
	}
	carry, err := study.NewCarry(was.Positions, edits)
	if err != nil {
		return nil, err
	}
	if len(c.Turns) == 0 {
		turns = carry.Turns(was.Turns)
	}
	v, err := newRevising(r, before, carry, turns)
	if err != nil {
		return nil, err
	}
	v.corrections, v.why, v.speakers = len(edits), study.Shorten(c.Why, study.MaxName), cast.added
	return v, nil
}

// Revisions gives the revisions of a source, newest first.
func (a *App) Revisions(ctx context.Context, by study.Actor, project, source study.ID) ([]study.RevisionHead, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	if _, err := r.Source(project, source); err != nil {
		return nil, err
	}
	return r.Revisions(project, source)
}

// ContentAt gives the words and turns of one revision of a source; former ones to leads only
// where they are withheld.
func (a *App) ContentAt(ctx context.Context, by study.Actor, project, source study.ID, number int) (*store.Content, error) {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	s, err := r.Source(project, source)
	if err != nil {
		return nil, err
	}
	if number != s.Revision {
		if err := s.Open(role); err != nil {
			return nil, err
		}
	}
	return r.ContentAt(s, number)
}

// TurnsAt gives the turns of one revision of a source.
func (a *App) TurnsAt(ctx context.Context, by study.Actor, project, source study.ID, number int) ([]SpokenTurn, error) {
	content, err := a.ContentAt(ctx, by, project, source, number)
	if err != nil {
		return nil, err
	}
	return spokenTurns(a.store.Read(ctx), project, source, content.Turns)
}

// carried takes a range that counts in an older revision to the present one of its source.
func (c *coder) carried(source study.Source, revision int, r study.Range) (study.Range, error) {
	if revision == 0 || revision == source.Revision {
		return r, nil
	}
	key := carryKey{source.ID, revision}
	carry, there := c.carries[key]
	if !there {
		was, err := c.tx.ContentAt(source, revision)
		if err != nil {
			return r, err
		}
		is, err := c.tx.Content(source)
		if err != nil {
			return r, err
		}
		carry = study.CarryTo(was.Positions, is.Positions)
		c.carries[key] = carry
	}
	if err := r.Within(carry.From().Len()); err != nil {
		return r, err
	}
	to, kept := carry.Range(r)
	if !kept {
		e := study.Errorf(study.Conflict, "These words were corrected meanwhile and are not there any more. Look at the text as it is now and select them anew.")
		e.Current = source
		return r, e
	}
	return to, nil
}

type carryKey struct {
	source   study.ID
	revision int
}

// revising is a new revision in the making.
type revising struct {
	before, after study.Source
	carry         *study.Carry
	turns         []study.Turn
	corrections   int
	why           string
	speakers      []study.Speaker // new ones
	number        int             // of the new revision
	plan
}

func newRevising(r store.Reader, before study.Source, carry *study.Carry, turns []study.Turn) (*revising, error) {
	text := carry.Text().String()
	if len(turns) == 0 || carry.Text().Trim(study.Range{End: carry.Text().Len()}).Len() == 0 {
		return nil, study.Errorf(study.Invalid, "Nothing is left of the text. Delete the source instead.")
	}
	last, err := r.LastRevision(before.ProjectID, before.ID)
	number := last + 1
	if err != nil {
		return nil, err
	}
	v := &revising{before: before, after: before, carry: carry, turns: turns, number: number, corrections: len(study.Diff(carry.From().String(), text))}
	v.after.Length, v.after.Words, v.after.Turns = carry.Text().Len(), study.WordCount(text), len(turns)
	v.after.Revision, v.after.Version = number, before.Version+1
	v.plan, err = planMarks(r, before, carry)
	return v, err
}

// write puts the new revision in the place of the present one.
func (v *revising) write(tx *store.Tx) (Corrected, error) {
	was, err := tx.Content(v.before)
	if err != nil {
		return Corrected{}, err
	}
	if v.carry.Unchanged() && slices.EqualFunc(was.Turns, v.turns, sameTurn) {
		return Corrected{Source: v.before, Reviews: []ReviewView{}}, nil
	}
	for _, s := range v.speakers {
		if err := tx.Add(s); err != nil {
			return Corrected{}, err
		}
	}
	revision := study.Revision{SourceID: v.before.ID, Number: v.number, Text: v.carry.Text().String(), Turns: v.turns, Why: v.why}
	revision.CountWords(was.Text)
	if err := tx.AddRevision(revision); err != nil {
		return Corrected{}, err
	}
	if err := tx.Set(v.before, v.after); err != nil {
		return Corrected{}, err
	}
	if err := v.plan.write(tx, v.before); err != nil {
		return Corrected{}, err
	}
	if err := followVoices(tx, v.before, v.carry, was.Turns, v.turns); err != nil {
		return Corrected{}, err
	}
	return v.told(tx.Reader)
}

func sameTurn(a, b study.Turn) bool {
	same := func(x, y *int) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	return a.Range == b.Range && a.Speaker == b.Speaker && same(a.FromMs, b.FromMs) && same(a.ToMs, b.ToMs)
}
