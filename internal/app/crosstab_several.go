package app

import (
	"fmt"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// Choice is one answer of a question that takes several, tested by itself against the other one.
type Choice struct {
	Label string          `json:"label"`
	Value string          `json:"value" doc:"What conditions name it by"`
	Test  statistics.Test `json:"test" doc:"With p-values adjusted for the number of answers"`
}

// side is a row or a column of a cross-table in which a response may stand several times.
type side struct {
	asked
	statistics.Several
	values []string // of each label, as conditions name them
}

// side sorts rows by something, each under every answer that it gave.
func (x *analysis) side(field, name string) (side, error) {
	q, err := x.asked(field, name)
	if err != nil {
		return side{}, err
	}
	if q.Sort == study.KindSeveral {
		return x.severalOf(q), nil
	}
	g, err := x.grouped(q, x.rows)
	return side{q, g.Several(), g.values}, err
}

func (x *analysis) severalOf(q asked) side {
	s := side{asked: q, Several: statistics.Several{Name: q.Name, Of: make([][]int, len(x.rows))}}
	for _, o := range q.valid() {
		s.Labels, s.values = append(s.Labels, labelled(o, s.Labels)), append(s.values, o.Value)
	}
	column := x.columns[q.Slot()]
	places := eachValue(column, func(value string) []int {
		if q.IsMissing(value) {
			return nil
		}
		return s.places(value)
	})
	for i, row := range x.rows {
		s.Of[i] = places[column.of[row]]
	}
	return s
}

// places gives where the options that a value names stand.
func (s side) places(value string) []int {
	out := []int{}
	for _, one := range parts(value) {
		if at := slices.Index(s.values, one); at >= 0 {
			out = append(out, at)
		}
	}
	return out
}

// isSeveral says whether a name stands for something that takes several answers.
func (x *analysis) isSeveral(name string) bool {
	v, err := x.variables.Named(name)
	return err == nil && v.Sort == study.KindSeveral
}

// overlapping crosses two of which one takes several answers, or both.
func (x *analysis) overlapping(ask CrosstabAsk) (*Crosstab, error) {
	row, err := x.side("row", ask.Row)
	if err != nil {
		return nil, err
	}
	column, err := x.side("column", ask.Column)
	if err != nil {
		return nil, err
	}
	t, err := statistics.Overlap(row.Several, column.Several, x.weights)
	if err != nil {
		return nil, err
	}
	out := &Crosstab{Row: row.named(), Column: column.named(), Rows: t.Rows, Columns: t.Columns,
		RowValues: occurring(row.Labels, row.values, t.Rows), ColumnValues: occurring(column.Labels, column.values, t.Columns)}
	out.RowsOverlap, out.ColumnsOverlap = row.asked.Sort == study.KindSeveral, column.asked.Sort == study.KindSeveral
	out.fill(t, x.survey.Least)
	if err := out.choose(x, row, column); err != nil {
		return nil, err
	}
	out.tellChoices(row, column)
	out.tellFew(x.survey.Least)
	x.basis(&out.Basis, t.Sample, out.howOverlapping(x.weights != nil))
	return out, nil
}

// choose tests each answer of the side that takes several, where the other takes one.
func (c *Crosstab) choose(x *analysis, row, column side) error {
	several, by, values := row, column.asked, c.RowValues
	c.Residuals = unknown(len(c.Rows), len(c.Columns))
	switch {
	case c.RowsOverlap && c.ColumnsOverlap:
		return nil
	case c.ColumnsOverlap:
		several, by, values = column, row.asked, c.ColumnValues
	}
	g, err := x.grouped(by, x.rows)
	if err != nil {
		return err
	}
	choices, err := statistics.Choices(several.Several, g.Categories, x.weights)
	for i, choice := range choices {
		c.Choices = append(c.Choices, Choice{choice.Label, values[i], choice.Test})
		for j, r := range choice.Residuals {
			if c.RowsOverlap {
				c.Residuals[i][j] = defined(r)
			} else {
				c.Residuals[j][i] = defined(r)
			}
		}
	}
	return err
}

// unknown is a table of figures that are not defined.
func unknown(rows, columns int) [][]*float64 {
	out := make([][]*float64, rows)
	for i := range out {
		out[i] = make([]*float64, columns)
	}
	return out
}

func (c *Crosstab) howOverlapping(weighted bool) string {
	switch {
	case c.RowsOverlap && c.ColumnsOverlap:
		return "Cross-table of answers, of which each respondent may give several; no test"
	case weighted:
		return "Cross-table of weighted shares, where each respondent may give several answers; each answer tested by itself by Rao and Scott, adjusted by Holm"
	}
	return "Cross-table where each respondent may give several answers; each answer tested by itself, adjusted by Holm"
}

// tellChoices says which answers go with the other question.
func (c *Crosstab) tellChoices(row, column side) {
	several, by := row.asked, column.asked
	if c.ColumnsOverlap {
		several, by = by, several
	}
	c.say("%s takes several answers from each respondent, so shares add up to more than 100 %%.", several.called())
	if c.RowsOverlap && c.ColumnsOverlap {
		c.say("Both take several answers, so a respondent stands in several cells, and no test is made.")
		return
	}
	var differ []string
	for _, choice := range c.Choices {
		if choice.Test.Adjusted != nil && choice.Test.Adjusted.Holm < significant {
			differ = append(differ, fmt.Sprintf("%s (%s)", choice.Label, chance(choice.Test.Adjusted.Holm)))
		}
	}
	if len(differ) == 0 {
		c.say("No answer is given more often by some groups of %s than by others, beyond what chance explains. That is no proof that they are alike.", by.called())
		return
	}
	c.say("How often it is given differs by %s more than chance explains for %s; p-values are adjusted for %d tests.", by.called(), strings.Join(differ, ", "), len(c.Choices))
	c.say("The table doesn't say why: something else may lie behind both.")
}
