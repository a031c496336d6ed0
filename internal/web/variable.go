package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type variableDone struct {
	study.Variable
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func (s *server) variableRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/variables", id: "list-variables", summary: "Variables of cases, in order", permission: study.MayRead, tag: "case"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[app.VariableView]], error) {
			return listed(s.app.Variables(ctx, by, in.id()))
		})
	type newVariable struct {
		InProject
		Body struct {
			Name    string        `json:"name"`
			Label   string        `json:"label,omitempty"`
			Kind    string        `json:"kind,omitempty" doc:"text, integer, decimal, yesno, date, one or several"`
			Unit    string        `json:"unit,omitempty"`
			Options study.Options `json:"options,omitempty" doc:"Of kinds one and several, in order"`
			Missing study.Texts   `json:"missing,omitempty" doc:"Values that count as missing, such as -99 or refused"`
			Of      string        `json:"of,omitempty" doc:"firm, person or both"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/variables", id: "add-variable", summary: "Add a variable", permission: study.MayImport, tag: "case", status: 201},
		func(ctx context.Context, by study.Actor, in *newVariable) (*answer[variableDone], error) {
			b := in.Body
			v, entry, err := s.app.AddVariable(ctx, by, in.id(), study.Variable{Name: b.Name, Label: b.Label, Sort: b.Kind, Unit: b.Unit, Options: b.Options, Missing: b.Missing, Of: b.Of})
			return answered(variableDone{v, entry.Seq}, err)
		})
	s.variableChanges()
}

func (s *server) variableChanges() {
	type One struct {
		InProject
		Variable string `path:"variable" format:"uuid"`
	}
	type variableChange struct {
		One
		IfMatch
		Body struct {
			Name     *string           `json:"name,omitempty"`
			Label    *string           `json:"label,omitempty"`
			Kind     *string           `json:"kind,omitempty" doc:"Values become what they mean in the new kind; when any can't, nothing changes"`
			Unit     *string           `json:"unit,omitempty"`
			Options  *study.Options    `json:"options,omitempty" doc:"All of them, in order; one that a case has can't be left out. Without them a new kind one or several takes the values there are"`
			Missing  *study.Texts      `json:"missing,omitempty" doc:"All of them"`
			Of       *string           `json:"of,omitempty"`
			Position *int              `json:"position,omitempty"`
			Renamed  map[string]string `json:"renamed,omitempty" doc:"Values of options and what they become, in all cases that have them too; options, if given, are those after"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/variables/{variable}", id: "change-variable", summary: "Change a variable and convert its values", permission: study.MayImport, tag: "case"},
		func(ctx context.Context, by study.Actor, in *variableChange) (*answer[variableDone], error) {
			b := in.Body
			c := app.VariableChange{Name: b.Name, Label: b.Label, Sort: b.Kind, Unit: b.Unit, Of: b.Of, Options: b.Options, Missing: b.Missing, Position: b.Position, Renamed: b.Renamed}
			v, entry, err := s.app.ChangeVariable(ctx, by, in.id(), study.ID(in.Variable), in.seen(), c)
			return answered(variableDone{v, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/variables/{variable}", id: "remove-variable", summary: "Delete a variable with its values", permission: study.MayImport, tag: "case"},
		func(ctx context.Context, by study.Actor, in *One) (*answer[done], error) {
			return entered(s.app.RemoveVariable(ctx, by, in.id(), study.ID(in.Variable)))
		})
}
