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
	title := coverOf(r).Title
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", fmt.Sprintf(coreProperties, escaped(title), r.Made.UTC().Format(time.RFC3339))},
		{"docProps/app.xml", appProperties},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", stylesXML()},
		{"word/settings.xml", settings},
		{"word/footer1.xml", fmt.Sprintf(footer, escaped(title))},
	}
	for _, p := range parts {
		f, err := z.CreateHeader(entry(p.name, r.Made))
		if err == nil {
			_, err = io.WriteString(f, xml.Header+p.text)
		}
		if err != nil {
			return study.Wrap(err, "write DOCX")
		}
	}
	f, err := z.CreateHeader(entry("word/document.xml", r.Made))
	if err == nil {
		err = writeBody(f, r)
	}
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

func entry(name string, made time.Time) *zip.FileHeader {
	return &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made.UTC()}
}

func writeBody(w io.Writer, r Report) error {
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
