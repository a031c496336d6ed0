package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/study"
)

func (s *server) parsedQueryRoute() {
	type ask struct {
		InProject
		Q string `query:"q" doc:"As of a search"`
	}
	handle(s, operation{method: "GET", path: searches + "/parsed", id: "parsed-query", summary: "A query as it is understood, and written anew", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[study.ParsedQuery], error) {
			return answered(s.app.ParsedQuery(ctx, by, in.id(), in.Q))
		})
}
