package statistics

import (
	"math"

	"github.com/selvedge/selvedge/internal/study"
)

// The methods of correlation, and of their intervals.
const (
	Pearson  Method = "pearson"       // interval by Fisher's z (1921)
	Spearman Method = "spearman"      // interval by Bonett and Wright (2000)
	Kendall  Method = "kendall-tau-b" // no interval
)

// Correlation is how closely two columns go together.
type Correlation struct {
	Sample
	Effect
	Test Test `json:"test" doc:"Student's t; the normal z for Kendall"`
}

// Correlate correlates two columns by a method. Pearson's test is Student's t; Spearman's is
// the t approximation (R: cor.test with exact = FALSE); Kendall's is the normal one with ties
// (Kendall 1976).
func Correlate(method Method, x, y Column, w *Weights) (*Correlation, error) {
	s, err := draw(w, x, y)
	if err != nil {
		return nil, err
	}
	if err := s.unweighted("A correlation"); err != nil {
		return nil, err
	}
	a, b := s.of(x), s.of(y)
	for _, c := range []struct {
		Column
		values []float64
	}{{x, a}, {y, b}} {
		if flat(c.values) {
			return nil, study.Errorf(study.Invalid, "%s has the same value in all %d rows, so nothing can go together with it.", c.Name, s.N)
		}
	}
	if s.N < 3 {
		return nil, study.Errorf(study.Invalid, "A correlation of %s and %s needs at least three rows; there are %d.", x.Name, y.Name, s.N)
	}
	return correlate(method, s, a, b)
}

func correlate(method Method, s *sample, a, b []float64) (*Correlation, error) {
	c := &Correlation{Sample: s.Sample, Effect: Effect{Method: method}}
	switch method {
	case Pearson:
		c.Figure = figure(pearson(a, b), Constant)
		c.Interval, c.Test = fisherZ(c.Value, 1, s.N), studentOfR(method, c.Value, s.N)
	case Spearman:
		c.Figure = figure(pearson(ranks(a).of, ranks(b).of), Constant)
		c.Interval, c.Test = fisherZ(c.Value, 1+c.Value*c.Value/2, s.N), studentOfR(method, c.Value, s.N)
	case Kendall:
		k := kendallOf(a, b)
		c.Figure, c.Test = figure(k.tau(), Constant), k.test()
	default:
		return nil, study.Errorf(study.Invalid, "There is no correlation called %q.", string(method))
	}
	return c, nil
}

// pearson is the product-moment correlation, within -1 and 1.
func pearson(a, b []float64) float64 {
	c := covariances([][]float64{a, b})
	return ratio(c[0][1], c[0][0]*c[1][1])
}

// ratio is a covariance over the root of the product of the variances.
func ratio(covariance, variances float64) float64 {
	return min(max(covariance/math.Sqrt(variances), -1), 1)
}

// fisherZ is the interval on Fisher's scale, whose variance there is spread / (n - 3); nil for
// fewer than four rows or a correlation of 1.
func fisherZ(r, spread float64, n int) *Interval {
	if n < 4 || math.Abs(r) == 1 {
		return nil
	}
	z := around(math.Atanh(r), zReach, math.Sqrt(spread/float64(n-3)))
	return &Interval{math.Tanh(z.Low), math.Tanh(z.High)}
}

// studentOfR tests a correlation by Student's t; that of a perfect one has no finite value.
func studentOfR(method Method, r float64, n int) Test {
	df := float64(n - 2)
	t := r * math.Sqrt(df/((1-r)*(1+r)))
	return Test{Method: method + "-t", Statistic: t, DF: df, P: tTail(t, df)}.checked(Unbound)
}

// covariances divides by N - 1.
func covariances(columns [][]float64) [][]float64 {
	distances := make([][]float64, len(columns))
	for i, values := range columns {
		distances[i] = make([]float64, len(values))
		m := mean(values, nil)
		for row, v := range values {
			distances[i][row] = v - m
		}
	}
	out := square(len(columns))
	for i, a := range distances {
		for j, b := range distances[:i+1] {
			out[i][j] = dot(a, b) / float64(len(a)-1)
			out[j][i] = out[i][j]
		}
	}
	return out
}

func dot(a, b []float64) (sum float64) {
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

func square(n int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
	}
	return out
}

func correlationsOf(covariances [][]float64) [][]float64 {
	out := square(len(covariances))
	for i := range out {
		for j := range out {
			out[i][j] = ratio(covariances[i][j], covariances[i][i]*covariances[j][j])
		}
		out[i][i] = 1
	}
	return out
}
