package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// UndoEntry takes one entry back, or says who changed something of it since. It is for
// whoever made the entry, and for leads.
func (a *App) UndoEntry(ctx context.Context, by study.Actor, project study.ID, seq int64) (study.Entry, error) {
	role, err := a.role(ctx, by, project, study.MayCode)
	if err != nil {
		return study.Entry{}, err
	}
	e, err := a.store.Read(ctx).Entry(project, seq)
	if err != nil {
		return study.Entry{}, err
	}
	if e.ActorID != by.Account.ID && role != study.Lead {
		return study.Entry{}, study.Errorf(study.Forbidden, "Someone else did this; they or a lead can undo it.")
	}
	return a.revert(ctx, by, project, role, e)
}

// Undo takes back the actor's newest action that is not yet taken back, however many
// there have been.
func (a *App) Undo(ctx context.Context, by study.Actor, project study.ID) (study.Entry, error) {
	return a.step(ctx, by, project, "undo", func(s Steps) *study.Entry { return s.Undo })
}

// Redo does again what the actor took back last.
func (a *App) Redo(ctx context.Context, by study.Actor, project study.ID) (study.Entry, error) {
	return a.step(ctx, by, project, "redo", func(s Steps) *study.Entry { return s.Redo })
}

// Steps are the entries that the actor's next undo and redo would take back; nil when there
// is none. What changes the team, and with it the beginning of the project, is not what
// someone means who presses Ctrl-Z, and is left out.
type Steps struct {
	Undo *study.Entry `json:"undo,omitempty"`
	Redo *study.Entry `json:"redo,omitempty"`
}

// Steps tells what Undo and Redo would do.
func (a *App) Steps(ctx context.Context, by study.Actor, project study.ID) (s Steps, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return s, err
	}
	r := a.store.Read(ctx)
	own, err := r.StepsBy(project, by.Account.ID)
	if err != nil {
		return s, err
	}
	undo, redo := study.UndoStacks(own)
	if s.Undo, err = last(r, project, undo); err != nil {
		return s, err
	}
	s.Redo, err = last(r, project, redo)
	return s, err
}

func last(r store.Reader, project study.ID, stack []int64) (*study.Entry, error) {
	if len(stack) == 0 {
		return nil, nil
	}
	e, err := r.Entry(project, stack[len(stack)-1])
	return &e, err
}

func (a *App) step(ctx context.Context, by study.Actor, project study.ID, what string, pick func(Steps) *study.Entry) (study.Entry, error) {
	role, err := a.role(ctx, by, project, study.MayCode)
	if err != nil {
		return study.Entry{}, err
	}
	steps, err := a.Steps(ctx, by, project)
	if err != nil {
		return study.Entry{}, err
	}
	e := pick(steps)
	if e == nil {
		return study.Entry{}, study.Errorf(study.NotFound, "There is nothing to %s.", what)
	}
	return a.revert(ctx, by, project, role, *e)
}

func (a *App) revert(ctx context.Context, by study.Actor, project study.ID, role study.Role, e study.Entry) (study.Entry, error) {
	if err := mayRevert(role, e); err != nil {
		return study.Entry{}, err
	}
	action := store.Action{Project: project, Actor: by.Account.ID, Verb: revertVerb(e), Undoes: e.Seq}
	entry, err := a.store.Act(ctx, action, func(tx *store.Tx) error {
		if err := tx.Revert(e); err != nil {
			return err
		}
		return keepLead(tx, project)
	})
	a.readAfter(ctx, entry)
	return entry, err
}

func revertVerb(e study.Entry) string {
	if e.Undoes > 0 {
		return "redid"
	}
	return "undid"
}

// mayRevert refuses what an undo must not do: give a role back to someone, or do what
// the actor's role would not allow now.
func mayRevert(role study.Role, e study.Entry) error {
	if e.Final() {
		return study.Errorf(study.Invalid, "What was erased can't be brought back.")
	}
	for _, kind := range e.Kinds() {
		need := study.MayCode
		switch kind {
		case "member", "project", "pseudonym":
			need = study.MayManage
		case "strand", "source", "speaker", "recording", "variable", "case":
			need = study.MayImport
		case "code":
			need = study.MayCodes
		}
		if !role.May(need) {
			return study.Errorf(study.Forbidden, "As a %s you can't take this back.", role)
		}
		if kind == "member" && e.Seq == 1 {
			return study.Errorf(study.Invalid, "The beginning of a project can't be taken back; delete the project instead.")
		}
	}
	return nil
}
