package search

import (
	"context"
	"slices"
	"strings"
	"unicode"

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

// A fieldKind is a field of the query language: what it is called in sentences, where it is in
// the index, and what its values go by.
type fieldKind struct {
	what  string
	field string
	names func(c *compiler, n Names) ([]named, error)
}

var fieldKinds = map[string]fieldKind{
	"strand":  {"strand", strandField, func(_ *compiler, n Names) ([]named, error) { return n.strands, nil }},
	"source":  {"source", sourceField, func(_ *compiler, n Names) ([]named, error) { return n.sources, nil }},
	"speaker": {"speaker", speakerField, (*compiler).speakers},
	"code":    {"code", codeField, func(_ *compiler, n Names) ([]named, error) { return n.codes(), nil }},
	"coder":   {"coder", coderField, (*compiler).coders},
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
	return c.terms(0, func(reader index.IndexReader) (index.FieldDict, error) { return reader.FieldDict(field) })
}

// field finds the turns that have one of the values of a field.
func (c *compiler) field(n field) (query.Query, error) {
	terms, err := c.fieldTerms(n)
	if err != nil {
		return nil, err
	}
	q := oneOf(fieldKinds[strings.ToLower(n.name)].field, terms)
	if n.less {
		return bleveNot(q), nil
	}
	return q, nil
}

// fieldTerms gives what stands in the index for the values of a field.
func (c *compiler) fieldTerms(n field) ([]string, error) {
	kind, known := fieldKinds[strings.ToLower(n.name)]
	if !known {
		return nil, n.wrong("there is no field “%s”. There are strand, source, speaker, code and coder.", study.Shorten(n.name, 40))
	}
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
			return nil, v.wrong("there is no %s “%s”.%s", kind.what, study.Shorten(v.text, 40), examples(all))
		}
		out = append(out, terms...)
	}
	if kind.field == codeField {
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

// of gives the terms of what a value names: the whole name in quotation marks, or else all whose
// names have its words, the last of which may be the beginning of one with *.
func (v value) of(all []named) (out []string) {
	for _, one := range all {
		if v.names(one.name) {
			out = append(out, one.term)
		}
	}
	return out
}

func (v value) names(name string) bool {
	if v.quoted {
		parts := strings.Split(name, " > ")
		return study.Fold(name) == study.Fold(strings.ReplaceAll(v.text, "›", ">")) || study.Fold(parts[len(parts)-1]) == study.Fold(v.text)
	}
	text, open := strings.CutSuffix(v.text, "*")
	wanted, has := nameWords(text), nameWords(name)
	for i, word := range wanted {
		begins := open && i == len(wanted)-1
		if !slices.ContainsFunc(has, func(h string) bool { return h == word || begins && strings.HasPrefix(h, word) }) {
			return false
		}
	}
	return len(wanted) > 0
}

// nameWords are the words of a name, without case.
func nameWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mn, r) })
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
			out = append(out, oneOf(codingField, pairs(codes, coders)))
		}
	}
	return out, nil
}
