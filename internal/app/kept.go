package app

import (
	"slices"
	"sync"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// kept keeps what was read of the projects or surveys that were asked for last, until records
// of some kinds change: a sheet of thousands is filtered, sorted and counted by values that no
// index knows, again with every key that is pressed.
type kept[T any] struct {
	most   int // things kept
	kinds  []string
	load   func(r store.Reader, project, id study.ID) (T, error)
	follow func(is T, id study.ID, entries []study.Entry) (T, bool, error) // brings it up to date, or says that it can't; may be nil
	reuse  func(was, is T) T                                               // takes over of what was kept what is still so; may be nil

	mu sync.Mutex
	of map[study.ID]*keptOne[T]
}

// keptOne is as of a journal number. What it holds is shared: it is replaced, never changed.
type keptOne[T any] struct {
	mu  sync.Mutex
	seq int64
	is  T
}

func newKept[T any](most int, load func(r store.Reader, project, id study.ID) (T, error), kinds ...string) *kept[T] {
	return &kept[T]{most: most, kinds: kinds, load: load, of: map[study.ID]*keptOne[T]{}}
}

// newKeptCases keeps all cases of a project, those made first at the head.
func newKeptCases() *kept[[]study.Case] {
	return newKept(8, func(r store.Reader, project, _ study.ID) ([]study.Case, error) { return r.Cases(project) }, study.Case{}.Kind())
}

// newKeptTies keeps what is tied to the cases of a project, the oldest first.
func newKeptTies() *kept[[]study.Tie] {
	return newKept(8, func(r store.Reader, project, _ study.ID) ([]study.Tie, error) {
		list, err := r.Ties(project)
		return standingTies(list), err
	}, study.Tie{}.Kind())
}

// read gives what is kept of a thing of a project, which may be the project itself.
func (k *kept[T]) read(r store.Reader, project, id study.ID) (is T, err error) {
	one := k.one(project + id) // what another project has is never given
	one.mu.Lock()
	defer one.mu.Unlock()
	seq, err := r.Seq(project) // before the rest: what comes meanwhile is read again
	if err != nil {
		return is, err
	}
	stale, err := k.stale(r, project, one.seq, seq)
	if err != nil {
		return is, err
	}
	if stale {
		if one.is, err = k.renew(r, project, id, one); err != nil {
			one.seq = -1
			return is, err
		}
	}
	one.seq = seq
	return one.is, nil
}

// renew brings what is kept up to date by the journal where that goes, and else reads all of it.
func (k *kept[T]) renew(r store.Reader, project, id study.ID, one *keptOne[T]) (is T, err error) {
	if k.follow == nil || one.seq < 0 {
		return k.anew(r, project, id, one)
	}
	entries, err := r.Entries(project, one.seq, maxBehind+1)
	if err != nil {
		return is, err
	}
	followed := len(entries) <= maxBehind
	if followed {
		is, followed, err = k.follow(one.is, id, entries)
	}
	if err != nil || followed {
		return is, err
	}
	return k.anew(r, project, id, one)
}

// anew reads all of it.
func (k *kept[T]) anew(r store.Reader, project, id study.ID, one *keptOne[T]) (is T, err error) {
	is, err = k.load(r, project, id)
	if err == nil && k.reuse != nil && one.seq >= 0 {
		is = k.reuse(one.is, is)
	}
	return is, err
}

func (k *kept[T]) stale(r store.Reader, project study.ID, was, is int64) (bool, error) {
	if was < 0 || is < was {
		return true, nil
	}
	if is == was {
		return false, nil
	}
	var err error
	touched := slices.ContainsFunc(k.kinds, func(kind string) bool {
		some, fault := r.Touched(project, was, kind)
		err = fault
		return some || fault != nil
	})
	return touched, err
}

func (k *kept[T]) one(id study.ID) *keptOne[T] {
	k.mu.Lock()
	defer k.mu.Unlock()
	one := k.of[id]
	if one != nil {
		return one
	}
	for other := range k.of {
		if len(k.of) < k.most {
			break
		}
		delete(k.of, other)
	}
	one = &keptOne[T]{seq: -1}
	k.of[id] = one
	return one
}

// clear lets go of everything, so that memory holds nothing that was erased.
func (k *kept[T]) clear() {
	k.mu.Lock()
	defer k.mu.Unlock()
	clear(k.of)
}
