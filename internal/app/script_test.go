package app_test

import (
	"bytes"
	"math"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/store/storetest"
)

// inR runs the script of an analysis and gives the figures that it says, by name.
func (w *asking) inR(t *testing.T, ask app.Scripted) map[string]float64 {
	t.Helper()
	script, err := w.Script(t.Context(), w.by, w.project, ask)
	must(t, err)
	var text bytes.Buffer
	must(t, script.Write(&text))
	if s := text.String(); strings.Contains(s, "secret-") || strings.Contains(s, "Firm ") || strings.Contains(s, "We said") {
		t.Error("the script tells who answered, or what they wrote")
	}
	run := exec.CommandContext(t.Context(), "Rscript", "--vanilla", "-")
	run.Stdin = &text
	said, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("R stops: %v\n%s", err, said)
	}
	out := map[string]float64{}
	for line := range strings.Lines(string(said)) {
		words := strings.Fields(line)
		if len(words) > 1 {
			if v, err := strconv.ParseFloat(words[len(words)-1], 64); err == nil {
				out[strings.Join(words[:len(words)-1], " ")] = v
			}
		}
	}
	return out
}

func TestScriptsGiveTheSameFiguresInR(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		if _, err := exec.LookPath("Rscript"); err != nil {
			t.Skip("R is not here")
		}
		w := askedOf(t, open(t), 400)
		ctx, by, project := t.Context(), w.by, w.project
		same := func(what string, in map[string]float64, ours map[string]float64) {
			t.Helper()
			for name, v := range ours {
				if r, said := in[name]; !said || !(math.Abs(r-v) <= 1e-5*max(1, math.Abs(v))) {
					t.Errorf("%s, %s: R says %v (%v), we say %v", what, name, r, said, v)
				}
			}
		}
		frequencies := app.FrequenciesAsk{AnalysisAsk: w.ask(), Of: []string{"Sector", "Turnover", "Markets", "Founded"}}
		f, err := w.Frequencies(ctx, by, project, frequencies)
		must(t, err)
		same("frequencies", w.inR(t, frequencies), map[string]float64{"x1 n": float64(f.Items[0].N), "x1 = Food": float64(f.Items[0].Values[0].N), "x2 mean": *f.Items[1].Mean, "x2 upper": f.Items[1].Quartiles[1], "x3.1 mean": f.Items[2].Values[0].Share})

		crosstab := app.CrosstabAsk{AnalysisAsk: w.ask("Staff>5"), Row: "Sector", Column: "Exports"}
		c, err := w.Crosstab(ctx, by, project, crosstab)
		must(t, err)
		same("cross-table", w.inR(t, crosstab), map[string]float64{"n": float64(c.N), "chi2": *c.Chi2, "p": *c.P, "cramersV": *c.CramersV, "g": c.G.Statistic})
		crosstab.Weight = "Weight"
		c, err = w.Crosstab(ctx, by, project, crosstab)
		must(t, err)
		same("weighted cross-table", w.inR(t, crosstab), map[string]float64{"n": float64(c.N), "raoScott": c.RaoScott.Statistic, "df": *c.DF, "p": *c.P})

		for _, weight := range []string{"none", "Weight"} {
			choices := app.CrosstabAsk{AnalysisAsk: w.ask(), Row: "Exports", Column: "Markets"}
			choices.Weight = weight
			c, err = w.Crosstab(ctx, by, project, choices)
			must(t, err)
			same("choices, weight "+weight, w.inR(t, choices), map[string]float64{"n": float64(c.N), "x1.2 chosen": float64(c.ColumnSums[1]), "x1.1 p": c.Choices[0].Test.P, "x1.3 p": c.Choices[2].Test.P, "x1.2 holm": c.Choices[1].Test.Adjusted.Holm})
		}
		overlap := app.CrosstabAsk{AnalysisAsk: w.ask(), Row: "Markets", Column: "Markets"}
		c, err = w.Crosstab(ctx, by, project, overlap)
		must(t, err)
		same("overlap", w.inR(t, overlap), map[string]float64{"n": float64(c.N), "x1.1 x2.2": float64(c.Counts[0][1]), "x1.3 x2.3": float64(c.Counts[2][2])})

		reliability := app.ReliabilityAsk{AnalysisAsk: w.ask(), Scale: "Innovation"}
		a, err := w.Reliability(ctx, by, project, reliability)
		must(t, err)
		same("reliability", w.inR(t, reliability), map[string]float64{"n": float64(a.N), "alpha": a.Alpha.Value, "alpha low": a.Alpha.Interval.Low, "omega": a.Omega.Value, "x3 total": a.Items[2].Total.Value, "x2 without": a.Items[1].Without.Value})

		for by2, extra := range map[string]string{"Sector": "eta-squared", "Exports": "hedges-g"} {
			groups := app.GroupsAsk{AnalysisAsk: w.ask(), Outcome: "Innovation", By: by2}
			g, err := w.Groups(ctx, by, project, groups)
			must(t, err)
			same("means by "+by2, w.inR(t, groups), map[string]float64{"n": float64(g.N), "statistic": g.Test.Statistic, "p": g.Test.P, extra: g.Effects[0].Value})
			groups.Ranks = true
			g, err = w.Groups(ctx, by, project, groups)
			must(t, err)
			same("ranks by "+by2, w.inR(t, groups), map[string]float64{"statistic": g.Test.Statistic, "p": g.Test.P, string(g.Effects[0].Method): g.Effects[0].Value})
		}
		for _, method := range []statistics.Method{statistics.Pearson, statistics.Spearman} {
			correlations := app.CorrelationsAsk{AnalysisAsk: w.ask(), Of: []string{"Innovation", "Turnover", "Staff"}, Method: method}
			r, err := w.Correlations(ctx, by, project, correlations)
			must(t, err)
			same(string(method), w.inR(t, correlations), map[string]float64{"x1 x2 r": r.Cells[0][1].Value, "x1 x3 n": float64(r.Cells[0][2].N), "x2 x3 low": r.Cells[1][2].Interval.Low, "x2 x3 p": *r.Cells[1][2].P})
		}
		for _, weight := range []string{"none", "Weight"} {
			model := app.RegressionAsk{AnalysisAsk: w.ask(), Outcome: "Turnover", Predictors: []string{"Innovation", "Sector"}}
			model.Weight = weight
			m, err := w.Regression(ctx, by, project, model)
			must(t, err)
			same("linear, weight "+weight, w.inR(t, model), map[string]float64{"n": float64(m.N), "x1 estimate": m.Coefficients[1].Estimate, "x1 se": m.Coefficients[1].SE, "x2Metal low": m.Coefficients[3].Interval.Low, "r2": m.Fit[0].Value})
			model.Outcome, model.Predictors, model.Ordered = "Item0", []string{"Turnover", "Sector"}, true
			m, err = w.Regression(ctx, by, project, model)
			must(t, err)
			same("ordered, weight "+weight, w.inR(t, model), map[string]float64{"n": float64(m.N), "x1 estimate": m.Coefficients[0].Estimate, "x2Textiles estimate": m.Coefficients[1].Estimate})
		}
	})
}
