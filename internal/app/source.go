package app

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SourceView is a source with what a list shows of it.
type SourceView struct {
	study.Source
	Speakers []study.Speaker `json:"speakers"`
	Codings  int             `json:"codings"`
	Coders   []study.ID      `json:"coders" doc:"Who has coded in it"`
}

// Sources lists a project's sources by title; of one strand when strand is not "".
func (a *App) Sources(ctx context.Context, by study.Actor, project, strand study.ID) ([]SourceView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	list, err := r.Sources(project, strand)
	if err != nil {
		return nil, err
	}
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
	by := map[study.ID][]study.Speaker{}
	for _, s := range speakers {
		by[s.SourceID] = append(by[s.SourceID], s)
	}
	out := make([]SourceView, len(list))
	for i, s := range list {
		out[i] = SourceView{Source: s, Speakers: by[s.ID], Codings: counts[s.ID], Coders: coders[s.ID]}
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
	speakers, err := a.store.Read(ctx).Speakers(project, id)
	if err != nil {
		return nil, err
	}
	names := map[study.ID]string{}
	for _, sp := range speakers {
		names[sp.ID] = sp.Name
	}
	out := make([]SpokenTurn, len(content.Turns))
	for i, t := range content.Turns {
		out[i] = SpokenTurn{Index: t.Index, Range: t.Range, Speaker: names[t.Speaker], SpeakerID: t.Speaker, FromMs: t.FromMs, ToMs: t.ToMs}
	}
	return out, nil
}

// Original gives the bytes that were uploaded.
func (a *App) Original(ctx context.Context, by study.Actor, project, id study.ID) (study.Source, []byte, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.Source{}, nil, err
	}
	s, err := a.store.Read(ctx).Source(project, id)
	if err != nil {
		return s, nil, err
	}
	data, err := a.blobs.Get(ctx, project, s.Blob)
	return s, data, err
}

// Upload is a file that is to become a source. Name is what it was called; it never
// becomes a path. An empty Title is taken from the file.
type Upload struct {
	Name     string
	Data     []byte
	Strand   study.ID
	Title    string
	Language string
	Options  ingest.Options
}

// Preview says what a file would become, and saves nothing.
func (a *App) Preview(ctx context.Context, by study.Actor, project study.ID, u Upload) (*ingest.Document, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return nil, err
	}
	return a.read(ctx, u)
}

func (a *App) read(ctx context.Context, u Upload) (*ingest.Document, error) {
	select {
	case a.imports <- struct{}{}:
		defer func() { <-a.imports }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return ingest.Read(ctx, u.Name, u.Data, u.Options)
}

// ImportReport says what an imported file has become.
type ImportReport struct {
	Words    int      `json:"words"`
	Turns    int      `json:"turns" doc:"Turns, whether somebody speaks in them or not"`
	Speakers []string `json:"speakers"`
	Warnings []string `json:"warnings"`
}

// Import makes a source of a file: read whole first, then written as one action, so that
// nothing is ever half imported. The uploaded bytes are kept.
func (a *App) Import(ctx context.Context, by study.Actor, project study.ID, u Upload) (SourceView, ImportReport, error) {
	var report ImportReport
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return SourceView{}, report, err
	}
	doc, err := a.read(ctx, u)
	if err != nil {
		return SourceView{}, report, err
	}
	blob, err := a.blobs.Put(ctx, project, u.Data)
	if err != nil {
		return SourceView{}, report, err
	}
	s := newSource(by.Account.ID, project, u, doc, blob)
	if err := s.Validate(); err != nil {
		return SourceView{}, report, err
	}
	speakers, revision := spoken(s, doc)
	report = ImportReport{Words: s.Words, Turns: s.Turns, Speakers: []string{}, Warnings: append([]string{}, doc.Warnings...)}
	for _, sp := range speakers {
		report.Speakers = append(report.Speakers, sp.Name)
	}
	_, err = a.act(ctx, by, project, "imported a source", func(tx *store.Tx) error {
		twins, err := tx.SourcesOfBlob(project, blob)
		if err != nil {
			return err
		}
		for _, twin := range twins {
			report.Warnings = append(report.Warnings, "The same file is here already as “"+twin.Title+"”.")
		}
		return addSource(tx, s, speakers, revision)
	})
	return SourceView{Source: s, Speakers: speakers, Coders: []study.ID{}}, report, err
}

func newSource(by, project study.ID, u Upload, doc *ingest.Document, blob string) study.Source {
	return study.Source{ProjectID: project, ID: study.NewID(), StrandID: u.Strand, Title: titleFor(u, doc), Format: doc.Format, Charset: doc.Charset,
		Language: firstOf(u.Language, doc.Language, "en"), Filename: study.Shorten(baseName(u.Name), study.MaxName), Blob: blob, Length: study.TextLen(doc.Text),
		Words: study.WordCount(doc.Text), Turns: len(doc.Turns), Revision: 1, CreatedBy: by, CreatedAt: study.Now(), Version: 1}
}

func titleFor(u Upload, doc *ingest.Document) string {
	name := baseName(u.Name)
	return study.Shorten(firstOf(u.Title, doc.Title, strings.TrimSuffix(name, path.Ext(name)), "Untitled"), study.MaxName)
}

// baseName is what remains of a name that may carry folders of any system.
func baseName(name string) string {
	return path.Base("/" + strings.ReplaceAll(name, `\`, "/"))
}

func firstOf(choices ...string) string {
	i := slices.IndexFunc(choices, func(s string) bool { return strings.TrimSpace(s) != "" })
	if i < 0 {
		return ""
	}
	return strings.TrimSpace(choices[i])
}

// spoken gives the speakers of a document ids, and its turns their speakers.
func spoken(s study.Source, doc *ingest.Document) ([]study.Speaker, study.Revision) {
	speakers := make([]study.Speaker, len(doc.Speakers))
	for i, sp := range doc.Speakers {
		speakers[i] = study.Speaker{ProjectID: s.ProjectID, ID: study.NewID(), SourceID: s.ID, Name: study.Shorten(sp.Name, study.MaxName), Moderator: sp.Moderator, Version: 1}
	}
	turns := make([]study.Turn, len(doc.Turns))
	for i, t := range doc.Turns {
		turns[i] = study.Turn{Index: i, Range: t.Range, FromMs: t.FromMs, ToMs: t.ToMs}
		if t.Speaker >= 0 {
			turns[i].Speaker = speakers[t.Speaker].ID
		}
	}
	return speakers, study.Revision{ProjectID: s.ProjectID, SourceID: s.ID, Number: 1, Text: doc.Text, Turns: turns}
}

func addSource(tx *store.Tx, s study.Source, speakers []study.Speaker, revision study.Revision) error {
	if _, err := tx.Strand(s.ProjectID, s.StrandID); err != nil {
		return study.FieldError("strand", "Choose the strand that this source belongs to.")
	}
	if err := tx.AddRevision(revision); err != nil {
		return err
	}
	if err := tx.Add(s); err != nil {
		return err
	}
	for _, sp := range speakers {
		if err := tx.Add(sp); err != nil {
			return err
		}
	}
	return nil
}

// SourceChange is what can be changed about a source; nil leaves a field.
type SourceChange struct {
	Title, Language *string
	Strand          *study.ID
}

// ChangeSource renames a source, moves it to another strand or sets its language. Seen is
// the version that was seen, or 0.
func (a *App) ChangeSource(ctx context.Context, by study.Actor, project, id study.ID, seen int, c SourceChange) (SourceView, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
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
