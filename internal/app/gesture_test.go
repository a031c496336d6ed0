package app_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestACodingKeepsItsMemoAndTimeWhateverIsDoneToIt(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		ctx := t.Context()
		coding := d.put(d.first, 0, 13)
		d.note(coding.PassageID)
		change := func(c app.CodingChange) func() error {
			return func() error { _, err := d.ChangeCoding(ctx, d.me, d.project, c); return err }
		}
		d.onePress(change(app.CodingChange{Coding: coding.ID, Code: &d.second}), "0-13 Second 2024 memos 1")
		d.onePress(change(app.CodingChange{Coding: coding.ID, Range: &study.Range{Start: 19, End: 23}}), "0-13 memos 1", "19-23 First 2024")
		d.onePress(func() error {
			_, _, err := d.ResizePassage(ctx, d.me, d.project, coding.PassageID, 0, study.Range{Start: 4, End: 18})
			return err
		}, "4-18 First 2024 memos 1")
		d.onePress(func() error {
			_, _, err := d.SplitPassage(ctx, d.me, d.project, coding.PassageID, 0, 4)
			return err
		}, "0-3 First 2024 memos 1", "4-13 First 2024")
	})
}

func TestWhatComesToSayTheSameTwiceSaysItOnce(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		ctx := t.Context()
		one, two, far := d.put(d.first, 0, 7), d.put(d.second, 0, 7), d.put(d.first, 8, 13)
		d.note(far.PassageID)
		d.onePress(func() error {
			_, err := d.ChangeCoding(ctx, d.me, d.project, app.CodingChange{Coding: two.ID, Code: &d.first})
			return err
		}, "0-7 First 2024", "8-13 First 2024 memos 1")
		d.onePress(func() error {
			_, _, err := d.ResizePassage(ctx, d.me, d.project, far.PassageID, 0, study.Range{Start: 0, End: 7})
			return err
		}, "0-7 First 2024 Second 2024 memos 1")
		d.onePress(func() error {
			_, _, err := d.JoinPassages(ctx, d.me, d.project, []study.ID{far.PassageID, one.PassageID, one.PassageID})
			return err
		}, "0-13 First 2024 Second 2024 memos 1")
	})
}

func TestAGestureOnManyIsWholeOrNothing(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		one := d.put(d.first, 0, 7)
		theirs, err := d.Code(t.Context(), d.people[0], d.project, app.NewCoding{Source: d.source.ID, Range: study.Range{Start: 0, End: 7}, Code: d.first})
		must(t, err)
		add := app.NewCoding{Source: d.source.ID, Range: study.Range{Start: 8, End: 13}, Code: d.second}
		before := d.state()
		for name, b := range map[string]app.CodingBatch{
			"nothing at all":         {},
			"a colleague's coding":   {Add: []app.NewCoding{add}, Remove: []study.ID{one.ID, theirs.ID}},
			"words beyond the end":   {Remove: []study.ID{one.ID}, Add: []app.NewCoding{{Source: d.source.ID, Range: study.Range{Start: 0, End: 9999}, Code: d.first}}},
			"a coding that is gone":  {Add: []app.NewCoding{add}, Check: []study.ID{study.NewID()}},
			"a code that is not one": {Change: []app.CodingChange{{Coding: one.ID, Code: &d.source.ID}}},
		} {
			if _, entry, err := d.ChangeCodings(t.Context(), d.me, d.project, b); err == nil || study.KindOf(err) == study.Internal || entry.Seq != 0 {
				t.Errorf("%s: entry %d, %v", name, entry.Seq, err)
			}
			storetest.Same(t, before, d.state())
		}
		d.onePress(func() error {
			_, _, err := d.ChangeCodings(t.Context(), d.me, d.project, app.CodingBatch{Add: []app.NewCoding{add}, Change: []app.CodingChange{{Coding: one.ID, Code: &d.second}}})
			return err
		}, "0-7 Second 2024", fmt.Sprintf("0-7 First %d", time.Now().UTC().Year()), fmt.Sprintf("8-13 Second %d", time.Now().UTC().Year()))
	})
}

func TestUndoGoesBackAsFarAsOneHasGone(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		before := d.state()
		const steps = 210 // with their undos more than anyone would read back at once
		for i := range steps {
			d.put([]study.ID{d.first, d.second}[i%2], i%40, i%40+1+i/40)
		}
		after := d.state()
		for i := range steps {
			next, err := d.Steps(t.Context(), d.me, d.project)
			must(t, err)
			done, err := d.Undo(t.Context(), d.me, d.project)
			must(t, err)
			if next.Undo == nil || done.Undoes != next.Undo.Seq {
				t.Fatalf("step %d was said to take back %+v and took back %d", i, next.Undo, done.Undoes)
			}
		}
		storetest.Same(t, before, d.state())
		for range steps {
			_, err := d.Redo(t.Context(), d.me, d.project)
			must(t, err)
		}
		storetest.Same(t, after, d.state())
	})
}

func TestTheJournalTellsOfOneThingAndOfWhatWasTakenAway(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		ctx := t.Context()
		one, other := d.put(d.first, 0, 7), d.put(d.second, 8, 13)
		_, _, err := d.ResizePassage(ctx, d.me, d.project, one.PassageID, 0, study.Range{Start: 0, End: 3})
		must(t, err)
		gone, err := d.Uncode(ctx, d.me, d.project, other.ID)
		must(t, err)
		verbs := func(p app.JournalPage) (out []string) {
			list, err := d.Journal(ctx, d.me, d.project, p)
			must(t, err)
			for _, e := range list {
				out = append(out, e.Verb)
			}
			return out
		}
		if got := verbs(app.JournalPage{Pick: app.Pick{About: one.PassageID}}); fmt.Sprint(got) != "[resized a passage coded]" {
			t.Errorf("of the passage it tells %q", got)
		}
		if got := verbs(app.JournalPage{Pick: app.Pick{About: d.second}}); fmt.Sprint(got) != "[removed a coding coded created a code]" {
			t.Errorf("of the code it tells %q", got)
		}
		list, err := d.Journal(ctx, d.me, d.project, app.JournalPage{Pick: app.Pick{Removed: true}, Limit: 1})
		must(t, err)
		if len(list) != 1 || list[0].Seq != gone.Seq {
			t.Errorf("taken away last was %+v", list)
		}
	})
}

func TestABookmarkIsOnesOwn(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		ctx, lead := t.Context(), d.people[0]
		b, _, err := d.AddBookmark(ctx, d.me, d.project, study.Bookmark{SourceID: d.source.ID, Position: 4})
		must(t, err)
		again, entry, err := d.AddBookmark(ctx, d.me, d.project, study.Bookmark{SourceID: d.source.ID, Position: 4})
		must(t, err)
		if again.ID != b.ID || entry.Seq != 0 {
			t.Errorf("marking a place twice gave %+v in entry %d", again, entry.Seq)
		}
		theirs, err := d.Bookmarks(ctx, lead, d.project, "")
		must(t, err)
		if _, err := d.RemoveBookmark(ctx, lead, d.project, b.ID); study.KindOf(err) != study.NotFound || len(theirs) > 0 {
			t.Errorf("a lead sees %d and removing one says %v", len(theirs), err)
		}
		_, err = d.RemoveSource(ctx, lead, d.project, d.source.ID)
		must(t, err)
	})
}
