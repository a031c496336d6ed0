package search

import (
	"strings"

	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/selvedge/selvedge/internal/study"
)

// relation reads the two codings in the parentheses behind overlaps, before/3 and the like.
func (p *parser) relation(t token) (node, error) {
	opened := p.peek().place
	p.at++
	n := relation{place: t.place, how: t.text, turns: t.apart}
	for _, side := range []*[]field{&n.of, &n.to} {
		var err error
		if *side, err = p.coding(t, opened); err != nil {
			return nil, err
		}
	}
	if end := p.peek(); !p.accept(closing) {
		return nil, end.wrong("expected “)” after the two codings of %s.", t.text)
	}
	return n, nil
}

// coding reads code:, or coder:, or both in parentheses.
func (p *parser) coding(t token, opened place) ([]field, error) {
	at := p.peek()
	switch {
	case at.sort == fieldToken && isCoding(at):
		p.at++
		return []field{{at.place, at.text, at.values, at.less}}, nil
	case at.sort == opening:
		p.at++
		var out []field
		for !p.accept(closing) {
			some, err := p.coding(t, at.place)
			if err != nil {
				return nil, err
			}
			out = append(out, some...)
		}
		if len(out) > 0 {
			return out, nil
		}
	case at.sort == end:
		return nil, opened.wrong("this “(” is never closed.")
	}
	return nil, at.wrong("in %s stand two codings, such as code:finance, or (code:finance coder:amira).", t.text)
}

func isCoding(t token) bool {
	return !t.less && (strings.EqualFold(t.text, "code") || strings.EqualFold(t.text, "coder"))
}

// relation finds the turns of the passages that lie to others as it says.
func (c *compiler) relation(n relation) (query.Query, error) {
	asked := study.Relation{How: n.how, Turns: n.turns}
	for _, side := range []struct {
		fields []field
		to     *study.CodedBy
	}{{n.of, &asked.Of}, {n.to, &asked.To}} {
		for _, f := range side.fields {
			if err := c.codedBy(f, side.to); err != nil {
				return nil, err
			}
		}
	}
	set, err := c.related(asked)
	return c.g.amongTurns(set), err
}

func (c *compiler) codedBy(f field, by *study.CodedBy) error {
	terms, err := c.fieldTerms(f)
	if err != nil {
		return err
	}
	to := &by.Codes
	if strings.EqualFold(f.name, "coder") {
		to = &by.Coders
	}
	if *to != nil {
		return f.wrong("a coding has one %s; several that it may be stand in one list: %s:(…, …).", f.name, f.name)
	}
	*to = ids(terms)
	return nil
}
