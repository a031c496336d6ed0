package publish

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"strings"
)

// prose writes paragraphs of WordprocessingML. The buffer keeps the first error until Flush.
type prose struct{ *bufio.Writer }

func (p prose) cover(c cover) {
	p.paragraph("Title", c.Title)
	p.paragraph("Subtitle", c.Subject+", "+c.Date)
	p.paragraph("Fact", c.Count)
	for _, f := range c.Filters {
		p.paragraph("Fact", f)
	}
	if c.Empty != "" {
		p.paragraph("", c.Empty)
	}
}

// section writes a heading and what stands under it. Word lists six levels of headings
// here; deeper codes share the sixth.
func (p prose) section(s section, level int, newPage bool) {
	p.begin(fmt.Sprintf("Heading%d", min(level, headingLevels)), newPage, rightToLeft(s.Name))
	p.run(s.Name, rightToLeft(s.Name))
	p.end()
	p.meanings(s)
	for _, q := range s.Quotes {
		p.paragraph("Quote", q.Text)
		p.paragraph("SourceLine", strings.Join(q.Line, between))
		if q.Memo != "" {
			p.paragraph("Memo", "Memo: "+q.Memo)
		}
	}
	for _, u := range s.Under {
		p.section(u, level+1, false)
	}
}

// meanings writes what a code means, part by part.
func (p prose) meanings(s section) {
	for _, m := range s.Meanings {
		if m.Label != "" {
			m.Text = m.Label + ": " + m.Text
		}
		p.paragraph("Definition", m.Text)
	}
}

func (p prose) paragraph(style, text string) {
	rtl := rightToLeft(text)
	p.begin(style, false, rtl)
	p.run(text, rtl)
	p.end()
}

// begin opens a paragraph; the order of its properties is the schema's.
func (p prose) begin(style string, newPage, rtl bool) {
	p.WriteString("<w:p><w:pPr>")
	if style != "" {
		p.WriteString(`<w:pStyle w:val="` + style + `"/>`)
	}
	if newPage {
		p.WriteString("<w:pageBreakBefore/>")
	}
	if rtl {
		p.WriteString(`<w:pBdr><w:left w:val="nil"/></w:pBdr><w:bidi/>`) // programs disagree about which side it moves to
	}
	p.WriteString("</w:pPr>")
}

func (p prose) end() { p.WriteString("</w:p>\n") }

// run writes a text; the line ends and tabs in it are elements of their own.
func (p prose) run(text string, rtl bool) { p.words("", text, rtl) }

// words writes a run of a style of its own, which is properties in the schema's order.
func (p prose) words(style, text string, rtl bool) {
	p.WriteString("<w:r>")
	if rtl {
		style += "<w:rtl/>"
	}
	if style != "" {
		p.WriteString("<w:rPr>" + style + "</w:rPr>")
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			p.WriteString("<w:br/>")
		}
		for j, piece := range strings.Split(line, "\t") {
			if j > 0 {
				p.WriteString("<w:tab/>")
			}
			p.WriteString(`<w:t xml:space="preserve">`)
			xml.EscapeText(p, []byte(piece))
			p.WriteString("</w:t>")
		}
	}
	p.WriteString("</w:r>")
}
