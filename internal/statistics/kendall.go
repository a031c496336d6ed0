package statistics

import (
	"cmp"
	"math"
	"slices"
)

// kendall holds what Kendall's tau-b and its test are made of: the excess of pairs in the same
// order over pairs in opposite order, and the ties.
type kendall struct {
	n, excess float64
	x, y      ties
}

// ties sums over the groups of t equal values: t(t-1), t(t-1)(t-2), t(t-1)(2t+5).
type ties struct{ pairs, triples, spread float64 }

func (t *ties) add(size int) {
	s := float64(size)
	t.pairs += s * (s - 1)
	t.triples += s * (s - 1) * (s - 2)
	t.spread += s * (s - 1) * (2*s + 5)
}

// kendallOf counts pairs by sorting and merging (Knight 1966), in N log N steps.
func kendallOf(a, b []float64) kendall {
	n := len(a)
	at := make([]int, n)
	for i := range at {
		at[i] = i
	}
	slices.SortFunc(at, func(i, j int) int { return cmp.Or(cmp.Compare(a[i], a[j]), cmp.Compare(b[i], b[j])) })
	inOrder := make([]float64, n)
	for i, row := range at {
		inOrder[i] = b[row]
	}
	k := kendall{n: float64(n), x: tiesOf(n, func(i, j int) bool { return a[at[i]] == a[at[j]] })}
	both := tiesOf(n, func(i, j int) bool { return a[at[i]] == a[at[j]] && b[at[i]] == b[at[j]] })
	swaps := mergeSwaps(inOrder, make([]float64, n))
	k.y = tiesOf(n, func(i, j int) bool { return inOrder[i] == inOrder[j] })
	k.excess = (k.n*(k.n-1)-k.x.pairs-k.y.pairs+both.pairs)/2 - 2*swaps
	return k
}

// tiesOf counts the groups of equals among n things in order.
func tiesOf(n int, equal func(i, j int) bool) (t ties) {
	for start := 0; start < n; {
		end := start + 1
		for end < n && equal(start, end) {
			end++
		}
		t.add(end - start)
		start = end
	}
	return t
}

// mergeSwaps sorts values and counts how many pairs stood in the wrong order.
func mergeSwaps(values, room []float64) (swaps float64) {
	if len(values) < 2 {
		return 0
	}
	half := len(values) / 2
	swaps = mergeSwaps(values[:half], room[:half]) + mergeSwaps(values[half:], room[half:])
	copy(room, values)
	left, right := room[:half], room[half:]
	for i := range values {
		if len(right) == 0 || len(left) > 0 && left[0] <= right[0] {
			values[i], left = left[0], left[1:]
			continue
		}
		values[i], right = right[0], right[1:]
		swaps += float64(len(left))
	}
	return swaps
}

func (k kendall) tau() float64 {
	pairs := k.n * (k.n - 1)
	return 2 * k.excess / math.Sqrt((pairs-k.x.pairs)*(pairs-k.y.pairs))
}

// test is the normal approximation with the variance under ties (Kendall 1976), without a
// correction for continuity.
func (k kendall) test() Test {
	pairs := k.n * (k.n - 1)
	v := (pairs*(2*k.n+5) - k.x.spread - k.y.spread) / 18
	v += k.x.pairs * k.y.pairs / (2 * pairs)
	v += k.x.triples * k.y.triples / (9 * pairs * (k.n - 2))
	z := k.excess / math.Sqrt(v)
	return Test{Method: Kendall + "-z", Statistic: z, P: zTail(z)}.checked(Constant)
}
