package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type codeSetDone struct {
	study.CodeSet
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func (s *server) codeSetRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/code-sets", id: "list-code-sets", summary: "Sets of codes by name", permission: study.MayRead, tag: "code"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[study.CodeSet]], error) {
			return listed(s.app.CodeSets(ctx, by, in.id()))
		})
	type newSet struct {
		InProject
		Body struct {
			Name  string    `json:"name"`
			Codes study.IDs `json:"codes"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/code-sets", id: "add-code-set", summary: "Keep a set of codes under a name", permission: study.MayCodes, tag: "code", status: 201},
		func(ctx context.Context, by study.Actor, in *newSet) (*answer[codeSetDone], error) {
			set, entry, err := s.app.AddCodeSet(ctx, by, in.id(), study.CodeSet{Name: in.Body.Name, Codes: in.Body.Codes})
			return answered(codeSetDone{set, entry.Seq}, err)
		})
	s.codeSetChanges()
}

func (s *server) codeSetChanges() {
	type One struct {
		InProject
		Set string `path:"set" format:"uuid"`
	}
	type setChange struct {
		One
		IfMatch
		Body struct {
			Name  *string    `json:"name,omitempty"`
			Codes *study.IDs `json:"codes,omitempty"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/code-sets/{set}", id: "change-code-set", summary: "Rename a set or change what is in it", permission: study.MayCodes, tag: "code"},
		func(ctx context.Context, by study.Actor, in *setChange) (*answer[codeSetDone], error) {
			c := app.CodeSetChange{Name: in.Body.Name, Codes: in.Body.Codes}
			set, entry, err := s.app.ChangeCodeSet(ctx, by, in.id(), study.ID(in.Set), in.seen(), c)
			return answered(codeSetDone{set, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/code-sets/{set}", id: "remove-code-set", summary: "Delete a set; its codes stay", permission: study.MayCodes, tag: "code"},
		func(ctx context.Context, by study.Actor, in *One) (*answer[done], error) {
			return entered(s.app.RemoveCodeSet(ctx, by, in.id(), study.ID(in.Set)))
		})
}
