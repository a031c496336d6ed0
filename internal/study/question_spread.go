package study

import (
	"slices"
	"unicode/utf8"
)

// ticks are what cells say of an option that was chosen, or that was not.
var ticks = map[string]bool{"1": true, "x": true, "yes": true, "y": true, "true": true, "ja": true, "wahr": true, "checked": true, "selected": true, "quoted": true, "✓": true,
	"0": false, "no": false, "n": false, "false": false, "nein": false, "falsch": false, "unchecked": false, "not selected": false, "not quoted": false}

// Ticked says whether a cell of an option's column says that it was chosen.
func Ticked(text string) bool {
	folded := Fold(text)
	yes, known := ticks[folded]
	return folded != "" && (yes || !known)
}

// ticked says whether a column is an option that is chosen or not: it holds what says so, or
// nothing but its own words.
func (a *asking) ticked(at int) bool {
	c := a.cells[at]
	if len(c.values) == 0 || len(c.values) > 2 || a.heads[at].part == "" {
		return false
	}
	if len(c.values) == 1 && c.filled > 1 && utf8.RuneCountInString(c.values[0]) <= MaxName {
		_, known := ticks[Fold(c.values[0])]
		return known || len(a.Heads) > 1 && c.filled < len(a.Rows)
	}
	return all(c.values, func(v string) bool { _, known := ticks[Fold(v)]; return known })
}

// spread makes a multiple question of columns, one for each option.
func (a *asking) spread(q *Question, at, n int) {
	q.Sort = AskMultiple
	used := map[string]bool{}
	for c := at; c < at+n; c++ {
		q.Options = append(q.Options, a.option(c, used))
	}
	q.Name, q.Label = a.called(a.heads[at].stem)
	if label := a.labels[Fold(q.Name)]; label != "" {
		q.Label = Shorten(label, MaxProse)
	}
	if a.noneTicked(at, n) {
		q.Options = append(q.Options, Option{Value: Free(noneOf, used)})
	}
}

// noneOf is the option of respondents who were asked and chose none.
const noneOf = "None of these"

// noneTicked says whether some row says of every option that it was not chosen.
func (a *asking) noneTicked(at, n int) bool {
	return slices.ContainsFunc(a.Rows, func(row []string) bool { return saysNone(row, at, n) })
}

func saysNone(row []string, at, n int) bool {
	said := false
	for c := at; c < at+n; c++ {
		text := cell(row, c)
		if Ticked(text) {
			return false
		}
		said = said || text != ""
	}
	return said
}

// option is what a column offers: its own words where cells repeat them, else its part of the
// names of columns.
func (a *asking) option(at int, used map[string]bool) Option {
	c, value := a.cells[at], a.heads[at].part
	if len(c.values) == 1 {
		if _, known := ticks[Fold(c.values[0])]; !known {
			value = c.values[0]
		}
	}
	o := Option{Value: plainName(value)}
	if label := a.labels[Fold(a.Columns[at])]; label != "" {
		o.Label = plainName(label)
	}
	o.Value = Free(o.Value, used)
	return o
}
