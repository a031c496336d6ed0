package app

import (
	"context"
	"math"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// Correlations is how closely some measures go together, two by two.
type Correlations struct {
	Basis
	Variables []VariableName      `json:"variables"`
	Cells     [][]CorrelationCell `json:"cells" doc:"Square and symmetric; of a measure with itself the value is 1"`
	Points    [][2]float64        `json:"points,omitempty" doc:"Of two measures: what responses have of the first and the second"`
	Sampled   bool                `json:"sampled" doc:"Not all points are there, but every so manyth"`
	Line      *FittedLine         `json:"line,omitempty" doc:"Of two measures: the second by the first, by least squares"`
}

// CorrelationCell is one correlation.
type CorrelationCell struct {
	N int `json:"n" doc:"Responses with both values"`
	statistics.Figure
	Interval *statistics.Interval `json:"interval,omitempty"`
	P        *float64             `json:"p,omitempty"`
	Adjusted *statistics.Adjusted `json:"adjusted,omitempty" doc:"The p-value corrected for the number of correlations"`
}

// FittedLine is a straight line.
type FittedLine struct {
	Intercept float64 `json:"intercept"`
	Slope     float64 `json:"slope"`
}

// CorrelationsAsk names the measures.
type CorrelationsAsk struct {
	AnalysisAsk
	Of     []string
	Method statistics.Method // pearson or spearman
}

const mostPoints = 2000

// Correlations correlates measures two by two, each two over the responses that have both.
func (a *App) Correlations(ctx context.Context, by study.Actor, project study.ID, ask CorrelationsAsk) (*Correlations, error) {
	x, err := a.analysis(ctx, by, project, ask.AnalysisAsk)
	if err != nil {
		return nil, err
	}
	out, columns := &Correlations{}, []statistics.Column(nil)
	for _, name := range ask.Of {
		q, column, err := x.measured("of", name, x.rows)
		if err != nil {
			return nil, err
		}
		out.Variables, columns = append(out.Variables, q.named()), append(columns, column)
	}
	x.plain(&out.Basis, "Correlations")
	m, err := statistics.CorrelateAll(ask.Method, columns, x.weights)
	if err != nil {
		return nil, err
	}
	out.fill(m, columns)
	if len(columns) == 2 {
		out.draw(columns[0], columns[1])
	}
	out.tell(m)
	x.basis(&out.Basis, out.fullest(columns), correlationMethods[ask.Method])
	return out, nil
}

var correlationMethods = map[statistics.Method]string{
	statistics.Pearson:  "Pearson's correlation, interval by Fisher's z; p-values adjusted by Holm and by Benjamini and Hochberg",
	statistics.Spearman: "Spearman's rank correlation, interval by Bonett and Wright; p-values adjusted by Holm and by Benjamini and Hochberg",
}

func (c *Correlations) fill(m *statistics.Matrix, columns []statistics.Column) {
	c.Cells = make([][]CorrelationCell, len(columns))
	for i, column := range columns {
		c.Cells[i] = make([]CorrelationCell, len(columns))
		c.Cells[i][i] = CorrelationCell{N: answered(column), Figure: statistics.Figure{Value: 1}}
	}
	for _, pair := range m.Pairs {
		cell := CorrelationCell{N: pair.N, Figure: pair.Figure, Interval: pair.Interval}
		if pair.Test.Undefined == "" {
			cell.P, cell.Adjusted = &pair.Test.P, pair.Test.Adjusted
		}
		c.Cells[pair.Row][pair.Column], c.Cells[pair.Column][pair.Row] = cell, cell
	}
}

// draw gives the points of two measures and the line through them.
func (c *Correlations) draw(x, y statistics.Column) {
	var points [][2]float64
	var n, sumX, sumY float64
	for row, v := range x.Values {
		if w := y.Values[row]; !math.IsNaN(v) && !math.IsNaN(w) {
			points = append(points, [2]float64{v, w})
			n, sumX, sumY = n+1, sumX+v, sumY+w
		}
	}
	var across, along float64
	for _, p := range points {
		across += (p[0] - sumX/n) * (p[1] - sumY/n)
		along += (p[0] - sumX/n) * (p[0] - sumX/n)
	}
	if along > 0 {
		c.Line = &FittedLine{Slope: across / along, Intercept: sumY/n - across/along*sumX/n}
	}
	c.Points = points
	if step := (len(points) + mostPoints - 1) / mostPoints; step > 1 {
		c.Sampled, c.Points = true, nil
		for i := 0; i < len(points); i += step {
			c.Points = append(c.Points, points[i])
		}
		c.say("The picture shows every %dth of %s points.", step, thousands(len(points)))
	}
}

// fullest is a sample of the rows that have all values.
func (c *Correlations) fullest(columns []statistics.Column) statistics.Sample {
	s := statistics.Sample{}
	for row := range columns[0].Values {
		all := true
		for _, column := range columns {
			all = all && !math.IsNaN(column.Values[row])
		}
		if all {
			s.N++
		} else {
			s.Missing++
		}
	}
	return s
}

func (c *Correlations) tell(m *statistics.Matrix) {
	sure, tested := 0, 0
	var most *statistics.Pair
	for i, pair := range m.Pairs {
		if pair.Undefined != "" || pair.Test.Adjusted == nil {
			continue
		}
		tested++
		if pair.Test.Adjusted.Holm < significant {
			sure++
		}
		if most == nil || math.Abs(pair.Value) > math.Abs(most.Value) {
			most = &m.Pairs[i]
		}
	}
	switch {
	case most == nil:
		c.say("None of these can be correlated: too few responses have both values, or one does not vary.")
		return
	case tested == 1:
		c.say("The correlation of “%s” and “%s” is %s (%s).", c.Variables[0].Name, c.Variables[1].Name, short(most.Value), chance(most.Test.P))
	default:
		c.say("%d of %d correlations are more than chance explains, adjusted for their number by Holm. The closest is that of “%s” and “%s”, %s.", sure, tested, m.Names[most.Column], m.Names[most.Row], short(most.Value))
	}
	c.say("Each correlation rests on the responses that have both values. It doesn't say which moves which, or whether something else moves both.")
}
