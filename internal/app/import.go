package app

import (
	"context"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Upload is a file that is to become a source. Name is what it was called, perhaps with the
// folders it lay in; it never becomes a path. An empty Title is taken from the file.
type Upload struct {
	Name     string
	Data     []byte
	Strand   study.ID
	Title    string
	Language string
	Options  ingest.Options
	Ties     []SpeakerTie
}

// SpeakerTie says to which case the speaker of a name is to be tied.
type SpeakerTie struct {
	Speaker string
	Case    study.ID
}

// Prospect is what a file would become: one document, or several.
type Prospect struct {
	Documents []*ingest.Document
	Hash      string            // of the bytes; files that are the same have the same
	Twins     []study.Source    // that were made of the same bytes, the oldest first
	Strand    *study.StrandHint // that its name tells, if one
}

// Preview says what a file would become, and saves nothing.
func (a *App) Preview(ctx context.Context, by study.Actor, project study.ID, u Upload) (p Prospect, err error) {
	if p.Twins, err = a.Twins(ctx, by, project, u.Data); err != nil {
		return p, err
	}
	strands, err := a.store.Read(ctx).Strands(project)
	if err != nil {
		return p, err
	}
	p.Hash, p.Strand = store.BlobKey(u.Data), StrandOf(u.Name, strands)
	p.Documents, err = a.read(ctx, u)
	return p, err
}

// StrandOf finds the strand that a file's name tells; macOS takes the letters of names apart.
func StrandOf(name string, strands []study.Strand) *study.StrandHint {
	return study.StrandOf(norm.NFC.String(name), strands)
}

// Twins gives the sources that were made of the same bytes, the oldest first.
func (a *App) Twins(ctx context.Context, by study.Actor, project study.ID, data []byte) ([]study.Source, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).SourcesOfBlob(project, store.BlobKey(data))
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
			if err := one.add(tx, by, u.Ties); err != nil {
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

func (one imported) add(tx *store.Tx, by study.Actor, ties []SpeakerTie) error {
	if err := addSource(tx, one.source, one.speakers, one.revision); err != nil {
		return err
	}
	if err := tx.AddPages(one.source.ID, one.doc.Pages); err != nil {
		return err
	}
	for _, sp := range one.speakers {
		if err := tieSpeaker(tx, by.Account.ID, sp, ties); err != nil {
			return err
		}
	}
	for _, c := range one.doc.Comments {
		if err := addComment(tx, by.Account.ID, one.source, c); err != nil {
			return err
		}
	}
	return nil
}

// tieSpeaker ties a new speaker to the cases that were chosen for its name.
func tieSpeaker(tx *store.Tx, by study.ID, sp study.Speaker, ties []SpeakerTie) error {
	for _, t := range ties {
		if study.Fold(t.Speaker) != study.Fold(sp.Name) {
			continue
		}
		if _, err := tx.Case(sp.ProjectID, t.Case); err != nil {
			return study.FieldError("options", "The case that “%s” was to be tied to is not there any more.", sp.Name)
		}
		tie := study.Tie{ProjectID: sp.ProjectID, ID: study.NewID(), CaseID: t.Case, TargetKind: "speaker", TargetID: sp.ID, SpeakerID: sp.ID, SourceID: sp.SourceID, CreatedBy: by, CreatedAt: tx.Now()}
		if err := putTie(tx, &tie); err != nil {
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
