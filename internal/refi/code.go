package refi

import "github.com/selvedge/selvedge/internal/study"

// Code is a code with those under it.
type Code struct {
	ID          study.ID `xml:"guid,attr"`
	Name        string   `xml:"name,attr"`
	Codable     bool     `xml:"isCodable,attr"` // false for a heading
	Color       string   `xml:"color,attr,omitempty"`
	Description string   `xml:"Description,omitempty"`
	NoteRefs    []Ref    `xml:"NoteRef"`
	Codes       []Code   `xml:"Code"`
}

// Set is a group of codes, sources and notes. Sets don't nest.
type Set struct {
	ID          study.ID `xml:"guid,attr"`
	Name        string   `xml:"name,attr"`
	Description string   `xml:"Description,omitempty"`
	Codes       []Ref    `xml:"MemberCode"`
	Sources     []Ref    `xml:"MemberSource"`
	Notes       []Ref    `xml:"MemberNote"`
}
