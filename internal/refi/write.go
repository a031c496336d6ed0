package refi

import (
	"archive/zip"
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Internal is the path by which the XML names a file in the archive.
func Internal(id study.ID, extension string) string { return internal + string(id) + extension }

const internal = "internal://"

// Write writes a project as .qdpx: valid by the schema whatever it holds, and the same bytes
// each time. Texts of sources are written as files of their own, as far as they are known. Every
// other file that a path inside the archive names is asked for by open; nil leaves it out. The project is
// tidied as it is written.
func Write(ctx context.Context, to io.Writer, p *Project, open func(named string) (io.ReadCloser, error)) error {
	a := &writer{ctx: ctx, zip: zip.NewWriter(to), open: open, names: map[string]string{}}
	p.tidy()
	texts := a.nameTexts(p)
	if err := a.project(p); err != nil {
		return err
	}
	for _, t := range texts {
		if err := a.text(t); err != nil {
			return err
		}
	}
	if err := a.files(p); err != nil {
		return err
	}
	return study.Wrap(a.zip.Close(), "write the archive")
}

// writer writes an archive member by member.
type writer struct {
	ctx   context.Context
	zip   *zip.Writer
	open  func(string) (io.ReadCloser, error)
	names map[string]string // of texts that have a file, with their words
}

// namedText is a text that becomes a file.
type namedText struct{ name, text string }

// nameTexts gives every text that is known the path of a file. Notes and what a selection of a
// PDF quotes stay in the XML.
func (a *writer) nameTexts(p *Project) (out []namedText) {
	p.texts(func(t *text) {
		if !t.words.Known {
			return
		}
		if t.inside {
			*t.content, *t.plain = &t.words.Text, ""
			return
		}
		name := a.free(string(t.id), t.words.Text)
		if _, there := a.names[name]; !there {
			out = append(out, namedText{name, t.words.Text})
		}
		a.names[name] = t.words.Text
		*t.plain, *t.content = internal+name, nil
	})
	return out
}

// free is a name that no other text has; the same words may share one.
func (a *writer) free(id, words string) string {
	for n := 1; ; n++ {
		name := id + ".txt"
		if n > 1 {
			name = string(Derived(id, fmt.Sprint(n))) + ".txt"
		}
		if held, taken := a.names[name]; !taken || held == words {
			return name
		}
	}
}

func (a *writer) project(p *Project) error {
	w, err := a.member("project.qde", zip.Deflate)
	if err != nil {
		return err
	}
	return writeXML(w, p.product())
}

// projectProduct is a project as it is written: containers that would be empty are not there.
type projectProduct struct {
	XMLName   xml.Name    `xml:"Project"`
	Namespace string      `xml:"xmlns,attr"`
	Name      string      `xml:"name,attr"`
	Origin    string      `xml:"origin,attr,omitempty"`
	CreatedBy study.ID    `xml:"creatingUserGUID,attr,omitempty"`
	CreatedAt *time.Time  `xml:"creationDateTime,attr,omitempty"`
	ChangedBy study.ID    `xml:"modifyingUserGUID,attr,omitempty"`
	ChangedAt *time.Time  `xml:"modifiedDateTime,attr,omitempty"`
	BasePath  string      `xml:"basePath,attr,omitempty"`
	Users     *[]User     `xml:"Users>User"`
	Codes     *[]Code     `xml:"CodeBook>Codes>Code"`
	Variables *[]Variable `xml:"Variables>Variable"`
	Cases     *[]Case     `xml:"Cases>Case"`
	Sources   *Sources    `xml:"Sources"`
	Notes     *[]Source   `xml:"Notes>Note"`
	Links     *[]Link     `xml:"Links>Link"`
	Sets      *[]Set      `xml:"Sets>Set"`
	Graphs    *[]Graph    `xml:"Graphs>Graph"`

	Description string `xml:"Description,omitempty"`
	NoteRefs    []Ref  `xml:"NoteRef"`
}

func (p *Project) product() projectProduct {
	return projectProduct{Namespace: projectNamespace, Name: p.Name, Origin: p.Origin, CreatedBy: p.CreatedBy, CreatedAt: p.CreatedAt, ChangedBy: p.ChangedBy, ChangedAt: p.ChangedAt, BasePath: p.BasePath,
		Users: some(p.Users), Codes: some(p.Codes), Variables: some(p.Variables), Cases: some(p.Cases), Sources: p.Sources, Notes: some(p.Notes), Links: some(p.Links), Sets: some(p.Sets), Graphs: some(p.Graphs),
		Description: p.Description, NoteRefs: p.NoteRefs}
}

// some is a list, or nothing where it is empty.
func some[T any](list []T) *[]T {
	if len(list) == 0 {
		return nil
	}
	return &list
}

// writeXML writes the XML of one of the two products.
func writeXML(to io.Writer, product any) error {
	w := bufio.NewWriter(to)
	w.WriteString(xml.Header) // an error stays until Flush
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(product); err != nil {
		return study.Wrap(err, "write the project")
	}
	return study.Wrap(w.Flush(), "write the project")
}

// member begins a file in the archive. It has no time, so that archives of one project are alike.
func (a *writer) member(name string, method uint16) (io.Writer, error) {
	if err := a.ctx.Err(); err != nil {
		return nil, err
	}
	w, err := a.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	return w, study.Wrap(err, "write the archive")
}

func (a *writer) text(t namedText) error {
	w, err := a.member("sources/"+t.name, zip.Deflate)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, t.text)
	return study.Wrap(err, "write a text")
}

// files writes the files that the XML names, each once.
func (a *writer) files(p *Project) error {
	done := map[string]bool{}
	for _, named := range p.paths() {
		name, inside := strings.CutPrefix(named, internal)
		_, text := a.names[name]
		if !inside || text || done[name] || name != path.Base(name) {
			continue
		}
		done[name] = true
		if err := a.file(named, name); err != nil {
			return err
		}
	}
	return nil
}

func (a *writer) file(named, name string) error {
	body, err := a.open(named)
	if err != nil || body == nil {
		return err
	}
	defer body.Close()
	w, err := a.member("sources/"+name, packed(name))
	if err != nil {
		return err
	}
	_, err = io.Copy(w, body)
	return study.Wrap(err, "write a file")
}

// packed is how a file is packed: those that are packed already are stored as they are.
func packed(name string) uint16 {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".rtf", ".htm", ".html", ".csv", ".md", ".srt", ".vtt", ".json", ".wav":
		return zip.Deflate
	}
	return zip.Store
}

// paths are the files that sources of every kind name, in order.
func (p *Project) paths() (out []string) {
	for _, s := range p.AllSources() {
		out = append(out, s.Path, s.RichText)
		for _, t := range s.Transcripts {
			out = append(out, t.RichText)
		}
		for _, inner := range []*Source{s.TextDescription, s.Representation} {
			if inner != nil {
				out = append(out, inner.RichText)
			}
		}
	}
	for _, n := range p.Notes {
		out = append(out, n.RichText)
	}
	return out
}

// codebookProduct is a codebook as it is written: its members of sets have a guid where those of
// a project have a targetGUID.
type codebookProduct struct {
	XMLName   xml.Name       `xml:"CodeBook"`
	Namespace string         `xml:"xmlns,attr"`
	Origin    string         `xml:"origin,attr,omitempty"`
	Codes     []Code         `xml:"Codes>Code"`
	Sets      *[]codebookSet `xml:"Sets>Set"`
}

type codebookSet struct {
	ID          study.ID         `xml:"guid,attr"`
	Name        string           `xml:"name,attr"`
	Description string           `xml:"Description,omitempty"`
	Codes       []codebookMember `xml:"MemberCode"`
}

type codebookMember struct {
	ID study.ID `xml:"guid,attr"`
}

// WriteCodebook writes the codes and sets of a project as .qdc. The standard has no codebook
// without codes, so that is refused.
func WriteCodebook(to io.Writer, p *Project) error {
	if len(p.Codes) == 0 {
		return study.Errorf(study.Invalid, "There are no codes yet, and a codebook of REFI-QDA holds at least one.")
	}
	p.tidy()
	book := codebookProduct{Namespace: codebookNamespace, Origin: p.Origin, Codes: withoutNotes(p.Codes)}
	var sets []codebookSet
	for _, s := range p.Sets {
		set := codebookSet{ID: s.ID, Name: s.Name, Description: s.Description}
		for _, c := range s.Codes {
			set.Codes = append(set.Codes, codebookMember{c.Target})
		}
		sets = append(sets, set)
	}
	book.Sets = some(sets)
	return writeXML(to, book)
}

// withoutNotes are codes as a codebook has them.
func withoutNotes(codes []Code) []Code {
	out := make([]Code, len(codes))
	for i, c := range codes {
		c.NoteRefs, c.Codes = nil, withoutNotes(c.Codes)
		out[i] = c
	}
	return out
}
