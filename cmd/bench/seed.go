package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// The shape of the project that search is measured in.
const (
	codesOfCorpus   = 60
	strandsOfCorpus = 4
	sectors         = 10
	together        = 50 // interviews written in one transaction
)

// seeding writes a corpus into the database beside the server: over HTTP it would take minutes.
type seeding struct {
	*corpus
	store   *store.Store
	project study.ID
	who     study.ID
	strands []study.ID
	codes   []study.ID
	sector  study.Variable
}

// seed begins a project over HTTP, and writes interviews into it with their codings, each tied to
// a firm.
func (b *bench) seed(ctx context.Context, words *corpus, interviews int) (*seeding, error) {
	s := &seeding{corpus: words}
	if err := b.beginCorpus(s); err != nil {
		return nil, err
	}
	var err error
	if s.store, err = store.Open(ctx, store.Options{URL: b.server.database, Folder: b.folder}); err != nil {
		return nil, err
	}
	defer s.store.Close()
	people, err := s.store.Read(ctx).Accounts()
	if err != nil {
		return nil, err
	}
	s.who = people[0].ID
	for from := 0; from < interviews; from += together {
		if err := s.write(ctx, from, min(interviews, from+together)); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// beginCorpus makes what a project has before its sources.
func (b *bench) beginCorpus(s *seeding) error {
	var one made
	if err := b.post("/api/projects", `{"name":"Corpus"}`, &one); err != nil {
		return err
	}
	s.project, b.base = study.ID(one.ID), "/api/projects/"+one.ID
	for i := range strandsOfCorpus {
		if err := b.post(b.base+"/strands", fmt.Sprintf(`{"name":"Strand %d"}`, i+1), &one); err != nil {
			return err
		}
		s.strands = append(s.strands, study.ID(one.ID))
	}
	for i := range codesOfCorpus {
		if err := b.post(b.base+"/codes", fmt.Sprintf(`{"name":"Code %d"}`, i+1), &one); err != nil {
			return err
		}
		s.codes = append(s.codes, study.ID(one.ID))
	}
	var options []string
	for i := range sectors {
		options = append(options, fmt.Sprintf(`{"value":"Sector %d"}`, i+1))
	}
	err := b.post(b.base+"/variables", `{"name":"Sector","kind":"one","of":"firm","options":[`+strings.Join(options, ",")+`]}`, &one)
	s.sector.ID = study.ID(one.ID)
	return err
}

// written is what some interviews are in the database, kind by kind in the order in which they
// need each other.
type written struct{ cases, sources, speakers, passages, codings, ties []study.Record }

func (s *seeding) write(ctx context.Context, from, to int) error {
	_, err := s.store.Act(ctx, store.Action{Project: s.project, Actor: s.who, Verb: "imported a source"}, func(tx *store.Tx) error {
		var all written
		for number := from; number < to; number++ {
			revision := s.interviewOf(number, &all)
			if err := tx.AddRevision(revision); err != nil {
				return err
			}
		}
		for _, list := range [][]study.Record{all.cases, all.sources, all.speakers, all.passages, all.codings, all.ties} {
			if err := tx.AddAll(list); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

func (s *seeding) interviewOf(number int, all *written) study.Revision {
	source := study.Source{ProjectID: s.project, ID: study.NewID(), StrandID: s.strands[number%len(s.strands)], Title: fmt.Sprintf("Interview %d", number+1),
		Format: "txt", Language: "en", Revision: 1, CreatedBy: s.who, CreatedAt: study.Now(), Version: 1}
	speakers := make([]study.ID, len(voices))
	for i, name := range voices {
		speakers[i] = study.NewID()
		all.speakers = append(all.speakers, study.Speaker{ProjectID: s.project, ID: speakers[i], SourceID: source.ID, Name: name, Moderator: i == 0, Version: 1})
	}
	revision := study.Revision{ProjectID: s.project, SourceID: source.ID, Number: 1}
	var text strings.Builder
	at := 0
	for i, turn := range s.interview(number) {
		length := study.TextLen(turn)
		revision.Turns = append(revision.Turns, study.Turn{Index: i, Range: study.Range{Start: at, End: at + length}, Speaker: speakers[i%len(speakers)]})
		text.WriteString(turn + "\n")
		at += length + 1
	}
	revision.Text = text.String()
	source.Length, source.Words, source.Turns = at, study.WordCount(revision.Text), len(revision.Turns)
	all.sources = append(all.sources, source)
	s.codingsOf(number, source.ID, revision.Turns, all)
	firm := study.Case{ProjectID: s.project, ID: study.NewID(), Name: fmt.Sprintf("Firm %d", number+1), Sort: study.Firm, CreatedBy: s.who, CreatedAt: study.Now(), Version: 1}
	firm = firm.With(s.sector, fmt.Sprintf("Sector %d", number%sectors+1))
	all.cases = append(all.cases, firm)
	all.ties = append(all.ties, study.Tie{ProjectID: s.project, ID: study.NewID(), CaseID: firm.ID, TargetKind: "source", TargetID: source.ID, SourceID: source.ID, CreatedBy: s.who, CreatedAt: study.Now()})
	return revision
}

// codingsOf codes passages of 60 to 300 characters, some of which overlap.
func (s *seeding) codingsOf(number int, source study.ID, turns []study.Turn, all *written) {
	r, coded := rand.New(rand.NewPCG(3, uint64(number))), map[study.Range]bool{}
	for range codingsEach {
		turn := turns[r.IntN(len(turns))]
		start := turn.Start + r.IntN(turn.Len()/2)
		p := study.Passage{ProjectID: s.project, ID: study.NewID(), SourceID: source, Range: study.Range{Start: start, End: min(start+60+r.IntN(240), turns[len(turns)-1].End)}, CreatedBy: s.who, CreatedAt: study.Now()}
		if coded[p.Range] {
			continue
		}
		coded[p.Range] = true
		all.passages = append(all.passages, p)
		all.codings = append(all.codings, study.Coding{ProjectID: s.project, ID: study.NewID(), PassageID: p.ID, SourceID: source, CodeID: s.codes[r.IntN(len(s.codes))], CoderID: s.who, At: study.Now()})
	}
}
