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
	scales := map[string]struct {
		items     []string
		reversed  int
		low, high float64
	}{
		"survey": {[]string{"q1", "q2", "q3", "q4", "q5"}, 2, 1, 5},
		"firms":  {[]string{"l1", "l2", "l3", "l4"}, 1, 1, 7},
		"pilot":  {[]string{"i1", "i2", "i3", "i4", "i5", "i6"}, -1, 0, 10},
	}
	for name, of := range scales {
		t.Run(name, func(t *testing.T) {
			d, scale := load(t, name), Scale{Low: of.low, High: of.high}
			for i, item := range of.items {
				scale.Items = append(scale.Items, Item{d.column(item), i == of.reversed})
			}
			d.says(t, "reliability").are(t, must[*Reliability](t)(scale.Reliability(nil)).figures(), closed, map[string]float64{"loadings": 1e-7, "omegaPsych": iterated})
		})
	}
}

// figures of a scale, as figures.R names them.
func (r *Reliability) figures() figures {
	f := figures{"n": ones(float64(r.N)), "alpha": ones(r.Alpha.Value), "standardised": ones(r.Standardised.Value), "low": ones(r.Alpha.Interval.Low), "high": ones(r.Alpha.Interval.High),
		"omega": ones(r.Omega.Value), "omegaPsych": ones(r.Omega.Value), "loadings": r.Factor.Loadings}
	for _, i := range r.Items {
		f["total"], f["without"] = append(f["total"], i.Total.Value), append(f["without"], i.Without.Value)
		f["mean"], f["sd"] = append(f["mean"], i.Mean), append(f["sd"], i.SD)
	}
	return f
}
