package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// rename changes what options of a question are called.
func (p *poll) rename(question string, renames ...study.OptionRename) (study.Entry, error) {
	p.t.Helper()
	_, entry, err := p.ChangeSurvey(p.t.Context(), p.lead, p.project, p.survey, 0, app.SurveyChange{Questions: []app.QuestionChange{{ID: p.question(question).ID, Renames: renames}}})
	return entry, err
}

func (p *poll) answered(question string) string {
	p.t.Helper()
	var out []any
	for _, one := range p.responses() {
		out = append(out, one.Values[question])
	}
	return strings.TrimSpace(fmt.Sprintln(out...))
}

func TestAnOptionIsRenamedOrJoinedWithTheAnswers(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.table = append(p.table, []string{"F5", "Tide Mill", "", "Wyre Forest", "4", "Agree", "home", ""})
		u := p.upload()
		u.Questions = &study.Questions{{Columns: study.Texts{"District"}, Sort: study.AskSingle}}
		made, _, _, err := p.ImportSurvey(t.Context(), p.lead, p.project, u)
		must(t, err)
		p.survey = made.ID
		before := p.state()
		entry, err := p.rename("District", study.OptionRename{Was: "Burnley", Is: "Burnley and Padiham"}, study.OptionRename{Was: "Wyre Forest", Is: "Wyre"})
		must(t, err)
		if got := p.answered("District"); got != "Wyre Burnley and Padiham Wyre Burnley and Padiham Wyre" {
			t.Errorf("answered %s", got)
		}
		if q := p.question("District"); len(q.Options) != 2 {
			t.Errorf("the options are %v", q.Options)
		}
		if _, again, err := p.ImportResponses(t.Context(), p.lead, p.project, p.survey, p.upload()); err != nil || again.Seq != 0 {
			t.Errorf("the same table again is entry %d, %v", again.Seq, err)
		}
		_, err = p.UndoEntry(t.Context(), p.lead, p.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, p.state())
		_, err = p.rename("Sells to", study.OptionRename{Was: "home", Is: "abroad"})
		must(t, err)
		if got := p.answered("Sells to"); got != "[abroad] [abroad] [abroad] [abroad] [abroad]" {
			t.Errorf("several that are joined: %s", got)
		}
		_, again, err := p.ImportResponses(t.Context(), p.lead, p.project, p.survey, p.upload())
		must(t, err)
		if again.Seq != 0 {
			t.Errorf("several of a list, and the same table again is entry %d", again.Seq)
		}
	})
}

func TestScoresFollowOptionsThatAreRenamed(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		_, err := p.rename("Plans ahead", study.OptionRename{Was: "Strongly agree", Is: "Agree"})
		must(t, err)
		q := p.question("Plans ahead")
		scale := study.Scales{{Name: "Both", Items: study.Texts{"Plans ahead", "Staff"}, How: "sum"}}
		_, _, err = p.ChangeSurvey(t.Context(), p.lead, p.project, p.survey, 0, app.SurveyChange{Scales: &scale})
		must(t, err)
		page, err := p.Responses(t.Context(), p.lead, p.project, p.survey, study.CaseQuery{Where: []string{"Both=123"}}, "", 10)
		must(t, err)
		if len(q.Options) != len(q.Scores()) || page.Total != 1 || page.Items[0].KeyText != "F2" { // 3 and 120
			t.Errorf("of %v, found %+v", q.Options, page.Items)
		}
	})
}

func TestRenamesThatCannotBeAreRefused(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		before := p.state()
		for what, c := range map[string]struct {
			question string
			rename   study.OptionRename
		}{
			"one that is not there": {"District", study.OptionRename{Was: "Leeds", Is: "Wyre"}},
			"into nothing":          {"District", study.OptionRename{Was: "Wyre", Is: " "}},
			"of a number":           {"Staff", study.OptionRename{Was: "-99", Is: "9"}},
		} {
			if _, err := p.rename(c.question, c.rename); study.KindOf(err) != study.Invalid {
				t.Errorf("%s: %v", what, err)
			}
		}
		storetest.Same(t, before, p.state())
	})
}
