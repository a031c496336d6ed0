package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// sheetColumn is a column of the sheet of cases in a file.
type sheetColumn struct {
	head string
	of   func(study.Case) any
}

// CaseGrid gives the cases that a query lets through as a table, in its order: the names, then
// the columns that are asked for, which are key, kind, firm and variables by name or id; all of
// them when none is asked for.
func (a *App) CaseGrid(ctx context.Context, by study.Actor, project study.ID, q study.CaseQuery, columns []string) (publish.Grid, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return publish.Grid{}, err
	}
	r := a.store.Read(ctx)
	p, err := r.Project(project)
	if err != nil {
		return publish.Grid{}, err
	}
	variables, err := variableSet(r, project)
	if err != nil {
		return publish.Grid{}, err
	}
	all, err := a.cases.read(r, project, project)
	if err != nil {
		return publish.Grid{}, err
	}
	list, err := variables.Select(all, q)
	if err != nil {
		return publish.Grid{}, err
	}
	cols, err := sheetColumns(variables, columns, namesOf(all))
	if err != nil {
		return publish.Grid{}, err
	}
	g := publish.Grid{Project: p.Name, Title: "Cases", Made: study.Now(), Heads: []string{"Name"}, Says: q.InWords()}
	if q.Firm != "" {
		g.Says = append(g.Says, "Firm: "+namesOf(all)[q.Firm])
	}
	for _, c := range cols {
		g.Heads = append(g.Heads, c.head)
	}
	for _, one := range list {
		row := publish.GridRow{Name: one.Name}
		for _, c := range cols {
			row.Cells = append(row.Cells, c.of(one))
		}
		g.Rows = append(g.Rows, row)
	}
	return g, nil
}

func sheetColumns(variables *study.VariableSet, asked []string, names map[study.ID]string) (out []sheetColumn, err error) {
	own := map[string]sheetColumn{
		"key":  {"Key", func(c study.Case) any { return c.KeyText }},
		"kind": {"Kind", func(c study.Case) any { return c.Sort }},
		"firm": {"Firm", func(c study.Case) any { return names[c.FirmID] }},
	}
	if len(asked) == 0 {
		asked = []string{"key", "kind", "firm"}
		for _, v := range variables.All() {
			asked = append(asked, string(v.ID))
		}
	}
	for _, one := range asked {
		if column, is := own[one]; is {
			out = append(out, column)
			continue
		}
		v, err := variables.Named(one)
		if err != nil {
			return nil, study.FieldError("column", "There is no column “%s”.", study.Shorten(one, 60))
		}
		out = append(out, sheetColumn{v.Name, func(c study.Case) any { return cellOf(v, c.Value(v)) }})
	}
	return out, nil
}

// cellOf is a value as a spreadsheet has it: a number, or a text with options by their labels.
func cellOf(v study.Variable, value string) any {
	if number, is := v.JSON(value).(float64); is && value != "" {
		return number
	}
	return v.Text(value)
}
