package publish

import (
	"archive/zip"
	"bufio"
	"bytes"
	_ "embed"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// MemoReport is a list of memos with what a reader needs to understand it. Memos come in
// groups by what they stand on; the formats keep that order.
type MemoReport struct {
	Project string
	Made    time.Time // UTC
	Filters []string  // in words; none when nothing was narrowed
	Memos   []Memo
}

// Memo is a memo as it is read.
type Memo struct {
	study.Memo
	Author string
	Group  string         // what it stands on, or the source of the words: "Source: M07 Seals"
	Strand string         // of what it stands on, if anything
	Source string         // likewise
	On     *study.Excerpt // the words it stands on, with their source line; nil when it is on none
	Linked []string       // what it is linked to, in words
}

func (m Memo) heading() string {
	if m.Title == "" {
		return "Memo"
	}
	return cleanName(m.Title)
}

// line says which kind of memo it is, who wrote it, and when.
func (m Memo) line() []string {
	line := []string{strings.ToUpper(m.Sort[:1]) + m.Sort[1:] + " memo", cleanName(m.Author), m.CreatedAt.UTC().Format("2 January 2006, 15:04 UTC")}
	if m.UpdatedAt.After(m.CreatedAt) {
		line = append(line, "changed "+m.UpdatedAt.UTC().Format("2 January 2006, 15:04 UTC"))
	}
	return line
}

func (m Memo) linked() string {
	names := make([]string, len(m.Linked))
	for i, l := range m.Linked {
		names[i] = cleanName(l)
	}
	return strings.Join(names, "; ")
}

func (m Memo) blocks() []study.Block { return study.ReadMarkdown(clean(m.Body)) }

func memoCover(r MemoReport) cover {
	c := newCover(r.Project, "Memos", many(len(r.Memos), "memo"), r.Made, r.Filters)
	switch {
	case len(r.Memos) > 0 && len(c.Filters) == 0:
		c.Filters = []string{"All memos"}
	case len(r.Memos) > 0:
	case len(c.Filters) > 0:
		c.Empty = "No memo matches these filters. Take one away and export again."
	default:
		c.Empty = "No memos are written yet."
	}
	return c
}

// grouped gives the memos of each group, in order.
func grouped(list []Memo) (out [][]Memo) {
	for i, m := range list {
		if i == 0 || list[i-1].Group != m.Group {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], m)
	}
	return out
}

// MemoDOCX writes a Word document: the memos under headings by what they stand on, their
// bold and italic, lists, quotes and links kept.
func MemoDOCX(w io.Writer, r MemoReport) error {
	z := zip.NewWriter(w)
	err := writeMemos(z, r)
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

// writeMemos writes the body aside first, since the lists in it are a part of their own.
func writeMemos(z *zip.Writer, r MemoReport) error {
	var body bytes.Buffer
	cover := memoCover(r)
	p := &richProse{prose: prose{bufio.NewWriter(&body)}}
	p.WriteString(xml.Header + bodyBegin)
	p.cover(cover)
	for i, group := range grouped(r.Memos) {
		p.heading(group[0].Group, 1, i == 0)
		for _, m := range group {
			p.memo(m)
		}
	}
	p.WriteString(bodyEnd)
	if err := p.Flush(); err != nil {
		return err
	}
	if err := writeParts(z, cover.Title, r.Made, docxPart{name: "word/numbering.xml", kind: "numbering", text: numbering(p.starts)}); err != nil {
		return err
	}
	f, err := part(z, "word/document.xml", r.Made)
	if err == nil {
		_, err = body.WriteTo(f)
	}
	return err
}

func (p *richProse) heading(text string, level int, newPage bool) {
	text = cleanName(text)
	p.begin(fmt.Sprintf("Heading%d", level), newPage, rightToLeft(text))
	p.run(text, rightToLeft(text))
	p.end()
}

func (p *richProse) memo(m Memo) {
	p.heading(m.heading(), 2, false)
	p.paragraph("SourceLine", strings.Join(m.line(), between))
	if m.On != nil {
		p.paragraph("Quote", strings.TrimSpace(clean(m.On.Text)))
		p.paragraph("SourceLine", strings.Join(sourceLine(*m.On), between))
	}
	p.rich(m.blocks())
	if len(m.Linked) > 0 {
		p.paragraph("SourceLine", "Linked to: "+m.linked())
	}
}

var memoColumns = []column[Memo]{
	{"Memo", 12, func(m Memo) any { return string(m.ID) }},
	{"Title", 30, func(m Memo) any { return cleanName(m.Title) }},
	{"Text", 80, func(m Memo) any { return study.PlainText(m.blocks()) }},
	{"Kind", 16, func(m Memo) any { return m.Sort }},
	{"Author", 20, func(m Memo) any { return cleanName(m.Author) }},
	{"Written at (UTC)", 19, func(m Memo) any { return m.CreatedAt.UTC() }},
	{"Changed at (UTC)", 19, func(m Memo) any { return m.UpdatedAt.UTC() }},
	{"Stands on", 12, func(m Memo) any { return m.TargetKind }},
	{"Of", 30, func(m Memo) any { return cleanName(m.Group) }},
	{"Words", 60, onWords(func(e study.Excerpt) any { return clean(e.Text) })},
	{"Strand", 20, func(m Memo) any { return cleanName(m.Strand) }},
	{"Source", 28, func(m Memo) any { return cleanName(m.Source) }},
	{"Speaker", 22, onWords(func(e study.Excerpt) any { return cleanName(e.Speaker) })},
	{"Time", 9, onWords(func(e study.Excerpt) any { return heard(e.FromMs) })},
	{"Turn", 7, onWords(func(e study.Excerpt) any { return e.Turn + 1 })},
	{"Start", 9, onWords(func(e study.Excerpt) any { return e.Start })},
	{"End", 9, onWords(func(e study.Excerpt) any { return e.End })},
	{"Linked to", 50, func(m Memo) any { return m.linked() }},
}

func onWords(value func(study.Excerpt) any) func(Memo) any {
	return func(m Memo) any {
		if m.On == nil {
			return nil
		}
		return value(*m.On)
	}
}

// MemoCSV writes one row a memo.
func MemoCSV(w io.Writer, r MemoReport) error {
	return writeCSV(w, memoColumns, slices.Values(r.Memos))
}

// MemoXLSX writes a workbook: a sheet with one row a memo, and one that says what it holds.
func MemoXLSX(w io.Writer, r MemoReport) error {
	c := memoCover(r)
	about := []fact{{"Project", c.Title}, {"Made (UTC)", r.Made.UTC()}, {"Memos", len(r.Memos)}}
	for _, f := range c.Filters {
		about = append(about, fact{"Filter", f})
	}
	if c.Empty != "" {
		about = append(about, fact{"Note", c.Empty})
	}
	return spreadsheet[Memo]{"Memos", c.Title, r.Made, memoColumns, len(r.Memos), slices.Values(r.Memos), about}.write(w)
}

//go:embed memos.html
var memosText string

// MemoHTML writes one page that needs nothing else, for reading and for printing.
func MemoHTML(w io.Writer, r MemoReport) error {
	var groups []memoGroup
	for i, list := range grouped(r.Memos) {
		g := memoGroup{ID: fmt.Sprintf("group-%d", i+1), Name: cleanName(list[0].Group)}
		for _, m := range list {
			g.Memos = append(g.Memos, readMemo(m))
		}
		groups = append(groups, g)
	}
	return writePage(w, memosPage, memoCover(r), groups)
}

type memoGroup struct {
	ID, Name string
	Memos    []memoText
}

// memoText is a memo as a page shows it.
type memoText struct {
	Heading, Line, Words, WordsLine, Linked string
	Parts                                   []richPart
}

// richPart is a paragraph, or the items of one list, or the paragraphs of one quote.
type richPart struct {
	Kind   study.BlockKind
	Blocks []study.Block
}

func readMemo(m Memo) memoText {
	t := memoText{Heading: m.heading(), Line: strings.Join(m.line(), between), Linked: m.linked()}
	if m.On != nil {
		t.Words, t.WordsLine = strings.TrimSpace(clean(m.On.Text)), strings.Join(sourceLine(*m.On), between)
	}
	t.Parts = richParts(m.blocks())
	return t
}

// richParts gathers the items of each list and the paragraphs of each quote.
func richParts(blocks []study.Block) (out []richPart) {
	for _, b := range blocks {
		last := len(out) - 1
		if last >= 0 && b.Kind != study.Paragraph && out[last].Kind == b.Kind {
			out[last].Blocks = append(out[last].Blocks, b)
		} else {
			out = append(out, richPart{b.Kind, []study.Block{b}})
		}
	}
	return out
}
