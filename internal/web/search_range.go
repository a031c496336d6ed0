package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/study"
)

func (s *server) searchRangesRoute() {
	type ask struct {
		TextQuery
		What string `query:"what" enum:"words,sentence,turn" default:"turn" doc:"What would be coded: the words found, the sentences in which they stand, or the turns"`
		With string `query:"with" doc:"A code: says what of it you have coded so already"`
	}
	type ranges struct {
		Items []study.HitRange `json:"items"`
		Cut   bool             `json:"cut" doc:"There are more than can be coded at once, 5,000; these are the first of the text"`
	}
	handle(s, operation{method: "GET", path: searches + "/ranges", id: "search-ranges", summary: "What would be coded of the turns that a query finds", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[ranges], error) {
			r, err := s.app.HitRanges(ctx, by, in.id(), study.RangeQuery{SearchQuery: in.read(), What: in.What, Code: study.ID(in.With)})
			if r.Items == nil {
				r.Items = []study.HitRange{}
			}
			return answered(ranges{r.Items, r.Cut}, err)
		})
}
