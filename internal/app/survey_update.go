package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// ResponsesReport says what a newer table changes, or has changed.
type ResponsesReport struct {
	Rows           int               `json:"rows"`
	New            int               `json:"new"`
	Changed        int               `json:"changed"`
	Unchanged      int               `json:"unchanged"`
	Absent         int               `json:"absent" doc:"Respondents that the table has no row of; they stay as they are"`
	News           []RespondentNew   `json:"news" doc:"The first of those that are new"`
	Changes        []ResponseChanged `json:"changes" doc:"The first of those that change"`
	MissingColumns []string          `json:"missingColumns" doc:"Of the survey; answers to their questions stay as they are"`
	AddedColumns   []string          `json:"addedColumns" doc:"That the survey doesn't know; they are left out"`
	Warnings       []string          `json:"warnings"`

	Copies []study.CopyReport `json:"copies" doc:"Of each question whose answers are values of cases too: what newer answers change about those"`
}

// RespondentNew is a respondent that a newer table brings.
type RespondentNew struct {
	KeyText string `json:"key"`
	Name    string `json:"name"`
}

// ResponseChanged is what a newer table changes about a response.
type ResponseChanged struct {
	Response study.ID               `json:"response"`
	KeyText  string                 `json:"key"`
	Name     string                 `json:"name"`
	Values   map[string]ValueChange `json:"values" doc:"By name of question"`
}

// PreviewResponses says what a newer table would change, and changes nothing.
func (a *App) PreviewResponses(ctx context.Context, by study.Actor, project, survey study.ID, u SurveyUpload) (ResponsesReport, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return ResponsesReport{}, err
	}
	r := a.store.Read(ctx)
	table, err := a.newerTable(ctx, r, project, survey, u)
	if err != nil {
		return ResponsesReport{}, err
	}
	plan, err := planResponses(r, survey, table, study.Stamp{Project: project, By: by.Account.ID, At: study.Now()})
	return plan.report, err
}

// ImportResponses brings a newer table of a survey: each row by its key. Open answers that
// changed are corrected in their source, and what stands on them moves along.
func (a *App) ImportResponses(ctx context.Context, by study.Actor, project, survey study.ID, u SurveyUpload) (report ResponsesReport, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return report, entry, err
	}
	table, err := a.newerTable(ctx, a.store.Read(ctx), project, survey, u)
	if err != nil {
		return report, entry, err
	}
	entry, err = a.act(ctx, by, project, "brought a newer table", func(tx *store.Tx) error {
		plan, err := planResponses(tx.Reader, survey, table, study.Stamp{Project: project, By: by.Account.ID, At: tx.Now()})
		if err != nil {
			return err
		}
		report = plan.report
		return plan.write(tx)
	})
	return report, entry, err
}

func (a *App) newerTable(ctx context.Context, r store.Reader, project, survey study.ID, u SurveyUpload) (study.Table, error) {
	s, err := r.Survey(project, survey)
	if err != nil {
		return study.Table{}, err
	}
	book, err := a.readWorkbook(ctx, u.Name, u.Data, u.Options)
	if err != nil {
		return study.Table{}, err
	}
	sheet, err := book.Sheet(u.rule(s))
	if err != nil {
		return study.Table{}, err
	}
	return renamed(r, project, tableOf(sheet))
}

// responsesPlan is what a newer table changes.
type responsesPlan struct {
	before, after study.Survey
	diff          study.ResponseDiff
	cases         study.CasePlan
	by            study.Stamp
	report        ResponsesReport
}

func planResponses(r store.Reader, survey study.ID, t study.Table, by study.Stamp) (p responsesPlan, err error) {
	if p.before, err = r.Survey(by.Project, survey); err != nil {
		return p, err
	}
	p.by, p.after = by, p.before
	was, err := r.Responses(by.Project, survey)
	if err != nil {
		return p, err
	}
	after, is, warnings, err := p.before.ReadResponses(t, by)
	if err != nil {
		return p, err
	}
	columns := map[string]bool{}
	for _, c := range t.Columns {
		columns[study.Fold(c)] = true
	}
	p.diff = study.DiffResponses(was, is, func(question string) bool {
		q, there := after.Question(question)
		return there && columns[study.Fold(q.Columns[0])]
	})
	if len(after.Reading(p.before)) > 0 {
		p.after = after
		p.after.Version++
	}
	p.tell(t, warnings)
	return p, p.planCases(r)
}

// planCases makes the cases of new respondents, and takes newer answers over to the cases that
// have them.
func (p *responsesPlan) planCases(r store.Reader) error {
	var made []study.Case
	if p.after.CaseSort != "" && len(p.diff.Made) > 0 {
		there, err := r.Cases(p.by.Project)
		if err != nil {
			return err
		}
		if made, _ = study.CasesOf(p.diff.Made, there, p.after.CaseSort, p.by); len(there)+len(made) > study.MaxCases {
			return errManyCases
		}
	}
	var err error
	p.cases, p.report.Copies, err = copied(r, p.after, append(newAnswersOf(p.diff.Made), p.diff.Changed...), made, p.by)
	return err
}

func (p *responsesPlan) tell(t study.Table, warnings []string) {
	d := p.diff
	p.report = ResponsesReport{Rows: len(t.Rows), New: len(d.Made), Changed: len(d.Changed), Unchanged: d.Same, Absent: d.Absent, News: []RespondentNew{}, Changes: []ResponseChanged{},
		Warnings: append([]string{}, warnings...)}
	p.report.MissingColumns, p.report.AddedColumns = p.before.Differing(t)
	for _, r := range d.Made[:min(mostRowsTold, len(d.Made))] {
		p.report.News = append(p.report.News, RespondentNew{r.KeyText, r.Name})
	}
	variables := p.after.Variables()
	for _, e := range d.Changed[:min(mostRowsTold, len(d.Changed))] {
		one := ResponseChanged{e.After.ID, e.After.KeyText, e.After.Name, map[string]ValueChange{}}
		for _, v := range variables.All() {
			if was, is := e.Before.Values[v.Slot()], e.After.Values[v.Slot()]; was != is {
				one.Values[v.Name] = ValueChange{v.JSON(was), v.JSON(is)}
			}
		}
		p.report.Changes = append(p.report.Changes, one)
	}
}

// write adds cases first, then what was answered in words, since responses name its speakers.
func (p *responsesPlan) write(tx *store.Tx) error {
	if err := writePlan(tx, p.cases); err != nil {
		return err
	}
	for _, q := range p.after.Open() {
		if err := p.correct(tx, q); err != nil {
			return err
		}
	}
	if p.after.Version != p.before.Version {
		if err := tx.Set(p.before, p.after); err != nil {
			return err
		}
	}
	if err := tx.AddAll(records(p.diff.Made)); err != nil {
		return err
	}
	return setResponses(tx, p.diff.Changed)
}

// correct brings the source of an open question up to date: answers that changed are edited
// where they stand, new ones come at its end.
func (p *responsesPlan) correct(tx *store.Tx, q study.Question) error {
	if q.SourceID == "" {
		return p.firstAnswers(tx, q)
	}
	source, err := tx.Source(p.by.Project, q.SourceID)
	if err != nil {
		return err
	}
	content, err := tx.Content(source)
	if err != nil {
		return err
	}
	c := study.NewAnswerCorrection(q, source.ID, content.Positions, content.Turns)
	for i := range p.diff.Changed {
		e := &p.diff.Changed[i]
		if e.Before.Value(q) != e.After.Value(q) {
			c.Answer(&e.After, e.Before.Value(q))
		}
	}
	for i := range p.diff.Made {
		c.Answer(&p.diff.Made[i], "")
	}
	return p.revise(tx, source, c)
}

func (p *responsesPlan) revise(tx *store.Tx, source study.Source, c *study.AnswerCorrection) error {
	edits, turns, speakers := c.Result()
	if len(edits) == 0 {
		return nil
	}
	content, err := tx.Content(source)
	if err != nil {
		return err
	}
	carry, err := study.NewCarry(content.Positions, edits)
	if err != nil {
		return err
	}
	v, err := newRevising(tx.Reader, source, carry, turns)
	if err != nil {
		return err
	}
	v.why = "A newer table of “" + p.after.Name + "”"
	if err := tx.AddAll(records(speakers)); err != nil {
		return err
	}
	if _, err := v.write(tx); err != nil {
		return err
	}
	return tx.AddAll(records(p.tiesOf(speakers)))
}

// tiesOf ties new speakers to the cases of their responses.
func (p *responsesPlan) tiesOf(speakers []study.Speaker) (out []study.Tie) {
	cases := map[study.ID]study.ID{}
	note := func(r study.Response) {
		for _, sp := range r.Speakers {
			cases[study.ID(sp)] = r.CaseID
		}
	}
	for _, r := range p.diff.Made {
		note(r)
	}
	for _, e := range p.diff.Changed {
		note(e.After)
	}
	for _, sp := range speakers {
		if tie := speakerTie(sp, cases[sp.ID], p.by); tie != nil {
			out = append(out, *tie)
		}
	}
	return out
}

// firstAnswers makes the source of an open question that nobody had answered before.
func (p *responsesPlan) firstAnswers(tx *store.Tx, q study.Question) error {
	one := newAnswers(p.after, q, p.by)
	var ties []study.Tie
	hear := func(r *study.Response) {
		if tie := one.answer(r, q, p.by); tie != nil {
			ties = append(ties, *tie)
		}
	}
	for i := range p.diff.Made {
		hear(&p.diff.Made[i])
	}
	for i := range p.diff.Changed {
		hear(&p.diff.Changed[i].After)
	}
	if len(one.speakers) == 0 {
		return nil
	}
	one.settle()
	at := slices.IndexFunc(p.after.Questions, func(o study.Question) bool { return o.ID == q.ID })
	p.after.Questions = slices.Clone(p.after.Questions)
	p.after.Questions[at].SourceID, p.after.Version = one.source.ID, p.before.Version+1
	if err := one.add(tx); err != nil {
		return err
	}
	return tx.AddAll(records(ties))
}
