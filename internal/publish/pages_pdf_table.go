package publish

import "strings"

// pdfRow is a row of a table, each cell in lines.
type pdfRow struct {
	cells  [][]string
	strong bool
}

const (
	pdfCell     = 8.0 // points of letters in cells
	pdfCellLine = 3.9
)

// table writes a table; its head stands on every page.
func (d *pdfDoc) table(g Grid) {
	columns := len(g.Heads)
	widths := make([]float64, columns)
	for i := range widths {
		widths[i] = pdfWide * .7 / float64(max(1, columns-1))
	}
	widths[0] = pdfWide * .3
	head := d.cells(g.Heads, widths, true)
	d.room(30)
	d.tableRow(head, widths, nil)
	for i, row := range g.Rows {
		texts := []string{strings.Repeat("   ", row.Depth) + cleanName(row.Name)}
		for _, group := range row.Groups {
			texts = append(texts, group.Text())
		}
		d.tableRow(d.cells(texts, widths, i < g.HeadRows), widths, &head)
	}
	d.Ln(2)
}

// cells breaks texts to the widths of their columns.
func (d *pdfDoc) cells(texts []string, widths []float64, strong bool) pdfRow {
	row := pdfRow{strong: strong}
	d.look(map[bool]string{true: "B"}[strong], pdfCell, 0x1a1d21)
	for i, text := range texts {
		var lines []string
		for line := range strings.SplitSeq(d.said(text), "\n") {
			if line = strings.TrimRight(line, " "); line != "" {
				lines = append(lines, d.SplitText(line, widths[i]-2)...)
			}
		}
		row.cells = append(row.cells, lines)
	}
	return row
}

// tableRow writes a row line by line, so that one may go on on the next page, under the head.
func (d *pdfDoc) tableRow(r pdfRow, widths []float64, head *pdfRow) {
	height := 1
	for _, lines := range r.cells {
		height = max(height, len(lines))
	}
	if y := d.GetY(); head != nil && y+float64(height)*pdfCellLine > pdfBottom-2 && y > pdfAbove+40 {
		d.nextTablePage(widths, head)
	}
	for line := range height {
		if head != nil && d.GetY()+pdfCellLine > pdfBottom-1 {
			d.nextTablePage(widths, head)
		}
		d.look(map[bool]string{true: "B"}[r.strong], pdfCell, 0x1a1d21)
		d.SetX(pdfAside)
		for i, width := range widths {
			text, border := "", ""
			if i < len(r.cells) && line < len(r.cells[i]) {
				text = r.cells[i][line]
			}
			if line == height-1 {
				border = "B"
			}
			d.SetDrawColor(0xdf, 0xe0, 0xdc)
			d.CellFormat(width, pdfCellLine, text, border, 0, "L", false, 0, "")
		}
		d.Ln(pdfCellLine)
	}
	d.Ln(.8)
}

func (d *pdfDoc) nextTablePage(widths []float64, head *pdfRow) {
	d.AddPage()
	d.tableRow(*head, widths, nil)
}
