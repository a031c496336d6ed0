package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// start sets the project's one worker to work, or has it look once more. Under mu.
func (x *Index) start(s *shelf) {
	if s.working {
		s.again = true
		return
	}
	if s.ctx.Err() != nil {
		return
	}
	s.working = true
	x.running.Add(1)
	go x.work(s)
}

// work brings the index up to date as long as it is asked to.
func (x *Index) work(s *shelf) {
	defer x.running.Done()
	for {
		err := x.run(s)
		if err != nil && study.KindOf(err) != study.NotFound && s.ctx.Err() == nil {
			x.log.Warn("the search index could not be brought up to date", "project", s.project, "error", err)
		}
		x.mu.Lock()
		s.failed = err
		s.working = s.again && s.ctx.Err() == nil
		s.again = false
		more := s.working
		s.announce()
		x.mu.Unlock()
		if !more {
			return
		}
		x.gather(s)
	}
}

// gather lets changes come together before the next look.
func (x *Index) gather(s *shelf) {
	pause := time.NewTimer(x.gathering)
	defer pause.Stop()
	select {
	case <-pause.C:
	case <-s.urgent:
	case <-s.ctx.Done():
	}
}

// run follows the journal, and builds a new generation when asked to.
func (x *Index) run(s *shelf) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("bringing the index up to date: %v", r)
		}
	}()
	rebuild, before := x.asked(s)
	g, err := x.followed(s)
	if rebuild && err == nil && x.built(s) == before {
		if g, err = x.build(s); err == nil {
			err = x.follow(s, g)
		}
	}
	if rebuild {
		x.answer(s, err)
	}
	if err != nil {
		return err
	}
	x.schedulePurge(s, g)
	return nil
}

// followed gives a generation that is up to date. One that can't be written to is
// looked at again from the disk, where it may turn out whole or damaged.
func (x *Index) followed(s *shelf) (*generation, error) {
	g, err := x.usable(s)
	if err != nil {
		return nil, err
	}
	if err = x.follow(s, g); errors.As(err, new(damage)) {
		x.discard(s, g, err, false)
		if g, err = x.usable(s); err == nil {
			err = x.follow(s, g)
		}
	}
	return g, err
}

// asked takes the wish for a new generation, and says how many there were.
func (x *Index) asked(s *shelf) (rebuild bool, built int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	rebuild, s.rebuild = s.rebuild, false
	return rebuild, s.built
}

func (x *Index) built(s *shelf) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return s.built
}

// answer says how that wish went.
func (x *Index) answer(s *shelf, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	s.rebuilds, s.unbuilt = s.rebuilds+1, err
}

// damage is an error of the index itself, as against one of the feed.
type damage struct{ error }

func (d damage) Unwrap() error { return d.error }

func damaged(err error) error {
	if err == nil {
		return nil
	}
	return damage{err}
}

// usable gives a generation that can be followed: the present one, the newest on
// disk, or a new one.
func (x *Index) usable(s *shelf) (*generation, error) {
	x.mu.Lock()
	g := s.current
	x.mu.Unlock()
	if g != nil {
		err := x.examine(g)
		if err == nil {
			return g, nil
		}
		x.discard(s, g, err, true)
	}
	g, err := x.openNewest(s)
	if err != nil {
		return nil, err
	}
	if g == nil {
		return x.build(s)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.replace(s, g, true)
	return g, nil
}

// examine looks whether the files are still there and, now and then, still whole.
func (x *Index) examine(g *generation) error {
	if g.lost() {
		return errLost
	}
	if !x.due(g) {
		return nil
	}
	x.mu.Lock()
	g.checked = time.Now()
	x.mu.Unlock()
	return g.verifyFiles()
}

var errLost = errors.New("its folder is gone")

// due says that the checksums have not been compared for long.
func (x *Index) due(g *generation) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return time.Since(g.checked) >= x.recheck
}

// discard takes a generation out of use.
func (x *Index) discard(s *shelf, g *generation, why error, deleteIt bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if s.current == g {
		x.log.Warn("a search index is taken out of use", "project", s.project, "because", why.Error())
		x.replace(s, nil, deleteIt)
	}
}

// openNewest opens the newest generation that fits the schema and the database, and
// deletes all others that no process has open. Nil, without an error, means none.
func (x *Index) openNewest(s *shelf) (*generation, error) {
	var found *generation
	for _, path := range x.onDisk(s.project) {
		x.awaitClosed(path)
		g, err := openGeneration(path)
		if errors.Is(err, errInUse) {
			continue
		}
		if err == nil {
			if err = x.fits(s, g); err == nil && found == nil {
				found = g
				continue
			}
			err = cmp.Or(err, damaged(errors.New("there is a newer one")))
		}
		if g != nil {
			g.close()
		}
		if g != nil && err != nil && !errors.As(err, new(damage)) {
			return nil, err
		}
		x.log.Info("a search index is deleted", "project", s.project, "path", path, "because", err.Error())
		x.remove(path)
	}
	return found, nil
}

// awaitClosed waits for a generation that this process is about to close.
func (x *Index) awaitClosed(path string) {
	x.mu.Lock()
	closed := x.closing[path]
	x.mu.Unlock()
	if closed != nil {
		<-closed
	}
}

// onDisk lists the folders of a project's generations, newest first.
func (x *Index) onDisk(project study.ID) []string {
	entries, _ := os.ReadDir(x.folder(project))
	var paths []string
	for _, e := range entries {
		if _, err := study.ParseID(e.Name()); err == nil {
			paths = append(paths, filepath.Join(x.folder(project), e.Name()))
		}
	}
	slices.Reverse(paths)
	return paths
}

// fits says why a generation can't be trusted, if so, as damage. Any other error
// means that the feed could not be asked.
func (x *Index) fits(s *shelf, g *generation) error {
	if g.state.Project != s.project || g.state.Schema != schema {
		return damaged(errors.New("it is of another project or another version"))
	}
	seq, err := x.feed.Seq(s.ctx, s.project)
	if err != nil {
		return err
	}
	if g.state.Cursor > seq {
		return damaged(errors.New("it is ahead of the database"))
	}
	mark, err := x.markAt(s.ctx, s.project, g.state.Cursor)
	if err != nil {
		return err
	}
	if mark != g.state.Mark {
		return damaged(errors.New("it followed another database"))
	}
	return nil
}

// markAt tells the journal entry of a number from any other of that number.
func (x *Index) markAt(ctx context.Context, project study.ID, seq int64) (string, error) {
	if seq == 0 {
		return "", nil
	}
	entries, err := x.feed.Entries(ctx, project, seq-1, 1)
	if err != nil || len(entries) == 0 {
		return "", err
	}
	return markOf(entries[0]), nil
}

func markOf(e study.Entry) string {
	return fmt.Sprintf("%d %d %s %s", e.Seq, e.At.UnixMicro(), e.ActorID, e.Verb)
}
