package statistics

import "testing"

func TestADescriptionIsAsInR(t *testing.T) {
	each(t, "describe", func(t *testing.T, d *dataset, columns []string, want figures) {
		got := must[*Description](t)(Describe(d.column(columns[0]), nil))
		want.are(t, figures{"n": ones(float64(got.N)), "mean": ones(got.Mean), "sd": ones(got.SD.Value), "se": ones(got.SE.Value),
			"low": ones(got.Interval.Low), "high": ones(got.Interval.High), "min": ones(got.Min), "lower": ones(got.Lower),
			"median": ones(got.Median), "upper": ones(got.Upper), "max": ones(got.Max), "skew": ones(got.Skew.Value)}, closed, nil)
	})
}

func TestADescriptionWithSamplingWeightsIsAsInR(t *testing.T) {
	each(t, "weighted", func(t *testing.T, d *dataset, columns []string, want figures) {
		if columns[0] == "regression" || columns[0] == "ordered" {
			return // they have tests of their own
		}
		got := must[*Description](t)(Describe(d.column(columns[0]), d.weights(Sampling)))
		want.are(t, figures{"n": ones(float64(got.N)), "mean": ones(got.Mean), "sd": ones(got.SD.Value), "se": ones(got.SE.Value),
			"low": ones(got.Interval.Low), "high": ones(got.Interval.High), "lower": ones(got.Lower), "median": ones(got.Median), "upper": ones(got.Upper)}, closed, nil)
	})
}

func TestWeightsDoNotMoveTheSmallestAndTheLargestValue(t *testing.T) {
	column := Column{Name: "staff", Values: []float64{3, 250, 12, 1, 40}}
	got := must[*Description](t)(Describe(column, &Weights{Column{Name: "weight", Values: []float64{1, 0.2, 1.5, 0.3, 2}}, Sampling}))
	if got.Min != 1 || got.Max != 250 {
		t.Errorf("it goes from %v to %v", got.Min, got.Max)
	}
}

func TestFrequenciesCountMissingRowsInPercentOnly(t *testing.T) {
	d := load(t, "survey")
	got := must[*Frequencies](t)(Count(d.categories("sector"), nil))
	f := figures{}
	for _, c := range got.Of {
		f["count"], f["percent"], f["valid"] = append(f["count"], c.Count), append(f["percent"], c.Percent), append(f["valid"], c.Valid)
	}
	d.says(t, "frequency.sector").are(t, f, closed, nil)
	if got.N != 292 || got.Missing != 8 {
		t.Errorf("N is %d and %d are missing; 292 and 8 were made", got.N, got.Missing)
	}
}
