package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type OneCode struct {
	InProject
	Code string `path:"code" format:"uuid"`
}

// codeDone is a code with the journal number of what was done to it.
type codeDone struct {
	study.Code
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func (s *server) codeRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/codes", id: "list-codes", summary: "The codebook, parents before children", permission: study.MayRead, tag: "code"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[app.CountedCode]], error) {
			return listed(s.app.Codes(ctx, by, in.id()))
		})
	type newCode struct {
		InProject
		Body struct {
			ID         study.ID    `json:"id,omitempty" doc:"A new UUID of the sender's choice"`
			Name       string      `json:"name"`
			Parent     *study.ID   `json:"parent,omitempty"`
			Position   *int        `json:"position,omitempty"`
			Color      study.Color `json:"color,omitempty"`
			Definition string      `json:"definition,omitempty"`
			Include    string      `json:"include,omitempty"`
			Exclude    string      `json:"exclude,omitempty"`
			Example    string      `json:"example,omitempty"`
			ExampleOf  study.ID    `json:"exampleOf,omitempty" doc:"The passage that it was picked from"`
			NearMiss   string      `json:"nearMiss,omitempty"`
			NearMissOf study.ID    `json:"nearMissOf,omitempty" doc:"The passage that it was picked from"`
			Codable    *bool       `json:"codable,omitempty"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/codes", id: "add-code", summary: "Create a code", permission: study.MayCodes, tag: "code", status: 201},
		func(ctx context.Context, by study.Actor, in *newCode) (*answer[codeDone], error) {
			b := in.Body
			c := study.Code{ID: b.ID, Name: b.Name, Color: b.Color, Definition: b.Definition, Include: b.Include, Exclude: b.Exclude,
				Example: b.Example, ExampleOf: b.ExampleOf, NearMiss: b.NearMiss, NearMissOf: b.NearMissOf, Codable: b.Codable == nil || *b.Codable}
			if b.Parent != nil {
				c.ParentID = *b.Parent
			}
			c, entry, err := s.app.AddCode(ctx, by, in.id(), c, b.Position)
			return answered(codeDone{c, entry.Seq}, err)
		})
	s.codeChanges()
}

func (s *server) codeChanges() {
	type codeChange struct {
		OneCode
		IfMatch
		Body struct {
			Name       *string      `json:"name,omitempty"`
			Parent     *study.ID    `json:"parent,omitempty" doc:"Empty to make it a root"`
			Position   *int         `json:"position,omitempty"`
			Color      *study.Color `json:"color,omitempty"`
			Definition *string      `json:"definition,omitempty"`
			Include    *string      `json:"include,omitempty"`
			Exclude    *string      `json:"exclude,omitempty"`
			Example    *string      `json:"example,omitempty"`
			ExampleOf  *study.ID    `json:"exampleOf,omitempty" doc:"Empty to forget the passage"`
			NearMiss   *string      `json:"nearMiss,omitempty"`
			NearMissOf *study.ID    `json:"nearMissOf,omitempty" doc:"Empty to forget the passage"`
			Codable    *bool        `json:"codable,omitempty"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/codes/{code}", id: "change-code", summary: "Rename, describe, recolour, move or nest a code", permission: study.MayCodes, tag: "code"},
		func(ctx context.Context, by study.Actor, in *codeChange) (*answer[codeDone], error) {
			b := in.Body
			c := app.CodeChange{Name: b.Name, Definition: b.Definition, Include: b.Include, Exclude: b.Exclude, Example: b.Example, ExampleOf: b.ExampleOf,
				NearMiss: b.NearMiss, NearMissOf: b.NearMissOf, Color: b.Color, Codable: b.Codable, Parent: b.Parent, Position: b.Position}
			code, entry, err := s.app.ChangeCode(ctx, by, in.id(), study.ID(in.Code), in.seen(), c)
			return answered(codeDone{code, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/codes/{code}", id: "remove-code", summary: "Delete a code with all under it and their codings; can be undone", permission: study.MayCodes, tag: "code"},
		func(ctx context.Context, by study.Actor, in *OneCode) (*answer[done], error) {
			return entered(s.app.RemoveCode(ctx, by, in.id(), study.ID(in.Code)))
		})
	type codeMerge struct {
		OneCode
		Body struct {
			Into study.ID `json:"into"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/codes/{code}/merge", id: "merge-code", summary: "Give its codings to another code and delete it", permission: study.MayCodes, tag: "code"},
		func(ctx context.Context, by study.Actor, in *codeMerge) (*answer[done], error) {
			return entered(s.app.MergeCode(ctx, by, in.id(), study.ID(in.Code), in.Body.Into))
		})
}
