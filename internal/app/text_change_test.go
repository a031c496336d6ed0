package app_test

import (
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestChangesNearEachOtherAreToldAsOneBesideWholeWords(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		_, _, err := d.says(1, map[int]string{0: "One two three, or fore, fife six seven eight nine ten."})
		must(t, err)
		changes, err := d.TextChanges(t.Context(), d.me, d.project, d.source.ID, 1, 2)
		must(t, err)
		if len(changes) != 1 {
			t.Fatalf("the differences are %+v", changes)
		}
		want := app.TextChange{Was: study.Range{Start: 13, End: 23}, Is: study.Range{Start: 13, End: 28}, Before: "One two three", Gone: " four five", New: ", or fore, fife", After: " six seven eight nine ten."}
		if changes[0] != want {
			t.Errorf("the difference is %+v", changes[0])
		}
	})
}
