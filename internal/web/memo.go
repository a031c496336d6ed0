package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

type memoDone struct {
	study.Memo
	Seq int64 `json:"seq" doc:"Journal number"`
}

// MemoFilter is how lists of memos are narrowed; each but target and q may be given several times.
type MemoFilter struct {
	Target string   `query:"target" doc:"Only memos that stand on this thing, are linked to it or mention it"`
	Q      string   `query:"q" doc:"Words that all occur in title or body, whatever their case and accents"`
	Kind   []string `query:"kind,explode" doc:"analytic, methodological, reflexive"`
	On     []string `query:"on,explode" doc:"Kinds of what they stand on: passage, code, source, case, strand, project"`
	Author []string `query:"author,explode" doc:"Who wrote them"`
	Strand []string `query:"strand,explode" doc:"About these strands or anything in them"`
	Source []string `query:"source,explode" doc:"About these sources or words in them"`
	Code   []string `query:"code,explode" doc:"About these codes or those under them, or on passages coded with them"`
}

func (f MemoFilter) read() study.MemoFilter {
	return study.MemoFilter{Target: study.ID(f.Target), Text: f.Q, Kinds: given(f.Kind), On: given(f.On), Authors: ids(f.Author),
		Strands: ids(f.Strand), Sources: ids(f.Source), Codes: ids(f.Code)}
}

func (s *server) memoRoutes() {
	type list struct {
		InProject
		MemoFilter
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/memos", id: "list-memos", summary: "Memos, newest first", permission: study.MayRead, tag: "memo"},
		func(ctx context.Context, by study.Actor, in *list) (*answer[page[app.MemoView]], error) {
			return listed(s.app.Memos(ctx, by, in.id(), in.MemoFilter.read()))
		})
	type newMemo struct {
		InProject
		Body struct {
			ID         study.ID    `json:"id,omitempty" doc:"A new UUID of the sender's choice; sent again, it answers with the memo that is there"`
			Kind       string      `json:"kind,omitempty" doc:"analytic, methodological or reflexive"`
			Title      string      `json:"title,omitempty"`
			Body       string      `json:"body,omitempty" doc:"Markdown of a small subset"`
			TargetKind string      `json:"targetKind,omitempty" doc:"passage, code, source, case, strand or project"`
			Target     study.ID    `json:"target,omitempty"`
			Source     study.ID    `json:"source,omitempty" doc:"With start and end: on these words, whose passage is made if need be"`
			Start      int         `json:"start,omitempty"`
			End        int         `json:"end,omitempty"`
			Revision   int         `json:"revision,omitempty" doc:"Which revision of the text the words count in; those of an older one are carried over, without it they count in the present one"`
			Links      study.Links `json:"links,omitempty" doc:"What else it is about; what the text mentions is linked by itself"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/memos", id: "add-memo", summary: "Write a memo", permission: study.MayCode, tag: "memo", status: 201},
		func(ctx context.Context, by study.Actor, in *newMemo) (*answer[memoDone], error) {
			b := in.Body
			n := app.NewMemo{Memo: study.Memo{ID: b.ID, Sort: b.Kind, Title: b.Title, Body: b.Body, TargetKind: b.TargetKind, TargetID: b.Target, Links: b.Links}, Source: b.Source, Range: study.Range{Start: b.Start, End: b.End}, Revision: b.Revision}
			m, entry, err := s.app.AddMemo(ctx, by, in.id(), n)
			return answered(memoDone{m, entry.Seq}, err)
		})
	s.memoChanges()
	for _, f := range publish.MemoFormats {
		s.memoExportRoute(f)
	}
}

func (s *server) memoExportRoute(f publish.Format[publish.MemoReport]) {
	type ask struct {
		InProject
		MemoFilter
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/memos." + f.Extension, id: "export-memos-" + f.Extension, summary: "Memos as " + f.Name, permission: study.MayRead, tag: "memo"},
		func(ctx context.Context, by study.Actor, in *ask) (*file, error) {
			report, err := s.app.MemoReport(ctx, by, in.id(), in.MemoFilter.read())
			return exported(f, report, report.Project+" memos", err)
		})
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
			Kind       *string      `json:"kind,omitempty"`
			Title      *string      `json:"title,omitempty"`
			Body       *string      `json:"body,omitempty"`
			Links      *study.Links `json:"links,omitempty" doc:"All of them; what the text mentions is linked by itself"`
			TargetKind string       `json:"targetKind,omitempty" doc:"With target: what it stands on from now on"`
			Target     study.ID     `json:"target,omitempty"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/memos/{memo}", id: "change-memo", summary: "Rewrite a memo", permission: study.MayCode, tag: "memo"},
		func(ctx context.Context, by study.Actor, in *memoChange) (*answer[memoDone], error) {
			b := in.Body
			c := app.MemoChange{Sort: b.Kind, Title: b.Title, Body: b.Body, Links: b.Links}
			if b.TargetKind != "" || b.Target != "" {
				c.Target = &study.Link{Kind: b.TargetKind, ID: b.Target}
			}
			m, entry, err := s.app.ChangeMemo(ctx, by, in.id(), study.ID(in.Memo), in.seen(), c)
			return answered(memoDone{m, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/memos/{memo}", id: "remove-memo", summary: "Delete a memo", permission: study.MayCode, tag: "memo"},
		func(ctx context.Context, by study.Actor, in *One) (*answer[done], error) {
			return entered(s.app.RemoveMemo(ctx, by, in.id(), study.ID(in.Memo)))
		})
}
