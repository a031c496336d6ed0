package app

import (
	"context"
	"errors"
	"fmt"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Step is one change in a reorganisation of the codebook: a code is created, changed, merged
// into another or deleted. Seen is the version of the code that was seen, or 0.
type Step struct {
	Code      study.ID // of a new code too: its maker's choice, so that later steps can name it
	Seen      int
	Create    bool
	Change    CodeChange
	MergeInto study.ID
	Remove    bool
}

// MaxSteps is the most steps in one reorganisation.
const MaxSteps = 1000

// Effect is what a reorganisation does, in numbers.
type Effect struct {
	Codes    int `json:"codes" doc:"Codes that go, merged or deleted"`
	Moved    int `json:"moved" doc:"Codings that another code takes"`
	Folded   int `json:"folded" doc:"Codings that fold into one that stands on the same words already"`
	Removed  int `json:"removed" doc:"Codings that go with their code"`
	Memos    int `json:"memos" doc:"Memos that move to another code"`
	Children int `json:"children" doc:"Codes that come under the one that theirs is merged into"`
}

// Reorganise makes many changes of the codebook as one action, all or none. Each step finds
// the tree as the steps before it left it. With preview it only says what would happen.
func (a *App) Reorganise(ctx context.Context, by study.Actor, project study.ID, steps []Step, preview bool) (effect Effect, entry study.Entry, err error) {
	_, entry, err = a.draft(ctx, by, project, reorganiseVerb(steps), func(d *draft) error {
		if len(steps) == 0 || len(steps) > MaxSteps {
			return study.FieldError("steps", "A reorganisation has between 1 and %d steps.", MaxSteps)
		}
		for i, s := range steps {
			if err := d.step(s); err != nil {
				return study.At(err, fmt.Sprintf("steps[%d]", i), fmt.Sprintf("Step %d, “%s”", i+1, d.called(s)))
			}
		}
		effect = d.effect
		if preview {
			return errPreview
		}
		return nil
	})
	if errors.Is(err, errPreview) {
		err = nil
	}
	return effect, entry, err
}

// reorganiseVerb says in the journal what some steps did.
func reorganiseVerb(steps []Step) string {
	if len(steps) == 1 && steps[0].Create {
		return "created a code"
	}
	return "reorganised the codebook"
}

// errPreview takes back what was done to see what it would do.
var errPreview = errors.New("a preview")

func (d *draft) step(s Step) error {
	changes := s.Change != CodeChange{}
	switch {
	case s.Create && s.MergeInto == "" && !s.Remove:
		return d.create(s)
	case s.Remove && s.MergeInto == "" && !s.Create && !changes:
		return d.remove(s.Code, s.Seen)
	case s.MergeInto != "" && !s.Remove && !s.Create && !changes:
		return d.merge(s.Code, s.Seen, s.MergeInto)
	case changes && s.MergeInto == "" && !s.Remove:
		return d.change(s.Code, s.Seen, s.Change)
	}
	return study.Errorf(study.Invalid, "A step creates, changes, merges or deletes a code, one of the four.")
}

func (d *draft) create(s Step) error {
	id, err := d.free("code", s.Code)
	if err != nil {
		return err
	}
	return d.add(s.Change.applyTo(study.Code{ID: id, Codable: true}), s.Change.Position)
}

// free gives the id that was chosen for a new code, when no code has it.
func (d *draft) free(field string, chosen study.ID) (study.ID, error) {
	id, err := study.ParseID(string(chosen))
	if _, there := d.book.Code(id); err != nil || there {
		return id, study.FieldError(field, "A new code needs an id that no code has yet.")
	}
	return id, nil
}

// called is the name of a step's code as people know it.
func (d *draft) called(s Step) string {
	for _, book := range []*study.Codebook{d.book, d.was} {
		if c, there := book.Code(s.Code); there {
			return c.Name
		}
	}
	if s.Change.Name != nil {
		return *s.Change.Name
	}
	return "unknown code"
}

// draft is a codebook being changed inside a transaction. The tree changes in memory, each
// change on the ground of those before; write puts into rows what came of it, each code once.
// New codes, codings and memos are written at once.
type draft struct {
	tx        *store.Tx
	project   study.ID
	was, book *study.Codebook
	merged    map[study.ID]study.ID
	effect    Effect
}

// draft lets one action change the codebook, and gives it as it was written.
func (a *App) draft(ctx context.Context, by study.Actor, project study.ID, verb string, change func(d *draft) error) (d *draft, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return nil, entry, err
	}
	entry, err = a.act(ctx, by, project, verb, func(tx *store.Tx) error {
		codes, err := tx.Codes(project)
		if err != nil {
			return err
		}
		d = &draft{tx: tx, project: project, was: study.NewCodebook(codes), book: study.NewCodebook(codes), merged: map[study.ID]study.ID{}}
		if err := change(d); err != nil {
			return err
		}
		return d.write()
	})
	return d, entry, err
}

// code gives a code as it is now, when that is the version that was seen.
func (d *draft) code(id study.ID, seen int) (study.Code, error) {
	c, there := d.book.Code(id)
	if !there {
		return c, study.Errorf(study.NotFound, "This code is not there any more.")
	}
	return c, stale(seen, c.Version, c)
}

func (d *draft) add(c study.Code, position *int) error {
	siblings := d.book.Children(c.ParentID)
	if c.Color == "" {
		parent, _ := d.book.Code(c.ParentID)
		c.Color = study.NextColor(parent.Color, siblings)
	}
	c.ProjectID, c.CreatedBy, c.CreatedAt, c.Version, c.Position = d.project, d.tx.Actor(), d.tx.Now(), 1, len(siblings)
	if err := d.check(c, study.Code{}); err != nil {
		return err
	}
	if err := d.tx.Add(c); err != nil {
		return err
	}
	d.was.Put(c)
	d.put(c, position)
	return nil
}

func (d *draft) change(id study.ID, seen int, c CodeChange) error {
	before, err := d.code(id, seen)
	if err != nil {
		return err
	}
	after := c.applyTo(before)
	if after.ParentID != before.ParentID {
		after.Position = len(d.book.Children(after.ParentID))
	}
	if err := d.check(after, before); err != nil {
		return err
	}
	d.put(after, c.Position)
	return nil
}

func (d *draft) check(c, before study.Code) error {
	if err := c.Validate(); err != nil {
		return err
	}
	for field, ids := range map[string][2]study.ID{"exampleOf": {before.ExampleOf, c.ExampleOf}, "nearMissOf": {before.NearMissOf, c.NearMissOf}} {
		if ids[1] == ids[0] || ids[1] == "" {
			continue
		}
		if _, err := d.tx.Passage(d.project, ids[1]); study.KindOf(err) == study.NotFound {
			return study.FieldError(field, "The passage that it was picked from is not there any more.")
		} else if err != nil {
			return err
		}
	}
	return d.book.CheckPlace(c)
}

func (d *draft) put(c study.Code, position *int) {
	d.book.Put(c)
	if position != nil {
		d.book.Place(c, *position)
	}
}

// write puts the codes into rows: first those that changed, then away with those that went,
// children before their parents.
func (d *draft) write() error {
	for _, c := range d.book.All() {
		before, _ := d.was.Code(c.ID)
		after := c.Revised(before, d.tx.Now())
		if after == before {
			continue
		}
		if err := d.tx.Set(before, after); err != nil {
			return err
		}
		d.book.Put(after)
	}
	return d.writeGone()
}
