package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type OneStrand struct {
	InProject
	Strand string `path:"strand" format:"uuid"`
}

func (s *server) strandRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/strands", id: "list-strands", summary: "Strands in order", permission: study.MayRead, tag: "strand"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[study.Strand]], error) {
			return listed(s.app.Strands(ctx, by, in.id()))
		})
	type newStrand struct {
		InProject
		Body struct {
			Name     string `json:"name"`
			Question string `json:"question,omitempty"`
			Kind     string `json:"kind,omitempty" doc:"interviews, focus group, survey or documents"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/strands", id: "add-strand", summary: "Add a strand", permission: study.MayImport, tag: "strand", status: 201},
		func(ctx context.Context, by study.Actor, in *newStrand) (*answer[study.Strand], error) {
			return answered(s.app.AddStrand(ctx, by, in.id(), study.Strand{Name: in.Body.Name, Question: in.Body.Question, Sort: in.Body.Kind}))
		})
	type strandChange struct {
		OneStrand
		IfMatch
		Body struct {
			Name     *string    `json:"name,omitempty"`
			Question *string    `json:"question,omitempty"`
			Kind     *string    `json:"kind,omitempty"`
			Position *int       `json:"position,omitempty"`
			Asked    *study.IDs `json:"asked,omitempty" doc:"Codes that the interview guide asks about; empty where it isn't said"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/strands/{strand}", id: "change-strand", summary: "Change a strand", permission: study.MayImport, tag: "strand"},
		func(ctx context.Context, by study.Actor, in *strandChange) (*answer[study.Strand], error) {
			c := app.StrandChange{Name: in.Body.Name, Question: in.Body.Question, Sort: in.Body.Kind, Position: in.Body.Position, Asked: in.Body.Asked}
			return answered(s.app.ChangeStrand(ctx, by, in.id(), study.ID(in.Strand), in.seen(), c))
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/strands/{strand}", id: "remove-strand", summary: "Remove an empty strand", permission: study.MayImport, tag: "strand", status: 204},
		func(ctx context.Context, by study.Actor, in *OneStrand) (*nothing, error) {
			return &nothing{}, s.app.RemoveStrand(ctx, by, in.id(), study.ID(in.Strand))
		})
}
