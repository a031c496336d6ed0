package app_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// words are the passages of the table with their codes, as words.
func (d table) words() (out []string) {
	d.t.Helper()
	list, err := d.Passages(d.t.Context(), d.me, d.project, d.source.ID)
	must(d.t, err)
	for _, p := range list {
		out = append(out, fmt.Sprintf("%s/%d", p.Text, len(p.Codings)))
	}
	return out
}

// on codes words of the table.
func (d table) on(code study.ID, words string) app.Coded {
	d.t.Helper()
	_, content, err := d.Content(d.t.Context(), d.me, d.project, d.source.ID)
	must(d.t, err)
	at := strings.Index(content.Text, words)
	return d.put(code, at, at+len(words))
}

// says corrects turns of the table, named by their number: each to one part by whoever spoke.
func (d table) says(revision int, turns map[int]string) (app.Corrected, study.Entry, error) {
	d.t.Helper()
	list, err := d.Turns(d.t.Context(), d.me, d.project, d.source.ID)
	must(d.t, err)
	c := app.Correction{Seen: revision}
	for i, text := range turns {
		c.Turns = append(c.Turns, study.TurnCorrection{Turn: i, Parts: []study.TurnPart{{Text: text, Speaker: list[i].SpeakerID}}})
	}
	return d.Correct(d.t.Context(), d.me, d.project, d.source.ID, c)
}

func TestACorrectionCarriesEverythingAndIsTakenBackWhole(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		ctx := t.Context()
		d.on(d.first, "One two")
		d.on(d.first, "three four five")
		d.on(d.second, "six seven")
		lost, last := d.on(d.first, "nine ten."), d.on(d.second, "twelve")
		d.note(lost.PassageID)
		mark, _, err := d.AddBookmark(ctx, d.me, d.project, study.Bookmark{SourceID: d.source.ID, Position: last.Start})
		must(t, err)
		was := d.state()

		got, entry, err := d.says(1, map[int]string{0: "Well, One two three 4 and five sixx seven eight."})
		must(t, err)
		if want := []string{"One two/1", "three 4 and five/1", "sixx seven/1", "eight/1", "twelve/1"}; !slices.Equal(d.words(), want) {
			t.Errorf("the passages stand on %q", d.words())
		}
		if got.Source.Revision != 2 || got.Source.Words != 12 || len(got.Reviews) != 1 || got.Reviews[0].Was != "nine ten." || got.Reviews[0].PassageID != lost.PassageID {
			t.Errorf("it says %+v", got)
		}
		marks, err := d.Bookmarks(ctx, d.me, d.project, d.source.ID)
		must(t, err)
		_, content, err := d.Content(ctx, d.me, d.project, d.source.ID)
		must(t, err)
		if len(marks) != 1 || marks[0].ID != mark.ID || content.Text[marks[0].Position:] != "twelve." {
			t.Errorf("the bookmark stands at %+v of %q", marks, content.Text)
		}
		now := d.state()

		undone, err := d.UndoEntry(ctx, d.me, d.project, entry.Seq)
		must(t, err)
		storetest.Same(t, was, d.state())
		_, err = d.UndoEntry(ctx, d.me, d.project, undone.Seq)
		must(t, err)
		storetest.Same(t, now, d.state())
	})
}

func TestPassagesThatComeToStandOnOneRangeBecomeOne(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		one, two := d.on(d.first, "nine"), d.on(d.second, "eight nine")
		d.note(two.PassageID)
		d.onePress(func() error {
			_, _, err := d.says(1, map[int]string{0: "One two three four five six seven nine ten."})
			return err
		}, fmt.Sprintf("%d-%d First 2024 Second 2024 memos 1", one.Start-6, one.End-6))
	})
}

func TestACorrectionOfWhatSomeoneElseCorrectedIsRefused(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		_, _, err := d.says(1, map[int]string{1: "Eleven, twelve."})
		must(t, err)
		before := d.state()
		_, _, err = d.says(1, map[int]string{1: "Eleven; twelve."})
		var conflict *study.Error
		if study.KindOf(err) != study.Conflict || !errors.As(err, &conflict) || conflict.Current.(study.Source).Revision != 2 {
			t.Errorf("it says %v", err)
		}
		storetest.Same(t, before, d.state())
		for about, c := range map[string]app.Correction{
			"nothing left":                {Seen: 2, Turns: []study.TurnCorrection{{Turn: 0}, {Turn: 1}}},
			"a turn that isn't there":     {Seen: 2, Turns: []study.TurnCorrection{{Turn: 2}}},
			"a turn twice":                {Seen: 2, Turns: []study.TurnCorrection{{Turn: 0}, {Turn: 0}}},
			"a stranger":                  {Seen: 2, Turns: []study.TurnCorrection{{Turn: 0, Parts: []study.TurnPart{{Text: "x", Speaker: study.NewID()}}}}},
			"places beyond the end":       {Seen: 2, Edits: []study.Edit{{Range: study.Range{Start: 5, End: 999}}}},
			"places that overlap":         {Seen: 2, Edits: []study.Edit{{Range: study.Range{Start: 5, End: 9}}, {Range: study.Range{Start: 8, End: 12}}}},
			"a speaker without a name":    {Seen: 2, Rename: []app.SpeakerName{{Speaker: d.source.Speakers[0].ID}}},
			"bytes that are not text":     {Seen: 2, Turns: []study.TurnCorrection{{Turn: 0, Parts: []study.TurnPart{{Text: "a\x00b"}}}}},
			"a text that was not seen":    {Turns: []study.TurnCorrection{{Turn: 0}}},
			"both ways of saying at once": {Seen: 2, Turns: []study.TurnCorrection{{Turn: 0}}, Edits: []study.Edit{{}}},
		} {
			if _, entry, err := d.Correct(t.Context(), d.me, d.project, d.source.ID, c); err == nil || study.KindOf(err) == study.Internal || entry.Seq != 0 {
				t.Errorf("%s: entry %d, %v", about, entry.Seq, err)
			}
			storetest.Same(t, before, d.state())
		}
	})
}

func TestACodingOfAnOlderTextNeverLandsOnOtherWords(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		_, _, err := d.says(1, map[int]string{0: "So, one day: One two three four five seven eight nine ten."})
		must(t, err)
		on := func(start, end int) app.NewCoding {
			return app.NewCoding{Source: d.source.ID, Range: study.Range{Start: start, End: end}, Revision: 1, Code: d.first}
		}
		coded, err := d.Code(t.Context(), d.me, d.project, on(8, 18)) // three four
		must(t, err)
		if got := d.words(); !slices.Equal(got, []string{"three four/1"}) {
			t.Errorf("it landed on %q", got)
		}
		_, err = d.ChangeCoding(t.Context(), d.me, d.project, app.CodingChange{Coding: coded.ID, Range: &study.Range{Start: 28, End: 33}, Revision: 1})
		must(t, err)
		if got := d.words(); !slices.Equal(got, []string{"seven/1"}) {
			t.Errorf("it was moved to %q", got)
		}
		if _, err := d.Code(t.Context(), d.me, d.project, on(24, 27)); study.KindOf(err) != study.Conflict { // six
			t.Errorf("words that are gone: %v", err)
		}
		if _, err := d.Code(t.Context(), d.me, d.project, on(24, 9999)); study.KindOf(err) != study.Invalid {
			t.Errorf("words that never were: %v", err)
		}
	})
}

func TestTakingACorrectionBackWaitsForWhatWasCodedOnItSince(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		mine := d.on(d.first, "nine ten.")
		_, entry, err := d.says(1, map[int]string{0: "Zero. One two three four five six seven eight nine ten."})
		must(t, err)
		theirs, err := d.Code(t.Context(), d.people[0], d.project, app.NewCoding{Source: d.source.ID, Range: study.Range{Start: 0, End: 5}, Code: d.second})
		must(t, err)
		before := d.state()
		if _, err := d.UndoEntry(t.Context(), d.me, d.project, entry.Seq); study.KindOf(err) != study.Conflict {
			t.Errorf("it says %v", err)
		}
		storetest.Same(t, before, d.state())
		restored, _, err := d.RestoreRevision(t.Context(), d.me, d.project, d.source.ID, 2, 1)
		must(t, err)
		if restored.Source.Revision != 3 || len(restored.Reviews) != 1 || restored.Reviews[0].PassageID != theirs.PassageID || restored.Reviews[0].Was != "Zero." {
			t.Errorf("restored, it says %+v", restored)
		}
		if got := d.words(); !slices.Equal(got, []string{"One/1", "nine ten./1"}) {
			t.Errorf("restored, the passages stand on %q", got)
		}
		_, err = d.Uncode(t.Context(), d.me, d.project, mine.ID)
		must(t, err)
		list, err := d.Revisions(t.Context(), d.me, d.project, d.source.ID)
		must(t, err)
		if list[2].Added != nil || *list[1].Added != 1 || *list[1].Removed != 0 || *list[0].Added != 0 || *list[0].Removed != 1 {
			t.Errorf("the words of the versions are %+v", list)
		}
		if len(list) != 3 || list[0].Number != 3 || list[0].CreatedBy != d.me.Account.ID || list[0].CreatedAt == nil {
			t.Errorf("the versions are %+v", list)
		}
		changes, err := d.TextChanges(t.Context(), d.me, d.project, d.source.ID, 1, 2)
		must(t, err)
		if len(changes) != 1 || strings.TrimSpace(changes[0].New) != "Zero." || changes[0].Gone != "" || !strings.HasPrefix(changes[0].After, "One two") {
			t.Errorf("the difference is %+v", changes)
		}
	})
}

func TestTurnsAreSplitJoinedAndGivenToOthers(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		coded := d.on(d.first, "five six")
		ann := d.source.Speakers[slices.IndexFunc(d.source.Speakers, func(s study.Speaker) bool { return s.Name == "Ann" })].ID
		turns := func() (out []string) {
			list, err := d.Turns(t.Context(), d.me, d.project, d.source.ID)
			must(t, err)
			_, content, err := d.Content(t.Context(), d.me, d.project, d.source.ID)
			must(t, err)
			for _, turn := range list {
				out = append(out, turn.Speaker+": "+content.Slice(turn.Range))
			}
			return out
		}
		was := d.state()
		split := []study.TurnCorrection{{Turn: 0, Parts: []study.TurnPart{{Text: "One two three four", Speaker: ann}, {Text: "five six seven eight nine ten.", New: "Cat"}}}}
		_, one, err := d.Correct(t.Context(), d.me, d.project, d.source.ID, app.Correction{Seen: 1, Turns: split, Rename: []app.SpeakerName{{Speaker: ann, Name: "Anna"}}})
		must(t, err)
		if got := turns(); !slices.Equal(got, []string{"Anna: One two three four", "Cat: five six seven eight nine ten.", "Ben: Eleven twelve."}) {
			t.Errorf("split, it reads %q", got)
		}
		join := []study.TurnCorrection{{Turn: 1, Parts: []study.TurnPart{{Text: "five six seven eight nine ten. Eleven twelve.", Speaker: ann}}}, {Turn: 2}}
		_, two, err := d.Correct(t.Context(), d.me, d.project, d.source.ID, app.Correction{Seen: 2, Turns: join})
		must(t, err)
		if got := turns(); !slices.Equal(got, []string{"Anna: One two three four", "Anna: five six seven eight nine ten. Eleven twelve."}) {
			t.Errorf("joined, it reads %q", got)
		}
		if got := d.words(); !slices.Equal(got, []string{"five six/1"}) {
			t.Errorf("%s came to stand on %q", coded.ID, got)
		}
		changes, err := d.TextChanges(t.Context(), d.me, d.project, d.source.ID, 1, 2)
		must(t, err)
		who := slices.DeleteFunc(changes, func(c app.TextChange) bool { return c.Speaker == nil })
		if len(who) != 1 || *who[0].Speaker != (app.OtherSpeaker{Was: "Anna", Is: "Cat"}) || who[0].After != "five six seven eight nine ten." {
			t.Errorf("who speaks differs by %+v", who)
		}
		for _, seq := range []int64{two.Seq, one.Seq} {
			_, err := d.UndoEntry(t.Context(), d.me, d.project, seq)
			must(t, err)
		}
		storetest.Same(t, was, d.state())
		again, _, err := d.RestoreRevision(t.Context(), d.me, d.project, d.source.ID, 1, 2)
		must(t, err)
		if again.Source.Revision != 4 || !slices.Equal(turns(), []string{"Ann: One two three four", ": five six seven eight nine ten.", "Ben: Eleven twelve."}) {
			t.Errorf("what was taken back and restored reads %q", turns())
		}
	})
}

func TestAReviewGoesWhenThePassageIsPlacedAcceptedOrRemoved(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		placed, accepted, removed := d.on(d.first, "three four"), d.on(d.second, "five six"), d.on(d.first, "seven")
		d.note(removed.PassageID)
		preview, err := d.PreviewCorrection(t.Context(), d.me, d.project, d.source.ID, app.Correction{Seen: 1, Edits: []study.Edit{{Range: study.Range{Start: 7, End: 33}}}})
		must(t, err)
		if len(preview.Reviews) != 3 || len(d.words()) != 3 || preview.Source.Revision != 2 {
			t.Fatalf("it would make %+v", preview)
		}
		_, _, err = d.Correct(t.Context(), d.me, d.project, d.source.ID, app.Correction{Seen: 1, Edits: []study.Edit{{Range: study.Range{Start: 7, End: 33}}}})
		must(t, err)
		reviews := func() map[study.ID]app.ReviewView {
			list, err := d.Reviews(t.Context(), d.me, d.project, d.source.ID)
			must(t, err)
			out := map[study.ID]app.ReviewView{}
			for _, r := range list {
				out[r.PassageID] = r
			}
			return out
		}
		listed := reviews()
		if r := listed[placed.PassageID]; r.Was != "three four" || r.Is == "" || len(r.Codings) != 1 {
			t.Errorf("a review reads %+v", r)
		}
		d.undone(func() error {
			_, _, err := d.ResizePassage(t.Context(), d.me, d.project, placed.PassageID, 0, study.Range{Start: 0, End: 7})
			return err
		})
		d.undone(func() error {
			_, err := d.AcceptReview(t.Context(), d.me, d.project, listed[accepted.PassageID].ID)
			return err
		})
		d.undone(func() error {
			_, err := d.RemoveReviewed(t.Context(), d.me, d.project, listed[removed.PassageID].ID)
			return err
		})
		if left := reviews(); len(left) != 0 || len(d.words()) != 2 {
			t.Errorf("left are %+v on %q", left, d.words())
		}
	})
}

// undone does something, takes it back, and does it again.
func (d table) undone(do func() error) {
	d.t.Helper()
	before := d.state()
	must(d.t, do())
	after := d.state()
	_, err := d.Undo(d.t.Context(), d.me, d.project)
	must(d.t, err)
	storetest.Same(d.t, before, d.state())
	_, err = d.Redo(d.t.Context(), d.me, d.project)
	must(d.t, err)
	storetest.Same(d.t, after, d.state())
}

func TestWhatIsBroughtBackAfterACorrectionStandsOnItsWords(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		ctx := t.Context()
		kept, gone := d.on(d.first, "six seven"), d.on(d.second, "twelve")
		var removals []study.Entry
		for _, c := range []app.Coded{kept, gone} {
			entry, err := d.Uncode(ctx, d.me, d.project, c.ID)
			must(t, err)
			removals = append(removals, entry)
		}
		_, _, err := d.says(1, map[int]string{0: "Well, well. One two three four five six seven eight nine ten.", 1: "Eleven."})
		must(t, err)
		_, err = d.UndoEntry(ctx, d.me, d.project, removals[0].Seq)
		must(t, err)
		if got := d.words(); !slices.Equal(got, []string{"six seven/1"}) {
			t.Errorf("what came back stands on %q", got)
		}
		before := d.state()
		if _, err := d.UndoEntry(ctx, d.me, d.project, removals[1].Seq); study.KindOf(err) != study.Conflict {
			t.Errorf("bringing back what stood on words that are gone: %v", err)
		}
		storetest.Same(t, before, d.state())
	})
}
