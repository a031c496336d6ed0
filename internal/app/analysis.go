package app

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// AnalysisAsk says which responses of a survey an analysis takes, and how they are weighted.
type AnalysisAsk struct {
	Survey study.ID
	Where  []string // as in study.CaseQuery, of questions, scales and variables of cases
	Weight string   // name of a number question; "none" for none, "" for the survey's own
}

// Basis is what an analysis rests on, and what it says in sentences.
type Basis struct {
	N        int      `json:"n" doc:"Responses that took part"`
	Missing  int      `json:"missing" doc:"Responses left out for a missing value"`
	Weights  string   `json:"weights,omitempty" doc:"Name of the question that rows are weighted by"`
	Weighted float64  `json:"weighted,omitempty" doc:"Sum of the weights of the responses that took part"`
	Method   string   `json:"method" doc:"How it was calculated"`
	Says     []string `json:"says" doc:"What the result shows and doesn't"`
	Cautions []string `json:"cautions" doc:"What makes it doubtful"`
	Least    int      `json:"least" doc:"The fewest cases that a cell may have before it could tell who they are"`
}

// analysis is answers with the rows that were chosen of them.
type analysis struct {
	*answers
	ask     AnalysisAsk
	rows    []int
	weights *statistics.Weights
}

// analysis reads and narrows what an analysis is to be made of.
func (a *App) analysis(ctx context.Context, by study.Actor, project study.ID, ask AnalysisAsk) (*analysis, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	all, err := a.answers.read(a.store.Read(ctx), project, ask.Survey)
	if err != nil {
		return nil, err
	}
	x := &analysis{answers: all, ask: ask}
	if x.rows, err = all.choose(ask.Where); err != nil {
		return nil, err
	}
	return x, x.weigh()
}

// unweighted is how one says that no weights are wanted.
const unweighted = "none"

func (x *analysis) weigh() error {
	name := x.ask.Weight
	if name == "" {
		name = x.survey.Weight
	}
	if name == "" || name == unweighted {
		return nil
	}
	q, err := x.asked("weight", name)
	if err != nil {
		return err
	}
	column, err := x.numbers(q, x.rows)
	x.weights = &statistics.Weights{Column: column, Kind: statistics.Sampling}
	return err
}

// plain takes the survey's own weight away for an analysis that knows none, and says so. A
// weight that was asked for stays, and is refused.
func (x *analysis) plain(b *Basis, what string) {
	if x.weights != nil && x.ask.Weight == "" {
		b.caution("%s are not weighted: “%s” is left out of account.", what, x.weights.Name)
		x.weights = nil
	}
}

// basis tells what a result rests on.
func (x *analysis) basis(b *Basis, s statistics.Sample, method string) {
	b.N, b.Missing, b.Method, b.Least = s.N, s.Missing, method, x.survey.Least
	if x.weights != nil {
		b.Weights, b.Weighted = x.weights.Name, s.Weighted
	}
	b.say("%s", x.sample(s))
	if b.Cautions == nil {
		b.Cautions = []string{}
	}
}

// sample says in a sentence which responses took part.
func (x *analysis) sample(s statistics.Sample) string {
	text := fmt.Sprintf("N = %s responses", thousands(s.N))
	if s.Missing > 0 {
		text += fmt.Sprintf("; %s without a value are left out", thousands(s.Missing))
	}
	if len(x.ask.Where) > 0 {
		text += fmt.Sprintf(". Of %s, only those with %s are looked at", thousands(len(x.responses)), strings.Join(x.ask.Where, ", "))
	}
	if x.weights != nil {
		text += fmt.Sprintf(". Weighted by “%s”", x.weights.Name)
	}
	return text + "."
}

func (b *Basis) say(format string, args ...any) {
	b.Says = append(b.Says, fmt.Sprintf(format, args...))
}

func (b *Basis) caution(format string, args ...any) {
	b.Cautions = append(b.Cautions, fmt.Sprintf(format, args...))
}

// significant is below which p-value a difference is said to be more than chance.
const significant = 0.05

// thousands writes a number with commas between thousands.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// short writes a figure with the digits that a sentence can bear, and a true minus.
func short(v float64) string {
	a := math.Abs(v)
	format, digits := byte('f'), 2
	switch {
	case a >= 1000:
		digits = 0
	case a >= 10:
		digits = 1
	case a != 0 && a < 0.01:
		format = 'g'
	}
	return strings.ReplaceAll(strconv.FormatFloat(v, format, digits, 64), "-", "−")
}

// chance writes a p-value.
func chance(p float64) string {
	if p < 0.001 {
		return "p < 0.001"
	}
	return "p = " + strconv.FormatFloat(p, 'f', 3, 64)
}
