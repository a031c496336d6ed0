package search

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Index is the search index of all projects: a folder per project under one folder.
// Safe for concurrent use. Several processes may use the same folder: each keeps
// indexes of its own there.
type Index struct {
	dir  string
	feed Feed
	log  *slog.Logger
	limits

	ctx     context.Context
	stop    context.CancelFunc
	running sync.WaitGroup // workers, and generations that are open

	mu      sync.Mutex
	shelves map[study.ID]*shelf
	closing map[string]chan struct{} // by path, closed when the generation is

	sessions sessions
}

type limits struct {
	open      int           // projects kept open at once
	catchUp   time.Duration // how long a search waits for the newest entries
	building  time.Duration // how long a search waits for an index to search in
	gathering time.Duration // pause in which changes gather, unless a search waits
	recheck   time.Duration // between two readings of all checksums
	grace     time.Duration // until the words of removed sources leave the files
}

var usualLimits = limits{
	open: 32, catchUp: 200 * time.Millisecond, building: 30 * time.Second,
	gathering: 400 * time.Millisecond, recheck: 10 * time.Minute, grace: 10 * time.Minute,
}

// shelf is one project's place in the index. All is under Index.mu.
type shelf struct {
	project  study.ID
	ctx      context.Context
	cancel   context.CancelFunc
	current  *generation // nil until there is one to search in
	cursor   int64       // of current
	used     time.Time
	waiting  int           // searches and others that need it open
	working  bool          // its one worker is at it
	again    bool          // and has to look once more
	rebuild  bool          // a new generation is asked for
	built    int           // generations built
	rebuilds int           // how often that was tried
	unbuilt  error         // how the last try ended
	failed   error         // how the last run ended
	progress chan struct{} // closed and replaced at every change
	urgent   chan struct{} // wakes a worker that lets changes gather
	purge    *time.Timer
}

// New uses dir, which it makes when needed. It opens nothing yet.
func New(dir string, feed Feed, log *slog.Logger) *Index {
	ctx, stop := context.WithCancel(context.Background())
	return &Index{dir: dir, feed: feed, log: log, limits: usualLimits, ctx: ctx, stop: stop,
		shelves: map[study.ID]*shelf{}, closing: map[string]chan struct{}{}}
}

// Wake says that a project's journal has come to number seq. It returns at once.
func (x *Index) Wake(project study.ID, seq int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if s, err := x.shelf(project); err == nil && (s.current == nil || s.cursor < seq || s.current.lost()) {
		x.start(s)
	}
}

// Follow brings a project's index up to the newest journal entry and waits for it.
func (x *Index) Follow(ctx context.Context, project study.ID) error {
	seq, err := x.feed.Seq(ctx, project)
	if err != nil {
		return err
	}
	s, leave, err := x.enter(project)
	if err != nil {
		return err
	}
	defer leave()
	return x.await(ctx, s, func() bool { return s.current != nil && s.cursor >= seq })
}

// Rebuild makes a project's index anew and waits for it. Searches go on in the old
// one. Nothing of what was removed from the project is left in the new one's files.
func (x *Index) Rebuild(ctx context.Context, project study.ID) error {
	s, leave, err := x.enter(project)
	if err != nil {
		return err
	}
	defer leave()
	x.mu.Lock()
	s.rebuild, s.again = true, s.working
	before := s.rebuilds
	x.mu.Unlock()
	var unbuilt error
	err = x.await(ctx, s, func() bool {
		unbuilt = s.unbuilt
		return s.rebuilds > before
	})
	return study.Wrap(cmp.Or(err, unbuilt), "building the search index")
}

// Drop deletes a project's index for good.
func (x *Index) Drop(project study.ID) error {
	s, leave, err := x.enter(project)
	if err != nil {
		return err
	}
	defer leave()
	x.mu.Lock()
	s.end()
	for s.working {
		x.pass(s)
	}
	x.replace(s, nil, true)
	delete(x.shelves, project)
	x.mu.Unlock()
	return study.Wrap(os.RemoveAll(x.folder(project)), "deleting the index")
}

// Close ends all work and writes what is left. Searches still running finish first.
func (x *Index) Close() {
	x.mu.Lock()
	x.stop()
	for _, s := range x.shelves {
		s.end()
		for s.working {
			x.pass(s)
		}
		x.replace(s, nil, false)
	}
	clear(x.shelves)
	x.mu.Unlock()
	x.running.Wait()
}

// end lets no more work begin for a shelf. Under mu.
func (s *shelf) end() {
	s.cancel()
	if s.purge != nil {
		s.purge.Stop()
	}
}

// pass lets go of mu until something about the shelf has changed.
func (x *Index) pass(s *shelf) {
	progress := s.progress
	x.mu.Unlock()
	<-progress
	x.mu.Lock()
}

func (x *Index) folder(project study.ID) string { return filepath.Join(x.dir, string(project)) }

var (
	errClosed = errors.New("the index is closed")
	errBehind = errors.New("the journal has fewer entries than it counts")
)

// shelf finds or makes a project's shelf. Under mu.
func (x *Index) shelf(project study.ID) (*shelf, error) {
	if x.ctx.Err() != nil {
		return nil, errClosed
	}
	if s, ok := x.shelves[project]; ok {
		s.used = time.Now()
		return s, nil
	}
	if id, err := study.ParseID(string(project)); err != nil || id != project {
		return nil, study.Errorf(study.NotFound, "There is nothing with that id.")
	}
	x.makeRoom()
	s := &shelf{project: project, used: time.Now(), progress: make(chan struct{}), urgent: make(chan struct{}, 1)}
	s.ctx, s.cancel = context.WithCancel(x.ctx)
	x.shelves[project] = s
	return s, nil
}

// makeRoom closes the project that nobody has used for longest. Under mu.
func (x *Index) makeRoom() {
	for len(x.shelves) >= x.open {
		var oldest *shelf
		for _, s := range x.shelves {
			if s.idle() && (oldest == nil || s.used.Before(oldest.used)) {
				oldest = s
			}
		}
		if oldest == nil {
			return
		}
		oldest.end()
		x.replace(oldest, nil, false)
		delete(x.shelves, oldest.project)
	}
}

func (s *shelf) idle() bool {
	return !s.working && s.waiting == 0 && s.purge == nil && (s.current == nil || s.current.users == 0)
}

// enter keeps a project's shelf open until leave is called.
func (x *Index) enter(project study.ID) (s *shelf, leave func(), err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if s, err = x.shelf(project); err != nil {
		return nil, nil, study.Wrap(err, "searching")
	}
	s.waiting++
	return s, func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		s.waiting--
	}, nil
}

// await lets the worker run until done says so, which is asked under mu. Two runs
// that don't get there are enough: then the last one's error is the answer.
func (x *Index) await(ctx context.Context, s *shelf, done func() bool) error {
	runs := 0
	for {
		x.mu.Lock()
		if done() {
			x.mu.Unlock()
			return nil
		}
		if !s.working {
			if runs == 2 || s.ctx.Err() != nil {
				defer x.mu.Unlock()
				return study.Wrap(cmp.Or(s.failed, s.ctx.Err(), errBehind), "bringing the search index up to date")
			}
			runs++
			x.start(s)
		}
		x.hurry(s)
		progress := s.progress
		x.mu.Unlock()
		select {
		case <-progress:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (x *Index) hurry(s *shelf) {
	select {
	case s.urgent <- struct{}{}:
	default:
	}
}

// announce tells all that await a change. Under mu.
func (s *shelf) announce() {
	close(s.progress)
	s.progress = make(chan struct{})
}

// replace puts another generation, or none, in the place of the current one, which
// closes when its last reader leaves. Under mu.
func (x *Index) replace(s *shelf, next *generation, deleteOld bool) {
	old := s.current
	s.current, s.cursor = next, 0
	if next != nil && next != old {
		s.cursor = next.state.Cursor
		x.running.Add(1)
	}
	s.announce()
	if old != nil && old != next {
		x.sessions.drop(old.path)
		old.retired, old.doomed = true, deleteOld
		x.closing[old.path] = make(chan struct{}) // before its last reader leaves: nobody is to open it meanwhile
		x.settle(old)
	}
}

// settle closes a retired generation that nobody reads. Under mu.
func (x *Index) settle(g *generation) {
	if !g.retired || g.users > 0 {
		return
	}
	closed := x.closing[g.path]
	go func() {
		defer x.running.Done()
		g.close()
		if g.doomed {
			x.remove(g.path)
		}
		x.mu.Lock()
		defer x.mu.Unlock()
		delete(x.closing, g.path)
		close(closed)
	}()
}

func (x *Index) remove(path string) {
	if err := os.RemoveAll(path); err != nil {
		x.log.Warn("an old search index can't be deleted", "path", path, "error", err)
	}
}

// release ends a use of a generation.
func (x *Index) release(g *generation) {
	x.mu.Lock()
	defer x.mu.Unlock()
	g.users--
	x.settle(g)
}
