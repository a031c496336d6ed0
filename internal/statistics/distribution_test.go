package statistics

import (
	"math"
	"testing"
)

var missing = math.NaN()

func TestTailsAreAsInRFarOutToo(t *testing.T) {
	over := func(of func(float64) float64, at ...float64) (out []float64) {
		for _, x := range at {
			out = append(out, of(x))
		}
		return out
	}
	load(t, "pilot").says(t, "tails").are(t, figures{
		"t":         over(func(x float64) float64 { return tTail(x, 8898) }, .001, .5, 2, 8, 40),
		"tsmall":    over(func(x float64) float64 { return tTail(x, 3.7) }, .001, .5, 2, 8, 40),
		"f":         over(func(x float64) float64 { return fTail(x, 4, 1234.5) }, .1, 1, 3, 20, 200),
		"chi":       over(func(x float64) float64 { return chiTail(x, 6) }, .1, 1, 9, 90, 900),
		"z":         over(zTail, 0, 1, 5, 20, 37),
		"treach":    over(tReach, 1, 2.5, 30, 8898),
		"fquantile": over(func(x float64) float64 { return fQuantile(x, 299, 1196) }, .025, .975),
	}, closed, nil)
}
