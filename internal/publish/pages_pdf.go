package publish

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"github.com/selvedge/selvedge/internal/study"
)

// Measures of a page, in millimetres, and of letters, in points.
const (
	pdfAside   = 27.0
	pdfAbove   = 25.0
	pdfBelow   = 25.0
	pdfWide    = 210 - 2*pdfAside
	pdfBottom  = 297 - pdfBelow
	pdfLetters = 10.0
	pdfSmall   = 8.0
	pdfLine    = 5.0 // of pdfLetters
	pdfIndent  = 4.0
)

const pdfFont = "Go"

// PagesPDF writes a PDF with page numbers, a list of contents that leads to the headings, and
// bookmarks. Its letters are Latin, Greek and Cyrillic: what is written in others is refused, and
// signs that there are no letters for, such as emoji, stand as □ and are counted at the end. Notes
// stand at the end too, and comments under their excerpts.
func PagesPDF(w io.Writer, p Pages) error {
	first := newPDF(p, nil) // finds out on which pages headings stand
	first.all()
	if first.foreign != 0 {
		return study.Errorf(study.Invalid, "The PDF has no letters for “%c”. Take the web page and print it, or the Word file.", first.foreign)
	}
	d := newPDF(p, first.at)
	d.all()
	return study.Wrap(d.Output(w), "write PDF")
}

// pdfDoc is a PDF while it is written; it keeps its first error until Output.
type pdfDoc struct {
	*fpdf.Fpdf
	pages   Pages
	known   map[string]int // pages of headings, from the first time
	at      map[string]int
	links   map[string]int
	running string
	bare    int // the last page that has neither head nor foot
	notes   []string
	foreign rune // the first letter that can't be shown
	signs   int  // that stand as □
}

func newPDF(p Pages, known map[string]int) *pdfDoc {
	d := &pdfDoc{Fpdf: fpdf.New("P", "mm", "A4", ""), pages: p, known: known, at: map[string]int{}, links: map[string]int{}}
	for style, letters := range map[string][]byte{"": goregular.TTF, "B": gobold.TTF, "I": goitalic.TTF, "BI": gobolditalic.TTF} {
		d.AddUTF8FontFromBytes(pdfFont, style, letters)
	}
	d.SetMargins(pdfAside, pdfAbove, pdfAside)
	d.SetAutoPageBreak(true, pdfBelow)
	d.SetTitle(p.title(), true)
	d.SetCreator("Selvedge", true)
	d.SetLang("en-GB")
	d.SetCreationDate(p.Made)
	d.SetModificationDate(p.Made)
	d.SetCatalogSort(true)
	d.SetHeaderFunc(d.head)
	d.SetFooterFunc(d.foot)
	return d
}

func (d *pdfDoc) head() {
	if d.PageNo() == d.bare || d.running == "" {
		return
	}
	d.SetXY(pdfAside, 14)
	d.look("", 7.5, 0x5f656d)
	d.SetDrawColor(0xdf, 0xe0, 0xdc)
	d.CellFormat(pdfWide, 4, d.said(d.running), "B", 0, "L", false, 0, "")
	d.SetXY(pdfAside, pdfAbove)
}

func (d *pdfDoc) foot() {
	if d.PageNo() == d.bare {
		return
	}
	d.SetXY(pdfAside, 283)
	d.look("", 7.5, 0x5f656d)
	d.CellFormat(pdfWide, 4, fmt.Sprint(d.PageNo()), "", 0, "C", false, 0, "")
}

func (d *pdfDoc) look(style string, points float64, ink int) {
	d.SetFont(pdfFont, style, points)
	d.SetTextColor(ink>>16, ink>>8&0xff, ink&0xff)
}

// letters is a font that says which signs it has.
var letters = sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(goregular.TTF) })

// said is a text in signs that the letters have.
func (d *pdfDoc) said(text string) string {
	font, err := letters()
	if err != nil {
		d.SetError(err)
		return ""
	}
	var buffer sfnt.Buffer
	return strings.Map(func(r rune) rune {
		if r < 0x7f {
			return r
		}
		if at, err := font.GlyphIndex(&buffer, r); err == nil && at != 0 {
			return r
		}
		switch {
		case unicode.Is(unicode.Zs, r):
			return ' '
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
			return -1
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if d.foreign == 0 {
				d.foreign = r
			}
		default:
			d.signs++
		}
		return '□'
	}, norm.NFC.String(clean(text)))
}

// paragraph writes plain words, set in from the left.
func (d *pdfDoc) paragraph(style string, points float64, ink int, indent float64, text string) {
	if text = strings.TrimSpace(d.said(text)); text == "" {
		return
	}
	d.look(style, points, ink)
	d.SetX(pdfAside + indent)
	d.MultiCell(pdfWide-indent, pdfLine*points/pdfLetters, text, "", "L", false)
	d.Ln(1.2)
}

func (d *pdfDoc) small(text string) { d.paragraph("", pdfSmall, 0x5f656d, 0, text) }

func (d *pdfDoc) all() {
	for _, p := range d.pages.Parts {
		d.part(p)
	}
	if d.PageNo() == 0 {
		d.AddPage()
	}
	d.ending()
}

func (d *pdfDoc) part(p PagesPart) {
	begins := p.Level == 1 && !p.captioned()
	if begins {
		d.running = p.Heading
	}
	if p.Kind == study.PartTitle {
		d.title(p)
		return
	}
	if begins || d.PageNo() == d.bare { // no page yet, or the title's
		d.AddPage()
	}
	switch {
	case p.captioned():
		d.room(captionRoom(p))
		d.paragraph("B", 8.5, 0x1a1d21, 0, p.titled())
	case p.Heading != "":
		d.heading(string(p.ID), p.titled(), p.Level)
	}
	if p.Kind == study.PartContents {
		d.contents()
	}
	d.rich(p.Blocks)
	d.small(p.Says)
	d.small(p.Problem)
	d.groups(p)
	if p.Table != nil {
		d.table(*p.Table)
	}
	if p.Picture != nil {
		d.picture(p.Picture.Drawing)
	}
	for _, c := range p.Codes {
		d.code(c)
	}
	d.small(strings.Join(p.Notes, " "))
}

// title has a page of its own, without a number.
func (d *pdfDoc) title(p PagesPart) {
	d.bare = d.PageNo() + 1
	d.AddPage()
	d.SetY(90)
	d.paragraph("", 24, 0x1a1d21, 0, p.Heading)
	d.Ln(3)
	d.rich(p.Blocks)
	for _, fact := range p.Facts {
		d.small(fact)
	}
}

// room begins a page where less than so many millimetres are left.
func (d *pdfDoc) room(least float64) {
	if d.GetY() > pdfBottom-least {
		d.AddPage()
	}
}

func (d *pdfDoc) heading(id, text string, level int) {
	d.room(30)
	points := []float64{17, 12.5, 11, 10, 10, 10}[min(level, 6)-1]
	if d.GetY() > pdfAbove+5 {
		d.Ln(4)
	}
	d.at[id] = d.PageNo()
	d.SetLink(d.link(id), d.GetY(), d.PageNo())
	d.Bookmark(d.said(text), level-1, -1)
	style := "B"
	if level == 1 {
		style = ""
	}
	d.paragraph(style, points, 0x1a1d21, 0, text)
	d.Ln(1)
}

func (d *pdfDoc) link(id string) int {
	if d.links[id] == 0 {
		d.links[id] = d.AddLink()
	}
	return d.links[id]
}

func (d *pdfDoc) contents() {
	for _, e := range d.pages.contents() {
		indent := pdfIndent * float64(e.Level-1)
		d.look(map[bool]string{true: "B"}[e.Level == 1], 9.5, 0x1a1d21)
		page := fmt.Sprint(d.known[e.ID])
		lines := d.SplitText(d.said(e.Text), pdfWide-indent-14)
		for i, line := range lines {
			d.SetX(pdfAside + indent)
			d.CellFormat(pdfWide-indent-12, 5.5, line, "", 0, "L", false, d.link(e.ID), "")
			if i == len(lines)-1 {
				d.CellFormat(12, 5.5, page, "", 0, "R", false, d.link(e.ID), "")
			}
			d.Ln(5.5)
		}
	}
}

// rich writes words of one's own.
func (d *pdfDoc) rich(blocks []study.Block) {
	for _, b := range blocks {
		indent, mark := 0.0, ""
		switch b.Kind {
		case study.Bullet:
			indent, mark = pdfIndent, "•"
		case study.Numbered:
			indent, mark = pdfIndent+2, fmt.Sprintf("%d.", b.Number)
		case study.Quote:
			indent = pdfIndent
		}
		d.look("", pdfLetters, 0x1a1d21)
		if mark != "" {
			d.SetX(pdfAside)
			d.CellFormat(indent, pdfLine, mark, "", 0, "L", false, 0, "")
		}
		d.SetLeftMargin(pdfAside + indent)
		d.SetX(pdfAside + indent)
		for _, run := range b.Runs {
			d.run(run)
		}
		d.SetLeftMargin(pdfAside)
		d.Ln(pdfLine + 1.5)
	}
}

func (d *pdfDoc) run(run study.Run) {
	style, ink := "", 0x1a1d21
	if run.Bold {
		style += "B"
	}
	if run.Italic {
		style += "I"
	}
	if run.URL != "" {
		ink = 0x264b86
	}
	d.look(style, pdfLetters, ink)
	d.WriteLinkString(pdfLine, d.said(run.Text), run.URL)
}

func (d *pdfDoc) groups(p PagesPart) {
	for i, g := range p.Groups {
		if g.Name != "" {
			d.heading(groupID(p, i), cleanName(g.Name), p.nested())
		}
		d.small(g.Above)
		d.meanings(g.Meanings, 0)
		d.small(g.Says)
		for q := range g.Quotes.All() {
			d.excerpt(p, q)
		}
	}
}

func (d *pdfDoc) meanings(list []Meaning, indent float64) {
	for _, m := range list {
		label := ""
		if m.Label != "" {
			label = m.Label + ": "
		}
		d.paragraph("I", 9, 0x474c54, indent, label+m.Text)
	}
}

func (d *pdfDoc) excerpt(p PagesPart, q PagesQuote) {
	text, line, indent := strings.TrimSpace(q.Text), strings.Join(q.line(), between), pdfIndent
	if p.Style == "marks" {
		text, indent = "“"+text+"”", 0
	}
	if p.Line == study.LineFootnote && line != "" {
		d.notes = append(d.notes, line)
		text += fmt.Sprintf(" [%d]", len(d.notes))
		line = ""
	}
	d.room(14)
	page, top := d.PageNo(), d.GetY()
	d.paragraph("", pdfLetters, 0x1a1d21, indent, text)
	if indent > 0 {
		d.rule(page, top)
	}
	d.paragraph("", 7.5, 0x474c54, indent, line)
	if len(q.Codes) > 0 {
		d.paragraph("", 7.5, 0x474c54, indent, "Codes: "+codesOf(q))
	}
	if q.Memo != "" {
		d.paragraph("I", pdfSmall, 0x474c54, indent, "Memo: "+q.Memo)
	}
	d.Ln(1.8)
}

// rule draws the line beside a quotation, on every page that it stands on.
func (d *pdfDoc) rule(page int, top float64) {
	last, bottom := d.PageNo(), d.GetY()-1.2
	d.SetDrawColor(0x1a, 0x1d, 0x21)
	d.SetLineWidth(.35)
	for n := page; n <= last; n++ {
		from, to := pdfAbove, pdfBottom
		if n == page {
			from = top
		}
		if n == last {
			to = bottom
		}
		d.SetPage(n)
		d.Line(pdfAside+1, from, pdfAside+1, to)
	}
	d.SetLineWidth(.2)
}

func (d *pdfDoc) code(c PagesCode) {
	name := cleanName(c.Name)
	if c.Says != "" {
		name += " (" + c.Says + ")"
	}
	indent := pdfIndent * float64(min(c.Depth, 6))
	d.room(12)
	d.paragraph("B", 9.5, 0x1a1d21, indent, name)
	d.meanings(c.Meanings, indent)
}

// ending has the notes, and says what the letters don't have.
func (d *pdfDoc) ending() {
	if len(d.notes) > 0 {
		d.running = "Notes"
		d.AddPage()
		d.heading("notes", "Notes", 1)
		for i, note := range d.notes {
			d.paragraph("", pdfSmall, 0x474c54, 0, fmt.Sprintf("[%d] %s", i+1, note))
		}
	}
	if d.signs > 0 {
		d.small(fmt.Sprintf("%s that the letters of this file don’t have: □ stands for each. The web page and the Word file have them.", many(d.signs, "sign")))
	}
}
