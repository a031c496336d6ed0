package app

import (
	"context"
	"math"
	"slices"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// Reliability says how well items go together as one scale.
type Reliability struct {
	Basis
	Scale        string            `json:"scale,omitempty" doc:"Its name, when it is one of the survey"`
	Alpha        statistics.Effect `json:"alpha" doc:"Cronbach's alpha"`
	Standardised statistics.Effect `json:"standardised" doc:"Alpha of standardised items"`
	Omega        statistics.Effect `json:"omega" doc:"McDonald's omega total of one factor"`
	Items        []ItemFigures     `json:"items"`
}

// ItemFigures is one item beside the others, turned the way the scale runs.
type ItemFigures struct {
	VariableName
	Reversed bool              `json:"reversed"`
	N        int               `json:"n" doc:"Responses with an answer to it, though others may be missing"`
	Mean     float64           `json:"mean"`
	SD       float64           `json:"sd"`
	Total    statistics.Figure `json:"total" doc:"Correlation with the sum of the other items"`
	Without  statistics.Figure `json:"without" doc:"Alpha without this item"`
	Loading  statistics.Figure `json:"loading" doc:"On the one factor"`
}

// ReliabilityAsk names a scale of the survey, or items that might be one.
type ReliabilityAsk struct {
	AnalysisAsk
	Scale           string
	Items, Reversed []string
}

// Reliability calculates alpha, omega and the item-total table.
func (a *App) Reliability(ctx context.Context, by study.Actor, project study.ID, ask ReliabilityAsk) (*Reliability, error) {
	x, err := a.analysis(ctx, by, project, ask.AnalysisAsk)
	if err != nil {
		return nil, err
	}
	d, err := x.scaleAsked(ask)
	if err != nil {
		return nil, err
	}
	scale, err := x.scale(d, x.rows)
	if err != nil {
		return nil, err
	}
	out := &Reliability{Scale: ask.Scale}
	x.plain(&out.Basis, "Alpha and omega")
	r, err := scale.Reliability(x.weights)
	if err != nil {
		return nil, err
	}
	out.Alpha, out.Standardised, out.Omega = r.Alpha, r.Standardised, r.Omega
	for i, item := range r.Items {
		q, _ := x.survey.Question(d.Items[i])
		out.Items = append(out.Items, ItemFigures{VariableName: VariableName{q.Name, q.Label}, Reversed: q.Reversed || slices.Contains(d.Reversed, q.Name), N: answered(scale.Items[i].Column),
			Mean: item.Mean, SD: item.SD, Total: item.Total, Without: item.Without, Loading: item.Loading})
	}
	out.tell(r)
	x.basis(&out.Basis, r.Sample, "Cronbach's alpha with the interval of Feldt, Woodruff and Salih; McDonald's omega total of one factor by minimum residuals")
	return out, nil
}

// answered counts the rows with a value.
func answered(c statistics.Column) (n int) {
	for _, v := range c.Values {
		if !math.IsNaN(v) {
			n++
		}
	}
	return n
}

// scaleAsked is a scale of the survey, or one that is tried.
func (x *analysis) scaleAsked(ask ReliabilityAsk) (study.ScaleDefinition, error) {
	if ask.Scale != "" {
		d, there := x.survey.Scale(ask.Scale)
		if !there {
			return d, study.FieldError("scale", "The survey has no scale “%s”.", study.Shorten(ask.Scale, 60))
		}
		return d, nil
	}
	d := study.ScaleDefinition{Name: "the items", How: "mean", AtLeast: len(ask.Items)}
	for _, list := range []struct {
		names []string
		into  *study.Texts
	}{{ask.Items, &d.Items}, {ask.Reversed, &d.Reversed}} {
		for _, name := range list.names {
			q, there := x.survey.Question(name)
			if !there {
				return d, study.FieldError("item", "The survey has no question “%s”.", study.Shorten(name, 60))
			}
			*list.into = append(*list.into, q.Name)
		}
	}
	return d, nil
}

// enough is the alpha or omega from which items are commonly taken for one scale (Nunnally 1978).
const enough = 0.7

func (r *Reliability) tell(of *statistics.Reliability) {
	if of.Alpha.Undefined != "" {
		r.say("Alpha is not defined for these items.")
		return
	}
	verdict := "which is below the 0.70 that is usually asked for"
	if of.Alpha.Value >= enough {
		verdict = "which is enough to take them for one scale by the usual 0.70"
	}
	r.say("Cronbach's alpha of the %d items is %s, %s.", len(of.Items), short(of.Alpha.Value), verdict)
	if of.Omega.Undefined == "" {
		r.say("McDonald's omega, which lets items weigh differently, is %s.", short(of.Omega.Value))
	}
	r.say("Both say that the items go together, not that they measure what they are named after, nor that it is one thing.")
	if of.Factor != nil && of.Factor.Heywood {
		r.caution("One item is explained wholly by the factor, so omega rests on a model that doesn't hold.")
	}
	for _, item := range r.Items {
		if item.Total.Undefined == "" && item.Total.Value < 0 {
			r.caution("“%s” runs against the other items: it may have to be reversed.", item.Name)
		}
	}
}
