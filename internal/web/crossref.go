package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// CrossAsk says what is crossed and what is counted.
type CrossAsk struct {
	InProject
	Rows       string `query:"rows" default:"codes" doc:"codes, strands, sources, speakers, coders, or variable:NAME of cases; only some as codes:ID,ID"`
	Columns    string `query:"columns" default:"strands" doc:"The same"`
	Count      string `query:"count" default:"passages" enum:"passages,sources,cases,words" doc:"What a cell counts, each once"`
	Together   string `query:"together" enum:"overlap,turn,near,source" doc:"Of codes by codes: when two are together; overlap when it isn't said"`
	Turns      int    `query:"turns" minimum:"0" maximum:"100" doc:"At most so many turns apart, when together is near"`
	Alone      bool   `query:"alone" doc:"Codes without the codes under them"`
	Moderators bool   `query:"moderators" doc:"What only moderators say counts too"`
	Filter
}

func (in *CrossAsk) read() app.CrossAsk {
	return app.CrossAsk{Rows: in.Rows, Columns: in.Columns, Count: in.Count, Together: in.Together, Turns: in.Turns, Alone: in.Alone, Moderators: in.Moderators, Filter: in.Filter.read()}
}

func (s *server) crossrefRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/tables", id: "cross-reference", summary: "Codings counted under rows and columns", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *CrossAsk) (*answer[app.CrossView], error) {
			return answered(s.app.CrossReference(ctx, by, in.id(), in.read()))
		})
}
