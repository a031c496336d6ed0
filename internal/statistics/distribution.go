package statistics

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// The tails are taken directly, never as one less a probability, so that a p of 1e-40 is right
// in its first digits too.

// tTail is the probability of a t at least so far from nought, on either side.
func tTail(t, df float64) float64 { return fTail(t*t, 1, df) }

// fTail is the probability of an F at least so large.
func fTail(f, df, df2 float64) float64 {
	switch {
	case !(f >= 0) || !(df > 0) || !(df2 > 0):
		return math.NaN()
	case math.IsInf(f, 1):
		return 0
	case f < 1: // then it is no small one, and this argument keeps its digits
		return 1 - mathext.RegIncBeta(df/2, df2/2, df*f/(df2+df*f))
	}
	return mathext.RegIncBeta(df2/2, df/2, df2/(df2+df*f))
}

// chiTail is the probability of a chi-square at least so large.
func chiTail(x, df float64) float64 {
	if !(x >= 0) || !(df > 0) {
		return math.NaN()
	}
	return mathext.GammaIncRegComp(df/2, x/2)
}

// zTail is the probability of a standard normal at least so far from nought, on either side.
func zTail(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// zReach is how many standard errors the interval of Level reaches to each side.
var zReach = mathext.NormalQuantile((1 + Level) / 2)

// tReach is the same for Student's t.
func tReach(df float64) float64 {
	if !(df > 0) {
		return math.NaN()
	}
	x := mathext.InvRegIncBeta(df/2, 0.5, 1-Level)
	return math.Sqrt(df * (1 - x) / x)
}

// fQuantile is the F below which a share of its distribution lies.
func fQuantile(share, df, df2 float64) float64 {
	x := mathext.InvRegIncBeta(df/2, df2/2, share)
	return df2 * x / (df * (1 - x))
}
