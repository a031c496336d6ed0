package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type memoDone struct {
	study.Memo
	Seq int64 `json:"seq" doc:"Journal number"`
}

func (s *server) memoRoutes() {
	type list struct {
		InProject
		Target string `query:"target" doc:"Only the memos on this thing"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/memos", id: "list-memos", summary: "Memos, newest first", permission: study.MayRead, tag: "memo"},
		func(ctx context.Context, by study.Actor, in *list) (*answer[page[app.MemoView]], error) {
			return listed(s.app.MemoViews(ctx, by, in.id(), study.ID(in.Target)))
		})
	type newMemo struct {
		InProject
		Body struct {
			Kind       string   `json:"kind,omitempty" doc:"analytic, methodological or reflexive"`
			Title      string   `json:"title,omitempty"`
			Body       string   `json:"body,omitempty"`
			TargetKind string   `json:"targetKind,omitempty" doc:"passage, code, source, strand or project"`
			Target     study.ID `json:"target,omitempty"`
			Source     study.ID `json:"source,omitempty" doc:"With start and end: on these words, whose passage is made if need be"`
			Start      int      `json:"start,omitempty"`
			End        int      `json:"end,omitempty"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/memos", id: "add-memo", summary: "Write a memo", permission: study.MayCode, tag: "memo", status: 201},
		func(ctx context.Context, by study.Actor, in *newMemo) (*answer[memoDone], error) {
			b := in.Body
			n := app.NewMemo{Memo: study.Memo{Sort: b.Kind, Title: b.Title, Body: b.Body, TargetKind: b.TargetKind, TargetID: b.Target}, Source: b.Source, Range: study.Range{Start: b.Start, End: b.End}}
			m, entry, err := s.app.AddMemo(ctx, by, in.id(), n)
			return answered(memoDone{m, entry.Seq}, err)
		})
	s.memoChanges()
}

func (s *server) memoChanges() {
	type One struct {
		InProject
		Memo string `path:"memo" format:"uuid"`
	}
	type memoChange struct {
		One
		IfMatch
		Body struct {
			Kind  *string `json:"kind,omitempty"`
			Title *string `json:"title,omitempty"`
			Body  *string `json:"body,omitempty"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/memos/{memo}", id: "change-memo", summary: "Rewrite a memo", permission: study.MayCode, tag: "memo"},
		func(ctx context.Context, by study.Actor, in *memoChange) (*answer[memoDone], error) {
			c := app.MemoChange{Sort: in.Body.Kind, Title: in.Body.Title, Body: in.Body.Body}
			m, entry, err := s.app.ChangeMemo(ctx, by, in.id(), study.ID(in.Memo), in.seen(), c)
			return answered(memoDone{m, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/memos/{memo}", id: "remove-memo", summary: "Delete a memo", permission: study.MayCode, tag: "memo"},
		func(ctx context.Context, by study.Actor, in *One) (*answer[done], error) {
			return entered(s.app.RemoveMemo(ctx, by, in.id(), study.ID(in.Memo)))
		})
}
