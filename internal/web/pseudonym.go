package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// namedDone is a pseudonym with the journal number of what was done to it.
type namedDone struct {
	study.Named
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

type OnePseudonym struct {
	InProject
	Pseudonym string `path:"pseudonym" format:"uuid"`
}

func (s *server) pseudonymRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/pseudonyms", id: "list-pseudonyms", summary: "Names and what stands for them, by name", permission: study.MayManage, tag: "pseudonym"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[study.Named]], error) {
			return listed(s.app.Pseudonyms(ctx, by, in.id()))
		})
	type fresh struct {
		InProject
		Body struct {
			Name      string `json:"name"`
			Pseudonym string `json:"pseudonym"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/pseudonyms", id: "add-pseudonym", summary: "Let something stand for a name", permission: study.MayManage, tag: "pseudonym", status: 201},
		func(ctx context.Context, by study.Actor, in *fresh) (*answer[namedDone], error) {
			p, entry, err := s.app.AddPseudonym(ctx, by, in.id(), in.Body.Name, in.Body.Pseudonym)
			return answered(namedDone{p, entry.Seq}, err)
		})
	type change struct {
		OnePseudonym
		IfMatch
		Body struct {
			Pseudonym string `json:"pseudonym"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/pseudonyms/{pseudonym}", id: "change-pseudonym", summary: "Let something else stand for a name", permission: study.MayManage, tag: "pseudonym"},
		func(ctx context.Context, by study.Actor, in *change) (*answer[namedDone], error) {
			p, entry, err := s.app.ChangePseudonym(ctx, by, in.id(), study.ID(in.Pseudonym), in.seen(), in.Body.Pseudonym)
			return answered(namedDone{p, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/pseudonyms/{pseudonym}", id: "remove-pseudonym", summary: "Forget what stands for a name; texts stay as they are", permission: study.MayManage, tag: "pseudonym"},
		func(ctx context.Context, by study.Actor, in *OnePseudonym) (*answer[done], error) {
			return entered(s.app.RemovePseudonym(ctx, by, in.id(), study.ID(in.Pseudonym)))
		})
	s.replacingRoutes()
}

func (s *server) replacingRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/pseudonyms/suggestions", id: "suggest-pseudonyms", summary: "Names in the texts that have no pseudonym", permission: study.MayManage, tag: "pseudonym"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[study.NameFound]], error) {
			return listed(s.app.SuggestPseudonyms(ctx, by, in.id()))
		})
	type replacing struct {
		InProject
		Body app.Replacing
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/pseudonyms/preview", id: "preview-pseudonyms", summary: "Every place where a name would be replaced; changes nothing", permission: study.MayManage, tag: "pseudonym"},
		func(ctx context.Context, by study.Actor, in *replacing) (*answer[app.ReplacingPreview], error) {
			return answered(s.app.PreviewPseudonyms(ctx, by, in.id(), in.Body))
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/pseudonyms/apply", id: "apply-pseudonyms", summary: "Replace names in texts, speakers, titles, memos and the codebook", permission: study.MayManage, tag: "pseudonym"},
		func(ctx context.Context, by study.Actor, in *replacing) (*answer[done], error) {
			return entered(s.app.ApplyPseudonyms(ctx, by, in.id(), in.Body))
		})
}
