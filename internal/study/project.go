package study

import (
	"strings"
	"time"
)

// Project is one study with its team, sources and codebook.
type Project struct {
	ID        ID        `json:"id"`
	Name      string    `json:"name"`
	Aim       string    `json:"aim"`
	Seq       int64     `json:"seq" doc:"Number of the newest journal entry"`
	StopWords string    `json:"stopWords,omitempty" doc:"Words that counts of words leave out, with blanks between them; empty for the usual ones of the sources' languages"`
	Version   int       `json:"version"`
	CreatedAt time.Time `json:"createdAt"`
}

// Kind and Key name the record in the journal.
func (Project) Kind() string { return "project" }
func (p Project) Key() ID    { return p.ID }

// Edition is the version of it; each change makes the next.
func (p *Project) Edition() *int { return &p.Version }

// Validate checks the project's own fields.
func (p Project) Validate() error {
	if err := CheckName("name", p.Name); err != nil {
		return err
	}
	if len(strings.Fields(p.StopWords)) > MaxStopWords {
		return FieldError("words", "A stop list has at most %d words.", MaxStopWords)
	}
	return CheckProse("aim", p.Aim)
}

// Strand is a component of the project with its own question.
type Strand struct {
	ProjectID ID     `json:"-"`
	ID        ID     `json:"id"`
	Name      string `json:"name"`
	Question  string `json:"question"`
	Sort      string `json:"kind" doc:"interviews, focus group, survey or documents" enum:"interviews,focus group,survey,documents"`
	Position  int    `json:"position"`
	Asked     IDs    `json:"asked" doc:"The codes that the interview guide asks about, with those under them; empty where it isn't said"`
	Version   int    `json:"version"`
}

// Kind and Key name the record in the journal.
func (Strand) Kind() string { return "strand" }
func (s Strand) Key() ID    { return s.ID }

// Edition is the version of it; each change makes the next.
func (s *Strand) Edition() *int { return &s.Version }

// Validate checks the strand's own fields.
func (s Strand) Validate() error {
	if err := CheckName("name", s.Name); err != nil {
		return err
	}
	if len(s.Asked) > MaxSet {
		return FieldError("asked", "A guide names at most %d codes.", MaxSet)
	}
	switch s.Sort {
	case "interviews", "focus group", "survey", "documents":
		return CheckProse("question", s.Question)
	}
	return FieldError("kind", "A strand is interviews, a focus group, a survey or documents.")
}
