package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// JournalPage asks for entries after a number, oldest first, or with Before set for
// those before it, newest first.
type JournalPage struct {
	After, Before int64
	Limit         int
}

const mostEntries = 500

// Journal gives a page of the project's journal.
func (a *App) Journal(ctx context.Context, by study.Actor, project study.ID, page JournalPage) ([]study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	if page.Limit <= 0 || page.Limit > mostEntries {
		page.Limit = mostEntries
	}
	if page.Before > 0 {
		return a.store.Read(ctx).EntriesBefore(project, page.Before, page.Limit)
	}
	return a.store.Read(ctx).Entries(project, page.After, page.Limit)
}

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

// Undo takes back the actor's newest action that is not yet taken back.
func (a *App) Undo(ctx context.Context, by study.Actor, project study.ID) (study.Entry, error) {
	return a.step(ctx, by, project, "undo", func(undo, _ []int64) []int64 { return undo })
}

// Redo does again what the actor took back last.
func (a *App) Redo(ctx context.Context, by study.Actor, project study.ID) (study.Entry, error) {
	return a.step(ctx, by, project, "redo", func(_, redo []int64) []int64 { return redo })
}

// undoDepth is how many of a person's newest entries are looked at.
const undoDepth = 400

func (a *App) step(ctx context.Context, by study.Actor, project study.ID, what string, pick func(undo, redo []int64) []int64) (study.Entry, error) {
	role, err := a.role(ctx, by, project, study.MayCode)
	if err != nil {
		return study.Entry{}, err
	}
	own, err := a.store.Read(ctx).EntriesBy(project, by.Account.ID, undoDepth)
	if err != nil {
		return study.Entry{}, err
	}
	own = slices.DeleteFunc(own, changesTeam)
	stack := pick(study.UndoStacks(own))
	if len(stack) == 0 {
		return study.Entry{}, study.Errorf(study.NotFound, "There is nothing to %s.", what)
	}
	for _, e := range own {
		if e.Seq == stack[len(stack)-1] {
			return a.revert(ctx, by, project, role, e)
		}
	}
	return study.Entry{}, study.Errorf(study.NotFound, "There is nothing to %s.", what)
}

// changesTeam says that an entry is about who is on the team. Such things, and with them
// the beginning of the project, are not what someone means who presses Ctrl-Z.
func changesTeam(e study.Entry) bool {
	return slices.ContainsFunc(e.Changes, func(c study.Change) bool { return c.Kind == "member" })
}

func (a *App) revert(ctx context.Context, by study.Actor, project study.ID, role study.Role, e study.Entry) (study.Entry, error) {
	if err := mayRevert(role, e); err != nil {
		return study.Entry{}, err
	}
	action := store.Action{Project: project, Actor: by.Account.ID, Verb: revertVerb(e), Undoes: e.Seq}
	return a.store.Act(ctx, action, func(tx *store.Tx) error {
		if err := tx.Revert(e); err != nil {
			return err
		}
		return keepLead(tx, project)
	})
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
	for _, c := range e.Changes {
		need := study.MayCode
		switch c.Kind {
		case "member", "project":
			need = study.MayManage
		case "strand", "source", "speaker":
			need = study.MayImport
		case "code":
			need = study.MayCodes
		}
		if !role.May(need) {
			return study.Errorf(study.Forbidden, "As a %s you can't take this back.", role)
		}
		if c.Kind == "member" && e.Seq == 1 {
			return study.Errorf(study.Invalid, "The beginning of a project can't be taken back; delete the project instead.")
		}
	}
	return nil
}

// Follow sends the entries after a number, as they come, until ctx ends. Send is called
// from one goroutine, in order, with no entry missing; when it fails, Follow ends.
func (a *App) Follow(ctx context.Context, by study.Actor, project study.ID, after int64, send func(study.Entry) error) error {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return err
	}
	news, stop := a.store.Follow(project)
	defer stop()
	for {
		list, err := a.store.Read(ctx).Entries(project, after, mostEntries)
		if err != nil {
			return err
		}
		for _, e := range list {
			if err := send(e); err != nil {
				return err
			}
			after = e.Seq
		}
		if len(list) == mostEntries {
			continue
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-news:
			if err := a.allow(ctx, by, project, study.MayRead); err != nil {
				return err // taken off the team meanwhile
			}
		}
	}
}
