package study

import (
	"strings"
	"testing"
)

func TestNamesAndWordsOfCasesAreRewordedAndFiguresAreNot(t *testing.T) {
	say := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "Helen", "Joan"), "12", "X") }
	note, staff, owner, all := variable(KindText), variable(KindInteger), variable(KindOne, "Helen", "Joan", "12"), variable(KindSeveral, "Helen", "Joan", "Tom")
	staff.Missing = Texts{"ask Helen"}
	set := NewVariableSet([]Variable{note, staff, owner, all})
	c := Case{Name: "Helen", KeyText: "Helen 12"}.With(note, "says Helen").With(staff, "12").With(owner, "Helen").With(all, "Helen\nJoan\nTom")
	got := set.Reworded(c, say)
	if got.Name != "Joan" || got.KeyText != "Joan X" || got.Value(note) != "says Joan" || got.Value(staff) != "12" || got.Value(owner) != "Joan" || got.Value(all) != "Joan\nTom" || c.Value(owner) != "Helen" {
		t.Errorf("it reads %+v", got)
	}
	if v := owner.Reworded(say); len(v.Options) != 2 || v.Options[0].Value != "Joan" || len(owner.Options) != 3 {
		t.Errorf("the options are %v", v.Options)
	}
	if v := staff.Reworded(say); v.Missing[0] != "ask Joan" || staff.Missing[0] != "ask Helen" || SameVariable(v, staff) || !SameVariable(note, note.Reworded(say)) {
		t.Errorf("it is %+v", v)
	}
	taken := map[string]bool{"joan": true}
	if Free("Joan", taken) != "Joan 2" || Free("JOAN", taken) != "JOAN 3" || Free("", taken) != "" || Free("", taken) != "" {
		t.Error("names are given twice")
	}
}

func TestWhatIsCalledAsACaseIsSuggestedUntilItIsSettled(t *testing.T) {
	bakery, ann := Case{ID: NewID(), Name: "Harbour Bakery Ltd.", KeyText: "F1"}, Case{ID: NewID(), Name: "Ann", KeyText: "ann"}
	a, b := NewID(), NewID()
	n := NewNamesakes([]Case{bakery, ann}, []Tie{{CaseID: bakery.ID, TargetID: b, Refused: true}})
	if got := n.Of("harbour  bakery, LTD", a); len(got) != 1 || got[0].Case.ID != bakery.ID || got[0].By != "name" {
		t.Errorf("by name: %v", got)
	}
	if got := n.Of("F1", a); len(got) != 1 || got[0].By != "key" {
		t.Errorf("by key: %v", got)
	}
	if len(n.Of("Harbour Bakery Ltd", b)) != 0 || len(n.Of("", a)) != 0 || len(n.Of("…", a)) != 0 || len(n.Of("ANN", a)) != 1 {
		t.Error("too much is suggested")
	}
}

func TestRangesAreJoinedAndFound(t *testing.T) {
	got := Joined([]Range{{10, 12}, {0, 4}, {3, 6}, {6, 7}})
	if len(got) != 2 || got[0] != (Range{0, 7}) || got[1] != (Range{10, 12}) {
		t.Fatalf("they are %v", got)
	}
	for r, want := range map[Range]bool{{0, 1}: true, {7, 10}: false, {6, 8}: true, {8, 11}: true, {12, 20}: false, {5, 40}: true} {
		if Touches(r, got) != want {
			t.Errorf("%v touches: %v", r, !want)
		}
	}
}
