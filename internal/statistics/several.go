package statistics

import (
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// Several is a variable of which a row may have several categories, such as what was ticked in
// a list. Of holds the places of a row's labels, none twice; nil where the value is missing.
type Several struct {
	Name   string
	Labels []string
	Of     [][]int
}

func (s Several) called() string       { return s.Name }
func (s Several) rows() int            { return len(s.Of) }
func (s Several) missing(row int) bool { return s.Of[row] == nil }

func (s Several) fault() error {
	for i, places := range s.Of {
		for _, at := range places {
			if at < 0 || at >= len(s.Labels) {
				return study.Errorf(study.Invalid, "%s has a value in row %d that is none of its categories.", s.Name, i+1)
			}
		}
	}
	return nil
}

// occurring keeps the categories that rows of a sample have, and gives each row's places in them.
func (s Several) occurring(rows []int) (labels []string, of [][]int) {
	place := make([]int, len(s.Labels))
	for _, row := range rows {
		for _, at := range s.Of[row] {
			place[at] = 1
		}
	}
	for i, seen := range place {
		if seen == 1 {
			place[i] = len(labels)
			labels = append(labels, s.Labels[i])
		}
	}
	for _, row := range rows {
		at := make([]int, len(s.Of[row]))
		for i, was := range s.Of[row] {
			at[i] = place[was]
		}
		of = append(of, at)
	}
	return labels, of
}

// Several gives categories as lists of one.
func (c Categories) Several() Several {
	out, places := Several{Name: c.Name, Labels: c.Labels, Of: make([][]int, len(c.Of))}, make([]int, len(c.Labels))
	for i := range places {
		places[i] = i
	}
	for row, at := range c.Of {
		if at >= 0 {
			out.Of[row] = places[at : at+1]
		}
	}
	return out
}

// chosen says of each row whether it has a category.
func (s Several) chosen(place int) Categories {
	out := Categories{Name: s.Name, Labels: []string{"chosen", "not chosen"}, Of: make([]int, len(s.Of))}
	for row, places := range s.Of {
		switch {
		case places == nil:
			out.Of[row] = -1
		case !slices.Contains(places, place):
			out.Of[row] = 1
		}
	}
	return out
}

// Overlap counts a table in which a row may stand in several cells. Percents are of those who
// have the category of the row or column; sums of rows and columns count each once. It has no
// test of the whole, since the cells are not independent: see Choices.
func Overlap(rows, columns Several, w *Weights) (*Crosstab, error) {
	s, err := draw(w, rows, columns)
	if err != nil {
		return nil, err
	}
	t := &Crosstab{Sample: s.Sample}
	var r, c [][]int
	t.Rows, r = rows.occurring(s.rows)
	t.Columns, c = columns.occurring(s.rows)
	if len(t.Rows)*len(t.Columns) > widest {
		return nil, study.Errorf(study.TooLarge, "%s by %s has more than %d cells.", rows.Name, columns.Name, widest)
	}
	t.overlay(r, c, s.weights)
	return t, nil
}

func (t *Crosstab) overlay(r, c [][]int, weights []float64) {
	t.RowSum, t.ColSum = make([]Margin, len(t.Rows)), make([]Margin, len(t.Columns))
	t.Cells = make([][]Cell, len(t.Rows))
	for i := range t.Cells {
		t.Cells[i] = make([]Cell, len(t.Columns))
	}
	for k := range r {
		one := Cell{N: 1, Count: weightAt(weights, k)}
		for _, j := range c[k] {
			t.ColSum[j].add(one, t.Weighted)
		}
		for _, i := range r[k] {
			t.RowSum[i].add(one, t.Weighted)
			for _, j := range c[k] {
				t.Cells[i][j].N++
				t.Cells[i][j].Count += one.Count
			}
		}
	}
	t.share()
}

// Choice is how having one category of several goes with another variable.
type Choice struct {
	Label     string
	Test      Test
	Residuals []Figure // adjusted standardised residuals of those who have it, by the categories that occur
}

// Choices tests each category of several that occurs by itself against another variable, with
// p-values adjusted for their number. It is Pearson's chi-square, Fisher's exact test where
// expected counts are small, and Rao and Scott's with sampling weights.
func Choices(several Several, by Categories, w *Weights) ([]Choice, error) {
	s, err := draw(w, several, by)
	if err != nil {
		return nil, err
	}
	labels, _ := several.occurring(s.rows)
	var out []Choice
	for place, label := range several.Labels {
		if len(out) == len(labels) || labels[len(out)] != label {
			continue
		}
		t, err := Tabulate(several.chosen(place), by, w)
		if err != nil {
			return nil, err
		}
		out = append(out, Choice{label, t.due(), t.residuals()})
	}
	tests := make([]*Test, len(out))
	for i := range out {
		tests[i] = &out[i].Test
	}
	adjust(tests)
	return out, nil
}

// due is the test that a table goes by.
func (t *Crosstab) due() Test {
	if t.Small != nil && t.Fisher != nil {
		return Test{Method: t.Fisher.Method, P: t.Fisher.P}
	}
	return t.Tests[0]
}

// residuals are those of the first row.
func (t *Crosstab) residuals() (out []Figure) {
	for _, cell := range t.Cells[0] {
		out = append(out, cell.Residual)
	}
	return out
}
