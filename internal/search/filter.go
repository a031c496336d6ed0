package search

import (
	"slices"

	"github.com/blevesearch/bleve/v2"
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

// countedIn is the field whose values a facet counts.
var countedIn = [dimensions]string{strandField, sourceField, voiceField, codeField, coderField}

// narrowing is a filter in the terms of the index. What is absent does not narrow;
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

// around puts the filter around a query; nil stands for all turns.
func (n narrowing) around(q query.Query) query.Query {
	var parts []query.Query
	if q != nil {
		parts = append(parts, q)
	}
	for d, field := range [dimensions]string{strandField, sourceField, speakerField, codeField, coderField} {
		switch {
		case n.active[d] && dimension(d) == byCode && n.uncoded:
			parts = append(parts, either([]query.Query{oneOf(field, n.terms[d]), bleveNot(coded())}))
		case n.active[d]:
			parts = append(parts, oneOf(field, n.terms[d]))
		}
	}
	if n.active[byCode] && n.active[byCoder] {
		parts = append(parts, oneOf(codingField, pairs(n.terms[byCode], n.terms[byCoder])))
	}
	if n.within != nil {
		parts = append(parts, amongTurns(n.within))
	}
	if len(parts) == 0 {
		return bleve.NewMatchAllQuery()
	}
	return both(parts)
}

// coded finds the turns on which anything is coded: of any coder, whose ids are hexadecimal.
func coded() query.Query {
	q := bleve.NewTermRangeQuery("0", "g")
	q.SetField(coderField)
	q.SetBoost(0)
	return q
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

// amongTurns finds turns by what they are called, which is many times faster than by fields
// when there are thousands. It does not count towards relevance.
func amongTurns(set study.TurnSet) query.Query {
	var whole, ids []string
	for source, turns := range set {
		if turns == nil {
			whole = append(whole, string(source))
		}
		for _, turn := range turns {
			ids = append(ids, turnID(source, turn))
		}
	}
	some := bleve.NewDocIDQuery(ids)
	some.SetBoost(0)
	if len(whole) == 0 {
		return some
	}
	return either([]query.Query{oneOf(sourceField, whole), some})
}

// oneOf does not count towards relevance. With hundreds of values it is cut into
// parts, since Bleve limits the clauses of each.
func oneOf(field string, values []string) query.Query {
	if len(values) == 0 {
		return bleve.NewMatchNoneQuery()
	}
	if len(values) > maxClauses {
		return either([]query.Query{oneOf(field, values[:maxClauses]), oneOf(field, values[maxClauses:])})
	}
	parts := make([]query.Query, len(values))
	for i, value := range values {
		q := bleve.NewTermQuery(value)
		q.SetField(field)
		q.SetBoost(0)
		parts[i] = q
	}
	return bleve.NewDisjunctionQuery(parts...)
}
