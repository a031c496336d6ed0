package search

import (
	"regexp"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
)

func (c *compiler) near(n near) (query.Query, error) { return c.nearby(n) }

func (c *compiler) nearby(n near) (*nearQuery, error) {
	q := &nearQuery{apart: n.apart, ordered: n.ordered}
	every, err := c.nodes(n.parts)
	if err != nil {
		return nil, err
	}
	q.every = both(every)
	for _, part := range n.parts {
		spans, err := spansIn(c, part)
		if err != nil {
			return nil, err
		}
		q.parts = append(q.parts, spans)
	}
	return q, nil
}

// dictionary knows the words of what is searched in.
type dictionary interface {
	wordFields() []string
	beginningWith(start string, at place) ([]string, error)
	like(field, term string, n fuzzy) ([]string, error)
	wildcardTerms(n wildcard) ([]string, error)
}

// spansIn gives all that a word, a phrase, or several with OR between them stand for.
func spansIn(d dictionary, n node) (out []span, err error) {
	switch n := n.(type) {
	case anyOf:
		for _, part := range n.parts {
			spans, err := spansIn(d, part)
			if err != nil {
				return nil, err
			}
			out = append(out, spans...)
		}
		return out, nil
	case words:
		if n.exact {
			return spansOf(n.text, exactField), nil
		}
		return spansOf(n.text, d.wordFields()...), nil
	case prefix:
		return spansOfPrefix(d, n)
	case fuzzy:
		return spansOfFuzzy(d, n)
	case wildcard:
		terms, err := d.wildcardTerms(n)
		return []span{newSpan(exactField, [][]string{terms})}, err
	}
	panic("a node that is no span")
}

func spansOf(text string, fields ...string) (out []span) {
	for _, field := range fields {
		if terms := analyze(field, text); len(terms) > 0 {
			out = append(out, newSpan(field, terms))
		}
	}
	return out
}

func spansOfPrefix(d dictionary, n prefix) ([]span, error) {
	terms := analyze(exactField, n.text)
	if len(terms) == 0 {
		return nil, nil
	}
	endings, err := d.beginningWith(terms[len(terms)-1][0], n.place)
	if err != nil || len(endings) == 0 {
		return nil, err
	}
	terms[len(terms)-1] = endings
	return []span{newSpan(exactField, terms)}, nil
}

func spansOfFuzzy(d dictionary, n fuzzy) (out []span, err error) {
	for _, field := range append([]string{exactField}, d.wordFields()...) {
		terms := analyze(field, n.text)
		if len(terms) == 0 || len(terms) > 1 && field != exactField {
			continue
		}
		for i := range terms {
			if terms[i], err = d.like(field, terms[i][0], n); err != nil {
				return nil, err
			}
		}
		if !slices.ContainsFunc(terms, func(alike []string) bool { return len(alike) == 0 }) {
			out = append(out, newSpan(field, terms))
		}
	}
	return out, nil
}

// like gives the terms of a field that differ from one by a few letters.
func (c *compiler) like(field, term string, n fuzzy) ([]string, error) {
	return c.terms(n.place, func(reader index.IndexReader) (index.FieldDict, error) {
		return reader.(index.IndexReaderFuzzy).FieldDictFuzzy(field, term, n.distance, "")
	})
}

func (c *compiler) beginningWith(start string, at place) ([]string, error) {
	return c.terms(at, func(reader index.IndexReader) (index.FieldDict, error) {
		return reader.FieldDictPrefix(exactField, []byte(start))
	})
}

func (c *compiler) wildcardTerms(n wildcard) ([]string, error) {
	return c.terms(n.place, func(reader index.IndexReader) (index.FieldDict, error) {
		return reader.(index.IndexReaderRegexp).FieldDictRegexp(exactField, n.pattern())
	})
}

// pattern is a wildcard as a regular expression over the terms of exactField.
func (n wildcard) pattern() string {
	text := regexp.QuoteMeta(string(uniform{}.term([]byte(strings.ToLower(n.text)))))
	return strings.NewReplacer(`\*`, ".*", `\?`, ".").Replace(text)
}

// terms gives those of a dictionary; more than a part of a query may stand for is an error at its
// place.
func (c *compiler) terms(at place, open func(index.IndexReader) (index.FieldDict, error)) ([]string, error) {
	out, err := c.upTo(maxClauses, open)
	if len(out) > maxClauses {
		return nil, at.wrong("this stands for more than %d words; give more letters.", maxClauses)
	}
	return out, err
}

// upTo gives the terms of a dictionary, and one more than most where there are more.
func (c *compiler) upTo(most int, open func(index.IndexReader) (index.FieldDict, error)) (out []string, err error) {
	err = c.g.read(func(reader index.IndexReader) error {
		dict, err := open(reader)
		if err != nil {
			return err
		}
		defer dict.Close()
		for {
			entry, err := dict.Next()
			if err != nil || entry == nil {
				return err
			}
			if out = append(out, entry.Term); len(out) > most {
				return nil
			}
		}
	})
	return out, err
}

// wildcard finds the words that a wildcard stands for.
func wild(n wildcard) query.Query {
	q := bleve.NewRegexpQuery(n.pattern())
	q.SetField(exactField)
	return q
}
