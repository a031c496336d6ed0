package refi

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/selvedge/selvedge/internal/study"
)

// File is an exchange file that was opened: a project in an archive, a project's bare XML, or a
// codebook.
type File struct {
	*Project
	archive *archive
}

// Read reads an exchange file. Everything that is not as the standard has it is mended as far
// as that can be and told in Findings; what can't be read at all is a study.Error of kind
// Invalid or TooLarge. Positions of what is given are code points of Text. The file is read
// again by Member, so it must stay open.
func Read(ctx context.Context, file io.ReaderAt, size int64) (f *File, err error) {
	defer func() {
		if recover() != nil {
			f, err = nil, errBroken
		}
	}()
	a, err := openArchive(file, size)
	if err != nil {
		return nil, err
	}
	project, found, err := a.decode(ctx)
	if err != nil {
		return nil, err
	}
	f = &File{project, a}
	if err := f.readWords(ctx, found); err != nil {
		return nil, err
	}
	f.settle(found)
	f.Findings = found.list
	return f, nil
}

// decode reads the XML.
func (a *archive) decode(ctx context.Context) (*Project, *findings, error) {
	body, err := a.xml()
	if err != nil {
		return nil, nil, err
	}
	defer body.Close()
	sieve := &sieve{from: bufio.NewReader(transform.NewReader(body, unicode.BOMOverride(transform.Nop))), ctx: ctx}
	c := &cleaner{ctx: ctx, in: xml.NewDecoder(sieve)}
	c.in.CharsetReader = charsetReader
	p, err := c.project()
	if err != nil {
		return nil, nil, err
	}
	if sieve.Swept > 0 {
		c.found.add(Changed, "", "The file holds characters that XML doesn't allow; blanks stand for them.")
	}
	return p, &c.found, nil
}

// charsetReader serves XML that declares something else than UTF-8. UTF-16 has been decoded by
// its mark before the declaration is seen.
func charsetReader(label string, r io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return r, nil
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(r), nil
}

// codebookFile is what a .qdc holds.
type codebookFile struct {
	Origin string `xml:"origin,attr"`
	Codes  []Code `xml:"Codes>Code"`
	Sets   []Set  `xml:"Sets>Set"`
}

// project reads whichever of the two products the file is.
func (c *cleaner) project() (*Project, error) {
	d := xml.NewTokenDecoder(c)
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil, errForeign
		}
		if err != nil {
			return nil, err
		}
		start, is := token.(xml.StartElement)
		if !is {
			continue
		}
		p, err := c.product(d, start)
		if err != nil {
			return nil, c.damage(err)
		}
		return p, c.rest(d)
	}
}

func (c *cleaner) product(d *xml.Decoder, start xml.StartElement) (*Project, error) {
	switch start.Name.Local {
	case "Project":
		p := &Project{}
		return p, d.DecodeElement(p, &start)
	case "CodeBook":
		var book codebookFile
		err := d.DecodeElement(&book, &start)
		return &Project{Codebook: true, Origin: book.Origin, Codes: book.Codes, Sets: book.Sets}, err
	}
	return nil, errForeign
}

// rest sees that nothing stands behind the project.
func (c *cleaner) rest(d *xml.Decoder) error {
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if start, is := token.(xml.StartElement); is {
			return study.Errorf(study.Invalid, "A second thing, “%s”, stands behind the project at line %d: export it anew.", study.Shorten(start.Name.Local, 60), c.line())
		}
	}
}

// readWords gives every text its words, and its positions their places in them.
func (f *File) readWords(ctx context.Context, found *findings) error {
	var all []*counted
	var failed error
	f.texts(func(t *text) {
		if failed == nil {
			failed = ctx.Err()
		}
		if failed != nil {
			return
		}
		one, err := f.archive.wordsOf(t, found)
		if failed = err; one != nil {
			all = append(all, one)
		}
	})
	if failed != nil {
		return failed
	}
	f.Fits = place(all, f.Origin, found)
	return nil
}

// wordsOf finds the words of a text, inside the XML or in a file; nil when there are none.
func (a *archive) wordsOf(t *text, found *findings) (*counted, error) {
	if *t.content != nil {
		raw := **t.content
		*t.content = nil
		return newCounted(t, raw), nil
	}
	if *t.plain == "" {
		return nil, nil
	}
	member := a.find(*t.plain)
	if member == nil {
		found.add(Lost, fmt.Sprintf("“%s”", study.Shorten(t.name, 100)), "The words of a text are not in the file that they should be in, since that file is missing.")
		return nil, nil
	}
	data, err := a.text(member)
	if err != nil {
		return nil, err
	}
	raw, charset := decodeText(data)
	if charset != "" {
		found.add(Changed, fmt.Sprintf("“%s”", study.Shorten(t.name, 100)), "A text is not UTF-8, as the standard asks; it was read as %s.", charset)
	}
	return newCounted(t, raw), nil
}

// Unread asks for the words of documents and PDFs that the file doesn't hold as plain text. What
// read doesn't find words in stays as it is.
func (f *File) Unread(read func(source study.ID, named string) (words string, found bool, err error)) error {
	list := f.AllSources()
	for i := range list {
		s := &list[i]
		path, words := s.unread()
		if path == "" || !f.Has(path) {
			continue
		}
		text, found, err := read(s.ID, path)
		if err != nil {
			return err
		}
		*words = Words{Text: text, Known: found}
	}
	return nil
}

// unread says which file the words of a source are to be read from, and where they go; "" when
// they are known or there are none.
func (s *Source) unread() (path string, into *Words) {
	switch {
	case s.Kind() == TextSource && !s.Known:
		return s.RichText, &s.Words
	case s.Kind() == PDFSource && s.Representation == nil:
		s.Representation = &Source{XMLName: xml.Name{Local: "Representation"}, ID: Derived(string(s.ID), "representation")}
		return s.Path, &s.Representation.Words
	case s.Kind() == PDFSource && !s.Representation.Known:
		return s.Path, &s.Representation.Words
	}
	return "", nil
}

// Member opens a file that a path of the XML means, with its name and its size in bytes. What
// lies outside or is missing is NotFound.
func (f *File) Member(named string) (body io.ReadCloser, name string, size int64, err error) {
	member := f.archive.find(named)
	if member == nil {
		return nil, "", 0, study.Errorf(study.NotFound, "“%s” is not in the archive.", study.Shorten(named, 100))
	}
	body, err = member.Open()
	if err != nil {
		return nil, "", 0, errBroken
	}
	return body, member.Name, int64(member.UncompressedSize64), nil
}

// Has says whether a path of the XML means a file that is in the archive.
func (f *File) Has(named string) bool { return f.archive.find(named) != nil }
