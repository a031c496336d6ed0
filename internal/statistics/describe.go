package statistics

import (
	"math"
	"sort"
)

// Description is a column in a few numbers.
type Description struct {
	Sample
	Mean     float64   `json:"mean"`
	SD       Figure    `json:"sd" doc:"Standard deviation, with N - 1"`
	SE       Figure    `json:"se" doc:"Standard error of the mean"`
	Interval *Interval `json:"interval,omitempty" doc:"95 % interval of the mean"`
	Min      float64   `json:"min"`
	Lower    float64   `json:"lower" doc:"Lower quartile"`
	Median   float64   `json:"median"`
	Upper    float64   `json:"upper" doc:"Upper quartile"`
	Max      float64   `json:"max"`
	Skew     Figure    `json:"skew" doc:"Skewness G1"`
}

// Describe gives mean, spread, quartiles and skewness of a column. The interval of the mean is
// Student's; with sampling weights the standard error is the linearised one of a weighted mean
// (Cochran 1977). Skewness is G1 of Joanes and Gill (1998), type 2 of R's packages.
func Describe(c Column, w *Weights) (*Description, error) {
	s, err := draw(w, c)
	if err != nil {
		return nil, err
	}
	return describe(s, s.of(c), s.weights), nil
}

func describe(s *sample, values, weights []float64) *Description {
	m := momentsOf(values, weights)
	ordered := order(values, weights)
	d := &Description{Sample: s.Sample, Mean: m.mean, SD: figure(m.sd(), TooFew), SE: figure(m.se(values, weights), TooFew), Skew: m.skew(),
		Min: ordered.at(0), Lower: ordered.at(0.25), Median: ordered.at(0.5), Upper: ordered.at(0.75), Max: ordered.at(1)}
	if d.SE.Undefined == "" {
		d.Interval = around(m.mean, tReach(m.n-1), d.SE.Value)
	}
	return d
}

// moments holds the number of rows, the mean, and the mean second to fourth powers of the
// distances from it, weighted if there are weights.
type moments struct{ n, mean, second, third, fourth float64 }

func momentsOf(values, weights []float64) (m moments) {
	m.n, m.mean = float64(len(values)), mean(values, weights)
	var sum float64
	for i, v := range values {
		w := weightAt(weights, i)
		d := v - m.mean
		sum += w
		m.second += w * d * d
		m.third += w * d * d * d
		m.fourth += w * d * d * d * d
	}
	m.second, m.third, m.fourth = m.second/sum, m.third/sum, m.fourth/sum
	if flat(values) {
		m.second, m.third, m.fourth = 0, 0, 0
	}
	return m
}

func weightAt(weights []float64, i int) float64 {
	if weights == nil {
		return 1
	}
	return weights[i]
}

// mean counts from the first value, so that equal values have exactly their value as mean.
func mean(values, weights []float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	var sum, total float64
	for i, v := range values {
		w := weightAt(weights, i)
		sum += w * (v - values[0])
		total += w
	}
	return values[0] + sum/total
}

// flat says whether all values are the same.
func flat(values []float64) bool {
	for _, v := range values {
		if v != values[0] {
			return false
		}
	}
	return true
}

// variance divides by N - 1; NaN for a single value.
func (m moments) variance() float64 {
	if m.n < 2 {
		return math.NaN()
	}
	return m.second * m.n / (m.n - 1)
}

func (m moments) sd() float64 { return math.Sqrt(m.variance()) }

// se is the standard error of the mean.
func (m moments) se(values, weights []float64) float64 {
	if weights == nil {
		return m.sd() / math.Sqrt(m.n)
	}
	if m.n < 2 {
		return math.NaN()
	}
	var squares, sum float64
	for i, v := range values {
		d := weights[i] * (v - m.mean)
		squares += d * d
		sum += weights[i]
	}
	return math.Sqrt(m.n/(m.n-1)*squares) / sum
}

// skew is G1 of Joanes and Gill (1998).
func (m moments) skew() Figure {
	switch {
	case m.n < 3:
		return Figure{Undefined: TooFew}
	case m.second == 0:
		return Figure{Undefined: Constant}
	}
	return figure(math.Sqrt(m.n*(m.n-1))/(m.n-2)*m.third/math.Pow(m.second, 1.5), Constant)
}

// ordered holds values in rising order, each with its weight.
type ordered struct {
	values, weights []float64
	size            float64 // how many equally weighted rows are as good as these (Kish 1965)
	sum             float64
}

func order(values, weights []float64) *ordered {
	o := &ordered{values: append([]float64(nil), values...), weights: append([]float64(nil), weights...)}
	if weights == nil {
		sort.Float64s(o.values)
		return o
	}
	sort.Sort(o)
	var squares float64
	for _, w := range weights {
		o.sum += w
		squares += w * w
	}
	o.size = o.sum * o.sum / squares
	return o
}

func (o *ordered) Len() int           { return len(o.values) }
func (o *ordered) Less(i, j int) bool { return o.values[i] < o.values[j] }
func (o *ordered) Swap(i, j int) {
	o.values[i], o.values[j] = o.values[j], o.values[i]
	o.weights[i], o.weights[j] = o.weights[j], o.weights[i]
}

// at is the quantile of a share, from 0 to 1: type 7 of Hyndman and Fan (1996), and with
// weights its extension by Akinshin (2023), which is the same where weights are equal. The ends
// are the smallest and the largest value, whatever they weigh.
func (o *ordered) at(share float64) float64 {
	last := len(o.values) - 1
	if share <= 0 || share >= 1 {
		return o.values[int(min(max(share, 0), 1))*last]
	}
	if len(o.weights) == 0 {
		h := share * float64(last)
		low := int(h)
		return o.values[low] + (h-float64(low))*(o.values[min(low+1, last)]-o.values[low])
	}
	start := share * (o.size - 1)
	within := func(t float64) float64 { return min(max(t*o.size-start, 0), 1) }
	var sum, below float64 // sum counts from the smallest value
	for i, v := range o.values {
		from := within(below / o.sum)
		below += o.weights[i]
		sum += (within(below/o.sum) - from) * (v - o.values[0])
	}
	return o.values[0] + sum
}
