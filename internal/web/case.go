package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

type OneCase struct {
	InProject
	Case string `path:"case" format:"uuid"`
}

func (o OneCase) caseID() study.ID { return study.ID(o.Case) }

type caseDone struct {
	app.CaseView
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

// CaseAsk is which cases are asked for, and in what order.
type CaseAsk struct {
	InProject
	Q     string   `query:"q" doc:"Words that all stand in name, key, texts or options, whatever their case"`
	Kind  []string `query:"kind,explode" doc:"firm, person"`
	Firm  string   `query:"firm" doc:"Only this firm and who belongs to it"`
	Where []string `query:"where,explode" doc:"Such as sector=Food, employees>=10, district= for those without, district!= for those with. Several of one variable with = widen, all else narrows"`
	Sort  string   `query:"sort" doc:"name, key, kind or a variable; with - before it the other way round. What has no value comes last"`
}

func (in CaseAsk) read() (study.CaseQuery, error) {
	firm, err := optionalID(in.Firm)
	return study.CaseQuery{Text: in.Q, Kinds: given(in.Kind), Firm: firm, Where: given(in.Where), Sort: in.Sort}, err
}

// sheetRoutes write the sheet of cases as files.
func (s *server) sheetRoutes() {
	type ask struct {
		CaseAsk
		Column []string `query:"column,explode" doc:"Columns beside the names, in order: key, kind, firm, or a variable by name or id; all when none is given"`
	}
	for _, f := range publish.GridFormats {
		handle(s, operation{method: "GET", path: "/api/projects/{project}/cases." + f.Extension, id: "export-cases-" + f.Extension, summary: "Cases with their values as " + f.Name, permission: study.MayRead, tag: "case"},
			func(ctx context.Context, by study.Actor, in *ask) (*file, error) {
				q, err := in.read()
				if err != nil {
					return nil, err
				}
				grid, err := s.app.CaseGrid(ctx, by, in.id(), q, given(in.Column))
				return exported(f, grid, grid.Project+" cases", err)
			})
	}
}

func (s *server) caseRoutes() {
	type list struct {
		CaseAsk
		Limit  int    `query:"limit" default:"100" minimum:"1" maximum:"1000"`
		Cursor string `query:"cursor" doc:"The next of the part before"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/cases", id: "list-cases", summary: "Cases with their values", permission: study.MayRead, tag: "case"},
		func(ctx context.Context, by study.Actor, in *list) (*answer[page[app.CaseView]], error) {
			q, err := in.read()
			if err != nil {
				return nil, err
			}
			found, err := s.app.Cases(ctx, by, in.id(), q, in.Cursor, in.Limit)
			return answered(page[app.CaseView]{Items: found.Items, Next: found.Next, Total: found.Total}, err)
		})
	type newCase struct {
		InProject
		Body struct {
			Name   string         `json:"name"`
			Kind   string         `json:"kind,omitempty" doc:"firm or person; a firm when empty"`
			Key    string         `json:"key,omitempty" doc:"What tables know it by; unique in the project"`
			Firm   study.ID       `json:"firm,omitempty" doc:"Of a person: the firm they belong to"`
			Values map[string]any `json:"values,omitempty" doc:"By name of variable"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/cases", id: "add-case", summary: "Make a case", permission: study.MayImport, tag: "case", status: 201},
		func(ctx context.Context, by study.Actor, in *newCase) (*answer[caseDone], error) {
			b := in.Body
			c, entry, err := s.app.AddCase(ctx, by, in.id(), app.NewCase{Name: b.Name, Sort: b.Kind, KeyText: b.Key, FirmID: b.Firm, Values: b.Values})
			return answered(caseDone{c, entry.Seq}, err)
		})
	s.sheetRoutes()
	s.caseChanges()
	s.cellRoutes()
	s.tieRoutes()
	s.caseImportRoutes()
}

func (s *server) caseChanges() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/cases/{case}", id: "get-case", summary: "One case with its ties, codes and memos", permission: study.MayRead, tag: "case"},
		func(ctx context.Context, by study.Actor, in *OneCase) (*answer[app.CaseDetail], error) {
			return answered(s.app.Case(ctx, by, in.id(), in.caseID()))
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/cases/{case}/timeline", id: "get-case-timeline", summary: "What happened to a case and with it, the newest first", permission: study.MayRead, tag: "case"},
		func(ctx context.Context, by study.Actor, in *OneCase) (*answer[page[app.CaseEvent]], error) {
			return listed(s.app.CaseTimeline(ctx, by, in.id(), in.caseID()))
		})
	type caseChange struct {
		OneCase
		IfMatch
		Body struct {
			Name   *string        `json:"name,omitempty"`
			Kind   *string        `json:"kind,omitempty"`
			Key    *string        `json:"key,omitempty" doc:"An empty one takes it away"`
			Firm   *study.ID      `json:"firm,omitempty" doc:"An empty one takes it away"`
			Values map[string]any `json:"values,omitempty" doc:"By name of variable; null takes a value away, and those that are not named stay"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/cases/{case}", id: "change-case", summary: "Change a case", permission: study.MayImport, tag: "case"},
		func(ctx context.Context, by study.Actor, in *caseChange) (*answer[caseDone], error) {
			b := in.Body
			c, entry, err := s.app.ChangeCase(ctx, by, in.id(), in.caseID(), in.seen(), app.CaseChange{Name: b.Name, Sort: b.Kind, KeyText: b.Key, FirmID: b.Firm, Values: b.Values})
			return answered(caseDone{c, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/cases/{case}", id: "remove-case", summary: "Delete a case with its ties and memos", permission: study.MayImport, tag: "case"},
		func(ctx context.Context, by study.Actor, in *OneCase) (*answer[done], error) {
			return entered(s.app.RemoveCase(ctx, by, in.id(), in.caseID()))
		})
}

func (s *server) cellRoutes() {
	type cellChanges struct {
		InProject
		Body struct {
			Cells []app.Cell `json:"cells" maxItems:"20000"`
		}
	}
	type valuesDone struct {
		Items []app.CaseView `json:"items" doc:"The cases as they are then"`
		Seq   int64          `json:"seq" doc:"Journal number, 0 when nothing changed"`
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/cases/values", id: "change-values", summary: "Set many values as one action", permission: study.MayImport, tag: "case"},
		func(ctx context.Context, by study.Actor, in *cellChanges) (*answer[valuesDone], error) {
			list, entry, err := s.app.ChangeCells(ctx, by, in.id(), in.Body.Cells)
			return answered(valuesDone{list, entry.Seq}, err)
		})
}
