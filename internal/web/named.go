package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/study"
)

func (s *server) namedRoute() {
	type ask struct {
		InProject
		Q string `query:"q" doc:"As of a search; of its words and phrases only, fields and relations are passed over"`
	}
	handle(s, operation{method: "GET", path: searches + "/named", id: "search-named", summary: "Codes, memos, sources, speakers and cases that the words of a query find, by kind", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[page[study.NamedHits]], error) {
			return listed(s.app.Named(ctx, by, in.id(), in.Q))
		})
}
