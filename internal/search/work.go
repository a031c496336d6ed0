package search

import (
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

// run follows the journal in the present generation, and in a new one when that fails.
func (x *Index) run(s *shelf) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("bringing the index up to date: %v", r)
		}
	}()
	g, err := x.usable(s)
	if err != nil {
		return err
	}
	if err = x.follow(s, g); errors.As(err, new(damage)) {
		x.discard(s, g, err)
		if g, err = x.usable(s); err == nil {
			err = x.follow(s, g)
		}
	}
	if err == nil {
		x.schedulePurge(s, g)
	}
	return err
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
	g, rebuild := s.current, s.rebuild
	x.mu.Unlock()
	if g != nil {
		if err := x.examine(s, g); err != nil {
			x.discard(s, g, err)
			g = nil
		}
	}
	if g == nil {
		if g = x.openNewest(s); g != nil {
			x.adopt(s, g)
		}
	}
	if g == nil || rebuild {
		return x.build(s)
	}
	return g, nil
}

// examine looks whether the files are still there and, now and then, still whole.
func (x *Index) examine(s *shelf, g *generation) error {
	if g.lost() {
		return errors.New("the index folder is gone")
	}
	if time.Since(g.checked) < x.recheck {
		return nil
	}
	g.checked = time.Now()
	return g.verifyFiles()
}

// discard takes a generation out of use and deletes it.
func (x *Index) discard(s *shelf, g *generation, why error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if s.current == g {
		x.log.Warn("the search index is built anew", "project", s.project, "because", why.Error())
		x.replace(s, nil, true)
	}
}

func (x *Index) adopt(s *shelf, g *generation) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.replace(s, g, true)
}

// openNewest opens the newest generation that fits the schema and the database,
// and deletes all others that no process has open.
func (x *Index) openNewest(s *shelf) *generation {
	var found *generation
	for _, path := range x.onDisk(s.project) {
		g, err := openGeneration(path)
		if errors.Is(err, errInUse) {
			continue
		}
		if err == nil && found == nil {
			if err = x.fits(s, g); err == nil {
				found = g
				continue
			}
			x.log.Info("a search index is not used any more", "project", s.project, "because", err.Error())
		}
		if g != nil {
			g.close()
		}
		if s.ctx.Err() == nil {
			_ = os.RemoveAll(path)
		}
	}
	return found
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

// fits says why a generation can't be trusted, if so.
func (x *Index) fits(s *shelf, g *generation) error {
	if g.state.Project != s.project || g.state.Schema != schema {
		return errors.New("it is of another project or another version")
	}
	seq, err := x.feed.Seq(s.ctx, s.project)
	if err != nil {
		return err
	}
	if g.state.Cursor > seq {
		return errors.New("it is ahead of the database")
	}
	mark, err := x.markAt(s.ctx, s.project, g.state.Cursor)
	if err != nil {
		return err
	}
	if mark != g.state.Mark {
		return errors.New("it followed another database")
	}
	return g.verifyFiles()
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
