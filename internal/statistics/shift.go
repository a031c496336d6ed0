package statistics

import (
	"math"
	"slices"
)

// differences are those between each value of a and each of b, both in rising order.
type differences struct{ a, b []float64 }

// shift is the median of all differences between a value of the first and one of the second
// group (Hodges and Lehmann 1963). Its interval counts differences in from both ends, as many
// as the exact distribution of U allows, or its normal approximation.
func shift(a, b []float64, tied bool) *Difference {
	d := differences{slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))}
	pairs := len(a) * len(b)
	out := &Difference{Value: d.at((pairs+1)/2)/2 + d.at(pairs/2+1)/2}
	if in := d.outside(tied); in > 0 {
		out.Interval = &Interval{d.at(in), d.at(pairs + 1 - in)}
	}
	return out
}

// outside is the place, from each end, of the differences that bound the interval; less than 1
// where the groups are too small for one.
func (d differences) outside(tied bool) int {
	a, b := len(d.a), len(d.b)
	if a < exactBelow && b < exactBelow && !tied {
		return lowestU(a, b)
	}
	t := tiesOf(a, func(i, j int) bool { return d.a[i] == d.a[j] })
	u := tiesOf(b, func(i, j int) bool { return d.b[i] == d.b[j] })
	return int(math.Ceil(float64(a*b)/2 - 0.5 - zReach*sigmaU(float64(a), float64(b), t.cubes()+u.cubes())))
}

// lowestU is the least U from 1 up that has at least half of what lies outside Level at or
// below it.
func lowestU(a, b int) int {
	ways := orders(a, b)
	var all, below float64
	for _, w := range ways {
		all += w
	}
	for u, w := range ways {
		if below += w; below >= (1-Level)/2*all {
			return max(u, 1)
		}
	}
	return len(ways)
}

// at is the difference at a place among all of them, the least being 1, by halving the range in
// which it can be.
func (d differences) at(place int) float64 {
	low, high := d.a[0]-d.b[len(d.b)-1], d.a[len(d.a)-1]-d.b[0]
	for low < high {
		middle := low + (high-low)/2
		if middle >= high { // the two are neighbours, and it was rounded up
			middle = low
		}
		n, last, next := d.upTo(middle)
		if n >= place {
			high = last
		} else {
			low = next
		}
	}
	return high
}

// upTo counts the differences that are at most so large, and gives the largest of them and the
// least of the others.
func (d differences) upTo(limit float64) (n int, last, next float64) {
	last, next = math.Inf(-1), math.Inf(1)
	first := 0 // of b, the first that is near enough
	for _, v := range d.a {
		for first < len(d.b) && v-d.b[first] > limit {
			first++
		}
		n += len(d.b) - first
		if first < len(d.b) {
			last = max(last, v-d.b[first])
		}
		if first > 0 {
			next = min(next, v-d.b[first-1])
		}
	}
	return n, last, next
}
