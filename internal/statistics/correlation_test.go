package statistics

import "testing"

func TestCorrelationsAreAsInR(t *testing.T) {
	each(t, "correlation", func(t *testing.T, d *dataset, columns []string, want figures) {
		x, y := d.column(columns[0]), d.column(columns[1])
		r := must[*Correlation](t)(Correlate(Pearson, x, y, nil))
		rho := must[*Correlation](t)(Correlate(Spearman, x, y, nil))
		tau := must[*Correlation](t)(Correlate(Kendall, x, y, nil))
		want.are(t, figures{"n": ones(float64(r.N)), "r": ones(r.Value), "t": ones(r.Test.Statistic), "p": ones(r.Test.P), "low": ones(r.Interval.Low), "high": ones(r.Interval.High),
			"rho": ones(rho.Value), "rhoP": ones(rho.Test.P), "rhoTest": ones(rho.Test.P), "rhoLow": ones(rho.Interval.Low), "rhoHigh": ones(rho.Interval.High),
			"tau": ones(tau.Value), "tauZ": ones(tau.Test.Statistic), "tauP": ones(tau.Test.P)}, closed, nil)
	})
}

func TestAMatrixHasNOfEachPairAndAdjustsAmongAll(t *testing.T) {
	d := load(t, "survey")
	columns := []Column{d.column("q1"), d.column("q2"), d.column("growth")}
	m := must[*Matrix](t)(CorrelateAll(Spearman, columns, nil))
	var p []float64
	for _, pair := range m.Pairs {
		one := must[*Correlation](t)(Correlate(Spearman, columns[pair.Row], columns[pair.Column], nil))
		if one.Value != pair.Value || one.N != pair.N {
			t.Errorf("%d and %d: %g of %d rows in the matrix, %g of %d alone", pair.Row, pair.Column, pair.Value, pair.N, one.Value, one.N)
		}
		p = append(p, one.Test.P)
	}
	for i, want := range Adjust(p) {
		if *m.Pairs[i].Test.Adjusted != want {
			t.Errorf("pair %d is adjusted to %v, not %v", i, *m.Pairs[i].Test.Adjusted, want)
		}
	}
}

func TestAMatrixSaysWhichPairsCannotBeCorrelated(t *testing.T) {
	m := must[*Matrix](t)(CorrelateAll(Pearson, []Column{{"a", []float64{1, 2, 3, missing}}, {"same", []float64{1, 1, 1, 1}}, {"apart", []float64{missing, missing, missing, 1}}}, nil))
	for i, want := range []Reason{Constant, TooFew, TooFew} {
		if m.Pairs[i].Undefined != want || m.Pairs[i].Test.Adjusted != nil {
			t.Errorf("pair %d is %q, not %q", i, m.Pairs[i].Undefined, want)
		}
	}
}

func TestAdjustedPValuesAreAsInR(t *testing.T) {
	want := load(t, "pilot").says(t, "adjust")
	got := figures{}
	for _, a := range Adjust(want["p"]) {
		got["p"], got["holm"], got["bh"] = append(got["p"], a.P), append(got["holm"], a.Holm), append(got["bh"], a.BH)
	}
	want.are(t, got, closed, nil)
}
