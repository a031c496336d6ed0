package study

import (
	"slices"
	"strings"
)

// Groups gives the values of a variable that cases have, in order: its options, yes and no, or
// what there is.
func (v Variable) Groups(cases []Case) (out Options) {
	seen := map[string]bool{}
	for _, c := range cases {
		for _, value := range v.Parts(c.Value(v)) {
			seen[value] = true
		}
	}
	for value := range seen {
		o, listed := v.Options.named(value)
		if !listed {
			o = Option{Value: value}
		}
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b Option) int { return v.Compare(a.Value, b.Value) })
	return out
}

// Parts gives the values that one value stands for: the options of several, none of what is missing.
func (v Variable) Parts(value string) []string {
	switch {
	case v.IsMissing(value):
		return nil
	case v.Sort == KindSeveral:
		return strings.Split(value, between)
	}
	return []string{value}
}
