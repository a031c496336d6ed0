package search

import (
	"cmp"
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
	index "github.com/blevesearch/bleve_index_api"
)

// A nearQuery finds the turns that have every part, and keeps those in which they stand near
// each other. Bleve knows no such query, but the places of what it found.
type nearQuery struct {
	every  query.Query
	parts  [][]span
	apart  int
	orders [][]int // in which they may stand
}

// Searcher implements query.Query.
func (q *nearQuery) Searcher(ctx context.Context, i index.IndexReader, m mapping.IndexMapping, options found.SearcherOptions) (found.Searcher, error) {
	placed := options.IncludeTermVectors
	options.IncludeTermVectors = true
	s, err := q.every.Searcher(ctx, i, m, options)
	if err != nil {
		return nil, err
	}
	return searcher.NewFilteringSearcher(ctx, s, func(_ *found.SearchContext, d *found.DocumentMatch) bool {
		kept := q.in(d.FieldTermLocations)
		if placed {
			leave(d, kept)
		}
		return len(kept) > 0
	}), nil
}

// leave leaves only those places of words that are in one of some occurrences.
func leave(d *found.DocumentMatch, kept []occurrence) {
	inside := map[int]bool{}
	for _, o := range kept {
		for at := o.from; at <= o.to; at++ {
			inside[at] = true
		}
	}
	d.FieldTermLocations = slices.DeleteFunc(d.FieldTermLocations, func(l found.FieldTermLocation) bool { return !inside[int(l.Location.Pos)] })
}

// in gives the occurrences of parts that stand near one of each other part.
func (q *nearQuery) in(words []found.FieldTermLocation) (out []occurrence) {
	places := make([][]occurrence, len(q.parts))
	for i, spans := range q.parts {
		for _, s := range spans {
			places[i] = append(places[i], s.in(words)...)
		}
		places[i] = inText(places[i])
	}
	return nearEachOther(places, q.apart, q.orders)
}

// nearEachOther gives the occurrences, each list those of a part, that take part where all parts are
// near each other.
func nearEachOther(places [][]occurrence, apart int, orders [][]int) (out []occurrence) {
	for _, order := range orders {
		out = append(out, chained(places, order, apart)...)
	}
	return out
}

// orders lists those in which so many parts may stand.
func orders(parts int, ordered bool) [][]int {
	order := make([]int, parts)
	for i := range order {
		order[i] = i
	}
	if ordered {
		return [][]int{order}
	}
	return permutations(order)
}

func permutations(list []int) [][]int {
	if len(list) < 2 {
		return [][]int{list}
	}
	var out [][]int
	for i, first := range list {
		for _, rest := range permutations(slices.Concat(list[:i], list[i+1:])) {
			out = append(out, append([]int{first}, rest...))
		}
	}
	return out
}

// span is words in a row as a field holds them, each one of several terms.
type span struct {
	field string
	terms []map[string]bool
}

func newSpan(field string, terms [][]string) span {
	s := span{field: field}
	for _, alternatives := range terms {
		set := map[string]bool{}
		for _, term := range alternatives {
			set[term] = true
		}
		s.terms = append(s.terms, set)
	}
	return s
}

// occurrence is where a span stands: its first and last word, counted from the turn's first.
type occurrence struct{ from, to int }

// in finds a span among the places of terms.
func (s span) in(places []found.FieldTermLocation) (out []occurrence) {
	if len(s.terms) == 1 {
		for _, l := range places {
			if l.Field == s.field && s.terms[0][l.Term] {
				out = append(out, occurrence{int(l.Location.Pos), int(l.Location.Pos)})
			}
		}
		return out
	}
	at := make([]map[int]bool, len(s.terms))
	for i := range at {
		at[i] = map[int]bool{}
	}
	for _, l := range places {
		if l.Field != s.field {
			continue
		}
		for i, terms := range s.terms {
			if terms[l.Term] {
				at[i][int(l.Location.Pos)] = true
			}
		}
	}
	for from := range at[0] {
		if s.standsAt(from, at) {
			out = append(out, occurrence{from, from + len(s.terms) - 1})
		}
	}
	return out
}

func (s span) standsAt(from int, at []map[int]bool) bool {
	for i := range s.terms {
		if len(s.terms[i]) > 0 && !at[i][from+i] { // a gap holds any word
			return false
		}
	}
	return true
}

func inText(list []occurrence) []occurrence {
	slices.SortFunc(list, func(a, b occurrence) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.from, b.from)) })
	return slices.Compact(list)
}

// chained gives the occurrences that take part when the parts follow each other in an order,
// each beginning at most apart words after the end of the one before.
func chained(places [][]occurrence, order []int, apart int) (out []occurrence) {
	forward := make([][]occurrence, len(order))
	for i, part := range order {
		forward[i] = places[part]
		if i > 0 {
			forward[i] = slices.DeleteFunc(slices.Clone(forward[i]), func(o occurrence) bool { return !endsBefore(forward[i-1], o.from, apart) })
		}
	}
	last := forward[len(order)-1]
	out = append(out, last...)
	for i := len(order) - 2; i >= 0 && len(last) > 0; i-- {
		starts := make([]int, len(last))
		for k, o := range last {
			starts[k] = o.from
		}
		slices.Sort(starts)
		last = slices.DeleteFunc(slices.Clone(forward[i]), func(o occurrence) bool { return !startsAfter(starts, o.to, apart) })
		out = append(out, last...)
	}
	return out
}

// endsBefore says whether one of a list, in order of their ends, ends within reach before a word.
func endsBefore(list []occurrence, from, apart int) bool {
	i, _ := slices.BinarySearchFunc(list, from-apart, func(o occurrence, at int) int { return cmp.Compare(o.to, at) })
	return i < len(list) && list[i].to < from
}

// startsAfter says whether a word within reach after another is among sorted ones.
func startsAfter(starts []int, to, apart int) bool {
	i, _ := slices.BinarySearch(starts, to+1)
	return i < len(starts) && starts[i] <= to+apart
}
