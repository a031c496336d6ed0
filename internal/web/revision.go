package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type OneRevision struct {
	OneSource
	Number int `path:"number" minimum:"1"`
}

type correction struct {
	OneSource
	Body struct {
		Revision int                    `json:"revision" minimum:"1" doc:"The revision that was seen"`
		Turns    []study.TurnCorrection `json:"turns,omitempty" maxItems:"100000" doc:"What becomes of turns; the others stay"`
		Edits    []study.Edit           `json:"edits,omitempty" maxItems:"100000" doc:"Or what stands in the place of ranges"`
		Rename   []app.SpeakerName      `json:"rename,omitempty" maxItems:"1000" doc:"Speakers who are to be called otherwise, wherever they speak in this source"`
		Why      string                 `json:"why,omitempty" maxLength:"1000"`
		DryRun   bool                   `json:"dryRun,omitempty" doc:"Only say what it would make"`
	}
}

func (c *correction) read() app.Correction {
	return app.Correction{Seen: c.Body.Revision, Turns: c.Body.Turns, Edits: c.Body.Edits, Rename: c.Body.Rename, Why: c.Body.Why}
}

type corrected struct {
	app.Corrected
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func correctedAs(c app.Corrected, entry study.Entry, err error) (*answer[corrected], error) {
	return answered(corrected{c, entry.Seq}, err)
}

func (s *server) revisionRoutes() {
	const under = "/api/projects/{project}/sources/{source}"
	handle(s, operation{method: "POST", path: under + "/revisions", id: "correct-text", summary: "Correct the text of a source; everything on it is carried over", permission: study.MayImport, tag: "source"},
		func(ctx context.Context, by study.Actor, in *correction) (*answer[corrected], error) {
			if in.Body.DryRun {
				c, err := s.app.PreviewCorrection(ctx, by, in.id(), in.source(), in.read())
				return correctedAs(c, study.Entry{}, err)
			}
			return correctedAs(s.app.Correct(ctx, by, in.id(), in.source(), in.read()))
		})
	handle(s, operation{method: "GET", path: under + "/revisions", id: "list-revisions", summary: "Versions of a source's text, newest first", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[page[study.RevisionHead]], error) {
			return listed(s.app.Revisions(ctx, by, in.id(), in.source()))
		})
	handle(s, operation{method: "GET", path: under + "/revisions/{number}/text", id: "get-revision-text", summary: "The text of one version", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneRevision) (*plainText, error) {
			content, err := s.app.ContentAt(ctx, by, in.id(), in.source(), in.Number)
			if err != nil {
				return nil, err
			}
			return &plainText{"text/plain; charset=utf-8", []byte(content.Text)}, nil
		})
	handle(s, operation{method: "GET", path: under + "/revisions/{number}/turns", id: "list-revision-turns", summary: "The turns of one version, in text order", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneRevision) (*answer[page[app.SpokenTurn]], error) {
			return listed(s.app.TurnsAt(ctx, by, in.id(), in.source(), in.Number))
		})
	type restore struct {
		OneRevision
		Body struct {
			Revision int `json:"revision" minimum:"1" doc:"The present revision, as it was seen"`
		}
	}
	handle(s, operation{method: "POST", path: under + "/revisions/{number}/restore", id: "restore-revision", summary: "Make a new version that reads as a former one", permission: study.MayImport, tag: "source"},
		func(ctx context.Context, by study.Actor, in *restore) (*answer[corrected], error) {
			return correctedAs(s.app.RestoreRevision(ctx, by, in.id(), in.source(), in.Body.Revision, in.Number))
		})
	type changes struct {
		OneSource
		From int `query:"from" minimum:"1" default:"1" doc:"Number of a version"`
		To   int `query:"to" minimum:"0" doc:"Number of a version; without it the present one"`
	}
	handle(s, operation{method: "GET", path: under + "/changes", id: "list-text-changes", summary: "What is different from one version of a text to another", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *changes) (*answer[page[app.TextChange]], error) {
			return listed(s.app.TextChanges(ctx, by, in.id(), in.source(), in.From, in.To))
		})
}
