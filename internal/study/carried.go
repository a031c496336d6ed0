package study

import "database/sql/driver"

// Carried is something that came with a project from another program and that isn't shown here:
// kept as it was, so that it goes along when the project goes on. It is a thing of its own, or
// with an owner what the exchange format says of a thing beyond what is shown of it.
type Carried struct {
	ProjectID ID           `json:"-"`
	ID        ID           `json:"id"`
	Element   string       `json:"element" doc:"What the exchange format calls it"`
	OwnerID   ID           `json:"owner,omitempty" doc:"The thing that it says more of"`
	Position  int          `json:"position" doc:"Order among all of the project, from 0"`
	Content   string       `json:"content" doc:"XML"`
	Files     CarriedFiles `json:"files"`
}

// Kind and Key name the record in the journal.
func (Carried) Kind() string { return "carried" }
func (c Carried) Key() ID    { return c.ID }

// CarriedFile is a file that came along.
type CarriedFile struct {
	Path string `json:"path" doc:"By which the content names it"`
	Blob string `json:"blob" doc:"SHA-256 of the bytes, in hexadecimal"`
}

// CarriedFiles is a list of files; the database keeps it as a JSON array.
type CarriedFiles []CarriedFile

// Value writes the list as JSON.
func (l CarriedFiles) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *CarriedFiles) Scan(v any) error { return scanList((*[]CarriedFile)(l), v) }
