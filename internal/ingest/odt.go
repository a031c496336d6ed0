package ingest

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

const openDocument = "application/vnd.oasis.opendocument."

func looksODT(in *input) bool {
	return isZip(in.data) && (bytes.Contains(in.data, []byte(openDocument)) || bytes.Contains(in.data, []byte("mimetype")) && (bytes.Contains(in.data, []byte("content.xml")) || bytes.Contains(in.data, []byte(wholePackage))))
}

// readODT reads an OpenDocument text as its reader sees it: changes are accepted, tables
// go cell by cell, notes stand at the end. Heads and feet of pages are left out.
func readODT(ctx context.Context, in *input) (*draft, error) {
	a, err := openArchive(in.data)
	if err != nil {
		return nil, err
	}
	if err := a.odtKind(); err != nil {
		return nil, err
	}
	if a, err = a.unlockODT(ctx, in.options.Password); err != nil {
		return nil, err
	}
	o := &odt{styles: map[string]odtStyle{}}
	if a.parts["styles.xml"] != nil {
		if err := a.walk(ctx, "styles.xml", o.style); err != nil {
			return nil, err
		}
	}
	if err := a.walk(ctx, "content.xml", o.visit); err != nil {
		return nil, err
	}
	found := &draft{paragraphs: append(o.out, o.notes...), comments: o.remarks.comments(o.said)}
	if o.hidden {
		found.warnings = append(found.warnings, hiddenLeftOut)
	}
	return found, nil
}

const hiddenLeftOut = "Hidden text was left out."

// odtKind refuses what is of the same family, but no text.
func (a *archive) odtKind() error {
	f := a.parts["mimetype"]
	if f == nil {
		return nil
	}
	body, err := f.Open()
	if err != nil {
		return errDamaged
	}
	defer body.Close()
	name, err := io.ReadAll(io.LimitReader(body, 200))
	kind, is := strings.CutPrefix(string(name), openDocument)
	switch {
	case err != nil:
		return errDamaged
	case !is:
		return study.Errorf(study.Invalid, "%s", archiveSentence(name))
	case strings.HasPrefix(kind, "spreadsheet"):
		return study.Errorf(study.Invalid, "An OpenDocument spreadsheet: save it as xlsx or csv and add it again.")
	case !strings.HasPrefix(kind, "text"):
		return study.Errorf(study.Invalid, "An OpenDocument slide show or drawing: save its text as docx or txt and add it again.")
	}
	return nil
}

// odt collects paragraphs from the tokens of an OpenDocument part.
type odt struct {
	styles   map[string]odtStyle
	styling  string // the style that is being read
	out      []paragraph
	notes    []paragraph
	count    int // notes
	remarks  remarks
	said     map[string]Comment
	hidden   bool
	body     bool
	skipping skipping
	elements []odtElement
	open     []*block
}

// odtElement is an element that is open, with what its end has to put back.
type odtElement struct {
	name         string
	bold, hidden bool
	note         bool        // its paragraphs go to the notes
	comment      *Comment    // its paragraphs are a comment
	before       []paragraph // what was collected when it began
	inner        []*block    // what was open then
}

func (o *odt) visit(token xml.Token) error {
	if o.skipping.over(token) {
		return nil
	}
	switch t := token.(type) {
	case xml.StartElement:
		o.start(t)
	case xml.EndElement:
		if o.end(t.Name.Local); len(o.out) > maxParagraphs {
			return errParagraphs
		}
	case xml.CharData:
		o.words(string(t))
	}
	return o.style(token)
}

// odtLeftOut are elements whose content is not text of the document: settings, deleted
// words, the reading aids above East Asian characters, what describes a picture.
var odtLeftOut = wordSet(`tracked-changes forms scripts settings sequence-decls variable-decls user-field-decls dde-connection-decls
	ruby-text covered-table-cell note-citation hidden-text title desc shape-text glue-point event-listeners meta bibliography-source
	table-of-content-source illustration-index-source table-index-source alphabetical-index-source user-index-source object-ole binary-data math`)

func (o *odt) start(t xml.StartElement) {
	name := t.Name.Local
	switch {
	case name == "text" && strings.HasSuffix(t.Name.Space, ":office:1.0"):
		o.body = true
	case o.body && odtLeftOut[name] && !(name == "title" && strings.HasSuffix(t.Name.Space, ":text:1.0")):
		o.skipping = 1
		return
	case o.body && name == "section" && attr(t, "display") == "none":
		o.skipping, o.hidden = 1, true
		return
	}
	e := odtElement{name: name}
	if n := len(o.elements); n > 0 {
		e.bold, e.hidden = o.elements[n-1].bold, o.elements[n-1].hidden
	}
	if o.body {
		o.element(t, &e)
	}
	o.elements = append(o.elements, e)
}

func (o *odt) element(t xml.StartElement, e *odtElement) {
	switch t.Name.Local {
	case "p", "h":
		s := o.look("paragraph", attr(t, "style-name"))
		e.bold, e.hidden = s.bold, e.hidden || s.hidden
		b := &block{heading: t.Name.Local == "h" || s.heading}
		o.open = append(o.open, b)
		o.remarks.settle(b)
	case "span":
		s := o.look("text", attr(t, "style-name"))
		e.bold, e.hidden = (e.bold || s.bold) && !s.plain, (e.hidden || s.hidden) && !s.shown
	case "note":
		o.count++
		o.write("[" + strconv.Itoa(o.count) + "]")
		e.note = true
		o.aside(e)
	case "annotation":
		name := attr(t, "name")
		if name == "" {
			name = "at " + strconv.Itoa(len(o.remarks.names))
		}
		o.remarks.mark(name, false, o.current(), o.out)
		e.name, e.comment = "annotation", &Comment{}
		if o.said == nil {
			o.said = map[string]Comment{}
		}
		o.said[name] = Comment{}
		e.comment.Author = name // until its end puts it under its name
		o.aside(e)
	case "annotation-end":
		o.remarks.mark(attr(t, "name"), true, o.current(), o.out)
	case "text-box", "custom-shape":
		o.aside(e)
	default:
		o.mark(t)
	}
}

// aside begins something that is no part of the paragraph it stands in.
func (o *odt) aside(e *odtElement) {
	e.before, e.inner = o.out, o.open
	o.out, o.open = nil, nil
}

// mark writes what stands for a character.
func (o *odt) mark(t xml.StartElement) {
	switch t.Name.Local {
	case "tab":
		o.write("\t")
	case "line-break":
		o.write("\n")
	case "s":
		o.write(strings.Repeat(" ", max(1, min(whole(attr(t, "c")), 1000))))
	}
}

func (o *odt) current() *block {
	if n := len(o.open); n > 0 {
		return o.open[n-1]
	}
	return nil
}

// words writes text with its white space folded, as the format prescribes.
func (o *odt) words(s string) {
	if n := len(o.elements); n > 0 && (o.elements[n-1].name == "creator" || o.elements[n-1].name == "date") {
		o.byline(o.elements[n-1].name, s)
		return
	}
	b := o.current()
	if b == nil {
		return
	}
	s = fold(s)
	if text := b.text.String(); strings.HasPrefix(s, " ") && (text == "" || strings.HasSuffix(text, " ") || strings.HasSuffix(text, "\n")) {
		s = s[1:]
	}
	o.write(s)
}

// byline takes who wrote a comment, and when.
func (o *odt) byline(what, s string) {
	for i := len(o.elements) - 1; i >= 0; i-- {
		if c := o.elements[i].comment; c != nil {
			said := o.said[c.Author]
			if what == "creator" {
				said.Author = tidy(s)
			} else {
				said.At = when(strings.TrimSpace(s))
			}
			o.said[c.Author] = said
			return
		}
	}
}

// fold makes one blank of white space.
func fold(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			blank = true
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
	}
	if blank {
		b.WriteByte(' ')
	}
	return b.String()
}

func (o *odt) write(s string) {
	b := o.current()
	if b == nil || s == "" {
		return
	}
	e := o.elements[len(o.elements)-1]
	if e.hidden {
		o.hidden = o.hidden || strings.TrimSpace(s) != ""
		return
	}
	b.write(s, e.bold)
}

func (o *odt) end(name string) {
	n := len(o.elements) - 1
	if n < 0 {
		return
	}
	e := o.elements[n]
	o.elements = o.elements[:n]
	switch {
	case !o.body:
	case name == "p" || name == "h":
		o.close()
	case e.note:
		o.endNote(e)
	case e.comment != nil:
		said := o.said[e.comment.Author]
		said.Text = inLines(o.out)
		o.said[e.comment.Author] = said
		o.out, o.open = e.before, e.inner
	case name == "text-box" || name == "custom-shape":
		inside := o.out
		o.out, o.open = e.before, e.inner
		if b := o.current(); b != nil {
			b.after = append(b.after, inside...)
		} else {
			o.out = append(o.out, inside...)
		}
	case name == "text" && n <= 2:
		o.body = false
	}
}

// close ends a paragraph; what is anchored in it stands after it.
func (o *odt) close() {
	n := len(o.open) - 1
	if n < 0 {
		return
	}
	b := o.open[n]
	o.open = o.open[:n]
	o.out = append(append(o.out, b.lines()...), b.after...)
}

func (o *odt) endNote(e odtElement) {
	for i, p := range o.out {
		if p.heading, p.aside = false, true; i == 0 {
			p.text = "[" + strconv.Itoa(o.count) + "] " + p.text
		}
		o.notes = append(o.notes, p)
	}
	o.out, o.open = e.before, e.inner
}
