package publish

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// TranscriptDOCX writes a Word document of a coded transcript: the turns with their numbers,
// every coding as a comment on its words by who coded it, and the codes at the end.
func TranscriptDOCX(w io.Writer, t Transcript) error {
	z := zip.NewWriter(w)
	comments := docxPart{name: "word/comments.xml", kind: "comments", text: commentsXML(t)}
	err := writeParts(z, titleOf(t), t.Made, comments)
	if err == nil {
		err = writeTurns(z, t)
	}
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

func titleOf(t Transcript) string {
	if title := cleanName(t.Title); title != "" {
		return title
	}
	return "Transcript"
}

func writeTurns(z *zip.Writer, t Transcript) error {
	w, err := part(z, "word/document.xml", t.Made)
	if err != nil {
		return err
	}
	p := prose{bufio.NewWriterSize(w, 1<<16)}
	p.WriteString(xml.Header + bodyBegin)
	p.heading(t)
	for i, borders := range t.borders() {
		p.turn(i+1, t.Turns[i], borders)
	}
	p.legend(t.codes())
	p.WriteString(bodyEnd)
	return p.Flush()
}

func (p prose) heading(t Transcript) {
	p.paragraph("Heading1", titleOf(t))
	c := coverOf(t.Report)
	p.paragraph("Fact", c.Title+between+c.Date)
	for _, f := range t.facts() {
		p.paragraph("Fact", f)
	}
}

// turn writes a turn; its number hangs before it.
func (p prose) turn(number int, t Turn, borders []border) {
	text := study.NewPositions(t.Text)
	rtl := rightToLeft(t.Text)
	p.begin("Turn", false, rtl)
	p.words("", strconv.Itoa(number)+"\t", false)
	if lead := t.lead(); lead != "" {
		p.words(bold, lead, rightToLeft(lead))
	}
	style := ""
	if t.Moderator {
		style = italic
	}
	at := 0
	for _, b := range borders {
		p.piece(style, text.Slice(study.Range{Start: at, End: b.At}), rtl)
		p.border(b)
		at = b.At
	}
	p.piece(style, text.Slice(study.Range{Start: at, End: t.End - t.Start}), rtl)
	p.end()
}

func (p prose) piece(style, text string, rtl bool) {
	if text != "" {
		p.words(style, clean(text), rtl)
	}
}

func (p prose) border(b border) {
	if b.Opens {
		fmt.Fprintf(p, `<w:commentRangeStart w:id="%d"/>`, b.Note)
		return
	}
	fmt.Fprintf(p, `<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%[1]d"/></w:r>`, b.Note)
}

// legend lists the codes that were used, with their definitions.
func (p prose) legend(codes []section) {
	if len(codes) == 0 {
		return
	}
	p.paragraph("Heading2", "Codes")
	p.legendOf(codes, nil)
}

func (p prose) legendOf(codes []section, above []string) {
	for _, c := range codes {
		path := append(above[:len(above):len(above)], c.Name)
		if len(c.Quotes) > 0 {
			p.paragraph("Fact", strings.Join(path, " › ")+" ("+many(len(c.Quotes), "coding")+")")
			p.meanings(c)
		}
		p.legendOf(c.Under, path)
	}
}

func commentsXML(t Transcript) string {
	var b strings.Builder
	p := prose{bufio.NewWriter(&b)}
	p.WriteString(`<w:comments ` + wordSpace + `>`)
	for i, e := range t.Excerpts {
		coder := cleanName(e.CoderName)
		fmt.Fprintf(p, `<w:comment w:id="%d" w:author="%s" w:date="%s" w:initials="%s">`, i, escaped(coder), e.At.UTC().Format(time.RFC3339), escaped(initials(coder)))
		for _, line := range noteText(e) {
			p.paragraph("", line)
		}
		p.WriteString(`</w:comment>`)
	}
	p.WriteString(`</w:comments>`)
	p.Flush() // a Builder never fails
	return b.String()
}
