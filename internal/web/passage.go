package web

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type OnePassage struct {
	InProject
	Passage string `path:"passage" format:"uuid"`
}

func (p OnePassage) passage() study.ID { return study.ID(p.Passage) }

type passageCoding struct {
	ID    study.ID  `json:"id"`
	Code  study.ID  `json:"code"`
	Coder study.ID  `json:"coder"`
	At    time.Time `json:"at"`
	// CheckedAt is absent until someone had to look again.
	CheckedAt *time.Time `json:"checkedAt,omitempty" doc:"When it was looked at again and kept, after its code's meaning had changed"`
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
		out.Codings[i] = passageCoding{c.ID, c.CodeID, c.CoderID, c.At, c.CheckedAt}
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

func (s *server) passageRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/passages", id: "list-passages", summary: "Every passage of a source with its codings", permission: study.MayRead, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[page[passage]], error) {
			list, err := s.app.Passages(ctx, by, in.id(), in.source())
			out := make([]passage, len(list))
			for i, p := range list {
				out[i] = passageOf(p)
			}
			return listed(out, err)
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/passages/{passage}", id: "read-passage", summary: "Where a passage stands, and its words", permission: study.MayRead, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *OnePassage) (*answer[app.Words], error) {
			words, err := s.app.PassageWords(ctx, by, in.id(), in.passage())
			return answered(words, err)
		})
	type resize struct {
		OnePassage
		Body struct {
			study.Range
			Revision int `json:"revision,omitempty" doc:"Which revision of the text the range counts in; without it the present one"`
		}
	}
	type resized struct {
		study.Passage
		Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/passages/{passage}", id: "resize-passage", summary: "Put a passage on other words, with its codings and memos", permission: study.MayCode, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *resize) (*answer[resized], error) {
			p, entry, err := s.app.ResizePassage(ctx, by, in.id(), in.passage(), in.Body.Revision, in.Body.Range)
			return answered(resized{p, entry.Seq}, err)
		})
	type split struct {
		OnePassage
		Body struct {
			At       int `json:"at" doc:"Code point at which the second part begins, or the space before it"`
			Revision int `json:"revision,omitempty" doc:"Which revision of the text the code point counts in; without it the present one"`
		}
	}
	type halved struct {
		Passages [2]study.ID `json:"passages" doc:"The two parts, in text order"`
		Seq      int64       `json:"seq" doc:"Journal number"`
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/passages/{passage}/split", id: "split-passage", summary: "Cut a passage in two; both carry its codes", permission: study.MayCode, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *split) (*answer[halved], error) {
			parts, entry, err := s.app.SplitPassage(ctx, by, in.id(), in.passage(), in.Body.Revision, in.Body.At)
			return answered(halved{[2]study.ID{parts[0].ID, parts[1].ID}, entry.Seq}, err)
		})
	type join struct {
		InProject
		Body struct {
			Passages []study.ID `json:"passages" maxItems:"500"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/passages/join", id: "join-passages", summary: "Make one passage of several, with all their codes and memos", permission: study.MayCode, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *join) (*answer[resized], error) {
			p, entry, err := s.app.JoinPassages(ctx, by, in.id(), in.Body.Passages)
			return answered(resized{p, entry.Seq}, err)
		})
}
