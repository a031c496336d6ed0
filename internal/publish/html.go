package publish

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

//go:embed head.html
var headText string

//go:embed page.html
var pageText string

//go:embed rich.html
var richText string

//go:embed page.css
var pageStyle string

var (
	page      = pageOf(pageText)
	memosPage = pageOf(memosText)
)

// pageOf makes a page of its head, which all share, and a body.
func pageOf(body string) *template.Template {
	t := template.Must(template.New("page").Parse(body))
	template.Must(t.New("head").Parse(headText))
	template.Must(t.New("rich").Parse(richText))
	return t
}

// pagePolicy lets the page use its own style and nothing else: no script, no picture,
// no font and no address, whatever the texts in it say.
var pagePolicy = policyOf(pageStyle)

func policyOf(style string) string {
	sum := sha256.Sum256([]byte(style))
	return fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'", base64.StdEncoding.EncodeToString(sum[:]))
}

// HTML writes one page that needs nothing else, for reading and for printing.
func HTML(w io.Writer, r Report) error {
	return writePage(w, page, coverOf(r), headings(outline(r), 2))
}

func writePage[B any](w io.Writer, t *template.Template, c cover, body []B) error {
	out := bufio.NewWriterSize(w, 1<<16)
	err := t.Execute(out, struct {
		cover
		Policy string
		Style  template.CSS
		Body   []B
	}{c, pagePolicy, template.CSS(pageStyle), body})
	if err == nil {
		err = out.Flush()
	}
	return study.Wrap(err, "write HTML")
}

// headed is a section with its place among the six headings of a page.
type headed struct {
	section
	Level int
	Under []headed
}

func headings(list []section, level int) []headed {
	out := make([]headed, len(list))
	for i, s := range list {
		out[i] = headed{s, level, headings(s.Under, min(level+1, 6))}
	}
	return out
}

// Heading writes the element; a template can't vary the name of one.
func (h headed) Heading() template.HTML {
	return headingHTML("code-"+string(h.ID), strings.TrimSpace(h.Name), h.Level)
}
