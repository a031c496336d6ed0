package statistics

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/selvedge/selvedge/internal/study"
)

// logit is an ordered-logit model while it is fitted. theta holds the slopes of the
// standardised design, then the thresholds, which rise.
type logit struct {
	*design
	y           []int // the level of each row, from 0
	levels      int
	theta       []float64
	likelihood  float64
	information *mat.SymDense // minus the second derivatives at theta
	inverse     *mat.SymDense
}

// Limits of Newton's method. The likelihood has one peak (Pratt 1981), so few steps are needed
// unless the peak is at infinity; then standard errors grow without bound.
const (
	mostSteps   = 100
	nearEnough  = 1e-16 // of the decrement, relative to the number of rows
	boundlessSE = 100   // in units of the standardised design, or of a category
)

// fit climbs to the peak by Newton's method, halving a step that leads down.
func (m *logit) fit() error {
	m.theta = m.start()
	m.likelihood = m.at(m.theta)
	for range mostSteps {
		gradient := m.derivatives()
		step, decrement, ok := m.newton(gradient)
		if !ok {
			return m.boundless(0)
		}
		if decrement < nearEnough*float64(m.N) {
			return m.settle()
		}
		if !m.climb(step) {
			return m.settle() // no step leads up: the peak, as near as numbers go
		}
	}
	return m.boundless(m.steepest())
}

// start has no slopes, and thresholds by the shares of the levels.
func (m *logit) start() []float64 {
	theta := make([]float64, len(m.terms)+m.levels-1)
	shares := m.shares()
	var below float64
	for k, share := range shares[:m.levels-1] {
		below += share
		theta[len(m.terms)+k] = math.Log(below / (1 - below))
	}
	return theta
}

// shares of the levels among the rows, weighted.
func (m *logit) shares() []float64 {
	out := make([]float64, m.levels)
	for row, k := range m.y {
		out[k] += weightAt(m.weight, row) / float64(m.N)
	}
	return out
}

// nullLikelihood is the logarithm of the likelihood of the shares alone.
func (m *logit) nullLikelihood() (sum float64) {
	for _, share := range m.shares() {
		sum += float64(m.N) * share * math.Log(share)
	}
	return sum
}

// eta is the linear predictor of a row.
func (m *logit) eta(row int) (sum float64) {
	for j := range m.terms {
		sum += m.theta[j] * m.z[j][row]
	}
	return sum
}

// logistic gives the distribution at x, what is left above, and the density.
func logistic(x float64) (below, above, density float64) {
	e := math.Exp(-math.Abs(x))
	below, above = 1/(1+e), e/(1+e)
	if x < 0 {
		below, above = above, below
	}
	return below, above, below * above
}

// bounds are the ends of a row's level: the probability between them, and at each end the
// density and its slope, which are nought beyond the lowest and the highest threshold.
type bounds struct{ p, up, upSlope, down, downSlope float64 }

func (m *logit) bounds(row int, eta float64) (b bounds) {
	p, k := len(m.terms), m.y[row]
	lowBelow, lowAbove, highBelow, highAbove := 0.0, 1.0, 1.0, 0.0
	if k < m.levels-1 {
		highBelow, highAbove, b.up = logistic(m.theta[p+k] - eta)
		b.upSlope = b.up * (highAbove - highBelow)
	}
	if k > 0 {
		lowBelow, lowAbove, b.down = logistic(m.theta[p+k-1] - eta)
		b.downSlope = b.down * (lowAbove - lowBelow)
	}
	if b.p = highBelow - lowBelow; lowBelow > 0.5 {
		b.p = lowAbove - highAbove // the side on which the difference keeps its digits
	}
	return b
}

// at is the logarithm of the likelihood at theta, which it sets; minus infinity where the
// thresholds do not rise.
func (m *logit) at(theta []float64) (sum float64) {
	m.theta = theta
	for row := range m.y {
		p := m.bounds(row, m.eta(row)).p
		if !(p > 0) {
			return math.Inf(-1)
		}
		sum += weightAt(m.weight, row) * math.Log(p)
	}
	return sum
}

// score puts the derivatives of a row's likelihood into out, without its weight, and gives what
// the second derivatives are made of: those at the upper end, at the lower, and across.
func (m *logit) score(row int, out []float64) (upper, lower, across float64) {
	clear(out)
	p, k := len(m.terms), m.y[row]
	b := m.bounds(row, m.eta(row))
	up, down := b.up/b.p, -b.down/b.p
	for j := range m.terms {
		out[j] = -(up + down) * m.z[j][row]
	}
	if k < m.levels-1 {
		out[p+k] = up
	}
	if k > 0 {
		out[p+k-1] = down
	}
	return b.upSlope/b.p - up*up, -b.downSlope/b.p - down*down, -up * down
}

// derivatives gives the gradient at theta and sets the information.
func (m *logit) derivatives() []float64 {
	size := len(m.theta)
	gradient, score, row := make([]float64, size), make([]float64, size), 0
	second := make([]float64, size*size)
	for row = range m.y {
		upper, lower, across := m.score(row, score)
		w := weightAt(m.weight, row)
		for j, s := range score {
			gradient[j] += w * s
		}
		m.bend(row, w*upper, w*lower, w*across, second)
	}
	m.information = mat.NewSymDense(size, nil)
	for i := range size {
		for j := range i + 1 {
			m.information.SetSym(i, j, -second[i*size+j])
		}
	}
	return gradient
}

// bend adds a row's second derivatives to the lower triangle of second.
func (m *logit) bend(row int, upper, lower, across float64, second []float64) {
	p, k, size := len(m.terms), m.y[row], len(m.theta)
	all := upper + lower + 2*across
	for j := range p {
		z := m.z[j][row]
		for i := range j + 1 {
			second[j*size+i] += all * z * m.z[i][row]
		}
		if k < m.levels-1 {
			second[(p+k)*size+j] -= (upper + across) * z
		}
		if k > 0 {
			second[(p+k-1)*size+j] -= (lower + across) * z
		}
	}
	if k < m.levels-1 {
		second[(p+k)*size+p+k] += upper
	}
	if k > 0 {
		second[(p+k-1)*size+p+k-1] += lower
	}
	if k > 0 && k < m.levels-1 {
		second[(p+k)*size+p+k-1] += across
	}
}

// newton gives the step to the peak of the parabola through here and how much it promises.
func (m *logit) newton(gradient []float64) (step []float64, decrement float64, ok bool) {
	var c mat.Cholesky
	var solved mat.VecDense
	g := mat.NewVecDense(len(gradient), gradient)
	if !c.Factorize(m.information) || c.SolveVecTo(&solved, g) != nil {
		return nil, 0, false
	}
	m.inverse = new(mat.SymDense)
	if c.InverseTo(m.inverse) != nil {
		return nil, 0, false
	}
	return solved.RawVector().Data, mat.Dot(g, &solved), true
}

// climb takes the step, or the greatest of its halves that leads up; false if none does.
func (m *logit) climb(step []float64) bool {
	from, likelihood := m.theta, m.likelihood
	for size := 1.0; size > 1e-10; size /= 2 {
		to := make([]float64, len(from))
		for i := range to {
			to[i] = from[i] + size*step[i]
		}
		if m.likelihood = m.at(to); m.likelihood > likelihood {
			return true
		}
	}
	m.theta, m.likelihood = from, likelihood
	return false
}

// settle looks whether the peak is a real one.
func (m *logit) settle() error {
	if j := m.steepest(); m.reach(j) > boundlessSE {
		return m.boundless(j)
	}
	return nil
}

// steepest is the term whose coefficient is the least certain.
func (m *logit) steepest() (term int) {
	for j := range m.terms {
		if m.reach(j) > m.reach(term) {
			term = j
		}
	}
	return term
}

// reach is the standard error of a term: of a category, or of a standard deviation of a number.
func (m *logit) reach(term int) float64 {
	se := math.Sqrt(m.inverse.At(term, term))
	if m.dummy[term] {
		return se / m.sd[term]
	}
	return se
}

func (m *logit) boundless(term int) error {
	return study.Errorf(study.Invalid, "The variables separate the outcomes completely, %s among them, so the coefficients have no finite values; leave variables out or join categories.", m.terms[term].Variable)
}

// covariances gives those of the slopes and thresholds in the units of the variables: by the
// sandwich (White 1982), and by the information alone.
func (m *logit) covariances() (robust, model *mat.Dense) {
	scores := mat.NewDense(m.N, len(m.theta), nil)
	for row := range m.y {
		out := scores.RawRowView(row)
		m.score(row, out)
		for j := range out {
			out[j] *= weightAt(m.weight, row)
		}
	}
	unit := m.units()
	var influence, turned mat.Dense
	robust, model = new(mat.Dense), new(mat.Dense)
	influence.Mul(scores, m.inverse)
	turned.Mul(&influence, unit.T())
	robust.Mul(turned.T(), &turned)
	model.Product(unit, m.inverse, unit.T())
	return robust, model
}

// units turns parameters of the standardised design into those of the variables.
func (m *logit) units() *mat.Dense {
	p, size := len(m.terms), len(m.theta)
	out := mat.NewDense(size, size, nil)
	for j := range p {
		out.Set(j, j, 1/m.sd[j])
		for k := p; k < size; k++ {
			out.Set(k, j, m.mean[j]/m.sd[j])
		}
	}
	for k := p; k < size; k++ {
		out.Set(k, k, 1)
	}
	return out
}
