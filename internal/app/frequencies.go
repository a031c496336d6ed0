package app

import (
	"context"
	"math"
	"slices"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// Frequencies is questions, scales and variables of cases described one by one.
type Frequencies struct {
	Basis
	Items []Frequency `json:"items"`
}

// Frequency describes one. Figures are there where it is measured in numbers.
type Frequency struct {
	VariableName
	Kind      string           `json:"kind" enum:"single,multiple,scale,number,date,open,text" doc:"Scales that are made of items are numbers"`
	N         int              `json:"n" doc:"Responses with a value"`
	Missing   int              `json:"missing"`
	Values    []ValueCount     `json:"values" doc:"In order; of dates by years, of numbers where there are few"`
	Mean      *float64         `json:"mean,omitempty"`
	SD        *float64         `json:"sd,omitempty"`
	Median    *float64         `json:"median,omitempty"`
	Min       *float64         `json:"min,omitempty"`
	Max       *float64         `json:"max,omitempty"`
	Quartiles []float64        `json:"quartiles,omitempty" doc:"Lower and upper"`
	Histogram []statistics.Bin `json:"histogram,omitempty"`
}

// ValueCount is one of the values.
type ValueCount struct {
	Value    string   `json:"value" doc:"What conditions name it by"`
	Label    string   `json:"label"`
	N        int      `json:"n"`
	Share    float64  `json:"share" doc:"Of the responses with a value, 0 to 1; weighted when rows are. Of several answers, shares add up to more than 1"`
	Weighted *float64 `json:"weighted,omitempty" doc:"Sum of weights"`
}

// fewNumbers is how many different numbers are listed one by one.
const fewNumbers = 20

// mostDescribed is how many questions are described at once.
const mostDescribed = 400

// FrequenciesAsk names what is described; nothing means all of the survey that can be counted.
type FrequenciesAsk struct {
	AnalysisAsk
	Of []string
}

// Frequencies describes questions, scales and variables of cases one by one.
func (a *App) Frequencies(ctx context.Context, by study.Actor, project study.ID, ask FrequenciesAsk) (*Frequencies, error) {
	x, err := a.analysis(ctx, by, project, ask.AnalysisAsk)
	if err != nil {
		return nil, err
	}
	of := ask.Of
	if len(of) == 0 {
		of = x.countable()
	}
	if len(of) > mostDescribed {
		return nil, study.Errorf(study.TooLarge, "At most %d questions are described at once.", mostDescribed)
	}
	out := &Frequencies{Items: make([]Frequency, 0, len(of))}
	for _, name := range of {
		q, err := x.asked("of", name)
		if err != nil {
			return nil, err
		}
		item, err := x.describe(q)
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, item)
	}
	out.say("Shares are of the responses with a value of the question, whose number stands beside each.")
	out.say("They describe who answered; whether others would have answered so is not known.")
	x.basis(&out.Basis, x.whole(), "Counts and shares; of numbers mean, standard deviation, median and quartiles (type 7)")
	return out, nil
}

// whole is all the rows that were chosen.
func (x *analysis) whole() statistics.Sample {
	s := statistics.Sample{N: len(x.rows), Weighted: float64(len(x.rows))}
	if x.weights != nil {
		s.Weighted = 0
		for _, w := range x.weights.Values {
			if w > 0 {
				s.Weighted += w
			}
		}
	}
	return s
}

// countable names the questions and scales of the survey, without those answered in words.
func (x *analysis) countable() (out []string) {
	for _, q := range x.survey.Questions {
		if q.Kept() && q.Sort != study.AskOpen && q.Sort != study.AskText {
			out = append(out, q.Name)
		}
	}
	for _, d := range x.survey.Scales {
		out = append(out, d.Name)
	}
	return out[:min(len(out), mostDescribed)]
}

// askedAs is what the kinds of variables are as questions.
var askedAs = map[string]string{study.KindText: study.AskText, study.KindInteger: study.AskNumber, study.KindDecimal: study.AskNumber, study.KindYesNo: study.AskSingle,
	study.KindDate: study.AskDate, study.KindOne: study.AskSingle, study.KindSeveral: study.AskMultiple}

func (q asked) kind() string {
	if q.question != nil {
		return q.question.Sort
	}
	return askedAs[q.Sort]
}

func (x *analysis) describe(q asked) (Frequency, error) {
	f := Frequency{VariableName: q.named(), Kind: q.kind(), Values: []ValueCount{}}
	column := x.columns[q.Slot()]
	missing := eachValue(column, q.IsMissing)
	for _, row := range x.rows {
		if !missing[column.of[row]] {
			f.N++
		}
	}
	if f.Missing = len(x.rows) - f.N; f.N == 0 {
		return f, nil
	}
	if !q.sorts() {
		if err := x.measure(&f, q); err != nil {
			return f, err
		}
	}
	x.count(&f, q)
	return f, nil
}

// measure describes numbers. Where the weights leave no row, there is nothing to describe.
func (x *analysis) measure(f *Frequency, q asked) error {
	column, err := x.numbers(q, x.rows)
	if err != nil || x.nothing(column) {
		return err
	}
	d, err := statistics.Describe(column, x.weights)
	if err != nil {
		return err
	}
	f.Mean, f.SD, f.Median, f.Min, f.Max, f.Quartiles = &d.Mean, defined(d.SD), &d.Median, &d.Min, &d.Max, []float64{d.Lower, d.Upper}
	if f.Kind == study.AskNumber {
		f.Histogram, err = statistics.Histogram(column, x.weights)
	}
	return err
}

// nothing says whether no row has both a number and a weight.
func (x *analysis) nothing(c statistics.Column) bool {
	for i, v := range c.Values {
		if !math.IsNaN(v) && (x.weights == nil || x.weights.Values[i] > 0) {
			return false
		}
	}
	return true
}

// count counts the values that something has: those of a list, all of them.
func (x *analysis) count(f *Frequency, q asked) {
	options, of := q.valid(), func(value string) []string { return []string{value} }
	switch q.Sort {
	case study.KindText:
		return
	case study.KindSeveral:
		of = parts
	case study.KindYesNo:
		options = yesNo
	case study.KindDate:
		of = func(value string) []string { return []string{value[:min(4, len(value))]} }
		options = x.years(q)
	case study.KindInteger, study.KindDecimal:
		if options = x.different(q, x.rows); len(options) > fewNumbers {
			return
		}
	}
	f.Values = x.counted(q, options, of)
}

// yesNo are the values of a variable that is yes or no.
var yesNo = study.Options{{Value: "yes", Label: "Yes"}, {Value: "no", Label: "No"}}

func (x *analysis) years(q asked) (out study.Options) {
	for _, day := range x.different(q, x.rows) {
		year := study.Option{Value: day.Value[:min(4, len(day.Value))]}
		if !slices.Contains(out, year) {
			out = append(out, year)
		}
	}
	return out
}

func (x *analysis) counted(q asked, options study.Options, of func(string) []string) []ValueCount {
	counts, sums, places := make([]int, len(options)), make([]float64, len(options)), map[string]int{}
	for i, o := range options {
		places[o.Value] = i
	}
	var all float64
	column := x.columns[q.Slot()]
	rows, weights := x.tally(column)
	for at, value := range column.values {
		if q.IsMissing(value) {
			continue
		}
		all += weights[at]
		for _, part := range of(value) {
			if i, is := places[part]; is {
				counts[i] += rows[at]
				sums[i] += weights[at]
			}
		}
	}
	return x.listed(options, counts, sums, all)
}

// tally counts the rows of each different value of a column, and adds up their weights.
func (x *analysis) tally(c *valueColumn) (rows []int, weights []float64) {
	rows, weights = make([]int, len(c.values)), make([]float64, len(c.values))
	for i, row := range x.rows {
		at := c.of[row]
		rows[at]++
		weights[at] += x.weight(i)
	}
	return rows, weights
}

// weight is that of a row among those chosen; 0 where it has none.
func (x *analysis) weight(i int) float64 {
	if x.weights == nil {
		return 1
	}
	if w := x.weights.Values[i]; w > 0 {
		return w
	}
	return 0
}

func (x *analysis) listed(options study.Options, counts []int, sums []float64, all float64) []ValueCount {
	out, taken := make([]ValueCount, len(options)), []string(nil)
	for i, o := range options {
		out[i] = ValueCount{Value: o.Value, Label: labelled(o, taken), N: counts[i]}
		taken = append(taken, out[i].Label)
		if all > 0 {
			out[i].Share = sums[i] / all
		}
		if x.weights != nil {
			out[i].Weighted = &sums[i]
		}
	}
	return out
}
