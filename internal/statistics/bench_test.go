package statistics

import (
	"fmt"
	"slices"
	"testing"
)

// The survey's size: 8,900 rows. Everything is to be well below 200 ms.
func BenchmarkAnalyses(b *testing.B) {
	r := surveyed(8900, 20)
	names := make([]string, 0, len(analyses))
	for name := range analyses {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				must[any](b)(analyses[name](r))
			}
		})
	}
}

func BenchmarkWeightedTable(b *testing.B) {
	r := surveyed(8900, 21).weighted(Sampling, func(row int) float64 { return 1 + float64(row%7)/3 })
	for b.Loop() {
		must[any](b)(analyses["tabulate"](r))
	}
}

// Tables that Fisher's test has the most work with: as many as may be looked at, and drawn ones
// of the survey's size.
func BenchmarkFisher(b *testing.B) {
	for _, counts := range [][][]int{
		{{9, 3, 4}, {8, 6, 5}, {2, 7, 11}},
		{{9, 3, 4, 5}, {8, 6, 5, 3}, {2, 7, 11, 6}},
		{{1212, 288}, {87, 75}},
		{{2000, 700, 300, 4}, {1500, 900, 200, 2}, {900, 800, 300, 6}, {500, 500, 280, 8}},
	} {
		b.Run(fmt.Sprint(counts), func(b *testing.B) {
			for b.Loop() {
				fisher(counts)
			}
		})
	}
}

// A model of thirty coefficients.
func BenchmarkWideModel(b *testing.B) {
	r := surveyed(8900, 22)
	var predictors []Predictor
	for i := range 30 {
		c := surveyed(8900, uint64(30+i)).numbers[0]
		for row := range c.Values {
			if c.missing(row) {
				c.Values[row] = 0
			}
		}
		predictors = append(predictors, Predictor{Variable: c})
	}
	b.Run("linear", func(b *testing.B) {
		for b.Loop() {
			must[*Regression](b)(Regress(r.numbers[0], predictors, nil))
		}
	})
	b.Run("ordered", func(b *testing.B) {
		for b.Loop() {
			must[*OrderedRegression](b)(RegressOrdered(r.categories[1], predictors, nil))
		}
	})
}
