package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
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
	names := func() (Names, error) { return x.names(ctx, project) }
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
		if err == nil && g.cutShort() {
			err = errLost // while it was read, so that parts of it may have been read as noughts
		}
		x.release(g)
		if err == nil || again || ctx.Err() != nil || study.KindOf(err) != study.Internal {
			return result, study.Wrap(err, "searching")
		}
		x.discard(s, g, err, false)
	}
}

// guarded turns a panic over damaged files, and a page of them that can't be read,
// into an error.
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
	err = x.awaitFor(ctx, x.catchUp, s, func() bool { return s.current != nil && s.cursor >= seq })
	if err != nil && ctx.Err() == nil {
		err = x.awaitFor(ctx, x.building, s, func() bool { return s.current != nil })
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	switch {
	case s.current != nil:
		s.current.users++
		return s, s.current, nil
	case ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded):
		return nil, nil, study.Errorf(study.TooMany, "The search index of this project is being built. Try again in a moment.")
	}
	return nil, nil, cmp.Or(err, ctx.Err())
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
	after  []string
	names  func() (Names, error) // of what fields go by
}

func (r *searching) result() (study.SearchResult, error) {
	_, said, err := r.compiled()
	if err != nil {
		return study.SearchResult{}, err
	}
	page, counts, err := r.page(said)
	if err != nil {
		return study.SearchResult{}, err
	}
	out := study.SearchResult{Total: int(page.Total), Hits: []study.Hit{}, Next: r.next(page)}
	for _, match := range page.Hits[:min(r.limit(), len(page.Hits))] {
		hit, err := hitOf(match)
		if err != nil {
			return out, err
		}
		out.Hits = append(out.Hits, hit)
	}
	if counts != nil {
		out.Facets = counts.facets()
		return out, nil
	}
	out.Facets, err = r.facets(said)
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

// page asks for one hit more than is shown, to know whether there is a next page. Where nothing but
// words narrows, all that is found is counted along with it.
func (r *searching) page(said query.Query) (*bleve.SearchResult, *tally, error) {
	request := bleve.NewSearchRequestOptions(r.limits.around(said), r.limit()+1, 0, false)
	request.Fields = []string{recordField}
	request.SearchAfter = r.after
	if said == nil {
		request.Score = "none"
		request.SortBy([]string{"_id"})
	} else {
		request.IncludeLocations = true
		request.SortBy([]string{"-_score", "_id"})
	}
	if said != nil && !r.limits.narrows() {
		return r.counted(request, r.limits)
	}
	page, err := r.run(request)
	return page, nil, err
}

func (r *searching) run(request *bleve.SearchRequest) (*bleve.SearchResult, error) {
	return r.runIn(r.ctx, request)
}

func (r *searching) runIn(ctx context.Context, request *bleve.SearchRequest) (*bleve.SearchResult, error) {
	ctx, err := r.g.withAverages(ctx)
	if err != nil {
		return nil, err
	}
	result, err := r.g.index.SearchInContext(ctx, request)
	if err != nil && strings.Contains(err.Error(), "TooManyClauses") {
		return nil, study.FieldError("q", "A part of the query stands for more than %d words; give more letters.", maxClauses)
	}
	return result, err
}
