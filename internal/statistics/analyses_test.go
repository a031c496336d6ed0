package statistics

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
)

// rows are columns that stand for a survey: three numbers, items of one to five, and three
// variables of categories, all with missing values.
type rows struct {
	numbers    []Column
	items      []Column
	categories []Categories
	weights    *Weights
}

// analyses are all there are, under their names. Each gives its result.
var analyses = map[string]func(r *rows) (any, error){
	"describe":  func(r *rows) (any, error) { return Describe(r.numbers[0], r.weights) },
	"count":     func(r *rows) (any, error) { return Count(r.categories[0], r.weights) },
	"scale":     func(r *rows) (any, error) { return r.scale().Reliability(r.weights) },
	"tabulate":  func(r *rows) (any, error) { return Tabulate(r.categories[0], r.categories[1], r.weights) },
	"two means": func(r *rows) (any, error) { return CompareMeans(r.numbers[0], r.categories[2], r.weights) },
	"means":     func(r *rows) (any, error) { return CompareMeans(r.numbers[0], r.categories[0], r.weights) },
	"two ranks": func(r *rows) (any, error) { return CompareRanks(r.numbers[0], r.categories[2], r.weights) },
	"ranks":     func(r *rows) (any, error) { return CompareRanks(r.numbers[0], r.categories[0], r.weights) },
	"pearson":   func(r *rows) (any, error) { return Correlate(Pearson, r.numbers[0], r.numbers[1], r.weights) },
	"spearman":  func(r *rows) (any, error) { return Correlate(Spearman, r.numbers[0], r.numbers[1], r.weights) },
	"kendall":   func(r *rows) (any, error) { return Correlate(Kendall, r.numbers[0], r.numbers[1], r.weights) },
	"matrix":    func(r *rows) (any, error) { return CorrelateAll(Spearman, append(r.items, r.numbers...), r.weights) },
	"regress": func(r *rows) (any, error) {
		return Regress(r.numbers[0], r.predictors(), r.weights)
	},
	"regress ordered": func(r *rows) (any, error) {
		return RegressOrdered(r.categories[1], r.predictors(), r.weights)
	},
}

func (r *rows) scale() Scale {
	s := Scale{Name: "scale", Low: 1, High: 5}
	for i, c := range r.items {
		s.Items = append(s.Items, Item{c, i == 1})
	}
	return s
}

func (r *rows) predictors() []Predictor {
	return []Predictor{{Variable: r.numbers[1]}, {Variable: r.numbers[2]}, {Variable: r.categories[0]}, {Variable: r.categories[2]}}
}

// surveyed makes rows of plausible answers.
func surveyed(n int, seed uint64) *rows {
	random := rand.New(rand.NewPCG(seed, 1))
	r := &rows{numbers: make([]Column, 3), items: make([]Column, 5), categories: make([]Categories, 3)}
	r.numbers[0].Name, r.numbers[1].Name, r.numbers[2].Name = "growth", "staff", "year"
	for i := range r.items {
		r.items[i].Name = made(5)[i]
	}
	for i, labels := range []int{4, 5, 2} {
		r.categories[i] = Categories{Name: []string{"sector", "outlook", "exports"}[i], Labels: made(labels)}
	}
	for range n {
		r.answer(random)
	}
	return r
}

// answer adds a row: what is behind everything moves it all.
func (r *rows) answer(random *rand.Rand) {
	or := func(v float64) float64 {
		if random.Float64() < 0.04 {
			return missing
		}
		return v
	}
	behind := random.NormFloat64()
	for i, v := range []float64{2*behind + 3*random.NormFloat64(), float64(int(5*random.ExpFloat64() + 1)), float64(2000 + random.IntN(20))} {
		r.numbers[i].Values = append(r.numbers[i].Values, or(v))
	}
	for i := range r.items {
		v := float64(int(min(max(3.5+behind+random.NormFloat64(), 1), 5)))
		if i == 1 {
			v = 6 - v
		}
		r.items[i].Values = append(r.items[i].Values, or(v))
	}
	outlook := int(min(max(2.5+behind+random.NormFloat64(), 0), 4))
	for i, at := range []int{random.IntN(4), outlook, int(min(max(behind+random.NormFloat64()+1, 0), 1))} {
		if random.Float64() < 0.04 {
			at = -1
		}
		r.categories[i].Of = append(r.categories[i].Of, at)
	}
}

// turned gives the rows in another order, or some of them more than once.
func (r *rows) turned(order []int) *rows {
	out := &rows{}
	column := func(c Column) Column {
		is := Column{Name: c.Name}
		for _, row := range order {
			is.Values = append(is.Values, c.Values[row])
		}
		return is
	}
	for _, c := range r.numbers {
		out.numbers = append(out.numbers, column(c))
	}
	for _, c := range r.items {
		out.items = append(out.items, column(c))
	}
	for _, c := range r.categories {
		is := Categories{Name: c.Name, Labels: c.Labels}
		for _, row := range order {
			is.Of = append(is.Of, c.Of[row])
		}
		out.categories = append(out.categories, is)
	}
	if r.weights != nil {
		out.weights = &Weights{column(r.weights.Column), r.weights.Kind}
	}
	return out
}

// weighted gives every row a weight.
func (r *rows) weighted(kind WeightKind, of func(row int) float64) *rows {
	out := *r
	out.weights = &Weights{Column{Name: "weight"}, kind}
	for row := range r.numbers[0].Values {
		out.weights.Values = append(out.weights.Values, of(row))
	}
	return &out
}

// result calculates and gives the result as it is sent; rows of a model are left out, as
// their order is that of the input.
func result(t testing.TB, name string, r *rows) figures {
	t.Helper()
	got, err := analyses[name](r)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatalf("%s can't be sent: %v", name, err)
	}
	var raw map[string]any
	if err := json.Unmarshal(text, &raw); err != nil {
		t.Fatal(err)
	}
	if name == "regress" {
		delete(raw, "rows")
	}
	out := figures{}
	flatten("", raw, out)
	return out
}

// flatten names every number of a result by its place.
func flatten(at string, v any, into figures) {
	switch v := v.(type) {
	case map[string]any:
		for name, inner := range v {
			flatten(at+"."+name, inner, into)
		}
	case []any:
		for _, inner := range v {
			flatten(at, inner, into)
		}
	case float64:
		into[at] = append(into[at], v)
	}
}
