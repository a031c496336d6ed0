package refi

import (
	"reflect"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func TestWhatAVariableIsComesBackFromItsDescription(t *testing.T) {
	for _, v := range []study.Variable{
		{Sort: study.KindText, Of: "both"},
		{Sort: study.KindInteger, Of: "firm", Unit: "people", Missing: study.Texts{"-99", "refused"}},
		{Sort: study.KindOne, Of: "both", Label: "What is\n\nmade there?", Options: study.Options{{Value: "food"}, {Value: "a=b = c", Label: "Food = drink"}, {Value: `back\slash`, Label: "C"}}},
		{Sort: study.KindSeveral, Of: "person", Options: study.Options{{Value: "x"}}, Missing: study.Texts{"n/a"}},
		{Sort: study.KindOne, Of: "both"},
	} {
		got := study.Variable{Sort: v.Sort, Of: "both"}
		if v.Listed() {
			got.Sort = study.KindText // as the file has it
		}
		saySo(&got, saidOf(v))
		if !reflect.DeepEqual(got, v) {
			t.Errorf("it was\n%+v\nand is\n%+v, by\n%s", v, got, saidOf(v))
		}
	}
}
