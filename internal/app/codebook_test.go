package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func text(s string) *string { return &s }

func (d table) reorganise(steps ...app.Step) (app.Effect, study.Entry, error) {
	return d.Reorganise(d.t.Context(), d.me, d.project, steps, false)
}

func (d table) code(id study.ID) app.CountedCode {
	d.t.Helper()
	list, err := d.Codes(d.t.Context(), d.me, d.project)
	must(d.t, err)
	for _, c := range list {
		if c.ID == id {
			return c
		}
	}
	return app.CountedCode{}
}

func onTable(t *testing.T, claim func(t *testing.T, d table)) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) { claim(t, newTable(t, open)) })
}

func TestAReorganisationIsOneActionOnTheGroundOfEachStepBefore(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		before, seq, zero, group := d.state(), d.seq(), 0, study.NewID()
		_, entry, err := d.reorganise(
			app.Step{Code: group, Create: true, Change: app.CodeChange{Name: text("Group"), Position: &zero}},
			app.Step{Code: d.first, Change: app.CodeChange{Parent: &group}},
			app.Step{Code: d.second, Seen: 1, Change: app.CodeChange{Parent: &group, Position: &zero, Name: text("Renamed")}},
			app.Step{Code: d.first, MergeInto: group})
		must(t, err)
		if now := d.seq(); now != seq+1 || entry.Seq != now {
			t.Errorf("from entry %d it came to %d, said %d", seq, now, entry.Seq)
		}
		if got := d.code(d.second); got.Name != "Renamed" || got.ParentID != group || got.Position != 0 || got.Version != 2 || d.code(group).Position != 0 || d.code(d.first).ID != "" {
			t.Errorf("it came to %+v", got)
		}
		_, err = d.Undo(t.Context(), d.me, d.project)
		must(t, err)
		storetest.Same(t, before, d.state())
	})
}

func TestARefusedReorganisationNamesItsStepAndLeavesNothing(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		before := d.state()
		rename := app.Step{Code: d.first, Change: app.CodeChange{Name: text("Renamed")}}
		under := app.Step{Code: d.second, Change: app.CodeChange{Parent: &d.first}}
		for want, steps := range map[string][]app.Step{
			"Step 3, “Renamed”: “Renamed” can't stand under itself.":                               {rename, under, {Code: d.first, Change: app.CodeChange{Parent: &d.second}}},
			"Step 2, “Second”: There is already a code “Renamed” here.":                            {rename, {Code: d.second, Change: app.CodeChange{Name: text("Renamed")}}},
			"Step 3, “Renamed”: “Renamed” can't be merged into itself or a code under it.":         {rename, under, {Code: d.first, MergeInto: d.second}},
			"Step 2, “First”: This code is not there any more.":                                    {{Code: d.first, Remove: true}, rename},
			"Step 2, “Second”: Someone changed this code meanwhile.":                               {rename, {Code: d.second, Seen: 7, Remove: true}},
			"Step 1, “First”: A step creates, changes, merges or deletes a code, one of the four.": {{Code: d.first, Remove: true, MergeInto: d.second}},
			"Step 1, “First”: A new code needs an id that no code has yet.":                        {{Code: d.first, Create: true}},
			"Step 2, “Second”: The code it should stand under is not there any more.":              {{Code: d.first, Remove: true}, under},
			"Step 1, “unknown code”: This code is not there any more.":                             {{Code: study.NewID(), Remove: true}},
			"A reorganisation has between 1 and 1000 steps.":                                       {},
		} {
			if _, _, err := d.reorganise(steps...); err == nil || err.Error() != want {
				t.Errorf("it said %v and not %s", err, want)
			}
			storetest.Same(t, before, d.state())
		}
	})
}

func TestAStaleStepIsRefusedWithThePresentState(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		_, _, err := d.ChangeCode(t.Context(), d.people[0], d.project, d.first, 1, app.CodeChange{Name: text("Ann's")})
		must(t, err)
		_, _, err = d.reorganise(app.Step{Code: d.first, Seen: 1, Change: app.CodeChange{Name: text("Mine")}})
		known, ok := err.(*study.Error)
		if !ok || known.Kind != study.Conflict {
			t.Fatalf("it said %v", err)
		}
		if current, ok := known.Current.(study.Code); !ok || current.Name != "Ann's" || current.Version != 2 {
			t.Errorf("the present state is %+v", known.Current)
		}
	})
}

func TestACodeIsCreatedUnderTheIdThatItsMakerChoseOnce(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		id := study.NewID()
		c, _, err := d.AddCode(t.Context(), d.me, d.project, study.Code{ID: id, Name: "Chosen", Codable: true}, nil)
		if must(t, err); c.ID != id {
			t.Errorf("it is called %s and not %s", c.ID, id)
		}
		for _, taken := range []study.ID{id, "chosen"} {
			if _, _, err := d.AddCode(t.Context(), d.me, d.project, study.Code{ID: taken, Name: "Chosen again", Codable: true}, nil); study.KindOf(err) != study.Invalid {
				t.Errorf("under %s: %v", taken, err)
			}
		}
	})
}

func TestAPreviewSaysWhatWouldHappenAndDoesNothing(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		d.put(d.first, 0, 9)
		d.put(d.second, 0, 9)
		d.put(d.first, 10, 20)
		inner, _, err := d.AddCode(t.Context(), d.me, d.project, study.Code{Name: "Inner", ParentID: d.first, Codable: true}, nil)
		must(t, err)
		d.put(inner.ID, 20, 30)
		before, seq := d.state(), d.seq()
		steps := []app.Step{{Code: d.first, MergeInto: d.second}, {Code: inner.ID, Remove: true}}
		effect, entry, err := d.Reorganise(t.Context(), d.me, d.project, steps, true)
		must(t, err)
		if want := (app.Effect{Codes: 2, Moved: 1, Folded: 1, Removed: 1, Children: 1}); effect != want || entry.Seq != 0 || d.seq() != seq {
			t.Errorf("it would come to %+v, with entry %d", effect, entry.Seq)
		}
		storetest.Same(t, before, d.state())
		done, _, err := d.reorganise(steps...)
		if must(t, err); done != effect {
			t.Errorf("it came to %+v and not %+v", done, effect)
		}
	})
}

func TestAMergeUnitesCodingsFoldsDoublesKeepsMemosAndLeavesATrail(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		both := d.put(d.first, 0, 9)
		d.put(d.second, 0, 9)
		d.put(d.first, 10, 20)
		d.note(both.PassageID)
		_, _, err := d.ChangeCode(t.Context(), d.me, d.project, d.first, 0, app.CodeChange{Definition: text("What [comes] first"), NearMiss: text("Almost first")})
		must(t, err)
		_, _, err = d.AddMemo(t.Context(), d.me, d.project, app.NewMemo{Memo: study.Memo{Body: "On the first", TargetKind: "code", TargetID: d.first}})
		must(t, err)
		set, _, err := d.AddCodeSet(t.Context(), d.me, d.project, study.CodeSet{Name: "Set", Codes: study.IDs{d.second, d.first}})
		must(t, err)
		d.onePress(func() error {
			_, err := d.MergeCode(t.Context(), d.me, d.project, d.first, d.second)
			must(t, err)
			d.checkTrail()
			sets, err := d.CodeSets(t.Context(), d.me, d.project)
			must(t, err)
			if len(sets) != 1 || sets[0].ID != set.ID || fmt.Sprint(sets[0].Codes) != fmt.Sprint([]study.ID{d.second}) {
				t.Errorf("the sets are %+v", sets)
			}
			return nil
		}, "0-9 Second 2024 memos 1", "10-20 Second 2024")
	})
}

func (d table) checkTrail() {
	d.t.Helper()
	memos, err := d.Memos(d.t.Context(), d.me, d.project, study.MemoFilter{Target: d.second})
	must(d.t, err)
	if len(memos) != 2 {
		d.t.Fatalf("on the other code are %d memos", len(memos))
	}
	trail := memos[0]
	if trail.Title != "Merged from “First”" {
		trail = memos[1]
	}
	for _, part := range []string{"Ben merged “First” into this code on ", "came along: 1\n", "the same words: 1\n", "Memos that came along: 1\n", `**Definition:** What \[comes\] first`, "**Near miss:** Almost first"} {
		if !strings.Contains(trail.Body, part) {
			d.t.Errorf("the trail does not say %q: %s", part, trail.Body)
		}
	}
	if trail.AuthorID != d.me.Account.ID || fmt.Sprint(trail.Links) != fmt.Sprint(study.Links{{Kind: "code", ID: d.first}}) {
		d.t.Errorf("the trail is %+v", trail.Memo)
	}
}

func TestCodesOfOneNameDontMeetInAMerge(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		for _, parent := range []study.ID{d.first, d.second} {
			_, _, err := d.AddCode(t.Context(), d.me, d.project, study.Code{Name: "Inner", ParentID: parent, Codable: true}, nil)
			must(t, err)
		}
		before := d.state()
		if _, err := d.MergeCode(t.Context(), d.me, d.project, d.first, d.second); study.KindOf(err) != study.Invalid {
			t.Errorf("two codes of one name under one parent: %v", err)
		}
		storetest.Same(t, before, d.state())
	})
}

func TestACodingMadeBeforeTheMeaningChangedIsOfferedUntilSomeoneLooks(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		coding := d.put(d.first, 0, 9)
		change := func(c app.CodeChange) study.Code {
			after, _, err := d.ChangeCode(t.Context(), d.me, d.project, d.first, 0, c)
			must(t, err)
			return after
		}
		color := study.Color("woad")
		if c := change(app.CodeChange{Name: text("Named"), Color: &color, Example: text("For example")}); c.DefinedAt != nil || d.code(d.first).Outdated != 0 {
			t.Errorf("a name or an example changed the meaning: %+v", c)
		}
		if c := change(app.CodeChange{Include: text("When it is so")}); c.DefinedAt == nil {
			t.Error("what to include did not change the meaning")
		}
		again := change(app.CodeChange{Include: text(" When it\nis so ")})
		d.wantOutdated(1)
		if *again.DefinedAt != *d.code(d.first).DefinedAt {
			t.Error("other spaces changed the meaning")
		}
		d.put(d.second, 0, 9)
		n := app.NewCoding{Source: d.source.ID, Range: study.Range{Start: 30, End: 40}, Code: d.first}
		_, err := d.Code(t.Context(), d.me, d.project, n)
		must(t, err)
		d.wantOutdated(1)
		_, _, err = d.ChangeCodings(t.Context(), d.me, d.project, app.CodingBatch{Check: []study.ID{coding.ID}})
		must(t, err)
		d.wantOutdated(0)
		change(app.CodeChange{Definition: text("Another meaning")})
		d.wantOutdated(2)
	})
}

// wantOutdated checks how many codings of the first code are offered for a second look.
func (d table) wantOutdated(want int) {
	d.t.Helper()
	q := study.ExcerptQuery{Filter: study.Filter{Codes: []study.ID{d.first}, Outdated: true}, Single: true, Limit: 100}
	page, err := d.Excerpts(d.t.Context(), d.me, d.project, q)
	must(d.t, err)
	for _, e := range page.Rows {
		if !e.Outdated || e.Code != d.first {
			d.t.Errorf("among them is %+v", e)
		}
	}
	if got := d.code(d.first).Outdated; got != want || page.Codings != want {
		d.t.Errorf("%d are counted and %d listed, not %d", got, page.Codings, want)
	}
}

func TestAnExampleIsPickedFromAPassageOfTheProject(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		passage, nowhere := d.put(d.first, 0, 9).PassageID, study.NewID()
		c, _, err := d.ChangeCode(t.Context(), d.me, d.project, d.first, 0, app.CodeChange{ExampleOf: &passage, NearMissOf: &passage, NearMiss: text("Not this")})
		must(t, err)
		if c.ExampleOf != passage || c.NearMissOf != passage || c.NearMiss != "Not this" {
			t.Errorf("it came to %+v", c)
		}
		for _, change := range []app.CodeChange{{ExampleOf: &nowhere}, {NearMissOf: &nowhere}} {
			if _, _, err := d.ChangeCode(t.Context(), d.me, d.project, d.first, 0, change); study.KindOf(err) != study.Invalid {
				t.Errorf("an example from nowhere: %v", err)
			}
		}
		if _, _, err := d.AddCode(t.Context(), d.me, d.project, study.Code{Name: "New", ExampleOf: nowhere}, nil); study.KindOf(err) != study.Invalid {
			t.Errorf("a new code with an example from nowhere: %v", err)
		}
	})
}

func TestExcerptsComeInTheOrderThatIsAskedFor(t *testing.T) {
	onTable(t, func(t *testing.T, d table) {
		d.put(d.second, 0, 5)
		d.put(d.first, 6, 30)
		n := app.NewCoding{Source: d.source.ID, Range: study.Range{Start: 40, End: 50}, Code: d.second}
		_, err := d.Code(t.Context(), d.people[0], d.project, n)
		must(t, err)
		for order, want := range map[study.ExcerptOrder]string{"text": "0 6 40", "code": "6 0 40", "coder": "40 0 6", "recent": "40 0 6", "length": "6 40 0"} {
			q := study.ExcerptQuery{Filter: study.Filter{Sources: []study.ID{d.source.ID}}, Order: order, Limit: 100}
			page, err := d.Excerpts(t.Context(), d.me, d.project, q)
			must(t, err)
			var got []string
			for _, e := range page.Rows {
				got = append(got, fmt.Sprint(e.Start))
			}
			if strings.Join(got, " ") != want {
				t.Errorf("by %s they come as %v, not %s", order, got, want)
			}
		}
	})
}
