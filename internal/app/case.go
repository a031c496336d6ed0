package app

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CaseView is a case as a list shows it, with its values by the names of variables.
type CaseView struct {
	ID        study.ID       `json:"id"`
	Name      string         `json:"name"`
	Sort      string         `json:"kind" enum:"firm,person"`
	KeyText   string         `json:"key" doc:"What tables know it by; may be empty"`
	FirmID    study.ID       `json:"firm,omitempty" doc:"Of a person: the firm they belong to"`
	Values    map[string]any `json:"values" doc:"By name of variable: a text, a number, true or false, a date as 2026-12-31, or a list; what counts as missing as it is listed"`
	Ties      int            `json:"ties" doc:"Sources, speakers and passages tied to it"`
	CreatedBy study.ID       `json:"createdBy"`
	CreatedAt time.Time      `json:"createdAt"`
	Version   int            `json:"version"`
}

// CasePage is a part of a list of cases.
type CasePage struct {
	Items []CaseView
	Next  string // cursor of the next part; empty at the end
	Total int
}

// Cases gives a part of the cases that a query lets through.
func (a *App) Cases(ctx context.Context, by study.Actor, project study.ID, q study.CaseQuery, cursor string, limit int) (page CasePage, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return page, err
	}
	from, err := caseCursor(cursor)
	if err != nil {
		return page, err
	}
	r := a.store.Read(ctx)
	variables, err := variableSet(r, project)
	if err != nil {
		return page, err
	}
	all, err := a.cases.read(r, project, project)
	if err != nil {
		return page, err
	}
	list, err := variables.Select(all, q)
	if err != nil {
		return page, err
	}
	page.Total = len(list)
	shown := part(list, from, limit)
	if from+len(shown) < len(list) {
		page.Next = strconv.Itoa(from + len(shown))
	}
	page.Items, err = viewCases(r, project, variables, shown)
	return page, err
}

func caseCursor(cursor string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	from, err := strconv.Atoi(cursor)
	if err != nil || from < 0 {
		return 0, study.FieldError("cursor", "This cursor is not one of this list.")
	}
	return from, nil
}

func variableSet(r store.Reader, project study.ID) (*study.VariableSet, error) {
	list, err := r.Variables(project)
	return study.NewVariableSet(list), err
}

func viewCases(r store.Reader, project study.ID, variables *study.VariableSet, list []study.Case) ([]CaseView, error) {
	ties, err := r.CountTies(project)
	out := make([]CaseView, len(list))
	for i, c := range list {
		out[i] = viewCase(variables, c, ties[c.ID])
	}
	return out, err
}

func viewCase(variables *study.VariableSet, c study.Case, ties int) CaseView {
	return CaseView{ID: c.ID, Name: c.Name, Sort: c.Sort, KeyText: c.KeyText, FirmID: c.FirmID, Values: variables.JSON(c), Ties: ties,
		CreatedBy: c.CreatedBy, CreatedAt: c.CreatedAt, Version: c.Version}
}

// NewCase is what it takes to make a case; values go by the names of variables.
type NewCase struct {
	Name, Sort, KeyText string
	FirmID              study.ID
	Values              map[string]any
}

// AddCase makes a case.
func (a *App) AddCase(ctx context.Context, by study.Actor, project study.ID, n NewCase) (view CaseView, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return view, entry, err
	}
	entry, err = a.act(ctx, by, project, "added a case", func(tx *store.Tx) error {
		c := study.Case{ProjectID: project, ID: study.NewID(), Name: strings.TrimSpace(n.Name), Sort: n.Sort, KeyText: strings.TrimSpace(n.KeyText), FirmID: n.FirmID,
			CreatedBy: by.Account.ID, CreatedAt: tx.Now(), Version: 1}
		if c.Sort == "" {
			c.Sort = study.Firm
		}
		there, err := tx.CountCases(project)
		if err != nil {
			return err
		}
		if there >= study.MaxCases {
			return errManyCases
		}
		variables, err := variableSet(tx.Reader, project)
		if err != nil {
			return err
		}
		if c, err = variables.Set(c, n.Values); err != nil {
			return err
		}
		if err := checkCase(tx, c, variables); err != nil {
			return err
		}
		view = viewCase(variables, c, 0)
		return tx.Add(c)
	})
	return view, entry, err
}

var errManyCases = study.Errorf(study.TooLarge, "A project has at most %d cases.", study.MaxCases)

// checkCase refuses what is not valid, a key that another case has, and a firm that is none.
func checkCase(tx *store.Tx, c study.Case, variables *study.VariableSet) error {
	if err := c.Validate(); err != nil {
		return err
	}
	if err := c.CheckFit(variables.All()); err != nil {
		return err
	}
	other, found, err := tx.CaseOfKey(c.ProjectID, c.KeyText)
	if err != nil {
		return err
	}
	if found && other.ID != c.ID {
		return study.FieldError("key", "“%s” has this key already.", other.Name)
	}
	if c.FirmID == "" {
		return nil
	}
	firm, err := tx.Case(c.ProjectID, c.FirmID)
	if err != nil || firm.Sort != study.Firm {
		return study.FieldError("firm", "There is no such firm.")
	}
	return nil
}

// CaseChange is what can be changed about a case; nil leaves a field, and values that are not
// named stay. A value of nil is taken away.
type CaseChange struct {
	Name, Sort, KeyText *string
	FirmID              *study.ID
	Values              map[string]any
}

// ChangeCase changes a case. Seen is the version that was seen, or 0.
func (a *App) ChangeCase(ctx context.Context, by study.Actor, project, id study.ID, seen int, c CaseChange) (view CaseView, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return view, entry, err
	}
	entry, err = a.act(ctx, by, project, "changed a case", func(tx *store.Tx) error {
		before, err := tx.Case(project, id)
		if err != nil {
			return err
		}
		variables, err := variableSet(tx.Reader, project)
		if err != nil {
			return err
		}
		if err := c.check(tx, before, seen, variables); err != nil {
			return err
		}
		after, err := edit(tx, before, 0, func(after *study.Case) error { return c.applyTo(tx, after, variables) })
		if err != nil {
			return err
		}
		ties, err := tx.TiesOf(project, id)
		view = viewCase(variables, after, len(standingTies(ties)))
		return err
	})
	return view, entry, err
}

// check refuses who saw an older version, with the case as a list shows it, and a firm with
// persons to be one no more.
func (c CaseChange) check(tx *store.Tx, before study.Case, seen int, variables *study.VariableSet) error {
	if seen != 0 && seen != before.Version {
		ties, err := tx.TiesOf(before.ProjectID, before.ID)
		if err != nil {
			return err
		}
		e := study.Errorf(study.Conflict, "Someone changed this case meanwhile.")
		e.Current = viewCase(variables, before, len(standingTies(ties)))
		return e
	}
	if c.Sort == nil || *c.Sort == before.Sort || before.Sort != study.Firm {
		return nil
	}
	persons, err := tx.PersonsOf(before.ProjectID, before.ID)
	if err == nil && len(persons) > 0 {
		err = study.FieldError("kind", "%d persons belong to this firm.", len(persons))
	}
	return err
}

func (c CaseChange) applyTo(tx *store.Tx, after *study.Case, variables *study.VariableSet) (err error) {
	set(&after.Name, c.Name)
	set(&after.Sort, c.Sort)
	set(&after.KeyText, c.KeyText)
	set(&after.FirmID, c.FirmID)
	after.Name, after.KeyText = strings.TrimSpace(after.Name), strings.TrimSpace(after.KeyText)
	if *after, err = variables.Set(*after, c.Values); err != nil {
		return err
	}
	return checkCase(tx, *after, variables)
}

// RemoveCase deletes a case with its ties and the memos on it. The persons of a firm stay.
func (a *App) RemoveCase(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a case", func(tx *store.Tx) error {
		c, err := tx.Case(project, id)
		if err != nil {
			return err
		}
		if err := removeMemos(tx, project, id); err != nil {
			return err
		}
		ties, err := tx.TiesOf(project, id)
		if err != nil {
			return err
		}
		persons, err := tx.PersonsOf(project, id)
		if err != nil {
			return err
		}
		for _, p := range persons {
			if _, err := edit(tx, p, 0, func(after *study.Case) error { after.FirmID = ""; return nil }); err != nil {
				return err
			}
		}
		if err := removeEach(tx, records(ties)); err != nil {
			return err
		}
		if err := untieResponses(tx, c); err != nil {
			return err
		}
		return tx.Remove(c)
	})
}
