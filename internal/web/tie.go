package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type tieDone struct {
	study.Tie
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func tied(t study.Tie, entry study.Entry, err error) (*answer[tieDone], error) {
	return answered(tieDone{t, entry.Seq}, err)
}

func (s *server) tieRoutes() {
	type newTie struct {
		OneCase
		Body struct {
			TargetKind string   `json:"targetKind" doc:"source, speaker or passage"`
			Target     study.ID `json:"target,omitempty" doc:"Its id"`
			Source     study.ID `json:"source,omitempty" doc:"With label: a speaker of this source. With start and end: on these words, whose passage is made if need be"`
			Label      string   `json:"label,omitempty" doc:"How the speaker is called"`
			Start      int      `json:"start,omitempty" doc:"Code point"`
			End        int      `json:"end,omitempty"`
			Revision   int      `json:"revision,omitempty" doc:"That start and end count in; the present one when left out"`
			Refused    bool     `json:"refused,omitempty" doc:"It does not belong to the case, and is not to be suggested again"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/cases/{case}/ties", id: "add-tie", summary: "Tie a source, a speaker or a passage to a case, or refuse to", permission: study.MayCode, tag: "case", status: 201},
		func(ctx context.Context, by study.Actor, in *newTie) (*answer[tieDone], error) {
			b := in.Body
			n := app.NewTie{Link: study.Link{Kind: b.TargetKind, ID: b.Target}, Source: b.Source, Label: b.Label, Range: study.Range{Start: b.Start, End: b.End}, Seen: b.Revision}
			if b.Refused {
				return tied(s.app.RefuseTie(ctx, by, in.id(), in.caseID(), n))
			}
			return tied(s.app.AddTie(ctx, by, in.id(), in.caseID(), n))
		})
	type oneTie struct {
		OneCase
		Tie string `path:"tie" format:"uuid"`
	}
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/cases/{case}/ties/{tie}", id: "remove-tie", summary: "Take something from a case, or a refusal back", permission: study.MayCode, tag: "case"},
		func(ctx context.Context, by study.Actor, in *oneTie) (*answer[done], error) {
			return entered(s.app.RemoveTie(ctx, by, in.id(), in.caseID(), study.ID(in.Tie)))
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/cases/suggestions", id: "suggest-ties", summary: "Sources and speakers that are called as a case is", permission: study.MayRead, tag: "case"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[app.Suggestion]], error) {
			return listed(s.app.SuggestTies(ctx, by, in.id()))
		})
}
