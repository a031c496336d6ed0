package study

import (
	"fmt"
	"slices"
	"strings"
)

// Reworded puts what a person wrote of a variable through a function. Options that become the
// same are one.
func (v Variable) Reworded(say func(string) string) Variable {
	v.Name, v.Label, v.Unit = say(v.Name), say(v.Label), say(v.Unit)
	var options Options
	for _, o := range v.Options {
		o.Value, o.Label = say(o.Value), say(o.Label)
		if !slices.ContainsFunc(options, func(other Option) bool { return Fold(other.Value) == Fold(o.Value) }) {
			options = append(options, o)
		}
	}
	v.Options, v.Missing = options, slices.Clone(v.Missing)
	for i, m := range v.Missing {
		v.Missing[i] = say(m)
	}
	return v
}

// Reworded puts the name, the key and the words of a case's values through a function. The
// variables are those before they were reworded.
func (s *VariableSet) Reworded(c Case, say func(string) string) Case {
	c.Name, c.KeyText = say(c.Name), say(c.KeyText)
	for _, v := range s.list {
		value := c.Value(v)
		if value == "" || v.Sort != KindText && !v.Listed() && !v.IsMissing(value) {
			continue
		}
		said := say(value)
		if v.Sort == KindSeveral {
			said = saidOfParts(value, say)
		}
		if said != value {
			c = c.With(v, said)
		}
	}
	return c
}

func saidOfParts(value string, say func(string) string) string {
	var parts []string
	for part := range strings.SplitSeq(value, between) {
		if part = say(part); !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, between)
}

// Free gives a text that is not taken yet, with a number behind it when need be, and takes it.
func Free(text string, taken map[string]bool) string {
	free := text
	for n := 2; text != "" && taken[Fold(free)]; n++ {
		free = fmt.Sprintf("%s %d", text, n)
	}
	taken[Fold(free)] = true
	return free
}
