package app_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// question finds a question of the survey by its name.
func (p *poll) question(name string) study.Question {
	p.t.Helper()
	s, err := p.Survey(p.t.Context(), p.lead, p.project, p.survey)
	must(p.t, err)
	q, there := s.Question(name)
	if !there {
		p.t.Fatal("there is no question " + name)
	}
	return q
}

func TestAQuestionIsRenamedConvertedAndTakenBack(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		before := p.state()
		staff, plans := p.question("Staff"), p.question("Plans ahead")
		name, text, missing := "People", study.AskText, study.Texts{"-99"}
		scales := study.Scales{{Name: "Both", Items: study.Texts{"Plans ahead", "Staff"}, How: "mean"}}
		view, entry, err := p.ChangeSurvey(t.Context(), p.lead, p.project, p.survey, 0, app.SurveyChange{Scales: &scales, Questions: []app.QuestionChange{{ID: staff.ID, Name: &name, Missing: &missing}}})
		must(t, err)
		if view.Scales[0].ID == "" || view.Scales[0].Items[1] != "People" || p.responses()[2].Values["People"] != -99.0 {
			t.Errorf("the survey is %+v", view)
		}
		_, err = p.UndoEntry(t.Context(), p.lead, p.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, p.state())
		_, _, err = p.ChangeSurvey(t.Context(), p.lead, p.project, p.survey, 0, app.SurveyChange{Questions: []app.QuestionChange{{ID: plans.ID, Sort: &text}}})
		must(t, err)
		if got := p.responses()[0].Values["Plans ahead"]; got != "Agree" {
			t.Errorf("as a text, the answer is %v", got)
		}
		number := study.AskNumber
		_, _, err = p.ChangeSurvey(t.Context(), p.lead, p.project, p.survey, 0, app.SurveyChange{Questions: []app.QuestionChange{{ID: plans.ID, Sort: &number}}})
		if study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), "“Harbour Bakery” (“Agree”)") {
			t.Errorf("words become numbers: %v", err)
		}
	})
}

func TestWhatCannotBeIsRefusedBySurveys(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		before := p.state()
		nobody, place, district, openKind := "Nobody", "District", p.question("District").ID, study.AskOpen
		for what, c := range map[string]app.SurveyChange{
			"a weight that is no number":       {Weight: &place},
			"a scale of what can't be counted": {Scales: &study.Scales{{Name: "S", Items: study.Texts{"District", "Staff"}, How: "mean"}}},
			"a scale of one item":              {Scales: &study.Scales{{Name: "S", Items: study.Texts{"Staff"}, How: "mean"}}},
			"a scale called as a question":     {Scales: &study.Scales{{Name: "staff", Items: study.Texts{"Plans ahead", "Staff"}, How: "sum"}}},
			"a question that is not there":     {Questions: []app.QuestionChange{{ID: nobody}}},
			"a name that another has":          {Questions: []app.QuestionChange{{ID: district, Name: &[]string{"STAFF"}[0]}}},
			"a choice that becomes a source":   {Questions: []app.QuestionChange{{ID: district, Sort: &openKind}}},
		} {
			if _, _, err := p.ChangeSurvey(t.Context(), p.lead, p.project, p.survey, 0, c); study.KindOf(err) != study.Invalid {
				t.Errorf("%s: %v", what, err)
			}
		}
		if _, _, err := p.ChangeSurvey(t.Context(), p.lead, p.project, p.survey, 9, app.SurveyChange{}); study.KindOf(err) != study.Conflict {
			t.Errorf("a change of a state that nobody saw: %v", err)
		}
		storetest.Same(t, before, p.state())
	})
}

func TestAResponseIsGivenToAnotherCaseWithWhatItSays(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		other, _, err := p.AddCase(t.Context(), p.lead, p.project, app.NewCase{Name: "Tide Mill"})
		must(t, err)
		before, first := p.state(), p.responses()[0]
		said := func(id study.ID) int {
			detail, err := p.Case(t.Context(), p.lead, p.project, id)
			must(t, err)
			return detail.Words
		}
		entry, err := p.TieResponse(t.Context(), p.lead, p.project, p.survey, first.ID, other.ID)
		must(t, err)
		if said(other.ID) != 12 || said(first.CaseID) != 0 {
			t.Errorf("the one says %d words now, and the other %d", said(other.ID), said(first.CaseID))
		}
		_, err = p.UndoEntry(t.Context(), p.lead, p.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, p.state())
		_, err = p.TieResponse(t.Context(), p.lead, p.project, p.survey, first.ID, "")
		must(t, err)
		if p.responses()[0].CaseID != "" || said(first.CaseID) != 0 {
			t.Error("it still belongs to a case")
		}
	})
}

func TestARespondentWhoIsErasedIsNowhere(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.table[0] = append(p.table[0], "Anything else to say?")
		for i, more := range []string{"Never again.", "", "Thank you.", "We would do it again."} {
			p.table[i+1] = append(p.table[i+1], more)
		}
		p.table[1][1] = "Harbour Bakery of Fleetwood"
		p.bring()
		sources, err := p.Sources(t.Context(), p.lead, p.project, study.Filter{})
		must(t, err)
		at := slices.IndexFunc(sources, func(s app.SourceView) bool { return strings.Contains(s.Title, "Why did you leave") })
		speaker := sources[at].Speakers[slices.IndexFunc(sources[at].Speakers, func(s study.Speaker) bool { return s.Name == "Harbour Bakery of Fleetwood" })]
		_, _, err = p.Erase(t.Context(), p.lead, p.project, app.Erasing{Speakers: study.IDs{speaker.ID}})
		must(t, err)
		_, err = p.Search(t.Context(), p.lead, p.project, study.SearchQuery{Text: "larger"})
		must(t, err)
		if left := p.places("no time for the meetings", "Never again", "Harbour Bakery of Fleetwood"); len(left) > 0 {
			t.Errorf("still there: %q", left)
		}
		if first := p.responses()[0]; first.Values["District"] != "Wyre" || first.Name != study.ErasedMark {
			t.Errorf("the response is %+v", first)
		}
	})
}
