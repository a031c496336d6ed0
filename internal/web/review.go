package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type OneReview struct {
	InProject
	Review string `path:"review" format:"uuid"`
}

func (s *server) reviewRoutes() {
	type list struct {
		InProject
		Source string `query:"source" doc:"Only those in this source"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/reviews", id: "list-reviews", summary: "Passages whose words did not outlive a correction", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *list) (*answer[page[app.ReviewView]], error) {
			return listed(s.app.Reviews(ctx, by, in.id(), study.ID(in.Source)))
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/reviews/{review}/accept", id: "accept-review", summary: "Leave a passage where it was put", permission: study.MayCode, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneReview) (*answer[done], error) {
			return entered(s.app.AcceptReview(ctx, by, in.id(), study.ID(in.Review)))
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/reviews/{review}", id: "remove-reviewed", summary: "Remove a passage whose words are gone, with its codings and memos", permission: study.MayCode, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneReview) (*answer[done], error) {
			return entered(s.app.RemoveReviewed(ctx, by, in.id(), study.ID(in.Review)))
		})
}
