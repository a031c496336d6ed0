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

// Widths on a page of a report, in twentieths of a point, and how many of the units that places of
// pictures count in one of them has.
const (
	pageWidth     = 8844
	pageNameWidth = 2600
	pictureHeight = 12000 // of a picture, the most
	emuOfTwip     = 635
)

// PagesDOCX writes a Word document with the headings, the list of contents, the tables and the
// footnotes or comments that Word itself would make.
func PagesDOCX(w io.Writer, p Pages) error {
	z := zip.NewWriter(w)
	d := newPagesDoc(z, p)
	err := d.write()
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

// pagesDoc is a Word document while it is written. What the body only names, such as a footnote, is
// written after it, by going through the report again: nothing of it is kept meanwhile.
type pagesDoc struct {
	richProse
	z     *zip.Writer
	pages Pages
	more  []docxPart
	notes map[string]int // footnotes and comments so far
	marks int            // headings that can be led to, so far
	shown int            // pictures so far
}

func newPagesDoc(z *zip.Writer, p Pages) *pagesDoc {
	d := &pagesDoc{z: z, pages: p, notes: map[string]int{}}
	d.more = append(d.more, docxPart{name: "word/numbering.xml", kind: "numbering", apart: true})
	used := map[string]bool{}
	for _, part := range p.Parts {
		used[part.Line] = used[part.Line] || part.Excerpts > 0
	}
	if used[study.LineFootnote] {
		d.more = append(d.more, docxPart{name: "word/footnotes.xml", kind: "footnotes", apart: true})
	}
	if used[study.LineComment] {
		d.more = append(d.more, docxPart{name: "word/comments.xml", kind: "comments", apart: true})
	}
	for i := range p.pictures() {
		d.more = append(d.more, docxPart{name: fmt.Sprintf("word/media/picture%d.png", i+1), kind: "image", apart: true})
	}
	return d
}

// pictures are those of all parts.
func (p Pages) pictures() (out []*PagesPicture) {
	for _, part := range p.Parts {
		if part.Picture != nil {
			out = append(out, part.Picture)
		}
	}
	return out
}

func (d *pagesDoc) write() error {
	if err := writeParts(d.z, d.pages.title(), d.pages.Made, d.more...); err != nil {
		return err
	}
	if err := d.open("word/document.xml", drawnBegin, d.body, bodyEnd); err != nil {
		return err
	}
	for _, part := range d.more {
		if err := d.writeApart(part); err != nil {
			return err
		}
	}
	return nil
}

// open writes a part of the package.
func (d *pagesDoc) open(name, begin string, write func(), end string) error {
	w, err := part(d.z, name, d.pages.Made)
	if err != nil {
		return err
	}
	d.prose = prose{bufio.NewWriterSize(w, 1<<16)}
	d.WriteString(xml.Header + begin)
	write()
	d.WriteString(end)
	return d.Flush()
}

func (d *pagesDoc) writeApart(p docxPart) error {
	switch p.kind {
	case "numbering":
		return d.open(p.name, numbering(d.starts), func() {}, "")
	case "footnotes":
		return d.open(p.name, footnotesBegin, func() { d.eachNote(study.LineFootnote, d.footnote) }, `</w:footnotes>`)
	case "comments":
		return d.open(p.name, `<w:comments `+wordSpace+`>`, func() { d.eachNote(study.LineComment, d.comment) }, `</w:comments>`)
	}
	var number int
	if _, err := fmt.Sscanf(p.name, "word/media/picture%d.png", &number); err != nil {
		return err
	}
	w, err := part(d.z, p.name, d.pages.Made)
	if err != nil {
		return err
	}
	return drawnPNG(w, d.pages.pictures()[number-1].Drawing)
}

const footnotesBegin = `<w:footnotes ` + wordSpace + `>` +
	`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
	`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`

// drawnBegin opens a body with pictures in it.
const drawnBegin = `<w:document ` + wordSpace + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>` + "\n"

// eachNote goes through the source lines that stand in notes of a kind, in the order of the body.
func (d *pagesDoc) eachNote(kind string, write func(number int, line string)) {
	number := 0
	for _, part := range d.pages.Parts {
		for _, group := range part.Groups {
			for q := range group.Quotes.All() {
				if line := q.line(); part.Line == kind && len(line) > 0 {
					number++
					write(number, strings.Join(line, between))
				}
			}
		}
	}
}

func (d *pagesDoc) footnote(number int, line string) {
	fmt.Fprintf(d, `<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>`, number)
	d.words("", " "+line, rightToLeft(line))
	d.WriteString(`</w:p></w:footnote>`)
}

func (d *pagesDoc) comment(number int, line string) {
	author := cleanName(d.pages.Project)
	fmt.Fprintf(d, `<w:comment w:id="%d" w:author="%s" w:date="%s" w:initials="%s">`, number, escaped(author), d.pages.Made.UTC().Format(time.RFC3339), escaped(initials(author)))
	d.paragraph("", line)
	d.WriteString(`</w:comment>`)
}

func (d *pagesDoc) body() {
	for i, p := range d.pages.Parts {
		d.part(p, i == 0)
	}
}

func (d *pagesDoc) part(p PagesPart, first bool) {
	switch {
	case p.Kind == study.PartTitle:
		d.title(p)
		return
	case p.Kind == study.PartContents:
		d.contents(p)
		return
	case p.captioned():
		d.caption(p)
	case p.Heading != "":
		d.marked(string(p.ID), p.titled(), p.Level, p.Level == 1 && !first)
	}
	d.rich(p.Blocks)
	d.said(p.Says)
	if p.Problem != "" {
		d.paragraph("Fact", clean(p.Problem))
	}
	d.groups(p)
	if p.Table != nil {
		d.table(*p.Table, pageWidth, pageNameWidth)
		d.paragraph("CellSource", "")
	}
	if p.Picture != nil {
		d.picture(p)
	}
	for _, c := range p.Codes {
		d.code(c)
	}
	if len(p.Notes) > 0 {
		d.paragraph("CellSource", clean(strings.Join(p.Notes, " ")))
	}
}

func (d *pagesDoc) said(says string) {
	if says != "" {
		d.paragraph("Fact", clean(says))
	}
}

func (d *pagesDoc) title(p PagesPart) {
	d.paragraph("Title", cleanName(p.Heading))
	d.rich(p.Blocks)
	for _, fact := range p.Facts {
		d.paragraph("Fact", clean(fact))
	}
}

// marked writes a heading that the list of contents leads to.
func (d *pagesDoc) marked(id, text string, level int, newPage bool) {
	d.marks++
	rtl := rightToLeft(text)
	d.begin(fmt.Sprintf("Heading%d", min(level, headingLevels)), newPage, rtl)
	fmt.Fprintf(d, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, d.marks, bookmarkOf(id))
	d.run(text, rtl)
	fmt.Fprintf(d, `<w:bookmarkEnd w:id="%d"/>`, d.marks)
	d.end()
}

// bookmarkOf is a name that Word takes: letters, digits and _ alone, 40 at most.
func bookmarkOf(id string) string {
	name := "_Toc" + strings.ReplaceAll(id, "-", "")
	return name[:min(40, len(name))]
}

// contents is a field that Word makes anew; until it does, the headings stand in it as they are.
func (d *pagesDoc) contents(p PagesPart) {
	d.paragraph("ContentsHeading", cleanName(p.Heading))
	entries := d.pages.contents()
	for i, e := range entries {
		fmt.Fprintf(d, `<w:p><w:pPr><w:pStyle w:val="TOC%d"/></w:pPr>`, min(e.Level, contentsLevels))
		if i == 0 {
			fmt.Fprintf(d, `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-%d" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, contentsLevels)
		}
		fmt.Fprintf(d, `<w:hyperlink w:anchor="%s" w:history="1">`, bookmarkOf(e.ID))
		d.run(e.Text+"\t", rightToLeft(e.Text))
		fmt.Fprintf(d, `<w:fldSimple w:instr=" PAGEREF %s \h "><w:r><w:t></w:t></w:r></w:fldSimple></w:hyperlink>`, bookmarkOf(e.ID))
		if i == len(entries)-1 {
			d.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		}
		d.end()
	}
}

// caption numbers with a field of Word's, so that a list of tables or figures can be made.
func (d *pagesDoc) caption(p PagesPart) {
	kind, number, _ := strings.Cut(p.Number, " ")
	d.begin("Caption", false, false)
	d.run(kind+" ", false)
	fmt.Fprintf(d, `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> SEQ %s \* ARABIC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>%s</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`, kind, number)
	if heading := cleanName(p.Heading); heading != "" {
		d.run(". "+heading, rightToLeft(heading))
	}
	d.end()
}

func (d *pagesDoc) groups(p PagesPart) {
	for i, g := range p.Groups {
		if g.Name != "" {
			d.marked(groupID(p, i), cleanName(g.Name), p.nested(), false)
		}
		if g.Above != "" {
			d.paragraph("SourceLine", cleanName(g.Above))
		}
		d.prose.meanings(section{Meanings: g.Meanings})
		d.said(g.Says)
		for q := range g.Quotes.All() {
			d.excerpt(p, q)
		}
	}
}

func (d *pagesDoc) excerpt(p PagesPart, q PagesQuote) {
	text, style := strings.TrimSpace(clean(q.Text)), "Quote"
	if p.Style == "marks" {
		text, style = "“"+text+"”", "Marked"
	}
	line, rtl := q.line(), rightToLeft(text)
	d.begin(style, false, rtl)
	d.noted(p.Line, len(line) > 0, func() { d.run(text, rtl) })
	d.end()
	if p.Line == study.LineUnder && len(line) > 0 {
		d.paragraph("SourceLine", strings.Join(line, between))
	}
	if len(q.Codes) > 0 {
		d.paragraph("SourceLine", "Codes: "+codesOf(q))
	}
	if q.Memo != "" {
		d.paragraph("Memo", "Memo: "+strings.TrimSpace(clean(q.Memo)))
	}
}

// noted writes words with the mark of the note that their source line stands in, if it does.
func (d *pagesDoc) noted(kind string, is bool, words func()) {
	if !is || kind != study.LineFootnote && kind != study.LineComment {
		words()
		return
	}
	d.notes[kind]++
	if kind == study.LineFootnote {
		words()
		fmt.Fprintf(d, `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, d.notes[kind])
		return
	}
	d.border(border{Note: d.notes[kind], Opens: true})
	words()
	d.border(border{Note: d.notes[kind]})
}

func codesOf(q PagesQuote) string {
	names := make([]string, len(q.Codes))
	for i, name := range q.Codes {
		names[i] = cleanName(name)
	}
	return strings.Join(names, "; ")
}

func (d *pagesDoc) code(c PagesCode) {
	name := cleanName(c.Name)
	if c.Says != "" {
		name += " (" + c.Says + ")"
	}
	d.cellText("Fact", name, c.Depth, true)
	d.prose.meanings(section{Meanings: c.Meanings})
}

// onPage is how wide and how high a picture is: as wide as the page, or as small as it must be to fit
// on one with its caption.
func onPage(of Drawing) (cx, cy int) {
	_, height := of.draw()
	scale := min(pageWidth/chartWidth, pictureHeight/max(1, height))
	return int(chartWidth * scale * emuOfTwip), int(height * scale * emuOfTwip)
}

// picture stands in the line with its words for those who don't see it.
func (d *pagesDoc) picture(p PagesPart) {
	d.shown++
	rel := 0
	for i, part := range d.more {
		if part.name == fmt.Sprintf("word/media/picture%d.png", d.shown) {
			rel = i + firstOwnRel
		}
	}
	cx, cy := onPage(p.Picture.Drawing)
	fmt.Fprintf(d, `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">`+
		`<wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s" descr="%s"/>`, cx, cy, d.shown, escaped(p.Number), escaped(p.Picture.Alt))
	fmt.Fprintf(d, `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="%d" name="%s" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`, d.shown, escaped(p.Number), escaped(p.Picture.Alt))
	fmt.Fprintf(d, `<pic:blipFill><a:blip r:embed="rId%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`+"\n", rel, cx, cy)
}
