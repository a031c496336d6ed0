package refi

import (
	"encoding/xml"

	"github.com/selvedge/selvedge/internal/study"
)

// The kinds of sources, by the names of their elements.
const (
	TextSource    = "TextSource"
	PictureSource = "PictureSource"
	PDFSource     = "PDFSource"
	AudioSource   = "AudioSource"
	VideoSource   = "VideoSource"
)

// Sources are sources of any kind, in order.
type Sources struct {
	List []Source `xml:",any"`
}

// Source is a source of any kind, or what the standard builds like one: a note, the text of
// a PDF or of a picture. Which fields are used depends on the kind.
type Source struct {
	XMLName xml.Name
	ID      study.ID `xml:"guid,attr"`
	Name    string   `xml:"name,attr,omitempty"`
	Paths
	Path        string `xml:"path,attr,omitempty"`        // of the picture, PDF or recording
	CurrentPath string `xml:"currentPath,attr,omitempty"` // where it lay once
	Stamp
	Description       string       `xml:"Description,omitempty"`
	Content           *string      `xml:"PlainTextContent"`
	TextDescription   *Source      `xml:"TextDescription"` // of a picture
	Transcripts       []Transcript `xml:"Transcript"`
	TextSelections    []Selection  `xml:"PlainTextSelection"`
	PictureSelections []Selection  `xml:"PictureSelection"`
	PDFSelections     []Selection  `xml:"PDFSelection"`
	AudioSelections   []Selection  `xml:"AudioSelection"`
	VideoSelections   []Selection  `xml:"VideoSelection"`
	Representation    *Source      `xml:"Representation"` // the text of a PDF
	Codings           []Coding     `xml:"Coding"`
	NoteRefs          []Ref        `xml:"NoteRef"`
	Values            []Value      `xml:"VariableValue"`

	Words `xml:"-"`
}

// Kind is the name of its element.
func (s Source) Kind() string { return s.XMLName.Local }

// Paths say where the words of a text are, plain and in rich text.
type Paths struct {
	RichText  string `xml:"richTextPath,attr,omitempty"`
	PlainText string `xml:"plainTextPath,attr,omitempty"`
}

// Words are the text of a source: LF line ends, no byte order mark. Known is false where the
// file holds none.
type Words struct {
	Text  string
	Known bool
}

// Transcript is what is said in a recording.
type Transcript struct {
	ID   study.ID `xml:"guid,attr"`
	Name string   `xml:"name,attr,omitempty"`
	Paths
	Stamp
	Description string      `xml:"Description,omitempty"`
	Content     *string     `xml:"PlainTextContent"`
	SyncPoints  []SyncPoint `xml:"SyncPoint"`
	Selections  []Selection `xml:"TranscriptSelection"`
	NoteRefs    []Ref       `xml:"NoteRef"`

	Words `xml:"-"`
}

// SyncPoint ties a place of a transcript, in code points, to a time, in milliseconds.
type SyncPoint struct {
	ID       study.ID `xml:"guid,attr"`
	Time     *int     `xml:"timeStamp,attr"`
	Position *int     `xml:"position,attr"`
}

// texts visits everything that has words of its own, outermost first.
func (p *Project) texts(visit func(t *text)) {
	if p.Sources != nil {
		for i := range p.Sources.List {
			p.Sources.List[i].texts(visit)
		}
	}
	for i := range p.Notes {
		p.Notes[i].texts(visit)
	}
}

func (s *Source) texts(visit func(t *text)) {
	switch s.Kind() {
	case PictureSource, PDFSource, AudioSource, VideoSource:
	default:
		visit(s.text())
	}
	for _, inner := range []*Source{s.TextDescription, s.Representation} {
		if inner != nil {
			inner.texts(visit)
		}
	}
	for i := range s.PDFSelections {
		if quoted := s.PDFSelections[i].Representation; quoted != nil {
			t := quoted.text()
			t.inside = true
			visit(t)
		}
	}
	for i := range s.Transcripts {
		t := &s.Transcripts[i]
		visit(&text{name: firstOf(t.Name, s.Name), id: t.ID, plain: &t.PlainText, content: &t.Content, words: &t.Words, points: t.SyncPoints})
	}
}

func (s *Source) text() *text {
	return &text{name: s.Name, id: s.ID, plain: &s.PlainText, content: &s.Content, words: &s.Words, selections: s.TextSelections, inside: s.Kind() == "Note"}
}

// text is anything that has words, with the places that are counted in them.
type text struct {
	name       string
	id         study.ID
	plain      *string  // the path of its file
	content    **string // inside the XML
	inside     bool     // it is written in the XML and not as a file
	words      *Words
	selections []Selection
	points     []SyncPoint
}

func firstOf(choices ...string) string {
	for _, c := range choices {
		if c != "" {
			return c
		}
	}
	return ""
}
