package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// LineAsk is a query whose words are asked for line by line.
type LineAsk struct {
	TextQuery
	Sort string `query:"sort" enum:"text,word,left1,left2,left3,right1,right2,right3" default:"text" doc:"By place in the texts, by the words themselves, or by the first, second or third word at a side of them and those beyond"`
}

func (a LineAsk) read() study.LineQuery {
	return study.LineQuery{SearchQuery: a.TextQuery.read(), Order: a.Sort}
}

type concordance struct {
	Total int          `json:"total" doc:"Lines in all"`
	Cut   bool         `json:"cut" doc:"There are more lines in the text than a concordance holds, 20,000; these are the first of the text"`
	Lines []study.Line `json:"lines"`
	Next  string       `json:"next,omitempty"`
}

func (s *server) concordanceRoutes() {
	type ask struct {
		LineAsk
		Limit  int    `query:"limit" default:"100" minimum:"1" maximum:"500"`
		Cursor string `query:"cursor"`
	}
	handle(s, operation{method: "GET", path: searches + "/concordance", id: "concordance", summary: "A line for each place of the words that a query finds", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[concordance], error) {
			q := in.read()
			q.Limit, q.Cursor = in.Limit, in.Cursor
			r, err := s.app.Concordance(ctx, by, in.id(), q)
			if r.Lines == nil {
				r.Lines = []study.Line{}
			}
			return answered(concordance{r.Total, r.Cut, r.Lines, r.Next}, err)
		})
	for _, f := range publish.GridFormats {
		handle(s, operation{method: "GET", path: searches + "/concordance." + f.Extension, id: "concordance-" + f.Extension, summary: "A concordance as " + f.Name, permission: study.MayRead, tag: "search"},
			func(ctx context.Context, by study.Actor, in *LineAsk) (*file, error) {
				grid, err := s.app.ConcordanceGrid(ctx, by, in.id(), in.read(), s.publicURL(ctx))
				return exported(f, grid, grid.Project+" concordance", err)
			})
	}
}
