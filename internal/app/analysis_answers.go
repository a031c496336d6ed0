package app

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"sync"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// answers are the responses to a survey side by side: a column a question, a scale, and a
// variable of the cases that respondents are tied to.
type answers struct {
	survey    study.Survey
	variables *study.VariableSet // questions, scales, then variables of cases whose names are still free
	responses []study.Response   // in order of the table, without their values
	cases     map[study.ID]study.Case
	columns   map[string]*valueColumn // by the slots of variables
	rows      func() *respondents     // the same row by row, laid out when it is first asked for
}

const maxKeptAnswers = 6 // surveys

// newKeptGiven keeps what was answered with what the survey says of it: a case that changes
// changes nothing about it.
func newKeptGiven(rows *kept[*responseColumns]) *kept[*answers] {
	return newKept(maxKeptAnswers, func(r store.Reader, project, survey study.ID) (*answers, error) {
		all, err := rows.read(r, project, survey)
		if err != nil {
			return nil, err
		}
		a := &answers{responses: all.responses}
		if a.survey, err = r.Survey(project, survey); err != nil {
			return nil, err
		}
		return a, a.layOut(all)
	}, study.Survey{}.Kind(), study.Response{}.Kind())
}

// newKeptAnswers reads what was answered and the cases side by side, so its reader is in no
// transaction, which would have one connection for both.
func newKeptAnswers(given *kept[*answers], cases *kept[[]study.Case]) *kept[*answers] {
	return newKept(maxKeptAnswers, func(r store.Reader, project, survey study.ID) (*answers, error) {
		var own *answers
		var all []study.Case
		var faults [2]error
		study.Each(2, func(i int) {
			if i == 0 {
				own, faults[0] = given.read(r, project, survey)
			} else {
				all, faults[1] = cases.read(r, project, project)
			}
		})
		if err := cmp.Or(faults[:]...); err != nil {
			return nil, err
		}
		return own.withCases(r, project, all)
	}, study.Survey{}.Kind(), study.Response{}.Kind(), study.Case{}.Kind(), study.Variable{}.Kind())
}

// layOut gives each question its column, and each scale one of its own.
func (a *answers) layOut(all *responseColumns) error {
	list := a.survey.Variables().All()
	a.columns = make(map[string]*valueColumn, len(list)+len(a.survey.Scales))
	for _, v := range list {
		a.columns[v.Slot()] = all.column(v.Slot())
	}
	for _, d := range a.survey.Scales {
		values, err := a.scored(d)
		if err != nil {
			return err
		}
		list = append(list, scaleVariable(d))
		a.columns[d.ID] = values
	}
	a.variables = study.NewVariableSet(list)
	return nil
}

// withCases gives the answers with the cases that respondents are tied to, beside them.
func (a *answers) withCases(r store.Reader, project study.ID, cases []study.Case) (*answers, error) {
	variables, err := r.Variables(project)
	if err != nil {
		return nil, err
	}
	out := &answers{survey: a.survey, responses: a.responses, cases: make(map[study.ID]study.Case, len(cases)), columns: maps.Clone(a.columns)}
	for _, c := range cases {
		out.cases[c.ID] = c
	}
	list := slices.Clone(a.variables.All())
	for _, v := range variables {
		if _, err := a.variables.Named(v.Name); err != nil {
			list = append(list, v)
			out.columns[v.Slot()] = out.ofCases(v)
		}
	}
	out.variables, out.rows = study.NewVariableSet(list), sync.OnceValue(out.byRow)
	return out, nil
}

// scaleVariable is what a scale is as a variable.
func scaleVariable(d study.ScaleDefinition) study.Variable {
	return study.Variable{ID: study.ID(d.ID), Name: d.Name, Sort: study.KindDecimal, Of: "both"}
}

func (a *answers) ofCases(v study.Variable) *valueColumn {
	out := newValueColumn(len(a.responses))
	for row, one := range a.responses {
		out.set(row, a.cases[one.CaseID].Value(v))
	}
	return out
}

// scored gives the values of a scale as they are written.
func (a *answers) scored(d study.ScaleDefinition) (*valueColumn, error) {
	scale, err := a.scale(d, a.every())
	if err != nil {
		return nil, err
	}
	column, err := scale.Column()
	if err != nil {
		return nil, err
	}
	out := newValueColumn(len(column.Values))
	for row, v := range column.Values {
		if !math.IsNaN(v) {
			out.set(row, strconv.FormatFloat(v, 'f', -1, 64))
		}
	}
	return out, nil
}

// scale gives the items of a scale as numbers in some rows, each turned the way the scale runs.
func (a *answers) scale(d study.ScaleDefinition, rows []int) (statistics.Scale, error) {
	s := statistics.Scale{Name: d.Name, Low: math.Inf(1), High: math.Inf(-1), AtLeast: d.AtLeast, Sum: d.How == "sum"}
	if s.AtLeast == 0 {
		s.AtLeast = (len(d.Items) + 1) / 2
	}
	for _, name := range d.Items {
		q, there := a.survey.Question(name)
		if !there {
			return s, study.FieldError("scale", "“%s” has an item “%s” that is no question any more.", d.Name, name)
		}
		q.Reversed = q.Reversed || slices.Contains(d.Reversed, q.Name)
		column, err := a.numbers(asked{q.Variable(), &q}, rows)
		if err != nil {
			return s, err
		}
		for _, v := range column.Values {
			if !math.IsNaN(v) {
				s.Low, s.High = min(s.Low, v), max(s.High, v)
			}
		}
		s.Items = append(s.Items, statistics.Item{Column: column})
	}
	if !(s.Low < s.High) { // nobody answered, or all the same
		s.Low = min(s.Low, 0)
		s.High = s.Low + 1
	}
	return s, nil
}

// value gives the values of a row.
func (a *answers) value(row int) func(study.Variable) string {
	return func(v study.Variable) string { return a.columns[v.Slot()].at(row) }
}

// every gives all rows.
func (a *answers) every() []int {
	rows := make([]int, len(a.responses))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// choose gives the rows that conditions let through, in order of the table.
func (a *answers) choose(where []string) ([]int, error) {
	lets, err := a.variables.Where(where)
	if err != nil {
		return nil, err
	}
	rows := make([]int, 0, len(a.responses))
	for row := range a.responses {
		if lets(a.value(row)) {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// eachValue gives what a function makes of each different value, by its place.
func eachValue[T any](c *valueColumn, of func(value string) T) []T {
	out := make([]T, len(c.values))
	for i, value := range c.values {
		out[i] = of(value)
	}
	return out
}
