package app_test

import (
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// asking is a project with a survey whose responses a test makes itself.
type asking struct {
	*app.App
	store   *store.Store
	by      study.Actor
	project study.ID
	survey  study.ID
}

// askedOf opens a project with a survey of so many invented firms.
func askedOf(t testing.TB, o store.Options, firms int) *asking {
	t.Helper()
	s, err := store.Open(t.Context(), o)
	must(t, err)
	must(t, s.Migrate(t.Context()))
	blobs, err := store.OpenBlobs(filepath.Join(o.Folder, "files"))
	must(t, err)
	w := &asking{App: app.New(s, blobs, filepath.Join(o.Folder, "index"), slog.New(slog.DiscardHandler)), store: s, survey: study.NewID()}
	t.Cleanup(func() {
		w.Close()
		must(t, blobs.Close())
		must(t, s.Close())
	})
	account, err := w.AddAccount(t.Context(), app.NewAccount{Email: "ann@example.org", Name: "Ann"})
	must(t, err)
	w.by = study.Actor{Account: account}
	p, err := w.AddProject(t.Context(), w.by, app.NewProject{Name: "Mills"})
	must(t, err)
	w.project = p.ID
	w.act(t, func(tx *store.Tx) error {
		if err := tx.Add(w.questions()); err != nil {
			return err
		}
		return tx.AddAll(w.responses(firms))
	})
	return w
}

func (w *asking) act(t testing.TB, do func(tx *store.Tx) error) {
	t.Helper()
	_, err := w.store.Act(t.Context(), store.Action{Project: w.project, Actor: w.by.Account.ID, Verb: "imported a survey"}, do)
	must(t, err)
}

func listed(values ...string) (out study.Options) {
	for _, v := range values {
		out = append(out, study.Option{Value: v})
	}
	return out
}

var agreeing = listed("1 disagree", "2", "3", "4", "5 agree")

// questions are of every kind; the third item of the scale runs the other way.
func (w *asking) questions() study.Survey {
	s := study.Survey{ProjectID: w.project, ID: w.survey, Name: "Firms", Least: 5, CreatedBy: w.by.Account.ID, Version: 1}
	add := func(id, name, kind string, options study.Options, missing ...string) {
		s.Questions = append(s.Questions, study.Question{ID: id, Name: name, Label: "What of " + name + "?", Sort: kind, Columns: study.Texts{name}, Options: options, Missing: missing})
	}
	add("sector00", "Sector", study.AskSingle, study.Options{{Value: "F", Label: "Food"}, {Value: "T", Label: "Textiles"}, {Value: "M", Label: "Metal"}})
	add("exports0", "Exports", study.AskSingle, listed("Yes", "No", "Don't know"), "Don't know")
	add("staff000", "Staff", study.AskNumber, nil, "-99")
	add("turnover", "Turnover", study.AskNumber, nil)
	for i := range 4 {
		add(fmt.Sprintf("item000%d", i), fmt.Sprintf("Item%d", i), study.AskScale, agreeing)
	}
	s.Questions[6].Reversed = true
	add("markets0", "Markets", study.AskMultiple, listed("EU", "US", "Asia"))
	add("founded0", "Founded", study.AskDate, nil)
	add("weight00", "Weight", study.AskNumber, nil)
	add("words000", "Words", study.AskOpen, nil)
	for i := range 48 { // as wide as the study's survey
		add(fmt.Sprintf("extra%03d", i), fmt.Sprintf("Extra%d", i), study.AskScale, agreeing)
	}
	s.Scales = study.Scales{{ID: "scale000", Name: "Innovation", Items: study.Texts{"Item0", "Item1", "Item2", "Item3"}, How: "mean", AtLeast: 3}}
	return s
}

// responses are moved by something behind all of them.
func (w *asking) responses(n int) (out []study.Record) {
	dice := rand.New(rand.NewPCG(9, 9))
	step := func(v float64) string { return agreeing[int(min(max(math.Round(v), 0), 4))].Value }
	for i := range n {
		g := dice.NormFloat64()
		v := study.Values{"staff000": fmt.Sprint(int(20 * math.Exp(g/2+dice.NormFloat64()/2))), "weight00": fmt.Sprint(1 + i%3), "founded0": fmt.Sprintf("%d-05-01", 1990+i%30),
			"sector00": []string{"F", "T", "M"}[i%3], "exports0": []string{"No", "Yes"}[int(min(max(math.Round(0.5+g/2+dice.NormFloat64()/4), 0), 1))]}
		v["turnover"] = fmt.Sprintf("%.1f", 50+10*g+5*dice.NormFloat64()+float64(3*(i%3)))
		v["markets0"] = []string{"EU", "EU\nUS", "US\nAsia"}[dice.IntN(3)]
		for k := range 4 {
			x := 2 + g + dice.NormFloat64()
			if k == 2 {
				x = 4 - x
			}
			v[fmt.Sprintf("item000%d", k)] = step(x)
		}
		for k := range 48 {
			v[fmt.Sprintf("extra%03d", k)] = step(2 + dice.NormFloat64())
		}
		v["words000"] = fmt.Sprint("We said ", i)
		switch i % 20 {
		case 3:
			delete(v, "sector00")
		case 4:
			v["exports0"], v["staff000"] = "Don't know", "-99"
		case 5:
			delete(v, "item0001")
		}
		out = append(out, study.Response{ProjectID: w.project, ID: study.NewID(), SurveyID: w.survey, KeyText: fmt.Sprint("secret-", i), Folded: fmt.Sprint("secret-", i), Name: fmt.Sprint("Firm ", i), Values: v, Position: i, Version: 1})
	}
	return out
}

func (w *asking) ask(where ...string) app.AnalysisAsk {
	return app.AnalysisAsk{Survey: w.survey, Where: where}
}

func TestQuestionsAreDescribedByTheirKind(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 400)
		f, err := w.Frequencies(t.Context(), w.by, w.project, app.FrequenciesAsk{AnalysisAsk: w.ask(), Of: []string{"sector", "Exports", "Staff", "Item2", "Markets", "Founded", "Innovation", "Words"}})
		must(t, err)
		by := map[string]app.Frequency{}
		for _, item := range f.Items {
			by[item.Name] = item
		}
		if s := by["Sector"]; s.N != 380 || s.Missing != 20 || len(s.Values) != 3 || s.Values[0].Label != "Food" || s.Values[0].Value != "F" || s.Mean != nil || math.Abs(s.Values[0].Share-float64(s.Values[0].N)/380) > 1e-12 {
			t.Errorf("one of a list is %+v", s)
		}
		if s := by["Exports"]; s.N != 380 || len(s.Values) != 2 {
			t.Errorf("a value that counts as missing is %+v", s)
		}
		if s := by["Staff"]; s.N != 380 || s.Mean == nil || *s.Min < 0 || len(s.Histogram) == 0 || len(s.Values) != 0 {
			t.Errorf("a number is %+v", s)
		}
		if s := by["Item2"]; s.Mean == nil || len(s.Values) != 5 || s.Values[0].Value != "1 disagree" {
			t.Errorf("a scale item is %+v", s)
		}
		if s := by["Markets"]; s.Values[0].N+s.Values[1].N+s.Values[2].N <= s.N || s.N != 400 {
			t.Errorf("several of a list is %+v", s)
		}
		if s := by["Founded"]; len(s.Values) != 30 || s.Values[0].Value != "1990" {
			t.Errorf("a date is %+v", s)
		}
		if s := by["Innovation"]; s.N != 400 || s.Kind != "number" || *s.Max > 5 {
			t.Errorf("a scale is %+v", s)
		}
		if s := by["Words"]; s.N != 400 || len(s.Values) != 0 {
			t.Errorf("an open answer is %+v", s)
		}
	})
}

func TestACrosstabCountsWhatConditionsLetThrough(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 400)
		c, err := w.Crosstab(t.Context(), w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask(), Row: "Sector", Column: "Exports"})
		must(t, err)
		if c.N != 360 || c.Missing != 40 || !slices.Equal(c.RowValues, []string{"F", "T", "M"}) || !slices.Equal(c.Columns, []string{"Yes", "No"}) || c.Chi2 == nil || *c.DF != 2 {
			t.Errorf("it is %+v", c)
		}
		for i, value := range c.RowValues {
			for j, other := range c.ColumnValues {
				f, err := w.Frequencies(t.Context(), w.by, w.project, app.FrequenciesAsk{AnalysisAsk: w.ask("Sector="+value, "Exports="+other), Of: []string{"Staff"}})
				must(t, err)
				if f.N != c.Counts[i][j] {
					t.Errorf("behind the cell %s, %s are %d responses, not %d", value, other, f.N, c.Counts[i][j])
				}
			}
		}
		narrow, err := w.Crosstab(t.Context(), w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask("Innovation>=4", "Staff>30"), Row: "Sector", Column: "Exports"})
		must(t, err)
		if narrow.N >= c.N || narrow.N == 0 || !strings.Contains(strings.Join(narrow.Says, " "), "Innovation>=4") {
			t.Errorf("narrowed it is %+v", narrow.Basis)
		}
	})
}

func TestACrosstabOfSeveralAnswersCountsEachRespondentUnderAllThatTheyGave(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 400)
		cross := func(row, column string, where ...string) *app.Crosstab {
			c, err := w.Crosstab(t.Context(), w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask(where...), Row: row, Column: column})
			must(t, err)
			return c
		}
		c, turned := cross("Markets", "Sector"), cross("Sector", "Markets")
		if !c.RowsOverlap || c.ColumnsOverlap || c.N != 380 || c.Missing != 20 || c.Chi2 != nil || len(c.Choices) != 3 || c.Choices[1].Value != "US" {
			t.Errorf("it is %+v", c)
		}
		for i, market := range c.RowValues {
			in := cross("Sector", "Sector", "Markets="+market)
			if c.RowSums[i] != in.N {
				t.Errorf("%d chose %s, not %d", in.N, market, c.RowSums[i])
			}
			for j := range c.Columns {
				if n := in.ColumnSums[j]; c.Counts[i][j] != n || turned.Counts[j][i] != n || math.Abs(c.ColumnShare[i][j]-float64(n)/float64(c.ColumnSums[j])) > 1e-12 {
					t.Errorf("%s in %s: %d, turned %d, share %v", market, c.Columns[j], c.Counts[i][j], turned.Counts[j][i], c.ColumnShare[i][j])
				}
				if r, other := c.Residuals[i][j], turned.Residuals[j][i]; r == nil || other == nil || *r != *other {
					t.Errorf("the residual of %s in %s is %v, turned %v", market, c.Columns[j], r, other)
				}
			}
			if test := c.Choices[i].Test; test.Adjusted == nil || test.Adjusted.Holm < test.P || test != turned.Choices[i].Test && *test.Adjusted != *turned.Choices[i].Test.Adjusted {
				t.Errorf("the test of %s is %+v", market, test)
			}
		}
		both := cross("Markets", "Markets")
		f, err := w.Frequencies(t.Context(), w.by, w.project, app.FrequenciesAsk{AnalysisAsk: w.ask("Markets=EU; US"), Of: []string{"Staff"}})
		must(t, err)
		if both.N != 400 || both.Counts[0][0] != both.RowSums[0] || both.Counts[0][1] != f.N || f.N == 0 || both.Counts[0][2] != 0 || len(both.Choices) != 0 {
			t.Errorf("several by several is %+v", both)
		}
	})
}

func TestWeightsOfASurveyAreUsedWhereAMethodKnowsThemAndElseSaidToBeLeftOut(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 400)
		ask := w.ask()
		ask.Weight = "Weight"
		c, err := w.Crosstab(t.Context(), w.by, w.project, app.CrosstabAsk{AnalysisAsk: ask, Row: "Sector", Column: "Exports"})
		must(t, err)
		if c.Chi2 != nil || c.RaoScott == nil || c.P == nil || c.Weights != "Weight" || c.WeightedIs == nil {
			t.Errorf("a weighted table is %+v", c)
		}
		groups := app.GroupsAsk{AnalysisAsk: ask, Outcome: "Turnover", By: "Sector"}
		if _, err := w.Groups(t.Context(), w.by, w.project, groups); study.KindOf(err) != study.Invalid {
			t.Errorf("a weight that was asked for is left out: %v", err)
		}
		w.act(t, func(tx *store.Tx) error {
			before, err := tx.Survey(w.project, w.survey)
			must(t, err)
			after := before
			after.Weight, after.Version = "Weight", 2
			return tx.Set(before, after)
		})
		groups.Weight = ""
		g, err := w.Groups(t.Context(), w.by, w.project, groups)
		must(t, err)
		if g.Weights != "" || len(g.Cautions) == 0 || !strings.Contains(g.Cautions[0], "not weighted") {
			t.Errorf("it says %v", g.Cautions)
		}
		c, err = w.Crosstab(t.Context(), w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask(), Row: "Sector", Column: "Exports"})
		must(t, err)
		if c.Weights != "Weight" {
			t.Error("a survey's weight is kept from before it was set")
		}
	})
}

func TestScalesGroupsCorrelationsAndModelsAreCalculated(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 400)
		ctx := t.Context()
		r, err := w.Reliability(ctx, w.by, w.project, app.ReliabilityAsk{AnalysisAsk: w.ask(), Scale: "innovation"})
		must(t, err)
		if r.Alpha.Value < 0.6 || !r.Items[2].Reversed || r.Items[2].Total.Value < 0.2 || r.N != 380 || r.Items[0].N != 400 {
			t.Errorf("the scale is %+v", r)
		}
		tried, err := w.Reliability(ctx, w.by, w.project, app.ReliabilityAsk{AnalysisAsk: w.ask(), Items: []string{"Item0", "Item1", "Item3"}})
		must(t, err)
		if tried.N != 380 || len(tried.Items) != 3 {
			t.Errorf("items that are tried are %+v", tried)
		}
		for _, ranks := range []bool{false, true} {
			for by, groups := range map[string]int{"Sector": 3, "Exports": 2} {
				g, err := w.Groups(ctx, w.by, w.project, app.GroupsAsk{AnalysisAsk: w.ask(), Outcome: "Innovation", By: by, Ranks: ranks})
				must(t, err)
				if len(g.Groups) != groups || (len(g.Pairs) == 0) != (groups == 2) || g.Groups[0].Upper < g.Groups[0].Median || g.Groups[0].High < g.Groups[0].Upper || g.Groups[0].Value == "" {
					t.Errorf("by %s: %+v", by, g)
				}
			}
		}
		c, err := w.Correlations(ctx, w.by, w.project, app.CorrelationsAsk{AnalysisAsk: w.ask(), Of: []string{"Innovation", "Turnover"}, Method: statistics.Pearson})
		must(t, err)
		if c.Cells[0][1].Value < 0.3 || c.Cells[0][1].N != 400 || c.Cells[1][1].Value != 1 || len(c.Points) != 400 || c.Line == nil || c.Sampled {
			t.Errorf("the correlation is %+v", c.Cells)
		}
		m, err := w.Regression(ctx, w.by, w.project, app.RegressionAsk{AnalysisAsk: w.ask(), Outcome: "Turnover", Predictors: []string{"Innovation", "Sector", "Staff"}})
		must(t, err)
		if m.Coefficients[0].Variable != "" || m.Coefficients[1].Variable != "Innovation" || m.Coefficients[1].Estimate <= 0 || len(m.References) != 1 || m.References[0].Value != "F" || m.N != 360 {
			t.Errorf("the model is %+v", m)
		}
		o, err := w.Regression(ctx, w.by, w.project, app.RegressionAsk{AnalysisAsk: w.ask(), Outcome: "Item0", Predictors: []string{"Turnover", "Sector"}, Ordered: true})
		must(t, err)
		if o.Coefficients[0].OddsRatio == nil || o.Coefficients[0].OddsRatio.Value <= 1 || len(o.Thresholds) != 4 {
			t.Errorf("the ordered model is %+v", o)
		}
		for _, says := range [][]string{r.Says, c.Says, m.Says, o.Says} {
			if len(says) < 3 || !strings.Contains(says[len(says)-1], "N = ") {
				t.Errorf("it says %q", says)
			}
		}
	})
}

func TestWhatCanNotBeCalculatedIsRefusedInASentence(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 60)
		ctx := t.Context()
		cross := func(row, column string, where ...string) error {
			_, err := w.Crosstab(ctx, w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask(where...), Row: row, Column: column})
			return err
		}
		_, several := w.Correlations(ctx, w.by, w.project, app.CorrelationsAsk{AnalysisAsk: w.ask(), Of: []string{"Sector", "Staff"}, Method: statistics.Pearson})
		_, severalGroups := w.Groups(ctx, w.by, w.project, app.GroupsAsk{AnalysisAsk: w.ask(), Outcome: "Staff", By: "Markets"})
		_, twice := w.Regression(ctx, w.by, w.project, app.RegressionAsk{AnalysisAsk: w.ask(), Outcome: "Staff", Predictors: []string{"Turnover", "turnover"}})
		for want, err := range map[string]error{
			"no question, scale or variable “Shoes”": cross("Shoes", "Sector"),
			"several answers":         severalGroups,
			"answered in words":       cross("Words", "Sector"),
			"different values":        cross("Turnover", "Sector"),
			"not of the form":         cross("Sector", "Exports", "shoes=1"),
			"No row has a value":      cross("Sector", "Exports", "Staff>100000"),
			"not measured in numbers": several,
			"in the model twice":      twice,
		} {
			if study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), want) {
				t.Errorf("%q is refused by %v", want, err)
			}
		}
		if err := cross("Sector", "Exports"); err != nil {
			t.Error(err)
		}
		other, err := w.AddProject(ctx, w.by, app.NewProject{Name: "Another"})
		must(t, err)
		if _, err := w.Frequencies(ctx, w.by, other.ID, app.FrequenciesAsk{AnalysisAsk: w.ask()}); study.KindOf(err) != study.NotFound {
			t.Errorf("a survey is given in another project: %v", err)
		}
	})
}

// Every answer about the study's survey, 8,900 rows of 60 columns, is to come within 200 ms.
func BenchmarkSurveyAnalyses(b *testing.B) {
	w := askedOf(b, store.Options{Folder: b.TempDir()}, 8900)
	ctx := b.Context()
	var items []string
	for i := range 20 {
		items = append(items, fmt.Sprintf("Extra%d", i))
	}
	for name, run := range map[string]func() error{
		"frequencies of all": func() error {
			_, err := w.Frequencies(ctx, w.by, w.project, app.FrequenciesAsk{AnalysisAsk: w.ask()})
			return err
		},
		"narrowed frequencies": func() error {
			_, err := w.Frequencies(ctx, w.by, w.project, app.FrequenciesAsk{AnalysisAsk: w.ask("Innovation>=3", "Sector=F")})
			return err
		},
		"crosstab": func() error {
			_, err := w.Crosstab(ctx, w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask(), Row: "Sector", Column: "Item0"})
			return err
		},
		"reliability": func() error {
			_, err := w.Reliability(ctx, w.by, w.project, app.ReliabilityAsk{AnalysisAsk: w.ask(), Scale: "Innovation"})
			return err
		},
		"ranks": func() error {
			_, err := w.Groups(ctx, w.by, w.project, app.GroupsAsk{AnalysisAsk: w.ask(), Outcome: "Turnover", By: "Item0", Ranks: true})
			return err
		},
		"spearman of 20": func() error {
			_, err := w.Correlations(ctx, w.by, w.project, app.CorrelationsAsk{AnalysisAsk: w.ask(), Of: items, Method: statistics.Spearman})
			return err
		},
		"linear": func() error {
			_, err := w.Regression(ctx, w.by, w.project, app.RegressionAsk{AnalysisAsk: w.ask(), Outcome: "Turnover", Predictors: append([]string{"Sector", "Exports", "Innovation"}, items...)})
			return err
		},
		"ordered": func() error {
			_, err := w.Regression(ctx, w.by, w.project, app.RegressionAsk{AnalysisAsk: w.ask(), Outcome: "Item0", Predictors: append([]string{"Sector", "Exports", "Turnover"}, items...), Ordered: true})
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				must(b, run())
			}
		})
	}
	b.Run("all read anew", func(b *testing.B) {
		for b.Loop() {
			w.act(b, func(tx *store.Tx) error {
				before, err := tx.Survey(w.project, w.survey)
				must(b, err)
				after := before
				after.Version++
				return tx.Set(before, after)
			})
			_, err := w.Crosstab(ctx, w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask(), Row: "Sector", Column: "Item0"})
			must(b, err)
		}
	})
}
