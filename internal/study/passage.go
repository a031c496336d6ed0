package study

import "time"

// Passage is a marked range of a source's text. It may stand without a code.
// One person has at most one passage on a range.
type Passage struct {
	ProjectID ID `json:"-"`
	ID        ID `json:"id"`
	SourceID  ID `json:"source"`
	Range
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
}

// Kind and Key name the record in the journal.
func (Passage) Kind() string { return "passage" }
func (p Passage) Key() ID    { return p.ID }

// Coding is one code on one passage by one coder.
type Coding struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	PassageID ID        `json:"passage"`
	SourceID  ID        `json:"source"`
	CodeID    ID        `json:"code"`
	CoderID   ID        `json:"coder"`
	At        time.Time `json:"at"`
}

// Kind and Key name the record in the journal.
func (Coding) Kind() string { return "coding" }
func (c Coding) Key() ID    { return c.ID }

// Memo is a dated, authored note on one thing of the project.
type Memo struct {
	ProjectID  ID        `json:"-"`
	ID         ID        `json:"id"`
	Sort       string    `json:"kind" enum:"analytic,methodological,reflexive"`
	Title      string    `json:"title"`
	Body       string    `json:"body"`
	TargetKind string    `json:"targetKind" enum:"passage,code,source,strand,project"`
	TargetID   ID        `json:"target"`
	AuthorID   ID        `json:"author"`
	CreatedAt  time.Time `json:"createdAt"`
	UpdatedAt  time.Time `json:"updatedAt"`
	Version    int       `json:"version"`
}

// Kind and Key name the record in the journal.
func (Memo) Kind() string { return "memo" }
func (m Memo) Key() ID    { return m.ID }

// Validate checks what a person can set.
func (m Memo) Validate() error {
	switch m.Sort {
	case "analytic", "methodological", "reflexive":
	default:
		return FieldError("kind", "A memo is analytic, methodological or reflexive.")
	}
	if m.Title == "" && m.Body == "" {
		return FieldError("body", "The memo is empty.")
	}
	if m.Title != "" {
		if err := CheckName("title", m.Title); err != nil {
			return err
		}
	}
	return CheckProse("body", m.Body)
}
