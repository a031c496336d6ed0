package demo

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// survey brings the survey with its five constructs, and codes some of its open answers.
func (s *seeding) survey(ctx context.Context, _ study.Actor) error {
	by := s.people["amira"]
	name, weight, strand := "SME survey 2026", "Weight", s.strands["SME survey"]
	definition := app.SurveyDefinition{Name: &name, Weight: &weight, Strand: &strand, Scales: &study.Scales{}, Questions: &study.Questions{
		{Columns: study.Texts{"Took part in a programme"}, Sort: study.AskSingle, CaseVariable: "Took part"},
		{Columns: study.Texts{"Left it early"}, Sort: study.AskSingle, CaseVariable: "Dropped out"},
	}} // the other variables of cases are called as the survey's questions are
	for _, c := range constructs {
		*definition.Scales = append(*definition.Scales, study.ScaleDefinition{Name: c.name, Items: c.items, Reversed: study.Texts{c.items[c.reversed]}, How: "mean"})
	}
	made, report, _, err := s.app.ImportSurvey(ctx, by, s.project, app.SurveyUpload{Name: "sme-survey-2026.csv", Data: SurveyTable(SurveyFirms), SurveyDefinition: definition})
	if err != nil {
		return err
	}
	if report.Respondents != SurveyFirms {
		return fmt.Errorf("%d firms answered the survey", report.Respondents)
	}
	for _, told := range report.Copies {
		if told.New || told.Differ > 0 || told.Unfit > 0 {
			return fmt.Errorf("copied to cases: %+v", told)
		}
	}
	if n := len(report.Copies); n != 7 {
		return fmt.Errorf("%d variables of cases are copied", n)
	}
	for at, question := range openQuestions {
		if err := s.codeAnswers(ctx, made.ID, question, at); err != nil {
			return fmt.Errorf("%s: %w", question, err)
		}
	}
	return nil
}

// codedAnswers are so many of each code that a coder got through.
const codedAnswers = 24

// codeAnswers codes the first answers to a question by what they speak of.
func (s *seeding) codeAnswers(ctx context.Context, survey study.ID, question string, at int) error {
	coder := s.people["rukhsana"]
	found, err := s.app.Answers(ctx, coder, s.project, survey, app.AnswerQuery{Question: question})
	if err != nil {
		return err
	}
	when := time.Date(2026, 5, 11+at, 9, 2, 0, 0, time.UTC)
	var batch app.CodingBatch
	done := map[string]int{}
	for _, answer := range found.Items {
		code := codeOf(answer.Text, at)
		if done[code]++; done[code] > codedAnswers {
			continue
		}
		id, known := s.codes[code]
		if !known {
			return fmt.Errorf("no code %q", code)
		}
		when = when.Add(time.Duration(7+len(answer.Text)/4) * time.Second)
		batch.Add = append(batch.Add, app.NewCoding{Source: found.Source, Range: answer.Range, Code: id, At: when})
	}
	_, _, err = s.app.ChangeCodings(ctx, coder, s.project, batch)
	return err
}

// codeOf finds what an answer to a question speaks of by its first sentence.
func codeOf(text string, question int) string {
	begins := func(list []string) bool {
		return slices.ContainsFunc(list, func(first string) bool { return strings.HasPrefix(text, first) })
	}
	for _, t := range barrierThemes {
		if question == 0 && begins(t.held.first) || question == 1 && begins(t.help.first) {
			return t.code
		}
	}
	for _, m := range meanings {
		if question == 2 && begins(m.first) {
			return m.code
		}
	}
	return ""
}
