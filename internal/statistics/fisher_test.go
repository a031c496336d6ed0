package statistics

import (
	"encoding/json"
	"testing"
)

// counted is a table with the p-value of R's fisher.test.
type counted struct {
	Rows   int
	Counts []int
	P      float64
}

func (c counted) table() (out [][]int) {
	wide := len(c.Counts) / max(c.Rows, 2)
	for i := 0; i < len(c.Counts); i += wide {
		out = append(out, c.Counts[i:i+wide])
	}
	return out
}

func read[T any](t *testing.T, d *dataset, name string) (out T) {
	t.Helper()
	if err := json.Unmarshal(d.Figures[name], &out); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

func TestFishersExactTestIsAsInR(t *testing.T) {
	d := load(t, "pilot")
	for _, c := range append(read[[]counted](t, d, "fisher.two"), read[[]counted](t, d, "fisher.more")...) {
		f := fisher(c.table())
		if f.Method != FisherExact || apart(c.P, f.P) > closed {
			t.Errorf("%v: R gives %.12g, we give %.12g by %s", c.Counts, c.P, f.P, f.Method)
		}
	}
	table := must[*Crosstab](t)(Tabulate(d.categories("arm"), d.categories("answer"), nil))
	if want := read[float64](t, d, "fisher.arm.answer"); table.Small == nil || apart(want, table.Fisher.P) > closed {
		t.Errorf("R gives %.12g, the sparse table %+v", want, table.Fisher)
	}
}

func TestBeyondTheLimitOfWorkPIsDrawnAndItsIntervalHoldsRs(t *testing.T) {
	c := read[counted](t, load(t, "pilot"), "fisher.drawn")
	f := fisher(c.table())
	if f.Method != FisherMonteCarlo || f.Interval == nil || f.Interval.Low > c.P || f.Interval.High < c.P {
		t.Errorf("R gives %.6g, we give %+v, %+v", c.P, f, f.Interval)
	}
	if again := fisher(c.table()); again.P != f.P {
		t.Errorf("the same table gave %g and %g", f.P, again.P)
	}
}

func TestDrawnAndEnumeratedTablesAgree(t *testing.T) {
	for _, c := range read[[]counted](t, load(t, "pilot"), "fisher.more") {
		m := newMargins(c.table())
		drawn, exact := m.monteCarlo(), m.exact()
		if spread := 5 * zReach / 2 * 0.005; drawn.P < exact.P-spread || drawn.P > exact.P+spread {
			t.Errorf("%v: drawn %g, enumerated %g", c.Counts, drawn.P, exact.P)
		}
	}
}
