package search

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/selvedge/selvedge/internal/study"
)

// Hits on a page: when nobody says, and at most.
const (
	usualLimit = 50
	maxLimit   = 500
)

// Search finds the turns that answer a query, as of the newest journal entry. With
// words the most relevant come first; without, they come in the order of the text.
// A query that can't be read is Invalid and names the place; TooMany means that
// the index is still being built.
func (x *Index) Search(ctx context.Context, project study.ID, q study.SearchQuery) (study.SearchResult, error) {
	s, err := x.searching(ctx, project, q)
	if err != nil {
		return study.SearchResult{}, err
	}
	return ask(ctx, x, project, func(g *generation) (study.SearchResult, error) {
		s.g = g
		return s.result()
	})
}

// searching reads a query; what it searches in comes later.
func (x *Index) searching(ctx context.Context, project study.ID, q study.SearchQuery) (*searching, error) {
	tree, err := parse(q.Text)
	if err != nil {
		return nil, err
	}
	after, err := readCursor(q, tree != nil)
	if err != nil {
		return nil, err
	}
	limits, err := narrow(q, func() (*study.Codebook, error) { return x.feed.Codebook(ctx, project) })
	if err != nil {
		return nil, err
	}
	names := sync.OnceValues(func() (Names, error) { return x.names(ctx, project) })
	return &searching{ctx: ctx, asked: q, tree: tree, limits: limits, after: after, names: names}, nil
}

// ask searches, and once more in whatever takes the place of a damaged index.
func ask[T any](ctx context.Context, x *Index, project study.ID, do func(*generation) (T, error)) (result T, err error) {
	for again := false; ; again = true {
		s, g, err := x.hold(ctx, project)
		if err != nil {
			return result, err
		}
		result, err = guarded(g, do)
		x.release(g)
		if err == nil || again || ctx.Err() != nil || study.KindOf(err) != study.Internal {
			return result, study.Wrap(err, "searching")
		}
		x.discard(s, g, err, false)
	}
}

// guarded turns a panic, and a page that the disk no longer gives, into an error.
func guarded[T any](g *generation, do func(*generation) (T, error)) (result T, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("searching: %v", r)
		}
	}()
	return do(g)
}

// hold gives a generation to search in, up to date unless that takes too long. The
// caller releases it.
func (x *Index) hold(ctx context.Context, project study.ID) (*shelf, *generation, error) {
	seq, err := x.feed.Seq(ctx, project)
	if err != nil {
		return nil, nil, err
	}
	s, leave, err := x.enter(project)
	if err != nil {
		return nil, nil, err
	}
	defer leave()
	x.look(s, seq)
	for {
		err = x.awaitFor(ctx, x.catchUp, s, func() bool { return s.current != nil && s.cursor >= seq })
		if err != nil && ctx.Err() == nil {
			err = x.awaitFor(ctx, x.building, s, func() bool { return s.current != nil })
		}
		if g := x.use(s); g != nil {
			return s, g, nil
		}
		if err != nil {
			break
		} // else it was taken out of use meanwhile
	}
	if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		err = study.Errorf(study.TooMany, "The search index of this project is being built. Try again in a moment.")
	}
	return nil, nil, err
}

// use keeps the generation that is searched open until it is released; nil when there is none.
func (x *Index) use(s *shelf) *generation {
	x.mu.Lock()
	defer x.mu.Unlock()
	if s.current != nil {
		s.current.users++
	}
	return s.current
}

// look takes an index out of use whose files are gone, and has one looked at that
// is ahead of the database or has not been checked for long.
func (x *Index) look(s *shelf, seq int64) {
	x.mu.Lock()
	g, ahead := s.current, s.cursor > seq
	x.mu.Unlock()
	switch {
	case g == nil:
	case g.lost():
		x.discard(s, g, errLost, true)
	case ahead || x.due(g):
		x.mu.Lock()
		x.start(s)
		x.mu.Unlock()
	}
}

func (x *Index) awaitFor(ctx context.Context, patience time.Duration, s *shelf, done func() bool) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return x.await(ctx, s, done)
}

// searching is one search in one generation.
type searching struct {
	ctx    context.Context
	g      *generation
	asked  study.SearchQuery
	tree   node
	limits narrowing
	after  *behind               // nil for the first page
	names  func() (Names, error) // of what fields go by
}

func (r *searching) result() (out study.SearchResult, err error) {
	_, said, err := r.compiled()
	if err != nil {
		return out, err
	}
	err = r.look(func(l *look) (err error) {
		page := r.newPage(l)
		if err = page.fill(said); err == nil {
			out, err = page.shown(said)
		}
		return err
	})
	return out, err
}

// compiled gives the query as Bleve's; nil asks for every turn.
func (r *searching) compiled() (*compiler, query.Query, error) {
	c, err := newCompiler(r.g, r.names, r.asked)
	if err != nil {
		return nil, nil, err
	}
	said, err := c.compile(r.tree)
	return c, said, err
}

func (r *searching) limit() int {
	if r.asked.Limit <= 0 {
		return usualLimit
	}
	return min(r.asked.Limit, maxLimit)
}
