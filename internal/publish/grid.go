package publish

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Grid is a table of figures with what a reader needs to understand it.
type Grid struct {
	Project string    `json:"-"`
	Title   string    `json:"-"`
	Made    time.Time `json:"-"` // UTC
	Says    []string  `json:"-"` // what it shows and doesn't
	Heads   []string  `json:"heads" doc:"Of the columns; the first is that of the names of rows"`
	Rows    []GridRow `json:"rows"`
	// HeadRows are the first rows that belong to the head, as the N of each column does.
	HeadRows int `json:"headRows" doc:"The first rows that belong to the head, as the N of each column does"`
	// Under says that what the table shows stands under it in a CSV too, where it is no data.
	Under bool `json:"-"`
}

// GridRow is a row: a string, an int or a float64 a cell. Groups are told in words instead, where
// a document has no room for a wide table.
type GridRow struct {
	Name   string      `json:"name"`
	Depth  int         `json:"depth,omitempty" doc:"Of a name that stands under another"`
	Cells  []any       `json:"-"`
	Groups []GridGroup `json:"cells"`
}

// GridGroup is what a group of people said.
type GridGroup struct {
	Says   string      `json:"says" doc:"How many, in words"`
	Quotes []GridQuote `json:"quotes,omitempty"`
	More   string      `json:"more,omitempty" doc:"That there are more than are quoted"`
}

// Text is the whole of it for a cell that holds nothing but text.
func (g GridGroup) Text() string {
	if len(g.Quotes) == 0 {
		return g.Says
	}
	parts := make([]string, 0, len(g.Quotes)+1)
	for _, q := range g.Quotes {
		parts = append(parts, "“"+q.Text+"” "+q.Who)
	}
	if g.More != "" {
		parts = append(parts, g.More)
	}
	return strings.Join(parts, "\n\n")
}

// GridQuote is a passage, and who said it; Who may be empty.
type GridQuote struct {
	Text string `json:"text"`
	Who  string `json:"who"`
}

// GridFormats are those of cross-tables.
var GridFormats = []Format[Grid]{
	{"xlsx", "Excel", xlsxType, GridXLSX},
	{"csv", "CSV", "text/csv; charset=utf-8", GridCSV},
}

// TableFormats are those of tables that Word has as tables too.
var TableFormats = append([]Format[Grid]{{"docx", "Word", WordType, TableDOCX}}, GridFormats...)

// JointFormats are those of joint displays.
var JointFormats = append([]Format[Grid]{{"docx", "Word", WordType, GridDOCX}}, GridFormats...)

func (g Grid) columns() []column[GridRow] {
	out := make([]column[GridRow], len(g.Heads))
	for i, head := range g.Heads {
		out[i] = column[GridRow]{cleanName(head), 18, func(r GridRow) any {
			if i == 0 {
				return cleanName(r.Name)
			}
			if i > len(r.Cells) {
				return nil
			}
			if text, is := r.Cells[i-1].(string); is {
				return clean(text)
			}
			return r.Cells[i-1]
		}}
	}
	return out
}

// GridCSV writes the table, and under it what it shows where that is wanted.
func GridCSV(w io.Writer, g Grid) error {
	rows, columns := g.Rows, g.columns()
	if !g.Under {
		return writeCSV(w, columns, slices.Values(rows))
	}
	rows = append(slices.Clone(rows), GridRow{})
	for _, says := range g.Says {
		rows = append(rows, GridRow{Name: says})
	}
	return writeCSV(w, columns, slices.Values(rows))
}

// GridXLSX writes a workbook: a sheet with the table, and one that says what it holds.
func GridXLSX(w io.Writer, g Grid) error {
	about := []fact{{"Project", cleanName(g.Project)}, {"Table", cleanName(g.Title)}, {"Made (UTC)", g.Made.UTC()}}
	for _, says := range g.Says {
		about = append(about, fact{"Note", clean(says)})
	}
	return spreadsheet[GridRow]{"Table", cleanName(g.Title), g.Made, g.columns(), len(g.Rows), slices.Values(g.Rows), about}.write(w)
}

// GridDOCX writes a Word document: under each row's heading what each group said.
func GridDOCX(w io.Writer, g Grid) error {
	z := zip.NewWriter(w)
	err := writeParts(z, cleanName(g.Title), g.Made)
	if err == nil {
		err = g.writeBody(z)
	}
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

func (g Grid) writeBody(z *zip.Writer) error {
	w, err := part(z, "word/document.xml", g.Made)
	if err != nil {
		return err
	}
	p := prose{bufio.NewWriterSize(w, 1<<16)}
	p.WriteString(xml.Header + bodyBegin)
	p.cover(newCover(g.Project, g.Title, many(len(g.Rows), "code"), g.Made, g.Says))
	for i, row := range g.Rows {
		p.section(row.section(), 1, i == 0)
	}
	p.WriteString(bodyEnd)
	return p.Flush()
}

func (r GridRow) section() section {
	out := section{Name: cleanName(r.Name)}
	for _, group := range r.Groups {
		under := section{Name: cleanName(group.Says)}
		for _, q := range group.Quotes {
			line := slices.DeleteFunc([]string{cleanName(q.Who)}, func(who string) bool { return who == "" })
			under.Quotes = append(under.Quotes, quote{Text: clean(q.Text), Line: line})
		}
		out.Under = append(out.Under, under)
	}
	return out
}
