package search

import "strings"

// mostNear is how many parts may be near each other: all their orders are tried.
const mostNear = 5

// near reads what stands in the parentheses behind near/5 and then/5.
func (p *parser) near(t token) (node, error) {
	opened := p.peek().place
	p.at++
	n := near{place: t.place, text: t.text, apart: t.apart, ordered: strings.HasPrefix(t.text, "then")}
	for !p.accept(closing) {
		part, err := p.nearPart(t, opened)
		if err != nil {
			return nil, err
		}
		n.parts = append(n.parts, part)
	}
	if len(n.parts) < 2 || len(n.parts) > mostNear {
		return nil, t.wrong("%s takes 2 to %d words or phrases in its parentheses.", t.text, mostNear)
	}
	return n, nil
}

func (p *parser) nearPart(t token, opened place) (node, error) {
	at := p.peek()
	switch at.sort {
	case end:
		return nil, opened.wrong("this “(” is never closed.")
	case and, or, not:
		return nil, at.wrong("in %s stand words and phrases; put what may stand for each other in parentheses: (bank OR lender).", t.text)
	}
	part, err := p.term()
	if err == nil && !isSpan(part) {
		err = at.wrong("in %s stand words, phrases, and words with OR between them.", t.text)
	}
	return part, err
}

// isSpan says whether a node stands for words in a row, wherever it occurs.
func isSpan(n node) bool {
	switch n := n.(type) {
	case words:
		return searchable(n.text)
	case prefix, fuzzy, wildcard:
		return true
	case anyOf:
		for _, part := range n.parts {
			if !isSpan(part) {
				return false
			}
		}
		return true
	}
	return false
}
