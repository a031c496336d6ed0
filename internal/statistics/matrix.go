package statistics

import (
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// Matrix holds the correlations of every pair of columns.
type Matrix struct {
	Method Method   `json:"method"`
	Names  []string `json:"names"`
	Pairs  []Pair   `json:"pairs" doc:"The pairs below the diagonal, row by row"`
}

// Pair is one pair of a Matrix. Where the two can't be correlated, the figure says why.
type Pair struct {
	Row    int `json:"row" doc:"Place of one column in names"`
	Column int `json:"column" doc:"Place of the other, before it"`
	Correlation
	Adjusted *Adjusted `json:"adjusted,omitempty" doc:"The p-value among all pairs of the matrix"`
}

// CorrelateAll correlates every pair of columns over the rows that have both, so that N may
// differ from pair to pair, and adjusts the p-values for the number of pairs.
func CorrelateAll(method Method, columns []Column, w *Weights) (*Matrix, error) {
	if len(columns) < 2 {
		return nil, study.Errorf(study.Invalid, "A correlation matrix needs at least two columns.")
	}
	m := &Matrix{Method: method}
	if method != Pearson {
		columns = inOrder(columns)
	}
	for i, c := range columns {
		m.Names = append(m.Names, c.Name)
		for j := range columns[:i] {
			pair, err := pairOf(method, columns, i, j, w)
			if err != nil {
				return nil, err
			}
			m.Pairs = append(m.Pairs, *pair)
		}
	}
	m.adjust()
	return m, nil
}

// inOrder puts in the place of values twice their ranks, which are whole numbers that go
// together as the values do, and are ranked again faster.
func inOrder(columns []Column) []Column {
	out := make([]Column, len(columns))
	for i, c := range columns {
		out[i] = Column{Name: c.Name, Values: slices.Clone(c.Values)}
		if s, err := drawn(nil, c); c.fault() == nil && err == nil && s.N > 0 {
			for at, rank := range ranks(s.of(c)).of {
				out[i].Values[s.rows[at]] = 2 * rank
			}
		}
	}
	return out
}

func pairOf(method Method, columns []Column, i, j int, w *Weights) (*Pair, error) {
	s, err := pairRows(w, columns[i], columns[j])
	if err != nil {
		return nil, err
	}
	a, b := s.of(columns[i]), s.of(columns[j])
	pair := &Pair{Row: i, Column: j}
	if s.N < 3 || flat(a) || flat(b) {
		why := Constant
		if s.N < 3 {
			why = TooFew
		}
		pair.Correlation = Correlation{Sample: s.Sample, Effect: Effect{Method: method, Figure: Figure{Undefined: why}}, Test: Test{Undefined: why}}
		return pair, nil
	}
	c, err := correlate(method, s, a, b)
	if err != nil {
		return nil, err
	}
	pair.Correlation = *c
	return pair, nil
}

// pairRows is draw, but two columns that never have a value in the same row are no error.
func pairRows(w *Weights, a, b Column) (*sample, error) {
	if err := agree(w, []Variable{a, b}); err != nil {
		return nil, err
	}
	s, err := drawn(w, a, b)
	if err != nil {
		return nil, err
	}
	return s, s.unweighted("A correlation")
}

// adjust corrects the p-values of the pairs that have one.
func (m *Matrix) adjust() {
	var p []float64
	for _, pair := range m.Pairs {
		if pair.Test.Undefined == "" {
			p = append(p, pair.Test.P)
		}
	}
	adjusted := Adjust(p)
	for i := range m.Pairs {
		if m.Pairs[i].Test.Undefined == "" {
			m.Pairs[i].Adjusted, adjusted = &adjusted[0], adjusted[1:]
		}
	}
}
