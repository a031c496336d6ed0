package refi

import (
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Selection is a marked part of a source of any kind. Start and End are code points of a
// text, half-open; corners are pixels of a picture, or points from the left bottom corner of
// a page that counts from 0; Begin and Finish are milliseconds.
type Selection struct {
	ID      study.ID `xml:"guid,attr"`
	Name    string   `xml:"name,attr,omitempty"`
	Start   *int     `xml:"startPosition,attr"`
	End     *int     `xml:"endPosition,attr"`
	Page    *int     `xml:"page,attr"`
	FirstX  *int     `xml:"firstX,attr"`
	FirstY  *int     `xml:"firstY,attr"`
	SecondX *int     `xml:"secondX,attr"`
	SecondY *int     `xml:"secondY,attr"`
	Begin   *int     `xml:"begin,attr"`
	Finish  *int     `xml:"end,attr"`
	From    study.ID `xml:"fromSyncPoint,attr,omitempty"`
	To      study.ID `xml:"toSyncPoint,attr,omitempty"`
	Stamp
	Description    string   `xml:"Description,omitempty"`
	Representation *Source  `xml:"Representation"` // the words in it, of a PDF
	Codings        []Coding `xml:"Coding"`
	NoteRefs       []Ref    `xml:"NoteRef"`
}

// Range is where it is in a text; false where it isn't said.
func (s Selection) Range() (study.Range, bool) {
	if s.Start == nil || s.End == nil {
		return study.Range{}, false
	}
	return study.Range{Start: *s.Start, End: *s.End}, true
}

// Coding is one code on a selection or a source, by one person.
type Coding struct {
	ID       study.ID   `xml:"guid,attr"`
	By       study.ID   `xml:"creatingUser,attr,omitempty"`
	At       *time.Time `xml:"creationDateTime,attr,omitempty"`
	Code     Ref        `xml:"CodeRef"`
	NoteRefs []Ref      `xml:"NoteRef"`
}
