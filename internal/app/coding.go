package app

import (
	"context"
	"slices"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// NewCoding is one gesture: this code on these words. At is when it was coded, for
// imports; the zero time is now.
type NewCoding struct {
	Source study.ID
	study.Range
	Code study.ID
	At   time.Time
}

// Coded is a coding with the range it stands on and the journal number that made it.
// Seq is 0 when the coding was there already.
type Coded struct {
	study.Coding
	study.Range
	Seq int64
}

// Code puts a code on words, as the actor. It makes the actor's passage on that range or
// uses the one that is there; coding the same again changes nothing and gives what is there.
func (a *App) Code(ctx context.Context, by study.Actor, project study.ID, n NewCoding) (Coded, error) {
	done, err := a.CodeAll(ctx, by, project, []NewCoding{n})
	if err != nil {
		return Coded{}, err
	}
	return done[0], nil
}

// CodeAll makes several codings as one action with one journal entry: all or none.
func (a *App) CodeAll(ctx context.Context, by study.Actor, project study.ID, list []NewCoding) ([]Coded, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return nil, err
	}
	out := make([]Coded, len(list))
	entry, err := a.act(ctx, by, project, "coded", func(tx *store.Tx) (err error) {
		for i, n := range list {
			if out[i], err = code(tx, by.Account.ID, project, n); err != nil {
				return err
			}
		}
		return nil
	})
	for i := range out {
		out[i].Seq = entry.Seq
	}
	return out, err
}

func code(tx *store.Tx, coder, project study.ID, n NewCoding) (Coded, error) {
	source, err := tx.Source(project, n.Source)
	if err != nil {
		return Coded{}, err
	}
	if err := n.Range.Within(source.Length); err != nil {
		return Coded{}, err
	}
	concept, err := tx.Code(project, n.Code)
	if err != nil {
		return Coded{}, err
	}
	if !concept.Codable {
		return Coded{}, study.FieldError("code", "“%s” is a heading; code with one of the codes under it.", concept.Name)
	}
	if n.At.IsZero() {
		n.At = tx.Now()
	}
	passage, found, err := passageFor(tx, coder, project, n)
	if err != nil {
		return Coded{}, err
	}
	if found {
		on, err := tx.CodingsOn(project, passage.ID)
		if err != nil {
			return Coded{}, err
		}
		if i := slices.IndexFunc(on, func(c study.Coding) bool { return c.CodeID == n.Code && c.CoderID == coder }); i >= 0 {
			return Coded{Coding: on[i], Range: n.Range}, nil
		}
	}
	c := study.Coding{ProjectID: project, ID: study.NewID(), PassageID: passage.ID, SourceID: n.Source, CodeID: n.Code, CoderID: coder, At: n.At}
	return Coded{Coding: c, Range: n.Range}, tx.Add(c)
}

func passageFor(tx *store.Tx, by, project study.ID, n NewCoding) (p study.Passage, found bool, err error) {
	p, found, err = tx.PassageAt(project, n.Source, n.Range, by)
	if found || err != nil {
		return p, found, err
	}
	p = study.Passage{ProjectID: project, ID: study.NewID(), SourceID: n.Source, Range: n.Range, CreatedBy: by, CreatedAt: n.At}
	return p, false, tx.Add(p)
}

// Uncode removes a coding: one's own, or as a lead anyone's. A passage that is left with
// neither coding nor memo goes with it.
func (a *App) Uncode(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	role, err := a.role(ctx, by, project, study.MayCode)
	if err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "removed a coding", func(tx *store.Tx) error {
		c, err := tx.Coding(project, id)
		if err != nil {
			return err
		}
		if c.CoderID != by.Account.ID && role != study.Lead {
			return study.Errorf(study.Forbidden, "This is someone else's coding; they or a lead can remove it.")
		}
		return removeCoding(tx, project, c)
	})
}

func removeCoding(tx *store.Tx, project study.ID, c study.Coding) error {
	if err := tx.Remove(c); err != nil {
		return err
	}
	return removeBare(tx, project, c.PassageID)
}

// PassageView is a passage with its words, its codings and its memos.
type PassageView struct {
	study.Passage
	Text    string
	Codings []study.Coding
	Memos   []study.Memo
}

// Passages gives every passage of a source, in text order.
func (a *App) Passages(ctx context.Context, by study.Actor, project, source study.ID) ([]PassageView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	s, err := r.Source(project, source)
	if err != nil {
		return nil, err
	}
	content, err := r.Content(s)
	if err != nil {
		return nil, err
	}
	passages, err := r.Passages(project, source)
	if err != nil {
		return nil, err
	}
	return withCodings(r, content, project, source, passages)
}

func withCodings(r store.Reader, content *store.Content, project, source study.ID, passages []study.Passage) ([]PassageView, error) {
	codings, err := r.Codings(project, source)
	if err != nil {
		return nil, err
	}
	memos, err := r.PassageMemos(project, source)
	if err != nil {
		return nil, err
	}
	out := make([]PassageView, len(passages))
	at := make(map[study.ID]int, len(passages))
	for i, p := range passages {
		out[i] = PassageView{Passage: p, Text: content.Slice(p.Range)}
		at[p.ID] = i
	}
	for _, c := range codings {
		if i, there := at[c.PassageID]; there {
			out[i].Codings = append(out[i].Codings, c)
		}
	}
	for _, m := range memos {
		if i, there := at[m.TargetID]; there {
			out[i].Memos = append(out[i].Memos, m)
		}
	}
	return out, nil
}
