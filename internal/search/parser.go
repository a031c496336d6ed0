package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selvedge/selvedge/internal/study"
)

// Limits of a query: characters, parentheses and NOTs within each other, and
// letters before * and ~.
const (
	maxQuery   = 2000
	maxDepth   = 50
	minLetters = 3
)

// parser reads tokens by recursive descent; doc.go has the grammar.
type parser struct {
	tokens []token
	at     int
	depth  int
}

// parse reads a query; nil asks for everything. Errors are Invalid and name the place.
func parse(query string) (node, error) {
	if n := utf8.RuneCountInString(query); n > maxQuery {
		return nil, study.FieldError("q", "The query has %d characters; %d are allowed.", n, maxQuery)
	}
	tokens, err := lex(query)
	if err != nil {
		return nil, err
	}
	p := parser{tokens: tokens}
	if p.peek().sort == end {
		return nil, nil
	}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.sort == closing {
		return nil, t.wrong("this “)” closes nothing.")
	}
	return n, nil
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) accept(s sort) bool {
	if p.peek().sort != s {
		return false
	}
	p.at++
	return true
}

func (p *parser) or() (node, error) {
	parts, err := p.list(p.and, func() bool { return p.accept(or) })
	if err != nil || len(parts) == 1 {
		return first(parts), err
	}
	return anyOf{parts}, nil
}

func (p *parser) and() (node, error) {
	parts, err := p.list(p.not, func() bool {
		s := p.peek().sort
		return p.accept(and) || s != end && s != closing && s != or
	})
	if err != nil || len(parts) == 1 {
		return first(parts), err
	}
	return allOf{parts}, nil
}

func (p *parser) list(part func() (node, error), more func() bool) ([]node, error) {
	var parts []node
	for {
		n, err := part()
		if err != nil {
			return nil, err
		}
		if parts = append(parts, n); !more() {
			return parts, nil
		}
	}
}

func first(parts []node) node {
	if len(parts) == 0 {
		return nil
	}
	return parts[0]
}

func (p *parser) not() (node, error) {
	at := p.peek()
	if !p.accept(not) {
		return p.term()
	}
	return p.deeper(at.place, func() (node, error) {
		n, err := p.not()
		return noneOf{n}, err
	})
}

// deeper guards against queries that only exist to exhaust the stack.
func (p *parser) deeper(at place, read func() (node, error)) (node, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, at.wrong("the query goes more than %d levels deep.", maxDepth)
	}
	defer func() { p.depth-- }()
	return read()
}

func (p *parser) term() (node, error) {
	t := p.peek()
	switch t.sort {
	case opening:
		p.at++
		return p.deeper(t.place, func() (node, error) { return p.group(t.place) })
	case phraseToken:
		p.at++
		if !searchable(t.text) {
			return nil, t.wrong("there is no word between the quotation marks.")
		}
		return words{t.place, t.text, true, t.exact}, nil
	case wordToken:
		p.at++
		return word(t)
	case fieldToken:
		p.at++
		return field{t.place, t.text, t.values, t.less}, nil
	case nearToken:
		p.at++
		return p.deeper(t.place, func() (node, error) { return p.near(t) })
	case relationToken:
		p.at++
		return p.relation(t)
	}
	return nil, p.expected(t)
}

func (p *parser) group(opened place) (node, error) {
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if !p.accept(closing) {
		return nil, opened.wrong("this “(” is never closed.")
	}
	return n, nil
}

// expected says what is missing at a token, and after what.
func (p *parser) expected(t token) error {
	after := ""
	if p.at > 0 {
		if before := p.tokens[p.at-1]; before.sort == opening {
			after = " after “(”"
		} else if before.text != "" {
			after = " after " + before.text
		}
	}
	switch t.sort {
	case end:
		return t.wrong("expected a word%s, but the query ends here.", after)
	case closing:
		return t.wrong("expected a word%s, not “)”.", after)
	}
	return t.wrong("expected a word%s, not %s.", after, t.text)
}

// word reads the marks of a word: * at its end for a prefix, * and ? elsewhere for a wildcard,
// ~ for a fuzzy one. A question mark at the end is one.
func word(t token) (node, error) {
	text, tail := strings.TrimRight(t.text, "?"), ""
	if i := strings.LastIndex(text, "~"); i >= 0 && len(text)-i <= 2 {
		text, tail = text[:i], text[i:]
	} else if strings.HasSuffix(text, "*") {
		text, tail = text[:len(text)-1], "*"
	}
	switch {
	case strings.ContainsAny(text, "*?"):
		return withWildcards(t, text+tail)
	case tail == "":
		return words{t.place, text, false, t.exact}, nil
	case t.exact:
		return nil, t.wrong("“=” asks for the word as it stands; it can't go with “%s”.", tail)
	case letters(text) < minLetters:
		return nil, t.wrong("give at least %d letters before “%s”.", minLetters, tail[:1])
	case tail == "*":
		return prefix{t.place, text}, nil
	case tail == "~" || tail == "~1":
		return fuzzy{t.place, text, 1}, nil
	case tail == "~2":
		return fuzzy{t.place, text, 2}, nil
	}
	return nil, t.wrong("after “~” comes 1 or 2, the number of letters that may differ.")
}

// withWildcards reads a word with * for any letters and ? for one.
func withWildcards(t token, text string) (node, error) {
	switch {
	case t.exact:
		return nil, t.wrong("“=” asks for the word as it stands; it can't go with “*” and “?”.")
	case strings.Contains(text, "~"):
		return nil, t.wrong("“~” can't go with “*” and “?”.")
	case letters(text) < minLetters:
		return nil, t.wrong("give at least %d letters with “*” and “?”.", minLetters)
	case len(analyze(exactField, strings.NewReplacer("*", "", "?", "").Replace(text))) != 1:
		return nil, t.wrong("“*” and “?” stand in a single word; search for the parts of this one.")
	}
	return wildcard{t.place, text}, nil
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n++
		}
	}
	return n
}

// searchable says whether there is anything in the text that the index holds.
func searchable(s string) bool { return letters(s) > 0 }
