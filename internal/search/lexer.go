package search

import (
	"strings"
	"unicode"

	"github.com/selvedge/selvedge/internal/study"
)

// place is the character of the query where something stands, from 1.
type place int

// wrong is the error that names the place.
func (p place) wrong(format string, args ...any) error {
	return study.FieldError("q", "At character %d: "+format, append([]any{int(p)}, args...)...)
}

type sort int

const (
	end sort = iota
	opening
	closing
	and
	or
	not
	wordToken
	phraseToken
	fieldToken
	nearToken
	relationToken
)

// token is one piece of a query. Exact says that "=" stood before it.
type token struct {
	place
	sort   sort
	text   string
	exact  bool
	values []value // of a field
	less   bool    // a field is to have none of them
	apart  int     // words that near and then allow from one to the next, turns that before and after do
}

// value is one of those that a field may have. Quoted, it is a whole name.
type value struct {
	place
	study.Wanted
}

var operators = map[string]sort{"AND": and, "OR": or, "NOT": not}

const quotationMarks = "\"“”„‟"

type lexer struct {
	runes []rune
	at    int
}

// lex cuts a query into tokens; the last one is always the end.
func lex(query string) ([]token, error) {
	l := lexer{runes: []rune(query)}
	var out []token
	for {
		t, err := l.next()
		if err != nil {
			return nil, err
		}
		if out = append(out, t); t.sort == end {
			return out, nil
		}
	}
}

func (l *lexer) next() (token, error) {
	for l.at < len(l.runes) && unicode.IsSpace(l.runes[l.at]) {
		l.at++
	}
	t := token{place: place(l.at + 1)}
	if l.peek() == '=' {
		t.exact = true
		l.at++
	}
	switch c := l.peek(); {
	case t.exact && !continues(c) && !isQuote(c):
		return t, t.wrong("expected a word or a phrase right after “=”.")
	case c == 0:
		return t, nil
	case c == '(':
		t.sort, l.at = opening, l.at+1
	case c == ')':
		t.sort, l.at = closing, l.at+1
	case isQuote(c):
		if !t.exact && l.isQuotedField() {
			return l.field(t)
		}
		return l.phrase(t)
	case !t.exact && l.isField():
		return l.field(t)
	case !t.exact && l.isNear():
		return l.near(t)
	case !t.exact && l.isRelation():
		return l.relation(t)
	default:
		t.sort, t.text = wordToken, l.take(continues)
		if operator, ok := operators[t.text]; ok && !t.exact {
			t.sort = operator
		}
	}
	return t, nil
}

func (l *lexer) phrase(t token) (token, error) {
	opened := place(l.at + 1)
	l.at++
	t.sort, t.text = phraseToken, l.take(func(c rune) bool { return !isQuote(c) })
	if l.at == len(l.runes) {
		return t, opened.wrong("this quotation mark is never closed.")
	}
	l.at++
	return t, nil
}

func (l *lexer) peek() rune {
	if l.at < len(l.runes) {
		return l.runes[l.at]
	}
	return 0
}

func (l *lexer) take(while func(rune) bool) string {
	from := l.at
	for l.at < len(l.runes) && while(l.runes[l.at]) {
		l.at++
	}
	return string(l.runes[from:l.at])
}

func continues(c rune) bool {
	return c != 0 && c != '(' && c != ')' && !unicode.IsSpace(c) && !isQuote(c)
}

func isQuote(c rune) bool { return c != 0 && strings.ContainsRune(quotationMarks, c) }
