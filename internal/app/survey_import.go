package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SurveyReport says what a table has become, or would.
type SurveyReport struct {
	Rows        int      `json:"rows"`
	Columns     int      `json:"columns"`
	Respondents int      `json:"respondents"`
	OpenAnswers int      `json:"openAnswers" doc:"Answers in words, of all open questions"`
	Cases       int      `json:"cases" doc:"Respondents who become cases that were not there"`
	Known       int      `json:"known" doc:"Respondents whose cases were there"`
	Warnings    []string `json:"warnings"`

	Copies []study.CopyReport `json:"copies" doc:"Of each question whose answers become values of cases too"`
}

// SurveyPreview is what a table would become.
type SurveyPreview struct {
	Definition study.Survey        `json:"definition"`
	Labels     *CodeList           `json:"labels,omitempty" doc:"The code list that was read"`
	Report     SurveyReport        `json:"report"`
	Columns    []study.ColumnFound `json:"columns"`
	Sheets     []string            `json:"sheets"`
	Rows       [][]string          `json:"rows" doc:"The first eight as they were read"`
}

const rowsPreviewed = 8

// PreviewSurvey says what a table would become, and saves nothing.
func (a *App) PreviewSurvey(ctx context.Context, by study.Actor, project study.ID, u SurveyUpload) (p SurveyPreview, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return p, err
	}
	r := a.store.Read(ctx)
	in, err := a.readSurvey(ctx, r, project, u)
	if err != nil {
		return p, err
	}
	p = SurveyPreview{Definition: in.survey, Labels: in.labels, Columns: in.found, Sheets: in.sheets, Rows: in.table.Rows[:min(rowsPreviewed, len(in.table.Rows))]}
	plan, err := in.plan(r, study.Stamp{Project: project, By: by.Account.ID, At: study.Now()})
	if err != nil {
		return p, err
	}
	p.Report = plan.report
	for i, q := range plan.survey.Questions {
		p.Definition.Questions[i].CaseVariable = q.CaseVariable
	}
	_, p.Report.Copies, err = copied(r, plan.survey, newAnswersOf(plan.responses), plan.cases, plan.by)
	return p, err
}

// ImportSurvey makes a survey of a table, with its responses, cases, and a source for each open
// question, as one action.
func (a *App) ImportSurvey(ctx context.Context, by study.Actor, project study.ID, u SurveyUpload) (made study.Survey, report SurveyReport, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return made, report, entry, err
	}
	in, err := a.readSurvey(ctx, a.store.Read(ctx), project, u)
	if err != nil {
		return made, report, entry, err
	}
	plan, err := in.plan(a.store.Read(ctx), study.Stamp{Project: project, By: by.Account.ID, At: study.Now()})
	if err != nil {
		return made, report, entry, err
	}
	for i := range plan.answers {
		if plan.answers[i].source.Blob, err = a.blobs.Put(ctx, project, []byte(plan.answers[i].revision.Text)); err != nil {
			return made, report, entry, err
		}
	}
	entry, err = a.act(ctx, by, project, "imported a survey", plan.write)
	return plan.survey, plan.report, entry, err
}

// surveyPlan is what importing a survey makes.
type surveyPlan struct {
	survey    study.Survey
	strand    *study.Strand // a new one
	cases     []study.Case  // new ones
	responses []study.Response
	answers   []answersPlan
	ties      []study.Tie
	by        study.Stamp
	report    SurveyReport
}

func (in surveyIn) plan(r store.Reader, by study.Stamp) (p surveyPlan, err error) {
	s := in.survey
	s.ProjectID, s.ID, s.CreatedBy, s.CreatedAt, s.Version = by.Project, study.NewID(), by.By, by.At, 1
	p.by = by
	var warnings []string
	if p.survey, p.responses, warnings, err = s.ReadResponses(in.table, by); err != nil {
		return p, err
	}
	p.report = SurveyReport{Rows: len(in.table.Rows), Columns: len(in.table.Columns), Respondents: len(p.responses), Warnings: append(append([]string{}, in.notes...), warnings...)}
	for _, f := range in.found {
		for _, w := range f.Warnings {
			p.report.Warnings = append(p.report.Warnings, "“"+study.Shorten(f.Column, 80)+"”: "+w)
		}
	}
	if len(p.responses) == 0 {
		return p, study.FieldError("file", "There are no responses in the table.")
	}
	if err := p.tieCases(r, by); err != nil {
		return p, err
	}
	if err := p.guessCopies(r, in.unsaid, by); err != nil {
		return p, err
	}
	if err := p.place(r); err != nil {
		return p, err
	}
	p.hear(by)
	return p, p.survey.Validate()
}

// tieCases gives each respondent their case: the one of their key, or a new one.
func (p *surveyPlan) tieCases(r store.Reader, by study.Stamp) error {
	if p.survey.CaseSort == "" {
		return nil
	}
	if p.survey.KeyColumn == "" {
		return study.FieldError("caseKind", "Respondents who are only numbered can't become cases: choose the column that they are known by, or make no cases of them.")
	}
	there, err := r.Cases(by.Project)
	if err != nil {
		return err
	}
	made, known := study.CasesOf(p.responses, there, p.survey.CaseSort, by)
	p.cases, p.report.Cases, p.report.Known = made, len(made), known
	if len(there)+len(made) > study.MaxCases {
		return errManyCases
	}
	return nil
}

// place finds the strand of the sources of open answers: the one that was chosen, the first
// for surveys, or a new one.
func (p *surveyPlan) place(r store.Reader) error {
	strands, err := r.Strands(p.survey.ProjectID)
	if err != nil || len(p.survey.Open()) == 0 && p.survey.StrandID == "" {
		return err
	}
	for _, s := range strands {
		if s.ID == p.survey.StrandID || p.survey.StrandID == "" && s.Sort == "survey" {
			p.survey.StrandID = s.ID
			return nil
		}
	}
	if p.survey.StrandID != "" {
		return study.FieldError("strand", "There is no such strand.")
	}
	p.strand = &study.Strand{ProjectID: p.survey.ProjectID, ID: study.NewID(), Name: p.survey.Name, Sort: "survey", Position: len(strands), Version: 1}
	p.survey.StrandID = p.strand.ID
	return nil
}

func (p *surveyPlan) write(tx *store.Tx) error {
	if p.strand != nil {
		if err := tx.Add(*p.strand); err != nil {
			return err
		}
	}
	if err := p.writeCases(tx); err != nil {
		return err
	}
	for _, one := range p.answers {
		if err := one.add(tx); err != nil {
			return err
		}
	}
	if err := tx.Add(p.survey); err != nil {
		return err
	}
	if err := tx.AddAll(records(p.responses)); err != nil {
		return err
	}
	return tx.AddAll(records(p.ties))
}

// writeCases adds the cases that are new, and gives cases what is answered of them: as they are
// when it is written.
func (p *surveyPlan) writeCases(tx *store.Tx) (err error) {
	var plan study.CasePlan
	if plan, p.report.Copies, err = copied(tx.Reader, p.survey, newAnswersOf(p.responses), p.cases, p.by); err != nil {
		return err
	}
	return writePlan(tx, plan)
}
