package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CountedCode is a code with its codings counted: its own, and with its descendants'.
type CountedCode struct {
	study.Code
	Own int `json:"own" doc:"Codings of this code"`
	All int `json:"all" doc:"Codings of this code and those under it"`
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
	counts, err := r.CodeCounts(project)
	if err != nil {
		return nil, err
	}
	out := []CountedCode{}
	book.Walk(func(c study.Code, _ int) {
		all := 0
		for _, id := range book.WithDescendants(c.ID) {
			all += counts[id]
		}
		out = append(out, CountedCode{Code: c, Own: counts[c.ID], All: all})
	})
	return out, nil
}

func codebook(r store.Reader, project study.ID) (*study.Codebook, error) {
	codes, err := r.Codes(project)
	return study.NewCodebook(codes), err
}

// AddCode creates a code. Without a position it comes last among its siblings, and
// without a colour it takes the next of its parent's family.
func (a *App) AddCode(ctx context.Context, by study.Actor, project study.ID, c study.Code, position *int) (study.Code, study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return c, study.Entry{}, err
	}
	entry, err := a.act(ctx, by, project, "created a code", func(tx *store.Tx) error {
		book, err := codebook(tx.Reader, project)
		if err != nil {
			return err
		}
		siblings := book.Children(c.ParentID)
		if c.Color == "" {
			parent, _ := book.Code(c.ParentID)
			c.Color = study.NextColor(parent.Color, siblings)
		}
		c.ID, c.ProjectID, c.CreatedBy, c.CreatedAt, c.Version = study.NewID(), project, by.Account.ID, tx.Now(), 1
		c.Position = len(siblings)
		if err := checkCode(book, c); err != nil {
			return err
		}
		if err := tx.Add(c); err != nil || position == nil {
			return err
		}
		c, err = place(tx, siblings, c, *position)
		return err
	})
	return c, entry, err
}

func checkCode(book *study.Codebook, c study.Code) error {
	if err := c.Validate(); err != nil {
		return err
	}
	return book.CheckPlace(c)
}

// place puts a code at a position among its siblings and numbers them anew. Only those
// whose number changes are written.
func place(tx *store.Tx, siblings []study.Code, c study.Code, position int) (study.Code, error) {
	others := slices.DeleteFunc(slices.Clone(siblings), func(s study.Code) bool { return s.ID == c.ID })
	order := slices.Insert(others, max(0, min(position, len(others))), c)
	for i, before := range order {
		if before.Position == i {
			continue
		}
		after := before
		after.Position = i
		if err := tx.Set(before, after); err != nil {
			return c, err
		}
		if after.ID == c.ID {
			c = after
		}
	}
	return c, nil
}

// CodeChange is what can be changed about a code; nil leaves a field. An empty Parent
// makes it a root.
type CodeChange struct {
	Name, Definition, Include, Exclude, Example *string
	Color                                       *study.Color
	Codable                                     *bool
	Parent                                      *study.ID
	Position                                    *int
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

// ChangeCode renames, describes, recolours, moves or nests a code. Seen is the version
// that was seen, or 0.
func (a *App) ChangeCode(ctx context.Context, by study.Actor, project, id study.ID, seen int, c CodeChange) (after study.Code, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return after, entry, err
	}
	entry, err = a.act(ctx, by, project, c.verb(), func(tx *store.Tx) error {
		book, err := codebook(tx.Reader, project)
		if err != nil {
			return err
		}
		before, there := book.Code(id)
		if !there {
			return study.Errorf(study.NotFound, "This code is not there any more.")
		}
		if err := stale(seen, before.Version, before); err != nil {
			return err
		}
		after = c.applyTo(before)
		if after.ParentID != before.ParentID {
			after.Position = len(book.Children(after.ParentID))
		}
		if err := checkCode(book, after); err != nil {
			return err
		}
		if err := tx.Set(before, after); err != nil || c.Position == nil {
			return err
		}
		after, err = place(tx, book.Children(after.ParentID), after, *c.Position)
		return err
	})
	return after, entry, err
}

func (c CodeChange) applyTo(code study.Code) study.Code {
	set(&code.Name, c.Name)
	set(&code.Definition, c.Definition)
	set(&code.Include, c.Include)
	set(&code.Exclude, c.Exclude)
	set(&code.Example, c.Example)
	set(&code.Color, c.Color)
	set(&code.Codable, c.Codable)
	set(&code.ParentID, c.Parent)
	code.Version++
	return code
}

// RemoveCode deletes a code with all codes under it and all their codings and memos, as
// one action that can be undone.
func (a *App) RemoveCode(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a code", func(tx *store.Tx) error {
		book, err := codebook(tx.Reader, project)
		if err != nil {
			return err
		}
		if _, there := book.Code(id); !there {
			return study.Errorf(study.NotFound, "This code is not there any more.")
		}
		doomed := book.WithDescendants(id)
		for _, one := range slices.Backward(doomed) { // children before their parents
			code, _ := book.Code(one)
			if err := removeCode(tx, project, code); err != nil {
				return err
			}
		}
		return nil
	})
}

func removeCode(tx *store.Tx, project study.ID, code study.Code) error {
	codings, err := tx.CodingsOf(project, code.ID)
	if err != nil {
		return err
	}
	for _, c := range codings {
		if err := removeCoding(tx, project, c); err != nil {
			return err
		}
	}
	if err := removeMemos(tx, project, code.ID); err != nil {
		return err
	}
	return tx.Remove(code)
}

// MergeCode gives all codings, memos and child codes of one code to another, and deletes
// it. Where both stand on one passage by one coder, one coding is left. What the code
// meant is kept as a memo on the other.
func (a *App) MergeCode(ctx context.Context, by study.Actor, project, id, into study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "merged two codes", func(tx *store.Tx) error {
		book, err := codebook(tx.Reader, project)
		if err != nil {
			return err
		}
		from, there1 := book.Code(id)
		to, there2 := book.Code(into)
		if !there1 || !there2 {
			return study.Errorf(study.NotFound, "This code is not there any more.")
		}
		if slices.Contains(book.WithDescendants(id), into) {
			return study.FieldError("into", "“%s” can't be merged into itself or a code under it.", from.Name)
		}
		if !to.Codable {
			return study.FieldError("into", "“%s” is a heading; nothing can be coded with it.", to.Name)
		}
		return merge(tx, project, book, from, to)
	})
}

func merge(tx *store.Tx, project study.ID, book *study.Codebook, from, to study.Code) error {
	if err := moveCodings(tx, project, from.ID, to.ID); err != nil {
		return err
	}
	for i, child := range book.Children(from.ID) {
		moved := child
		moved.ParentID, moved.Position, moved.Version = to.ID, len(book.Children(to.ID))+i, child.Version+1
		if err := tx.Set(child, moved); err != nil {
			return err
		}
	}
	if err := moveMemos(tx, project, study.Link{Kind: "code", ID: from.ID}, study.Link{Kind: "code", ID: to.ID}); err != nil {
		return err
	}
	if err := tx.Add(mergeMemo(tx, from, to)); err != nil {
		return err
	}
	return tx.Remove(from)
}

func mergeMemo(tx *store.Tx, from, to study.Code) study.Memo {
	body := study.EscapeMarkdown(from.Definition)
	for _, part := range []struct{ head, text string }{{"Include when", from.Include}, {"Exclude when", from.Exclude}, {"Example", from.Example}} {
		if part.text != "" {
			body += "\n\n**" + part.head + ":** " + study.EscapeMarkdown(part.text)
		}
	}
	return study.Memo{ID: study.NewID(), Sort: "methodological", Title: "Merged from “" + shorten(from.Name, 150) + "”", Body: body, TargetKind: "code",
		TargetID: to.ID, AuthorID: tx.Actor(), CreatedAt: tx.Now(), UpdatedAt: tx.Now(), Version: 1}
}

func moveCodings(tx *store.Tx, project, from, to study.ID) error {
	moving, err := tx.CodingsOf(project, from)
	if err != nil {
		return err
	}
	there, err := tx.CodingsOf(project, to)
	if err != nil {
		return err
	}
	taken := map[[2]study.ID]bool{}
	for _, c := range there {
		taken[[2]study.ID{c.PassageID, c.CoderID}] = true
	}
	for _, c := range moving {
		moved := c
		moved.CodeID = to
		if taken[[2]study.ID{c.PassageID, c.CoderID}] {
			err = tx.Remove(c)
		} else {
			err = tx.Set(c, moved)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
