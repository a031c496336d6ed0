package publish

import (
	"iter"
	"slices"
	"testing"
)

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestWhatIsMadeAheadComesInOrderAndWhole(t *testing.T) {
	for _, n := range []int{0, 1, aheadBy - 1, aheadBy, aheadBy + 1, 10 * aheadBy} {
		if got := slices.Collect(ahead(upTo(n))); !slices.Equal(got, slices.Collect(upTo(n))) {
			t.Errorf("of %d come %v", n, got)
		}
	}
}

func TestNothingIsMadeAheadOnceNobodyTakesIt(t *testing.T) {
	ended := false
	endless := func(yield func(int) bool) {
		defer func() { ended = true }()
		for i := 0; yield(i); i++ {
		}
	}
	for i := range ahead(endless) {
		if i == 3*aheadBy+5 {
			break
		}
	}
	if !ended {
		t.Error("it goes on")
	}
}

func TestAPanicAheadIsThatOfWhoeverTakesIt(t *testing.T) {
	defer func() {
		if r := recover(); r != "broken" {
			t.Errorf("it panics with %v", r)
		}
	}()
	for range ahead(func(yield func(int) bool) { yield(1); panic("broken") }) {
	}
}
