package statistics

import "testing"

// fiveItems is the scale of the survey's five items, of which the third is reversed.
func fiveItems(d *dataset) Scale {
	s := Scale{Name: "innovation", Low: 1, High: 5}
	for i, q := range []string{"q1", "q2", "q3", "q4", "q5"} {
		s.Items = append(s.Items, Item{d.column(q), i == 2})
	}
	return s
}

func TestAScaleIsTheMeanOrSumOfWhatWasAnswered(t *testing.T) {
	d := load(t, "survey")
	four, sum := fiveItems(d), fiveItems(d)
	four.AtLeast, sum.Sum = 4, true
	got := figures{"mean": must[Column](t)(four.Column()).Values, "sum": must[Column](t)(sum.Column()).Values}
	d.says(t, "scale").are(t, got, closed, nil)
}

func TestASumCountsUnansweredItemsAsTheMeanOfTheOthers(t *testing.T) {
	s := Scale{Name: "s", Low: 1, High: 5, Sum: true, AtLeast: 1, Items: []Item{{Column{"a", []float64{4}}, false}, {Column{"b", ones(missing)}, false}}}
	if got := must[Column](t)(s.Column()).Values[0]; got != 8 {
		t.Errorf("the sum of 4 and nothing is %g, not twice 4", got)
	}
}

func TestReliabilityIsAsInR(t *testing.T) {
	d := load(t, "survey")
	got := must[*Reliability](t)(fiveItems(d).Reliability(nil))
	f := figures{"n": ones(float64(got.N)), "alpha": ones(got.Alpha.Value), "standardised": ones(got.Standardised.Value), "low": ones(got.Alpha.Interval.Low), "high": ones(got.Alpha.Interval.High),
		"omega": ones(got.Omega.Value), "omegaPsych": ones(got.Omega.Value), "loadings": got.Factor.Loadings}
	for _, i := range got.Items {
		f["total"], f["without"] = append(f["total"], i.Total.Value), append(f["without"], i.Without.Value)
		f["mean"], f["sd"] = append(f["mean"], i.Mean), append(f["sd"], i.SD)
	}
	d.says(t, "reliability").are(t, f, closed, map[string]float64{"loadings": 1e-7, "omegaPsych": iterated})
}
