package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// Transcript gathers a source as it was coded, for reading away from the screen: its turns, and
// the codings that a filter lets through.
func (a *App) Transcript(ctx context.Context, by study.Actor, project, id study.ID, f study.Filter) (publish.Transcript, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return publish.Transcript{}, err
	}
	source, err := a.store.Read(ctx).Source(project, id)
	if err != nil {
		return publish.Transcript{}, err
	}
	turns, err := a.spoken(ctx, source)
	if err != nil {
		return publish.Transcript{}, err
	}
	f.Sources = []study.ID{id}
	report, err := a.Report(ctx, by, project, f)
	if err != nil {
		return publish.Transcript{}, err
	}
	return publish.Transcript{Report: report, Title: source.Title, Words: source.Words, Turns: turns}, nil
}

// spoken gives the turns of a source with their words and who speaks.
func (a *App) spoken(ctx context.Context, source study.Source) ([]publish.Turn, error) {
	r := a.store.Read(ctx)
	content, err := r.Content(source)
	if err != nil {
		return nil, err
	}
	speakers, err := r.Speakers(source.ProjectID, source.ID)
	by := map[study.ID]study.Speaker{}
	for _, s := range speakers {
		by[s.ID] = s
	}
	out := make([]publish.Turn, len(content.Turns))
	for i, t := range content.Turns {
		out[i] = publish.Turn{Range: t.Range, Speaker: by[t.Speaker].Name, Moderator: by[t.Speaker].Moderator, FromMs: t.FromMs, Text: content.Slice(t.Range)}
	}
	return out, err
}
