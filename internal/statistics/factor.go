package statistics

import "math"

// Factor is a model in which one factor explains the correlations of the items.
type Factor struct {
	Loadings []float64 `json:"loadings"`
	// Heywood says that an item would have a variance of its own of nought or less: the
	// model does not hold, and omega with it.
	Heywood bool `json:"heywood" doc:"The model explains more of an item than there is"`
}

// oneFactor fits one factor by minimum residuals (Harman and Jones 1966): the loadings whose
// products come closest to the correlations off the diagonal. Each step sets one loading to
// its best value while the others stand, until none moves.
func oneFactor(r [][]float64) *Factor {
	f := &Factor{Loadings: startingLoadings(r)}
	for range 10_000 {
		if f.step(r) < 1e-12 {
			break
		}
	}
	var sum float64
	for _, l := range f.Loadings {
		sum += l
		f.Heywood = f.Heywood || math.Abs(l) >= 1
	}
	if sum < 0 {
		for i := range f.Loadings {
			f.Loadings[i] = -f.Loadings[i]
		}
	}
	return f
}

// step moves each loading once and says how far the farthest moved. A loading stays within
// -1 and 1.
func (f *Factor) step(r [][]float64) (farthest float64) {
	for i := range f.Loadings {
		var product, squares float64
		for j, l := range f.Loadings {
			if j != i {
				product += r[i][j] * l
				squares += l * l
			}
		}
		if squares == 0 {
			continue
		}
		best := min(max(product/squares, -1), 1)
		farthest = max(farthest, math.Abs(best-f.Loadings[i]))
		f.Loadings[i] = best
	}
	return farthest
}

// startingLoadings are each item's correlations with all, as in the centroid method, with the
// sign of its correlation with the item that has most in common with the others.
func startingLoadings(r [][]float64) []float64 {
	lead, most := 0, 0.0
	for i, row := range r {
		var sum float64
		for _, v := range row {
			sum += math.Abs(v)
		}
		if sum > most {
			lead, most = i, sum
		}
	}
	out := make([]float64, len(r))
	for i := range out {
		out[i] = math.Copysign(0.5, r[lead][i])
	}
	return out
}

// omega is omega total (McDonald 1999) of standardised items: the share of the variance of
// their sum that is not the items' own.
func omega(f *Factor, r [][]float64) Figure {
	var own, sum float64
	for i, row := range r {
		own += 1 - f.Loadings[i]*f.Loadings[i]
		for _, v := range row {
			sum += v
		}
	}
	if sum <= 1e-12*float64(len(r)) {
		return Figure{Undefined: Constant}
	}
	return figure(1-own/sum, Constant)
}
