package study

import (
	"time"
	"unicode/utf8"
)

// Bookmark is a place in a source that one person wants to come back to. It is a note to
// oneself: nobody else's list shows it, though the journal keeps it like every change.
type Bookmark struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	SourceID  ID        `json:"source"`
	Position  int       `json:"position" doc:"Code point"`
	Name      string    `json:"name" doc:"May be empty"`
	OwnerID   ID        `json:"owner"`
	CreatedAt time.Time `json:"createdAt"`
}

// Kind and Key name the record in the journal.
func (Bookmark) Kind() string { return "bookmark" }
func (b Bookmark) Key() ID    { return b.ID }

// Validate checks what a person can set, in a text of length code points.
func (b Bookmark) Validate(length int) error {
	if b.Position < 0 || b.Position >= length {
		return FieldError("position", "The place %d does not lie within the text of %d characters.", b.Position, length)
	}
	if utf8.RuneCountInString(b.Name) > MaxName {
		return FieldError("name", "The name is longer than %d characters.", MaxName)
	}
	return CheckProse("name", b.Name)
}
