package publish

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// PagesMD writes Markdown as pandoc and most editors read it: headings, quotes, footnotes and tables.
// Comments, which Markdown has none of, stand under their excerpts.
func PagesMD(w io.Writer, p Pages) error {
	m := markdown{Writer: bufio.NewWriterSize(w, 1<<16)}
	for _, part := range p.Parts {
		m.part(p, part)
	}
	for i, note := range m.notes {
		m.paragraph(fmt.Sprintf("[^%d]: %s", i+1, note))
	}
	return study.Wrap(m.Flush(), "write Markdown")
}

// markdown is a document while it is written. The buffer keeps the first error until Flush.
type markdown struct {
	*bufio.Writer
	notes []string
}

// markdownMarks are what words may not begin or change their look with.
var markdownMarks = regexp.MustCompile("[\\\\`*_{}\\[\\]<>#|~^$&!@]|^[-+]|^(\\d+)[.)]")

// plainMD keeps words from being read as anything but words.
func plainMD(text string) string {
	lines := strings.Split(clean(text), "\n")
	for i, line := range lines {
		lines[i] = markdownMarks.ReplaceAllStringFunc(strings.TrimSpace(line), func(mark string) string {
			return mark[:len(mark)-1] + `\` + mark[len(mark)-1:]
		})
	}
	return strings.Join(lines, "\n")
}

// oneLine is words of a heading or a cell.
func oneLine(text string) string { return plainMD(cleanName(text)) }

func (m *markdown) paragraph(text string) {
	if text != "" {
		m.WriteString(text + "\n\n")
	}
}

func (m *markdown) heading(level int, text string) {
	if text != "" {
		m.paragraph(strings.Repeat("#", min(level, 6)) + " " + oneLine(text))
	}
}

func (m *markdown) part(all Pages, p PagesPart) {
	switch {
	case p.captioned():
		m.paragraph("**" + oneLine(p.titled()) + "**")
	case p.Kind == study.PartTitle:
		m.heading(1, p.Heading)
	default:
		m.heading(p.Level+1, p.titled())
	}
	if p.Kind == study.PartContents {
		m.contents(all)
	}
	m.rich(p.Blocks)
	for _, fact := range append(p.Facts[:len(p.Facts):len(p.Facts)], p.Says, p.Problem) {
		m.paragraph(plainMD(fact))
	}
	for _, g := range p.Groups {
		m.group(p, g)
	}
	if p.Table != nil {
		m.table(*p.Table)
	}
	if p.Picture != nil {
		m.paragraph("![" + oneLine(p.Picture.Alt) + "](data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(p.Picture.SVG)) + ")")
	}
	for _, c := range p.Codes {
		m.code(c)
	}
	m.paragraph(plainMD(strings.Join(p.Notes, " ")))
}

func (m *markdown) contents(p Pages) {
	for _, e := range p.contents() {
		m.WriteString(strings.Repeat("    ", e.Level-1) + "- " + oneLine(e.Text) + "\n")
	}
	m.WriteString("\n")
}

func (m *markdown) group(p PagesPart, g PagesGroup) {
	m.heading(p.nested()+1, g.Name)
	m.paragraph(plainMD(g.Above))
	m.meanings(g.Meanings)
	m.paragraph(plainMD(g.Says))
	for q := range g.Quotes.All() {
		m.excerpt(p, q)
	}
}

func (m *markdown) meanings(list []Meaning) {
	for _, one := range list {
		label := ""
		if one.Label != "" {
			label = one.Label + ": "
		}
		m.paragraph("*" + label + plainMD(strings.Join(strings.Fields(one.Text), " ")) + "*")
	}
}

func (m *markdown) excerpt(p PagesPart, q PagesQuote) {
	text, line := plainMD(strings.TrimSpace(q.Text)), plainMD(strings.Join(q.line(), between))
	if p.Style == "marks" {
		text = "“" + text + "”"
	}
	if p.Line == study.LineFootnote && line != "" {
		m.notes = append(m.notes, line)
		text += fmt.Sprintf("[^%d]", len(m.notes))
		line = ""
	}
	if p.Style == "marks" {
		m.paragraph(strings.ReplaceAll(text, "\n", "  \n"))
	} else {
		m.paragraph("> " + strings.ReplaceAll(text, "\n", "  \n> "))
	}
	m.paragraph(line)
	if len(q.Codes) > 0 {
		m.paragraph("Codes: " + plainMD(codesOf(q)))
	}
	if q.Memo != "" {
		m.paragraph("Memo: " + strings.ReplaceAll(plainMD(strings.TrimSpace(q.Memo)), "\n", "  \n"))
	}
}

func (m *markdown) table(g Grid) {
	cells := func(list []string) { m.WriteString("| " + strings.Join(list, " | ") + " |\n") }
	head, rule := make([]string, len(g.Heads)), make([]string, len(g.Heads))
	for i, name := range g.Heads {
		head[i], rule[i] = oneLine(name), "---"
	}
	cells(head)
	cells(rule)
	for _, row := range g.Rows {
		line := []string{strings.Repeat("\u2003", row.Depth) + oneLine(row.Name)}
		for _, group := range row.Groups {
			line = append(line, oneLine(group.Text()))
		}
		for len(line) < len(g.Heads) {
			line = append(line, "")
		}
		cells(line)
	}
	m.WriteString("\n")
}

func (m *markdown) code(c PagesCode) {
	says := ""
	if c.Says != "" {
		says = " (" + c.Says + ")"
	}
	m.paragraph(strings.Repeat("\u2003", c.Depth) + "**" + oneLine(c.Name) + "**" + says)
	m.meanings(c.Meanings)
}

// rich writes words of one's own; what they mention is named.
func (m *markdown) rich(blocks []study.Block) {
	for i, b := range blocks {
		mark := map[study.BlockKind]string{study.Bullet: "- ", study.Numbered: fmt.Sprintf("%d. ", b.Number), study.Quote: "> "}[b.Kind]
		indent := strings.Repeat(" ", len(mark))
		if b.Kind == study.Quote {
			indent = "> "
		}
		m.WriteString(mark + strings.ReplaceAll(runsMD(b.Runs), "\n", "  \n"+indent) + "\n")
		if list := b.Kind == study.Bullet || b.Kind == study.Numbered; !list || i == len(blocks)-1 || blocks[i+1].Kind != b.Kind {
			m.WriteString("\n")
		}
	}
}

func runsMD(runs []study.Run) string {
	var b strings.Builder
	for _, run := range runs {
		text := clean(run.Text)
		text = markdownMarks.ReplaceAllStringFunc(text, func(mark string) string { return mark[:len(mark)-1] + `\` + mark[len(mark)-1:] })
		look := ""
		if run.Bold {
			look = "**"
		}
		if run.Italic {
			look += "*"
		}
		text = look + text + look
		if run.URL != "" {
			text = "[" + text + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(clean(run.URL)) + ">)"
		}
		b.WriteString(text)
	}
	return b.String()
}
