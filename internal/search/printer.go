package search

import (
	"fmt"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// printed writes a parsed query in the query language: parsed again it is the same. nil is "".
func printed(n node) string {
	switch n := n.(type) {
	case allOf:
		return joined(n.parts, " ", true)
	case anyOf:
		return joined(n.parts, " OR ", false)
	case noneOf:
		return "NOT " + grouped(n.part, true)
	case words:
		return n.printed()
	case prefix:
		return n.text + "*"
	case fuzzy:
		return n.text + []string{"", "~", "~2"}[n.distance]
	case wildcard:
		return n.text
	case near:
		return n.text + "(" + joined(n.parts, " ", true) + ")"
	case field:
		return n.printed()
	case relation:
		return n.printed()
	}
	return ""
}

func joined(parts []node, with string, all bool) string {
	out := make([]string, len(parts))
	for i, part := range parts {
		out[i] = grouped(part, all)
	}
	return strings.Join(out, with)
}

// grouped puts parentheses around what would read otherwise among others; words side by side need
// none between ORs.
func grouped(n node, all bool) string {
	switch n.(type) {
	case anyOf:
		return "(" + printed(n) + ")"
	case allOf:
		if all {
			return "(" + printed(n) + ")"
		}
	}
	return printed(n)
}

func (n words) printed() string {
	text := n.text
	if n.quoted {
		text = `"` + text + `"`
	}
	if _, operator := operators[n.text]; !n.quoted && (operator && !n.exact || text == "") {
		text += "?" // which is punctuation, and keeps the word a word
	}
	if n.exact {
		return "=" + text
	}
	return text
}

func (n field) printed() string {
	sign := ""
	if n.less {
		sign = "-"
	}
	values := sign + n.list()
	if plain := n.name + ":" + values; fieldStart.MatchString(plain) && !strings.ContainsFunc(n.name, endsName) {
		return plain
	}
	return `"` + n.name + `":` + values
}

// endsName says whether a letter ends a name that stands without quotation marks.
func endsName(r rune) bool { return !continues(r) || r == ':' }

// list writes the values of a field, in parentheses where one of them needs them.
func (n field) list() string {
	out, bare := make([]string, len(n.values)), len(n.values) == 1
	for i, v := range n.values {
		out[i] = v.Text
		if v.Quoted {
			out[i] = `"` + v.Text + `"`
			continue
		}
		bare = bare && !strings.HasPrefix(v.Text, "-") && !strings.ContainsFunc(v.Text, func(r rune) bool { return !continues(r) })
	}
	if bare {
		return out[0]
	}
	return "(" + strings.Join(out, ", ") + ")"
}

func (n relation) printed() string {
	how := n.how
	if how == study.RelBefore || how == study.RelAfter {
		how = fmt.Sprintf("%s/%d", how, n.turns)
	}
	return how + "(" + codingOf(n.of) + " " + codingOf(n.to) + ")"
}

func codingOf(fields []field) string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.printed()
	}
	if len(out) == 1 {
		return out[0]
	}
	return "(" + strings.Join(out, " ") + ")"
}
