package app_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// memoScene is a team with a code on words of an interview, and a second code and interview.
type memoScene struct {
	*team
	ann, ben    study.Actor
	code, other study.Link
	source, far study.Link
	strand      study.Link
	words       study.Link // the passage that the code stands on
	coding      study.ID
}

func newMemoScene(t *testing.T, open storetest.Open) memoScene {
	w := newTeam(t, open, 5)
	s := memoScene{team: w, ann: w.people[0], ben: w.people[1]}
	ctx := t.Context()
	list, err := w.Sources(ctx, s.ann, w.project, study.Filter{})
	must(t, err)
	s.source, s.far = study.Link{Kind: "source", ID: list[0].ID}, study.Link{Kind: "source", ID: list[1].ID}
	s.strand = study.Link{Kind: "strand", ID: list[0].StrandID}
	for i, l := range []*study.Link{&s.code, &s.other} {
		c, _, err := w.AddCode(ctx, s.ann, w.project, study.Code{Name: []string{"Waiting", "Patience"}[i], Codable: true}, nil)
		must(t, err)
		*l = study.Link{Kind: "code", ID: c.ID}
	}
	coded, err := w.Code(ctx, s.ann, w.project, app.NewCoding{Source: s.source.ID, Range: study.Range{Start: 2, End: 13}, Code: s.code.ID})
	must(t, err)
	s.coding, s.words = coded.ID, study.Link{Kind: "passage", ID: coded.PassageID}
	return s
}

// write has Ben write a memo on a thing.
func (s memoScene) write(body string, on study.Link, links ...study.Link) study.Memo {
	s.t.Helper()
	m, _, err := s.AddMemo(s.t.Context(), s.ben, s.project, app.NewMemo{Memo: study.Memo{Body: body, TargetKind: on.Kind, TargetID: on.ID, Links: links}})
	must(s.t, err)
	return m
}

func (s memoScene) read(id study.ID) app.MemoView {
	s.t.Helper()
	list := s.find(study.MemoFilter{})
	i := slices.IndexFunc(list, func(m app.MemoView) bool { return m.ID == id })
	if i < 0 {
		s.t.Fatalf("there is no memo %s", id)
	}
	return list[i]
}

func (s memoScene) find(f study.MemoFilter) []app.MemoView {
	s.t.Helper()
	list, err := s.Memos(s.t.Context(), s.ben, s.project, f)
	must(s.t, err)
	return list
}

// bodies are what the memos say that a filter lets through.
func (s memoScene) bodies(f study.MemoFilter) (out []string) {
	for _, m := range s.find(f) {
		out = append(out, m.Body)
	}
	return out
}

func mention(words string, l study.Link) string { return "[" + words + "](" + l.String() + ")" }

func onBoth(t *testing.T, claim func(t *testing.T, s memoScene)) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) { claim(t, newMemoScene(t, open)) })
}

func TestAMemoIsLinkedToWhatIsChosenAndMentioned(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		m := s.write("Compare "+mention("these words", s.words), s.code, s.strand)
		got := s.read(m.ID).Linked
		if len(got) != 2 || got[0].Link != s.strand || got[0].Name == "" || got[1].Link != s.words || got[1].Words == nil || got[1].Words.Source != s.source.ID {
			t.Errorf("%+v", got)
		}
		body := "Nothing any more"
		_, _, err := s.ChangeMemo(t.Context(), s.ben, s.project, m.ID, m.Version, app.MemoChange{Body: &body})
		must(t, err)
		if got := s.read(m.ID).Links; !reflect.DeepEqual(got, study.Links{s.strand}) {
			t.Errorf("when the text mentions it no more, the links are %v", got)
		}
	})
}

func TestALinkMustLeadSomewhereWhenItIsChosen(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		astray := study.Link{Kind: "code", ID: study.NewID()}
		m := s.write("Here", s.source)
		for _, change := range []app.MemoChange{{Links: &study.Links{astray}}, {Target: &astray}, {Target: &study.Link{Kind: "project", ID: study.NewID()}}} {
			if _, _, err := s.ChangeMemo(t.Context(), s.ben, s.project, m.ID, 0, change); study.KindOf(err) != study.NotFound {
				t.Errorf("%+v: %v", change, err)
			}
		}
		if _, _, err := s.ChangeMemo(t.Context(), s.ben, s.project, m.ID, 0, app.MemoChange{Target: &study.Link{Kind: "person", ID: s.code.ID}}); study.KindOf(err) != study.Invalid {
			t.Errorf("on a person: %v", err)
		}
		_, _, err := s.AddMemo(t.Context(), s.ben, s.project, app.NewMemo{Memo: study.Memo{Body: "b", TargetKind: "source", TargetID: s.source.ID, Links: study.Links{astray}}})
		if study.KindOf(err) != study.NotFound {
			t.Errorf("a new memo: %v", err)
		}
	})
}

func TestAMemoThatIsSentTwiceUnderOneIdIsWrittenOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		id := study.NewID()
		send := func(by study.Actor, id study.ID, body string) (study.Memo, study.Entry, error) {
			return s.AddMemo(t.Context(), by, s.project, app.NewMemo{Memo: study.Memo{ID: id, Body: body}, Source: s.source.ID, Range: study.Range{Start: 20, End: 31}})
		}
		first, entry, err := send(s.ben, id, "Waits")
		must(t, err)
		if first.ID != id || entry.Seq == 0 {
			t.Errorf("%s in entry %d", first.ID, entry.Seq)
		}
		body := "Waits no more"
		_, _, err = s.ChangeMemo(t.Context(), s.ben, s.project, id, 0, app.MemoChange{Body: &body})
		must(t, err)
		again, entry, err := send(s.ben, study.ID(strings.ToUpper(string(id))), "Waits")
		must(t, err)
		if again.Body != body || entry.Seq != 0 || len(s.find(study.MemoFilter{})) != 1 {
			t.Errorf("sent again it says %q, in entry %d", again.Body, entry.Seq)
		}
		if _, _, err := send(s.ann, id, "Mine"); study.KindOf(err) != study.Invalid {
			t.Errorf("under the id of someone else's: %v", err)
		}
		if _, _, err := send(s.ben, "mine", "Mine"); study.KindOf(err) != study.Invalid {
			t.Errorf("under what is no id: %v", err)
		}
		if got := s.bodies(study.MemoFilter{}); !slices.Equal(got, []string{body}) {
			t.Errorf("%q", got)
		}
	})
}

func TestAMemoOnWordsThatWereCorrectedMeanwhileIsCarriedToWhereTheyStand(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		list, err := s.Sources(t.Context(), s.ann, s.project, study.Filter{})
		must(t, err)
		seen := list[0].Revision
		_, _, err = s.Correct(t.Context(), s.ann, s.project, s.source.ID, app.Correction{Seen: seen, Edits: []study.Edit{{Range: study.Range{Start: 0, End: 1}, Text: "Oh well"}}})
		must(t, err)
		m, _, err := s.AddMemo(t.Context(), s.ben, s.project, app.NewMemo{Memo: study.Memo{Body: "Here"}, Source: s.source.ID, Range: study.Range{Start: 20, End: 31}, Revision: seen})
		must(t, err)
		if on := s.read(m.ID).On; on == nil || on.Range != (study.Range{Start: 26, End: 37}) {
			t.Errorf("it stands on %+v", on)
		}
	})
}

func TestAMemoCanBeMovedToAnotherThing(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		m := s.write("Here", s.source, s.other)
		after, entry, err := s.ChangeMemo(t.Context(), s.ben, s.project, m.ID, m.Version, app.MemoChange{Target: &s.other})
		must(t, err)
		if after.Target() != s.other || len(after.Links) != 0 {
			t.Errorf("it stands on %v and is linked to %v", after.Target(), after.Links)
		}
		_, err = s.UndoEntry(t.Context(), s.ben, s.project, entry.Seq)
		must(t, err)
		if back := s.read(m.ID); back.Target() != s.source || !reflect.DeepEqual(back.Links, study.Links{s.other}) {
			t.Errorf("after the undo it stands on %v and is linked to %v", back.Target(), back.Links)
		}
	})
}

func TestMemosAreFoundByWhatTheySayAndAreAbout(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		s.write("The **Café** *closes*", s.words)
		s.write("On the code", s.code, s.far)
		s.write("About "+mention("Waiting", s.code), s.strand)
		_, _, err := s.AddMemo(t.Context(), s.ann, s.project, app.NewMemo{Memo: study.Memo{Sort: "reflexive", Title: "My café", Body: "Closed", TargetKind: "project", TargetID: s.project}})
		must(t, err)
		for _, c := range []struct {
			name   string
			filter study.MemoFilter
			want   []string
		}{
			{"words, without case and accents", study.MemoFilter{Text: "CAFE close"}, []string{"Closed", "The **Café** *closes*"}},
			{"no words of the Markdown itself", study.MemoFilter{Text: "code:"}, nil},
			{"kind", study.MemoFilter{Kinds: []string{"reflexive", "methodological"}}, []string{"Closed"}},
			{"author", study.MemoFilter{Authors: []study.ID{s.ann.Account.ID}}, []string{"Closed"}},
			{"what they stand on", study.MemoFilter{On: []string{"code", "passage"}}, []string{"On the code", "The **Café** *closes*"}},
			{"a thing", study.MemoFilter{Target: s.code.ID}, []string{"About " + mention("Waiting", s.code), "On the code"}},
			{"a code, its passages too", study.MemoFilter{Codes: []study.ID{s.code.ID}}, []string{"About " + mention("Waiting", s.code), "On the code", "The **Café** *closes*"}},
			{"a code that is not there", study.MemoFilter{Codes: []study.ID{study.NewID()}}, nil},
			{"a source", study.MemoFilter{Sources: []study.ID{s.source.ID}}, []string{"The **Café** *closes*"}},
			{"a strand, with all in it", study.MemoFilter{Strands: []study.ID{s.strand.ID}, Authors: []study.ID{s.ben.Account.ID}}, []string{"About " + mention("Waiting", s.code), "On the code", "The **Café** *closes*"}},
		} {
			if got := s.bodies(c.filter); !slices.Equal(got, c.want) {
				t.Errorf("%s: %q", c.name, got)
			}
		}
	})
}

func TestALinkToWhatWasDeletedIsKeptAndHoldsAgainWhenThatIsUndone(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		m := s.write("Like "+mention("it", s.code), s.far, s.words, s.source)
		gone := func() (out []bool) {
			for _, l := range s.read(m.ID).Linked {
				out = append(out, l.Gone)
			}
			return out
		}
		source, err := s.RemoveSource(t.Context(), s.ann, s.project, s.source.ID)
		must(t, err)
		code, err := s.RemoveCode(t.Context(), s.ann, s.project, s.code.ID)
		must(t, err)
		if got := gone(); !slices.Equal(got, []bool{true, true, true}) {
			t.Errorf("gone: %v", got)
		}
		title := "Still to be changed"
		if _, _, err := s.ChangeMemo(t.Context(), s.ben, s.project, m.ID, 0, app.MemoChange{Title: &title}); err != nil {
			t.Errorf("links to what is gone are in the way: %v", err)
		}
		for _, seq := range []int64{code.Seq, source.Seq} {
			_, err := s.UndoEntry(t.Context(), s.ann, s.project, seq)
			must(t, err)
		}
		if got := gone(); !slices.Equal(got, []bool{false, false, false}) {
			t.Errorf("after the undos, gone: %v", got)
		}
	})
}

func TestAPassageThatAMemoIsLinkedToStaysUntilTheLinkGoes(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		m := s.write("Like these", s.far, s.words)
		_, err := s.Uncode(t.Context(), s.ann, s.project, s.coding)
		must(t, err)
		if got := s.read(m.ID).Linked; got[0].Gone {
			t.Error("the passage went with its coding")
		}
		before := s.passages()
		_, _, err = s.ChangeMemo(t.Context(), s.ben, s.project, m.ID, 0, app.MemoChange{Links: &study.Links{}})
		must(t, err)
		if after := s.passages(); after != before-1 {
			t.Errorf("of %d passages %d are left", before, after)
		}
	})
}

func (s memoScene) passages() int {
	list, err := s.Passages(s.t.Context(), s.ann, s.project, s.source.ID)
	must(s.t, err)
	return len(list)
}

func TestAMergeTakesLinksAndMentionsAlong(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		linked := s.write("Linked", s.source, s.code, s.other)
		said := s.write("Like "+mention("waiting", s.code), s.far)
		on := s.write("On it", s.code, s.other)
		_, err := s.MergeCode(t.Context(), s.ann, s.project, s.code.ID, s.other.ID)
		must(t, err)
		if got := s.read(linked.ID).Links; !reflect.DeepEqual(got, study.Links{s.other}) {
			t.Errorf("links are %v", got)
		}
		if got := s.read(said.ID); got.Body != "Like "+mention("waiting", s.other) || !reflect.DeepEqual(got.Links, study.Links{s.other}) {
			t.Errorf("it says %q with %v", got.Body, got.Links)
		}
		if got := s.read(on.ID); got.Target() != s.other || len(got.Links) != 0 {
			t.Errorf("it stands on %v with %v", got.Target(), got.Links)
		}
	})
}

func TestOnlyItsAuthorAndALeadChangeAMemo(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		carol, err := s.AddAccount(t.Context(), app.NewAccount{Email: "carol@example.org", Name: "Carol"})
		must(t, err)
		must(t, s.AddMember(t.Context(), s.ann, s.project, carol.ID, study.Researcher))
		m := s.write("Mine", s.source)
		links := app.MemoChange{Links: &study.Links{s.code}}
		if _, _, err := s.ChangeMemo(t.Context(), study.Actor{Account: carol}, s.project, m.ID, 0, links); study.KindOf(err) != study.Forbidden {
			t.Errorf("a colleague: %v", err)
		}
		if _, _, err := s.ChangeMemo(t.Context(), s.ann, s.project, m.ID, m.Version+1, links); study.KindOf(err) != study.Conflict {
			t.Errorf("a lead who saw another version: %v", err)
		}
		if _, _, err := s.ChangeMemo(t.Context(), s.ann, s.project, m.ID, m.Version, links); err != nil {
			t.Errorf("a lead: %v", err)
		}
	})
}

func TestAReportOfMemosTellsWhatTheyStandOnInOrderAndWhatTheyAreLinkedTo(t *testing.T) {
	onBoth(t, func(t *testing.T, s memoScene) {
		s.write("On the code", s.code, s.words)
		s.write("On words", s.words, s.code)
		s.write("On the source", s.source)
		s.write("On the project", study.Link{Kind: "project", ID: s.project}, s.far)
		_, err := s.RemoveSource(t.Context(), s.ann, s.project, s.far.ID)
		must(t, err)
		report, err := s.MemoReport(t.Context(), s.ben, s.project, study.MemoFilter{Authors: []study.ID{s.ben.Account.ID}})
		must(t, err)
		var order []string
		for _, m := range report.Memos {
			order = append(order, m.Body)
		}
		if want := []string{"On the project", "On the source", "On words", "On the code"}; !slices.Equal(order, want) {
			t.Fatalf("%q", order)
		}
		project, words, code := report.Memos[0], report.Memos[2], report.Memos[3]
		if project.Group != "The project" || !slices.Equal(project.Linked, []string{"a source that is gone"}) || project.Author != "Ben" {
			t.Errorf("%+v", project)
		}
		if words.On == nil || words.On.Text == "" || words.Source == "" || words.Strand == "" || words.Group != "Source: "+words.Source || !slices.Equal(words.Linked, []string{"Code: Waiting"}) {
			t.Errorf("%+v", words)
		}
		if code.Group != "Code: Waiting" || code.On != nil || len(code.Linked) != 1 {
			t.Errorf("%+v", code)
		}
		if !slices.Equal(report.Filters, []string{"Author: Ben"}) {
			t.Errorf("%q", report.Filters)
		}
	})
}
