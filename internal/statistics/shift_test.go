package statistics

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestADifferenceIsFoundAmongNeighbouringNumbers(t *testing.T) {
	low := math.Nextafter(1, 2) // halfway to the next number is rounded up to that
	high := math.Nextafter(low, 2)
	d := differences{[]float64{low, high}, []float64{0}}
	if d.at(1) != low || d.at(2) != high {
		t.Errorf("the differences %v and %v are given as %v and %v", low, high, d.at(1), d.at(2))
	}
}

func TestDifferencesAreFoundAsIfAllWereSorted(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 14))
	for range 300 {
		d := differences{slices.Sorted(slices.Values(anyColumn(random, 1+random.IntN(9), 4).Values)), slices.Sorted(slices.Values(anyColumn(random, 1+random.IntN(9), 4).Values))}
		d.a, d.b = present(d.a), present(d.b)
		var all []float64
		for _, v := range d.a {
			for _, w := range d.b {
				all = append(all, v-w)
			}
		}
		slices.Sort(all)
		for i, want := range all {
			if got := d.at(i + 1); got != want {
				t.Fatalf("of %v and %v, the difference at %d is %v, not %v", d.a, d.b, i+1, got, want)
			}
		}
	}
}

func present(values []float64) []float64 { return slices.DeleteFunc(values, math.IsNaN) }
