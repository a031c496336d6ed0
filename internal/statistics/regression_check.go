package statistics

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// inflation compares the determinants of the slopes' correlations, of each predictor and of the
// others, with that of all (Fox and Monette 1992).
func (f *line) inflation(predictors []Predictor) []Inflation {
	p := len(f.terms)
	var covariance mat.Dense
	covariance.Mul(f.inverse, f.inverse.T())
	correlation := mat.NewSymDense(p, nil)
	for i := range p {
		for j := range i + 1 {
			correlation.SetSym(i, j, covariance.At(i, j)/math.Sqrt(covariance.At(i, i)*covariance.At(j, j)))
		}
	}
	out := make([]Inflation, len(predictors))
	for i, predictor := range predictors {
		own, others := f.termsOf(i)
		log := logDet(correlation, own) + logDet(correlation, others) - logDet(correlation, append(own, others...))
		out[i] = Inflation{Variable: predictor.called(), DF: len(own), VIF: figure(math.Exp(log), Unbound), Adjusted: figure(math.Exp(log/float64(2*len(own))), Unbound)}
	}
	return out
}

func (f *line) termsOf(predictor int) (own, others []int) {
	for j, of := range f.of {
		if of == predictor {
			own = append(own, j)
		} else {
			others = append(others, j)
		}
	}
	return own, others
}

// logDet is the logarithm of the determinant of some rows and columns; 0 for none.
func logDet(m mat.Symmetric, of []int) float64 {
	if len(of) == 0 {
		return 0
	}
	part := mat.NewSymDense(len(of), nil)
	for i, a := range of {
		for j, b := range of[:i+1] {
			part.SetSym(i, j, m.At(a, b))
		}
	}
	var c mat.Cholesky
	if !c.Factorize(part) {
		return math.Inf(-1)
	}
	return c.LogDet()
}

// breuschPagan asks whether the predictors explain the squared residuals (Breusch and Pagan
// 1979, studentised by Koenker 1981).
func (f *line) breuschPagan() Test {
	if f.weight != nil {
		return Test{Method: BreuschPagan, Undefined: Weighted}
	}
	squares := make([]float64, f.N)
	for row, e := range f.residuals {
		squares[row] = e * e
	}
	m := mean(squares, nil)
	var all float64
	for row := range squares {
		squares[row] -= m
		all += squares[row] * squares[row]
	}
	var along mat.VecDense
	along.MulVec(f.q.T(), mat.NewVecDense(f.N, squares))
	chi, df := float64(f.N)*mat.Dot(&along, &along)/all, float64(len(f.terms))
	return Test{Method: BreuschPagan, Statistic: chi, DF: df, P: chiTail(chi, df)}.checked(Constant)
}

// jarqueBera tests the skewness and kurtosis of the residuals (Jarque and Bera 1980).
func (f *line) jarqueBera() Test {
	if f.weight != nil {
		return Test{Method: JarqueBera, Undefined: Weighted}
	}
	m := momentsOf(f.residuals, nil)
	skew, kurtosis := m.third/math.Pow(m.second, 1.5), m.fourth/(m.second*m.second)-3
	chi := m.n / 6 * (skew*skew + kurtosis*kurtosis/4)
	return Test{Method: JarqueBera, Statistic: chi, DF: 2, P: chiTail(chi, 2)}.checked(Constant)
}
