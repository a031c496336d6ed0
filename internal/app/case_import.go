package app

import (
	"context"
	"errors"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CaseUpload is a table of cases on its way in. The file is not kept.
type CaseUpload struct {
	Name    string
	Data    []byte
	Options ingest.Options
	Sheet   ingest.SheetRule
	study.CaseMapping
}

// CaseReport says what a table of cases would change, or has changed.
type CaseReport struct {
	Sheet     string             `json:"sheet,omitempty" doc:"Of a workbook"`
	Sheets    []string           `json:"sheets" doc:"All that a workbook has"`
	Header    int                `json:"header" doc:"Rows before the first that holds data"`
	Rows      int                `json:"rows"`
	Key       string             `json:"key" doc:"The column that cases are known by; a guess when none was named"`
	Columns   []study.ColumnPlan `json:"columns"`
	New       int                `json:"new"`
	Changed   int                `json:"changed"`
	Unchanged int                `json:"unchanged"`
	Absent    int                `json:"absent" doc:"Cases that the table has no row of; they stay as they are"`
	Refused   int                `json:"refused"`
	News      []RowMade          `json:"news" doc:"The first of those that are new"`
	Changes   []RowChanged       `json:"changes" doc:"The first of those that change"`
	Faults    []study.RefusedRow `json:"faults" doc:"The first of the rows that are refused, and why"`
	Warnings  []string           `json:"warnings"`
}

// RowMade is a case that a row makes.
type RowMade struct {
	Key    string         `json:"key"`
	Name   string         `json:"name"`
	Firm   string         `json:"firm,omitempty" doc:"Of a person: what the firm is called that they belong to"`
	Values map[string]any `json:"values"`
}

// RowChanged is what a row changes about a case.
type RowChanged struct {
	Row    int                    `json:"row"`
	Case   study.ID               `json:"case"`
	Key    string                 `json:"key"`
	Name   string                 `json:"name"`
	Was    string                 `json:"nameWas,omitempty" doc:"When the name changes"`
	Firm   *ValueChange           `json:"firm,omitempty" doc:"When it belongs to another firm: their names"`
	Values map[string]ValueChange `json:"values" doc:"By name of variable"`
}

// ValueChange is a value before and after; null is none.
type ValueChange struct {
	Was any `json:"was"`
	Is  any `json:"is"`
}

const mostRowsTold = 200 // of each sort, in a report

// PreviewCases says what a table of cases would change, and changes nothing. Without a key it
// takes the column that looks most like one.
func (a *App) PreviewCases(ctx context.Context, by study.Actor, project study.ID, u CaseUpload) (CaseReport, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return CaseReport{}, err
	}
	sheet, report, err := a.readCases(ctx, u)
	if err != nil {
		return report, err
	}
	if u.Key == "" {
		u.Key = tableOf(sheet).GuessKey()
	}
	r := a.store.Read(ctx)
	_, err = report.plan(r, u, sheet, study.Stamp{Project: project, By: by.Account.ID, At: study.Now()})
	return report, err
}

// ImportCases makes and changes cases by the rows of a table, each by its key, as one action.
// Importing the same table again changes nothing.
func (a *App) ImportCases(ctx context.Context, by study.Actor, project study.ID, u CaseUpload) (report CaseReport, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return report, entry, err
	}
	sheet, report, err := a.readCases(ctx, u)
	if err != nil {
		return report, entry, err
	}
	entry, err = a.act(ctx, by, project, "imported cases", func(tx *store.Tx) error {
		plan, err := report.plan(tx.Reader, u, sheet, study.Stamp{Project: project, By: by.Account.ID, At: tx.Now()})
		if err != nil {
			return err
		}
		return writePlan(tx, plan)
	})
	return report, entry, err
}

func (a *App) readCases(ctx context.Context, u CaseUpload) (ingest.Sheet, CaseReport, error) {
	book, err := a.readWorkbook(ctx, u.Name, u.Data, u.Options)
	if err != nil {
		return ingest.Sheet{}, CaseReport{}, err
	}
	sheet, err := book.Sheet(u.Sheet)
	return sheet, CaseReport{Sheet: sheet.Name, Sheets: book.Names(), Header: sheet.Header, Rows: len(sheet.Rows), Warnings: append([]string{}, sheet.Notes...)}, err
}

// plan works out what the table changes, and tells it.
func (c *CaseReport) plan(r store.Reader, u CaseUpload, sheet ingest.Sheet, by study.Stamp) (study.CasePlan, error) {
	variables, err := variableSet(r, by.Project)
	if err != nil {
		return study.CasePlan{}, err
	}
	cases, err := r.Cases(by.Project)
	if err != nil {
		return study.CasePlan{}, err
	}
	c.Key = u.Key
	plan, err := study.PlanCases(tableOf(sheet), u.CaseMapping, variables, cases, by)
	if err == nil {
		c.tell(plan, variables, namesOf(cases))
	}
	return plan, err
}

func namesOf(cases []study.Case) map[study.ID]string {
	out := make(map[study.ID]string, len(cases))
	for _, c := range cases {
		out[c.ID] = c.Name
	}
	return out
}

func (c *CaseReport) tell(p study.CasePlan, before *study.VariableSet, names map[study.ID]string) {
	after := before.With(p.Variables)
	c.Columns, c.New, c.Changed, c.Unchanged, c.Absent, c.Refused = p.Columns, len(p.Made), len(p.Changed), p.Same, p.Absent, len(p.Refused)
	c.Warnings, c.News, c.Changes, c.Faults = append(c.Warnings, p.Warnings...), []RowMade{}, []RowChanged{}, []study.RefusedRow{}
	for _, made := range p.Made[:min(mostRowsTold, len(p.Made))] {
		c.News = append(c.News, RowMade{made.KeyText, made.Name, names[made.FirmID], after.JSON(made)})
	}
	for _, edit := range p.Changed[:min(mostRowsTold, len(p.Changed))] {
		c.Changes = append(c.Changes, rowChanged(edit, after, names))
	}
	c.Faults = append(c.Faults, p.Refused[:min(mostRowsTold, len(p.Refused))]...)
}

func rowChanged(e study.CaseEdit, variables *study.VariableSet, names map[study.ID]string) RowChanged {
	out := RowChanged{Row: e.Row, Case: e.After.ID, Key: e.After.KeyText, Name: e.After.Name, Values: map[string]ValueChange{}}
	if e.Before.Name != e.After.Name {
		out.Was = e.Before.Name
	}
	if was, is := e.Before.FirmID, e.After.FirmID; was != is {
		out.Firm = &ValueChange{names[was], names[is]}
	}
	for _, v := range variables.All() {
		if was, is := e.Before.Value(v), e.After.Value(v); was != is {
			out.Values[v.Name] = ValueChange{v.JSON(was), v.JSON(is)}
		}
	}
	return out
}

// writePlan writes what a table changes: variables first, then cases.
func writePlan(tx *store.Tx, p study.CasePlan) error {
	for _, v := range p.Variables {
		if v.Before == nil {
			if err := tx.Add(v.After); err != nil {
				return err
			}
		} else if err := tx.Set(*v.Before, v.After); err != nil {
			return err
		}
	}
	before, after := make([]study.Record, len(p.Changed)), make([]study.Record, len(p.Changed))
	for i, e := range p.Changed {
		before[i], after[i] = e.Before, e.After
	}
	return errors.Join(tx.AddAll(records(p.Made)), tx.SetAll(before, after))
}
