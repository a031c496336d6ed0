package search

import (
	"maps"
	"slices"
	"strings"
)

// Renewed gives other things the texts of which are read already as far as they are among these, so
// that a word that changed in one of thousands is soon found. These stay as they are.
func (t *Texts) Renewed(things [][]string) *Texts {
	out, was := NewTexts(things), make(map[string]int, len(t.things))
	for i, texts := range t.things {
		was[strings.Join(texts, "\x00")] = i
	}
	known, same := make([]int, len(things)), 0 // the place among these, or -1
	for i, texts := range things {
		at, there := was[strings.Join(texts, "\x00")]
		if known[i] = -1; there {
			known[i], same = at, same+1
		}
	}
	if 2*same < len(t.things) {
		return out // so that words that are long gone don't pile up
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for field, c := range t.read {
		out.read[field] = c.renewed(field, things, known)
	}
	return out
}

// renewed is the column of other things; those that are known keep their words.
func (c *column) renewed(field string, things [][]string, known []int) *column {
	out := &column{terms: slices.Clone(c.terms), number: maps.Clone(c.number), things: make([][]standing, len(things))}
	for i, texts := range things {
		if known[i] >= 0 {
			out.things[i] = c.things[known[i]]
		} else {
			out.things[i] = out.standingIn(field, texts)
		}
	}
	return out
}
