package web

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

func (s *server) historyRoutes() {
	type then struct {
		InProject
		At time.Time `query:"at" doc:"The moment; now when absent"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/codebook", id: "codebook-at", summary: "The codebook as it was at a moment", permission: study.MayRead, tag: "code"},
		func(ctx context.Context, by study.Actor, in *then) (*answer[page[study.Code]], error) {
			return listed(s.app.CodebookAt(ctx, by, in.id(), orNow(in.At)))
		})
	type between struct {
		InProject
		From time.Time `query:"from" doc:"The earlier moment; the beginning of the project when absent"`
		To   time.Time `query:"to" doc:"The later moment; now when absent"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/codebook/changes", id: "list-codebook-changes", summary: "What is different between the codebook at two moments", permission: study.MayRead, tag: "code"},
		func(ctx context.Context, by study.Actor, in *between) (*answer[page[study.CodebookChange]], error) {
			return listed(s.app.CodebookChanges(ctx, by, in.id(), in.From, orNow(in.To)))
		})
}

func orNow(at time.Time) time.Time {
	if at.IsZero() {
		return study.Now()
	}
	return at
}
