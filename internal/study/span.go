package study

import (
	"cmp"
	"slices"
)

// Joined gives ranges in text order, those that overlap or meet as one.
func Joined(list []Range) (out []Range) {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Range) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	for _, r := range list {
		if n := len(out); n > 0 && r.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}

// Touches says whether a range overlaps any of some others, which are in text order and apart.
func Touches(r Range, others []Range) bool {
	i, _ := slices.BinarySearchFunc(others, r.Start, func(o Range, start int) int {
		if o.End <= start {
			return -1
		}
		return 1
	})
	return i < len(others) && others[i].Start < r.End
}

// Shared gives the parts that lie in ranges of both lists, each of which is sorted and apart.
func Shared(a, b []Range) (out []Range) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if both := (Range{max(a[i].Start, b[j].Start), min(a[i].End, b[j].End)}); both.Start < both.End {
			out = append(out, both)
		}
		if a[i].End < b[j].End {
			i++
		} else {
			j++
		}
	}
	return out
}
