package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SourceView is a source with what a list shows of it.
type SourceView struct {
	study.Source
	Speakers  []study.Speaker  `json:"speakers"`
	Codings   int              `json:"codings"`
	Coders    []study.ID       `json:"coders" doc:"Who has coded in it"`
	Recording *study.Recording `json:"recording,omitempty" doc:"What it is the transcript of"`
}

// Sources lists a project's sources by title, narrowed by strand and by the cases to which
// anything of them is tied.
func (a *App) Sources(ctx context.Context, by study.Actor, project study.ID, f study.Filter) ([]SourceView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	list, err := r.Sources(project, "")
	if err != nil {
		return nil, err
	}
	tied, err := a.sourcesFor(ctx, r, project, f)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(s study.Source) bool {
		return !among(f.Strands, s.StrandID) || tied != nil && !tied[s.ID]
	})
	return viewSources(r, project, "", list)
}

// Source gives one source.
func (a *App) Source(ctx context.Context, by study.Actor, project, id study.ID) (SourceView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return SourceView{}, err
	}
	r := a.store.Read(ctx)
	s, err := r.Source(project, id)
	if err != nil {
		return SourceView{}, err
	}
	list, err := viewSources(r, project, id, []study.Source{s})
	if err != nil {
		return SourceView{}, err
	}
	return list[0], nil
}

func viewSources(r store.Reader, project, only study.ID, list []study.Source) ([]SourceView, error) {
	speakers, err := r.Speakers(project, only)
	if err != nil {
		return nil, err
	}
	counts, err := r.SourceCounts(project)
	if err != nil {
		return nil, err
	}
	coders, err := r.Coders(project)
	if err != nil {
		return nil, err
	}
	recordings, err := r.Recordings(project, only)
	if err != nil {
		return nil, err
	}
	recorded := map[study.ID]*study.Recording{}
	for i, x := range recordings {
		recorded[x.SourceID] = &recordings[i]
	}
	by := map[study.ID][]study.Speaker{}
	for _, s := range speakers {
		by[s.SourceID] = append(by[s.SourceID], s)
	}
	out := make([]SourceView, len(list))
	for i, s := range list {
		out[i] = SourceView{Source: s, Speakers: by[s.ID], Codings: counts[s.ID], Coders: coders[s.ID], Recording: recorded[s.ID]}
	}
	return out, nil
}

// Content gives the words and turns of a source.
func (a *App) Content(ctx context.Context, by study.Actor, project, id study.ID) (study.Source, *store.Content, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.Source{}, nil, err
	}
	r := a.store.Read(ctx)
	s, err := r.Source(project, id)
	if err != nil {
		return s, nil, err
	}
	c, err := r.Content(s)
	return s, c, err
}

// SpokenTurn is a turn with the name of whoever speaks.
type SpokenTurn struct {
	Index int `json:"index"`
	study.Range
	Speaker   string   `json:"speaker,omitempty" doc:"Name of whoever speaks"`
	SpeakerID study.ID `json:"speakerId,omitempty"`
	FromMs    *int     `json:"fromMs,omitempty" doc:"Milliseconds from the start of the recording"`
	ToMs      *int     `json:"toMs,omitempty"`
}

// Turns gives the turns of a source in text order.
func (a *App) Turns(ctx context.Context, by study.Actor, project, id study.ID) ([]SpokenTurn, error) {
	_, content, err := a.Content(ctx, by, project, id)
	if err != nil {
		return nil, err
	}
	return spokenTurns(a.store.Read(ctx), project, id, content.Turns)
}

func spokenTurns(r store.Reader, project, source study.ID, turns []study.Turn) ([]SpokenTurn, error) {
	speakers, err := r.Speakers(project, source)
	if err != nil {
		return nil, err
	}
	names := map[study.ID]string{}
	for _, sp := range speakers {
		names[sp.ID] = sp.Name
	}
	out := make([]SpokenTurn, len(turns))
	for i, t := range turns {
		out[i] = SpokenTurn{Index: t.Index, Range: t.Range, Speaker: names[t.Speaker], SpeakerID: t.Speaker, FromMs: t.FromMs, ToMs: t.ToMs}
	}
	return out, nil
}

// Original gives the bytes that were uploaded; to leads only where they are withheld.
func (a *App) Original(ctx context.Context, by study.Actor, project, id study.ID) (study.Source, []byte, error) {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return study.Source{}, nil, err
	}
	s, err := a.store.Read(ctx).Source(project, id)
	if err != nil {
		return s, nil, err
	}
	if err := s.Open(role); err != nil {
		return s, nil, err
	}
	if s.Blob == "" {
		return s, nil, study.Errorf(study.NotFound, "The uploaded file was erased.")
	}
	data, err := a.blobs.Get(ctx, project, s.Blob)
	return s, data, err
}

// SourceChange is what can be changed about a source; nil leaves a field.
type SourceChange struct {
	Title, Language *string
	Strand          *study.ID
	Withheld        *bool // only leads set it
}

// ChangeSource renames a source, moves it to another strand, sets its language, or says whether
// its uploaded file is for leads only, which is up to a lead. Seen is
// the version that was seen, or 0.
func (a *App) ChangeSource(ctx context.Context, by study.Actor, project, id study.ID, seen int, c SourceChange) (SourceView, error) {
	need := study.MayImport
	if c.Withheld != nil {
		need = study.MayManage
	}
	if err := a.allow(ctx, by, project, need); err != nil {
		return SourceView{}, err
	}
	_, err := a.act(ctx, by, project, "changed a source", func(tx *store.Tx) error {
		before, err := tx.Source(project, id)
		if err != nil {
			return err
		}
		_, err = edit(tx, before, seen, func(after *study.Source) error {
			set(&after.Title, c.Title)
			set(&after.Language, c.Language)
			set(&after.StrandID, c.Strand)
			set(&after.Withheld, c.Withheld)
			return checkSource(tx, project, *after)
		})
		return err
	})
	if err != nil {
		return SourceView{}, err
	}
	return a.Source(ctx, by, project, id)
}

func checkSource(tx *store.Tx, project study.ID, s study.Source) error {
	if err := s.Validate(); err != nil {
		return err
	}
	if _, err := tx.Strand(project, s.StrandID); err != nil {
		return study.FieldError("strand", "This strand is not there any more.")
	}
	return nil
}

// SpeakerChange is what can be changed about a speaker; nil leaves a field.
type SpeakerChange struct {
	Name      *string
	Moderator *bool
}

// ChangeSpeaker renames a speaker or says whether they moderate.
func (a *App) ChangeSpeaker(ctx context.Context, by study.Actor, project, id study.ID, seen int, c SpeakerChange) (after study.Speaker, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return after, err
	}
	_, err = a.act(ctx, by, project, "changed a speaker", func(tx *store.Tx) error {
		before, err := tx.Speaker(project, id)
		if err != nil {
			return err
		}
		after, err = edit(tx, before, seen, func(after *study.Speaker) error {
			set(&after.Name, c.Name)
			set(&after.Moderator, c.Moderator)
			return after.Validate()
		})
		return err
	})
	return after, err
}
