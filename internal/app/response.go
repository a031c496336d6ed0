package app

import (
	"context"
	"strconv"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// ResponseView is a response as a list shows it.
type ResponseView struct {
	ID      study.ID       `json:"id"`
	KeyText string         `json:"key"`
	Name    string         `json:"name" doc:"What the table calls the respondent; may be empty"`
	CaseID  study.ID       `json:"case,omitempty"`
	Values  map[string]any `json:"values" doc:"By name of question or scale"`
}

// ResponsePage is a part of a list of responses.
type ResponsePage struct {
	Items []ResponseView
	Next  string // cursor of the next part; empty at the end
	Total int
}

// respondents are the responses of a survey as cases are narrowed and sorted: with what their
// cases are known for, and their scales, beside what they answered.
type respondents struct {
	*answers
	asked     *study.VariableSet // questions
	responses map[study.ID]study.Response
	rows      []study.Case // by the ids of the responses
}

// byRow lays the columns out as rows.
func (a *answers) byRow() *respondents {
	out := &respondents{answers: a, asked: a.survey.Variables(), responses: make(map[study.ID]study.Response, len(a.responses)), rows: make([]study.Case, len(a.responses))}
	for i, one := range a.responses {
		out.responses[one.ID] = one
		of := a.cases[one.CaseID]
		row := study.Case{ID: one.ID, Name: one.Called(), Sort: of.Sort, KeyText: one.KeyText, FirmID: of.FirmID, Values: make(study.Values, len(a.columns))}
		for slot, column := range a.columns {
			if value := column.at(i); value != "" {
				row.Values[slot] = value
			}
		}
		out.rows[i] = row
	}
	return out
}

func (a *App) respondents(r store.Reader, project, survey study.ID) (*respondents, error) {
	kept, err := a.answers.read(r, project, survey)
	if err != nil {
		return nil, err
	}
	return kept.rows(), nil
}

// Responses gives a part of what was answered, as a query narrows and sorts it.
func (a *App) Responses(ctx context.Context, by study.Actor, project, survey study.ID, q study.CaseQuery, cursor string, limit int) (page ResponsePage, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return page, err
	}
	from, err := caseCursor(cursor)
	if err != nil {
		return page, err
	}
	all, err := a.respondents(a.store.Read(ctx), project, survey)
	if err != nil {
		return page, err
	}
	list, err := all.pick(q)
	if err != nil {
		return page, err
	}
	page.Total, page.Items = len(list), []ResponseView{}
	for _, row := range part(list, from, limit) {
		one := all.responses[row.ID]
		page.Items = append(page.Items, ResponseView{one.ID, one.KeyText, one.Name, one.CaseID, all.asked.JSON(row)})
	}
	if from+len(page.Items) < len(list) {
		page.Next = strconv.Itoa(from + len(page.Items))
	}
	return page, nil
}

// pick narrows and sorts; without an order rows stay in that of the table.
func (l *respondents) pick(q study.CaseQuery) ([]study.Case, error) {
	if q.Sort != "" {
		return l.variables.Select(l.rows, q)
	}
	return l.variables.Sift(l.rows, q)
}

// TieResponse says whose answers a response is, or nobody's; the speakers of what they answered
// in words are tied to the case with it.
func (a *App) TieResponse(ctx context.Context, by study.Actor, project, survey, id, to study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "tied a response", func(tx *store.Tx) error {
		before, err := tx.Response(project, id)
		if err == nil && before.SurveyID != survey {
			err = study.Errorf(study.NotFound, "There is no such response in the survey.")
		}
		if err != nil || before.CaseID == to {
			return err
		}
		if to != "" {
			if _, err := tx.Case(project, to); err != nil {
				return err
			}
		}
		return moveResponse(tx, before, to, study.Stamp{Project: project, By: by.Account.ID, At: tx.Now()})
	})
}

func moveResponse(tx *store.Tx, before study.Response, to study.ID, by study.Stamp) error {
	if _, err := edit(tx, before, 0, func(after *study.Response) error { after.CaseID = to; return nil }); err != nil {
		return err
	}
	for _, speaker := range before.Speakers {
		ties, err := tx.TiesTo(before.ProjectID, study.ID(speaker))
		if err != nil {
			return err
		}
		for _, t := range ties {
			if t.CaseID != before.CaseID {
				continue
			}
			if err := tx.Remove(t); err != nil {
				return err
			}
		}
		if to == "" {
			continue
		}
		sp, err := tx.Speaker(before.ProjectID, study.ID(speaker))
		if err != nil {
			return err
		}
		if err := putTie(tx, speakerTie(sp, to, by)); err != nil {
			return err
		}
	}
	return nil
}

// untieResponses says that answers are nobody's whose case goes.
func untieResponses(tx *store.Tx, c study.Case) error {
	list, err := tx.ResponsesOf(c.ProjectID, c.ID)
	if err != nil {
		return err
	}
	for _, r := range list {
		if _, err := edit(tx, r, 0, func(after *study.Response) error { after.CaseID = ""; return nil }); err != nil {
			return err
		}
	}
	return nil
}
