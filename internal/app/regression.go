package app

import (
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// Regression is a model of what goes together with an outcome when the other predictors are
// held still.
type Regression struct {
	Basis
	Outcome      VariableName           `json:"outcome"`
	Kind         string                 `json:"kind" enum:"linear,ordered"`
	Coefficients []ModelTerm            `json:"coefficients" doc:"Of a linear model the intercept first, which has no variable"`
	References   []Reference            `json:"references" doc:"What categories are compared with"`
	Thresholds   []statistics.Threshold `json:"thresholds,omitempty" doc:"Of an ordered model"`
	Fit          []NamedFigure          `json:"fit"`
	Diagnostics  []statistics.Test      `json:"diagnostics"`
	Inflation    []statistics.Inflation `json:"inflation,omitempty" doc:"Of a linear model: how much predictors say the same"`
}

// ModelTerm is one coefficient.
type ModelTerm struct {
	Variable     string               `json:"variable"`
	Label        string               `json:"label"`
	Level        string               `json:"level,omitempty" doc:"Of a category"`
	Estimate     float64              `json:"estimate"`
	SE           float64              `json:"se" doc:"Robust"`
	Interval     *statistics.Interval `json:"interval,omitempty"`
	Test         statistics.Test      `json:"test"`
	Standardised *statistics.Figure   `json:"standardised,omitempty"`
	OddsRatio    *statistics.Figure   `json:"oddsRatio,omitempty" doc:"Of an ordered model"`
	OddsInterval *statistics.Interval `json:"oddsInterval,omitempty"`
}

// Reference is a category that others are compared with.
type Reference struct {
	Variable string `json:"variable"`
	Level    string `json:"level"`
	Value    string `json:"value" doc:"What conditions name it by"`
}

// NamedFigure is a figure with its name.
type NamedFigure struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

// RegressionAsk names the outcome and what is to explain it.
type RegressionAsk struct {
	AnalysisAsk
	Outcome    string
	Predictors []string
	Ordered    bool // ordered logit instead of a linear model
}

// Regression fits a linear or an ordered-logit model with robust standard errors.
func (a *App) Regression(ctx context.Context, by study.Actor, project study.ID, ask RegressionAsk) (*Regression, error) {
	x, err := a.analysis(ctx, by, project, ask.AnalysisAsk)
	if err != nil {
		return nil, err
	}
	out, fit := &Regression{Kind: "linear", References: []Reference{}, Diagnostics: []statistics.Test{}}, x.linear
	if ask.Ordered {
		out.Kind, fit = "ordered", x.ordered
	}
	predictors, labels, err := x.predictors(ask)
	if err != nil {
		return nil, err
	}
	sample, err := fit(out, ask.Outcome, predictors)
	if err != nil {
		return nil, err
	}
	for i := range out.Coefficients {
		out.Coefficients[i].Label = labels[out.Coefficients[i].Variable]
	}
	out.refer(predictors)
	out.tell()
	x.basis(&out.Basis, sample, out.how())
	return out, nil
}

// predictor is a variable of a model with what its values are named by.
type predictor struct {
	statistics.Predictor
	grouping
}

// predictors gives numbers as they are and everything else as categories.
func (x *analysis) predictors(ask RegressionAsk) (out []predictor, labels map[string]string, err error) {
	labels = map[string]string{}
	for _, name := range ask.Predictors {
		q, err := x.asked("predictor", name)
		if err != nil {
			return nil, nil, err
		}
		if _, seen := labels[q.Name]; seen || study.Fold(q.Name) == study.Fold(ask.Outcome) {
			return nil, nil, study.FieldError("predictor", "%s stands in the model twice.", q.called())
		}
		labels[q.Name] = q.Label
		p, err := x.predictor(q)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, p)
	}
	return out, labels, nil
}

// sorts says whether models take it as categories.
func (q asked) sorts() bool {
	_, fault := q.number()
	return fault != nil || q.Sort == study.KindYesNo
}

func (x *analysis) predictor(q asked) (p predictor, err error) {
	if q.sorts() {
		p.grouping, err = x.grouped(q, x.rows)
		p.Predictor.Variable = p.grouping.Categories
		return p, err
	}
	column, err := x.numbers(q, x.rows)
	p.Predictor.Variable = column
	return p, err
}

func variablesOf(predictors []predictor) []statistics.Predictor {
	out := make([]statistics.Predictor, len(predictors))
	for i, p := range predictors {
		out[i] = p.Predictor
	}
	return out
}

func (x *analysis) linear(out *Regression, outcome string, predictors []predictor) (statistics.Sample, error) {
	q, column, err := x.measured("outcome", outcome, x.rows)
	if err != nil {
		return statistics.Sample{}, err
	}
	out.Outcome = q.named()
	r, err := statistics.Regress(column, variablesOf(predictors), x.weights)
	if err != nil {
		return statistics.Sample{}, err
	}
	for _, c := range r.Coefficients {
		out.Coefficients = append(out.Coefficients, ModelTerm{Variable: c.Variable, Level: c.Level, Estimate: c.Estimate, SE: c.SE, Interval: c.Interval, Test: c.Test, Standardised: &c.Standardised})
	}
	for _, t := range r.References {
		out.References = append(out.References, Reference{Variable: t.Variable, Level: t.Level})
	}
	out.Fit = []NamedFigure{{"r2", r.R2}, {"adjustedR2", r.AdjustedR2}, {"sigma", r.Sigma}}
	out.Diagnostics, out.Inflation = []statistics.Test{r.F, r.Wald, r.BreuschPagan, r.JarqueBera}, r.Inflation
	return r.Sample, nil
}

func (x *analysis) ordered(out *Regression, outcome string, predictors []predictor) (statistics.Sample, error) {
	q, err := x.asked("outcome", outcome)
	if err != nil {
		return statistics.Sample{}, err
	}
	out.Outcome = q.named()
	categories, err := x.rising(q)
	if err != nil {
		return statistics.Sample{}, err
	}
	r, err := statistics.RegressOrdered(categories, variablesOf(predictors), x.weights)
	if err != nil {
		return statistics.Sample{}, err
	}
	for _, c := range r.Coefficients {
		out.Coefficients = append(out.Coefficients, ModelTerm{Variable: c.Variable, Level: c.Level, Estimate: c.Estimate, SE: c.SE, Interval: c.Interval, Test: c.Test,
			Standardised: &statistics.Figure{Value: c.Standardised}, OddsRatio: &c.OddsRatio, OddsInterval: c.OddsInterval})
	}
	for _, t := range r.References {
		out.References = append(out.References, Reference{Variable: t.Variable, Level: t.Level})
	}
	out.Thresholds, out.Fit = r.Thresholds, []NamedFigure{{"mcfadden", r.R2.Value}, {"logLik", r.LogLik}, {"logLikNull", r.LogLikNull}}
	out.Diagnostics = append(out.Diagnostics, r.LR)
	if r.Brant != nil {
		out.Diagnostics = append(out.Diagnostics, r.Brant.All)
	}
	return r.Sample, nil
}

// rising gives the categories of an ordered outcome, the lowest first.
func (x *analysis) rising(q asked) (statistics.Categories, error) {
	g, err := x.grouped(q, x.rows)
	if err == nil && q.question != nil && q.question.Reversed {
		return reversed(g.Categories), nil
	}
	return g.Categories, err
}

// reversed gives the categories the other way round.
func reversed(c statistics.Categories) statistics.Categories {
	c.Labels, c.Of = slices.Clone(c.Labels), slices.Clone(c.Of)
	slices.Reverse(c.Labels)
	for row, at := range c.Of {
		if at >= 0 {
			c.Of[row] = len(c.Labels) - 1 - at
		}
	}
	return c
}

// refer names the values of the references.
func (r *Regression) refer(predictors []predictor) {
	for i, ref := range r.References {
		for _, p := range predictors {
			if p.Name == ref.Variable {
				r.References[i].Value = p.values[slices.Index(p.Labels, ref.Level)]
			}
		}
	}
}

func (r *Regression) how() string {
	if r.Kind == "ordered" {
		return "Ordered logit (proportional odds) by maximum likelihood; robust standard errors (White)"
	}
	return "Linear regression by least squares; robust standard errors (HC3)"
}

func (r *Regression) tell() {
	var sure []string
	for _, c := range r.Coefficients {
		if c.Variable == "" || c.Test.Undefined != "" || c.Test.P >= significant {
			continue
		}
		name := "“" + c.Variable + "”"
		if c.Level != "" {
			name += " = " + c.Level
		}
		sign := "more"
		if c.Estimate < 0 {
			sign = "less"
		}
		sure = append(sure, name+" ("+sign+")")
	}
	if len(sure) == 0 {
		r.say("None of the predictors goes together with “%s” more than chance explains, when the others are held still.", r.Outcome.Name)
	} else {
		r.say("When the others are held still, these go together with “%s” more than chance explains: %s.", r.Outcome.Name, strings.Join(sure, ", "))
	}
	r.tellFit()
	r.say("The model doesn't say what causes what, and knows nothing of what is not in it.")
	r.doubt()
}

func (r *Regression) tellFit() {
	if r.Kind == "ordered" {
		r.say("McFadden's R² is %s. A coefficient is the logarithm of the odds of a higher answer.", short(r.Fit[0].Value))
		return
	}
	r.say("Together they account for %s %% of the differences in “%s” (R²).", short(100*r.Fit[0].Value), r.Outcome.Name)
}

// doubt says where the model's assumptions seem not to hold.
func (r *Regression) doubt() {
	for _, t := range r.Diagnostics {
		if t.Undefined != "" || t.P >= significant {
			continue
		}
		switch t.Method {
		case statistics.BreuschPagan:
			r.caution("The residuals spread unevenly (Breusch-Pagan, %s); the robust standard errors allow for it.", chance(t.P))
		case statistics.JarqueBera:
			r.caution("The residuals are not normal (Jarque-Bera, %s), which matters where responses are few.", chance(t.P))
		case statistics.Brant:
			r.caution("The coefficients seem to differ from one threshold to the next (Brant, %s), so one for all is an average.", chance(t.P))
		}
	}
	for _, i := range r.Inflation {
		if i.Adjusted.Undefined == "" && i.Adjusted.Value > 2.24 { // a variance inflation of 5, for a single coefficient
			r.caution("“%s” says nearly the same as the other predictors, so its coefficient is unsure.", i.Variable)
		}
	}
}
