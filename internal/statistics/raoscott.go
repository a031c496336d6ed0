package statistics

import (
	"gonum.org/v1/gonum/mat"
)

// mostContrasts is how many degrees of freedom a weighted table may have to be tested.
const mostContrasts = 200

// raoScott tests a table under sampling weights by Pearson's statistic with the second-order
// correction of Rao and Scott (1984), as an F; the rows are taken as drawn one by one, not in
// clusters or strata (R: survey::svychisq). The counts must sum to N; squares are the sums of
// squared weights of each cell.
func raoScott(counts, squares [][]float64, n float64) Test {
	t := Test{Method: RaoScott}
	r, c := len(counts), len(counts[0])
	q := (r - 1) * (c - 1)
	switch {
	case q == 0:
		t.Undefined = Constant
		return t
	case q > mostContrasts || r*c > 2*mostContrasts:
		t.Undefined = TooLarge
		return t
	case n < 2:
		t.Undefined = TooFew
		return t
	}
	p, s := flattened(counts, n), flattened(squares, 1)
	contrast := contrasts(r, c, p)
	var solved, simple, design mat.Dense
	simple.Product(contrast.T(), simpleVariance(p, n), contrast)
	design.Product(contrast.T(), designVariance(p, s, n), contrast)
	if err := solved.Solve(&simple, &design); err != nil {
		t.Undefined = Constant
		return t
	}
	trace := mat.Trace(&solved)
	var twice mat.Dense
	twice.Mul(&solved, &solved)
	df := trace * trace / mat.Trace(&twice)
	f := pearsonOf(counts, n) / trace
	t.Statistic, t.DF, t.DF2, t.P = f, df, df*(n-1), fTail(f, df, df*(n-1))
	return t.checked(Constant)
}

func flattened(table [][]float64, by float64) (out []float64) {
	for _, row := range table {
		for _, v := range row {
			out = append(out, v/by)
		}
	}
	return out
}

// pearsonOf is Pearson's statistic of a table that sums to n.
func pearsonOf(counts [][]float64, n float64) (sum float64) {
	columns := make([]float64, len(counts[0]))
	for _, row := range counts {
		for j, v := range row {
			columns[j] += v
		}
	}
	for _, row := range counts {
		var all float64
		for _, v := range row {
			all += v
		}
		for j, v := range row {
			e := all * columns[j] / n
			sum += (v - e) * (v - e) / e
		}
	}
	return sum
}

// contrasts spans the interactions of a table: what is left of its cells beside rows and
// columns, each cell divided by its share.
func contrasts(r, c int, p []float64) *mat.Dense {
	out := mat.NewDense(r*c, (r-1)*(c-1), nil)
	centred := func(i, k, of int) float64 {
		if i == k {
			return 1 - 1/float64(of)
		}
		return -1 / float64(of)
	}
	for cell, share := range p {
		if share == 0 {
			continue
		}
		for k := range r - 1 {
			for l := range c - 1 {
				out.Set(cell, k*(c-1)+l, centred(cell/c, k, r)*centred(cell%c, l, c)/share)
			}
		}
	}
	return out
}

// simpleVariance is that of the contrasts of a simple random sample, whose rows and columns
// cancel out.
func simpleVariance(p []float64, n float64) *mat.DiagDense {
	out := mat.NewDiagDense(len(p), nil)
	for i, share := range p {
		out.SetDiag(i, share/n)
	}
	return out
}

// designVariance is that of weighted shares, linearised; s are sums of squared weights.
func designVariance(p, s []float64, n float64) *mat.Dense {
	var all float64
	for _, v := range s {
		all += v
	}
	out := mat.NewDense(len(p), len(p), nil)
	for i, a := range p {
		for j, b := range p {
			v := a*b*all - b*s[i] - a*s[j]
			if i == j {
				v += s[i]
			}
			out.Set(i, j, v/(n*(n-1)))
		}
	}
	return out
}
