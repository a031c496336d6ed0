package statistics

import (
	"cmp"
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
}

// mostColumns is how many columns a matrix may have.
const mostColumns = 100

// CorrelateAll correlates every pair of columns over the rows that have both, so that N may
// differ from pair to pair, and adjusts the p-values for the number of pairs.
func CorrelateAll(method Method, columns []Column, w *Weights) (*Matrix, error) {
	if len(columns) < 2 || len(columns) > mostColumns {
		return nil, study.Errorf(study.Invalid, "A correlation matrix needs at least two columns and takes at most %d.", mostColumns)
	}
	if err := agree(w, variables(columns)); err != nil {
		return nil, err
	}
	m := &Matrix{Method: method}
	if method != Pearson {
		columns = inOrder(columns)
	}
	for i, c := range columns {
		m.Names = append(m.Names, c.Name)
		for j := range columns[:i] {
			m.Pairs = append(m.Pairs, Pair{Row: i, Column: j})
		}
	}
	errs := make([]error, len(m.Pairs))
	study.Each(len(m.Pairs), func(at int) {
		m.Pairs[at].Correlation, errs[at] = pairOf(method, columns[m.Pairs[at].Row], columns[m.Pairs[at].Column], w)
	})
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	tests := make([]*Test, len(m.Pairs))
	for i := range m.Pairs {
		tests[i] = &m.Pairs[i].Test
	}
	adjust(tests)
	return m, nil
}

// inOrder puts in the place of each value its place among the different values of its column:
// whole numbers that go together as the values do, and are ranked faster.
func inOrder(columns []Column) []Column {
	out := make([]Column, len(columns))
	for i, c := range columns {
		out[i] = Column{Name: c.Name, Values: slices.Clone(c.Values)}
		different := slices.Compact(slices.Sorted(slices.Values(c.Values)))
		for row, v := range c.Values {
			if !c.missing(row) {
				place, _ := slices.BinarySearch(different, v)
				out[i].Values[row] = float64(place)
			}
		}
	}
	return out
}

func pairOf(method Method, x, y Column, w *Weights) (Correlation, error) {
	s, err := drawn(w, x, y)
	if err != nil {
		return Correlation{}, err
	}
	if err := s.unweighted("A correlation"); err != nil {
		return Correlation{}, err
	}
	a, b := s.of(x), s.of(y)
	if s.N < 3 || flat(a) || flat(b) {
		why := Constant
		if s.N < 3 {
			why = TooFew
		}
		return Correlation{Sample: s.Sample, Effect: Effect{Method: method, Figure: Figure{Undefined: why}}, Test: Test{Undefined: why}}, nil
	}
	c, err := correlate(method, s, a, b)
	if err != nil {
		return Correlation{}, err
	}
	return *c, nil
}
