package search

import (
	"slices"

	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/selvedge/selvedge/internal/study"
)

// page is the hits of a page, all that is found, and how many of it there are of what.
type page struct {
	*look
	*tally
	after *behind
	size  int
	best  []spot // in order, and one more than the page has where there is another page
	total int
}

func (r *searching) newPage(l *look) *page {
	return &page{look: l, tally: newTally(l.gate), after: r.after, size: r.limit()}
}

// fill looks at all that answers a query. Counting by a dimension asks for turns that its own filter
// doesn't let through, so that what is found is looked at once for hits and numbers alike.
func (p *page) fill(said query.Query) error {
	return p.candidates(said, ranks, func(s spot) {
		if p.add(s) {
			p.total++
			p.keep(s)
		}
	})
}

// keep takes a hit in when it is among the first.
func (p *page) keep(s spot) {
	full := len(p.best) > p.size
	if full && p.look.compare(s, p.best[p.size]) > 0 || p.after != nil && p.after.reaches(p.laidOut, s) {
		return
	}
	if full {
		p.best = p.best[:p.size]
	}
	at, _ := slices.BinarySearchFunc(p.best, s, p.look.compare)
	p.best = slices.Insert(p.best, at, s)
}

// shown reads the hits of the page, with their marks.
func (p *page) shown(said query.Query) (study.SearchResult, error) {
	out := study.SearchResult{Total: p.total, Hits: []study.Hit{}, Facets: p.facets(p.of.asked.Listed)}
	more := len(p.best) > p.size
	if more {
		p.best = p.best[:p.size]
	}
	err := p.places(said, p.best, func(s spot, places []found.FieldTermLocation) error {
		hit, r, err := p.read(s)
		hit.Marks = append(hit.Marks, marks(r, places)...)
		out.Hits = append(out.Hits, hit)
		return err
	})
	if more && err == nil {
		out.Next = p.of.next(out.Hits[p.size-1], p.best[p.size-1].score)
	}
	return out, err
}
