package statistics

// Frequencies counts a variable by its categories, all of them, in their order.
type Frequencies struct {
	Sample
	Of []CategoryCount `json:"of"`
}

// CategoryCount is one category of Frequencies. Count and percents are weighted where there
// are sampling weights.
type CategoryCount struct {
	Label   string  `json:"label"`
	N       int     `json:"n" doc:"Rows"`
	Count   float64 `json:"count" doc:"Sum of weights; N without them"`
	Percent float64 `json:"percent" doc:"Of all rows, missing ones included"`
	Valid   float64 `json:"valid" doc:"Percent of the rows that have a value"`
}

// Count gives the frequency of every category.
func Count(c Categories, w *Weights) (*Frequencies, error) {
	s, err := draw(w, c)
	if err != nil {
		return nil, err
	}
	f := &Frequencies{Sample: s.Sample, Of: make([]CategoryCount, len(c.Labels))}
	for i, row := range s.rows {
		of := &f.Of[c.Of[row]]
		of.N++
		of.Count += weightAt(s.weights, i)
	}
	sum := s.Weighted
	for i := range f.Of {
		of := &f.Of[i]
		of.Label = c.Labels[i]
		of.Percent, of.Valid = 100*of.Count/(sum+s.left), 100*of.Count/sum
	}
	return f, nil
}
