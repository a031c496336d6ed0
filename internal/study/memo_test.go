package study

import (
	"reflect"
	"testing"
)

func TestAMemoIsLinkedToWhatIsChosenAndToWhatItMentionsEachOnceAndNeverToWhatItStandsOn(t *testing.T) {
	code, source, passage := Link{"code", NewID()}, Link{"source", NewID()}, Link{"passage", NewID()}
	m := Memo{TargetKind: code.Kind, TargetID: code.ID, Body: "See [these](" + passage.String() + ") and [it](" + code.String() + ") and [these](" + passage.String() + ")."}
	m = m.Linked(Links{source, passage, source, code})
	if want := (Links{source, passage}); !reflect.DeepEqual(m.Links, want) {
		t.Errorf("%v", m.Links)
	}
	if want := (Links{source}); !reflect.DeepEqual(m.Chosen(), want) {
		t.Errorf("chosen are %v", m.Chosen())
	}
	if want := (Links{code, source, passage}); !reflect.DeepEqual(m.About(), want) {
		t.Errorf("it is about %v", m.About())
	}
}

func TestAMemoFollowsWhatBecameSomethingElse(t *testing.T) {
	from, to, other := Link{"code", NewID()}, Link{"code", NewID()}, Link{"source", NewID()}
	on := Memo{TargetKind: from.Kind, TargetID: from.ID, Links: Links{to, other}}.Moved(from, to)
	if on.Target() != to || !reflect.DeepEqual(on.Links, Links{other}) {
		t.Errorf("it stands on %v with %v", on.Target(), on.Links)
	}
	said := Memo{TargetKind: other.Kind, TargetID: other.ID, Body: "Like [it](" + from.String() + ")"}.Linked(nil).Moved(from, to)
	if said.Body != "Like [it]("+to.String()+")" || !reflect.DeepEqual(said.Links, Links{to}) {
		t.Errorf("it says %q with %v", said.Body, said.Links)
	}
}
