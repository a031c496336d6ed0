package statistics

import "math"

// Box is what a box plot shows of a column beyond its quartiles (Tukey 1977, with quartiles of
// type 7): the whiskers reach to the last values within one and a half times the distance of the
// quartiles, and what lies beyond is an outlier.
type Box struct {
	Low      float64 `json:"low" doc:"End of the lower whisker"`
	High     float64 `json:"high" doc:"End of the upper whisker"`
	Outliers int     `json:"outliers" doc:"Values beyond the whiskers"`
}

// Box gives the whiskers of a column that was described.
func (d *Description) Box(c Column) Box {
	reach := 1.5 * (d.Upper - d.Lower)
	b := Box{Low: math.Inf(1), High: math.Inf(-1)}
	for row, v := range c.Values {
		switch {
		case c.missing(row):
		case v < d.Lower-reach || v > d.Upper+reach:
			b.Outliers++
		default:
			b.Low, b.High = min(b.Low, v), max(b.High, v)
		}
	}
	return b
}

// Bin is a bar of a histogram: the values from From up to To, which belongs to the next bar, of
// the last one to it.
type Bin struct {
	From  float64 `json:"from"`
	To    float64 `json:"to"`
	N     int     `json:"n"`
	Count float64 `json:"count" doc:"Sum of weights; N without them"`
}

// mostBins is how many bars a histogram has at most, about.
const mostBins = 30

// Histogram counts a column in bars of equal, round width: about that of Freedman and Diaconis
// (1981). Columns of whole numbers of a short range get a bar for each.
func Histogram(c Column, w *Weights) ([]Bin, error) {
	s, err := draw(w, c)
	if err != nil {
		return nil, err
	}
	values := s.of(c)
	o := order(values, nil)
	width := binWidth(o, values)
	first := math.Floor(o.at(0) / width)
	bins := make([]Bin, int(math.Floor(o.at(1)/width)-first)+1)
	for i := range bins {
		bins[i].From, bins[i].To = (first+float64(i))*width, (first+float64(i)+1)*width
	}
	for i, v := range values {
		bin := &bins[min(int(math.Floor(v/width)-first), len(bins)-1)]
		bin.N++
		bin.Count += weightAt(s.weights, i)
	}
	return bins, nil
}

// binWidth is 1, 2 or 5 times a power of ten.
func binWidth(o *ordered, values []float64) float64 {
	span := o.at(1) - o.at(0)
	if span < mostBins && whole(values) {
		return 1
	}
	wanted := 2 * (o.at(0.75) - o.at(0.25)) / math.Cbrt(float64(len(values)))
	wanted = max(wanted, span/mostBins, math.Abs(o.at(1))*1e-9, math.Abs(o.at(0))*1e-9)
	if wanted == 0 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(wanted)))
	for _, times := range []float64{1, 2, 5} {
		if times*power >= wanted*(1-1e-9) {
			return times * power
		}
	}
	return 10 * power
}

func whole(values []float64) bool {
	for _, v := range values {
		if v != math.Trunc(v) {
			return false
		}
	}
	return true
}
