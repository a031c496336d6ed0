package statistics

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestWhiskersReachToTheLastValuesThatAreNoOutliers(t *testing.T) {
	c := Column{Name: "staff", Values: ones(1, 2, 3, 4, 5, 6, 7, 8, 30, missing, -20)}
	d := must[*Description](t)(Describe(c, nil))
	if got := d.Box(c); got != (Box{1, 8, 2}) {
		t.Errorf("the whiskers are %+v with quartiles %g and %g", got, d.Lower, d.Upper)
	}
}

func TestAHistogramHoldsEveryValueOnceInItsBar(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for range 300 {
		c := Column{Name: "x"}
		scale, whole := math.Pow(10, float64(random.IntN(12)-5)), random.IntN(2) == 0
		for range 1 + random.IntN(200) {
			v := random.NormFloat64() * scale
			if whole {
				v = math.Round(v)
			}
			c.Values = append(c.Values, v)
		}
		total := 0
		bins := must[[]Bin](t)(Histogram(c, nil))
		for _, b := range bins {
			n := 0
			for _, v := range c.Values {
				if v >= b.From-1e-9*scale && v < b.To+1e-9*scale {
					n++
				}
			}
			if b.N > n {
				t.Fatalf("a bar from %g to %g counts %d of %d", b.From, b.To, b.N, n)
			}
			total += b.N
		}
		if total != len(c.Values) || len(bins) > 2*mostBins+2 {
			t.Fatalf("%d bars hold %d of %d values", len(bins), total, len(c.Values))
		}
	}
}

func TestWholeNumbersOfAShortRangeHaveABarEach(t *testing.T) {
	bins := must[[]Bin](t)(Histogram(Column{Name: "q", Values: ones(1, 2, 2, 5)}, nil))
	if len(bins) != 5 || bins[1].N != 2 || bins[3].N != 0 || bins[4].From != 5 {
		t.Errorf("the bars are %+v", bins)
	}
}
