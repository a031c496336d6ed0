package search

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/selvedge/selvedge/internal/study"
)

// A field is letters, or a name in quotation marks, with a colon and a value right behind; the
// two strokes of an address are no value. One that is known lacks its value.
var (
	fieldStart  = regexp.MustCompile(`^(?:\p{L}[\p{L}\p{N}_-]*:(?:[^/\s)]|/[^/])|(?i:strand|source|speaker|code|coder|case|memo):)`)
	quotedStart = regexp.MustCompile(`^[` + quotationMarks + `]([^` + quotationMarks + `]*)[` + quotationMarks + `]:`)
	relations   = regexp.MustCompile(`^(` + strings.Join(study.Relations, "|") + `)(/\d*)?\(`)
	nearStart   = regexp.MustCompile(`^(near|then)/(\d*)`)
)

// mostApart is how many words may lie between two that are near each other.
const mostApart = 100

func (l *lexer) rest() string { return string(l.runes[l.at:]) }

func (l *lexer) isField() bool { return fieldStart.MatchString(l.rest()) }

func (l *lexer) isQuotedField() bool { return quotedStart.MatchString(l.rest()) }

func (l *lexer) isRelation() bool { return relations.MatchString(l.rest()) }

func (l *lexer) isNear() bool { return nearStart.MatchString(l.rest()) }

// field reads a field with its values, all of them in one token.
func (l *lexer) field(t token) (token, error) {
	t.sort = fieldToken
	if quoted := quotedStart.FindStringSubmatch(l.rest()); quoted != nil {
		t.text = strings.TrimSpace(quoted[1])
		l.at += len([]rune(quoted[0]))
	} else {
		t.text = l.take(func(c rune) bool { return c != ':' })
		l.at++
	}
	if l.peek() == '-' {
		t.less = true
		l.at++
	}
	if l.peek() == '(' {
		return l.list(t)
	}
	v, err := l.value(func(c rune) bool { return continues(c) && c != ',' })
	if err == nil && v.Text == "" && !v.Quoted {
		err = v.wrong("expected a value right after “%s:”.", t.text)
	}
	t.values = []value{v}
	return t, err
}

// list reads values between parentheses, with commas between them.
func (l *lexer) list(t token) (token, error) {
	opened := place(l.at + 1)
	for l.peek() != ')' {
		l.at++ // the parenthesis, or a comma
		l.take(unicode.IsSpace)
		v, err := l.value(func(c rune) bool { return c != ',' && c != ')' && !isQuote(c) })
		if err != nil {
			return t, err
		}
		l.take(unicode.IsSpace)
		switch c := l.peek(); {
		case v.Text == "" && !v.Quoted && c != 0:
			return t, v.wrong("expected a value of “%s”, not “%c”.", t.text, c)
		case c == 0:
			return t, opened.wrong("this “(” is never closed.")
		case c != ',' && c != ')':
			return t, place(l.at+1).wrong("expected “,” or “)” after a value of “%s”.", t.text)
		}
		t.values = append(t.values, v)
	}
	l.at++
	return t, nil
}

func (l *lexer) value(while func(rune) bool) (value, error) {
	v := value{place: place(l.at + 1)}
	if isQuote(l.peek()) {
		quoted, err := l.phrase(token{place: v.place})
		v.Text, v.Quoted = strings.TrimSpace(quoted.text), true
		return v, err
	}
	v.Text = strings.TrimSpace(l.take(while))
	return v, nil
}

// near reads near/5 or then/5; what it is about stands behind it in parentheses.
func (l *lexer) near(t token) (token, error) {
	said := nearStart.FindStringSubmatch(l.rest())
	l.at += len(said[0])
	t.sort, t.text = nearToken, said[0]
	n, err := strconv.Atoi(said[2])
	if t.apart = n; err != nil || n < 1 || n > mostApart {
		return t, t.wrong("after “%s/” comes a number of words, 1 to %d.", said[1], mostApart)
	}
	if l.peek() != '(' {
		return t, place(l.at+1).wrong("expected “(” right after %s, and in it the words that are near each other.", t.text)
	}
	return t, nil
}

// relation reads overlaps, before/3 and the like; the two codings stand behind it in parentheses.
func (l *lexer) relation(t token) (token, error) {
	said := relations.FindStringSubmatch(l.rest())
	l.at += len(said[1]) + len(said[2])
	t.sort, t.text, t.apart = relationToken, said[1], usualTurns
	if counts := said[1] == study.RelBefore || said[1] == study.RelAfter; said[2] == "" {
		return t, nil
	} else if !counts {
		return t, t.wrong("“%s” takes no number; before and after do.", said[1])
	}
	n, err := strconv.Atoi(said[2][1:])
	if t.apart = n; err != nil || n > mostApart {
		return t, t.wrong("after “%s/” comes a number of turns, 0 to %d.", said[1], mostApart)
	}
	return t, nil
}

// usualTurns is how many turns before and after allow when nobody says.
const usualTurns = 1
