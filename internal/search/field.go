package search

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/selvedge/selvedge/internal/study"
)

// Names are what the values of fields go by.
type Names struct {
	strands, sources, coders []named
	book                     *study.Codebook
}

// named is something with a name, in the terms of the index.
type named struct{ term, name string }

func (x *Index) names(ctx context.Context, project study.ID) (n Names, err error) {
	strands, err := x.feed.Strands(ctx, project)
	if err != nil {
		return n, err
	}
	for _, s := range strands {
		n.strands = append(n.strands, named{string(s.ID), s.Name})
	}
	sources, err := x.feed.Sources(ctx, project)
	if err != nil {
		return n, err
	}
	for _, s := range sources {
		n.sources = append(n.sources, named{string(s.ID), s.Title})
	}
	people, err := x.feed.People(ctx)
	if err != nil {
		return n, err
	}
	for id, name := range people {
		n.coders = append(n.coders, named{string(id), name})
	}
	n.book, err = x.feed.Codebook(ctx, project)
	return n, err
}

// A fieldKind is a field of the query language: what it is called in sentences, the column that it
// is about, and what its values go by.
type fieldKind struct {
	what  string
	by    dimension
	names func(c *compiler, n Names) ([]named, error)
}

var fieldKinds = map[string]fieldKind{
	"strand":  {"strand", byStrand, func(_ *compiler, n Names) ([]named, error) { return n.strands, nil }},
	"source":  {"source", bySource, func(_ *compiler, n Names) ([]named, error) { return n.sources, nil }},
	"speaker": {"speaker", bySpeaker, (*compiler).speakers},
	"code":    {"code", byCode, func(_ *compiler, n Names) ([]named, error) { return n.codes(), nil }},
	"coder":   {"coder", byCoder, (*compiler).coders},
}

// codes go by their name and by their path.
func (n Names) codes() (out []named) {
	n.book.Walk(func(code study.Code, _ int) {
		out = append(out, named{string(code.ID), strings.Join(n.book.Path(code.ID), " > ")})
	})
	return out
}

func (c *compiler) speakers(Names) (out []named, err error) {
	names, err := c.values(voiceField)
	for _, name := range names {
		out = append(out, named{lower(name), name})
	}
	return out, err
}

// coders are those who coded in the project: others are nobody's business.
func (c *compiler) coders(n Names) ([]named, error) {
	have, err := c.values(coderField)
	return slices.DeleteFunc(slices.Clone(n.coders), func(one named) bool { return !slices.Contains(have, one.term) }), err
}

// values lists what turns have in a field.
func (c *compiler) values(field string) ([]string, error) {
	return c.upTo(math.MaxInt, func(reader index.IndexReader) (index.FieldDict, error) { return reader.FieldDict(field) })
}

// field finds the turns that have one of the values of a field, or with less none of them.
func (c *compiler) field(n field) (query.Query, error) {
	if kind, known := fieldKinds[strings.ToLower(n.name)]; known {
		terms, err := c.fieldTerms(n)
		return c.g.having(int(kind.by), terms, n.less), err
	}
	q, err := c.elsewhere(n)
	if err == nil && n.less {
		return bleveNot(q), nil
	}
	return q, err
}

// elsewhere finds the turns for a field that the index doesn't know.
func (c *compiler) elsewhere(n field) (query.Query, error) {
	var parts []query.Query
	for _, v := range n.values {
		set, err := c.turns(study.FieldWanted{Field: n.name, Values: []study.Wanted{v.Wanted}})
		switch study.KindOf(err) {
		case study.NotFound:
			return nil, n.wrong("%s", err.Error())
		case study.Invalid:
			return nil, v.wrong("%s", err.Error())
		}
		if err != nil {
			return nil, err
		}
		parts = append(parts, c.g.amongTurns(set))
	}
	return either(parts), nil
}

// fieldTerms gives what stands in the index for the values of a field.
func (c *compiler) fieldTerms(n field) ([]string, error) {
	kind := fieldKinds[strings.ToLower(n.name)]
	names, err := c.names()
	if err != nil {
		return nil, err
	}
	all, err := kind.names(c, names)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, v := range n.values {
		terms := v.of(all)
		if len(terms) == 0 {
			return nil, v.wrong("there is no %s “%s”.%s", kind.what, study.Shorten(v.Text, 40), examples(all))
		}
		out = append(out, terms...)
	}
	if kind.by == byCode {
		return texts(names.book.WithDescendants(ids(out)...)), nil
	}
	return out, nil
}

func ids(terms []string) []study.ID {
	out := make([]study.ID, len(terms))
	for i, term := range terms {
		out[i] = study.ID(term)
	}
	return out
}

// mostExamples is how many names an error gives.
const mostExamples = 6

func examples(all []named) string {
	if len(all) == 0 {
		return ""
	}
	var names []string
	for _, one := range all[:min(len(all), mostExamples)] {
		names = append(names, "“"+study.Shorten(one.name, 40)+"”")
	}
	text := " There is " + strings.Join(names, ", ")
	if len(all) > mostExamples {
		return text + " and others."
	}
	return text + "."
}

// of gives the terms of what a value names.
func (v value) of(all []named) (out []string) {
	for _, one := range all {
		if v.Names(one.name) {
			out = append(out, one.term)
		}
	}
	return out
}

// pairs sees to it that a code and a coder that are asked for side by side are of one coding.
func (c *compiler) pairs(parts []node) (out []query.Query, err error) {
	var terms [2][][]string
	for _, part := range parts {
		f, is := part.(field)
		if !is || f.less {
			continue
		}
		for i, name := range []string{"code", "coder"} {
			if strings.EqualFold(f.name, name) {
				found, err := c.fieldTerms(f)
				if err != nil {
					return nil, err
				}
				terms[i] = append(terms[i], found)
			}
		}
	}
	for _, codes := range terms[0] {
		for _, coders := range terms[1] {
			out = append(out, c.g.having(pairColumn, pairs(codes, coders), false))
		}
	}
	return out, nil
}

// ofOneCase sees to it that cases and their variables that are asked for side by side are of one
// case. A memo is of none.
func (c *compiler) ofOneCase(parts []node) ([]query.Query, error) {
	var fields []study.FieldWanted
	for _, part := range parts {
		f, is := part.(field)
		if _, here := fieldKinds[strings.ToLower(f.name)]; !is || here || f.less || strings.EqualFold(f.name, "memo") {
			continue
		}
		wanted := study.FieldWanted{Field: f.name}
		for _, v := range f.values {
			wanted.Values = append(wanted.Values, v.Wanted)
		}
		fields = append(fields, wanted)
	}
	if len(fields) < 2 {
		return nil, nil
	}
	set, err := c.turns(fields...)
	return []query.Query{c.g.amongTurns(set)}, err
}
