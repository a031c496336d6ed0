package app

import (
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// edition is a record of which each change makes the next version, so that nobody writes
// over what they have not seen.
type edition[R study.Record] interface {
	*R
	Edition() *int
}

// edit changes one record: it refuses who saw an older version, lets the change be made and
// checked, and writes it. Seen is the version they saw; 0 means that they did not say.
func edit[R study.Record, E edition[R]](tx *store.Tx, before R, seen int, change func(after *R) error) (after R, err error) {
	if err := stale(seen, *E(&before).Edition(), before); err != nil {
		return before, err
	}
	after = before
	*E(&after).Edition()++
	if err := change(&after); err != nil {
		return after, err
	}
	return after, tx.Set(before, after)
}

// stale is the conflict of someone who changes a state that is no longer the present one.
func stale(seen, version int, current study.Record) error {
	if seen == 0 || seen == version {
		return nil
	}
	e := study.Errorf(study.Conflict, "Someone changed this %s meanwhile.", current.Kind())
	e.Current = current
	return e
}

// set takes over a value that was given.
func set[V any](field, given *V) {
	if given != nil {
		*field = *given
	}
}
