package app

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// asked is what a name stands for in a survey: a question, or else a scale or a variable of cases.
type asked struct {
	study.Variable
	question *study.Question
}

// VariableName names a question, a scale or a variable of cases.
type VariableName struct {
	Name  string `json:"name"`
	Label string `json:"label"`
}

func (q asked) named() VariableName { return VariableName{q.Name, q.Label} }

// called is what sentences call it.
func (q asked) called() string { return "“" + q.Name + "”" }

// asked finds what a name stands for; field is what an error is about.
func (a *answers) asked(field, name string) (asked, error) {
	v, err := a.variables.Named(name)
	if err != nil {
		return asked{}, study.FieldError(field, "The survey has no question, scale or variable “%s”.", study.Shorten(name, 60))
	}
	if q, is := a.survey.Question(name); is {
		return asked{v, &q}, nil
	}
	return asked{Variable: v}, nil
}

// measured finds what a name stands for and gives its numbers.
func (a *answers) measured(field, name string, rows []int) (asked, statistics.Column, error) {
	q, err := a.asked(field, name)
	if err != nil {
		return q, statistics.Column{}, err
	}
	column, err := a.numbers(q, rows)
	return q, column, err
}

// numbers gives something that is measured in numbers: figures, scores of a scale item, and 1
// and 0 of yes and no. What is missing is NaN.
func (a *answers) numbers(q asked, rows []int) (statistics.Column, error) {
	number, err := q.number()
	if err != nil {
		return statistics.Column{}, err
	}
	column := a.columns[q.Slot()]
	figures := eachValue(column, func(value string) float64 {
		if q.IsMissing(value) {
			return math.NaN()
		}
		return number(value)
	})
	out := statistics.Column{Name: q.Name, Values: make([]float64, len(rows))}
	for i, row := range rows {
		out.Values[i] = figures[column.of[row]]
	}
	return out, nil
}

// number gives how a value that is not missing is a number.
func (q asked) number() (func(value string) float64, error) {
	switch {
	case q.question != nil && q.question.Sort == study.AskScale:
		scores := q.scores()
		return func(value string) float64 {
			if score, is := scores[value]; is {
				return score
			}
			return math.NaN()
		}, nil
	case q.Sort == study.KindInteger || q.Sort == study.KindDecimal:
		return func(value string) float64 {
			if f, err := strconv.ParseFloat(value, 64); err == nil {
				return f
			}
			return math.NaN()
		}, nil
	case q.Sort == study.KindYesNo:
		return func(value string) float64 {
			if value == "yes" {
				return 1
			}
			return 0
		}, nil
	}
	return nil, study.Errorf(study.Invalid, "%s is not measured in numbers. Choose a number, a scale or a scale item.", q.called())
}

// scores gives what the options of a scale item count, turned when it is reversed.
func (q asked) scores() map[string]float64 {
	answered := *q.question
	answered.Options = q.valid()
	out, list := map[string]float64{}, answered.Scores()
	for i, score := range list {
		if answered.Reversed {
			score = slices.Min(list) + slices.Max(list) - score
		}
		out[answered.Options[i].Value] = score
	}
	return out
}

// valid gives the options that do not count as missing.
func (q asked) valid() (out study.Options) {
	for _, o := range q.Options {
		if !q.IsMissing(o.Value) {
			out = append(out, o)
		}
	}
	return out
}

// grouping sorts rows by the values of something.
type grouping struct {
	statistics.Categories
	values []string // of each label, as conditions name them
}

// mostValues is how many different values something may have whose values are not listed.
const mostValues = 50

// sorted finds what a name stands for and sorts rows by it.
func (a *answers) sorted(field, name string, rows []int) (asked, grouping, error) {
	q, err := a.asked(field, name)
	if err != nil {
		return q, grouping{}, err
	}
	g, err := a.grouped(q, rows)
	return q, g, err
}

// grouped sorts rows by something that has few values.
func (a *answers) grouped(q asked, rows []int) (grouping, error) {
	switch q.Sort {
	case study.KindText:
		return grouping{}, study.Errorf(study.Invalid, "%s is answered in words. Choose something with few values.", q.called())
	case study.KindSeveral:
		return grouping{}, study.Errorf(study.Invalid, "%s takes several answers from each, so it doesn't sort respondents into groups.", q.called())
	}
	options := q.valid()
	switch {
	case q.Sort == study.KindYesNo:
		options = yesNo
	case !q.Listed():
		if options = a.different(q, rows); len(options) > mostValues {
			return grouping{}, study.Errorf(study.Invalid, "%s has %d different values, and at most %d make groups. Choose something with few values.", q.called(), len(options), mostValues)
		}
	}
	return a.sortedBy(q, options, rows), nil
}

// different gives the values that rows have, in order.
func (a *answers) different(q asked, rows []int) (out study.Options) {
	column := a.columns[q.Slot()]
	seen := make([]bool, len(column.values))
	for _, row := range rows {
		seen[column.of[row]] = true
	}
	for i, value := range column.values {
		if seen[i] && !q.IsMissing(value) {
			out = append(out, study.Option{Value: value})
		}
	}
	slices.SortFunc(out, func(x, y study.Option) int { return q.Compare(x.Value, y.Value) })
	return out
}

func (a *answers) sortedBy(q asked, options study.Options, rows []int) grouping {
	g := grouping{Categories: statistics.Categories{Name: q.Name, Of: make([]int, len(rows))}}
	for _, o := range options {
		g.Labels, g.values = append(g.Labels, labelled(o, g.Labels)), append(g.values, o.Value)
	}
	column := a.columns[q.Slot()]
	places := eachValue(column, func(value string) int {
		if q.IsMissing(value) {
			return -1
		}
		return slices.Index(g.values, value)
	})
	for i, row := range rows {
		g.Of[i] = places[column.of[row]]
	}
	return g
}

// labelled is what an option is called, its value where another has its label already.
func labelled(o study.Option, taken []string) string {
	if o.Label == "" || slices.Contains(taken, o.Label) {
		return o.Value
	}
	return o.Label
}

// parts gives the options that a value of kind several names.
func parts(value string) []string { return strings.Split(value, "\n") }
