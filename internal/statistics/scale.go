package statistics

import (
	"math"

	"github.com/selvedge/selvedge/internal/study"
)

// mostItems is how many items a scale may have.
const mostItems = 200

// Item is a column of a scale. A reversed item counts as Low + High less its value.
type Item struct {
	Column
	Reversed bool
}

// Scale says how items become one number a row.
type Scale struct {
	Name      string
	Items     []Item
	Low, High float64 // the range of the answers
	AtLeast   int     // so many items must be answered, or the scale is missing; 0 means all
	Sum       bool    // the mean times the number of items, instead of the mean
}

// Column gives the mean of the items that were answered in each row. A sum is that mean times
// the number of all items, so that an unanswered item counts as the mean of the others.
func (s Scale) Column() (Column, error) {
	items, err := s.turned()
	if err != nil {
		return Column{}, err
	}
	times := 1.0
	if s.Sum {
		times = float64(len(items))
	}
	out := Column{Name: s.Name, Values: make([]float64, items[0].rows())}
	for row := range out.Values {
		out.Values[row] = times * s.score(items, row)
	}
	return out, nil
}

// score is the mean of what was answered in a row; NaN if too little was.
func (s Scale) score(items []Column, row int) float64 {
	var sum, n float64
	for _, item := range items {
		if !item.missing(row) {
			sum += item.Values[row]
			n++
		}
	}
	if least := s.AtLeast; n == 0 || int(n) < least || least == 0 && int(n) < len(items) {
		return math.NaN()
	}
	return sum / n
}

// turned gives the items as columns that all point the same way, after a look at their range.
func (s Scale) turned() ([]Column, error) {
	if err := s.fault(); err != nil {
		return nil, err
	}
	out := make([]Column, len(s.Items))
	for i, item := range s.Items {
		out[i] = Column{Name: item.Name, Values: make([]float64, len(item.Values))}
		for row, v := range item.Values {
			if v < s.Low || v > s.High {
				return nil, study.Errorf(study.Invalid, "%s has the value %g in row %d; the scale %s goes from %g to %g.", item.Name, v, row+1, s.Name, s.Low, s.High)
			}
			if item.Reversed {
				v = s.Low + s.High - v
			}
			out[i].Values[row] = v
		}
	}
	return out, nil
}

func (s Scale) fault() error {
	if len(s.Items) == 0 {
		return study.Errorf(study.Invalid, "The scale %s has no items.", s.Name)
	}
	if len(s.Items) > mostItems {
		return study.Errorf(study.TooLarge, "The scale %s has %d items; it can have at most %d.", s.Name, len(s.Items), mostItems)
	}
	if !(s.Low < s.High) || s.High-s.Low > largest {
		return study.Errorf(study.Invalid, "The range of the scale %s must begin below its end.", s.Name)
	}
	if s.AtLeast < 0 || s.AtLeast > len(s.Items) {
		return study.Errorf(study.Invalid, "The scale %s has %d items; it can't ask for %d of them.", s.Name, len(s.Items), s.AtLeast)
	}
	for _, item := range s.Items {
		if item.rows() != s.Items[0].rows() {
			return study.Errorf(study.Invalid, "%s and %s have different numbers of rows.", s.Items[0].Name, item.Name)
		}
	}
	return nil
}
