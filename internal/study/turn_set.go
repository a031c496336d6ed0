package study

import "slices"

// TurnSet names turns of sources by their numbers, in order; nil stands for all turns of a source.
type TurnSet map[ID][]int

// And gives the turns that are in both.
func (s TurnSet) And(other TurnSet) TurnSet {
	out := TurnSet{}
	for source, turns := range s {
		others, there := other[source]
		switch {
		case !there:
		case turns == nil:
			out[source] = others
		case others == nil:
			out[source] = turns
		default:
			if both := common(turns, others); len(both) > 0 {
				out[source] = both
			}
		}
	}
	return out
}

// Add takes in the turns of another.
func (s TurnSet) Add(other TurnSet) {
	for source, turns := range other {
		mine, there := s[source]
		switch {
		case !there:
			s[source] = turns
		case mine == nil || turns == nil:
			s[source] = nil
		default:
			both := slices.Concat(mine, turns)
			slices.Sort(both)
			s[source] = slices.Compact(both)
		}
	}
}

// Has says whether any turn from first to last of a source is in the set.
func (s TurnSet) Has(source ID, first, last int) bool {
	turns, there := s[source]
	if !there || turns == nil {
		return there
	}
	at, _ := slices.BinarySearch(turns, first)
	return at < len(turns) && turns[at] <= last
}

// common gives what is in two sorted lists.
func common(a, b []int) (out []int) {
	for _, n := range a {
		if _, there := slices.BinarySearch(b, n); there {
			out = append(out, n)
		}
	}
	return out
}
