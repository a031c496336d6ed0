package statistics

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/selvedge/selvedge/internal/study"
)

// The methods of linear regression.
const (
	LeastSquares         Method = "least-squares"
	WeightedLeastSquares Method = "weighted-least-squares"
	OverallF             Method = "overall-f"
	OverallWald          Method = "overall-wald-hc3"
	BreuschPagan         Method = "breusch-pagan-koenker"
	JarqueBera           Method = "jarque-bera"
)

// Regression is a linear model. Tests and intervals of the coefficients rest on HC3 standard
// errors (MacKinnon and White 1985).
type Regression struct {
	Sample
	Method       Method        `json:"method"`
	Outcome      string        `json:"outcome"`
	References   []Term        `json:"references,omitempty" doc:"What the categories are compared with"`
	Coefficients []Coefficient `json:"coefficients" doc:"The intercept first"`
	R2           float64       `json:"r2"`
	AdjustedR2   float64       `json:"adjustedR2"`
	Sigma        float64       `json:"sigma" doc:"Residual standard error"`
	F            Test          `json:"f" doc:"All coefficients but the intercept are nought, classical"`
	Wald         Test          `json:"wald" doc:"The same with HC3"`
	Inflation    []Inflation   `json:"inflation" doc:"Of each predictor"`
	BreuschPagan Test          `json:"breuschPagan" doc:"The residuals spread evenly"`
	JarqueBera   Test          `json:"jarqueBera" doc:"The residuals are normal"`
	Rows         []RowFit      `json:"rows" doc:"The rows that took part"`
}

// Coefficient is one coefficient of a linear model.
type Coefficient struct {
	Term
	Estimate     float64   `json:"estimate"`
	SE           float64   `json:"se" doc:"HC3"`
	Interval     *Interval `json:"interval,omitempty"`
	Test         Test      `json:"test" doc:"t with HC3"`
	ClassicalSE  float64   `json:"classicalSE"`
	Standardised Figure    `json:"standardised" doc:"In standard deviations of both; not defined for the intercept"`
}

// Inflation is the generalised variance inflation of a predictor (Fox and Monette 1992); for
// one coefficient it is the usual VIF.
type Inflation struct {
	Variable string `json:"variable"`
	VIF      Figure `json:"vif"`
	DF       int    `json:"df" doc:"Coefficients of the predictor"`
	// Adjusted is VIF to the power 1/(2 df): how much wider standard errors are.
	Adjusted Figure `json:"adjusted"`
}

// RowFit is how the model fits one row.
type RowFit struct {
	Row      int     `json:"row" doc:"Place of the row in the columns, from 0"`
	Fitted   float64 `json:"fitted"`
	Residual float64 `json:"residual"`
	Leverage float64 `json:"leverage" doc:"0 to 1"`
	Cook     float64 `json:"cook" doc:"Cook's distance (1977)"`
}

// Regress fits a linear model by least squares, with sampling weights by weighted ones.
func Regress(outcome Column, predictors []Predictor, w *Weights) (*Regression, error) {
	d, err := designed(outcome, predictors, w)
	if err != nil {
		return nil, err
	}
	f, err := fitLine(d, outcome)
	if err != nil {
		return nil, err
	}
	r := &Regression{Sample: d.Sample, Method: LeastSquares, Outcome: outcome.Name, References: d.references}
	if d.weight != nil {
		r.Method = WeightedLeastSquares
	}
	n, p := float64(d.N), float64(len(d.terms))
	r.Sigma, r.R2 = f.sigma(), 1-f.rss/f.tss
	r.AdjustedR2 = 1 - (1-r.R2)*(n-1)/f.df()
	overall := (f.tss - f.rss) / p / (f.sigma() * f.sigma())
	r.F = Test{Method: OverallF, Statistic: overall, DF: p, DF2: f.df(), P: fTail(overall, p, f.df())}.checked(Constant)
	robust := f.robust()
	r.Coefficients, r.Wald = f.coefficients(robust), f.wald(robust)
	r.Inflation = f.inflation(predictors)
	r.BreuschPagan, r.JarqueBera = f.breuschPagan(), f.jarqueBera()
	r.Rows = f.rowFits()
	return r, nil
}

// line is a fitted linear model of the standardised design: q has orthonormal columns, each row
// times the root of its weight, and inverse turns them into coefficients.
type line struct {
	*design
	q         *mat.Dense
	inverse   *mat.Dense // of R
	slopes    []float64  // of the standardised design
	centre    float64    // weighted mean of the outcome
	fitted    []float64
	residuals []float64
	leverage  []float64
	rss, tss  float64
}

// fitLine solves the model by a QR decomposition.
func fitLine(d *design, outcome Column) (*line, error) {
	y := d.sample.of(outcome)
	if flat(y) {
		return nil, study.Errorf(study.Invalid, "%s has the same value in all %d rows, so there is nothing to explain.", outcome.Name, d.N)
	}
	f := &line{design: d, centre: mean(y, d.weight)}
	if err := f.decompose(); err != nil {
		return nil, err
	}
	f.solve(y)
	if f.rss <= 1e-20*f.tss {
		return nil, study.Errorf(study.Invalid, "%s follows exactly from the variables that are to explain it, so there is nothing to estimate.", outcome.Name)
	}
	return f, f.lever()
}

// collinearBelow is the share of a column's length that must be its own, as in R's lm.
const collinearBelow = 1e-7

func (f *line) decompose() error {
	n, p := f.N, len(f.terms)
	z := mat.DenseCopyOf(f.z)
	z.Apply(func(row, _ int, v float64) float64 { return f.root(row) * v }, z)
	var qr mat.QR
	qr.Factorize(z)
	var r mat.Dense
	qr.RTo(&r)
	upper := mat.NewTriDense(p, mat.Upper, nil)
	for i := range p {
		if math.Abs(r.At(i, i)) < collinearBelow*math.Sqrt(float64(n)) {
			return f.collinear(i)
		}
		for j := i; j < p; j++ {
			upper.SetTri(i, j, r.At(i, j))
		}
	}
	var inverse mat.TriDense
	if err := inverse.InverseTri(upper); err != nil {
		return f.collinear(p - 1)
	}
	f.inverse, f.q = mat.DenseCopyOf(&inverse), mat.NewDense(n, p, nil)
	f.q.Mul(z, f.inverse)
	return nil
}

// solve finds slopes, fitted values and residuals.
func (f *line) solve(y []float64) {
	centred := mat.NewVecDense(f.N, nil)
	for row, v := range y {
		centred.SetVec(row, f.root(row)*(v-f.centre))
	}
	var along, slopes, hat mat.VecDense
	along.MulVec(f.q.T(), centred)
	slopes.MulVec(f.inverse, &along)
	hat.MulVec(f.q, &along)
	f.slopes = slopes.RawVector().Data
	f.tss = mat.Dot(centred, centred)
	for row, v := range y {
		fitted := f.centre + hat.AtVec(row)/f.root(row)
		f.fitted, f.residuals = append(f.fitted, fitted), append(f.residuals, v-fitted)
		e := centred.AtVec(row) - hat.AtVec(row)
		f.rss += e * e
	}
}

// lever finds the leverage of each row; a row of leverage 1 alone decides a coefficient, whose
// robust standard error then is not defined.
func (f *line) lever() error {
	f.leverage = make([]float64, f.N)
	for row := range f.leverage {
		q := f.q.RawRowView(row)
		f.leverage[row] = weightAt(f.weight, row)/float64(f.N) + dot(q, q)
		if f.leverage[row] > 1-1e-9 {
			return study.Errorf(study.Invalid, "Row %d alone decides one of the coefficients (a category that it has alone, for instance), so its standard error can't be estimated; leave it out or join categories.", f.rows[row]+1)
		}
	}
	return nil
}

// df is the residual degrees of freedom.
func (f *line) df() float64 { return float64(f.N - len(f.terms) - 1) }

func (f *line) sigma() float64 { return math.Sqrt(f.rss / f.df()) }

// spread turns influences on the centre and the orthonormal columns into influences on the
// intercept and the coefficients in the units of the variables.
func (f *line) spread(centre float64, along []float64, out []float64) {
	out[0] = centre
	for j := range f.terms {
		var slope float64
		for k := j; k < len(along); k++ {
			slope += f.inverse.At(j, k) * along[k]
		}
		out[j+1] = slope / f.sd[j]
		out[0] -= slope / f.sd[j] * f.mean[j]
	}
}

// robust is the covariance of the coefficients by HC3 (MacKinnon and White 1985; weighted as
// in R's sandwich).
func (f *line) robust() *mat.Dense {
	g := mat.NewDense(f.N, len(f.terms)+1, nil)
	along := make([]float64, len(f.terms))
	for row, e := range f.residuals {
		e /= 1 - f.leverage[row]
		for k, q := range f.q.RawRowView(row) {
			along[k] = q * e * f.root(row)
		}
		f.spread(weightAt(f.weight, row)*e/float64(f.N), along, g.RawRowView(row))
	}
	var out mat.Dense
	out.Mul(g.T(), g)
	return &out
}

// classical is the covariance if the residuals spread evenly.
func (f *line) classical() *mat.Dense {
	p := len(f.terms)
	g := mat.NewDense(p+1, p+1, nil)
	f.spread(f.sigma()/math.Sqrt(float64(f.N)), make([]float64, p), g.RawRowView(0))
	for k := range p {
		along := make([]float64, p)
		along[k] = f.sigma()
		f.spread(0, along, g.RawRowView(k+1))
	}
	var out mat.Dense
	out.Mul(g.T(), g)
	return &out
}

func (f *line) coefficients(robust *mat.Dense) []Coefficient {
	out := make([]Coefficient, len(f.terms)+1)
	out[0] = Coefficient{Estimate: f.centre, Standardised: Figure{Undefined: Constant}}
	sdY := math.Sqrt(f.tss / float64(f.N-1))
	for j, t := range f.terms {
		b := f.slopes[j] / f.sd[j]
		out[0].Estimate -= b * f.mean[j]
		out[j+1] = Coefficient{Term: t, Estimate: b, Standardised: figure(f.slopes[j]/sdY, Constant)}
	}
	classical := f.classical()
	for j := range out {
		c := &out[j]
		c.SE, c.ClassicalSE = math.Sqrt(robust.At(j, j)), math.Sqrt(classical.At(j, j))
		t := c.Estimate / c.SE
		c.Test = Test{Method: "t-hc3", Statistic: t, DF: f.df(), P: tTail(t, f.df())}.checked(Constant)
		c.Interval = around(c.Estimate, tReach(f.df()), c.SE)
	}
	return out
}

// wald tests all slopes together by their robust covariance.
func (f *line) wald(robust *mat.Dense) Test {
	p := len(f.terms)
	b := make([]float64, p)
	for j := range b {
		b[j] = f.slopes[j] / f.sd[j]
	}
	chi, ok := quadratic(b, robust.Slice(1, p+1, 1, p+1))
	if !ok {
		return Test{Method: OverallWald, Undefined: Constant}
	}
	v := chi / float64(p)
	return Test{Method: OverallWald, Statistic: v, DF: float64(p), DF2: f.df(), P: fTail(v, float64(p), f.df())}.checked(Constant)
}

// quadratic is b' V^-1 b; false where V can't be inverted. Both are first brought to a common
// scale.
func quadratic(b []float64, v mat.Matrix) (float64, bool) {
	scaled, symmetric := mat.NewVecDense(len(b), nil), mat.NewSymDense(len(b), nil)
	for i := range b {
		scaled.SetVec(i, b[i]/math.Sqrt(v.At(i, i)))
		for j := range i + 1 {
			symmetric.SetSym(i, j, v.At(i, j)/math.Sqrt(v.At(i, i)*v.At(j, j)))
		}
	}
	var c mat.Cholesky
	var solved mat.VecDense
	if !c.Factorize(symmetric) || c.SolveVecTo(&solved, scaled) != nil {
		return 0, false
	}
	return mat.Dot(scaled, &solved), true
}

func (f *line) rowFits() []RowFit {
	out := make([]RowFit, f.N)
	for row := range out {
		h := f.leverage[row]
		e := f.root(row) * f.residuals[row] / (f.sigma() * (1 - h))
		out[row] = RowFit{f.rows[row], f.fitted[row], f.residuals[row], h, e * e * h / float64(len(f.terms)+1)}
	}
	return out
}
