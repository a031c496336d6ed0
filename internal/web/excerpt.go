package web

import (
	"bytes"
	"context"
	"io"
	"strconv"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

type excerptList struct {
	Items    []study.Excerpt `json:"items"`
	Next     string          `json:"next,omitempty"`
	Total    int             `json:"total" doc:"Codings in all"`
	Passages int             `json:"passages" doc:"Passages they stand on"`
	Sources  int             `json:"sources" doc:"Sources they come from"`
}

// ExcerptFilter narrows excerpts.
type ExcerptFilter struct {
	Filter
	Outdated bool `query:"outdated" doc:"Only codings made before their code's meaning changed, and not looked at since"`
}

func (f ExcerptFilter) read() study.Filter {
	out := f.Filter.read()
	out.Outdated = f.Outdated
	return out
}

func (s *server) excerptRoutes() {
	type ask struct {
		InProject
		ExcerptFilter
		Order  string `query:"order" enum:"text,code,coder,recent,length" default:"text" doc:"By place in the texts or in the codebook, by coder, the newest or the longest first"`
		Limit  int    `query:"limit" default:"500" minimum:"1" maximum:"5000"`
		Cursor string `query:"cursor"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/excerpts", id: "list-excerpts", summary: "Coded passages with their source lines", permission: study.MayRead, tag: "excerpt"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[excerptList], error) {
			list, err := s.app.SortedExcerpts(ctx, by, in.id(), in.read(), in.Order)
			if err != nil {
				return nil, err
			}
			return answered(pageOf(list, in.Cursor, in.Limit), nil)
		})
	for _, f := range publish.Formats {
		s.exportRoute(f)
	}
}

func pageOf(list []study.Excerpt, cursor string, limit int) excerptList {
	from, _ := strconv.Atoi(cursor) // anything else begins at the beginning
	from = max(0, min(from, len(list)))
	to := min(from+limit, len(list))
	out := excerptList{Items: list[from:to], Total: len(list)}
	out.Passages = distinct(list, func(e study.Excerpt) study.ID { return e.Passage })
	out.Sources = distinct(list, func(e study.Excerpt) study.ID { return e.Source })
	if to < len(list) {
		out.Next = strconv.Itoa(to)
	}
	return out
}

func distinct(list []study.Excerpt, of func(study.Excerpt) study.ID) int {
	seen := map[study.ID]bool{}
	for _, e := range list {
		seen[of(e)] = true
	}
	return len(seen)
}

func (s *server) exportRoute(f publish.Format) {
	type ask struct {
		InProject
		ExcerptFilter
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/excerpts." + f.Extension, id: "export-" + f.Extension, summary: "Coded passages as " + f.Name, permission: study.MayRead, tag: "excerpt"},
		func(ctx context.Context, by study.Actor, in *ask) (*file, error) {
			report, err := s.app.Report(ctx, by, in.id(), in.read())
			if err != nil {
				return nil, err
			}
			var out bytes.Buffer
			if err := f.Write(io.Writer(&out), report); err != nil {
				return nil, study.Wrap(err, "write the "+f.Extension)
			}
			return download(report.Project+" excerpts."+f.Extension, f.ContentType, out.Bytes()), nil
		})
}
