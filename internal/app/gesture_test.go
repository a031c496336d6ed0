package app_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func (w *team) anyPassage(by study.Actor) (app.PassageView, error) {
	source, err := w.anySource(by)
	if err != nil {
		return app.PassageView{}, err
	}
	list, err := w.Passages(w.t.Context(), by, w.project, source.ID)
	must(w.t, err)
	return pick(w, list)
}

func (w *team) anyCoding(by study.Actor) (study.Coding, error) {
	passage, err := w.anyPassage(by)
	if err != nil {
		return study.Coding{}, err
	}
	return pick(w, passage.Codings)
}

func (w *team) recoding(by study.Actor) error {
	coding, err := w.anyCoding(by)
	if err != nil {
		return err
	}
	code, err := w.anyCode(by)
	if err != nil {
		return err
	}
	_, err = w.ChangeCoding(w.t.Context(), by, w.project, app.CodingChange{Coding: coding.ID, Code: &code.ID})
	return err
}

func (w *team) movingCoding(by study.Actor) error {
	coding, err := w.anyCoding(by)
	if err != nil {
		return err
	}
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	r := w.anyRange(source)
	_, err = w.ChangeCoding(w.t.Context(), by, w.project, app.CodingChange{Coding: coding.ID, Range: &r})
	return err
}

// gesturing is one gesture that adds, changes, removes and keeps codings.
func (w *team) gesturing(by study.Actor) error {
	var b app.CodingBatch
	for range 1 + w.dice.IntN(4) {
		source, err := w.anySource(by)
		if err != nil {
			return err
		}
		code, err := w.anyCode(by)
		if err != nil {
			return err
		}
		b.Add = append(b.Add, app.NewCoding{Source: source.ID, Range: w.anyRange(source), Code: code.ID})
		coding, err := w.anyCoding(by)
		if err != nil {
			continue
		}
		switch w.dice.IntN(3) {
		case 0:
			b.Change = append(b.Change, app.CodingChange{Coding: coding.ID, Code: &code.ID})
		case 1:
			b.Remove = append(b.Remove, coding.ID)
		case 2:
			b.Check = append(b.Check, coding.ID)
		}
	}
	_, _, err := w.ChangeCodings(w.t.Context(), by, w.project, b)
	return err
}

func (w *team) resizing(by study.Actor) error {
	passage, err := w.anyPassage(by)
	if err != nil {
		return err
	}
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	_, _, err = w.ResizePassage(w.t.Context(), by, w.project, passage.ID, w.anyRange(source))
	return err
}

func (w *team) splitting(by study.Actor) error {
	passage, err := w.anyPassage(by)
	if err != nil {
		return err
	}
	_, _, err = w.SplitPassage(w.t.Context(), by, w.project, passage.ID, passage.Start+w.dice.IntN(passage.Len()))
	return err
}

func (w *team) joining(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	list, err := w.Passages(w.t.Context(), by, w.project, source.ID)
	must(w.t, err)
	var ids []study.ID
	for _, p := range list {
		if p.CreatedBy == by.Account.ID && len(ids) < 3 {
			ids = append(ids, p.ID)
		}
	}
	_, _, err = w.JoinPassages(w.t.Context(), by, w.project, ids)
	return err
}

func (w *team) bookmarking(by study.Actor) error {
	ctx := w.t.Context()
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	list, err := w.Bookmarks(ctx, by, w.project, source.ID)
	must(w.t, err)
	if b, err := pick(w, list); err == nil && w.dice.IntN(2) == 0 {
		_, err = w.RemoveBookmark(ctx, by, w.project, b.ID)
		return err
	}
	_, _, err = w.AddBookmark(ctx, by, w.project, study.Bookmark{SourceID: source.ID, Position: w.dice.IntN(source.Length), Name: w.word()})
	return err
}

// table is a source with two codes, on which one person does one thing at a time.
type table struct {
	*team
	me            study.Actor
	source        app.SourceView
	first, second study.ID
}

func newTable(t *testing.T, open storetest.Open) table {
	w := newTeam(t, open, 5)
	d := table{team: w, me: w.people[1]}
	strands, err := w.Strands(t.Context(), d.me, w.project)
	must(t, err)
	text := "Ann: One two three four five six seven eight nine ten.\nBen: Eleven twelve.\n"
	_, _, err = w.Import(t.Context(), d.me, w.project, app.Upload{Name: "table.txt", Title: "Table", Data: []byte(text), Strand: strands[0].ID})
	must(t, err)
	list, err := w.Sources(t.Context(), d.me, w.project, "")
	must(t, err)
	for _, s := range list {
		if s.Title == "Table" {
			d.source = s
		}
	}
	d.first, d.second = d.newCode("First"), d.newCode("Second")
	return d
}

func (d table) newCode(name string) study.ID {
	c, _, err := d.AddCode(d.t.Context(), d.me, d.project, study.Code{Name: name, Codable: true}, nil)
	must(d.t, err)
	return c.ID
}

// put codes words long ago, so that a time that was kept can be told from a new one.
func (d table) put(code study.ID, start, end int) app.Coded {
	d.t.Helper()
	n := app.NewCoding{Source: d.source.ID, Range: study.Range{Start: start, End: end}, Code: code, At: time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC)}
	c, err := d.Code(d.t.Context(), d.me, d.project, n)
	must(d.t, err)
	return c
}

func (d table) note(passage study.ID) study.Memo {
	d.t.Helper()
	m, _, err := d.AddMemo(d.t.Context(), d.me, d.project, app.NewMemo{Memo: study.Memo{Body: "A thought", TargetKind: "passage", TargetID: passage}})
	must(d.t, err)
	return m
}

// seen is what stands on the source, a line a passage: its words, its codes with the year
// they were given, and how many memos.
func (d table) seen() (out []string) {
	d.t.Helper()
	names := map[study.ID]string{d.first: "First", d.second: "Second"}
	list, err := d.Passages(d.t.Context(), d.me, d.project, d.source.ID)
	must(d.t, err)
	for _, p := range list {
		line := fmt.Sprintf("%d-%d", p.Start, p.End)
		for _, c := range p.Codings {
			line += fmt.Sprintf(" %s %d", names[c.CodeID], c.At.Year())
		}
		if len(p.Memos) > 0 {
			line += fmt.Sprintf(" memos %d", len(p.Memos))
		}
		out = append(out, line)
	}
	return out
}

// onePress does something, checks what stands there then, and that one undo takes it back.
func (d table) onePress(do func() error, want ...string) {
	d.t.Helper()
	before, was := d.state(), d.seen()
	must(d.t, do())
	if got := d.seen(); fmt.Sprint(got) != fmt.Sprint(want) {
		d.t.Errorf("from %q it came to\n%q and not\n%q", was, got, want)
	}
	_, err := d.Undo(d.t.Context(), d.me, d.project)
	must(d.t, err)
	storetest.Same(d.t, before, d.state())
}

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
			_, _, err := d.ResizePassage(ctx, d.me, d.project, coding.PassageID, study.Range{Start: 4, End: 18})
			return err
		}, "4-18 First 2024 memos 1")
		d.onePress(func() error {
			_, _, err := d.SplitPassage(ctx, d.me, d.project, coding.PassageID, 4)
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
			_, _, err := d.ResizePassage(ctx, d.me, d.project, far.PassageID, study.Range{Start: 0, End: 7})
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
		_, _, err := d.ResizePassage(ctx, d.me, d.project, one.PassageID, study.Range{Start: 0, End: 3})
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
