package statistics

import "math"

// Method is the identifier of how something was calculated.
type Method string

// Reason is the identifier of why a figure is not defined.
type Reason string

// The reasons.
const (
	TooFew   Reason = "too few"  // too few rows, items or groups
	Constant Reason = "constant" // a column, or what a model leaves of it, has one value only
	Weighted Reason = "weighted" // the method knows no sampling weights
	TooLarge Reason = "too large"
	Unbound  Reason = "unbound" // it has no finite value
)

// Figure is a number that may not be defined; then Undefined says why and Value is 0.
type Figure struct {
	Value     float64 `json:"value"`
	Undefined Reason  `json:"undefined,omitempty" doc:"Why there is no value"`
}

// figure is a value, or undefined if the value is no finite number.
func figure(value float64, otherwise Reason) Figure {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return Figure{Undefined: otherwise}
	}
	return Figure{Value: value}
}

// Level is the confidence level of every interval.
const Level = 0.95

// Interval is a confidence interval of Level.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// around is the interval of so many standard errors around an estimate; nil where that is
// not finite.
func around(estimate, times, se float64) *Interval {
	reach := times * se
	if math.IsNaN(reach) || math.IsInf(reach, 0) {
		return nil
	}
	return &Interval{estimate - reach, estimate + reach}
}

// Test is a test of a null hypothesis, two-sided. Where it is not defined, Undefined says why
// and its numbers are 0.
type Test struct {
	Method    Method  `json:"method"`
	Statistic float64 `json:"statistic"`
	DF        float64 `json:"df,omitempty" doc:"Degrees of freedom; of the numerator, for F"`
	DF2       float64 `json:"df2,omitempty" doc:"Degrees of freedom of the denominator, for F"`
	P         float64 `json:"p"`
	Undefined Reason  `json:"undefined,omitempty" doc:"Why there is no test"`
	// Adjusted is there where several things were tested together.
	Adjusted *Adjusted `json:"adjusted,omitempty" doc:"The p-value corrected for the number of tests"`
}

// checked is the test, or undefined if it came out as no finite number.
func (t Test) checked(otherwise Reason) Test {
	if bad := figure(t.Statistic+t.DF+t.DF2+t.P, otherwise); bad.Undefined != "" {
		return Test{Method: t.Method, Undefined: otherwise}
	}
	t.P = min(max(t.P, 0), 1)
	return t
}

// Effect is the size of a difference or relation.
type Effect struct {
	Method   Method    `json:"method"`
	Figure             // the size
	Interval *Interval `json:"interval,omitempty"`
}
