package app

import (
	"context"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// VariableView is a variable with how many cases have a value of it.
type VariableView struct {
	study.Variable
	Cases        int `json:"cases" doc:"Cases that have a value of it"`
	MissingCases int `json:"missingCases" doc:"Of these, cases whose value counts as missing"`
}

// Variables gives a project's variables in order.
func (a *App) Variables(ctx context.Context, by study.Actor, project study.ID) ([]VariableView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	list, err := r.Variables(project)
	if err != nil {
		return nil, err
	}
	cases, err := a.cases.read(r, project, project)
	if err != nil {
		return nil, err
	}
	out := make([]VariableView, len(list))
	for i, v := range list {
		out[i] = viewVariable(v, cases)
	}
	return out, nil
}

func viewVariable(v study.Variable, cases []study.Case) VariableView {
	out := VariableView{Variable: v}
	for _, c := range cases {
		if value := c.Value(v); value != "" {
			out.Cases++
			if v.IsMissing(value) {
				out.MissingCases++
			}
		}
	}
	return out
}

// AddVariable adds a variable at the end. Its id, position and version are set here.
func (a *App) AddVariable(ctx context.Context, by study.Actor, project study.ID, v study.Variable) (study.Variable, study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return v, study.Entry{}, err
	}
	entry, err := a.act(ctx, by, project, "added a variable", func(tx *store.Tx) error {
		others, err := tx.Variables(project)
		if err != nil {
			return err
		}
		v = newVariable(tx, project, v, others)
		if err := checkVariable(v, others); err != nil {
			return err
		}
		return tx.Add(v)
	})
	return v, entry, err
}

// newVariable gives a variable what was not said of it.
func newVariable(tx *store.Tx, project study.ID, v study.Variable, others []study.Variable) study.Variable {
	if v.Sort == "" {
		v.Sort = study.KindText
	}
	if v.Of == "" {
		v.Of = "both"
	}
	v.Name = strings.TrimSpace(v.Name)
	return v.New(others, study.Stamp{Project: project, By: tx.Actor(), At: tx.Now()})
}

func checkVariable(v study.Variable, others []study.Variable) error {
	if err := v.Validate(); err != nil {
		return err
	}
	if len(others) >= study.MaxVariables {
		return study.Errorf(study.TooLarge, "A project has at most %d variables.", study.MaxVariables)
	}
	for _, o := range others {
		if o.ID != v.ID && study.Fold(o.Name) == study.Fold(v.Name) {
			return study.FieldError("name", "There is a variable “%s” already.", o.Name)
		}
	}
	return nil
}

// VariableChange is what can be changed about a variable; nil leaves a field.
type VariableChange struct {
	Name, Label, Sort, Unit, Of *string
	Options                     *study.Options
	Missing                     *study.Texts
	Position                    *int
	Renamed                     map[string]string // values of options, and what they become, in all cases too
}

// ChangeVariable changes a variable. The values that cases have of it become what they mean for
// the variable as it is then; when any of them can't, nothing changes and the error names them.
// Seen is the version that was seen, or 0.
func (a *App) ChangeVariable(ctx context.Context, by study.Actor, project, id study.ID, seen int, c VariableChange) (after study.Variable, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return after, entry, err
	}
	entry, err = a.act(ctx, by, project, "changed a variable", func(tx *store.Tx) error {
		others, err := tx.Variables(project)
		if err != nil {
			return err
		}
		before, err := tx.Variable(project, id)
		if err != nil {
			return err
		}
		cases, err := casesWith(tx, before)
		if err != nil {
			return err
		}
		renamed, err := before.Renamed(c.Renamed)
		if err != nil {
			return err
		}
		after, err = edit(tx, before, seen, func(after *study.Variable) error {
			after.Options = renamed.Options
			c.applyTo(after, before, cases)
			return checkVariable(*after, others)
		})
		if err != nil {
			return err
		}
		if err := followVariable(tx, project, before.Name, after.Name); err != nil {
			return err
		}
		return convert(tx, cases, renamed, after, c.Renamed)
	})
	return after, entry, err
}

func (c VariableChange) applyTo(v *study.Variable, before study.Variable, cases []study.Case) {
	set(&v.Name, c.Name)
	set(&v.Label, c.Label)
	set(&v.Sort, c.Sort)
	set(&v.Unit, c.Unit)
	set(&v.Of, c.Of)
	set(&v.Options, c.Options)
	set(&v.Missing, c.Missing)
	set(&v.Position, c.Position)
	v.Name = strings.TrimSpace(v.Name)
	if !v.Listed() && c.Options == nil {
		v.Options = nil
	}
	if c.Sort != nil && c.Options == nil {
		values := make([]string, len(cases))
		for i, one := range cases {
			values[i] = one.Value(before)
		}
		*v = v.WithOptionsFor(before, values)
	}
}

// casesWith gives the cases that have a value of a variable.
func casesWith(tx *store.Tx, v study.Variable) (out []study.Case, err error) {
	all, err := tx.Cases(v.ProjectID)
	for _, c := range all {
		if c.Value(v) != "" {
			out = append(out, c)
		}
	}
	return out, err
}

// convert takes the values of cases over to what their variable has become, after some options
// were renamed.
func convert(tx *store.Tx, cases []study.Case, was, is study.Variable, names map[string]string) error {
	var before, after []study.Record
	var bad []study.Refusal
	for _, c := range cases {
		value, err := was.Converted(was.RenamedValue(c.Value(was), names), is)
		if err != nil || !is.Fits(c.Sort) {
			bad = append(bad, study.Refusal{Case: c.Name, Value: was.Text(c.Value(was))})
			continue
		}
		if value != c.Value(was) {
			next := c.With(is, value)
			next.Version++
			before, after = append(before, c), append(after, next)
		}
	}
	if len(bad) > 0 {
		return study.Refused(faulty(was, is), is.Name, bad)
	}
	return tx.SetAll(before, after)
}

// faulty is the field whose change values don't fit.
func faulty(was, is study.Variable) string {
	switch {
	case was.Sort != is.Sort:
		return "kind"
	case was.Of != is.Of:
		return "of"
	case len(was.Missing) != len(is.Missing):
		return "missing"
	}
	return "options"
}

// RemoveVariable deletes a variable with the values that cases have of it.
func (a *App) RemoveVariable(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a variable", func(tx *store.Tx) error {
		v, err := tx.Variable(project, id)
		if err != nil {
			return err
		}
		cases, err := casesWith(tx, v)
		if err != nil {
			return err
		}
		after := make([]study.Record, len(cases))
		for i, c := range cases {
			c = c.With(v, "")
			c.Version++
			after[i] = c
		}
		if err := tx.SetAll(records(cases), after); err != nil {
			return err
		}
		if err := followVariable(tx, project, v.Name, ""); err != nil {
			return err
		}
		return tx.Remove(v)
	})
}
