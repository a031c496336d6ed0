package app

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// axes are the kinds of rows and columns. What follows a colon is which of them, or the name of a
// variable.
var axes = map[string]func(x *crossing, field, named string) (study.Axis, error){
	"codes":    func(x *crossing, _, _ string) (study.Axis, error) { return x.codesAxis(), nil },
	"strands":  func(x *crossing, _, _ string) (study.Axis, error) { return x.strandsAxis() },
	"sources":  func(x *crossing, _, _ string) (study.Axis, error) { return x.sourcesAxis(), nil },
	"speakers": func(x *crossing, _, _ string) (study.Axis, error) { return x.speakersAxis(), nil },
	"coders":   func(x *crossing, _, _ string) (study.Axis, error) { return x.codersAxis(), nil },
	"searches": (*crossing).searchesAxis,
	"variable": (*crossing).variableAxis,
}

// kindOf is the kind of an axis.
func kindOf(asked string) string {
	kind, _, _ := strings.Cut(asked, ":")
	return kind
}

// axis reads what rows or columns are of.
func (x *crossing) axis(field, asked string) (study.Axis, error) {
	kind, named, some := strings.Cut(asked, ":")
	read := axes[kind]
	if read == nil {
		return study.Axis{}, study.FieldError(field, "A table is of codes, strands, sources, speakers, coders, searches or variable:NAME, not of “%s”.", study.Shorten(asked, 40))
	}
	out, err := read(x, field, named)
	if err == nil && some && kind != "variable" {
		out, err = narrowed(out, field, chosen(named))
	}
	if err == nil && len(out.Heads) > mostHeads {
		err = study.FieldError(field, "These are %d, and at most %d stand in a table. Choose some of them.", len(out.Heads), mostHeads)
	}
	return out, err
}

// chosen reads a list of ids or names with commas between them; a comma in a name is %2C.
func chosen(list string) []string {
	out := strings.Split(list, ",")
	for i, one := range out {
		if plain, err := url.PathUnescape(one); err == nil {
			out[i] = plain
		}
	}
	return out
}

// narrowed keeps some heads of an axis, in the order in which they are named.
func narrowed(all study.Axis, field string, only []string) (study.Axis, error) {
	out, places := study.Axis{}, make(map[int]int, len(only))
	for _, id := range only {
		at := slices.IndexFunc(all.Heads, func(h study.Head) bool { return h.ID == id || study.Fold(h.Name) == study.Fold(id) })
		if _, twice := places[at]; at < 0 || twice {
			return out, study.FieldError(field, "There is no “%s” to choose, or it is named twice.", study.Shorten(id, 60))
		}
		places[at] = len(out.Heads)
		out.Heads = append(out.Heads, all.Heads[at])
	}
	out.Of = func(m *study.Mark) (at []int) {
		for _, place := range all.Of(m) {
			if to, kept := places[place]; kept {
				at = append(at, to)
			}
		}
		return at
	}
	return out, nil
}

func (x *crossing) codesAxis() (out study.Axis) {
	under := map[study.ID][]int{}
	x.lines.book.Walk(func(c study.Code, depth int) {
		ids := []study.ID{c.ID}
		if !x.ask.Alone {
			ids = x.lines.book.WithDescendants(c.ID)
		}
		for _, id := range ids {
			under[id] = append(under[id], len(out.Heads))
		}
		out.Heads = append(out.Heads, study.Head{ID: string(c.ID), Name: c.Name, Depth: depth, Color: c.Color})
	})
	out.Of = func(m *study.Mark) []int { return under[m.Code] }
	return out
}

// single is an axis of things of which a mark has one.
func single(heads []study.Head, of func(m *study.Mark) string) study.Axis {
	places := make(map[string][]int, len(heads))
	for i, h := range heads {
		places[h.ID] = []int{i}
	}
	return study.Axis{Heads: heads, Of: func(m *study.Mark) []int { return places[of(m)] }}
}

func (x *crossing) strandsAxis() (study.Axis, error) {
	list, err := x.r.Strands(x.project)
	var heads []study.Head
	for _, s := range list {
		if among(x.ask.Strands, s.ID) {
			heads = append(heads, study.Head{ID: string(s.ID), Name: s.Name})
		}
	}
	return single(heads, func(m *study.Mark) string { return string(m.Strand) }), err
}

func (x *crossing) sourcesAxis() study.Axis {
	var heads []study.Head
	for id, s := range x.lines.sources {
		if among(x.ask.Sources, id) && among(x.ask.Strands, s.StrandID) {
			heads = append(heads, study.Head{ID: string(id), Name: s.Title})
		}
	}
	slices.SortFunc(heads, func(a, b study.Head) int { return x.lines.order[study.ID(a.ID)] - x.lines.order[study.ID(b.ID)] })
	return single(heads, func(m *study.Mark) string { return string(m.Source) })
}

// searchesAxis is of saved searches: what is said or coded stands under each that finds one of its turns.
func (x *crossing) searchesAxis(_, named string) (out study.Axis, err error) {
	list, err := x.r.SavedSearches(x.project)
	if err != nil {
		return out, err
	}
	if named != "" {
		only := strings.Split(named, ",")
		list = slices.DeleteFunc(list, func(s study.SavedSearch) bool { return !slices.Contains(only, string(s.ID)) })
	}
	if len(list) > mostHeads {
		list = list[:mostHeads+1] // which is refused without asking for each
	}
	found := make([]study.TurnSet, len(list))
	for i, s := range list {
		out.Heads = append(out.Heads, study.Head{ID: string(s.ID), Name: s.Name})
		if found[i], err = x.found(s.ID); err != nil {
			return out, err
		}
		x.hearIn(found[i])
	}
	out.Of = func(m *study.Mark) (at []int) {
		for i, turns := range found {
			if turns.Has(m.Source, m.First, m.Last) {
				at = append(at, i)
			}
		}
		return at
	}
	return out, nil
}

func (x *crossing) codersAxis() study.Axis {
	names := map[string]string{}
	for i := range x.codings {
		id := x.codings[i].Coder
		names[string(id)] = x.lines.people[id]
	}
	return single(byName(names), func(m *study.Mark) string { return string(m.Coder) })
}

// byName makes heads of names by their ids.
func byName(names map[string]string) (heads []study.Head) {
	for id, name := range names {
		heads = append(heads, study.Head{ID: id, Name: name})
	}
	slices.SortFunc(heads, func(a, b study.Head) int {
		return cmp.Or(cmp.Compare(study.Fold(a.Name), study.Fold(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	return heads
}

// speakersAxis has speakers by their names, whatever the source and the case of the name.
func (x *crossing) speakersAxis() study.Axis {
	names := map[string]string{}
	for _, name := range x.allVoices() {
		names[study.Fold(name)] = name
	}
	out := study.Axis{Heads: byName(names)}
	folded := map[string]int{}
	for i, h := range out.Heads {
		folded[h.ID] = i
		out.Heads[i].ID = h.Name
	}
	places := map[string]int{} // by the name as it stands
	for _, name := range x.allVoices() {
		places[name] = folded[study.Fold(name)]
	}
	out.Of = func(m *study.Mark) (at []int) {
		for _, name := range x.sieve.voices(m) {
			at = append(at, places[name])
		}
		return distinct(at)
	}
	return out
}

// allVoices gives the names of those who say something, as they stand, each once.
func (x *crossing) allVoices() []string {
	names := map[string]bool{}
	for i := range x.said {
		for _, name := range x.sieve.voices(&x.said[i]) {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func distinct(places []int) []int {
	slices.Sort(places)
	return slices.Compact(places)
}

// variableAxis has the values that cases have of a variable; persons have those of their firms too.
func (x *crossing) variableAxis(field, name string) (out study.Axis, err error) {
	v, err := x.variables.Named(name)
	if err != nil {
		return out, study.FieldError(field, "There is no variable “%s”.", study.Shorten(name, 60))
	}
	places := map[string]int{}
	for _, o := range v.Groups(x.cases) {
		places[o.Value] = len(out.Heads)
		out.Heads = append(out.Heads, study.Head{ID: o.Value, Name: o.Called()})
	}
	of := func(c study.Case) (at []int) {
		for _, value := range v.Parts(c.Value(v)) {
			if place, is := places[value]; is {
				at = append(at, place)
			}
		}
		return at
	}
	each := make(map[study.ID][]int, len(x.cases))
	for _, c := range x.cases {
		each[c.ID] = distinct(slices.Concat(of(c), of(x.byID[c.FirmID])))
	}
	out.Of = func(m *study.Mark) (at []int) {
		if len(m.Tied) == 1 {
			return each[m.Tied[0]]
		}
		for _, id := range m.Tied {
			at = append(at, each[id]...)
		}
		return distinct(at)
	}
	return out, nil
}
