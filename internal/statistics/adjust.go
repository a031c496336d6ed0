package statistics

import (
	"cmp"
	"slices"
)

// Adjusted is a p-value beside its corrections for having tested many things.
type Adjusted struct {
	P    float64 `json:"p"`
	Holm float64 `json:"holm" doc:"Keeps the chance of any false find below the level"`
	BH   float64 `json:"bh" doc:"Keeps the expected share of false finds below the level"`
}

// adjust corrects the p-values of tests that were made together, those that are defined.
func adjust(tests []*Test) {
	tests = slices.DeleteFunc(tests, func(t *Test) bool { return t.Undefined != "" })
	p := make([]float64, len(tests))
	for i, t := range tests {
		p[i] = t.P
	}
	for i, a := range Adjust(p) {
		tests[i].Adjusted = &a
	}
}

// Adjust corrects p-values for their number: by Holm (1979) and by Benjamini and Hochberg
// (1995). The p-values must be from 0 to 1.
func Adjust(p []float64) []Adjusted {
	out := make([]Adjusted, len(p))
	rising := make([]int, len(p))
	for i, v := range p {
		out[i].P, rising[i] = v, i
	}
	slices.SortStableFunc(rising, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	holm, bh := 0.0, 1.0
	for i := range rising {
		low, high := rising[i], rising[len(p)-1-i]
		holm = max(holm, min(1, float64(len(p)-i)*p[low]))
		bh = min(bh, p[high]*float64(len(p))/float64(len(p)-i))
		out[low].Holm, out[high].BH = holm, bh
	}
	return out
}
