package study

import "slices"

// How one passage lies to another.
const (
	RelOverlaps   = "overlaps"
	RelWithin     = "within"     // it lies within the other, or is the same words
	RelOutside    = "outside"    // it lies within none of the others
	RelEncloses   = "encloses"   // the other lies within it
	RelBefore     = "before"     // it ends before the other begins
	RelAfter      = "after"      // it begins after the other ended
	RelSameTurn   = "sameturn"   // they touch one turn
	RelSameSource = "samesource" // they are in one source
)

// Relations are the ways in which one passage lies to another.
var Relations = []string{RelOverlaps, RelWithin, RelOutside, RelEncloses, RelBefore, RelAfter, RelSameTurn, RelSameSource}

// CodedBy means codings with any of some codes, by any of some coders; empty lists don't narrow.
type CodedBy struct{ Codes, Coders []ID }

// Means says whether a coding is meant.
func (c CodedBy) Means(m *Mark) bool {
	return (len(c.Codes) == 0 || slices.Contains(c.Codes, m.Code)) && (len(c.Coders) == 0 || slices.Contains(c.Coders, m.Coder))
}

// Relation asks for passages by how they lie to others.
type Relation struct {
	How   string // of Relations
	Turns int    // before and after: at most so many turns from the end of one to the beginning of the other
	Of    CodedBy
	To    CodedBy
}

// Holds says whether a coding lies to another as it is asked; outside is for all others together.
func (r Relation) Holds(a, b *Mark) bool {
	if a.Source != b.Source {
		return false
	}
	switch r.How {
	case RelOverlaps:
		return a.Start < b.End && b.Start < a.End
	case RelWithin, RelOutside:
		return b.Start <= a.Start && a.End <= b.End
	case RelEncloses:
		return a.Start <= b.Start && b.End <= a.End
	case RelBefore:
		return a.End <= b.Start && b.First-a.Last <= r.Turns
	case RelAfter:
		return b.End <= a.Start && a.First-b.Last <= r.Turns
	case RelSameTurn:
		return a.First <= b.Last && b.First <= a.Last
	}
	return true
}

// Related gives the codings that lie to others as a relation asks. No coding is another to itself.
func (r Relation) Related(marks []Mark) (out []*Mark) {
	to := map[ID][]*Mark{}
	for i := range marks {
		if m := &marks[i]; r.To.Means(m) {
			to[m.Source] = append(to[m.Source], m)
		}
	}
	for i := range marks {
		m := &marks[i]
		if r.Of.Means(m) && slices.ContainsFunc(to[m.Source], func(b *Mark) bool { return b != m && r.Holds(m, b) }) != (r.How == RelOutside) {
			out = append(out, m)
		}
	}
	return out
}

// What of passages that lie to others is shown.
const (
	PartCommon = "common" // the words that both have
	PartWhole  = "whole"  // both passages, from end to end
)

// Shown gives what of a turn to mark for its passages that lie to others as a relation asks, in
// text order; nothing where it has none. The common part is that of overlapping passages and of
// one within another; of all others it is the passages that were asked for. marks are those of the
// turn's source.
func (r Relation) Shown(part string, hit Hit, marks []Mark) []Range {
	var out []Range
	for i := range marks {
		a := &marks[i]
		if a.Source != hit.Source || hit.Turn < a.First || a.Last < hit.Turn || !r.Of.Means(a) {
			continue
		}
		if others := r.others(a, marks); len(others) > 0 != (r.How == RelOutside) {
			out = append(out, r.parts(part, a, others)...)
		}
	}
	return Shared(Joined(out), []Range{hit.Range})
}

// others gives the codings to which one lies as it is asked.
func (r Relation) others(a *Mark, marks []Mark) (out []*Mark) {
	for i := range marks {
		if b := &marks[i]; b != a && r.To.Means(b) && r.Holds(a, b) {
			out = append(out, b)
		}
	}
	return out
}

func (r Relation) parts(part string, a *Mark, others []*Mark) []Range {
	common := slices.Contains([]string{RelOverlaps, RelWithin, RelEncloses}, r.How)
	if part == PartCommon && !common || r.How == RelOutside {
		return []Range{a.Range}
	}
	var out []Range
	for _, b := range others {
		if part == PartCommon {
			out = append(out, Range{max(a.Start, b.Start), min(a.End, b.End)})
			continue
		}
		out = append(out, a.Range, b.Range)
	}
	return out
}

// TurnsOf gives the turns that some codings touch.
func TurnsOf(marks []*Mark) TurnSet {
	out := TurnSet{}
	for _, m := range marks {
		for turn := m.First; turn <= m.Last; turn++ {
			out[m.Source] = append(out[m.Source], turn)
		}
	}
	for source, turns := range out {
		slices.Sort(turns)
		out[source] = slices.Compact(turns)
	}
	return out
}
