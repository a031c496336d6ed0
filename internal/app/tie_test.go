package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// bound is a sheet with an interview of the manager, of which some is coded.
type bound struct {
	*sheet
	source app.SourceView
	helen  study.Speaker
	code   study.ID
}

func newBound(t *testing.T, open storetest.Open) *bound {
	b := &bound{sheet: newSheet(t, open)}
	strands, err := b.Strands(t.Context(), b.lead, b.project)
	must(t, err)
	text := "Amira: What came of it?\nHelen Whinfield: We sold bread to the harbour.\nAmira: And then?\nHelen Whinfield: We bought an oven.\n"
	b.source, _, err = b.Import(t.Context(), b.lead, b.project, app.Upload{Name: "harbour.txt", Title: "F1", Data: []byte(text), Strand: strands[0].ID})
	must(t, err)
	for _, s := range b.source.Speakers {
		if s.Name == "Helen Whinfield" {
			b.helen = s
		}
	}
	code, _, err := b.AddCode(t.Context(), b.lead, b.project, study.Code{Name: "Trade", Codable: true}, nil)
	must(t, err)
	b.code = code.ID
	_, content, err := b.Content(t.Context(), b.lead, b.project, b.source.ID)
	must(t, err)
	for _, turn := range content.Turns[:2] {
		_, err := b.Code(t.Context(), b.lead, b.project, app.NewCoding{Source: b.source.ID, Range: turn.Range, Code: code.ID})
		must(t, err)
	}
	return b
}

func (b *bound) tie(to study.ID, n app.NewTie) study.Tie {
	b.t.Helper()
	tie, _, err := b.AddTie(b.t.Context(), b.lead, b.project, to, n)
	must(b.t, err)
	return tie
}

func (b *bound) page(id study.ID) app.CaseDetail {
	b.t.Helper()
	d, err := b.Case(b.t.Context(), b.lead, b.project, id)
	must(b.t, err)
	return d
}

func TestACaseTellsWhatIsTiedToItAndAFirmWhatItsPersonsSaid(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		b := newBound(t, open)
		tie := b.tie(b.manager.ID, app.NewTie{Link: study.Link{Kind: "speaker"}, Source: b.source.ID, Label: "helen whinfield"})
		if again := b.tie(b.manager.ID, app.NewTie{Link: study.Link{Kind: "speaker", ID: b.helen.ID}}); again.ID != tie.ID || tie.SourceID != b.source.ID {
			t.Errorf("tied twice it is %+v and %+v", tie, again)
		}
		d := b.page(b.manager.ID)
		if len(d.Tied) != 1 || d.Tied[0].Speaker != "Helen Whinfield" || d.Tied[0].Title != "F1" || d.Words != 10 || d.Turns != 2 || d.Passages != 1 || d.Codings != 1 || len(d.Codes) != 1 || d.Codes[0] != (app.CodeUse{Code: b.code, Count: 1}) || d.FirmName != "Harbour Bakery" {
			t.Errorf("the manager's page is %+v", d)
		}
		for id, want := range map[study.ID]int{b.manager.ID: 1, b.bakery.ID: 1, b.looms.ID: 0} {
			list, err := b.Excerpts(t.Context(), b.lead, b.project, study.ExcerptQuery{Filter: study.Filter{Cases: []study.ID{id}}, Limit: 100})
			if err != nil || list.Listed != want {
				t.Errorf("%d excerpts of a case, not %d: %v", list.Listed, want, err)
			}
		}
		b.tie(b.bakery.ID, app.NewTie{Link: study.Link{Kind: "source", ID: b.source.ID}})
		passage := b.tie(b.bakery.ID, app.NewTie{Link: study.Link{Kind: "passage"}, Source: b.source.ID, Range: study.Range{Start: 0, End: 4}})
		d = b.page(b.bakery.ID)
		if len(d.Tied) != 3 || d.Words != 16 || d.Turns != 4 || d.Passages != 3 || d.Codings != 2 || len(d.Persons) != 1 || d.Tied[1].Text != "What" {
			t.Errorf("the firm's page is %+v", d)
		}
		if got := b.one(b.bakery.ID).Ties; got != 2 {
			t.Errorf("the list counts %d ties", got)
		}
		_, err := b.RemoveTie(t.Context(), b.lead, b.project, b.bakery.ID, passage.ID)
		must(t, err)
		if _, err := b.PassageWords(t.Context(), b.lead, b.project, passage.TargetID); study.KindOf(err) != study.NotFound {
			t.Errorf("a passage of which nothing is left is still there: %v", err)
		}
		for what, n := range map[string]app.NewTie{"nothing": {}, "a code": {Link: study.Link{Kind: "code", ID: b.code}}, "nobody": {Link: study.Link{Kind: "speaker"}, Source: b.source.ID, Label: "Zoe"}, "a source that is gone": {Link: study.Link{Kind: "source", ID: study.NewID()}}, "words beyond the text": {Link: study.Link{Kind: "passage"}, Source: b.source.ID, Range: study.Range{Start: 1, End: 9999}}} {
			if _, _, err := b.AddTie(t.Context(), b.lead, b.project, b.looms.ID, n); study.KindOf(err) != study.Invalid && study.KindOf(err) != study.NotFound {
				t.Errorf("%s is tied: %v", what, err)
			}
		}
	})
}

func TestTiesFollowRenamingCorrectingAndMergingAndComeBackWithTheirSource(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		b := newBound(t, open)
		b.tie(b.manager.ID, app.NewTie{Link: study.Link{Kind: "speaker", ID: b.helen.ID}})
		b.tie(b.bakery.ID, app.NewTie{Link: study.Link{Kind: "passage"}, Source: b.source.ID, Range: study.Range{Start: 0, End: 4}})
		name := "H. W."
		_, err := b.ChangeSpeaker(t.Context(), b.lead, b.project, b.helen.ID, 0, app.SpeakerChange{Name: &name})
		must(t, err)
		_, _, err = b.Correct(t.Context(), b.lead, b.project, b.source.ID, app.Correction{Seen: 1, Edits: []study.Edit{{Range: study.Range{Start: 5, End: 9}, Text: "ever came"}}})
		must(t, err)
		if d := b.page(b.manager.ID); len(d.Tied) != 1 || d.Tied[0].Speaker != "H. W." || d.Words != 10 {
			t.Errorf("renamed and corrected, the page is %+v", d)
		}
		before := b.state()
		removed, err := b.RemoveSource(t.Context(), b.lead, b.project, b.source.ID)
		must(t, err)
		if d := b.page(b.bakery.ID); len(d.Tied) != 0 || d.Words != 0 {
			t.Errorf("without its source the page is %+v", d)
		}
		_, err = b.UndoEntry(t.Context(), b.lead, b.project, removed.Seq)
		must(t, err)
		storetest.Same(t, before, b.state())
		_, content, err := b.Content(t.Context(), b.lead, b.project, b.source.ID)
		must(t, err)
		var turns []study.TurnCorrection
		for i, turn := range content.Turns {
			if turn.Speaker == b.helen.ID {
				turns = append(turns, study.TurnCorrection{Turn: i, Parts: []study.TurnPart{{New: "Helen", Text: content.Slice(turn.Range)}}})
			}
		}
		merged, entry, err := b.Correct(t.Context(), b.lead, b.project, b.source.ID, app.Correction{Seen: 2, Turns: turns})
		must(t, err)
		if d := b.page(b.manager.ID); len(d.Tied) != 1 || d.Tied[0].Speaker != "Helen" || d.Words != 10 {
			t.Errorf("merged into another in revision %d, the page is %+v", merged.Source.Revision, d)
		}
		_, err = b.UndoEntry(t.Context(), b.lead, b.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, b.state())
	})
}

func TestSameNamesAreSuggestedAndARefusalStays(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		b := newBound(t, open)
		told := func() (out []string) {
			list, err := b.SuggestTies(t.Context(), b.lead, b.project)
			must(t, err)
			for _, s := range list {
				out = append(out, s.CaseName+" "+s.TargetKind+" by "+s.By)
			}
			return out
		}
		if got := strings.Join(told(), ", "); got != "Harbour Bakery source by key, Helen Whinfield speaker by name" {
			t.Errorf("suggested are %s", got)
		}
		refused, entry, err := b.RefuseTie(t.Context(), b.lead, b.project, b.bakery.ID, app.NewTie{Link: study.Link{Kind: "source", ID: b.source.ID}})
		must(t, err)
		b.tie(b.manager.ID, app.NewTie{Link: study.Link{Kind: "speaker", ID: b.helen.ID}})
		if got := told(); len(got) != 0 {
			t.Errorf("still suggested are %v", got)
		}
		if d := b.page(b.bakery.ID); len(d.Tied) != 1 || d.Ties != 0 {
			t.Errorf("what was refused is on the page: %+v", d.Tied)
		}
		_, err = b.UndoEntry(t.Context(), b.lead, b.project, entry.Seq)
		must(t, err)
		if got := told(); len(got) != 1 {
			t.Errorf("the refusal was taken back, and suggested are %v", got)
		}
		if tie := b.tie(b.bakery.ID, app.NewTie{Link: study.Link{Kind: "source", ID: b.source.ID}}); tie.Refused || tie.ID == refused.ID {
			t.Errorf("it is tied by %+v", tie)
		}
	})
}

func TestWhatIsTiedToACaseIsNotTakenBackUnderIt(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		b := newBound(t, open)
		coded, err := b.Code(t.Context(), b.lead, b.project, app.NewCoding{Source: b.source.ID, Range: study.Range{Start: 0, End: 4}, Code: b.code})
		must(t, err)
		seq := b.seq()
		b.tie(b.bakery.ID, app.NewTie{Link: study.Link{Kind: "passage", ID: coded.PassageID}})
		if _, err := b.UndoEntry(t.Context(), b.lead, b.project, seq); study.KindOf(err) != study.Conflict || !strings.Contains(err.Error(), "tied to a case") {
			t.Errorf("taken back: %v", err)
		}
		_, err = b.Uncode(t.Context(), b.lead, b.project, coded.ID)
		must(t, err)
		if d := b.page(b.bakery.ID); len(d.Tied) != 1 || d.Tied[0].Text != "What" {
			t.Errorf("without its coding the passage is %+v", d.Tied)
		}
	})
}

func TestAnErasedPersonIsNowhereInCases(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		for _, v := range []study.Variable{{Name: "Note"}, {Name: "Owner", Sort: study.KindOne, Options: study.Options{{Value: "Helen Whinfield"}, {Value: "Nobody"}}}} {
			_, _, err := w.AddVariable(t.Context(), w.lead, w.project, v)
			must(t, err)
		}
		firm, _, err := w.AddCase(t.Context(), w.lead, w.project, app.NewCase{Name: "Helen Whinfield and Sons", KeyText: "Helen Whinfield", Values: map[string]any{"Note": "She said " + phrase(4), "Owner": "helen whinfield"}})
		must(t, err)
		other, _, err := w.AddCase(t.Context(), w.lead, w.project, app.NewCase{Name: "Whinfield (Helen Whinfield)", KeyText: "Helen  Whinfield!", Values: map[string]any{"Owner": "Nobody"}})
		must(t, err)
		person, _, err := w.AddCase(t.Context(), w.lead, w.project, app.NewCase{Name: "H. Whin", Sort: study.Person, FirmID: firm.ID})
		must(t, err)
		_, _, err = w.AddTie(t.Context(), w.lead, w.project, person.ID, app.NewTie{Link: study.Link{Kind: "speaker", ID: w.helen.ID}})
		must(t, err)
		_, _, err = w.AddMemo(t.Context(), w.lead, w.project, app.NewMemo{Memo: study.Memo{Body: "On H. Whin", TargetKind: "case", TargetID: firm.ID}})
		must(t, err)
		var table strings.Builder
		table.WriteString("Key,Note\n")
		for i := range 300 {
			fmt.Fprintf(&table, "Helen Whinfield %d,%s\n", i, phrase(i%20))
		}
		_, entry, err := w.ImportCases(t.Context(), w.lead, w.project, app.CaseUpload{Name: "t.csv", Data: []byte(table.String()), CaseMapping: study.CaseMapping{Key: "Key"}})
		must(t, err)
		if len(entry.Aside) == 0 {
			t.Fatal("nothing was kept aside")
		}
		before := strings.Join(w.found(), "\n")
		for _, place := range []string{"table cases", "table variables", "table journal_asides"} {
			if !strings.Contains(before, place) {
				t.Fatalf("nothing is in %s that could be erased", place)
			}
		}
		_, _, err = w.Erase(t.Context(), w.lead, w.project, app.Erasing{Speakers: study.IDs{w.helen.ID}})
		must(t, err)
		if left := w.found(); len(left) > 0 {
			t.Errorf("still there: %q", left[:min(5, len(left))])
		}
		rows := strings.Join(storetest.Dump(t, w.rows, w.project)["cases"], "\n") + strings.Join(storetest.Dump(t, w.rows, w.project)["journal"], "\n")
		if strings.Contains(rows, "H. Whin") {
			t.Error("the name of the person's case is still there")
		}
		one, err := w.Case(t.Context(), w.lead, w.project, other.ID)
		must(t, err)
		if one.Values["Owner"] != "Nobody" || !strings.Contains(one.Name, study.ErasedMark) {
			t.Errorf("the other case is %+v", one.CaseView)
		}
	})
}

func TestPseudonymsReachCases(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		b := newBound(t, open)
		_, _, err := b.ChangeCells(t.Context(), b.lead, b.project, []app.Cell{{Case: b.bakery.ID, Variable: "Trade", Value: "sold by Helen Whinfield"}})
		must(t, err)
		_, _, err = b.AddPseudonym(t.Context(), b.lead, b.project, "Helen Whinfield", "Joan")
		must(t, err)
		preview, err := b.PreviewPseudonyms(t.Context(), b.lead, b.project, app.Replacing{})
		must(t, err)
		if preview.Others != 3 { // the speaker, the person's name and the firm's value
			t.Errorf("%d others are counted", preview.Others)
		}
		before := b.state()
		entry, err := b.ApplyPseudonyms(t.Context(), b.lead, b.project, app.Replacing{})
		must(t, err)
		if b.one(b.manager.ID).Name != "Joan" || b.one(b.bakery.ID).Values["Trade"] != "sold by Joan" {
			t.Errorf("they are %+v and %+v", b.one(b.manager.ID), b.one(b.bakery.ID))
		}
		_, err = b.UndoEntry(t.Context(), b.lead, b.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, b.state())
	})
}

func TestSpeakersAreTiedToTheirCasesInTheActionThatBringsThem(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		b := newBound(t, open)
		helen := b.add(app.NewCase{Name: "Helen", Sort: study.Person}).ID
		u := app.Upload{Name: "again.txt", Data: []byte("Amira: And now?\nHelen W.: Two ovens.\n"), Strand: b.source.StrandID,
			Ties: []app.SpeakerTie{{Speaker: "helen w.", Case: helen}}}
		before := b.seq()
		source, _, err := b.Import(t.Context(), b.lead, b.project, u)
		must(t, err)
		tied := b.page(helen).Tied
		if len(tied) != 1 || tied[0].SourceID != source.ID || tied[0].Speaker != "Helen W." || b.seq() != before+1 {
			t.Errorf("tied are %+v after %d entries", tied, b.seq()-before)
		}
		_, err = b.UndoEntry(t.Context(), b.lead, b.project, before+1)
		must(t, err)
		if tied := b.page(helen).Tied; len(tied) != 0 {
			t.Errorf("undone, tied are %+v", tied)
		}
		u.Ties[0].Case = study.NewID()
		if _, _, err := b.Import(t.Context(), b.lead, b.project, u); study.KindOf(err) != study.Invalid {
			t.Errorf("a case that is not there is answered %v", err)
		}
	})
}
