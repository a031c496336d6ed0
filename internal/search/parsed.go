package search

import (
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// Parsed reads a query into the parts that must all hold, and writes it anew. An error names the
// place, as one of a search does.
func Parsed(query string) (study.ParsedQuery, error) {
	tree, err := parse(query)
	if err != nil || tree == nil {
		return study.ParsedQuery{Parts: []study.QueryPart{}}, err
	}
	parts := []node{tree}
	if all, is := tree.(allOf); is {
		parts = all.parts
	}
	out := study.ParsedQuery{Text: printed(tree)}
	for _, n := range parts {
		out.Parts = append(out.Parts, partOf(n))
	}
	return out, nil
}

// partOf tells of a part what can be shown of it; its text is how it stands among others.
func partOf(n node) study.QueryPart {
	out := study.QueryPart{Sort: "group", Text: grouped(n, true)}
	switch n := n.(type) {
	case noneOf:
		out.Sort = "not"
		out.Words = grouped(n.part, true)
	case words:
		out.Sort, out.Words, out.Exact = "word", n.text, n.exact
		if n.quoted {
			out.Sort = "phrase"
		}
	case prefix:
		out.Sort, out.Words = "prefix", n.text
	case fuzzy:
		out.Sort, out.Words = "fuzzy", n.text
	case wildcard:
		out.Sort, out.Words = "wildcard", n.text
	case near:
		out.Sort, out.Number, out.Ordered = "near", n.apart, n.ordered
		out.Words = joined(n.parts, " … ", true)
	case field:
		out.Sort, out.Field, out.Less, out.Values, out.Whole = "field", n.name, n.less, n.named(), n.whole()
		if _, known := fieldKinds[strings.ToLower(n.name)]; known {
			out.Field = strings.ToLower(n.name)
		}
	case relation:
		out.Sort, out.How, out.Number = "relation", n.how, n.turns
		out.Of, out.To = codingParts(n.of), codingParts(n.to)
	}
	return out
}

func (n field) named() []string {
	out := make([]string, len(n.values))
	for i, v := range n.values {
		out[i] = v.Text
	}
	return out
}

// whole says which values are in quotation marks.
func (n field) whole() []bool {
	out := make([]bool, len(n.values))
	for i, v := range n.values {
		out[i] = v.Quoted
	}
	return out
}

func codingParts(fields []field) (out []study.QueryCoding) {
	for _, f := range fields {
		out = append(out, study.QueryCoding{Field: strings.ToLower(f.name), Values: f.named()})
	}
	return out
}
