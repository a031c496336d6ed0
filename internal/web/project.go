package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

func (s *server) projectRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects", id: "list-projects", summary: "My projects", permission: study.SignedIn, tag: "project"},
		func(ctx context.Context, by study.Actor, _ *struct{}) (*answer[page[app.ProjectSummary]], error) {
			return listed(s.app.Projects(ctx, by))
		})
	type newProject struct {
		Body struct {
			Name     string `json:"name"`
			Aim      string `json:"aim,omitempty"`
			Template string `json:"template,omitempty" doc:"lancashire or blank"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects", id: "add-project", summary: "Begin a project", permission: study.SignedIn, tag: "project", status: 201},
		func(ctx context.Context, by study.Actor, in *newProject) (*answer[app.ProjectSummary], error) {
			return answered(s.app.AddProject(ctx, by, app.NewProject{Name: in.Body.Name, Aim: in.Body.Aim, Template: in.Body.Template}))
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}", id: "get-project", summary: "One project", permission: study.MayRead, tag: "project"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[app.ProjectSummary], error) {
			return answered(s.app.Project(ctx, by, in.id()))
		})
	type projectChange struct {
		InProject
		IfMatch
		Body struct {
			Name *string `json:"name,omitempty"`
			Aim  *string `json:"aim,omitempty"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}", id: "change-project", summary: "Rename a project or rewrite its aim", permission: study.MayManage, tag: "project"},
		func(ctx context.Context, by study.Actor, in *projectChange) (*answer[app.ProjectSummary], error) {
			return answered(s.app.ChangeProject(ctx, by, in.id(), in.seen(), app.ProjectChange{Name: in.Body.Name, Aim: in.Body.Aim}))
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}", id: "remove-project", summary: "Delete a project for good", permission: study.MayManage, tag: "project", status: 204},
		func(ctx context.Context, by study.Actor, in *InProject) (*nothing, error) {
			return &nothing{}, s.app.RemoveProject(ctx, by, in.id())
		})
}
