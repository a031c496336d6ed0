package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// CrossAsk says what is crossed and what is counted.
type CrossAsk struct {
	InProject
	Rows       string `query:"rows" default:"codes" doc:"codes, strands, sources, speakers, coders, or variable:NAME of cases; only some as codes:ID,ID, in which a comma in a name is %2C and a per cent sign %25"`
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

// CrossTable is a whole table, perhaps with words in its cells.
type CrossTable struct {
	CrossAsk
	Quotes int `query:"quotes" minimum:"0" maximum:"20" doc:"At most so many passages in each cell, in their words"`
}

func (in *CrossTable) all() app.CrossAsk {
	out := in.read()
	out.Quotes = in.Quotes
	return out
}

func (s *server) crossrefRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/tables", id: "cross-reference", summary: "Codings counted under rows and columns", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *CrossTable) (*answer[app.CrossView], error) {
			return answered(s.app.CrossReference(ctx, by, in.id(), in.all()))
		})
	type cell struct {
		CrossAsk
		Row    string `query:"row" doc:"The id of the row's head"`
		Column string `query:"column" doc:"The id of the column's head"`
		From   int    `query:"from" minimum:"0" doc:"Items to pass over"`
		Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"500"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/tables/cell", id: "cross-reference-cell", summary: "What is behind a cell of a cross-reference, in its words", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *cell) (*answer[app.CellView], error) {
			return answered(s.app.CrossCell(ctx, by, in.id(), in.read(), in.Row, in.Column, in.From, in.Limit))
		})
	type table struct {
		CrossTable
		Show string `query:"show" enum:"number,row,column,presence" default:"number" doc:"What cells say: numbers with shares of N, shares of the row, shares of N, or whether there is anything"`
	}
	for _, f := range publish.TableFormats {
		handle(s, operation{method: "GET", path: "/api/projects/{project}/tables." + f.Extension, id: "cross-reference-" + f.Extension, summary: "A cross-reference as " + f.Name, permission: study.MayRead, tag: "analysis"},
			func(ctx context.Context, by study.Actor, in *table) (*file, error) {
				grid, err := s.app.CrossGrid(ctx, by, in.id(), in.all(), in.Show, s.publicURL(ctx))
				return exported(f, grid, grid.Project+" "+grid.Title, err)
			})
	}
}
