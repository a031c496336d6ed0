package statistics

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/selvedge/selvedge/internal/study"
)

// Predictor is a variable that explains another: a Column, or Categories that are compared
// with one of them.
type Predictor struct {
	Variable
	Reference string // the category the others are compared with; "" means the first that occurs
}

// Term is what one coefficient belongs to. Level is the category of Categories, and "" of a
// Column. The intercept is called "".
type Term struct {
	Variable string `json:"variable"`
	Level    string `json:"level,omitempty"`
}

// mostTerms is how many coefficients a model may have.
const mostTerms = 200

// design is what explains, as columns of numbers: a Column is one, Categories one of 0 and 1
// for each category but the reference. All are centred and divided by their standard
// deviation, which keeps the fit exact for values of any size.
type design struct {
	*sample
	weight     []float64 // with a mean of 1; nil without sampling weights
	terms      []Term
	of         []int  // the predictor of each term
	dummy      []bool // whether a term is a category
	references []Term
	mean, sd   []float64
	columns    [][]float64 // the values of each term, until all are laid out
	z          *mat.Dense  // the same, row by row
}

// designed draws the rows of a model and lays out its predictors.
func designed(outcome Variable, predictors []Predictor, w *Weights) (*design, error) {
	if len(predictors) == 0 {
		return nil, study.Errorf(study.Invalid, "The model of %s needs at least one variable that explains.", outcome.called())
	}
	vs := []Variable{outcome}
	for _, p := range predictors {
		if p.Variable == nil {
			return nil, study.Errorf(study.Invalid, "The model of %s has a predictor without a variable.", outcome.called())
		}
		vs = append(vs, p.Variable)
	}
	s, err := draw(w, vs...)
	if err != nil {
		return nil, err
	}
	d := &design{sample: s, weight: s.normed()}
	for i, p := range predictors {
		if err := d.add(i, p); err != nil {
			return nil, err
		}
	}
	if s.N < len(d.terms)+3 {
		return nil, study.Errorf(study.Invalid, "The model of %s has %d coefficients and only %d rows with all values.", outcome.called(), len(d.terms)+1, s.N)
	}
	d.layOut()
	return d, nil
}

// layOut puts the values of all terms side by side.
func (d *design) layOut() {
	d.z = mat.NewDense(d.N, len(d.terms), nil)
	for j, values := range d.columns {
		d.z.SetCol(j, values)
	}
	d.columns = nil
}

// at is the values of all terms in a row.
func (d *design) at(row int) []float64 { return d.z.RawRowView(row) }

func (d *design) add(i int, p Predictor) error {
	switch v := p.Variable.(type) {
	case Column:
		return d.addTerm(i, Term{Variable: v.Name}, d.sample.of(v), false)
	case Categories:
		return d.addCategories(i, v, p.Reference)
	}
	return study.Errorf(study.Invalid, "%s is neither a column of numbers nor categories.", p.called())
}

func (d *design) addCategories(i int, c Categories, reference string) error {
	labels, at := c.occurring(d.rows)
	if reference == "" {
		reference = labels[0]
	}
	found := false
	for place, label := range labels {
		if label == reference {
			found = true
			continue
		}
		values := make([]float64, len(at))
		for row, is := range at {
			if is == place {
				values[row] = 1
			}
		}
		if err := d.addTerm(i, Term{c.Name, label}, values, true); err != nil {
			return err
		}
	}
	if !found {
		return study.Errorf(study.Invalid, "No row with all values is %s, the reference of %s.", reference, c.Name)
	}
	if len(labels) == 1 {
		return study.Errorf(study.Invalid, "%s has the same value in all rows, so it explains nothing.", c.Name)
	}
	d.references = append(d.references, Term{c.Name, reference})
	return nil
}

func (d *design) addTerm(predictor int, term Term, values []float64, dummy bool) error {
	m := momentsOf(values, d.weight)
	if !(m.second > 1e-24*m.mean*m.mean) || m.n < 2 {
		return study.Errorf(study.Invalid, "%s has the same value in all rows, so it explains nothing.", term.Variable)
	}
	for row := range values {
		values[row] = (values[row] - m.mean) / m.sd()
	}
	d.terms, d.of, d.dummy = append(d.terms, term), append(d.of, predictor), append(d.dummy, dummy)
	if len(d.terms) == mostTerms {
		return study.Errorf(study.TooLarge, "%s makes more than %d coefficients; no more can be estimated.", term.Variable, mostTerms)
	}
	d.columns, d.mean, d.sd = append(d.columns, values), append(d.mean, m.mean), append(d.sd, m.sd())
	return nil
}

// collinear is the error of a term that follows from those before it.
func (d *design) collinear(term int) error {
	t := d.terms[term]
	name := t.Variable
	if t.Level != "" {
		name += " = " + t.Level
	}
	return study.Errorf(study.Invalid, "%s follows exactly from the other variables of the model; leave one of them out.", name)
}

// root is the square root of the weight of a row.
func (d *design) root(row int) float64 { return math.Sqrt(weightAt(d.weight, row)) }
