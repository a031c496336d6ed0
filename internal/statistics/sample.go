package statistics

import (
	"math"

	"github.com/selvedge/selvedge/internal/study"
)

// WeightKind says what a weight means.
type WeightKind string

// The kinds of weights.
const (
	Frequency WeightKind = "frequency" // the row stands for so many rows that were alike
	Sampling  WeightKind = "sampling"  // the row stands for so many of the population
)

// Weights is a column of weights, from nought up.
type Weights struct {
	Column
	Kind WeightKind
}

// most is how many rows an analysis may have, after repeating them by frequency weights.
const most = 5_000_000

// Sample says which rows an analysis rests on. With frequency weights, N and Missing count each
// row as often as its weight says.
type Sample struct {
	N       int        `json:"n" doc:"Rows that took part"`
	Missing int        `json:"missing" doc:"Rows left out for a missing value"`
	Weights WeightKind `json:"weights,omitempty" doc:"How the rows are weighted"`
	// Weighted is the sum of the sampling weights of the rows that took part; N without them.
	Weighted float64 `json:"weighted" doc:"Sum of the weights of the rows that took part"`
}

// sample is a Sample with its rows: a row of frequency weight 3 stands there three times.
type sample struct {
	Sample
	rows    []int
	weights []float64 // of each of rows; nil unless they are sampling weights
	left    float64   // the sum of weights of the rows that were left out
}

// draw chooses the rows in which every variable and the weight have a value.
func draw(w *Weights, variables ...Variable) (*sample, error) {
	if err := agree(w, variables); err != nil {
		return nil, err
	}
	s, err := drawn(w, variables...)
	if err == nil && s.N == 0 {
		err = study.Errorf(study.Invalid, "No row has a value in %s.", all(variables))
	}
	return s, err
}

// drawn is draw without a look at the input, and where no row is left it is no error.
func drawn(w *Weights, variables ...Variable) (*sample, error) {
	s := &sample{rows: make([]int, 0, variables[0].rows())}
	if w != nil {
		s.Weights = w.Kind
	}
	for row := range variables[0].rows() {
		if err := s.take(w, row, variables); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// take adds a row to those that take part, or counts it among the missing.
func (s *sample) take(w *Weights, row int, variables []Variable) error {
	times, weight := 1, 1.0
	if w != nil {
		weight = w.Values[row]
	}
	if w != nil && w.Kind == Frequency && weight > 0 {
		times = int(weight)
	}
	if s.N+times > most {
		return study.Errorf(study.TooLarge, "There are more than %d rows with their weights; an analysis can't take more.", most)
	}
	if !(weight > 0) || anyMissing(variables, row) {
		s.Missing += times
		if weight > 0 { // neither nought nor missing
			s.left += weight
		}
		return nil
	}
	for range times {
		s.rows = append(s.rows, row)
	}
	if s.Weights == Sampling {
		s.weights = append(s.weights, weight)
	}
	s.N += times
	s.Weighted += weight
	return nil
}

func anyMissing(variables []Variable, row int) bool {
	for _, v := range variables {
		if v.missing(row) {
			return true
		}
	}
	return false
}

// agree finds what is wrong with variables and weights before anything is calculated.
func agree(w *Weights, variables []Variable) error {
	for _, v := range variables {
		if v.rows() != variables[0].rows() {
			return study.Errorf(study.Invalid, "%s and %s have different numbers of rows.", variables[0].called(), v.called())
		}
		if err := v.fault(); err != nil {
			return err
		}
	}
	if w == nil {
		return nil
	}
	if w.rows() != variables[0].rows() {
		return study.Errorf(study.Invalid, "The weight %s and %s have different numbers of rows.", w.Name, variables[0].called())
	}
	return w.fault()
}

func (w *Weights) fault() error {
	if w.Kind != Frequency && w.Kind != Sampling {
		return study.Errorf(study.Invalid, "The weight %s must be a frequency or a sampling weight.", w.Name)
	}
	for i, v := range w.Values {
		switch {
		case v < 0:
			return study.Errorf(study.Invalid, "The weight %s is less than nought in row %d.", w.Name, i+1)
		case v > 1e12, v > 0 && v < 1e-12:
			return study.Errorf(study.Invalid, "The weight %s in row %d is out of range: it must be nought or between 1e-12 and 1e12.", w.Name, i+1)
		case w.Kind == Frequency && v != math.Trunc(v) && !math.IsNaN(v):
			return study.Errorf(study.Invalid, "The frequency weight %s is no whole number in row %d.", w.Name, i+1)
		}
	}
	return nil
}

// unweighted refuses sampling weights for an analysis that has no way to respect them.
func (s *sample) unweighted(what string) error {
	if s.Weights == Sampling {
		return study.Errorf(study.Invalid, "%s can't be weighted by sampling weights; leave the weight out.", what)
	}
	return nil
}

// of gives the values of a column in the rows of the sample.
func (s *sample) of(c Column) []float64 {
	out := make([]float64, len(s.rows))
	for i, row := range s.rows {
		out[i] = c.Values[row]
	}
	return out
}

func all(variables []Variable) string {
	if len(variables) == 1 {
		return variables[0].called()
	}
	text := "all of "
	for i, v := range variables {
		if i > 0 {
			text += ", "
		}
		text += v.called()
	}
	return text
}

// normed gives the sampling weights so that they have a mean of 1; nil without them.
func (s *sample) normed() []float64 {
	if s.weights == nil {
		return nil
	}
	out := make([]float64, len(s.weights))
	for i, w := range s.weights {
		out[i] = w * float64(s.N) / s.Weighted
	}
	return out
}
