package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// valuesOf are what cases have of a variable, by key.
func (p *poll) valuesOf(variable string) string {
	p.t.Helper()
	page, err := p.Cases(p.t.Context(), p.lead, p.project, study.CaseQuery{Sort: "key"}, "", 100)
	must(p.t, err)
	var out []string
	for _, c := range page.Items {
		out = append(out, fmt.Sprint(c.KeyText, "=", c.Values[variable]))
	}
	return strings.Join(out, " ")
}

func (p *poll) variable(name string) study.Variable {
	p.t.Helper()
	list, err := p.Variables(p.t.Context(), p.lead, p.project)
	must(p.t, err)
	i := slices.IndexFunc(list, func(v app.VariableView) bool { return v.Name == name })
	if i < 0 {
		p.t.Fatalf("there is no variable %s", name)
	}
	return list[i].Variable
}

// known makes a variable that the survey asks too, and a case that is in the survey.
func (p *poll) known(town string) {
	p.t.Helper()
	_, _, err := p.AddVariable(p.t.Context(), p.lead, p.project, study.Variable{Name: "town", Sort: study.KindOne, Options: study.Options{{Value: "Wyre"}, {Value: town}}})
	must(p.t, err)
	p.table[0][3] = "Town"
	_, _, err = p.AddCase(p.t.Context(), p.lead, p.project, app.NewCase{Name: "Abbey Looms", KeyText: "F2", Values: map[string]any{"town": town}})
	must(p.t, err)
}

func TestAnswersBecomeVariablesOfCasesWithTheSurvey(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.known("Fylde")
		before := p.state()
		u := p.upload()
		u.Questions = &study.Questions{{Columns: study.Texts{"Staff"}, Sort: study.AskNumber, CaseVariable: "People"}}
		preview, err := p.PreviewSurvey(t.Context(), p.lead, p.project, u)
		must(t, err)
		storetest.Same(t, before, p.state())
		made, report, entry, err := p.ImportSurvey(t.Context(), p.lead, p.project, u)
		must(t, err)
		p.survey = made.ID
		for _, told := range [][]study.CopyReport{preview.Report.Copies, report.Copies} {
			if len(told) != 2 || told[0].Variable != "town" || told[0].New || told[0].Set != 3 || told[0].Differ != 1 || told[0].Differing[0].Name != "Abbey Looms" || told[0].Options[0] != "Burnley" ||
				!told[1].New || told[1].Set != 4 {
				t.Errorf("told %+v", told)
			}
		}
		if q, _ := preview.Definition.Question("Town"); q.CaseVariable != "town" {
			t.Errorf("a question of the same name as a variable is guessed %+v", q)
		}
		if got := p.valuesOf("town") + "; " + p.valuesOf("People"); got != "F1=Wyre F2=Fylde F3=Wyre F4=Burnley; F1=9 F2=120 F3=-99 F4=31" {
			t.Errorf("cases have %s", got)
		}
		if v := p.variable("People"); v.Sort != study.KindDecimal || !slices.Equal(v.Missing, study.Texts{"-99"}) {
			t.Errorf("the variable is %+v", v)
		}
		_, err = p.UndoEntry(t.Context(), p.lead, p.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, p.state())
	})
}

func TestANewerTableChangesValuesThatAreStillWhatWasAnswered(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.known("Fylde")
		p.bring()
		p.table[1][3], p.table[2][3], p.table[3][3] = "Preston", "Preston", ""
		p.table = append(p.table, []string{"F5", "Tide Mill", "e@tide.example", "Lancaster", "4", "Agree", "home", ""})
		before := p.state()
		preview, err := p.PreviewResponses(t.Context(), p.lead, p.project, p.survey, p.upload())
		must(t, err)
		report, entry, err := p.ImportResponses(t.Context(), p.lead, p.project, p.survey, p.upload())
		must(t, err)
		for _, told := range [][]study.CopyReport{preview.Copies, report.Copies} {
			if len(told) != 1 || told[0].Changed != 2 || told[0].Set != 1 || told[0].Differ != 1 || told[0].Differing[0].Answer != "Preston" {
				t.Errorf("told %+v", told)
			}
		}
		if got := p.valuesOf("town"); got != "F1=Preston F2=Fylde F3=<nil> F4=Burnley F5=Lancaster" {
			t.Errorf("cases have %s", got)
		}
		_, again, err := p.ImportResponses(t.Context(), p.lead, p.project, p.survey, p.upload())
		must(t, err)
		if again.Seq != 0 {
			t.Errorf("the same table again is entry %d", again.Seq)
		}
		_, err = p.UndoEntry(t.Context(), p.lead, p.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, p.state())
	})
}

func TestAnswersAreCopiedToCasesAfterwards(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.table[0][3] = "Town"
		p.bring()
		_, _, err := p.AddVariable(t.Context(), p.lead, p.project, study.Variable{Name: "Town", Sort: study.KindOne, Options: study.Options{{Value: "Fylde"}}})
		must(t, err)
		_, _, err = p.ChangeCase(t.Context(), p.lead, p.project, p.responses()[1].CaseID, 0, app.CaseChange{Values: map[string]any{"Town": "Fylde"}})
		must(t, err)
		before := p.state()
		ask := app.CopyRequest{Questions: []app.CopyOf{{Question: "Town"}, {Question: "Sells to", Variable: "Markets"}}}
		told, entry, err := p.CopyAnswers(t.Context(), p.lead, p.project, p.survey, ask)
		must(t, err)
		if told[0].Set != 3 || told[0].Differ != 1 || !told[1].New || told[1].Set != 4 {
			t.Errorf("told %+v", told)
		}
		if got := p.valuesOf("Town") + "; " + p.valuesOf("Markets"); got != "F1=Wyre F2=Fylde F3=Wyre F4=Burnley; F1=[home abroad] F2=[home] F3=[home abroad] F4=[home]" &&
			got != "F1=Wyre F2=Fylde F3=Wyre F4=Burnley; F1=[abroad home] F2=[home] F3=[abroad home] F4=[home]" {
			t.Errorf("cases have %s", got)
		}
		if p.question("Sells to").CaseVariable != "Markets" {
			t.Error("newer tables would not bring the variable up to date")
		}
		_, again, err := p.CopyAnswers(t.Context(), p.lead, p.project, p.survey, ask)
		must(t, err)
		if again.Seq != 0 {
			t.Errorf("copied again, it is entry %d", again.Seq)
		}
		_, err = p.UndoEntry(t.Context(), p.lead, p.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, p.state())
		ask.Replace = true
		_, _, err = p.CopyAnswers(t.Context(), p.lead, p.project, p.survey, ask)
		must(t, err)
		if got := p.valuesOf("Town"); got != "F1=Wyre F2=Burnley F3=Wyre F4=Burnley" {
			t.Errorf("replaced, cases have %s", got)
		}
	})
}

func TestAQuestionFollowsItsVariableThatIsRenamedOrDeleted(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.known("Burnley")
		p.bring()
		v, name := p.variable("town"), "Place"
		_, _, err := p.ChangeVariable(t.Context(), p.lead, p.project, v.ID, 0, app.VariableChange{Name: &name})
		must(t, err)
		if q := p.question("Town"); q.CaseVariable != "Place" {
			t.Errorf("the variable is renamed, and the question %+v", q)
		}
		_, err = p.RemoveVariable(t.Context(), p.lead, p.project, v.ID)
		must(t, err)
		if q := p.question("Town"); q.CaseVariable != "" {
			t.Errorf("the variable is deleted, and the question %+v", q)
		}
	})
}

func TestAnswersThatCasesCannotTakeAreRefused(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.table[0][3] = "Town"
		p.bring()
		_, _, err := p.AddVariable(t.Context(), p.lead, p.project, study.Variable{Name: "Big", Sort: study.KindYesNo})
		must(t, err)
		before := p.state()
		for what, c := range map[string][]app.CopyOf{
			"no question":               nil,
			"one that is not there":     {{Question: "Nobody asked"}},
			"an answer in words":        {{Question: "Why did you leave the programme?"}},
			"a column that is left out": {{Question: "E-mail"}},
			"numbers as yes and no":     {{Question: "Staff", Variable: "big"}},
			"two as one":                {{Question: "Staff", Variable: "x"}, {Question: "Town", Variable: "X"}},
		} {
			if _, _, err := p.CopyAnswers(t.Context(), p.lead, p.project, p.survey, app.CopyRequest{Questions: c}); study.KindOf(err) != study.Invalid {
				t.Errorf("%s: %v", what, err)
			}
		}
		storetest.Same(t, before, p.state())
	})
}
