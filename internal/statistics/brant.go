package statistics

import (
	"slices"

	"gonum.org/v1/gonum/mat"
)

// BrantTest asks whether a coefficient of an ordered model is the same at every threshold
// (Brant 1990): a logistic regression is fitted at each, and their coefficients are compared.
type BrantTest struct {
	All   Test        `json:"all"`
	Terms []BrantTerm `json:"terms,omitempty"`
}

// BrantTerm is the test of one term.
type BrantTerm struct {
	Term
	Test Test `json:"test"`
}

// mostWork bounds rows times squared terms times squared levels, on which the time depends.
const mostWork = 5e8

// brant is not defined with sampling weights, nor where one of the logistic regressions has no
// finite coefficients, nor for models that are so large that it would take long.
func (m *logit) brant() *BrantTest {
	if m.weight != nil {
		return &BrantTest{All: Test{Method: Brant, Undefined: Weighted}}
	}
	if work := float64(m.N) * float64(len(m.terms)*len(m.terms)*m.levels*m.levels); work > mostWork {
		return &BrantTest{All: Test{Method: Brant, Undefined: TooLarge}}
	}
	cuts, ok := m.cuts()
	if !ok {
		return &BrantTest{All: Test{Method: Brant, Undefined: Unbound}}
	}
	b, v := slopesOf(cuts)
	out := &BrantTest{All: m.brantOf(b, v, m.every())}
	for j, t := range m.terms {
		out.Terms = append(out.Terms, BrantTerm{t, m.brantOf(b, v, []int{j})})
	}
	return out
}

// cut is the logistic regression at one threshold.
type cut struct {
	*logit
	p []float64 // the probability of being above it, of each row
	x *mat.Dense
}

func (m *logit) cuts() ([]cut, bool) {
	x := m.withThreshold()
	out := make([]cut, m.levels-1)
	for k := range out {
		y := make([]int, m.N)
		for row, level := range m.y {
			if level > k {
				y[row] = 1
			}
		}
		out[k] = cut{&logit{design: m.design, y: y, levels: 2}, make([]float64, m.N), x}
		if out[k].fit(append(slices.Clone(m.theta[:len(m.terms)]), m.theta[len(m.terms)+k])) != nil {
			return nil, false
		}
		for row := range y {
			_, out[k].p[row], _ = logistic(out[k].theta[len(m.terms)] - out[k].eta(row))
		}
	}
	return out, true
}

// withThreshold is the standardised design with a last column of minus ones, which is what a
// threshold counts for in the likelihood.
func (m *logit) withThreshold() *mat.Dense {
	one := mat.NewDense(m.N, 1, nil)
	one.Apply(func(_, _ int, _ float64) float64 { return -1 }, one)
	var x mat.Dense
	x.Augment(m.z, one)
	return &x
}

// cross is x' w x, where w of a row is the covariance of being above one threshold and above
// another that is not lower.
func (c cut) cross(higher cut) *mat.SymDense {
	size := len(c.theta)
	var sums [2][]float64
	inHalves(c.N, func(half, from, to int) {
		w := make([]float64, to-from)
		for i := range w {
			w[i] = higher.p[from+i] * (1 - c.p[from+i])
		}
		sums[half] = make([]float64, size*size)
		addSquares(sums[half], size, c.x, from, w)
	})
	return symmetric(size, sums[0], sums[1])
}

// slopesOf gives the slopes of all cuts, cut by cut, and their joint covariance.
func slopesOf(cuts []cut) (b []float64, v *mat.Dense) {
	p := len(cuts[0].terms)
	v = mat.NewDense(p*len(cuts), p*len(cuts), nil)
	for k, c := range cuts {
		b = append(b, c.theta[:p]...)
		for l := k; l < len(cuts); l++ {
			block := c.covariance(cuts[l])
			for i := range p {
				for j := range p {
					v.Set(k*p+i, l*p+j, block.At(i, j))
					v.Set(l*p+j, k*p+i, block.At(i, j))
				}
			}
		}
	}
	return b, v
}

// covariance is that of the parameters at one threshold with those at another that is not lower.
func (c cut) covariance(higher cut) mat.Matrix {
	if c.logit == higher.logit {
		return c.inverse
	}
	var out mat.Dense
	out.Product(c.inverse, c.cross(higher), higher.inverse)
	return &out
}

func (m *logit) every() []int {
	out := make([]int, len(m.terms))
	for j := range out {
		out[j] = j
	}
	return out
}

// brantOf tests whether some terms have the same slopes at the first cut as at each other one.
func (m *logit) brantOf(b []float64, v *mat.Dense, terms []int) Test {
	p, size := len(m.terms), (m.levels-2)*len(terms)
	contrast := mat.NewDense(size, len(b), nil)
	for k := 1; k < m.levels-1; k++ {
		for i, term := range terms {
			contrast.Set((k-1)*len(terms)+i, term, 1)
			contrast.Set((k-1)*len(terms)+i, k*p+term, -1)
		}
	}
	var difference, covariance mat.Dense
	difference.Mul(contrast, mat.NewDense(len(b), 1, b))
	covariance.Product(contrast, v, contrast.T())
	chi, ok := quadratic(difference.RawMatrix().Data, &covariance)
	if !ok {
		return Test{Method: Brant, Undefined: Constant}
	}
	return Test{Method: Brant, Statistic: chi, DF: float64(size), P: chiTail(chi, float64(size))}.checked(Constant)
}
