package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// Groups compares a measure between groups.
type Groups struct {
	Basis
	Outcome    VariableName           `json:"outcome"`
	By         VariableName           `json:"by"`
	Groups     []GroupFigures         `json:"groups"`
	Test       statistics.Test        `json:"test"`
	Effects    []statistics.Effect    `json:"effects"`
	Difference *statistics.Difference `json:"difference,omitempty" doc:"Of two groups: the first less the second; of ranks the shift by Hodges and Lehmann"`
	Pairs      []statistics.GroupPair `json:"pairs,omitempty" doc:"Of more than two groups: each two of them, with p-values adjusted together"`
}

// GroupFigures is one group.
type GroupFigures struct {
	Value    string               `json:"value" doc:"What conditions name it by"`
	Label    string               `json:"label"`
	N        int                  `json:"n"`
	Mean     float64              `json:"mean"`
	SD       *float64             `json:"sd,omitempty"`
	Interval *statistics.Interval `json:"interval,omitempty" doc:"Of the mean"`
	Median   float64              `json:"median"`
	Lower    float64              `json:"lower" doc:"Lower quartile"`
	Upper    float64              `json:"upper" doc:"Upper quartile"`
	MeanRank *float64             `json:"meanRank,omitempty" doc:"Among all, of ranks"`
	statistics.Box
	Few bool `json:"few" doc:"Fewer than the survey's least"`
}

// GroupsAsk names what is compared.
type GroupsAsk struct {
	AnalysisAsk
	Outcome, By string
	Ranks       bool // compare ranks instead of means
}

// Groups compares a measure between groups, by their means or their ranks.
func (a *App) Groups(ctx context.Context, by study.Actor, project study.ID, ask GroupsAsk) (*Groups, error) {
	x, err := a.analysis(ctx, by, project, ask.AnalysisAsk)
	if err != nil {
		return nil, err
	}
	outcome, column, err := x.measured("outcome", ask.Outcome, x.rows)
	if err != nil {
		return nil, err
	}
	of, groups, err := x.sorted("by", ask.By, x.rows)
	if err != nil {
		return nil, err
	}
	out := &Groups{Outcome: outcome.named(), By: of.named()}
	x.plain(&out.Basis, "Comparisons of groups")
	compare := out.means
	if ask.Ranks {
		compare = out.ranks
	}
	sample, method, err := compare(column, groups.Categories, x.weights)
	if err != nil {
		return nil, err
	}
	if err := out.box(column, groups, x.survey.Least); err != nil {
		return nil, err
	}
	out.tell(ask.Ranks)
	x.basis(&out.Basis, sample, method)
	return out, nil
}

func (g *Groups) means(c statistics.Column, by statistics.Categories, w *statistics.Weights) (statistics.Sample, string, error) {
	r, err := statistics.CompareMeans(c, by, w)
	if err != nil {
		return statistics.Sample{}, "", err
	}
	for _, group := range r.Groups {
		g.Groups = append(g.Groups, GroupFigures{Label: group.Label})
	}
	g.Test, g.Effects, g.Difference, g.Pairs = r.Test, r.Effects, r.Difference, r.Pairs
	if len(r.Groups) == 2 {
		return r.Sample, "Welch's t-test; Hedges' g", nil
	}
	return r.Sample, "Welch's analysis of variance; pairs by Welch's t-test, p-values adjusted by Holm and by Benjamini and Hochberg", nil
}

func (g *Groups) ranks(c statistics.Column, by statistics.Categories, w *statistics.Weights) (statistics.Sample, string, error) {
	r, err := statistics.CompareRanks(c, by, w)
	if err != nil {
		return statistics.Sample{}, "", err
	}
	for _, group := range r.Groups {
		g.Groups = append(g.Groups, GroupFigures{Label: group.Label, MeanRank: &group.MeanRank})
	}
	g.Test, g.Effects, g.Difference, g.Pairs = r.Test, r.Effects, r.Shift, r.Pairs
	if len(r.Groups) == 2 {
		return r.Sample, "Mann-Whitney test; rank-biserial correlation", nil
	}
	return r.Sample, "Kruskal-Wallis test; pairs by Mann-Whitney, p-values adjusted by Holm and by Benjamini and Hochberg", nil
}

// box describes each group.
func (g *Groups) box(c statistics.Column, by grouping, least int) error {
	values := occurring(by.Labels, by.values, g.labels())
	for i := range g.Groups {
		own, group := statistics.Column{Name: c.Name}, &g.Groups[i]
		for row, at := range by.Of {
			if at >= 0 && by.Labels[at] == group.Label {
				own.Values = append(own.Values, c.Values[row])
			}
		}
		d, err := statistics.Describe(own, nil)
		if err != nil {
			return err
		}
		group.Value, group.N, group.Mean, group.SD, group.Interval = values[i], d.N, d.Mean, defined(d.SD), d.Interval
		group.Median, group.Lower, group.Upper, group.Box, group.Few = d.Median, d.Lower, d.Upper, d.Box(own), d.N < least
	}
	return nil
}

func (g *Groups) labels() (out []string) {
	for _, group := range g.Groups {
		out = append(out, group.Label)
	}
	return out
}

func (g *Groups) tell(ranks bool) {
	outcome, by := "“"+g.Outcome.Name+"”", "“"+g.By.Name+"”"
	what := "mean"
	if ranks {
		what = "median"
	}
	low, high := g.ends(ranks)
	switch {
	case g.Test.Undefined != "":
		g.say("The groups of %s can't be tested: %s does not vary in one of them.", by, outcome)
	case g.Test.P < significant:
		g.say("%s differs between the groups of %s more than chance explains (%s): the %s is lowest for %s (%s) and highest for %s (%s).", outcome, by, chance(g.Test.P), what, low.Label, short(low.centre(ranks)), high.Label, short(high.centre(ranks)))
		g.tellEffect()
		g.say("It doesn't say what makes the difference: the groups may differ in other things too.")
	default:
		g.say("%s differs between the groups of %s no more than chance explains (%s).", outcome, by, chance(g.Test.P))
		g.say("That is no proof that the groups are alike, least of all where they are small.")
	}
	for _, group := range g.Groups {
		if group.Few {
			g.caution("%s has only %d responses, who might be recognised.", group.Label, group.N)
		}
	}
}

// effects are what the sizes of differences are called.
var effects = map[statistics.Method]string{statistics.HedgesG: "Hedges' g", statistics.EtaSquared: "eta squared", statistics.RankBiserial: "the rank-biserial correlation", statistics.EpsilonSquaredH: "epsilon squared"}

func (g *Groups) tellEffect() {
	for _, e := range g.Effects {
		if name := effects[e.Method]; name != "" && e.Undefined == "" {
			g.say("How large the difference is says %s: %s.", name, short(e.Value))
		}
	}
}

func (f GroupFigures) centre(ranks bool) float64 {
	if ranks {
		return f.Median
	}
	return f.Mean
}

// ends are the groups with the lowest and the highest centre.
func (g *Groups) ends(ranks bool) (low, high GroupFigures) {
	low, high = g.Groups[0], g.Groups[0]
	for _, group := range g.Groups {
		if group.centre(ranks) < low.centre(ranks) {
			low = group
		}
		if group.centre(ranks) > high.centre(ranks) {
			high = group
		}
	}
	return low, high
}
