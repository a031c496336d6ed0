package web

import (
	"bytes"
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// AnalysisAsk says which responses of which survey are analysed.
type AnalysisAsk struct {
	InProject
	Survey string   `path:"survey" format:"uuid"`
	Where  []string `query:"where,explode" doc:"Such as Q007=Male, employees>=10, district= for those without, of questions, scales or variables of cases. Several of one with = widen, all else narrows"`
	Weight string   `query:"weight" doc:"Name of the number question that rows are weighted by; none for none. The survey's own when empty"`
}

func (a AnalysisAsk) read() app.AnalysisAsk {
	return app.AnalysisAsk{Survey: study.ID(a.Survey), Where: given(a.Where), Weight: a.Weight}
}

// FrequenciesAsk names what is described.
type FrequenciesAsk struct {
	AnalysisAsk
	Of []string `query:"of,explode" doc:"Questions, scales or variables of cases; all that can be counted when empty"`
}

func (a FrequenciesAsk) read() app.FrequenciesAsk {
	return app.FrequenciesAsk{AnalysisAsk: a.AnalysisAsk.read(), Of: given(a.Of)}
}

// CrosstabAsk names what is crossed.
type CrosstabAsk struct {
	AnalysisAsk
	Row    string `query:"row"`
	Column string `query:"column"`
}

func (a CrosstabAsk) read() app.CrosstabAsk {
	return app.CrosstabAsk{AnalysisAsk: a.AnalysisAsk.read(), Row: a.Row, Column: a.Column}
}

// ReliabilityAsk names a scale, or items that might be one.
type ReliabilityAsk struct {
	AnalysisAsk
	Scale    string   `query:"scale" doc:"One of the survey"`
	Item     []string `query:"item,explode" doc:"Without a scale: the questions that might be one"`
	Reversed []string `query:"reversed,explode" doc:"Those of the items that run the other way, beside what the questions say themselves"`
}

func (a ReliabilityAsk) read() app.ReliabilityAsk {
	return app.ReliabilityAsk{AnalysisAsk: a.AnalysisAsk.read(), Scale: a.Scale, Items: given(a.Item), Reversed: given(a.Reversed)}
}

// GroupsAsk names what is compared.
type GroupsAsk struct {
	AnalysisAsk
	Outcome string `query:"outcome" doc:"Something measured in numbers"`
	By      string `query:"by" doc:"Something with few values"`
	Method  string `query:"method" enum:"means,ranks" default:"means"`
}

func (a GroupsAsk) read() app.GroupsAsk {
	return app.GroupsAsk{AnalysisAsk: a.AnalysisAsk.read(), Outcome: a.Outcome, By: a.By, Ranks: a.Method == "ranks"}
}

// CorrelationsAsk names what is correlated.
type CorrelationsAsk struct {
	AnalysisAsk
	Of     []string `query:"of,explode" doc:"Two or more things measured in numbers"`
	Method string   `query:"method" enum:"pearson,spearman" default:"pearson"`
}

func (a CorrelationsAsk) read() app.CorrelationsAsk {
	return app.CorrelationsAsk{AnalysisAsk: a.AnalysisAsk.read(), Of: given(a.Of), Method: statistics.Method(a.Method)}
}

// RegressionAsk names the outcome of a model and what is to explain it.
type RegressionAsk struct {
	AnalysisAsk
	Outcome   string   `query:"outcome"`
	Predictor []string `query:"predictor,explode" doc:"Numbers as they are; all else as categories, which are compared with the first that occurs"`
	Kind      string   `query:"kind" enum:"linear,ordered" default:"linear"`
}

func (a RegressionAsk) read() app.RegressionAsk {
	return app.RegressionAsk{AnalysisAsk: a.AnalysisAsk.read(), Outcome: a.Outcome, Predictors: given(a.Predictor), Ordered: a.Kind == "ordered"}
}

// JointAsk names the groups and codes of a joint display.
type JointAsk struct {
	AnalysisAsk
	By          string   `query:"by" doc:"Something with few values"`
	Code        []string `query:"code,explode" doc:"Codes, in the order in which they are to stand"`
	Descendants bool     `query:"descendants" doc:"Count what is coded with codes under them too"`
	Quotes      int      `query:"quotes" minimum:"1" maximum:"200" default:"3" doc:"The most passages that a cell quotes; up to three are each of another respondent"`
}

func (a JointAsk) read() app.JointAsk {
	return app.JointAsk{AnalysisAsk: a.AnalysisAsk.read(), By: a.By, Codes: ids(a.Code), Descendants: a.Descendants, Quotes: a.Quotes}
}

const analyses = "/api/projects/{project}/surveys/{survey}/"

func (s *server) analysisRoutes() {
	handle(s, operation{method: "GET", path: analyses + "frequencies", id: "frequencies", summary: "Questions described one by one", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *FrequenciesAsk) (*answer[*app.Frequencies], error) {
			return answered(s.app.Frequencies(ctx, by, in.id(), in.read()))
		})
	handle(s, operation{method: "GET", path: analyses + "crosstab", id: "crosstab", summary: "Two questions crossed, with tests", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *CrosstabAsk) (*answer[*app.Crosstab], error) {
			return answered(s.app.Crosstab(ctx, by, in.id(), in.read()))
		})
	handle(s, operation{method: "GET", path: analyses + "reliability", id: "reliability", summary: "How well items go together as a scale", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *ReliabilityAsk) (*answer[*app.Reliability], error) {
			return answered(s.app.Reliability(ctx, by, in.id(), in.read()))
		})
	handle(s, operation{method: "GET", path: analyses + "groups", id: "groups", summary: "A measure compared between groups", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *GroupsAsk) (*answer[*app.Groups], error) {
			return answered(s.app.Groups(ctx, by, in.id(), in.read()))
		})
	handle(s, operation{method: "GET", path: analyses + "correlations", id: "correlations", summary: "Measures correlated two by two", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *CorrelationsAsk) (*answer[*app.Correlations], error) {
			return answered(s.app.Correlations(ctx, by, in.id(), in.read()))
		})
	handle(s, operation{method: "GET", path: analyses + "regression", id: "regression", summary: "A linear or ordered-logit model", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *RegressionAsk) (*answer[*app.Regression], error) {
			return answered(s.app.Regression(ctx, by, in.id(), in.read()))
		})
	handle(s, operation{method: "GET", path: analyses + "joint", id: "joint", summary: "Codes by groups of respondents, numbers beside quotations", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *JointAsk) (*answer[*app.Joint], error) {
			return answered(s.app.Joint(ctx, by, in.id(), in.read()))
		})
	s.gridRoutes()
	scriptRoute(s, "frequencies", func(in *FrequenciesAsk) (study.ID, app.Scripted) { return in.id(), in.read() })
	scriptRoute(s, "crosstab", func(in *CrosstabAsk) (study.ID, app.Scripted) { return in.id(), in.read() })
	scriptRoute(s, "reliability", func(in *ReliabilityAsk) (study.ID, app.Scripted) { return in.id(), in.read() })
	scriptRoute(s, "groups", func(in *GroupsAsk) (study.ID, app.Scripted) { return in.id(), in.read() })
	scriptRoute(s, "correlations", func(in *CorrelationsAsk) (study.ID, app.Scripted) { return in.id(), in.read() })
	scriptRoute(s, "regression", func(in *RegressionAsk) (study.ID, app.Scripted) { return in.id(), in.read() })
}

// Suppress asks that cells of few are hidden.
type Suppress struct {
	Suppress bool `query:"suppress" doc:"Hide cells that stand for fewer respondents than the survey's least, and what would give them away"`
}

// gridRoutes write cross-tables and joint displays as files.
func (s *server) gridRoutes() {
	type crosstab struct {
		CrosstabAsk
		Suppress
	}
	for _, f := range publish.GridFormats {
		handle(s, operation{method: "GET", path: analyses + "crosstab." + f.Extension, id: "crosstab-" + f.Extension, summary: "A cross-table as " + f.Name, permission: study.MayRead, tag: "analysis"},
			func(ctx context.Context, by study.Actor, in *crosstab) (*file, error) {
				grid, err := s.app.CrosstabGrid(ctx, by, in.id(), in.CrosstabAsk.read(), in.Suppress.Suppress)
				return exported(f, grid, grid.Project+" "+grid.Title, err)
			})
	}
	type joint struct {
		JointAsk
		Suppress
	}
	for _, f := range publish.JointFormats {
		handle(s, operation{method: "GET", path: analyses + "joint." + f.Extension, id: "joint-" + f.Extension, summary: "A joint display as " + f.Name, permission: study.MayRead, tag: "analysis"},
			func(ctx context.Context, by study.Actor, in *joint) (*file, error) {
				grid, err := s.app.JointGrid(ctx, by, in.id(), in.JointAsk.read(), in.Suppress.Suppress)
				return exported(f, grid, grid.Project+" "+grid.Title, err)
			})
	}
}

// scriptRoute writes an analysis as a script for R.
func scriptRoute[I any](s *server, name string, read func(in *I) (study.ID, app.Scripted)) {
	handle(s, operation{method: "GET", path: analyses + name + ".R", id: name + "-script", summary: "The same in R, with the data in the script", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *I) (*file, error) {
			project, ask := read(in)
			script, err := s.app.Script(ctx, by, project, ask)
			if err != nil {
				return nil, err
			}
			var out bytes.Buffer
			if err := script.Write(&out); err != nil {
				return nil, err
			}
			return download(script.Title+".R", publish.RType, out.Bytes()), nil
		})
}
