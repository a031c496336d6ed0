package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CountedCode is a code with its codings counted: its own, and with its descendants'.
type CountedCode struct {
	study.Code
	Own      int `json:"own" doc:"Codings of this code"`
	All      int `json:"all" doc:"Codings of this code and those under it"`
	Sources  int `json:"sources" doc:"Sources that have a coding of this code"`
	Outdated int `json:"outdated" doc:"Codings of this code made before its meaning changed, and not looked at since"`
}

// Codes gives the codebook, parents before children, in order.
func (a *App) Codes(ctx context.Context, by study.Actor, project study.ID) ([]CountedCode, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	book, err := codebook(r, project)
	if err != nil {
		return nil, err
	}
	uses, err := r.CodeUses(project)
	if err != nil {
		return nil, err
	}
	own := map[study.ID]int{}
	for id, use := range uses {
		own[id] = use.Own
	}
	all, out := book.Sum(own), []CountedCode{}
	for _, c := range book.All() {
		use := uses[c.ID]
		out = append(out, CountedCode{Code: c, Own: use.Own, All: all[c.ID], Sources: use.Sources, Outdated: use.Outdated})
	}
	return out, nil
}

func codebook(r store.Reader, project study.ID) (*study.Codebook, error) {
	codes, err := r.Codes(project)
	return study.NewCodebook(codes), err
}

// AddCode creates a code. Without a position it comes last among its siblings, and
// without a colour it takes the next of its parent's family. Its ID is its maker's choice; without
// one it gets its own.
func (a *App) AddCode(ctx context.Context, by study.Actor, project study.ID, c study.Code, position *int) (study.Code, study.Entry, error) {
	if c.ID == "" {
		c.ID = study.NewID()
	}
	d, entry, err := a.draft(ctx, by, project, "created a code", func(d *draft) (err error) {
		if c.ID, err = d.free("id", c.ID); err != nil {
			return err
		}
		return d.add(c, position)
	})
	if err == nil {
		c, _ = d.book.Code(c.ID)
	}
	return c, entry, err
}

// CodeChange is what can be changed about a code; nil leaves a field. An empty Parent
// makes it a root, and an empty ExampleOf or NearMissOf forgets the passage.
type CodeChange struct {
	Name, Definition, Include, Exclude, Example, NearMiss *string
	ExampleOf, NearMissOf                                 *study.ID
	Color                                                 *study.Color
	Codable                                               *bool
	Parent                                                *study.ID
	Position                                              *int
}

func (c CodeChange) verb() string {
	switch {
	case c.Parent != nil || c.Position != nil:
		return "moved a code"
	case c.Name != nil:
		return "renamed a code"
	case c.Color != nil:
		return "recoloured a code"
	}
	return "described a code"
}

func (c CodeChange) applyTo(code study.Code) study.Code {
	set(&code.Name, c.Name)
	set(&code.Definition, c.Definition)
	set(&code.Include, c.Include)
	set(&code.Exclude, c.Exclude)
	set(&code.Example, c.Example)
	set(&code.ExampleOf, c.ExampleOf)
	set(&code.NearMiss, c.NearMiss)
	set(&code.NearMissOf, c.NearMissOf)
	set(&code.Color, c.Color)
	set(&code.Codable, c.Codable)
	set(&code.ParentID, c.Parent)
	return code
}

// ChangeCode renames, describes, recolours, moves or nests a code. Seen is the version
// that was seen, or 0.
func (a *App) ChangeCode(ctx context.Context, by study.Actor, project, id study.ID, seen int, c CodeChange) (after study.Code, entry study.Entry, err error) {
	d, entry, err := a.draft(ctx, by, project, c.verb(), func(d *draft) error { return d.change(id, seen, c) })
	if err == nil {
		after, _ = d.book.Code(id)
	}
	return after, entry, err
}

// RemoveCode deletes a code with all codes under it and all their codings and memos, as
// one action that can be undone.
func (a *App) RemoveCode(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	_, entry, err := a.draft(ctx, by, project, "deleted a code", func(d *draft) error { return d.remove(id, 0) })
	return entry, err
}

// MergeCode gives all codings, memos and child codes of one code to another, and deletes
// it. Where both stand on one passage by one coder, one coding is left. What the code
// meant is kept as a memo on the other.
func (a *App) MergeCode(ctx context.Context, by study.Actor, project, id, into study.ID) (study.Entry, error) {
	_, entry, err := a.draft(ctx, by, project, "merged two codes", func(d *draft) error { return d.merge(id, 0, into) })
	return entry, err
}
