package app_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// poll is a team with a survey's table that it can bring again, otherwise.
type poll struct {
	*team
	lead   study.Actor
	table  [][]string
	survey study.ID
}

func newPoll(t *testing.T, open storetest.Open) *poll {
	p := &poll{team: newTeam(t, open, 7), table: [][]string{
		{"Firm no", "Firm", "E-mail", "District", "Staff", "Plans ahead", "Sells to", "Why did you leave the programme?"},
		{"F1", "Harbour Bakery", "ann@bakery.example", "Wyre", "9", "Agree", "home; abroad", "There was no time for the meetings, and Colin Prowse never rang."},
		{"F2", "Abbey Looms", "b@looms.example", "Burnley", "120", "Strongly agree", "home", ""},
		{"F3", "Mill Gate", "c@gate.example", "Wyre", "-99", "Disagree", "abroad; home", "The adviser moved on twice.\n\nNobody told us."},
		{"F4", "Fell Foods", "d@fell.example", "Burnley", "31", "Strongly disagree", "home", "It was for larger firms than ours."},
	}}
	p.lead = p.people[0]
	return p
}

func (p *poll) upload() app.SurveyUpload {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	must(p.t, w.WriteAll(p.table))
	return app.SurveyUpload{Name: "SME survey.csv", Data: out.Bytes()}
}

func (p *poll) bring() app.SurveyReport {
	p.t.Helper()
	made, report, _, err := p.ImportSurvey(p.t.Context(), p.lead, p.project, p.upload())
	must(p.t, err)
	p.survey = made.ID
	return report
}

func (p *poll) responses() []app.ResponseView {
	p.t.Helper()
	page, err := p.Responses(p.t.Context(), p.lead, p.project, p.survey, study.CaseQuery{}, "", 1000)
	must(p.t, err)
	return page.Items
}

func (p *poll) answers(q app.AnswerQuery) (out []string) {
	p.t.Helper()
	found, err := p.Answers(p.t.Context(), p.lead, p.project, p.survey, q)
	must(p.t, err)
	for _, one := range found.Items {
		out = append(out, one.KeyText+": "+one.Text)
	}
	return out
}

func TestATableBecomesASurveyWithResponsesCasesAndSpokenAnswers(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		known, _, err := p.AddCase(t.Context(), p.lead, p.project, app.NewCase{Name: "Looms, Abbey", KeyText: "f2"})
		must(t, err)
		report := p.bring()
		if report.Rows != 4 || report.Columns != 8 || report.Respondents != 4 || report.OpenAnswers != 3 || report.Cases != 3 || report.Known != 1 {
			t.Errorf("reported %+v", report)
		}
		s, err := p.Survey(t.Context(), p.lead, p.project, p.survey)
		must(t, err)
		var kinds []string
		for _, q := range s.Questions {
			kinds = append(kinds, q.Sort)
		}
		if want := []string{"text", "text", "ignore", "single", "number", "scale", "multiple", "open"}; !slices.Equal(kinds, want) {
			t.Errorf("kinds %v and not %v", kinds, want)
		}
		if s.KeyColumn != "Firm no" || s.CallColumn != "Firm" || s.Respondents != 4 || s.OpenAnswers != 3 {
			t.Errorf("the survey is %+v", s)
		}
		list := p.responses()
		third := list[2].Values
		delete(third, "Why did you leave the programme?")
		if want := map[string]any{"Firm no": "F3", "Firm": "Mill Gate", "District": "Wyre", "Staff": -99.0, "Plans ahead": "Disagree", "Sells to": []string{"abroad", "home"}}; !reflect.DeepEqual(third, want) {
			t.Errorf("the third answered %v", third)
		}
		if list[1].CaseID != known.ID || list[0].CaseID == "" {
			t.Errorf("the cases are %v", list)
		}
		want := []string{"F1: There was no time for the meetings, and Colin Prowse never rang.", "F3: The adviser moved on twice.\nNobody told us.", "F4: It was for larger firms than ours."}
		if got := p.answers(app.AnswerQuery{}); !slices.Equal(got, want) {
			t.Errorf("the answers are %q", got)
		}
		detail, err := p.Case(t.Context(), p.lead, p.project, list[2].CaseID)
		must(t, err)
		if detail.Name != "Mill Gate" || len(detail.Tied) != 1 || detail.Words != 8 || len(detail.Responses) != 1 || detail.Responses[0].Answers[2].Text != "Wyre" {
			t.Errorf("the case is %+v", detail)
		}
	})
}

func TestAnswersAreNarrowedSortedAndShownWithTheirCodes(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		s, err := p.Survey(t.Context(), p.lead, p.project, p.survey)
		must(t, err)
		found, err := p.Answers(t.Context(), p.lead, p.project, p.survey, app.AnswerQuery{Text: "adviser"})
		must(t, err)
		codes, err := p.Codes(t.Context(), p.lead, p.project)
		must(t, err)
		code := codes[slices.IndexFunc(codes, func(c app.CountedCode) bool { return c.Codable })].ID
		_, err = p.Code(t.Context(), p.lead, p.project, app.NewCoding{Source: found.Source, Range: found.Items[0].Range, Code: code})
		must(t, err)
		for _, c := range []struct {
			q    app.AnswerQuery
			want string
		}{
			{app.AnswerQuery{Coded: "yes"}, "F3"}, {app.AnswerQuery{Coded: "no"}, "F1 F4"}, {app.AnswerQuery{Code: code}, "F3"},
			{app.AnswerQuery{CaseQuery: study.CaseQuery{Where: []string{"District=Wyre"}}}, "F1 F3"}, {app.AnswerQuery{CaseQuery: study.CaseQuery{Where: []string{"Staff>=10"}}}, "F4"},
			{app.AnswerQuery{CaseQuery: study.CaseQuery{Sort: "-length"}}, "F1 F3 F4"}, {app.AnswerQuery{CaseQuery: study.CaseQuery{Sort: "answer"}}, "F4 F3 F1"}, {app.AnswerQuery{CaseQuery: study.CaseQuery{Sort: "-respondent"}}, "F3 F1 F4"},
			{app.AnswerQuery{CaseQuery: study.CaseQuery{Sort: "Plans ahead"}}, "F4 F3 F1"}, {app.AnswerQuery{Question: "why did you leave the programme?", Text: "LARGER firms"}, "F4"},
		} {
			var keys []string
			for _, said := range p.answers(c.q) {
				keys = append(keys, said[:2])
			}
			if got := strings.Join(keys, " "); got != c.want {
				t.Errorf("%+v gives %s and not %s", c.q, got, c.want)
			}
		}
		shown, err := p.Answers(t.Context(), p.lead, p.project, p.survey, app.AnswerQuery{Show: []string{"staff", "Plans ahead"}})
		must(t, err)
		if got := shown.Items[0].Values; !reflect.DeepEqual(got, map[string]any{"Staff": 9.0, "Plans ahead": "Agree"}) || shown.Total != 3 {
			t.Errorf("beside the answer stands %v", got)
		}
		_, err = p.Answers(t.Context(), p.lead, p.project, p.survey, app.AnswerQuery{Question: s.Questions[3].Name})
		if study.KindOf(err) != study.Invalid {
			t.Errorf("answers to a choice: %v", err)
		}
	})
}

func TestANewerTableChangesWhatItChangesAndCodingsStayOnTheirWords(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		before := p.rowsOf()
		found, err := p.Answers(t.Context(), p.lead, p.project, p.survey, app.AnswerQuery{Text: "larger"})
		must(t, err)
		codes, err := p.Codes(t.Context(), p.lead, p.project)
		must(t, err)
		code := codes[slices.IndexFunc(codes, func(c app.CountedCode) bool { return c.Codable })].ID
		_, err = p.Code(t.Context(), p.lead, p.project, app.NewCoding{Source: found.Source, Range: found.Items[0].Range, Code: code})
		must(t, err)

		report, entry, err := p.ImportResponses(t.Context(), p.lead, p.project, p.survey, p.upload())
		must(t, err)
		if report.Unchanged != 4 || entry.Seq != 0 {
			t.Errorf("the same table again: %+v, entry %d", report, entry.Seq)
		}
		p.table[1][4], p.table[1][7] = "11", "There was no time for any meetings, and Colin Prowse rang once."
		p.table[2][7] = "We never had a plan."
		p.table[3][7] = ""
		p.table = append(p.table, []string{"F5", "Tide Mill", "e@tide.example", "Lancaster", "4", "Agree", "home", "Too far to go."})
		preview, err := p.PreviewResponses(t.Context(), p.lead, p.project, p.survey, p.upload())
		must(t, err)
		report, entry, err = p.ImportResponses(t.Context(), p.lead, p.project, p.survey, p.upload())
		must(t, err)
		for i := range preview.Changes { // ids are the same, and so is all else
			if preview.Changes[i].KeyText != report.Changes[i].KeyText {
				t.Errorf("the preview said %+v", preview.Changes[i])
			}
		}
		if report.New != 1 || report.Changed != 3 || report.Unchanged != 1 || report.Absent != 0 {
			t.Errorf("reported %+v", report)
		}
		if got := report.Changes[0].Values["Staff"]; got != (app.ValueChange{Was: 9.0, Is: 11.0}) {
			t.Errorf("the first changes %+v", report.Changes[0])
		}
		want := []string{"F1: There was no time for any meetings, and Colin Prowse rang once.", "F4: It was for larger firms than ours.", "F2: We never had a plan.", "F5: Too far to go."}
		if got := p.answers(app.AnswerQuery{}); !slices.Equal(got, want) {
			t.Errorf("the answers are %q", got)
		}
		passages, err := p.Passages(t.Context(), p.lead, p.project, found.Source)
		must(t, err)
		if len(passages) != 1 || passages[0].Text != "It was for larger firms than ours." {
			t.Errorf("the coding stands on %+v", passages)
		}
		_, err = p.UndoEntry(t.Context(), p.lead, p.project, entry.Seq)
		must(t, err)
		if after := p.rowsOf(); after != before {
			t.Errorf("undone, the responses are\n%s\nand were\n%s", after, before)
		}
	})
}

// rowsOf are all responses as JSON.
func (p *poll) rowsOf() string {
	p.t.Helper()
	raw, err := json.Marshal(p.responses())
	must(p.t, err)
	return string(raw)
}

func TestADefinitionThatNamesTheSourceOfAnotherSurveyTakesNothingOfIt(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		first, err := p.Survey(t.Context(), p.lead, p.project, p.survey)
		must(t, err)
		for i := range p.table[1:] {
			p.table[i+1][7] = "" // nobody answers in words
		}
		u := p.upload()
		u.Questions = &first.Questions
		second, _, _, err := p.ImportSurvey(t.Context(), p.lead, p.project, u)
		must(t, err)
		if q, there := second.Question("Why did you leave the programme?"); !there || q.SourceID != "" {
			t.Errorf("the second survey has the question %+v", q)
		}
	})
}

func TestAnImportIsTakenBackWhole(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		counts := func() string {
			sources, err := p.Sources(t.Context(), p.lead, p.project, study.Filter{})
			must(t, err)
			cases, err := p.Cases(t.Context(), p.lead, p.project, study.CaseQuery{}, "", 10)
			must(t, err)
			surveys, err := p.Surveys(t.Context(), p.lead, p.project)
			must(t, err)
			return fmt.Sprint(len(sources), cases.Total, len(surveys))
		}
		before := counts()
		p.bring()
		during := counts()
		_, err := p.Undo(t.Context(), p.lead, p.project)
		must(t, err)
		if after := counts(); after != before || during == before {
			t.Errorf("sources, cases, surveys were %s, then %s, and undone %s", before, during, after)
		}
		_, err = p.Redo(t.Context(), p.lead, p.project)
		must(t, err)
		if again := counts(); again != during || len(p.answers(app.AnswerQuery{})) != 3 {
			t.Errorf("done again, they are %s", again)
		}
		sources, err := p.Sources(t.Context(), p.lead, p.project, study.Filter{})
		must(t, err)
		held := sources[slices.IndexFunc(sources, func(s app.SourceView) bool { return strings.HasPrefix(s.Title, "SME survey:") })]
		_, err = p.RemoveSource(t.Context(), p.lead, p.project, held.ID)
		if study.KindOf(err) != study.Conflict {
			t.Errorf("removing the source of answers: %v", err)
		}
		gone := p.responses()[0].CaseID
		_, err = p.RemoveCase(t.Context(), p.lead, p.project, gone)
		must(t, err)
		if one := p.responses()[0]; one.CaseID != "" || one.Values["Staff"] != 9.0 {
			t.Errorf("without its case, a response is %+v", one)
		}
		_, err = p.RemoveSurvey(t.Context(), p.lead, p.project, p.survey)
		must(t, err)
		_, err = p.Survey(t.Context(), p.lead, p.project, p.survey)
		if study.KindOf(err) != study.NotFound {
			t.Errorf("a deleted survey: %v", err)
		}
	})
}

func TestNamesThatHaveAPseudonymAndWhatIsLeftOutAreNowhere(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		for name, pseudonym := range map[string]string{"Colin Prowse": "Mr Reed", "Mill Gate": "The Weir"} {
			_, _, err := p.AddPseudonym(t.Context(), p.lead, p.project, name, pseudonym)
			must(t, err)
		}
		p.table[0][7] = "Why did you leave Colin Prowse?"
		p.bring()
		p.table[4][7] = "Colin Prowse left."
		_, _, err := p.ImportResponses(t.Context(), p.lead, p.project, p.survey, p.upload())
		must(t, err)
		_, err = p.Search(t.Context(), p.lead, p.project, study.SearchQuery{Text: "larger"})
		must(t, err)
		left := slices.DeleteFunc(p.places("Prowse", "Mill Gate", "bakery.example"), func(place string) bool {
			return strings.HasPrefix(place, "table pseudonym_names") || strings.HasPrefix(place, "/selvedge.db") // where the key to the pseudonyms is
		})
		if len(left) > 0 {
			t.Errorf("still there: %q", left)
		}
		if there := p.places("Mr Reed"); len(there) < 4 {
			t.Errorf("the pseudonym is found in %q only, so this search finds little", there)
		}
	})
}
