package publish

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// DOCX writes a Word document: a first page that says what it holds, then the excerpts
// under headings by code.
func DOCX(w io.Writer, r Report) error {
	z := zip.NewWriter(w)
	err := writeParts(z, coverOf(r).Title, r.Made)
	if err == nil {
		err = writeBody(z, r)
	}
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

// docxPart is a part of the package that the document refers to by a relation of a kind.
type docxPart struct {
	name, kind, text string
	apart            bool // written by who makes the document, and only named here
}

// writeParts writes all of a package but its body.
func writeParts(z *zip.Writer, title string, made time.Time, more ...docxPart) error {
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes(more)},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", fmt.Sprintf(coreProperties, escaped(title), made.UTC().Format(time.RFC3339))},
		{"docProps/app.xml", appProperties},
		{"word/_rels/document.xml.rels", documentRels(more)},
		{"word/styles.xml", stylesXML()},
		{"word/settings.xml", settings},
		{"word/footer1.xml", fmt.Sprintf(footer, escaped(title))},
	}
	for _, p := range more {
		if !p.apart {
			parts = append(parts, struct{ name, text string }{p.name, p.text})
		}
	}
	for _, p := range parts {
		f, err := part(z, p.name, made)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+p.text); err != nil {
			return err
		}
	}
	return nil
}

func part(z *zip.Writer, name string, made time.Time) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made.UTC()})
}

func writeBody(z *zip.Writer, r Report) error {
	w, err := part(z, "word/document.xml", r.Made)
	if err != nil {
		return err
	}
	p := prose{bufio.NewWriterSize(w, 1<<16)}
	p.WriteString(xml.Header + bodyBegin)
	p.cover(coverOf(r))
	for i, s := range outline(r) {
		p.section(s, 1, i == 0)
	}
	p.WriteString(bodyEnd)
	return p.Flush()
}

func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return b.String()
}
