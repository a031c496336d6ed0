// Package demo makes the sample study through the same actions that people use: its
// files are imported, coded and annotated, never written past the rules.
package demo

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

// files are the transcripts as they would be uploaded, and beside each what its coders
// made of it.
//
//go:embed study
var files embed.FS

// source is what stands beside a transcript.
type source struct {
	Strand     string
	Title      string
	File       string
	As         string // docx: the transcript becomes a Word file before it is imported
	Language   string
	Moderators []string
	Codings    []coding
	Memos      []memo
}

// coding is [coder, code, first words, last words, time].
type coding [5]string

type memo struct {
	By, Kind, On, Code, From, To, Title, Text string
	At                                        time.Time
}

// team are the people of the sample study. They have no password: their work is there to
// be read, and nobody can sign in as them.
var team = []struct {
	key, name string
	role      study.Role
}{
	{"amira", "Amira Osei", study.Lead},
	{"rukhsana", "Rukhsana Nazir", study.Researcher},
	{"tom", "Tom Beckett", study.Reader},
}

const (
	name = "The productivity gap of small and medium-sized firms in Lancashire"
	aim  = "How owners and managers relate human, social and institutional capital to productivity, while the county's strategic economic plan is refreshed. The people, firms and words in this sample are invented."
)

// Seed makes the sample study with lead as one of its leads.
func Seed(ctx context.Context, a *app.App, lead study.Actor) error {
	p, err := a.AddProject(ctx, lead, app.NewProject{Name: name, Aim: aim, Template: "lancashire"})
	if err != nil {
		return fmt.Errorf("begin the sample study: %w", err)
	}
	s := &seeding{app: a, project: p.ID, people: map[string]study.Actor{}, codes: map[string]study.ID{}, strands: map[string]study.ID{}}
	for _, step := range []func(context.Context, study.Actor) error{s.join, s.know, s.guide, s.sources, s.cases, s.survey, s.book} {
		if err := step(ctx, lead); err != nil {
			return fmt.Errorf("make the sample study: %w", err)
		}
	}
	return nil
}

type seeding struct {
	app     *app.App
	project study.ID
	people  map[string]study.Actor
	codes   map[string]study.ID
	strands map[string]study.ID
}

func (s *seeding) join(ctx context.Context, lead study.Actor) error {
	for _, m := range team {
		account, err := s.app.AddAccount(ctx, app.NewAccount{Email: m.key + "@selvedge.example", Name: m.name})
		if err != nil {
			return err
		}
		if err := s.app.AddMember(ctx, lead, s.project, account.ID, m.role); err != nil {
			return err
		}
		s.people[m.key] = study.Actor{Account: account}
	}
	return nil
}

func (s *seeding) know(ctx context.Context, lead study.Actor) error {
	codes, err := s.app.Codes(ctx, lead, s.project)
	if err != nil {
		return err
	}
	for _, c := range codes {
		s.codes[c.Name] = c.ID
	}
	strands, err := s.app.Strands(ctx, lead, s.project)
	for _, st := range strands {
		s.strands[st.Name] = st.ID
	}
	return err
}

func (s *seeding) sources(ctx context.Context, _ study.Actor) error {
	names, err := fs.Glob(files, "study/*.json")
	if err != nil {
		return err
	}
	for _, n := range names {
		if err := s.source(ctx, n); err != nil {
			return fmt.Errorf("%s: %w", n, err)
		}
	}
	return nil
}

func (s *seeding) source(ctx context.Context, name string) error {
	raw, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	var src source
	if err := json.Unmarshal(raw, &src); err != nil {
		return err
	}
	id, text, err := s.bring(ctx, src)
	if err != nil {
		return err
	}
	if err := s.code(ctx, src, id, text); err != nil {
		return err
	}
	return s.annotate(ctx, src, id, text)
}

// bring imports the transcript as its interviewer would.
func (s *seeding) bring(ctx context.Context, src source) (study.ID, string, error) {
	data, err := files.ReadFile("study/" + src.File)
	if err != nil {
		return "", "", err
	}
	upload := app.Upload{Name: src.Title + src.File[strings.LastIndexByte(src.File, '.'):], Data: data, Strand: s.strands[src.Strand], Title: src.Title, Language: src.Language}
	if src.As == "docx" {
		upload.Name = src.Title + ".docx"
		if upload.Data, err = wordFile(string(data)); err != nil {
			return "", "", err
		}
	}
	by := s.people["amira"]
	found, err := s.app.Preview(ctx, by, s.project, upload)
	if err != nil {
		return "", "", err
	}
	upload.Options.Speakers = moderators(found.Documents[0], src.Moderators)
	view, _, err := s.app.Import(ctx, by, s.project, upload)
	return view.ID, found.Documents[0].Text, err
}

// moderators are the rules that mark who asks the questions.
func moderators(doc *ingest.Document, names []string) (rules []ingest.SpeakerRule) {
	for _, sp := range doc.Speakers {
		for _, label := range sp.Labels {
			rules = append(rules, ingest.SpeakerRule{Label: label, Name: sp.Name, Moderator: slices.Contains(names, sp.Name) || slices.Contains(names, label)})
		}
	}
	return rules
}

// code makes each coder's codings of a source as one action.
func (s *seeding) code(ctx context.Context, src source, id study.ID, text string) error {
	by := map[string][]app.NewCoding{}
	for _, c := range src.Codings {
		at, err := time.Parse(time.RFC3339, c[4])
		if err != nil {
			return err
		}
		place, err := find(text, c[2], c[3])
		if err != nil {
			return err
		}
		code, known := s.codes[c[1]]
		if !known {
			return fmt.Errorf("no code %q", c[1])
		}
		by[c[0]] = append(by[c[0]], app.NewCoding{Source: id, Range: place, Code: code, At: at})
	}
	for _, m := range team {
		if len(by[m.key]) == 0 {
			continue
		}
		if _, _, err := s.app.ChangeCodings(ctx, s.people[m.key], s.project, app.CodingBatch{Add: by[m.key]}); err != nil {
			return err
		}
	}
	return nil
}

func (s *seeding) annotate(ctx context.Context, src source, id study.ID, text string) error {
	for _, m := range src.Memos {
		n := app.NewMemo{Memo: study.Memo{Sort: m.Kind, Title: m.Title, Body: m.Text, TargetKind: m.On, TargetID: id}, At: m.At}
		switch m.On {
		case "code":
			n.TargetID = s.codes[m.Code]
		case "passage":
			place, err := find(text, m.From, m.To)
			if err != nil {
				return err
			}
			n.Source, n.Range = id, place
		}
		if _, _, err := s.app.AddMemo(ctx, s.people[m.By], s.project, n); err != nil {
			return err
		}
	}
	return nil
}

// find gives the range from the only place of some first words to the end of the nearest
// last words.
func find(text, first, last string) (study.Range, error) {
	if n := strings.Count(text, first); n != 1 {
		return study.Range{}, fmt.Errorf("%q stands %d times in the text", first, n)
	}
	start := strings.Index(text, first)
	end := strings.Index(text[start:], last)
	if end < 0 {
		return study.Range{}, fmt.Errorf("%q does not follow %q", last, first)
	}
	p := study.NewPositions(text)
	return study.Range{Start: p.Point(start), End: p.Point(start + end + len(last))}, nil
}

// Transcripts gives each transcript of the sample study as it would be uploaded; those
// that become Word files come as plain text.
func Transcripts(give func(name string, data []byte) error) error {
	return fs.WalkDir(files, "study", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(path, ".json") {
			return err
		}
		data, err := files.ReadFile(path)
		if err != nil {
			return err
		}
		return give(entry.Name(), data)
	})
}
