package statistics

import "github.com/selvedge/selvedge/internal/study"

// Reliability says how well the items of a scale go together.
type Reliability struct {
	Sample
	Alpha        Effect     `json:"alpha" doc:"Cronbach's alpha"`
	Standardised Effect     `json:"standardised" doc:"Alpha of the standardised items"`
	Omega        Effect     `json:"omega" doc:"McDonald's omega total of one factor"`
	Factor       *Factor    `json:"factor,omitempty" doc:"The factor behind omega"`
	Items        []ItemStat `json:"items"`
}

// The methods of reliability.
const (
	CronbachAlpha     Method = "cronbach-alpha"
	StandardisedAlpha Method = "standardised-alpha"
	OmegaTotal        Method = "mcdonald-omega-total-minres"
)

// ItemStat is an item beside the others of its scale; reversed items are turned.
type ItemStat struct {
	Name    string  `json:"name"`
	Mean    float64 `json:"mean"`
	SD      float64 `json:"sd"`
	Total   Figure  `json:"total" doc:"Correlation with the sum of the other items"`
	Without Figure  `json:"without" doc:"Alpha without this item"`
	Loading Figure  `json:"loading" doc:"Loading on the one factor"`
}

// Reliability calculates alpha (Cronbach 1951) with the interval of Feldt, Woodruff and Salih
// (1987), standardised alpha, omega total (McDonald 1999) of a one-factor model by minimum
// residuals on the correlations, and the item-total table. Rows with a missing item are left
// out.
func (s Scale) Reliability(w *Weights) (*Reliability, error) {
	items, err := s.turned()
	if err != nil {
		return nil, err
	}
	if len(items) < 2 {
		return nil, study.Errorf(study.Invalid, "The reliability of %s needs at least two items.", s.Name)
	}
	rows, err := draw(w, variables(items)...)
	if err != nil {
		return nil, err
	}
	if err := rows.unweighted("Reliability"); err != nil {
		return nil, err
	}
	if rows.N < 3 {
		return nil, study.Errorf(study.Invalid, "The reliability of %s needs at least three rows in which all items are answered.", s.Name)
	}
	values := make([][]float64, len(items))
	for i, item := range items {
		values[i] = rows.of(item)
		if flat(values[i]) {
			return nil, study.Errorf(study.Invalid, "%s has the same value in all %d rows, so it can't be held against the other items of %s.", item.Name, rows.N, s.Name)
		}
	}
	return reliability(rows, items, values), nil
}

func variables(columns []Column) []Variable {
	out := make([]Variable, len(columns))
	for i, c := range columns {
		out[i] = c
	}
	return out
}

func reliability(s *sample, items []Column, values [][]float64) *Reliability {
	covariances := covariances(values)
	correlations := correlationsOf(covariances)
	r := &Reliability{Sample: s.Sample,
		Alpha:        Effect{Method: CronbachAlpha, Figure: alpha(covariances)},
		Standardised: Effect{Method: StandardisedAlpha, Figure: alpha(correlations)},
		Omega:        Effect{Method: OmegaTotal, Figure: Figure{Undefined: TooFew}}}
	r.Alpha.Interval = feldt(r.Alpha.Figure, s.N, len(items))
	if len(items) > 2 {
		r.Factor = oneFactor(correlations)
		r.Omega.Figure = omega(r.Factor, correlations)
	}
	for i, item := range items {
		r.Items = append(r.Items, itemStat(item.Name, i, values, covariances, r.Factor))
	}
	return r
}

// alpha is Cronbach's, from covariances, or standardised from correlations.
func alpha(c [][]float64) Figure {
	k := float64(len(c))
	if k < 2 {
		return Figure{Undefined: TooFew}
	}
	var trace, sum float64
	for i := range c {
		trace += c[i][i]
		for j := range c {
			sum += c[i][j]
		}
	}
	if sum <= 1e-12*trace {
		return Figure{Undefined: Constant}
	}
	return figure(k/(k-1)*(1-trace/sum), Constant)
}

// feldt is the interval of alpha by Feldt, Woodruff and Salih (1987).
func feldt(alpha Figure, n, items int) *Interval {
	if alpha.Undefined != "" {
		return nil
	}
	df, df2 := float64(n-1), float64((n-1)*(items-1))
	rest := 1 - alpha.Value
	return &Interval{1 - rest*fQuantile((1+Level)/2, df, df2), 1 - rest*fQuantile((1-Level)/2, df, df2)}
}

func itemStat(name string, i int, values, covariances [][]float64, factor *Factor) ItemStat {
	m := momentsOf(values[i], nil)
	stat := ItemStat{Name: name, Mean: m.mean, SD: m.sd(), Total: corrected(covariances, i), Without: alpha(without(covariances, i)), Loading: Figure{Undefined: TooFew}}
	if factor != nil {
		stat.Loading = figure(factor.Loadings[i], Constant)
	}
	return stat
}

// corrected is the correlation of an item with the sum of the others.
func corrected(c [][]float64, item int) Figure {
	var with, rest float64
	for i := range c {
		for j := range c {
			if i != item && j != item {
				rest += c[i][j]
			}
		}
		if i != item {
			with += c[i][item]
		}
	}
	return figure(ratio(with, rest*c[item][item]), Constant)
}

// without is a square matrix less one row and column.
func without(c [][]float64, item int) (out [][]float64) {
	for i, row := range c {
		if i != item {
			out = append(out, append(append([]float64(nil), row[:item]...), row[item+1:]...))
		}
	}
	return out
}
