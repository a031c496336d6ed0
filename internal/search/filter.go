package search

import (
	"slices"

	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/selvedge/selvedge/internal/study"
)

// dimension is one way of narrowing the hits and of counting them.
type dimension int

const (
	byStrand dimension = iota
	bySource
	bySpeaker
	byCode
	byCoder
	dimensions
)

// countedIn is the field whose values a facet counts and a filter compares.
var countedIn = [dimensions]string{strandField, sourceField, voiceField, codeField, coderField}

// narrowing is a filter in the values of columns. What is absent does not narrow;
// what is empty lets nothing through.
type narrowing struct {
	terms  [dimensions][]string
	active [dimensions]bool
	within study.TurnSet // nil does not narrow

	uncoded bool // turns without codes too, where codes narrow
}

// narrow reads a filter. Codes stand for their descendants too.
func narrow(q study.SearchQuery, book func() (*study.Codebook, error)) (narrowing, error) {
	f, n := q.Filter, narrowing{within: q.Within}
	n.set(byStrand, texts(f.Strands))
	n.set(bySource, texts(f.Sources))
	n.set(byCoder, texts(f.Coders))
	speakers := make([]string, len(f.Speakers))
	for i, name := range f.Speakers {
		speakers[i] = lower(name)
	}
	n.set(bySpeaker, speakers)
	if len(f.Codes) == 0 {
		return n, nil
	}
	codebook, err := book()
	if err != nil {
		return n, err
	}
	codes := slices.DeleteFunc(slices.Clone(f.Codes), func(id study.ID) bool { return id == study.NoCode })
	n.uncoded = len(codes) < len(f.Codes)
	n.active[byCode], n.terms[byCode] = true, texts(codebook.WithDescendants(codes...))
	return n, nil
}

func texts(ids []study.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

func (n *narrowing) set(d dimension, terms []string) {
	n.terms[d], n.active[d] = terms, len(terms) > 0
}

// values are those that a column is narrowed to; nil where it isn't.
func (n narrowing) values(column int) map[string]bool {
	switch {
	case column < int(dimensions) && n.active[column]:
		return setOf(n.terms[column])
	case column == pairColumn && n.active[byCode] && n.active[byCoder]:
		return setOf(pairs(n.terms[byCode], n.terms[byCoder]))
	}
	return nil
}

// around puts around a query what is not a filter over columns; nil stands for all turns.
func (n narrowing) around(g *generation, q query.Query) query.Query {
	switch {
	case n.within == nil:
		return q
	case q == nil:
		return g.amongTurns(n.within)
	}
	return both([]query.Query{q, g.amongTurns(n.within)})
}

// pairs makes sure that the code and the coder are of the same coding.
func pairs(codes, coders []string) []string {
	var out []string
	for _, code := range codes {
		for _, coder := range coders {
			out = append(out, pair{study.ID(code), study.ID(coder)}.key())
		}
	}
	return out
}
