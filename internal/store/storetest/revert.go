package storetest

import (
	"errors"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var revertClaims = []claim{
	{"taking an entry back restores every row, and taking that back does it again", func(t *testing.T, open Open) {
		d := furnished(t, open)
		passage, coding := d.coded(d.ann, 0, 5)
		d.act(t, d.ann, func(tx *store.Tx) error { return addAll(tx, passage, coding) })
		before := d.dump(t).Undoable()
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return d.upheaval(t, tx, passage, coding) })
		after := d.dump(t).Undoable()
		undone, err := d.revert(t, entry)
		must(t, err)
		Same(t, before, d.dump(t).Undoable())
		if undone.Undoes != entry.Seq || len(undone.Changes) != len(entry.Changes) {
			t.Errorf("the undo is entry %+v", undone)
		}
		_, err = d.revert(t, undone)
		must(t, err)
		Same(t, after, d.dump(t).Undoable())
	}},
	{"what was changed since can't be taken back, and nothing of it is", func(t *testing.T, open Open) {
		d := furnished(t, open)
		m := d.memo("code", d.code)
		entry := d.act(t, d.ann, func(tx *store.Tx) error {
			must(t, d.rename(tx, "a new name"))
			return tx.Add(m)
		})
		d.act(t, d.ben, func(tx *store.Tx) error { return d.rename(tx, "another name") })
		d.refuses(t, entry)
	}},
	{"what was removed since can't be taken back", func(t *testing.T, open Open) {
		d := furnished(t, open)
		m := d.memo("code", d.code)
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(m) })
		d.act(t, d.ben, func(tx *store.Tx) error { return tx.Remove(m) })
		d.refuses(t, entry)
	}},
	{"a passage that was coded again since can't be taken back", func(t *testing.T, open Open) {
		d := furnished(t, open)
		passage, coding := d.coded(d.ann, 0, 5)
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return addAll(tx, passage, coding) })
		more := coding
		more.ID, more.CodeID = study.NewID(), d.other
		d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(more) })
		d.refuses(t, entry)
	}},
	{"an import can't be taken back once someone has coded in it", func(t *testing.T, open Open) {
		d := furnished(t, open)
		import1 := study.Source{ID: study.NewID(), StrandID: d.strand, Title: "new", Revision: 1, CreatedBy: d.ann, CreatedAt: instant}
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(import1) })
		passage, coding := d.coded(d.ben, 0, 5)
		passage.SourceID, coding.SourceID = import1.ID, import1.ID
		d.act(t, d.ben, func(tx *store.Tx) error { return addAll(tx, passage, coding) })
		d.refuses(t, entry)
	}},
	{"what carries a memo since can't be taken back", func(t *testing.T, open Open) {
		d := furnished(t, open)
		code := study.Code{ID: study.NewID(), Name: "new", CreatedAt: instant}
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(code) })
		d.act(t, d.ben, func(tx *store.Tx) error { return tx.Add(d.memo("code", code.ID)) })
		d.refuses(t, entry)
	}},
	{"what was deleted is found until it is brought back, and again when it is deleted again", func(t *testing.T, open Open) {
		d := furnished(t, open)
		m := d.memo("code", d.code)
		d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(m) })
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Remove(m) })
		deleted := func(want ...int64) {
			t.Helper()
			list, err := d.reader(t).EntriesBefore(d.project, store.Pick{Before: 1000, Removed: true}, 9)
			must(t, err)
			if len(list) != len(want) || len(want) > 0 && list[0].Seq != want[0] {
				t.Errorf("deleted by %+v and not %v", list, want)
			}
		}
		deleted(entry.Seq)
		back, err := d.revert(t, entry)
		must(t, err)
		deleted()
		again, err := d.revert(t, back)
		must(t, err)
		deleted(again.Seq)
	}},
	{"what stood on something that is gone can't be brought back, and the entry in the way is told", func(t *testing.T, open Open) {
		d := furnished(t, open)
		code := study.Code{ID: study.NewID(), Name: "new", CreatedAt: instant}
		d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(code) })
		m := d.memo("code", code.ID)
		d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(m) })
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Remove(m) })
		gone := d.act(t, d.ben, func(tx *store.Tx) error { return tx.Remove(code) })
		d.refuses(t, entry)
		_, err := d.revert(t, entry)
		known, ok := errors.AsType[*study.Error](err)
		if !ok || !strings.Contains(known.Text, "Bring that back first") {
			t.Fatalf("it says %v", err)
		}
		if way, ok := known.Current.(study.Entry); !ok || way.Seq != gone.Seq || way.ActorID != d.ben {
			t.Errorf("entry %d is in the way and not %+v", gone.Seq, known.Current)
		}
	}},
	{"what is there again already can't be brought back", func(t *testing.T, open Open) {
		d := furnished(t, open)
		passage, coding := d.coded(d.ann, 0, 5)
		d.act(t, d.ann, func(tx *store.Tx) error { return addAll(tx, passage, coding) })
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Remove(coding) })
		again := coding
		again.ID = study.NewID()
		d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(again) })
		d.refuses(t, entry)
	}},
}

// upheaval adds, changes and removes records of many kinds, one of them twice.
func (d *desk) upheaval(t *testing.T, tx *store.Tx, passage study.Passage, coding study.Coding) error {
	t.Helper()
	child := study.Code{ID: study.NewID(), ParentID: d.other, Name: strange, Color: "moss", CreatedAt: instant, Version: 1}
	renamed := child
	renamed.Name, renamed.Version = "plain", 2
	must(t, tx.Add(child))
	must(t, tx.Set(child, renamed))
	must(t, tx.Remove(coding))
	must(t, tx.Remove(passage))
	must(t, tx.Add(d.memo("project", d.project)))
	ben, err := tx.Member(d.project, d.ben)
	must(t, err)
	must(t, tx.Remove(ben))
	project, err := tx.Project(d.project)
	must(t, err)
	named := project
	named.Name, named.Version = strange, 2
	must(t, tx.Set(project, named))
	return d.rename(tx, strange)
}

// rename gives the desk's code another name.
func (d *desk) rename(tx *store.Tx, name string) error {
	before, err := tx.Code(d.project, d.code)
	if err != nil {
		return err
	}
	after := before
	after.Name, after.Version = name, before.Version+1
	return tx.Set(before, after)
}

// refuses checks that an entry can't be taken back, and that trying leaves nothing.
func (d *desk) refuses(t *testing.T, entry study.Entry) {
	t.Helper()
	before := d.dump(t)
	_, err := d.revert(t, entry)
	wantKind(t, err, study.Conflict)
	Same(t, before, d.dump(t))
}
