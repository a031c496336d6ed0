// Package ingest turns a file into the text, turns, speakers and times of a source.
//
// Each format has one file with one reader, which finds paragraphs. What is common
// to all formats follows in this order: times and labels are recognised at the
// starts of paragraphs (stamp.go, label.go), the document as a whole decides which
// labels are speakers (cast.go), and turns are woven into one text (weave.go).
package ingest

import (
	"context"
	"errors"
	"path"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// The limits that hold for every file. Those of size are checked before memory is taken.
const (
	MaxFile = 100 << 20  // bytes of an uploaded file
	MaxText = 10_000_000 // code points of the text of one source

	maxParagraphs = 1_000_000   // of one file: each takes memory, however short
	maxTime       = time.Minute // of reading one file
)

// Options are what a person may say about a file after seeing the preview.
type Options struct {
	// Charset forces a character set by its IANA name; empty finds it out.
	Charset string `json:"charset,omitempty"`
	// Password opens a protected file.
	Password string `json:"password,omitempty"`
	// Speakers name the labels found in the file.
	Speakers []SpeakerRule `json:"speakers,omitempty"`
	// Table says how the rows of a table are read; nil takes the guess of the preview.
	Table *TableRule `json:"table,omitempty"`
}

// SpeakerRule says who speaks under a label. Two labels with the same name are one
// speaker; an empty name says that the label is not a speaker but part of the text.
// A label that was not taken for a speaker becomes one when a rule names it.
type SpeakerRule struct {
	Label     string `json:"label"`
	Name      string `json:"name"`
	Moderator bool   `json:"moderator"`
}

// Document is what was found in a file.
type Document struct {
	Format   string // txt, md, rst, docx, pdf, vtt or srt
	Charset  string // IANA name of the character set it was read in
	Title    string // at most study.MaxName code points, never empty
	Language string // BCP 47 tag when the file states one
	Text     string // LF line ends, no BOM; the turns joined by line ends
	Turns    []Turn
	Speakers []Speaker // in the order in which they first speak
	Comments []Comment
	Tables   []TableFound // of the file; in its first document only
	Warnings []string     // sentences about what should be checked
	Meta     map[string]string
	Pages    []study.Page // of a format that has pages, else none
}

// Comment is what somebody wrote in the margin of a document. An empty range means that
// the words it stood on are not in the text.
type Comment struct {
	study.Range
	Author, Text string
	At           time.Time // zero when the file doesn't say
}

// Turn is one speaker's contribution, one cue, or one paragraph where nobody speaks.
// Ranges are in text order, don't overlap and cover every word.
type Turn struct {
	study.Range
	Speaker      int  // index into Speakers, -1 for none
	FromMs, ToMs *int // milliseconds from the start of the recording
}

// Speaker is a voice and the labels that stand for it in the file.
type Speaker struct {
	Labels    []string // as found, without numbers, colons and marks
	Name      string
	Turns     int
	Moderator bool // as the rules say, else guessed from the label
}

// Read gives the first document of a file; see ReadAll.
func Read(ctx context.Context, name string, data []byte, opts Options) (*Document, error) {
	docs, err := ReadAll(ctx, name, data, opts)
	if err != nil {
		return nil, err
	}
	return docs[0], nil
}

// ReadAll reads a file: one document, or one a row of a table. The name serves for its
// ending and as a last resort for the title; the content decides where the two disagree.
// Files that can't be read give a study.Error of kind Invalid or TooLarge; the deadline
// of ctx is honoured, and a minute is the longest it may take.
func ReadAll(ctx context.Context, name string, data []byte, opts Options) (docs []*Document, err error) {
	err = reading(ctx, name, data, opts, func(ctx context.Context, in *input) error {
		found, err := in.format.read(ctx, in)
		if err == nil {
			docs, err = in.weave(ctx, found)
		}
		return err
	})
	return docs, err
}

// reading opens a file and has it read, within the limits that hold for every file.
func reading(ctx context.Context, name string, data []byte, opts Options, do func(ctx context.Context, in *input) error) (err error) {
	defer func() {
		if recover() != nil {
			err = study.Errorf(study.Invalid, "The file is damaged and can't be read: open it in the program that made it, save it anew and add it again.")
		}
	}()
	ctx, stop := context.WithTimeout(ctx, maxTime)
	defer stop()
	in, err := open(name, data, opts)
	if err != nil {
		return err
	}
	return inTime(do(ctx, in))
}

// weave makes a document of each draft. One without words is left out beside others.
func (in *input) weave(ctx context.Context, found *draft) (docs []*Document, err error) {
	for _, one := range append([]*draft{found}, found.others...) {
		doc, err := weave(ctx, in, one, in.options.Speakers)
		if errors.Is(err, errNoWords) && len(found.others) > 0 {
			continue
		}
		if err != nil {
			return nil, err
		}
		docs, in.notes = append(docs, doc), nil
	}
	if len(docs) == 0 {
		return nil, errNoWords
	}
	docs[0].Tables = found.tables
	return docs, nil
}

var errParagraphs = study.Errorf(study.TooLarge, "The file has more than a million lines or paragraphs: split it and add the parts.")

var errNoWords = study.Errorf(study.Invalid, "There are no words in the file.")

// inTime turns a passed deadline into something a person can act on.
func inTime(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return study.Errorf(study.TooLarge, "The file takes too long to read: split it and add the parts.")
	}
	return study.Wrap(err, "reading a file")
}

// input is a file on its way to a reader.
type input struct {
	format  *format
	title   string // the name without folder and ending
	data    []byte
	text    string // decoded and cleaned, for formats that are plain text
	charset string
	notes   []string
	options Options
}

func open(name string, data []byte, opts Options) (*input, error) {
	if err := checkNames(name, opts.Speakers); err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, study.Errorf(study.Invalid, "The file is empty.")
	}
	if len(data) > MaxFile {
		return nil, study.Errorf(study.TooLarge, "The file is larger than %d MB: split it and add the parts.", MaxFile>>20)
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	ending := strings.ToLower(path.Ext(base))
	in := &input{title: strings.TrimSuffix(base, path.Ext(base)), data: data, options: opts}
	return in, in.recognise(ending, opts.Charset)
}

func checkNames(name string, rules []SpeakerRule) error {
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '/' || r == '\\' }) {
		if part == ".." {
			return study.Errorf(study.Invalid, "The file's name leads to another folder: rename it and add it again.")
		}
	}
	for _, rule := range rules {
		if rule.Name == "" {
			continue
		}
		if err := study.CheckName("speaker", rule.Name); err != nil {
			return err
		}
	}
	return nil
}

// draft is what a reader hands over: paragraphs in reading order.
type draft struct {
	title      string
	language   string
	meta       map[string]string
	paragraphs []paragraph
	cues       bool // every paragraph is a cue with its times
	wrap       wrap
	warnings   []string
	comments   []Comment // whose ranges the anchors of paragraphs give
	tables     []TableFound
	others     []*draft     // the further documents of the file
	pages      []study.Page // which the paragraphs' placements count, without words yet
}

// wrap says what a line end within a paragraph means in a format.
type wrap int

const (
	hard   wrap = iota // a line is a paragraph
	soft               // a line goes on in the next
	unsure             // plain text: the lines tell
)

// paragraph is one line of a plain file, or one block of a marked-up one.
type paragraph struct {
	text    string
	follows bool   // no blank line stands between it and the one before
	heading bool   // a section's title, spoken by nobody
	aside   bool   // a stage direction, set apart by the file's own markup
	quoted  bool   // a list item or verbatim block, in which no labels are looked for
	strong  bool   // begins in bold or italics, as labels often do
	voice   string // the speaker, when the format itself says so
	anchors []anchor
	place   *placement // of its words on pages, for a format that has pages
	stamp
}

// anchor is where in a paragraph a comment begins or ends. It is counted from the end,
// since times and labels are taken off the beginning.
type anchor struct {
	comment int // index into the comments of the draft
	ends    bool
	back    int // code points before the end of the paragraph
}
