package app

import (
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// merge gives all that a code has to another, and lets it go.
func (d *draft) merge(id study.ID, seen int, into study.ID) error {
	from, err := d.code(id, seen)
	if err != nil {
		return err
	}
	to, err := d.code(into, 0)
	if err != nil {
		return err
	}
	codings, err := d.tx.CodingsOf(d.project, id)
	if err != nil {
		return err
	}
	if err := d.book.CheckMerge(from, to, len(codings)); err != nil {
		return err
	}
	m := study.Merge{From: from, Into: to, Path: d.book.Path(id), At: d.tx.Now()}
	if err := d.moveCodings(&m, codings); err != nil {
		return err
	}
	if err := d.moveMemos(&m); err != nil {
		return err
	}
	d.moveChildren(&m)
	d.book.Drop(id)
	d.merged[id] = into
	return d.trail(m)
}

func (d *draft) moveCodings(m *study.Merge, codings []study.Coding) error {
	there, err := d.tx.CodingsOf(d.project, m.Into.ID)
	if err != nil {
		return err
	}
	taken := map[[2]study.ID]bool{}
	for _, c := range there {
		taken[[2]study.ID{c.PassageID, c.CoderID}] = true
	}
	for _, c := range codings {
		if taken[[2]study.ID{c.PassageID, c.CoderID}] {
			m.Folded++
			err = d.tx.Remove(c)
		} else {
			m.Moved++
			moved := c
			moved.CodeID = m.Into.ID
			err = d.tx.Set(c, moved)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *draft) moveMemos(m *study.Merge) error {
	memos, err := d.tx.Memos(d.project, m.From.ID)
	if err != nil {
		return err
	}
	m.Memos = len(memos)
	return moveMemos(d.tx, d.project, study.Link{Kind: "code", ID: m.From.ID}, study.Link{Kind: "code", ID: m.Into.ID})
}

func (d *draft) moveChildren(m *study.Merge) {
	children := slices.Clone(d.book.Children(m.From.ID))
	m.Children = len(children)
	for _, child := range children {
		child.ParentID, child.Position = m.Into.ID, len(d.book.Children(m.Into.ID))
		d.book.Put(child)
	}
}

// trail writes into the other code what was merged into it.
func (d *draft) trail(m study.Merge) (err error) {
	if m.By, err = d.tx.Account(d.tx.Actor()); err != nil {
		return err
	}
	d.effect.Codes++
	d.effect.Moved += m.Moved
	d.effect.Folded += m.Folded
	d.effect.Memos += m.Memos
	d.effect.Children += m.Children
	return d.tx.Add(m.Trail())
}

// remove takes a code away with all codes under it, their codings and memos.
func (d *draft) remove(id study.ID, seen int) error {
	if _, err := d.code(id, seen); err != nil {
		return err
	}
	for _, one := range slices.Backward(d.book.WithDescendants(id)) { // children before their parents
		if err := d.empty(one); err != nil {
			return err
		}
		d.effect.Codes++
		d.book.Drop(one)
	}
	return nil
}

// empty removes the codings and memos of a code that goes.
func (d *draft) empty(code study.ID) error {
	codings, err := d.tx.CodingsOf(d.project, code)
	if err != nil {
		return err
	}
	d.effect.Removed += len(codings)
	for _, c := range codings {
		if err := removeCoding(d.tx, d.project, c); err != nil {
			return err
		}
	}
	return removeMemos(d.tx, d.project, code)
}

// writeGone removes the rows of the codes that went, and lets what names codes follow merges.
func (d *draft) writeGone() error {
	for _, c := range slices.Backward(d.was.All()) {
		if _, there := d.book.Code(c.ID); there {
			continue
		}
		if err := d.tx.Remove(c); err != nil {
			return err
		}
	}
	if len(d.merged) == 0 {
		return nil
	}
	if err := d.followInSearches(); err != nil {
		return err
	}
	if err := d.followInSets(); err != nil {
		return err
	}
	if err := d.followInReports(); err != nil {
		return err
	}
	return d.followInGuides()
}

func (d *draft) followInGuides() error {
	list, err := d.tx.Strands(d.project)
	return followIn(d, list, err, func(s *study.Strand) *study.IDs { return &s.Asked })
}

func (d *draft) followInSearches() error {
	list, err := d.tx.SavedSearches(d.project)
	return followIn(d, list, err, func(s *study.SavedSearch) *study.IDs { return &s.Codes })
}

func (d *draft) followInSets() error {
	list, err := d.tx.CodeSets(d.project)
	return followIn(d, list, err, func(s *study.CodeSet) *study.IDs { return &s.Codes })
}

func (d *draft) followInReports() error {
	list, err := d.tx.Reports(d.project)
	if err != nil {
		return err
	}
	for _, before := range list {
		after, changed := before.Merged(d.merged)
		if !changed {
			continue
		}
		next[study.Report](&after)
		if err := d.tx.Set(before, after); err != nil {
			return err
		}
	}
	return nil
}

// followIn has the codes that records name follow where they were merged to.
func followIn[R study.Record, E edition[R]](d *draft, list []R, err error, codes func(*R) *study.IDs) error {
	if err != nil {
		return err
	}
	for _, before := range list {
		after := before
		named := codes(&after)
		now := named.Merged(d.merged)
		if slices.Equal(*named, now) {
			continue
		}
		*named = now
		next[R, E](&after)
		if err := d.tx.Set(before, after); err != nil {
			return err
		}
	}
	return nil
}
