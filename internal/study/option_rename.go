package study

import (
	"slices"
	"strings"
)

// Renamed gives a variable with some of its options' values renamed; two that become one are one.
func (v Variable) Renamed(names map[string]string) (Variable, error) {
	if len(names) == 0 {
		return v, nil
	}
	for was := range names {
		if !slices.ContainsFunc(v.Options, func(o Option) bool { return o.Value == was }) {
			return v, FieldError("renamed", "“%s” has no option “%s”.", v.Name, Shorten(was, 60))
		}
	}
	var out Options
	for _, o := range v.Options {
		if is, renamed := names[o.Value]; renamed {
			o.Value = strings.TrimSpace(is)
		}
		if !slices.ContainsFunc(out, func(other Option) bool { return other.Value == o.Value }) {
			out = append(out, o)
		}
	}
	v.Options = out
	return v, nil
}

// RenamedValue gives a value of a listed variable as it is when some options' values are renamed.
func (v Variable) RenamedValue(value string, names map[string]string) string {
	if !v.Listed() || len(names) == 0 || v.IsMissing(value) {
		return value
	}
	var out []string
	for part := range strings.SplitSeq(value, between) {
		if is, renamed := names[part]; renamed {
			part = strings.TrimSpace(is)
		}
		if !slices.Contains(out, part) {
			out = append(out, part)
		}
	}
	return strings.Join(out, between)
}
