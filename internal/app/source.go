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
	Speakers  []study.Speaker  `json:"speakers"`
	Codings   int              `json:"codings"`
	Coders    []study.ID       `json:"coders" doc:"Who has coded in it"`
	Recording *study.Recording `json:"recording,omitempty" doc:"What it is the transcript of"`
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

// Preview says what a file would become, one document or several, and saves nothing.
func (a *App) Preview(ctx context.Context, by study.Actor, project study.ID, u Upload) ([]*ingest.Document, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return nil, err
	}
	return a.read(ctx, u)
}

func (a *App) read(ctx context.Context, u Upload) ([]*ingest.Document, error) {
	select {
	case a.imports <- struct{}{}:
		defer func() { <-a.imports }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return ingest.ReadAll(ctx, u.Name, u.Data, u.Options)
}

// ImportReport says what an imported file has become.
type ImportReport struct {
	Words    int        `json:"words" doc:"Of all sources of the file"`
	Turns    int        `json:"turns" doc:"Turns, whether somebody speaks in them or not"`
	Speakers []string   `json:"speakers"`
	Comments int        `json:"comments" doc:"Comments that became memos"`
	Warnings []string   `json:"warnings"`
	Others   []study.ID `json:"-"` // the sources beside the first that the file became
}

// Import makes a source of a file, or several of a table: read whole first, then written as
// one action, so that nothing is ever half imported. The uploaded bytes are kept. The first
// source is given.
func (a *App) Import(ctx context.Context, by study.Actor, project study.ID, u Upload) (SourceView, ImportReport, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return SourceView{}, ImportReport{}, err
	}
	docs, err := a.read(ctx, u)
	if err != nil {
		return SourceView{}, ImportReport{}, err
	}
	blob, err := a.blobs.Put(ctx, project, u.Data)
	if err != nil {
		return SourceView{}, ImportReport{}, err
	}
	report := ImportReport{Speakers: []string{}, Warnings: []string{}, Others: []study.ID{}}
	imports := make([]imported, len(docs))
	for i, doc := range docs {
		if len(docs) > 1 {
			u.Title = ""
		}
		if imports[i], err = newImport(by.Account.ID, project, u, doc, blob); err != nil {
			return SourceView{}, report, err
		}
		report.add(imports[i], i > 0)
	}
	_, err = a.act(ctx, by, project, "imported a source", func(tx *store.Tx) error {
		twins, err := tx.SourcesOfBlob(project, blob)
		if err != nil {
			return err
		}
		if len(twins) > 0 {
			report.Warnings = append(report.Warnings, "The same file is here already as “"+twins[0].Title+"”.")
		}
		for _, one := range imports {
			if err := one.add(tx, by); err != nil {
				return err
			}
		}
		return nil
	})
	first := imports[0]
	return SourceView{Source: first.source, Speakers: first.speakers, Coders: []study.ID{}}, report, err
}

// imported is one document on its way into the database.
type imported struct {
	source   study.Source
	speakers []study.Speaker
	revision study.Revision
	doc      *ingest.Document
}

func newImport(by, project study.ID, u Upload, doc *ingest.Document, blob string) (imported, error) {
	s := newSource(by, project, u, doc, blob)
	speakers, revision := spoken(s, doc)
	if u.Options.Password != "" {
		doc.Pages = nil // passwords are not kept, so that nobody could draw them
	}
	return imported{s, speakers, revision, doc}, s.Validate()
}

// add counts one document; it is one of the others when it isn't the first.
func (r *ImportReport) add(one imported, other bool) {
	if other {
		r.Others = append(r.Others, one.source.ID)
	}
	r.Words, r.Turns, r.Comments = r.Words+one.source.Words, r.Turns+one.source.Turns, r.Comments+len(one.doc.Comments)
	for _, sp := range one.speakers {
		if !slices.Contains(r.Speakers, sp.Name) {
			r.Speakers = append(r.Speakers, sp.Name)
		}
	}
	for _, warning := range one.doc.Warnings {
		if !slices.Contains(r.Warnings, warning) && len(r.Warnings) < maxWarnings {
			r.Warnings = append(r.Warnings, warning)
		}
	}
}

const maxWarnings = 50

func (one imported) add(tx *store.Tx, by study.Actor) error {
	if err := addSource(tx, one.source, one.speakers, one.revision); err != nil {
		return err
	}
	if err := tx.AddPages(one.source.ID, one.doc.Pages); err != nil {
		return err
	}
	for _, c := range one.doc.Comments {
		if err := addComment(tx, by.Account.ID, one.source, c); err != nil {
			return err
		}
	}
	return nil
}

// addComment makes a memo of a comment, on the words that it stood on, or on the source
// when they are not in the text. Its author has no account, so the memo names them.
func addComment(tx *store.Tx, by study.ID, s study.Source, c ingest.Comment) error {
	m := study.Memo{ProjectID: s.ProjectID, ID: study.NewID(), Sort: "analytic", TargetKind: "source", TargetID: s.ID,
		Title: study.Shorten(c.Author, study.MaxName), Body: study.Shorten(study.EscapeMarkdown(c.Text), study.MaxProse), AuthorID: by, CreatedAt: c.At, Version: 1}
	if m.CreatedAt.IsZero() {
		m.CreatedAt = s.CreatedAt
	}
	m.UpdatedAt = m.CreatedAt
	if c.Start < c.End {
		p, _, err := passageFor(tx, by, s.ProjectID, NewCoding{Source: s.ID, Range: c.Range, At: m.CreatedAt})
		if err != nil {
			return err
		}
		m.TargetKind, m.TargetID = "passage", p.ID
	}
	if err := m.Validate(); err != nil {
		return err
	}
	return tx.Add(m)
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
