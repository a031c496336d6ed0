package publish

import (
	"cmp"
	"encoding/json"
	"io"
	"iter"
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// Quotes are the excerpts under a head of a report. Each is made when somebody comes to it, and anew
// each time: a large report is written with little more memory than a small one.
type Quotes struct {
	n       int
	passage func(i int) study.ID
	read    func(i int) (PagesQuote, error)
	fault   *error // of the whole report
}

// QuotesOf makes quotes of so many excerpts, of the passages that each is of and a reader of each.
// When one can't be read, no more are; what was written of the report meanwhile is worth nothing, and
// every format says so at its end.
func (p *Pages) QuotesOf(n int, passage func(i int) study.ID, read func(i int) (PagesQuote, error)) Quotes {
	if p.fault == nil {
		p.fault = new(error)
	}
	return Quotes{n, passage, read, p.fault}
}

// Len is how many there are.
func (q Quotes) Len() int { return q.n }

// All goes through them in order.
func (q Quotes) All() iter.Seq[PagesQuote] {
	return func(yield func(PagesQuote) bool) {
		for i := range q.n {
			if one, ok := q.at(i); !ok || !yield(one) {
				return
			}
		}
	}
}

func (q Quotes) at(i int) (PagesQuote, bool) {
	if *q.fault != nil {
		return PagesQuote{}, false
	}
	one, err := q.read(i)
	*q.fault = err
	return one, err == nil
}

// MarshalJSON writes a list of them.
func (q Quotes) MarshalJSON() ([]byte, error) {
	if q.n == 0 {
		return []byte("[]"), nil
	}
	all := slices.Collect(q.All())
	if *q.fault != nil {
		return nil, *q.fault
	}
	return json.Marshal(all)
}

// broken says why not all quotes of a report could be read.
func (p Pages) broken() error {
	if p.fault == nil {
		return nil
	}
	return *p.fault
}

// whole writes a report, and fails when not all of it could be read.
func whole[R interface{ broken() error }](write func(io.Writer, R) error) func(io.Writer, R) error {
	return func(w io.Writer, r R) error { return cmp.Or(r.broken(), write(w, r), r.broken()) }
}

// Quotes gives the excerpts of all parts in order, each once, with its codings of all places that it
// stands in.
func (p Pages) Quotes() iter.Seq[PagesQuote] {
	return func(yield func(PagesQuote) bool) {
		first, more := p.places()
		for _, at := range first {
			q, ok := at.quotes.at(at.i)
			for _, again := range more[q.Passage] {
				var other PagesQuote
				if ok {
					other, ok = again.quotes.at(again.i)
					q.Codings = withCodings(q.Codings, other.Codings)
				}
			}
			if !ok || !yield(q) {
				return
			}
		}
	}
}

// place is where an excerpt stands in a report.
type place struct {
	quotes *Quotes
	i      int
}

// places are where each excerpt stands first, in order, and where it stands again.
func (p Pages) places() (first []place, more map[study.ID][]place) {
	first, more = make([]place, 0, p.Passages), map[study.ID][]place{}
	seen := make(map[study.ID]bool, p.Passages)
	for _, part := range p.Parts {
		for g := range part.Groups {
			quotes := &part.Groups[g].Quotes
			for i := range quotes.n {
				id := quotes.passage(i)
				if seen[id] {
					more[id] = append(more[id], place{quotes, i})
					continue
				}
				seen[id], first = true, append(first, place{quotes, i})
			}
		}
	}
	return first, more
}

// withCodings adds codings that are not there yet.
func withCodings(list, more []study.Excerpt) []study.Excerpt {
	out := list[:len(list):len(list)]
	for _, m := range more {
		if !slices.ContainsFunc(list, func(e study.Excerpt) bool { return e.Coding == m.Coding }) {
			out = append(out, m)
		}
	}
	return out
}
