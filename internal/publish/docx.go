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
	err := writeParts(z, r)
	if err == nil {
		err = writeBody(z, r)
	}
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

func writeParts(z *zip.Writer, r Report) error {
	title := coverOf(r).Title
	for _, p := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", fmt.Sprintf(coreProperties, escaped(title), r.Made.UTC().Format(time.RFC3339))},
		{"docProps/app.xml", appProperties},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", stylesXML()},
		{"word/settings.xml", settings},
		{"word/footer1.xml", fmt.Sprintf(footer, escaped(title))},
	} {
		f, err := part(z, p.name, r.Made)
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
