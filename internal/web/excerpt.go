package web

import (
	"bytes"
	"context"
	"io"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

type excerptList struct {
	Items []excerpt `json:"items"`
	Next  string    `json:"next,omitempty"`
	study.ExcerptTotals
	From   int                  `json:"from" doc:"Rows before the first"`
	Rows   int                  `json:"rows" doc:"Rows in all, without those of folded groups"`
	Groups []study.ExcerptGroup `json:"groups" doc:"Groups in order, with their rows"`
	Seq    int64                `json:"seq" doc:"The journal's newest entry when it was read"`
}

// excerpt is a row: a passage with those of its codings that the filter lets through.
type excerpt struct {
	study.Excerpt
	Codings []study.Coding `json:"codings" doc:"The codings of this row; the fields above are of the first"`
	Others  []study.ID     `json:"others" doc:"Other codes on the same words"`
}

// ExcerptFilter is how excerpts are narrowed.
type ExcerptFilter struct {
	Filter
	Q        string `query:"q" doc:"Words that all stand in the passage"`
	Memo     bool   `query:"memo" doc:"Only passages with a memo"`
	Outdated bool   `query:"outdated" doc:"Only codings made before their code's meaning changed, and not looked at since"`
	Alone    bool   `query:"alone" doc:"Only the codes themselves, without those under them"`
}

func (f ExcerptFilter) read() study.Filter {
	out := f.Filter.read()
	out.Words, out.WithMemo, out.Outdated, out.Alone = f.Q, f.Memo, f.Outdated, f.Alone
	return out
}

// ExcerptAsk is which part of a list of excerpts is asked for.
type ExcerptAsk struct {
	InProject
	ExcerptFilter
	Order  string   `query:"order" enum:"text,code,coder,recent,length" default:"text" doc:"By place in the texts or in the codebook, by the coder's name, newest first or longest first"`
	Group  string   `query:"group" enum:"none,code,source,strand,speaker,coder" default:"none" doc:"What rows are gathered under, before they are ordered"`
	Folded []string `query:"folded,explode" doc:"Groups whose rows are left out"`
	Row    string   `query:"row" enum:"coding,passage" default:"coding" doc:"Whether codings of one passage stand in one row"`
	Cursor string   `query:"cursor" doc:"Rows to pass over; a page's next is that of the page after it"`
}

func (in ExcerptAsk) query(limit int) study.ExcerptQuery {
	from, _ := strconv.Atoi(in.Cursor) // anything else begins at the beginning
	return study.ExcerptQuery{Filter: in.read(), Order: study.ExcerptOrder(in.Order), Group: study.ExcerptGrouping(in.Group),
		Folded: in.Folded, Single: in.Row == "coding", From: from, Limit: limit}
}

func (s *server) excerptRoutes() {
	type ask struct {
		ExcerptAsk
		Limit int `query:"limit" default:"500" minimum:"1" maximum:"5000"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/excerpts", id: "list-excerpts", summary: "Coded passages with their source lines", permission: study.MayRead, tag: "excerpt"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[excerptList], error) {
			page, err := s.app.Excerpts(ctx, by, in.id(), in.query(in.Limit))
			return answered(excerptsOf(page), err)
		})
	s.excerptCodingsRoute()
	for _, f := range publish.Formats {
		s.exportRoute(f)
	}
	for _, f := range publish.TranscriptFormats {
		s.transcriptRoute(f)
	}
}

func excerptsOf(p study.ExcerptPage) excerptList {
	out := excerptList{Items: make([]excerpt, len(p.Rows)), ExcerptTotals: p.ExcerptTotals, From: p.From, Rows: p.Listed, Groups: p.Groups, Seq: p.Seq}
	if out.Groups == nil {
		out.Groups = []study.ExcerptGroup{}
	}
	for i, row := range p.Rows {
		out.Items[i] = excerpt{row.Excerpt, row.Codings, row.Others}
	}
	if to := p.From + len(p.Rows); to < p.Listed {
		out.Next = strconv.Itoa(to)
	}
	return out
}

func (s *server) excerptCodingsRoute() {
	type ask struct {
		ExcerptAsk
		Limit int `query:"limit" default:"5000" minimum:"1" maximum:"50000" doc:"Rows"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/excerpts/codings", id: "list-excerpt-codings", summary: "The codings of a list of excerpts, without their words", permission: study.MayRead, tag: "excerpt"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[page[CodedWords]], error) {
			list, err := s.app.ExcerptCodings(ctx, by, in.id(), in.query(in.Limit))
			out := make([]CodedWords, len(list))
			for i, c := range list {
				out[i] = CodedWords{c.Coding, c.Range}
			}
			return listed(out, err)
		})
}

func (s *server) exportRoute(f publish.Format[publish.Report]) {
	type ask struct {
		InProject
		ExcerptFilter
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/excerpts." + f.Extension, id: "export-" + f.Extension, summary: "Coded passages as " + f.Name, permission: study.MayRead, tag: "excerpt"},
		func(ctx context.Context, by study.Actor, in *ask) (*huma.StreamResponse, error) {
			return onDisk(ctx, s, f, func() (publish.Report, string, error) {
				report, err := s.app.Report(ctx, by, in.id(), in.read())
				return report, report.Project + " excerpts", err
			})
		})
}

// exported writes a report as a file to download.
func exported[R any](f publish.Format[R], report R, name string, err error) (*file, error) {
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := f.Write(&out, report); err != nil {
		return nil, study.Wrap(err, "write the "+f.Extension)
	}
	return download(name+"."+f.Extension, f.ContentType, out.Bytes()), nil
}

// onDisk answers what may be large in a format: it is written to the disk, not into memory.
func onDisk[R any](ctx context.Context, s *server, f publish.Format[R], read func() (R, string, error)) (*huma.StreamResponse, error) {
	return s.written(ctx, "."+f.Extension, f.ContentType, func(to io.Writer) (string, error) {
		report, name, err := read()
		if err != nil {
			return "", err
		}
		return name, study.Wrap(f.Write(to, report), "write the "+f.Extension)
	})
}

// transcriptRoute writes one source as it was coded.
func (s *server) transcriptRoute(f publish.Format[publish.Transcript]) {
	type ask struct {
		OneSource
		Code  []string `query:"code,explode" doc:"Codes, with their descendants"`
		Coder []string `query:"coder,explode" doc:"Coders"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/transcript." + f.Extension, id: "export-transcript-" + f.Extension, summary: "A coded source as " + f.Name, permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *ask) (*file, error) {
			t, err := s.app.Transcript(ctx, by, in.id(), in.source(), study.Filter{Codes: ids(in.Code), Coders: ids(in.Coder)})
			return exported(f, t, t.Title+", coded", err)
		})
}
