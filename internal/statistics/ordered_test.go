package statistics

import (
	"strings"
	"testing"
)

// figures of an ordered model, as figures.R names them.
func (r *OrderedRegression) figures() figures {
	f := figures{"n": ones(float64(r.N)), "logLik": ones(r.LogLik), "null": ones(r.LogLikNull), "r2": ones(r.R2.Value)}
	add := func(name string, v float64) { f[name] = append(f[name], v) }
	for _, c := range r.Coefficients {
		for name, v := range map[string]float64{"b": c.Estimate, "se": c.SE, "model": c.ModelSE, "odds": c.OddsRatio.Value, "standardised": c.Standardised} {
			add(name, v)
		}
	}
	for _, t := range r.Thresholds {
		add("zeta", t.Estimate)
		add("zetaSE", t.SE)
	}
	if r.Brant != nil && r.Brant.All.Undefined == "" {
		f["brant.chi"], f["brant.df"], f["brant.p"] = ones(r.Brant.All.Statistic), ones(r.Brant.All.DF), ones(r.Brant.All.P)
		for _, t := range r.Brant.Terms {
			add("brant.terms", t.Test.Statistic)
		}
	}
	return f
}

// polr differentiates twice by differences, which gives standard errors about five digits.
var polr = map[string]float64{"se": 5e-5, "zetaSE": 5e-5, "model": 5e-5, "logLik": closed, "null": closed, "brant.chi": closed, "brant.p": closed, "brant.terms": closed}

func TestAnOrderedModelIsAsInR(t *testing.T) {
	d := load(t, "survey")
	got := must[*OrderedRegression](t)(RegressOrdered(d.categories("outlook"), d.explain("size", "sector", "growth"), nil))
	d.says(t, "ordered").are(t, got.figures(), iterated, polr)

	firms := load(t, "firms")
	gva := firms.column("gva").turnedBy(func(v float64) float64 { return v / 1e4 })
	got = must[*OrderedRegression](t)(RegressOrdered(firms.categories("aim"), append(firms.explain("training", "region"), Predictor{Variable: gva}), nil))
	firms.says(t, "ordered").are(t, got.figures(), iterated, polr)

	pilot := load(t, "pilot")
	score := pilot.column("score").turnedBy(func(v float64) float64 { return v/10 - 5 })
	got = must[*OrderedRegression](t)(RegressOrdered(pilot.categories("answer"), append([]Predictor{{Variable: score}}, pilot.explain("other")...), nil))
	pilot.says(t, "ordered").are(t, got.figures(), iterated, polr)
}

// turnedBy gives a column in another unit, in which polr's differences are near enough.
func (c Column) turnedBy(unit func(float64) float64) Column {
	out := Column{Name: c.Name}
	for _, v := range c.Values {
		out.Values = append(out.Values, unit(v))
	}
	return out
}

func TestAnOrderedModelWithSamplingWeightsIsAsInR(t *testing.T) {
	d := load(t, "survey")
	got := must[*OrderedRegression](t)(RegressOrdered(d.categories("outlook"), d.explain("size", "sector", "growth"), d.weights(Sampling)))
	d.says(t, "weighted.ordered").are(t, got.figures(), iterated, polr)
}

func TestAnOrderedModelOfTwoCategoriesIsTheLogisticRegressionOfR(t *testing.T) {
	d := load(t, "firms")
	got := must[*OrderedRegression](t)(RegressOrdered(d.categories("programme"), d.explain("training", "region"), nil))
	f := figures{"logLik": ones(got.LogLik), "lr": ones(got.LR.Statistic)}
	for _, c := range got.Coefficients {
		f["b"], f["se"], f["model"] = append(f["b"], c.Estimate), append(f["se"], c.SE), append(f["model"], c.ModelSE)
	}
	d.says(t, "logistic").are(t, f, closed, nil)
}

func TestSeparationIsRecognisedAndSaid(t *testing.T) {
	outcome := Categories{Name: "size", Labels: []string{"small", "large"}, Of: []int{0, 0, 0, 0, 1, 1, 1, 1}}
	for what, by := range map[string]Variable{
		"numbers":    Column{"staff", []float64{1, 2, 3, 4, 5, 6, 7, 8}},
		"quasi":      Column{"staff", []float64{1, 2, 3, 4, 4, 6, 7, 8}},
		"categories": Categories{Name: "staff", Labels: []string{"a", "b"}, Of: []int{0, 1, 1, 0, 1, 1, 1, 1}},
	} {
		_, err := RegressOrdered(outcome, []Predictor{{Variable: by}}, nil)
		if err == nil || !strings.Contains(err.Error(), "no finite value") {
			t.Errorf("%s: %v", what, err)
		}
	}
}
