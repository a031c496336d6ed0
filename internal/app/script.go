package app

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// Scripted is an analysis that can be done again in R.
type Scripted interface {
	narrowed() AnalysisAsk
	script(x *analysis, s *script) error
}

func (a AnalysisAsk) narrowed() AnalysisAsk { return a }

// Script writes an analysis as a script for R that holds its data: the variables that it uses,
// in the order of the table, without keys and names of respondents.
func (a *App) Script(ctx context.Context, by study.Actor, project study.ID, ask Scripted) (publish.RScript, error) {
	x, err := a.analysis(ctx, by, project, ask.narrowed())
	if err != nil {
		return publish.RScript{}, err
	}
	s := &script{analysis: x}
	if err := ask.script(x, s); err != nil {
		return s.RScript, err
	}
	s.Says = append(s.Says, fmt.Sprintf("Survey: %s, %s of %s responses", x.survey.Name, thousands(len(x.rows)), thousands(len(x.responses))))
	if len(x.ask.Where) > 0 {
		s.Says = append(s.Says, "Only those with "+strings.Join(x.ask.Where, ", "))
	}
	if x.weights != nil {
		s.Columns = append(s.Columns, publish.RColumn{Name: "w", Says: x.weights.Name + ", the weight", Cells: x.weights.Values})
	}
	return s.RScript, nil
}

// script is a script while it is written.
type script struct {
	*analysis
	publish.RScript
}

// number adds something that is measured in numbers.
func (s *script) number(as string, q asked) error {
	column, err := s.numbers(q, s.rows)
	s.Columns = append(s.Columns, publish.RColumn{Name: as, Says: q.words(), Cells: column.Values})
	return err
}

// category adds something that sorts responses into groups.
func (s *script) category(as string, q asked) error {
	g, err := s.grouped(q, s.rows)
	s.addGroups(as, q, g.Categories)
	return err
}

func (s *script) addGroups(as string, q asked, c statistics.Categories) {
	column := publish.RColumn{Name: as, Says: q.words(), Levels: c.Labels, Cells: make([]float64, len(c.Of))}
	for i, at := range c.Of {
		if column.Cells[i] = float64(at + 1); at < 0 {
			column.Cells[i] = math.NaN()
		}
	}
	s.Columns = append(s.Columns, column)
}

// words are the name and the label.
func (q asked) words() string {
	if q.Label == "" || q.Label == q.Name {
		return q.Name
	}
	return q.Name + ", " + q.Label
}

// add adds columns by their names: numbers, or what add makes of them.
func (s *script) add(field, as, name string, add func(as string, q asked) error) error {
	q, err := s.asked(field, name)
	if err != nil {
		return err
	}
	return add(as, q)
}

func (a FrequenciesAsk) script(x *analysis, s *script) error {
	s.Title, s.Steps = "Frequencies", publish.RFrequencies
	of := a.Of
	if len(of) == 0 {
		of = x.countable()
	}
	for i, name := range of {
		if err := s.add("of", fmt.Sprint("x", i+1), name, s.whatever); err != nil {
			return err
		}
	}
	return nil
}

// whatever adds something as its kind is described: numbers, categories, and several answers as
// a column each. What is answered in words is left out.
func (s *script) whatever(as string, q asked) error {
	if q.Sort == study.KindSeveral {
		s.several(as, q)
		return nil
	}
	if q.Sort == study.KindDate || q.Sort == study.KindText {
		return nil
	}
	return s.predicting(as, q)
}

func (s *script) several(as string, q asked) {
	values := s.columns[q.Slot()]
	for i, o := range q.valid() {
		column := publish.RColumn{Name: fmt.Sprint(as, ".", i+1), Says: q.Name + ", " + labelled(o, nil) + ": 1 is chosen", Cells: make([]float64, len(s.rows))}
		for k, row := range s.rows {
			switch value := values.at(row); {
			case q.IsMissing(value):
				column.Cells[k] = math.NaN()
			case slices.Contains(parts(value), o.Value):
				column.Cells[k] = 1
			}
		}
		s.Columns = append(s.Columns, column)
	}
}

func (a CrosstabAsk) script(x *analysis, s *script) error {
	s.Title, s.Steps = fmt.Sprintf("Cross-table of %s by %s", a.Row, a.Column), publish.RCrosstab
	if x.weights != nil {
		s.Steps = publish.RWeightedCrosstab
	}
	if x.isSeveral(a.Row) || x.isSeveral(a.Column) {
		return a.overlapping(x, s)
	}
	if err := s.add("row", "g", a.Row, s.category); err != nil {
		return err
	}
	return s.add("column", "x1", a.Column, s.category)
}

// overlapping adds the side that takes several answers as a column each.
func (a CrosstabAsk) overlapping(x *analysis, s *script) error {
	several, other, steps := a.Row, a.Column, publish.RChoices
	if !x.isSeveral(several) {
		several, other = other, several
	}
	as := "g"
	if x.isSeveral(other) {
		as, steps = "x2", publish.ROverlap
	}
	s.Steps = steps
	if err := s.add("row", "x1", several, s.whatever); err != nil {
		return err
	}
	return s.add("column", as, other, s.grouping)
}

// grouping adds what sorts responses, into one group or several each.
func (s *script) grouping(as string, q asked) error {
	if q.Sort == study.KindSeveral {
		s.several(as, q)
		return nil
	}
	return s.category(as, q)
}

func (a ReliabilityAsk) script(x *analysis, s *script) error {
	s.Title, s.Steps, x.weights = "Reliability of a scale", publish.RReliability, nil
	d, err := x.scaleAsked(a)
	if err != nil {
		return err
	}
	scale, err := x.scale(d, x.rows)
	for i, item := range scale.Items {
		says := item.Name
		if q, _ := x.survey.Question(item.Name); q.Reversed || slices.Contains(d.Reversed, item.Name) {
			says += ", reversed already"
		}
		s.Columns = append(s.Columns, publish.RColumn{Name: fmt.Sprint("x", i+1), Says: says, Cells: item.Values})
	}
	return err
}

func (a GroupsAsk) script(x *analysis, s *script) error {
	s.Title, s.Steps, x.weights = fmt.Sprintf("%s compared by %s", a.Outcome, a.By), publish.RMeans, nil
	if a.Ranks {
		s.Steps = publish.RRanks
	}
	if err := s.add("outcome", "y", a.Outcome, s.number); err != nil {
		return err
	}
	return s.add("by", "g", a.By, s.category)
}

func (a CorrelationsAsk) script(x *analysis, s *script) error {
	s.Title, s.Steps, x.weights = "Correlations", fmt.Sprintf(publish.RCorrelations, publish.RTexts(string(a.Method))), nil
	if len(a.Of) < 2 {
		return study.FieldError("of", "Name two measures at least.")
	}
	for i, name := range a.Of {
		if err := s.add("of", fmt.Sprint("x", i+1), name, s.number); err != nil {
			return err
		}
	}
	return nil
}

func (a RegressionAsk) script(x *analysis, s *script) error {
	s.Title, s.Steps = "Linear regression of "+a.Outcome, publish.RLinear
	outcome := s.number
	if a.Ordered {
		s.Title, s.Steps, outcome = "Ordered logit of "+a.Outcome, publish.ROrdered, s.ordered
	}
	if err := s.add("outcome", "y", a.Outcome, outcome); err != nil {
		return err
	}
	for i, name := range a.Predictors {
		if err := s.add("predictor", fmt.Sprint("x", i+1), name, s.predicting); err != nil {
			return err
		}
	}
	return nil
}

// predicting adds a number or categories, as models take it.
func (s *script) predicting(as string, q asked) error {
	if q.sorts() {
		return s.category(as, q)
	}
	return s.number(as, q)
}

// ordered adds the outcome of an ordered model.
func (s *script) ordered(as string, q asked) error {
	c, err := s.rising(q)
	s.addGroups(as, q, c)
	return err
}
