package statistics

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/selvedge/selvedge/internal/study"
)

// The methods of ordered regression.
const (
	OrderedLogit Method = "ordered-logit"
	OverallLR    Method = "overall-likelihood-ratio"
	McFadden     Method = "mcfadden-r2"
	Brant        Method = "brant"
)

// OrderedRegression is a proportional-odds model (McCullagh 1980) of ordered categories, by
// maximum likelihood; of two categories it is the usual logistic regression. Standard errors
// are robust (White 1982: the sandwich, without a correction for small samples).
type OrderedRegression struct {
	Sample
	Method       Method               `json:"method"`
	Outcome      string               `json:"outcome"`
	Levels       []CategoryCount      `json:"levels" doc:"The categories that occur, lowest first"`
	References   []Term               `json:"references,omitempty" doc:"What the categories are compared with"`
	Coefficients []OrderedCoefficient `json:"coefficients"`
	Thresholds   []Threshold          `json:"thresholds"`
	LogLik       float64              `json:"logLik" doc:"Of the model; weights count as if they summed to N"`
	LogLikNull   float64              `json:"logLikNull" doc:"Without predictors"`
	R2           Effect               `json:"r2" doc:"McFadden's (1974)"`
	LR           Test                 `json:"lr" doc:"All coefficients are nought; not defined with sampling weights"`
	Brant        *BrantTest           `json:"brant,omitempty" doc:"The coefficients are the same at every threshold; for three categories or more"`
}

// OrderedCoefficient is one coefficient of an ordered model.
type OrderedCoefficient struct {
	Term
	Estimate     float64   `json:"estimate" doc:"Logarithm of the odds of a higher category"`
	SE           float64   `json:"se" doc:"Robust"`
	ModelSE      float64   `json:"modelSE" doc:"If the model holds and weights are counts"`
	Interval     *Interval `json:"interval,omitempty"`
	Test         Test      `json:"test" doc:"Normal z, robust"`
	OddsRatio    Figure    `json:"oddsRatio"`
	OddsInterval *Interval `json:"oddsInterval,omitempty"`
	Standardised float64   `json:"standardised" doc:"In standard deviations of the predictor and of the outcome behind the categories (McKelvey and Zavoina 1975)"`
}

// Threshold is where one category ends and the next begins, on the scale of the predictors.
type Threshold struct {
	Below    string  `json:"below"`
	Above    string  `json:"above"`
	Estimate float64 `json:"estimate"`
	SE       float64 `json:"se" doc:"Robust"`
}

// RegressOrdered fits an ordered-logit model; the labels of the outcome rise.
func RegressOrdered(outcome Categories, predictors []Predictor, w *Weights) (*OrderedRegression, error) {
	d, err := designed(outcome, predictors, w)
	if err != nil {
		return nil, err
	}
	labels, y := outcome.occurring(d.rows)
	if err := d.orderable(outcome, labels, y); err != nil {
		return nil, err
	}
	m := &logit{design: d, y: y, levels: len(labels)}
	if err := m.fit(m.start()); err != nil {
		return nil, err
	}
	r := &OrderedRegression{Sample: d.Sample, Method: OrderedLogit, Outcome: outcome.Name, References: d.references, Levels: m.counts(labels)}
	robust, model := m.covariances()
	r.Coefficients, r.Thresholds = m.coefficients(robust, model), m.thresholds(labels, robust)
	r.LogLik, r.LogLikNull = m.likelihood, m.nullLikelihood()
	r.R2 = Effect{Method: McFadden, Figure: figure(1-r.LogLik/r.LogLikNull, Constant)}
	r.LR = Test{Method: OverallLR, Undefined: Weighted}
	if d.weight == nil {
		chi := max(2*(r.LogLik-r.LogLikNull), 0)
		r.LR = Test{Method: OverallLR, Statistic: chi, DF: float64(len(d.terms)), P: chiTail(chi, float64(len(d.terms)))}.checked(Constant)
	}
	if len(labels) > 2 {
		r.Brant = m.brant()
	}
	return r, nil
}

// mostLevels is how many categories the outcome of an ordered model may have.
const mostLevels = 20

// orderable finds what no coefficients could be estimated for: one category only, terms that
// follow from others, and categories of a predictor in which all rows have the lowest or the
// highest outcome.
func (d *design) orderable(outcome Categories, labels []string, y []int) error {
	if len(labels) < 2 {
		return study.Errorf(study.Invalid, "%s has the same value in all %d rows, so there is nothing to explain.", outcome.Name, d.N)
	}
	if len(labels) > mostLevels {
		return study.Errorf(study.TooLarge, "%s has %d values; an ordered model takes at most %d.", outcome.Name, len(labels), mostLevels)
	}
	if err := (&line{design: d}).decompose(); err != nil {
		return err
	}
	for j, t := range d.terms {
		if d.dummy[j] && extreme(d.inLevel(j), y, len(labels)-1) {
			return d.separated(Term{t.Variable, t.Level}, outcome)
		}
	}
	for _, t := range d.references {
		if extreme(d.inReference(t.Variable), y, len(labels)-1) {
			return d.separated(t, outcome)
		}
	}
	return nil
}

func (d *design) separated(t Term, outcome Categories) error {
	return study.Errorf(study.Invalid, "All rows in which %s is %s have the lowest, or all the highest, value of %s, so its coefficient has no finite value; join it with another category or leave it out.", t.Variable, t.Level, outcome.Name)
}

// inLevel says which rows have the category of a term.
func (d *design) inLevel(term int) []bool {
	out := make([]bool, d.N)
	for row := range out {
		out[row] = d.at(row)[term] > 0
	}
	return out
}

// inReference says which rows have the reference of a variable: those in none of its terms.
func (d *design) inReference(variable string) []bool {
	out := make([]bool, d.N)
	for row := range out {
		out[row] = true
		for j, t := range d.terms {
			if d.dummy[j] && t.Variable == variable && d.at(row)[j] > 0 {
				out[row] = false
			}
		}
	}
	return out
}

// extreme says whether all the rows that are in have the lowest, or all the highest, outcome.
func extreme(in []bool, y []int, highest int) bool {
	low, high := true, true
	for row, is := range in {
		low = low && (!is || y[row] == 0)
		high = high && (!is || y[row] == highest)
	}
	return low || high
}

// counts gives the outcome's categories with their frequencies.
func (m *logit) counts(labels []string) []CategoryCount {
	out := make([]CategoryCount, len(labels))
	for row, k := range m.y {
		out[k].N++
		out[k].Count += weightAt(m.sample.weights, row)
	}
	for k := range out {
		out[k].Label = labels[k]
		out[k].Percent = 100 * out[k].Count / (m.Weighted + m.left)
		out[k].Valid = 100 * out[k].Count / m.Weighted
	}
	return out
}

func (m *logit) coefficients(robust, model *mat.Dense) []OrderedCoefficient {
	out := make([]OrderedCoefficient, len(m.terms))
	spread := math.Sqrt(m.explainedVariance() + math.Pi*math.Pi/3)
	for j, t := range m.terms {
		b, se := m.theta[j]/m.sd[j], math.Sqrt(robust.At(j, j))
		z := b / se
		c := OrderedCoefficient{Term: t, Estimate: b, SE: se, ModelSE: math.Sqrt(model.At(j, j)), Interval: around(b, zReach, se),
			Test:      Test{Method: "z-robust", Statistic: z, P: zTail(z)}.checked(Constant),
			OddsRatio: figure(math.Exp(b), TooLarge), Standardised: m.theta[j] / spread}
		if c.Interval != nil && math.Exp(c.Interval.High) < math.MaxFloat64 {
			c.OddsInterval = &Interval{math.Exp(c.Interval.Low), math.Exp(c.Interval.High)}
		}
		out[j] = c
	}
	return out
}

// explainedVariance is that of the linear predictor.
func (m *logit) explainedVariance() float64 {
	eta := make([]float64, m.N)
	for row := range eta {
		eta[row] = m.eta(row)
	}
	return momentsOf(eta, m.weight).variance()
}

func (m *logit) thresholds(labels []string, robust *mat.Dense) []Threshold {
	p := len(m.terms)
	var shift float64
	for j := range m.terms {
		shift += m.theta[j] / m.sd[j] * m.mean[j]
	}
	out := make([]Threshold, m.levels-1)
	for k := range out {
		out[k] = Threshold{labels[k], labels[k+1], m.theta[p+k] + shift, math.Sqrt(robust.At(p+k, p+k))}
	}
	return out
}
