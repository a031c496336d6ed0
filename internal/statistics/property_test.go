package statistics

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// same compares results number by number; noise is absolute, for figures that are nought but
// for rounding.
func same(t *testing.T, what string, want, got figures, but ...string) {
	t.Helper()
	if !slices.Equal(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))) {
		t.Errorf("%s: other figures came out: %v, %v", what, slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got)))
		return
	}
	const noise = 1e-9
	for name, all := range want {
		for i, v := range all {
			if !slices.Contains(but, name) && apart(v, got[name][i]) > 1e-6 && math.Abs(v-got[name][i]) > noise {
				t.Errorf("%s: %s[%d] was %.12g and is %.12g", what, name, i, v, got[name][i])
			}
		}
	}
}

func TestTheOrderOfRowsChangesNothing(t *testing.T) {
	r := surveyed(300, 1)
	shuffled := r.turned(rand.New(rand.NewPCG(2, 2)).Perm(300))
	for name := range analyses {
		same(t, name, result(t, name, r), result(t, name, shuffled))
	}
}

func TestFrequencyWeightsOfTwoAreDoubledRows(t *testing.T) {
	r := surveyed(300, 3)
	doubled := r.turned(append(rand.New(rand.NewPCG(4, 4)).Perm(300), rand.New(rand.NewPCG(5, 5)).Perm(300)...))
	for name := range analyses {
		same(t, name, result(t, name, doubled), result(t, name, r.weighted(Frequency, func(int) float64 { return 2 })))
	}
}

func TestFrequencyWeightsOfOneChangeNothing(t *testing.T) {
	r := surveyed(300, 6)
	for name := range analyses {
		same(t, name, result(t, name, r), result(t, name, r.weighted(Frequency, func(int) float64 { return 1 })))
	}
}

func TestEqualSamplingWeightsChangeNothingButTheSumOfWeights(t *testing.T) {
	r := surveyed(300, 7)
	for _, name := range []string{"describe", "count", "regress", "regress ordered"} {
		want, one, three := result(t, name, r), result(t, name, r.weighted(Sampling, func(int) float64 { return 1 })), result(t, name, r.weighted(Sampling, func(int) float64 { return 3 }))
		for _, of := range []figures{want, one, three} { // what is not defined with weights
			maps.DeleteFunc(of, func(name string, _ []float64) bool {
				return slices.ContainsFunc([]string{".breuschPagan", ".jarqueBera", ".lr", ".brant"}, func(head string) bool { return len(name) >= len(head) && name[:len(head)] == head })
			})
		}
		same(t, name, want, one)
		same(t, name, want, three, ".weighted", ".of.count", ".levels.count")
	}
}

func TestSamplingWeightsAreRefusedWhereTheyCannotBeRespected(t *testing.T) {
	r := surveyed(100, 8).weighted(Sampling, func(row int) float64 { return float64(row%3 + 1) })
	for _, name := range []string{"scale", "two means", "means", "two ranks", "ranks", "pearson", "spearman", "kendall", "matrix"} {
		if _, err := analyses[name](r); err == nil {
			t.Errorf("%s took sampling weights", name)
		}
	}
}

func TestARowOfWeightNoughtIsAsIfItWereMissing(t *testing.T) {
	r := surveyed(200, 9)
	half := make([]int, 100)
	for i := range half {
		half[i] = i
	}
	for name := range analyses {
		want, got := result(t, name, r.turned(half)), result(t, name, r.weighted(Frequency, func(row int) float64 {
			if row < 100 {
				return 1
			}
			return 0
		}))
		same(t, name, want, got, ".missing", ".pairs.missing", ".of.percent", ".levels.percent")
	}
}

func TestOtherUnitsChangeNoTest(t *testing.T) {
	r, in := surveyed(300, 10), surveyed(300, 10)
	for i, c := range in.numbers {
		for row, v := range c.Values {
			in.numbers[i].Values[row] = 1e6 + 250*v
		}
	}
	for name, stay := range map[string][]string{
		"two means": {".test.statistic", ".test.p", ".effects.value"}, "means": {".test.statistic", ".test.p", ".effects.value", ".pairs.test.adjusted.holm"},
		"two ranks": {".test.statistic", ".test.p", ".effects.value"}, "ranks": {".test.statistic", ".test.p"},
		"pearson": {".value", ".test.p", ".interval.low"}, "spearman": {".value", ".test.p"}, "kendall": {".value", ".test.p"},
		"regress":         {".r2", ".f.p", ".wald.p", ".inflation.vif.value", ".breuschPagan.p", ".jarqueBera.p", ".coefficients.standardised.value"},
		"regress ordered": {".logLik", ".lr.p", ".brant.all.p", ".coefficients.test.p", ".coefficients.standardised"}, "describe": {".skew.value"},
	} {
		want, got := result(t, name, r), result(t, name, in)
		for _, figure := range stay {
			if len(want[figure]) == 0 {
				t.Fatalf("%s has no %s", name, figure)
			}
			same(t, name, figures{figure: want[figure]}, figures{figure: got[figure]})
		}
	}
}

func TestATableAndItsTransposeAreTestedAlike(t *testing.T) {
	r := surveyed(120, 11)
	for _, w := range []*Weights{nil, r.weighted(Sampling, func(row int) float64 { return 1 + float64(row%5)/3 }).weights} {
		a := must[*Crosstab](t)(Tabulate(r.categories[0], r.categories[1], w))
		b := must[*Crosstab](t)(Tabulate(r.categories[1], r.categories[0], w))
		for i, test := range a.Tests {
			if apart(test.P, b.Tests[i].P) > 1e-9 || apart(test.Statistic, b.Tests[i].Statistic) > 1e-9 {
				t.Errorf("%+v, transposed %+v", test, b.Tests[i])
			}
		}
		for i, v := range a.V {
			if apart(v.Value, b.V[i].Value) > 1e-9 {
				t.Errorf("V is %g, transposed %g", v.Value, b.V[i].Value)
			}
		}
	}
}

func TestMarginsAddUp(t *testing.T) {
	table := must[*Crosstab](t)(Tabulate(surveyed(200, 12).categories[0], surveyed(200, 12).categories[1], nil))
	var n int
	var percent float64
	for i, row := range table.Cells {
		var of float64
		for _, c := range row {
			of += c.Row
			percent += c.Percent
		}
		n += table.RowSum[i].N
		if apart(100, of) > 1e-12 {
			t.Errorf("row %d adds up to %g %%", i, of)
		}
	}
	if n != table.N || apart(100, percent) > 1e-12 {
		t.Errorf("%d of %d rows, %g %% are in the table", n, table.N, percent)
	}
}
