package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

func (s *server) erasureRoutes() {
	type erasing struct {
		InProject
		Body app.Erasing
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/erasures/preview", id: "preview-erasure", summary: "What would be erased with a participant's words; changes nothing", permission: study.MayManage, tag: "erasure"},
		func(ctx context.Context, by study.Actor, in *erasing) (*answer[app.ErasureReport], error) {
			return answered(s.app.PreviewErasure(ctx, by, in.id(), in.Body))
		})
	type erased struct {
		app.ErasureReport
		Seq int64 `json:"seq" doc:"Journal number; it can't be undone"`
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/erasures", id: "erase-participant", summary: "Erase a participant's words for good", permission: study.MayManage, tag: "erasure"},
		func(ctx context.Context, by study.Actor, in *erasing) (*answer[erased], error) {
			report, entry, err := s.app.Erase(ctx, by, in.id(), in.Body)
			return answered(erased{report, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/sources/{source}/original", id: "erase-original", summary: "Erase the uploaded file and the former texts for good", permission: study.MayManage, tag: "erasure"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[done], error) {
			return entered(s.app.EraseOriginal(ctx, by, in.id(), in.source()))
		})
}
