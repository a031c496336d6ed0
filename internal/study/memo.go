package study

import (
	"database/sql/driver"
	"time"
)

// Memo is a dated, authored note on one thing of the project, linked to any number of others.
type Memo struct {
	ProjectID  ID        `json:"-"`
	ID         ID        `json:"id"`
	Sort       string    `json:"kind" enum:"analytic,methodological,reflexive"`
	Title      string    `json:"title"`
	Body       string    `json:"body"`
	TargetKind string    `json:"targetKind" enum:"passage,code,source,strand,project"`
	TargetID   ID        `json:"target"`
	Links      Links     `json:"links,omitempty" doc:"What else it is about"`
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
	if len(m.Links) > MaxLinks {
		return FieldError("links", "The memo is linked to more than %d things.", MaxLinks)
	}
	return CheckProse("body", m.Body)
}

// MaxLinks is the most things that a memo may be linked to.
const MaxLinks = 200

// Link names a thing that a memo is about.
type Link struct {
	Kind string `json:"kind" enum:"passage,code,source,strand,project"`
	ID   ID     `json:"id"`
}

// Links is a list of links; the database keeps it as a JSON array.
type Links []Link

// Value writes the list as JSON.
func (l Links) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *Links) Scan(v any) error { return scanList((*[]Link)(l), v) }
