package app

import (
	"cmp"
	"context"
	"errors"
	"io"

	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// keepFiles keeps the files that come with the project.
func (m *arrival) keepFiles(ctx context.Context) error {
	for i := range m.study.Sources {
		if err := m.keepSource(ctx, &m.study.Sources[i]); err != nil {
			return err
		}
	}
	for i := range m.study.Carried {
		for k := range m.study.Carried[i].Files {
			file := &m.study.Carried[i].Files[k]
			kept, err := m.keep(ctx, file.Path)
			if err != nil {
				return err
			}
			file.Blob = kept.blob
		}
	}
	return nil
}

// keepSource keeps what a source was made of, and the recording that it is the transcript of. A
// source without a file was made of its words.
func (m *arrival) keepSource(ctx context.Context, s *refi.AdoptedSource) (err error) {
	if s.Recording != "" {
		if _, err := m.keep(ctx, s.Recording); err != nil {
			return err
		}
	}
	if s.Original == "" {
		s.Blob, err = m.blobs.Put(ctx, s.ProjectID, []byte(s.Text))
		return err
	}
	kept, err := m.keep(ctx, s.Original)
	s.Blob = kept.blob
	if err == nil && s.Format == "pdf" && m.pages[s.ID] == nil {
		m.pages[s.ID], err = m.readPages(ctx, s)
	}
	return err
}

// readPages reads the pages of a PDF whose words another program wrote beside it. What it read
// otherwise than this one has no place on a page; a PDF that can't be read here has no pages.
func (m *arrival) readPages(ctx context.Context, s *refi.AdoptedSource) ([]study.Page, error) {
	doc, err := m.document(ctx, s.Original)
	if err != nil || doc == nil {
		return nil, err
	}
	to := study.CarryTo(study.NewPositions(doc.Text), study.NewPositions(s.Text))
	for i := range doc.Pages {
		doc.Pages[i].Words = study.CarryWords(doc.Pages[i].Words, to)
	}
	return doc.Pages, nil
}

// keep keeps a file inside, once.
func (m *arrival) keep(ctx context.Context, named string) (keptFile, error) {
	if kept, done := m.kept[named]; done {
		return kept, nil
	}
	body, name, _, err := m.file.Member(named)
	if err != nil {
		return keptFile{}, err
	}
	defer body.Close()
	blob, size, err := m.blobs.PutFrom(ctx, m.study.Project.ID, stopping{ctx, body, name}, refi.MaxMember)
	m.kept[named] = keptFile{blob, size}
	return m.kept[named], err
}

func damaged(name string) error {
	return study.Errorf(study.Invalid, "“%s” in the file is damaged: export it anew from the program that made it.", study.Shorten(name, 100))
}

// stopping reads a file inside until whoever asked is gone, and says in words that it is damaged.
type stopping struct {
	context.Context
	io.Reader
	name string
}

// Read reads on.
func (s stopping) Read(p []byte) (int, error) {
	if err := s.Err(); err != nil {
		return 0, err
	}
	n, err := s.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = damaged(s.name)
	}
	return n, err
}

// write writes everything, what others refer to first.
func (m *arrival) write(tx *store.Tx) error {
	for _, some := range []func(*store.Tx) error{m.writePeople, m.writeSources, m.writeRecordings} {
		if err := some(tx); err != nil {
			return err
		}
	}
	a := m.study
	for _, list := range [][]study.Record{listOf(a.Codes), listOf(a.Passages), listOf(a.Codings), listOf(a.Memos), listOf(a.CodeSets), listOf(a.Variables), listOf(a.Cases), listOf(a.Ties), listOf(a.Carried)} {
		if err := tx.AddAll(list); err != nil {
			return err
		}
	}
	return nil
}

func listOf[R study.Record](list []R) []study.Record {
	out := make([]study.Record, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}

func (m *arrival) writePeople(tx *store.Tx) error {
	for _, account := range m.people {
		if err := tx.AddAccount(account); err != nil {
			return err
		}
	}
	project := m.study.Project.ID
	if err := join(tx, project, m.by.Account.ID, study.Lead); err != nil {
		return err
	}
	for _, id := range m.joins {
		if err := join(tx, project, id, study.Researcher); err != nil {
			return err
		}
	}
	return nil
}

func (m *arrival) writeSources(tx *store.Tx) error {
	if err := tx.AddAll(listOf(m.study.Strands)); err != nil {
		return err
	}
	for _, s := range m.study.Sources {
		revision := study.Revision{ProjectID: s.ProjectID, SourceID: s.ID, Number: 1, Text: s.Text, Turns: s.Turns}
		if err := addSource(tx, s.Source, nil, revision); err != nil {
			return err
		}
		if err := tx.AddPages(s.ID, m.pages[s.ID]); err != nil {
			return err
		}
	}
	return nil
}

// writeRecordings attaches the recordings that sources are transcripts of.
func (m *arrival) writeRecordings(tx *store.Tx) error {
	for _, s := range m.study.Sources {
		if s.Recording == "" {
			continue
		}
		x, err := m.recording(s)
		if err != nil {
			return err
		}
		if err := tx.Add(x); err != nil {
			return err
		}
	}
	return nil
}

func (m *arrival) recording(s refi.AdoptedSource) (study.Recording, error) {
	media, name, err := m.media(s.Recording)
	name = cmp.Or(s.MediaName, name)
	kept := m.kept[s.Recording]
	return study.Recording{ProjectID: s.ProjectID, ID: s.MediaID, SourceID: s.ID, Blob: kept.blob, Media: media, Filename: study.Shorten(name, study.MaxName), Size: kept.size, CreatedBy: s.CreatedBy, CreatedAt: s.CreatedAt}, err
}
