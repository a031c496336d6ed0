package statistics

import (
	"cmp"
	"math"
	"slices"
)

// The methods on ranks.
const (
	MannWhitney      Method = "mann-whitney"       // normal approximation with continuity correction
	MannWhitneyExact Method = "mann-whitney-exact" // for fewer than 50 a group, without ties
	KruskalWallis    Method = "kruskal-wallis"
	RankBiserial     Method = "rank-biserial"
	EpsilonSquaredH  Method = "epsilon-squared-rank"
	EtaSquaredH      Method = "eta-squared-rank"
)

// exactBelow is the size of a group from which the normal approximation is used, as in R.
const exactBelow = 50

// RankComparison compares two or more groups by the ranks of a column.
type RankComparison struct {
	Sample
	Groups  []RankGroup `json:"groups"`
	Test    Test        `json:"test" doc:"Mann-Whitney's W of the first group for two groups, Kruskal-Wallis' H for more"`
	Shift   *Difference `json:"shift,omitempty" doc:"For two groups: how far the first lies above the second"`
	Effects []Effect    `json:"effects" doc:"Rank-biserial for two groups, above nought where the first is higher; epsilon and eta squared for more"`
	Pairs   []GroupPair `json:"pairs,omitempty" doc:"For more than two groups, each two of them by Mann-Whitney"`
}

// RankGroup is one group of a RankComparison.
type RankGroup struct {
	Label    string  `json:"label"`
	N        int     `json:"n"`
	Median   float64 `json:"median"`
	MeanRank float64 `json:"meanRank"`
}

// CompareRanks compares two groups by Mann and Whitney (1947), more by Kruskal and Wallis
// (1952). Effects: rank-biserial (Kerby 2014), epsilon and eta squared (Tomczak and Tomczak
// 2014).
func CompareRanks(c Column, by Categories, w *Weights) (*RankComparison, error) {
	g, err := grouped(c, by, w, "A comparison of ranks", 1)
	if err != nil {
		return nil, err
	}
	ranked := ranks(g.values)
	r := &RankComparison{Sample: g.Sample, Groups: rankGroups(g, ranked)}
	if len(g.labels) == 2 {
		r.Test, r.Effects = mannWhitney(r.Groups, ranked)
		r.Shift = shift(g.in[0], g.in[1], ranked.ties.pairs > 0)
		return r, nil
	}
	r.Test, r.Effects = kruskalWallis(r.Groups, ranked)
	r.Pairs = g.pairs(func(a, b []float64) Test {
		both := ranks(append(append([]float64(nil), a...), b...))
		first := RankGroup{N: len(a), MeanRank: mean(both.of[:len(a)], nil)}
		test, _ := mannWhitney([]RankGroup{first, {N: len(b)}}, both)
		return test
	})
	return r, nil
}

func rankGroups(g *groups, ranked ranking) []RankGroup {
	out := make([]RankGroup, len(g.labels))
	for i, label := range g.labels {
		var of []float64
		for row, at := range g.at {
			if at == i {
				of = append(of, ranked.of[row])
			}
		}
		out[i] = RankGroup{Label: label, N: len(of), Median: order(g.in[i], nil).at(0.5), MeanRank: mean(of, nil)}
	}
	return out
}

// ranking gives each value its place among all from 1; equal values share the mean of theirs.
type ranking struct {
	of   []float64
	ties ties
	n    float64
}

func ranks(values []float64) ranking {
	r := ranking{of: make([]float64, len(values)), n: float64(len(values))}
	if r.count(values) {
		return r
	}
	at := make([]int, len(values))
	for i := range at {
		at[i] = i
	}
	slices.SortFunc(at, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	for start := 0; start < len(at); {
		end := start + 1
		for end < len(at) && values[at[end]] == values[at[start]] {
			end++
		}
		for _, row := range at[start:end] {
			r.of[row] = float64(start+end+1) / 2
		}
		r.ties.add(end - start)
		start = end
	}
	return r
}

// count ranks whole numbers that lie close together, as answers do, without sorting; false if
// they are not such.
func (r *ranking) count(values []float64) bool {
	least, most := slices.Min(values), slices.Max(values)
	if most-least > float64(4*len(values)) || slices.ContainsFunc(values, func(v float64) bool { return v != math.Trunc(v) }) {
		return false
	}
	times := make([]int, int(most-least)+1)
	for _, v := range values {
		times[int(v-least)]++
	}
	rank, before := make([]float64, len(times)), 0
	for i, n := range times {
		rank[i] = float64(before) + float64(n+1)/2
		r.ties.add(n)
		before += n
	}
	for row, v := range values {
		r.of[row] = rank[int(v-least)]
	}
	return true
}

// cubes is the sum of t cubed less t over the groups of ties.
func (t ties) cubes() float64 { return t.triples + 3*t.pairs }

func mannWhitney(g []RankGroup, r ranking) (Test, []Effect) {
	a, b := float64(g[0].N), float64(g[1].N)
	u := a*g[0].MeanRank - a*(a+1)/2
	effect := []Effect{biserial(2*u/(a*b)-1, a, b)}
	if g[0].N < exactBelow && g[1].N < exactBelow && r.ties.pairs == 0 {
		return Test{Method: MannWhitneyExact, Statistic: u, P: mannWhitneyExact(u, g[0].N, g[1].N)}, effect
	}
	z := u - a*b/2
	z = math.Copysign(max(math.Abs(z)-0.5, 0), z) / sigmaU(a, b, r.ties.cubes())
	return Test{Method: MannWhitney, Statistic: u, P: zTail(z)}.checked(Constant), effect
}

// sigmaU is the standard deviation of U for two groups of sizes a and b with ties.
func sigmaU(a, b, cubes float64) float64 {
	return math.Sqrt(a * b / 12 * (a + b + 1 - cubes/((a+b)*(a+b-1))))
}

// biserial has its interval on Fisher's scale (as in R's effectsize); none where the groups do
// not overlap.
func biserial(r, a, b float64) Effect {
	e := Effect{Method: RankBiserial, Figure: figure(r, Constant)}
	if z := around(math.Atanh(r), zReach, math.Sqrt((a+b+1)/(3*a*b))); math.Abs(r) < 1 {
		e.Interval = &Interval{math.Tanh(z.Low), math.Tanh(z.High)}
	}
	return e
}

// mannWhitneyExact is twice the lesser tail of U, by counting the orders of a and b values that
// give each U: adding one value of the second group above the others adds from 0 to a.
func mannWhitneyExact(u float64, a, b int) float64 {
	ways := orders(a, b)
	var all, tail float64
	for i, w := range ways {
		all += w
		if float64(i) <= min(u, float64(a*b)-u) {
			tail += w
		}
	}
	return min(1, 2*tail/all)
}

// orders gives for each U from 0 to a*b how many orders of a and b values have it: the
// coefficients of the Gaussian binomial, built factor by factor.
func orders(a, b int) []float64 {
	ways := make([]float64, a*b+1)
	ways[0] = 1
	for i := 1; i <= a; i++ {
		for u := a * b; u >= b+i; u-- {
			ways[u] -= ways[u-b-i]
		}
		for u := i; u <= a*b; u++ {
			ways[u] += ways[u-i]
		}
	}
	return ways
}

func kruskalWallis(g []RankGroup, r ranking) (Test, []Effect) {
	var between float64
	for _, group := range g {
		d := group.MeanRank - (r.n+1)/2
		between += float64(group.N) * d * d
	}
	h := 12 * between / (r.n * (r.n + 1)) / (1 - r.ties.cubes()/(r.n*r.n*r.n-r.n))
	k := float64(len(g))
	return Test{Method: KruskalWallis, Statistic: h, DF: k - 1, P: chiTail(h, k-1)}.checked(Constant),
		[]Effect{{Method: EpsilonSquaredH, Figure: figure(h/(r.n-1), TooFew)}, {Method: EtaSquaredH, Figure: figure(max(0, h-k+1)/(r.n-k), TooFew)}}
}
