package app

import (
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SurveyUpload is a survey's table on its way in. The file is not kept. What the definition
// leaves open is guessed.
type SurveyUpload struct {
	Name    string
	Data    []byte
	Options ingest.Options
	SurveyDefinition
}

// SurveyDefinition says how a table is read; nil leaves a guess.
type SurveyDefinition struct {
	Name       *string          `json:"name,omitempty"`
	Sheet      *string          `json:"sheet,omitempty"`
	Header     *int             `json:"header,omitempty"`
	KeyColumn  *string          `json:"key,omitempty"`
	CallColumn *string          `json:"nameColumn,omitempty"`
	CaseSort   *string          `json:"caseKind,omitempty"`
	Weight     *string          `json:"weight,omitempty"`
	Least      *int             `json:"least,omitempty"`
	Strand     *study.ID        `json:"strand,omitempty"`
	Language   *string          `json:"language,omitempty"`
	Labels     *CodeList        `json:"labels,omitempty"`
	Questions  *study.Questions `json:"questions,omitempty"`
	Scales     *study.Scales    `json:"scales,omitempty"`
}

// CodeList says where a workbook explains its variables and their values.
type CodeList struct {
	Sheet    string `json:"sheet"`
	Variable string `json:"variable" doc:"Column of the names of variables"`
	Value    string `json:"value,omitempty" doc:"Column of values, where it explains those"`
	Label    string `json:"label" doc:"Column of what they mean"`
}

// SurveyReport says what a table has become, or would.
type SurveyReport struct {
	Rows        int      `json:"rows"`
	Columns     int      `json:"columns"`
	Respondents int      `json:"respondents"`
	OpenAnswers int      `json:"openAnswers" doc:"Answers in words, of all open questions"`
	Cases       int      `json:"cases" doc:"Respondents who become cases that were not there"`
	Known       int      `json:"known" doc:"Respondents whose cases were there"`
	Warnings    []string `json:"warnings"`
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
	return p, nil
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
	entry, err = a.act(ctx, by, project, "imported a survey", func(tx *store.Tx) error { return plan.write(tx) })
	return plan.survey, plan.report, entry, err
}

// surveyIn is a survey's table as it was read, names replaced.
type surveyIn struct {
	survey study.Survey
	table  study.Table
	found  []study.ColumnFound
	labels *CodeList
	sheets []string
	notes  []string
}

// readSurvey reads a table. Names that have a pseudonym are replaced before anything is made
// of its cells.
func (a *App) readSurvey(ctx context.Context, r store.Reader, project study.ID, u SurveyUpload) (in surveyIn, err error) {
	d := u.SurveyDefinition
	book, err := a.readWorkbook(ctx, u.Name, u.Data, u.Options)
	if err != nil {
		return in, err
	}
	sheet, err := book.Sheet(ingest.SheetRule{Sheet: value(d.Sheet), Header: d.Header})
	if err != nil {
		return in, err
	}
	if in.table, err = renamed(r, project, tableOf(sheet)); err != nil {
		return in, err
	}
	in.sheets, in.notes = book.Names(), sheet.Notes
	if in.labels = d.Labels; in.labels == nil {
		in.labels = guessCodeList(book, sheet.Name)
	}
	labels, err := readCodeList(book, in.labels)
	if err != nil {
		return in, err
	}
	in.survey = study.GuessSurvey(in.table, u.Name)
	d.applyTo(&in.survey)
	in.survey.Sheet, in.survey.Header = sheet.Name, sheet.Header
	in.survey.Questions, in.found = study.GuessQuestions(in.table, labels, in.survey.Questions)
	return in, in.survey.Validate()
}

// rule says where the responses stand in a newer table: as in the last one, unless it is said.
func (d SurveyDefinition) rule(s study.Survey) ingest.SheetRule {
	rule := ingest.SheetRule{Sheet: s.Sheet, Header: &s.Header}
	set(&rule.Sheet, d.Sheet)
	if d.Header != nil {
		rule.Header = d.Header
	}
	return rule
}

func value[V any](given *V) (v V) {
	if given != nil {
		v = *given
	}
	return v
}

func (d SurveyDefinition) applyTo(s *study.Survey) {
	set(&s.Name, d.Name)
	set(&s.KeyColumn, d.KeyColumn)
	set(&s.CallColumn, d.CallColumn)
	set(&s.CaseSort, d.CaseSort)
	set(&s.Weight, d.Weight)
	set(&s.Least, d.Least)
	set(&s.StrandID, d.Strand)
	set(&s.Language, d.Language)
	set(&s.Questions, d.Questions)
	set(&s.Scales, d.Scales)
	for i := range s.Scales {
		if s.Scales[i].ID == "" {
			s.Scales[i].ID = study.SlotOf(study.NewID())
		}
	}
	if s.KeyColumn == "" && d.CaseSort == nil {
		s.CaseSort = ""
	}
}

func (a *App) readWorkbook(ctx context.Context, name string, data []byte, options ingest.Options) (ingest.Workbook, error) {
	select {
	case a.imports <- struct{}{}:
		defer func() { <-a.imports }()
	case <-ctx.Done():
		return ingest.Workbook{}, ctx.Err()
	}
	return ingest.ReadWorkbook(ctx, name, data, options)
}

func tableOf(sheet ingest.Sheet) study.Table {
	return study.Table{Columns: sheet.Columns, Heads: sheet.Heads, Rows: sheet.Rows, First: sheet.Header + 1}
}

// renamed replaces names that have a pseudonym in every cell of a table.
func renamed(r store.Reader, project study.ID, t study.Table) (study.Table, error) {
	list, err := r.Pseudonyms(project)
	if err != nil || len(list) == 0 {
		return t, err
	}
	naming, said := study.NewNaming(list), map[string]string{}
	for _, rows := range [][][]string{t.Heads, t.Rows, {t.Columns}} {
		for _, row := range rows {
			for i, text := range row {
				now, known := said[text]
				if !known {
					now = naming.Replace(text)
					said[text] = now
				}
				row[i] = now
			}
		}
	}
	return t, nil
}

// guessCodeList finds a sheet that explains variables: one of two or three columns that are
// called so.
func guessCodeList(book ingest.Workbook, table string) *CodeList {
	for _, name := range book.Names() {
		if name == table {
			continue
		}
		if sheet, err := book.Sheet(ingest.SheetRule{Sheet: name}); err == nil {
			if l := codeListOf(sheet); l != nil {
				return l
			}
		}
	}
	return nil
}

func codeListOf(sheet ingest.Sheet) *CodeList {
	l := CodeList{Sheet: sheet.Name}
	for _, c := range sheet.Columns {
		switch name := study.Fold(c); {
		case slices.Contains([]string{"variable", "variable name", "name", "column", "question", "item"}, name) && l.Variable == "":
			l.Variable = c
		case slices.Contains([]string{"value", "code", "values"}, name) && l.Value == "":
			l.Value = c
		case strings.Contains(name, "label") || name == "meaning" || name == "description":
			if l.Label == "" {
				l.Label = c
			}
		}
	}
	if l.Variable == "" || l.Label == "" {
		return nil
	}
	return &l
}

func readCodeList(book ingest.Workbook, l *CodeList) (out []study.CodeLabel, err error) {
	if l == nil || l.Sheet == "" {
		return nil, nil
	}
	sheet, err := book.Sheet(ingest.SheetRule{Sheet: l.Sheet})
	if err != nil {
		return nil, err
	}
	t := tableOf(sheet)
	variable, label := t.Cells(l.Variable), t.Cells(l.Label)
	if variable == nil || label == nil {
		return nil, study.FieldError("labels", "The sheet “%s” has no columns “%s” and “%s”.", l.Sheet, study.Shorten(l.Variable, 60), study.Shorten(l.Label, 60))
	}
	values, last := t.Cells(l.Value), ""
	for i := range variable {
		one := study.CodeLabel{Variable: firstOf(variable[i], last), Label: strings.TrimSpace(label[i])}
		if last = one.Variable; values != nil {
			one.Value = strings.TrimSpace(values[i])
		}
		out = append(out, one)
	}
	return out, nil
}

// surveyPlan is what importing a survey makes.
type surveyPlan struct {
	survey    study.Survey
	strand    *study.Strand // a new one
	cases     []study.Case  // new ones
	responses []study.Response
	answers   []answersPlan
	ties      []study.Tie
	report    SurveyReport
}

func (in surveyIn) plan(r store.Reader, by study.Stamp) (p surveyPlan, err error) {
	s := in.survey
	s.ProjectID, s.ID, s.CreatedBy, s.CreatedAt, s.Version = by.Project, study.NewID(), by.By, by.At, 1
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
	if err := tx.AddAll(records(p.cases)); err != nil {
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
