package statistics

import (
	"math"
	"testing"
)

func TestTwoMeansAreComparedAsInR(t *testing.T) {
	each(t, "means", func(t *testing.T, d *dataset, columns []string, want figures) {
		got := must[*Comparison](t)(CompareMeans(d.column(outcomeOf(d, columns[0])), d.categories(columns[0]), nil))
		if len(got.Groups) > 2 {
			pairsAsInR(t, want, got.Pairs, figures{"f": ones(got.Test.Statistic), "df": ones(got.Test.DF), "df2": ones(got.Test.DF2), "p": ones(got.Test.P),
				"eta": ones(got.Effects[0].Value), "epsilon": ones(got.Effects[1].Value)})
			return
		}
		g := got.Effects[0]
		want.are(t, figures{"t": ones(got.Test.Statistic), "df": ones(got.Test.DF), "p": ones(got.Test.P), "difference": ones(got.Difference.Value),
			"low": ones(got.Difference.Interval.Low), "high": ones(got.Difference.Interval.High), "g": ones(g.Value), "glow": ones(g.Interval.Low), "ghigh": ones(g.Interval.High)}, closed, nil)
	})
}

func TestRanksAreComparedAsInR(t *testing.T) {
	each(t, "ranks", func(t *testing.T, d *dataset, columns []string, want figures) {
		outcome := map[string]string{"exports": "staff", "sector": "q1", "size": "growth", "programme": "gva", "region": "turnover", "group": "score", "arm": "score"}[columns[0]]
		got := must[*RankComparison](t)(CompareRanks(d.column(outcome), d.categories(columns[0]), nil))
		if len(got.Groups) > 2 {
			f := figures{"h": ones(got.Test.Statistic), "df": ones(got.Test.DF), "p": ones(got.Test.P), "epsilon": ones(got.Effects[0].Value), "eta": ones(got.Effects[1].Value)}
			pairsAsInR(t, want, got.Pairs, f)
			return
		}
		shiftAsInR(t, want["shift"], got)
		delete(want, "shift")
		want.are(t, figures{"w": ones(got.Test.Statistic), "p": ones(got.Test.P), "biserial": ones(got.Effects[0].Value, got.Effects[0].Interval.Low, got.Effects[0].Interval.High)}, closed, nil)
	})
}

// shiftAsInR is exact where R counts; where it searches, it stops at about 1e-4 of a unit.
func shiftAsInR(t *testing.T, want []float64, got *RankComparison) {
	t.Helper()
	within := closed
	if got.Test.Method == MannWhitney {
		within = 1e-3
	}
	for i, v := range ones(got.Shift.Value, got.Shift.Interval.Low, got.Shift.Interval.High) {
		if math.Abs(v-want[i]) > within*max(1, math.Abs(want[i])) {
			t.Errorf("shift[%d]: R gives %.12g, we give %.12g", i, want[i], v)
		}
	}
}

// outcomeOf is the column whose means the groups are compared by.
func outcomeOf(d *dataset, by string) string {
	return map[string]string{"exports": "growth", "size": "growth", "programme": "gva", "region": "turnover", "group": "score", "arm": "score"}[by]
}

// pairsAsInR compares the tests between each two of three or more groups as well.
func pairsAsInR(t *testing.T, want figures, pairs []GroupPair, got figures) {
	t.Helper()
	for _, p := range pairs {
		got["pairs"], got["holm"] = append(got["pairs"], p.Test.P), append(got["holm"], p.Test.Adjusted.Holm)
		if _, asked := want["bh"]; asked {
			got["bh"] = append(got["bh"], p.Test.Adjusted.BH)
		}
	}
	want.are(t, got, closed, nil)
}

func TestTheExactTestIsUsedWithoutTiesOnly(t *testing.T) {
	by := Categories{Name: "by", Labels: []string{"a", "b"}, Of: []int{0, 0, 0, 1, 1, 1}}
	for want, values := range map[Method][]float64{MannWhitneyExact: {1, 2, 3, 4, 5, 6}, MannWhitney: {1, 2, 3, 3, 5, 6}} {
		got := must[*RankComparison](t)(CompareRanks(Column{"c", values}, by, nil))
		if got.Test.Method != want {
			t.Errorf("%v was tested by %s", values, got.Test.Method)
		}
	}
}
