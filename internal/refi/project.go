package refi

import (
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Project is all that a file holds. A codebook file fills Codes and Sets only.
type Project struct {
	Name        string     `xml:"name,attr"`
	Origin      string     `xml:"origin,attr,omitempty"` // the program that wrote it
	CreatedBy   study.ID   `xml:"creatingUserGUID,attr,omitempty"`
	CreatedAt   *time.Time `xml:"creationDateTime,attr,omitempty"`
	ChangedBy   study.ID   `xml:"modifyingUserGUID,attr,omitempty"`
	ChangedAt   *time.Time `xml:"modifiedDateTime,attr,omitempty"`
	BasePath    string     `xml:"basePath,attr,omitempty"` // where files lie that are not inside
	Users       []User     `xml:"Users>User"`
	Codes       []Code     `xml:"CodeBook>Codes>Code"`
	Variables   []Variable `xml:"Variables>Variable"`
	Cases       []Case     `xml:"Cases>Case"`
	Sources     *Sources   `xml:"Sources"`
	Notes       []Source   `xml:"Notes>Note"`
	Links       []Link     `xml:"Links>Link"`
	Sets        []Set      `xml:"Sets>Set"`
	Graphs      []Graph    `xml:"Graphs>Graph"`
	Description string     `xml:"Description,omitempty"`
	NoteRefs    []Ref      `xml:"NoteRef"`

	Codebook bool      `xml:"-"` // whether the file is a codebook
	Findings []Finding `xml:"-"` // what in the file was not as the standard has it
	Fits     []Fit     `xml:"-"` // how the positions of each text were counted
}

// User is a person who worked on the project.
type User struct {
	ID   study.ID `xml:"guid,attr"`
	Name string   `xml:"name,attr,omitempty"`
	Sign string   `xml:"id,attr,omitempty"` // initials, or what they sign in with
}

// Stamp says who made a thing and who changed it last.
type Stamp struct {
	CreatedBy study.ID   `xml:"creatingUser,attr,omitempty"`
	CreatedAt *time.Time `xml:"creationDateTime,attr,omitempty"`
	ChangedBy study.ID   `xml:"modifyingUser,attr,omitempty"`
	ChangedAt *time.Time `xml:"modifiedDateTime,attr,omitempty"`
}

// Ref names a thing by its id.
type Ref struct {
	Target study.ID `xml:"targetGUID,attr"`
}
