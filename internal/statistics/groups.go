package statistics

import (
	"math"

	"github.com/selvedge/selvedge/internal/study"
)

// The methods that compare means.
const (
	WelchT         Method = "welch-t"
	WelchANOVA     Method = "welch-anova"
	HedgesG        Method = "hedges-g"
	EtaSquared     Method = "eta-squared"
	EpsilonSquared Method = "epsilon-squared"
)

// Comparison compares the means of a column in two or more groups.
type Comparison struct {
	Sample
	Groups     []Group     `json:"groups"`
	Test       Test        `json:"test" doc:"Welch's t for two groups, Welch's F for more"`
	Difference *Difference `json:"difference,omitempty" doc:"For two groups: the first less the second"`
	Effects    []Effect    `json:"effects" doc:"Hedges' g for two groups, eta and epsilon squared for more"`
	Pairs      []GroupPair `json:"pairs,omitempty" doc:"For more than two groups, each two of them by Welch's t"`
}

// Group is one group of a Comparison.
type Group struct {
	Label string `json:"label"`
	*Description
}

// Difference is that of two means with its interval (Welch 1947).
type Difference struct {
	Value    float64   `json:"value"`
	Interval *Interval `json:"interval,omitempty"`
}

// GroupPair is a test between two of several groups; the p-values of all pairs are adjusted
// together.
type GroupPair struct {
	A    string `json:"a"`
	B    string `json:"b"`
	Test Test   `json:"test"`
}

// CompareMeans compares groups without taking their variances for equal (Welch 1947, 1951).
// Effects: Hedges' g with its correction for small samples and large-sample interval (Hedges
// and Olkin 1985); eta squared, and epsilon squared (Kelley 1935), of the classical analysis
// of variance.
func CompareMeans(c Column, by Categories, w *Weights) (*Comparison, error) {
	g, err := grouped(c, by, w, "A comparison of means", 2)
	if err != nil {
		return nil, err
	}
	r := &Comparison{Sample: g.Sample}
	ms := make([]moments, len(g.labels))
	for i, label := range g.labels {
		ms[i] = momentsOf(g.in[i], nil)
		n := len(g.in[i])
		r.Groups = append(r.Groups, Group{label, describe(&sample{Sample: Sample{N: n, Weighted: float64(n)}}, g.in[i], nil)})
	}
	if len(ms) == 2 {
		r.Test, r.Difference = welch(ms[0], ms[1])
		r.Effects = []Effect{hedges(ms[0], ms[1])}
		return r, nil
	}
	r.Test, r.Effects = welchANOVA(ms), explained(ms)
	r.Pairs = g.pairs(func(a, b []float64) Test {
		test, _ := welch(momentsOf(a, nil), momentsOf(b, nil))
		return test
	})
	return r, nil
}

// welch compares two means; undefined if neither group varies.
func welch(a, b moments) (Test, *Difference) {
	va, vb := a.variance()/a.n, b.variance()/b.n
	difference := &Difference{Value: a.mean - b.mean}
	if !(va+vb > 0) {
		why := Constant
		if math.IsNaN(va + vb) {
			why = TooFew
		}
		return Test{Method: WelchT, Undefined: why}, difference
	}
	df := (va + vb) * (va + vb) / (va*va/(a.n-1) + vb*vb/(b.n-1))
	se := math.Sqrt(va + vb)
	t := difference.Value / se
	difference.Interval = around(difference.Value, tReach(df), se)
	return Test{Method: WelchT, Statistic: t, DF: df, P: tTail(t, df)}.checked(Constant), difference
}

// hedges is the difference in pooled standard deviations, corrected for small samples.
func hedges(a, b moments) Effect {
	df := a.n + b.n - 2
	pooled := math.Sqrt(((a.n-1)*a.variance() + (b.n-1)*b.variance()) / df)
	d := (a.mean - b.mean) / pooled
	exact := math.Exp(lgamma(df/2)-lgamma((df-1)/2)) / math.Sqrt(df/2)
	e := Effect{Method: HedgesG, Figure: figure(d*exact, Constant)}
	if e.Undefined == "" {
		e.Interval = around(e.Value, zReach, math.Sqrt((a.n+b.n)/(a.n*b.n)+e.Value*e.Value/(2*(a.n+b.n))))
	}
	return e
}

func lgamma(x float64) float64 {
	v, _ := math.Lgamma(x)
	return v
}

// welchANOVA compares several means (Welch 1951); undefined if a group does not vary.
func welchANOVA(groups []moments) Test {
	var sum, grand float64
	for _, m := range groups {
		w := m.n / m.variance()
		sum += w
		grand += w * m.mean
	}
	grand /= sum
	var between, unsure float64
	for _, m := range groups {
		w := m.n / m.variance()
		between += w * (m.mean - grand) * (m.mean - grand)
		unsure += (1 - w/sum) * (1 - w/sum) / (m.n - 1)
	}
	k := float64(len(groups))
	unsure /= k*k - 1
	f, df2 := between/((k-1)*(1+2*(k-2)*unsure)), 1/(3*unsure)
	return Test{Method: WelchANOVA, Statistic: f, DF: k - 1, DF2: df2, P: fTail(f, k-1, df2)}.checked(Constant)
}

// explained gives eta and epsilon squared: the share of the squares that lies between groups, and
// that share less what chance gives, from 0 up.
func explained(groups []moments) []Effect {
	var n, sum, between, within float64
	for _, m := range groups {
		n += m.n
		sum += m.n * (m.mean - groups[0].mean)
		within += m.n * m.second
	}
	grand := groups[0].mean + sum/n
	for _, m := range groups {
		between += m.n * (m.mean - grand) * (m.mean - grand)
	}
	k := float64(len(groups))
	error := within / (n - k)
	return []Effect{{Method: EtaSquared, Figure: figure(between/(between+within), Constant)},
		{Method: EpsilonSquared, Figure: figure(max(0, between-(k-1)*error)/(between+within), Constant)}}
}

// groups is a sample sorted into the groups that occur in it.
type groups struct {
	*sample
	labels []string
	values []float64   // in the order of the rows
	at     []int       // the group of each of them
	in     [][]float64 // the values of each group
}

// mostGroups is how many groups can be compared, each with each.
const mostGroups = 100

// grouped sorts the values of a column into the groups that occur; fewer than least rows in
// one of them is an error.
func grouped(c Column, by Categories, w *Weights, what string, least int) (*groups, error) {
	s, err := draw(w, c, by)
	if err != nil {
		return nil, err
	}
	if err := s.unweighted(what); err != nil {
		return nil, err
	}
	g := &groups{sample: s, values: s.of(c)}
	g.labels, g.at = by.occurring(s.rows)
	g.in = make([][]float64, len(g.labels))
	for row, at := range g.at {
		g.in[at] = append(g.in[at], g.values[row])
	}
	return g, g.fault(c, by, least)
}

func (g *groups) fault(c Column, by Categories, least int) error {
	if len(g.labels) < 2 {
		return study.Errorf(study.Invalid, "%s has one group only with values of %s, so there is nothing to compare.", by.Name, c.Name)
	}
	if len(g.labels) > mostGroups {
		return study.Errorf(study.TooLarge, "%s has %d groups; at most %d can be compared.", by.Name, len(g.labels), mostGroups)
	}
	for i, in := range g.in {
		if len(in) < least {
			return study.Errorf(study.Invalid, "The group %s of %s has fewer than %d values of %s; join it with another or leave it out.", g.labels[i], by.Name, least, c.Name)
		}
	}
	if flat(g.values) {
		return study.Errorf(study.Invalid, "%s has the same value in all %d rows, so groups can't differ.", c.Name, g.N)
	}
	return nil
}

// pairs tests each two groups and adjusts the p-values together.
func (g *groups) pairs(test func(a, b []float64) Test) []GroupPair {
	var out []GroupPair
	for i, a := range g.labels {
		for j, b := range g.labels[i+1:] {
			out = append(out, GroupPair{A: a, B: b, Test: test(g.in[i], g.in[i+1+j])})
		}
	}
	tests := make([]*Test, len(out))
	for i := range out {
		tests[i] = &out[i].Test
	}
	adjust(tests)
	return out
}
