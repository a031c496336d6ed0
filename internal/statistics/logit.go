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
	nearEnough  = 1e-8 // squared distance from the peak, in standard errors
	boundlessSE = 100  // in units of the standardised design, or of a category
)

// fit climbs from theta to the peak by Newton's method, halving a step that leads down. Near
// the peak, where the likelihood is too flat to show the way, a last step is taken on trust.
func (m *logit) fit(theta []float64) error {
	m.likelihood = m.try(theta)
	for range mostSteps {
		step, decrement, ok := m.newton(m.derivatives())
		switch {
		case !ok:
			return m.boundless(0)
		case decrement < nearEnough:
			return m.settle(step)
		case !m.climb(step):
			return m.boundless(m.steepest())
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
func (m *logit) eta(row int) float64 { return dot(m.at(row), m.theta[:len(m.terms)]) }

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

// try is the logarithm of the likelihood at theta, which it sets; minus infinity where the
// thresholds do not rise.
func (m *logit) try(theta []float64) (sum float64) {
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
	for j, z := range m.at(row) {
		out[j] = -(up + down) * z
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
	var sums [2]curve
	inHalves(m.N, func(half, from, to int) { sums[half] = m.curveOf(from, to) })
	m.information = symmetric(size, sums[0].second, sums[1].second)
	m.information.ScaleSym(-1, m.information)
	addTimes(sums[0].gradient, 1, sums[1].gradient)
	return sums[0].gradient
}

// curve holds the first and second derivatives of the likelihood; of the second, which are
// symmetric, the lower triangle.
type curve struct{ gradient, second []float64 }

// curveOf adds up the derivatives of some rows.
func (m *logit) curveOf(from, to int) curve {
	size := len(m.theta)
	sum, score := curve{make([]float64, size), make([]float64, size*size)}, make([]float64, size)
	bends := make([]float64, to-from)
	for row := from; row < to; row++ {
		upper, lower, across := m.score(row, score)
		w := weightAt(m.weight, row)
		for j, s := range score {
			sum.gradient[j] += w * s
		}
		bends[row-from] = w * (upper + lower + 2*across)
		m.bend(row, w*upper, w*lower, w*across, sum.second)
	}
	addSquares(sum.second, size, m.z, from, bends)
	return sum
}

// bend adds a row's second derivatives by the thresholds to the lower triangle of second.
func (m *logit) bend(row int, upper, lower, across float64, second []float64) {
	p, k, size := len(m.terms), m.y[row], len(m.theta)
	at := m.at(row)
	if k < m.levels-1 {
		line := second[(p+k)*size:]
		addTimes(line, -(upper + across), at)
		line[p+k] += upper
	}
	if k > 0 {
		line := second[(p+k-1)*size:]
		addTimes(line, -(lower + across), at)
		line[p+k-1] += lower
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
		if m.likelihood = m.try(along(from, step, size)); m.likelihood > likelihood {
			return true
		}
	}
	m.theta, m.likelihood = from, likelihood
	return false
}

// settle takes the last step and looks whether the peak is a real one.
func (m *logit) settle(step []float64) error {
	m.likelihood = m.try(along(m.theta, step, 1))
	if _, _, ok := m.newton(m.derivatives()); !ok {
		return m.boundless(0)
	}
	if j := m.steepest(); m.reach(j) > boundlessSE {
		return m.boundless(j)
	}
	return nil
}

// along is where so much of a step leads.
func along(from, step []float64, size float64) []float64 {
	to := make([]float64, len(from))
	for i := range to {
		to[i] = from[i] + size*step[i]
	}
	return to
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
