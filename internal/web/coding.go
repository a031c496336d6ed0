package web

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// done says which journal entry an action made; undoing it takes the action back.
type done struct {
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func entered(e study.Entry, err error) (*answer[done], error) { return answered(done{e.Seq}, err) }

type passageCoding struct {
	ID    study.ID  `json:"id"`
	Code  study.ID  `json:"code"`
	Coder study.ID  `json:"coder"`
	At    time.Time `json:"at"`
}

type passage struct {
	ID study.ID `json:"id"`
	study.Range
	CreatedBy study.ID        `json:"createdBy"`
	CreatedAt time.Time       `json:"createdAt"`
	Text      string          `json:"text"`
	Codings   []passageCoding `json:"codings"`
	Memo      string          `json:"memo,omitempty" doc:"What its memos say"`
}

func passageOf(p app.PassageView) passage {
	out := passage{ID: p.ID, Range: p.Range, CreatedBy: p.CreatedBy, CreatedAt: p.CreatedAt, Text: p.Text, Codings: make([]passageCoding, len(p.Codings))}
	for i, c := range p.Codings {
		out.Codings[i] = passageCoding{c.ID, c.CodeID, c.CoderID, c.At}
	}
	for i, m := range p.Memos {
		if i > 0 {
			out.Memo += "\n\n"
		}
		if m.Title != "" {
			out.Memo += m.Title + "\n"
		}
		out.Memo += m.Body
	}
	return out
}

func (s *server) codingRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/passages", id: "list-passages", summary: "Every passage of a source with its codings", permission: study.MayRead, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[page[passage]], error) {
			list, err := s.app.Passages(ctx, by, in.id(), in.source())
			out := make([]passage, len(list))
			for i, p := range list {
				out[i] = passageOf(p)
			}
			return listed(out, err)
		})
	type newCoding struct {
		InProject
		Body struct {
			Source study.ID `json:"source"`
			Start  int      `json:"start" doc:"First code point"`
			End    int      `json:"end" doc:"Code point after the last"`
			Code   study.ID `json:"code"`
		}
	}
	type coded struct {
		study.Coding
		study.Range
		Seq int64 `json:"seq" doc:"Journal number, 0 when it was coded so already"`
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/codings", id: "add-coding", summary: "Put a code on words", permission: study.MayCode, tag: "coding", status: 201},
		func(ctx context.Context, by study.Actor, in *newCoding) (*answer[coded], error) {
			b := in.Body
			c, err := s.app.Code(ctx, by, in.id(), app.NewCoding{Source: b.Source, Range: study.Range{Start: b.Start, End: b.End}, Code: b.Code})
			return answered(coded{c.Coding, c.Range, c.Seq}, err)
		})
	type one struct {
		InProject
		Coding string `path:"coding" format:"uuid"`
	}
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/codings/{coding}", id: "remove-coding", summary: "Remove a coding", permission: study.MayCode, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *one) (*answer[done], error) {
			return entered(s.app.Uncode(ctx, by, in.id(), study.ID(in.Coding)))
		})
}
