package search

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// judge says whether a part of a query holds of a thing, and where the words stand by which it does.
type judge func(thing int) (bool, spots)

// lookup makes judges of the parts of a query. It is the dictionary of its texts.
type lookup struct {
	texts     *Texts
	languages []string
}

func (l lookup) judge(n node) (judge, error) {
	switch n := n.(type) {
	case allOf:
		parts, err := l.judges(n.parts)
		return every(parts), err
	case anyOf:
		parts, err := l.judges(n.parts)
		return some(parts), err
	case noneOf:
		part, err := l.judge(n.part)
		return func(thing int) (bool, spots) {
			is, _ := part(thing)
			return !is, nil
		}, err
	case near:
		return l.near(n)
	}
	spans, err := spansIn(l, n)
	if err != nil {
		return nil, err
	}
	in := l.texts.spotsOf(spans)
	return func(thing int) (bool, spots) {
		at := in(thing)
		return len(at) > 0, at
	}, nil
}

func (l lookup) judges(parts []node) (out []judge, err error) {
	for _, n := range parts {
		part, err := l.judge(n)
		if err != nil {
			return nil, err
		}
		out = append(out, part)
	}
	return out, nil
}

func every(parts []judge) judge {
	return func(thing int) (bool, spots) {
		all := spots{}
		for _, part := range parts {
			is, at := part(thing)
			if !is {
				return false, nil
			}
			all.add(at)
		}
		return true, all
	}
}

func some(parts []judge) judge {
	return func(thing int) (any bool, all spots) {
		all = spots{}
		for _, part := range parts {
			if is, at := part(thing); is {
				any = true
				all.add(at)
			}
		}
		return any, all
	}
}

func (l lookup) near(n near) (judge, error) {
	var parts []func(int) spots
	for _, part := range n.parts {
		spans, err := spansIn(l, part)
		if err != nil {
			return nil, err
		}
		parts = append(parts, l.texts.spotsOf(spans))
	}
	inOrders := orders(len(n.parts), n.ordered)
	return func(thing int) (bool, spots) {
		all, places := spots{}, make([][]occurrence, len(parts))
		for i, in := range parts {
			at := in(thing)
			all.add(at)
			places[i] = inText(slices.Collect(maps.Keys(at)))
		}
		kept := spots{}
		for _, o := range nearEachOther(places, n.apart, inOrders) {
			kept[o] = all[o]
		}
		return len(kept) > 0, kept
	}, nil
}

func (l lookup) fields() []string { return []string{exactField} }

func (l lookup) spoken() []string { return l.languages }

func (l lookup) withStems(language string, stems [][]string) (row, error) {
	return row{field: wordsField + language, terms: stems}, nil
}

func (l lookup) beginningWith(field, start string, _ place) ([]string, error) {
	return l.texts.column(field).which(func(term string) bool { return strings.HasPrefix(term, start) }), nil
}

func (l lookup) like(field, term string, n fuzzy) ([]string, error) {
	wanted := []rune(term)
	return l.texts.column(field).which(func(other string) bool { return alike(wanted, []rune(other), n.distance) }), nil
}

func (l lookup) likeStem(language, stem string, n fuzzy) ([]row, error) {
	return likeTerm(l, wordsField+language, stem, n)
}

func (l lookup) matching(field string, n wildcard) ([]string, error) {
	pattern, err := regexp.Compile("^(?:" + n.pattern() + ")$")
	if err != nil {
		return nil, err
	}
	return l.texts.column(field).which(pattern.MatchString), nil
}

// alike says whether one word becomes another by so many letters added, left out, changed, or swapped
// with the next, as Bleve counts them.
func alike(a, b []rune, letters int) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	if len(a) == 0 || len(b) == 0 {
		return len(a)+len(b) <= letters
	}
	if letters == 0 || len(a)-len(b) > letters || len(b)-len(a) > letters {
		return false
	}
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] && alike(a[2:], b[2:], letters-1) {
		return true
	}
	return alike(a[1:], b, letters-1) || alike(a, b[1:], letters-1) || alike(a[1:], b[1:], letters-1)
}
