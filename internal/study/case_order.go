package study

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// caseOrder is what cases are sorted by. What has nothing of it comes last either way.
type caseOrder struct {
	of      func(Case) string
	none    func(text string) bool
	compare func(a, b folded) int
	down    bool
}

// order makes the order that a query asks for.
func (s *VariableSet) order(by string) (caseOrder, error) {
	name, down := strings.CutPrefix(by, "-")
	empty := func(text string) bool { return text == "" }
	if v, err := s.Named(name); err == nil {
		return caseOrder{func(c Case) string { return c.Value(v) }, v.IsMissing, v.comparison(), down}, nil
	}
	switch name {
	case "", "name":
		return caseOrder{func(c Case) string { return c.Name }, empty, folded.compare, down}, nil
	case "key":
		return caseOrder{func(c Case) string { return c.KeyText }, empty, folded.compare, down}, nil
	case "kind":
		return caseOrder{func(c Case) string { return c.Sort }, empty, folded.compare, down}, nil
	}
	return caseOrder{}, FieldError("sort", "Cases are sorted by name, key, kind or a variable; there is no variable “%s”.", Shorten(name, 60))
}

// comparison is Compare for values that are no missing ones; what it takes to compare a value is
// found once for each.
func (v Variable) comparison() func(a, b folded) int {
	if v.Sort == KindInteger || v.Sort == KindDecimal || v.Listed() {
		return func(a, b folded) int { return v.Compare(a.text, b.text) }
	}
	return func(a, b folded) int { return cmp.Or(cmp.Compare(a.as, b.as), cmp.Compare(a.text, b.text)) }
}

// caseKey is a case with what it is sorted by.
type caseKey struct {
	at       int
	none     bool
	by, name folded
}

func (o caseOrder) sorted(list []Case) []Case {
	keys := make([]caseKey, len(list))
	for at, c := range list {
		text := o.of(c)
		keys[at] = caseKey{at, o.none(text), fold(text), fold(c.Name)}
	}
	slices.SortFunc(keys, func(a, b caseKey) int {
		if d := o.keyed(a, b); d != 0 {
			return d
		}
		return cmp.Or(a.name.compare(b.name), cmp.Compare(list[a.at].ID, list[b.at].ID))
	})
	out := make([]Case, len(list))
	for i, key := range keys {
		out[i] = list[key.at]
	}
	return out
}

func (o caseOrder) keyed(a, b caseKey) int {
	switch {
	case a.none || b.none:
		return compareBools(a.none, b.none)
	case o.down:
		return o.compare(b.by, a.by)
	}
	return o.compare(a.by, b.by)
}

// folded is a text with the form in which it is compared.
type folded struct{ text, as string }

func fold(text string) folded { return folded{text, Fold(text)} }

// compareFolded orders texts as people do: figures within them by size, whatever the case.
func compareFolded(a, b string) int { return fold(a).compare(fold(b)) }

func (a folded) compare(b folded) int {
	x, y := a.as, b.as
	for x != "" && y != "" {
		m, n := leadDigits(x), leadDigits(y)
		if m > 0 && n > 0 {
			p, q := strings.TrimLeft(x[:m], "0"), strings.TrimLeft(y[:n], "0")
			if d := cmp.Or(cmp.Compare(len(p), len(q)), cmp.Compare(p, q)); d != 0 {
				return d
			}
			x, y = x[m:], y[n:]
			continue
		}
		r, i := utf8.DecodeRuneInString(x)
		t, j := utf8.DecodeRuneInString(y)
		if r != t {
			return cmp.Compare(r, t)
		}
		x, y = x[i:], y[j:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(a.text, b.text))
}

func leadDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
