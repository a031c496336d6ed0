package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

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

// PassageWords says where a passage stands, and its words.
func (a *App) PassageWords(ctx context.Context, by study.Actor, project, id study.ID) (w Words, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return w, err
	}
	r := a.store.Read(ctx)
	p, err := r.Passage(project, id)
	if err != nil {
		return w, err
	}
	source, err := r.Source(project, p.SourceID)
	if err != nil {
		return w, err
	}
	content, err := r.Content(source)
	if err != nil {
		return w, err
	}
	return Words{Source: source.ID, Range: p.Range, Text: content.Slice(p.Range)}, nil
}

// ResizePassage puts a passage on other words of its source, with all its codings and
// memos. Where its maker has a passage on those words already, the two become one, which
// is then given. The range counts in the revision that was seen; 0 is the present one.
func (a *App) ResizePassage(ctx context.Context, by study.Actor, project, id study.ID, seen int, r study.Range) (after study.Passage, entry study.Entry, err error) {
	entry, err = a.coding(ctx, by, project, "resized a passage", func(c *coder) error {
		before, err := c.ownPassage(id)
		if err != nil {
			return err
		}
		to, err := c.within(before.SourceID, seen, r)
		if err != nil {
			return err
		}
		after, err = c.resize(before, to)
		return err
	})
	return after, entry, err
}

// SplitPassage cuts a passage in two at a code point. Both parts carry its codes, with
// their times; its memos stay with the first.
func (a *App) SplitPassage(ctx context.Context, by study.Actor, project, id study.ID, seen, at int) (parts [2]study.Passage, entry study.Entry, err error) {
	entry, err = a.coding(ctx, by, project, "split a passage", func(c *coder) error {
		p, err := c.ownPassage(id)
		if err != nil {
			return err
		}
		left, right, err := c.halves(p, seen, at)
		if err != nil {
			return err
		}
		if parts[1], err = c.copied(p, right); err != nil {
			return err
		}
		parts[0], err = c.resize(p, left)
		return err
	})
	return parts, entry, err
}

// JoinPassages makes one passage of several of one person in one source: from the first of
// their words to the last, with all their codes and memos. Doubles are folded.
func (a *App) JoinPassages(ctx context.Context, by study.Actor, project study.ID, ids []study.ID) (joined study.Passage, entry study.Entry, err error) {
	entry, err = a.coding(ctx, by, project, "joined passages", func(c *coder) error {
		list, err := c.joinable(ids)
		if err != nil {
			return err
		}
		joined = list[0]
		around := joined.Range
		for _, p := range list[1:] {
			around = around.Around(p.Range)
			if err := c.fold(p, joined); err != nil {
				return err
			}
		}
		joined, err = c.resize(joined, around)
		return err
	})
	return joined, entry, err
}

// ownPassage reads a passage that the actor may change.
func (c *coder) ownPassage(id study.ID) (study.Passage, error) {
	p, err := c.tx.Passage(c.project, id)
	if err == nil && p.CreatedBy != c.by.Account.ID && c.role != study.Lead {
		err = study.Errorf(study.Forbidden, "This is someone else's passage; they or a lead can change it.")
	}
	return p, err
}

func (c *coder) resize(before study.Passage, r study.Range) (study.Passage, error) {
	if err := settleReview(c.tx, c.project, before.ID); err != nil {
		return before, err
	}
	there, found, err := c.tx.PassageAt(c.project, before.SourceID, r, before.CreatedBy)
	switch {
	case err != nil || found && there.ID == before.ID:
		return before, err
	case found:
		return there, c.fold(before, there)
	}
	after := before
	after.Range = r
	return after, c.tx.Set(before, after)
}

// fold gives one passage's memos, ties and codings to another, and removes it. Where both say the
// same by the same coder, one coding is left.
func (c *coder) fold(from, into study.Passage) error {
	if err := moveMemos(c.tx, c.project, study.Link{Kind: "passage", ID: from.ID}, study.Link{Kind: "passage", ID: into.ID}); err != nil {
		return err
	}
	if err := moveTies(c.tx, c.project, from.ID, into.ID); err != nil {
		return err
	}
	codings, err := c.tx.CodingsOn(c.project, from.ID)
	if err != nil {
		return err
	}
	for _, before := range codings {
		after := before
		after.PassageID = into.ID
		if _, err := c.settle(before, after, into.Range); err != nil {
			return err
		}
	}
	if len(codings) > 0 {
		return nil // the last of them took the passage along
	}
	return removeBare(c.tx, c.project, from.ID)
}

func (c *coder) halves(p study.Passage, seen, at int) (left, right study.Range, err error) {
	source, err := c.tx.Source(c.project, p.SourceID)
	if err != nil {
		return left, right, err
	}
	content, err := c.tx.Content(source)
	if err != nil {
		return left, right, err
	}
	if seen != 0 && seen != source.Revision {
		was, err := c.tx.ContentAt(source, seen)
		if err != nil {
			return left, right, err
		}
		at = study.CarryTo(was.Positions, content.Positions).Position(at)
	}
	return content.Split(p.Range, at)
}

// copied puts a passage's codes on other words of its source, for its maker.
func (c *coder) copied(p study.Passage, r study.Range) (study.Passage, error) {
	codings, err := c.tx.CodingsOn(c.project, p.ID)
	if err != nil {
		return p, err
	}
	copied, _, err := passageFor(c.tx, p.CreatedBy, c.project, NewCoding{Source: p.SourceID, Range: r, At: p.CreatedAt})
	if err != nil {
		return p, err
	}
	for _, coding := range codings {
		coding.ID, coding.PassageID = study.NewID(), copied.ID
		if _, there, err := c.double(coding); err != nil {
			return copied, err
		} else if there {
			continue
		}
		if err := c.tx.Add(coding); err != nil {
			return copied, err
		}
	}
	return copied, nil
}

// joinable reads passages that can become one, each once, in text order.
func (c *coder) joinable(ids []study.ID) ([]study.Passage, error) {
	var list []study.Passage
	for _, id := range study.IDs(ids).Distinct() {
		p, err := c.ownPassage(id)
		if err != nil {
			return nil, err
		}
		if len(list) > 0 && (p.SourceID != list[0].SourceID || p.CreatedBy != list[0].CreatedBy) {
			return nil, study.FieldError("passages", "Only passages of one person in one source can be joined.")
		}
		list = append(list, p)
	}
	if len(list) < 2 {
		return nil, study.FieldError("passages", "Name two or more passages to join.")
	}
	slices.SortFunc(list, func(x, y study.Passage) int { return cmp.Or(x.Start-y.Start, x.End-y.End) })
	return list, nil
}

// passageFor finds a person's passage on a range, or makes it.
func passageFor(tx *store.Tx, by, project study.ID, n NewCoding) (p study.Passage, found bool, err error) {
	p, found, err = tx.PassageAt(project, n.Source, n.Range, by)
	if found || err != nil {
		return p, found, err
	}
	p = study.Passage{ProjectID: project, ID: study.NewID(), SourceID: n.Source, Range: n.Range, CreatedBy: by, CreatedAt: n.At}
	return p, false, tx.Add(p)
}
