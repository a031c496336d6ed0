package publish

import (
	"archive/zip"
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"

	"github.com/selvedge/selvedge/internal/study"
)

// Widths of a table on a page that lies on its side, in twentieths of a point.
const (
	tableWidth = 14570
	nameWidth  = 2600
)

// TableDOCX writes a Word document with a table, whose head stands on every page, and under it
// what it shows.
func TableDOCX(w io.Writer, g Grid) error {
	z := zip.NewWriter(w)
	err := writeParts(z, cleanName(g.Title), g.Made)
	if err == nil {
		err = g.writeTable(z)
	}
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

func (g Grid) writeTable(z *zip.Writer) error {
	w, err := part(z, "word/document.xml", g.Made)
	if err != nil {
		return err
	}
	p := prose{bufio.NewWriterSize(w, 1<<16)}
	p.WriteString(xml.Header + bodyBegin)
	p.paragraph("Heading1", cmp.Or(cleanName(g.Project), cleanName(g.Title))+": "+cleanName(g.Title))
	p.table(g, tableWidth, nameWidth)
	p.paragraph("Fact", "")
	for _, says := range g.Says {
		p.paragraph("Fact", clean(says))
	}
	p.WriteString(wideEnd)
	return p.Flush()
}

// table writes a table of a width, of which the names of rows have a part.
func (p prose) table(g Grid, whole, name int) {
	columns := 0
	for _, row := range g.Rows {
		columns = max(columns, len(row.Groups))
	}
	width := (whole - name) / max(1, columns)
	p.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + fmt.Sprint(name+columns*width) + `" w:type="dxa"/>` + tableBorders + `<w:tblLayout w:type="fixed"/>` +
		`<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>` +
		fmt.Sprintf(`<w:gridCol w:w="%d"/>`, name))
	for range columns {
		fmt.Fprintf(p, `<w:gridCol w:w="%d"/>`, width)
	}
	p.WriteString("</w:tblGrid>")
	head := GridRow{Name: g.Heads[0]}
	for i := range columns {
		head.Groups = append(head.Groups, GridGroup{Says: g.Heads[i+1]})
	}
	p.row(head, name, width, true)
	for i, row := range g.Rows {
		for len(row.Groups) < columns {
			row.Groups = append(row.Groups, GridGroup{})
		}
		p.row(row, name, width, i < g.HeadRows)
	}
	p.WriteString("</w:tbl>\n")
}

const tableBorders = `<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="84898D"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="84898D"/>` +
	`<w:insideH w:val="single" w:sz="4" w:space="0" w:color="DFE0DC"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="DFE0DC"/></w:tblBorders>`

func (p prose) row(r GridRow, name, width int, head bool) {
	p.WriteString("<w:tr>")
	if head {
		p.WriteString("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	}
	p.cell(name, func() { p.cellText("Cell", cleanName(r.Name), r.Depth, head) })
	for _, group := range r.Groups {
		p.cell(width, func() { p.group(group, head) })
	}
	p.WriteString("</w:tr>\n")
}

func (p prose) cell(width int, write func()) {
	fmt.Fprintf(p, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
	write()
	p.WriteString("</w:tc>")
}

// group writes how many, and the words of a cell.
func (p prose) group(g GridGroup, strong bool) {
	p.cellText("Cell", clean(g.Says), 0, strong)
	for _, q := range g.Quotes {
		p.paragraph("CellQuote", "“"+clean(q.Text)+"”")
		p.paragraph("CellSource", cleanName(q.Who))
	}
	if g.More != "" {
		p.paragraph("CellSource", clean(g.More))
	}
}

// cellText writes a paragraph of a cell, set in by how deep it is.
func (p prose) cellText(style, text string, depth int, strong bool) {
	rtl := rightToLeft(text)
	p.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>`)
	if rtl {
		p.WriteString("<w:bidi/>")
	}
	if depth > 0 {
		fmt.Fprintf(p, `<w:ind w:left="%d"/>`, 170*min(depth, 6))
	}
	p.WriteString("</w:pPr>")
	look := ""
	if strong {
		look = bold
	}
	p.words(look, text, rtl)
	p.end()
}
