package search

import (
	"cmp"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// build makes a new generation from the sources as they are now. The old one, if
// there is one, is kept up to date and searched until the new one takes its place.
func (x *Index) build(s *shelf) (*generation, error) {
	g, err := createGeneration(x.folder(s.project))
	if err != nil {
		return nil, damaged(err)
	}
	if err := x.fill(s, g); err != nil {
		g.close()
		x.remove(g.path)
		return nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	s.built++
	x.replace(s, g, true)
	return g, nil
}

// fill indexes every source. The state is written last: until then the generation
// counts as unfinished. What changes meanwhile is followed afterwards.
func (x *Index) fill(s *shelf, g *generation) error {
	next := state{Project: s.project, Schema: schema}
	var err error
	if next.Cursor, err = x.feed.Seq(s.ctx, s.project); err != nil {
		return err
	}
	if next.Mark, err = x.markAt(s.ctx, s.project, next.Cursor); err != nil {
		return err
	}
	sources, err := x.feed.Sources(s.ctx, s.project)
	if err != nil {
		return err
	}
	w := newWriters(g)
	for _, source := range sources {
		if err := x.fillSource(s, w, source.ID); err != nil {
			return cmp.Or(w.wait(), err)
		}
	}
	if err := w.wait(); err != nil {
		return err
	}
	return damaged(w.full.commit(&next))
}

func (x *Index) fillSource(s *shelf, w *writers, source study.ID) error {
	turns, err := x.wanted(s, source)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(turns)) {
		if err := w.full.put(id, "", turns[id]); err != nil {
			return err
		}
		if w.full.Size() < buildTurns {
			continue
		}
		if err := w.write(); err != nil {
			return err
		}
		x.keepUp(s)
	}
	return nil
}

// A build writes so many turns at once, and so many times at the same time. What is being written is
// in memory several times over: with half as many turns it takes a tenth more and a quarter less
// memory, with twice as many no less and half as much memory again.
const (
	buildTurns   = 2000
	buildWriters = 2
)

// writers write what is built on all cores.
type writers struct {
	full *batch // which is being filled
	free chan struct{}
	done sync.WaitGroup
	mu   sync.Mutex
	err  error
}

func newWriters(g *generation) *writers {
	return &writers{full: g.newBatch(), free: make(chan struct{}, buildWriters)}
}

// write has the batch written as soon as somebody is free, and begins another. An error is of an
// earlier one.
func (w *writers) write() error {
	w.free <- struct{}{}
	full := w.full
	w.full = full.g.newBatch()
	w.done.Go(func() {
		defer func() { <-w.free }()
		if err := full.commit(nil); err != nil {
			w.fail(err)
		}
	})
	return w.failed()
}

func (w *writers) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.err = cmp.Or(w.err, damaged(err))
}

func (w *writers) failed() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.err
}

// wait waits until all is written.
func (w *writers) wait() error {
	w.done.Wait()
	return w.failed()
}

// keepUp follows the journal in the old generation while a new one is built.
func (x *Index) keepUp(s *shelf) {
	x.mu.Lock()
	old := s.current
	x.mu.Unlock()
	if old != nil {
		_ = x.follow(s, old)
	}
}

// wanted gives the turns of a source as they should be in the index; none when it
// is gone.
func (x *Index) wanted(s *shelf, source study.ID) (map[string]kept, error) {
	content, err := x.feed.Content(s.ctx, s.project, source)
	if study.KindOf(err) == study.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return records(content), nil
}

// schedulePurge has the index rebuilt some time after a source was removed: Bleve
// leaves the words of deleted turns in its files, and people have a right to erasure.
func (x *Index) schedulePurge(s *shelf, g *generation) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if g.state.Removed.IsZero() || s.purge != nil || s.ctx.Err() != nil {
		return
	}
	due := time.Until(g.state.Removed.Add(x.grace))
	s.purge = time.AfterFunc(max(due, 0), func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		s.purge, s.rebuild = nil, true
		x.start(s)
	})
}
