package statistics

import "testing"

// test gives the test of a table that was made by a method.
func (t *Crosstab) by(method Method) Test {
	for _, test := range t.Tests {
		if test.Method == method {
			return test
		}
	}
	return Test{Undefined: "there is none"}
}

// cells gives one figure of every cell, row by row.
func (t *Crosstab) cells(of func(Cell) float64) (out []float64) {
	for _, row := range t.Cells {
		for _, c := range row {
			out = append(out, of(c))
		}
	}
	return out
}

// second gives the other column of a test: "west" and "medium" stand for a category against
// the rest.
func (d *dataset) second(name string) Categories {
	of, ok := map[string]string{"west": "region", "medium": "size"}[name]
	if !ok {
		return d.categories(name)
	}
	c := d.categories(of)
	out := Categories{Name: name, Labels: []string{"no", "yes"}}
	for _, at := range c.Of {
		is := 0
		if c.Labels[at] == name {
			is = 1
		}
		out.Of = append(out.Of, is)
	}
	return out
}

func TestACrossTableIsAsInR(t *testing.T) {
	each(t, "crosstab", func(t *testing.T, d *dataset, columns []string, want figures) {
		a, b := d.categories(columns[0]), d.second(columns[1])
		if columns[1] == "medium" {
			a, b = b, a
		}
		got := must[*Crosstab](t)(Tabulate(a, b, nil))
		chi, g := got.by(PearsonChiSquare), got.by(LikelihoodRatio)
		f := figures{"n": ones(float64(got.N)), "chi": ones(chi.Statistic), "df": ones(chi.DF), "p": ones(chi.P), "g": ones(g.Statistic), "gp": ones(g.P),
			"v": ones(got.V[0].Value), "bergsma": ones(got.V[1].Value), "expected": got.cells(func(c Cell) float64 { return c.Expected }),
			"residual": got.cells(func(c Cell) float64 { return c.Residual.Value }), "row": got.cells(func(c Cell) float64 { return c.Row }),
			"column": got.cells(func(c Cell) float64 { return c.Column })}
		if yates := got.by(YatesChiSquare); yates.Undefined == "" {
			f["yates"], f["yatesP"] = ones(yates.Statistic), ones(yates.P)
			f["odds"] = ones(got.Odds.Value, got.Odds.Interval.Low, got.Odds.Interval.High)
		}
		want.are(t, f, closed, nil)
	})
}

func TestAWeightedCrossTableIsTestedAsInTheSurveyPackageOfR(t *testing.T) {
	each(t, "raoscott", func(t *testing.T, d *dataset, columns []string, want figures) {
		got := must[*Crosstab](t)(Tabulate(d.categories(columns[0]), d.categories(columns[1]), d.weights(Sampling)))
		test := got.by(RaoScott)
		want.are(t, figures{"f": ones(test.Statistic), "df": ones(test.DF), "df2": ones(test.DF2), "p": ones(test.P),
			"count": got.cells(func(c Cell) float64 { return c.Count }), "row": got.cells(func(c Cell) float64 { return c.Row })}, closed, nil)
	})
}
