package search

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/selvedge/selvedge/internal/study"
)

// compiler turns a parsed query into one of Bleve's, for the languages that a
// project's sources have.
type compiler struct {
	g         *generation
	names     func() (Names, error)
	turns     func(...study.FieldWanted) (study.TurnSet, error)
	related   func(study.Relation) (study.TurnSet, error)
	languages []string
}

func newCompiler(g *generation, names func() (Names, error), q study.SearchQuery) (*compiler, error) {
	fields, err := g.index.Fields()
	if err != nil {
		return nil, err
	}
	c := &compiler{g: g, names: names, turns: q.Turns, related: q.Related}
	for _, field := range fields {
		if language, ok := strings.CutPrefix(field, asTheyStand("")); ok {
			c.languages = append(c.languages, language)
		}
	}
	return c, nil
}

// compile gives nil for the query that asks for everything.
func (c *compiler) compile(n node) (query.Query, error) {
	if n == nil {
		return nil, nil
	}
	q, err := c.node(n)
	if err == nil && q == nil {
		err = place(1).wrong("there is no word here that can be searched for.")
	}
	return q, err
}

// node gives nil for a part that holds nothing to search for, such as a lone dash.
func (c *compiler) node(n node) (query.Query, error) {
	switch n := n.(type) {
	case allOf:
		return c.allOf(n)
	case anyOf:
		parts, err := c.nodes(n.parts)
		return either(parts), err
	case noneOf:
		part, err := c.node(n.part)
		if err != nil || part == nil {
			return nil, err
		}
		return bleveNot(part), nil
	case words, prefix, fuzzy, wildcard:
		return c.worded(n)
	case near:
		return c.nearby(n)
	case field:
		return c.field(n)
	case relation:
		return c.relation(n)
	}
	panic("a node without a meaning")
}

func (c *compiler) nodes(parts []node) ([]query.Query, error) {
	var out []query.Query
	for _, n := range parts {
		q, err := c.node(n)
		if err != nil {
			return nil, err
		}
		if q != nil {
			out = append(out, q)
		}
	}
	return out, nil
}

// allOf finds what every telling part finds.
func (c *compiler) allOf(n allOf) (query.Query, error) {
	found, left := splitNone(telling(n.parts, c.languages))
	parts, err := c.nodes(found)
	if err != nil {
		return nil, err
	}
	none, err := c.nodes(left)
	if err != nil {
		return nil, err
	}
	pairs, err := c.pairs(n.parts)
	if err != nil {
		return nil, err
	}
	cases, err := c.ofOneCase(n.parts)
	return without(slices.Concat(parts, pairs, cases), none), err
}

// splitNone takes what stands after NOT out of parts that must hold.
func splitNone(parts []node) (found, left []node) {
	for _, part := range parts {
		if none, is := part.(noneOf); is {
			left = append(left, none.part)
		} else {
			found = append(found, part)
		}
	}
	return found, left
}

// without finds what has every one of some parts and none of others.
func without(parts, none []query.Query) query.Query {
	switch {
	case len(none) == 0:
		return both(parts)
	case len(parts) == 0:
		parts = []query.Query{bleve.NewMatchAllQuery()}
	}
	return query.NewBooleanQuery([]query.Query{both(parts)}, nil, none)
}

// telling passes over stop words, unless they are all that is asked to be found.
func telling(parts []node, languages []string) (out []node) {
	finds := false
	for _, part := range parts {
		if !isStopWord(part, languages) {
			out = append(out, part)
			finds = finds || !excludes(part) && !empty(part)
		}
	}
	if !finds {
		return parts
	}
	return out
}

// excludes says whether a part only narrows what others find.
func excludes(n node) bool {
	switch n.(type) {
	case noneOf, field, relation:
		return true
	}
	return false
}

func empty(n node) bool {
	w, ok := n.(words)
	return ok && !searchable(w.text)
}

// isStopWord says whether a node is a plain word that every one of some languages counts
// among its stop words.
func isStopWord(n node, languages []string) bool {
	w, ok := n.(words)
	if !ok || w.exact || w.quoted || len(languages) == 0 {
		return false
	}
	terms := analyze(exactField, w.text)
	if len(terms) != 1 {
		return false
	}
	for _, language := range languages {
		if !stopLists[language][terms[0][0]] {
			return false
		}
	}
	return true
}

// worded finds words, side by side where they are several.
func (c *compiler) worded(n node) (query.Query, error) {
	rows, err := rowsOf(c, n)
	if len(c.languages) == 0 {
		return bleve.NewMatchNoneQuery(), err
	}
	var parts []query.Query
	for _, r := range rows {
		parts = append(parts, r)
	}
	return either(parts), err
}

// both finds what every part finds. What columns say is asked of the turns that the others find.
func both(parts []query.Query) query.Query {
	var by []*chosen
	rest := slices.DeleteFunc(slices.Clone(parts), func(q query.Query) bool {
		one, is := q.(*chosen)
		if is {
			by = append(by, one)
		}
		return is
	})
	found := conjunction(rest)
	switch {
	case len(by) == 0:
		return found
	case found == nil:
		return allChosen(by)
	}
	return narrowed{found, allChosen(by)}
}

func conjunction(parts []query.Query) query.Query {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return bleve.NewConjunctionQuery(parts...)
}

func either(parts []query.Query) query.Query {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return summed(parts)
}

func bleveNot(part query.Query) query.Query { return without(nil, []query.Query{part}) }
