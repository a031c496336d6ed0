package statistics

import "testing"

// figures of a linear model, as figures.R names them.
func (r *Regression) figures() figures {
	f := figures{"n": ones(float64(r.N)), "r2": ones(r.R2), "adjusted": ones(r.AdjustedR2), "sigma": ones(r.Sigma), "f": ones(r.F.Statistic), "fp": ones(r.F.P), "df2": ones(r.F.DF2),
		"wald": ones(r.Wald.Statistic), "waldP": ones(r.Wald.P)}
	add := func(name string, v float64) { f[name] = append(f[name], v) }
	for i, c := range r.Coefficients {
		for name, v := range map[string]float64{"b": c.Estimate, "se": c.SE, "t": c.Test.Statistic, "p": c.Test.P, "low": c.Interval.Low, "high": c.Interval.High, "classical": c.ClassicalSE} {
			add(name, v)
		}
		if i > 0 {
			add("beta", c.Standardised.Value)
		}
	}
	for _, v := range r.Inflation {
		add("vif", v.VIF.Value)
	}
	for _, row := range r.Rows {
		for name, v := range map[string]float64{"leverage": row.Leverage, "cook": row.Cook, "residual": row.Residual, "fitted": row.Fitted} {
			add(name, v)
		}
	}
	if r.BreuschPagan.Undefined == "" {
		f["bp"], f["bpP"], f["jb"], f["jbP"] = ones(r.BreuschPagan.Statistic), ones(r.BreuschPagan.P), ones(r.JarqueBera.Statistic), ones(r.JarqueBera.P)
	}
	return f
}

// explain makes predictors of columns: those with labels are categories.
func (d *dataset) explain(names ...string) (out []Predictor) {
	for _, name := range names {
		if d.Levels[name] != nil {
			out = append(out, Predictor{Variable: d.categories(name)})
		} else {
			out = append(out, Predictor{Variable: d.column(name)})
		}
	}
	return out
}

func TestALinearModelIsAsInR(t *testing.T) {
	for name, model := range map[string][]string{"survey": {"growth", "size", "sector", "staff"}, "firms": {"gva", "year", "turnover", "training", "region"}, "pilot": {"other", "score", "arm"}} {
		t.Run(name, func(t *testing.T) {
			d := load(t, name)
			got := must[*Regression](t)(Regress(d.column(model[0]), d.explain(model[1:]...), nil))
			d.says(t, "regression").are(t, got.figures(), closed, nil)
		})
	}
}

func TestALinearModelWithSamplingWeightsIsAsInR(t *testing.T) {
	d := load(t, "survey")
	got := must[*Regression](t)(Regress(d.column("growth"), d.explain("size", "sector", "staff"), d.weights(Sampling)))
	d.says(t, "weighted.regression").are(t, got.figures(), closed, nil)
}
