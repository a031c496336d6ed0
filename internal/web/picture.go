package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// WordsAsk is which words are counted.
type WordsAsk struct {
	InProject
	Strand  []string `query:"strand,explode" doc:"Strands"`
	Source  []string `query:"source,explode" doc:"Sources"`
	Speaker []string `query:"speaker,explode" doc:"Names of speakers"`
	CaseFilter
	Moderators bool `query:"moderators" doc:"Count what moderators say too"`
	All        bool `query:"all" doc:"Count stop words too"`
	Least      int  `query:"least" default:"3" minimum:"1" maximum:"50" doc:"Letters that a word has at least"`
	Limit      int  `query:"limit" default:"50" minimum:"1" maximum:"1000" doc:"Words that are given, those said most"`
}

func (in *WordsAsk) read() app.WordsAsk {
	narrowed := Filter{Strand: in.Strand, Source: in.Source, Speaker: in.Speaker, CaseFilter: in.CaseFilter}
	return app.WordsAsk{Filter: narrowed.read(), Moderators: in.Moderators, All: in.All, Least: in.Least, Limit: in.Limit}
}

func (s *server) pictureRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/words", id: "count-words", summary: "The words that are said most", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *WordsAsk) (*answer[app.WordsView], error) {
			return answered(s.app.Words(ctx, by, in.id(), in.read()))
		})
	for _, f := range publish.GridFormats {
		handle(s, operation{method: "GET", path: "/api/projects/{project}/words." + f.Extension, id: "count-words-" + f.Extension, summary: "The words that are said most as " + f.Name, permission: study.MayRead, tag: "analysis"},
			func(ctx context.Context, by study.Actor, in *WordsAsk) (*file, error) {
				grid, err := s.app.WordsGrid(ctx, by, in.id(), in.read(), s.publicURL(ctx))
				return exported(f, grid, grid.Project+" "+grid.Title, err)
			})
	}
	type list struct {
		InProject
		Body struct {
			Words []string `json:"words" maxItems:"5000" doc:"None for the usual ones of the sources' languages"`
		}
	}
	handle(s, operation{method: "PUT", path: "/api/projects/{project}/stop-words", id: "set-stop-words", summary: "Say which words counts of words leave out", permission: study.MayCodes, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *list) (*answer[done], error) {
			entry, err := s.app.SetStopWords(ctx, by, in.id(), in.Body.Words)
			return answered(done{entry.Seq}, err)
		})
	type saturation struct {
		InProject
		Filter
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/saturation", id: "saturation", summary: "New codes of each source, in the order of coding", permission: study.MayRead, tag: "analysis"},
		func(ctx context.Context, by study.Actor, in *saturation) (*answer[app.SaturationView], error) {
			return answered(s.app.Saturation(ctx, by, in.id(), in.Filter.read()))
		})
}
