package statistics

import (
	"math"

	"github.com/selvedge/selvedge/internal/study"
)

// largest is the size up to which fourth powers of numbers can still be added.
const largest = 1e70

// Column is a variable that is measured in numbers, one value a row; NaN where it is missing.
type Column struct {
	Name   string
	Values []float64
}

// Categories is a variable that sorts the rows: Of holds for each row the place of its label in
// Labels, or -1 where it is missing.
type Categories struct {
	Name   string
	Labels []string
	Of     []int
}

// Variable is a Column or a Categories.
type Variable interface {
	called() string
	rows() int
	missing(row int) bool
	fault() error
}

func (c Column) called() string       { return c.Name }
func (c Column) rows() int            { return len(c.Values) }
func (c Column) missing(row int) bool { return math.IsNaN(c.Values[row]) }

func (c Column) fault() error {
	for i, v := range c.Values {
		if math.Abs(v) > largest {
			return study.Errorf(study.Invalid, "%s has a number in row %d that is too large to calculate with.", c.Name, i+1)
		}
	}
	return nil
}

func (c Categories) called() string       { return c.Name }
func (c Categories) rows() int            { return len(c.Of) }
func (c Categories) missing(row int) bool { return c.Of[row] < 0 }

func (c Categories) fault() error {
	for i, at := range c.Of {
		if at >= len(c.Labels) {
			return study.Errorf(study.Invalid, "%s has a value in row %d that is none of its categories.", c.Name, i+1)
		}
	}
	return nil
}

// occurring keeps the categories that rows of a sample have, in their order, and gives the
// place of each row in them.
func (c Categories) occurring(rows []int) (labels []string, at []int) {
	place := make([]int, len(c.Labels))
	for _, row := range rows {
		place[c.Of[row]] = 1
	}
	for i, seen := range place {
		if seen == 1 {
			place[i] = len(labels)
			labels = append(labels, c.Labels[i])
		}
	}
	at = make([]int, len(rows))
	for i, row := range rows {
		at[i] = place[c.Of[row]]
	}
	return labels, at
}
