package publish

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/selvedge/selvedge/internal/study"
)

// codedRow is a coding of a report with whose words it is.
type codedRow struct {
	*study.Excerpt
	quote *PagesQuote
}

// codedRows gives a row for each coding of a report's excerpts, each once.
func (p Pages) codedRows() iter.Seq[codedRow] {
	return func(yield func(codedRow) bool) {
		seen := make(map[study.ID]bool, p.Codings)
		for q := range p.Quotes() {
			for i := range q.Codings {
				e := &q.Codings[i]
				if !seen[e.Coding] && !yield(codedRow{e, &q}) {
					return
				}
				seen[e.Coding] = true
			}
		}
	}
}

// codedColumns are those of excerpts, then the case, then every variable of cases. A variable that
// is called as another column has "of cases" after its name.
func (p Pages) codedColumns() (out []column[codedRow]) {
	taken := map[string]bool{}
	put := func(c column[codedRow]) {
		for taken[study.Fold(c.Name)] {
			c.Name += " of cases"
		}
		taken[study.Fold(c.Name)] = true
		out = append(out, c)
	}
	for _, c := range columnsTo(max(1, p.Deepest)) {
		put(column[codedRow]{c.Name, c.Width, func(r codedRow) any { return c.Value(r.Excerpt) }})
	}
	put(column[codedRow]{"Case", 24, func(r codedRow) any { return caseNames(r.quote.Cases) }})
	for i, name := range p.Variables {
		put(column[codedRow]{cleanName(name), 16, func(r codedRow) any { return r.quote.Values[i] }})
	}
	return out
}

func caseNames(list []PagesCase) string {
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = cleanName(c.Name)
	}
	return strings.Join(names, "; ")
}

// PagesCSV writes one row a coding.
func PagesCSV(w io.Writer, p Pages) error {
	return writeCSV(w, p.codedColumns(), ahead(p.codedRows()))
}

// PagesXLSX writes a workbook: a sheet with one row a coding, and one that says what it holds.
func PagesXLSX(w io.Writer, p Pages) error {
	if err := fits(p.Codings, 1); err != nil {
		return err
	}
	return spreadsheet[codedRow]{sheetName, p.title(), p.Made, p.codedColumns(), p.Codings, ahead(p.codedRows()), p.about(fact{"Codings", p.Codings})}.write(w)
}

// about says what a workbook holds.
func (p Pages) about(counted fact) []fact {
	return []fact{{"Project", cleanName(p.Project)}, {"Report", p.title()}, {"Made (UTC)", p.Made.UTC()}, counted, {"Excerpts", p.Passages}, {"Sources", p.Sources},
		{"Codebook", p.Codebook}, {"At change", int(p.Seq)}, {"Positions", Positions}}
}

// fits refuses what Excel has no room for.
func fits(rows, columns int) error {
	if rows >= excelize.TotalRows || columns > excelize.MaxColumns {
		return study.Errorf(study.TooLarge, "Excel holds %d rows and %d columns at most. Narrow the report, or take the CSV.", excelize.TotalRows-1, excelize.MaxColumns)
	}
	return nil
}

// Matrix is which codes stand on what: a row a case or passage, a column a code, 1 or 0 in the cells.
type Matrix struct {
	Pages
	ByCase bool
	codes  []matrixCode
	n      int
	rows   iter.Seq[matrixRow]
}

type matrixCode struct {
	id   study.ID
	name string
}

type matrixRow struct {
	id      study.ID
	name    string
	excerpt *PagesQuote // nil in a matrix of cases
	has     map[study.ID]bool
}

// NewMatrix makes the matrix of a report, of cases or of passages. All cases that say anything have
// a row. Codes stand for themselves alone.
func NewMatrix(p Pages, byCase bool) Matrix {
	m := Matrix{Pages: p, ByCase: byCase, codes: codesIn(p.Quotes()), n: p.Passages, rows: p.matrixRows()}
	if byCase {
		rows := p.caseRows()
		m.n, m.rows = len(rows), slices.Values(rows)
	}
	return m
}

func (p Pages) matrixRows() iter.Seq[matrixRow] {
	return func(yield func(matrixRow) bool) {
		for q := range p.Quotes() {
			if !yield(matrixRow{q.Passage, "", &q, codesOfRow(q)}) {
				return
			}
		}
	}
}

func (p Pages) caseRows() (out []matrixRow) {
	has := map[study.ID]map[study.ID]bool{}
	for _, c := range p.Cases {
		has[c.ID] = map[study.ID]bool{}
		out = append(out, matrixRow{c.ID, c.Name, nil, has[c.ID]})
	}
	for q := range p.Quotes() {
		for _, c := range q.Cases {
			for _, e := range q.Codings {
				if has[c.ID] != nil {
					has[c.ID][e.Code] = true
				}
			}
		}
	}
	return out
}

func codesOfRow(q PagesQuote) map[study.ID]bool {
	out := make(map[study.ID]bool, len(q.Codings))
	for _, e := range q.Codings {
		out[e.Code] = true
	}
	return out
}

// codesIn are the codes on some excerpts, by their paths; a name that two have is told with its path.
func codesIn(quotes iter.Seq[PagesQuote]) (out []matrixCode) {
	paths, times := map[study.ID][]string{}, map[string]int{}
	for q := range quotes {
		for _, e := range q.Codings {
			if _, seen := paths[e.Code]; !seen {
				paths[e.Code] = e.Path
				times[study.Fold(codeName(e.Path))]++
			}
		}
	}
	for id, path := range paths {
		out = append(out, matrixCode{id, cleanName(strings.Join(path, " › "))})
	}
	slices.SortFunc(out, func(x, y matrixCode) int { return strings.Compare(x.name, y.name) })
	for i, c := range out {
		if name := paths[c.id]; len(name) > 0 && times[study.Fold(cleanName(name[len(name)-1]))] == 1 {
			out[i].name = cleanName(name[len(name)-1])
		}
	}
	return out
}

func (m Matrix) columns() []column[matrixRow] {
	out := []column[matrixRow]{{"Case", 12, func(r matrixRow) any { return string(r.id) }}, {"Name", 28, func(r matrixRow) any { return cleanName(r.name) }}}
	if !m.ByCase {
		out = []column[matrixRow]{
			{"Passage", 12, func(r matrixRow) any { return string(r.id) }},
			{"Source", 28, func(r matrixRow) any { return cleanName(r.excerpt.Codings[0].Title) }},
			{"Start", 9, func(r matrixRow) any { return r.excerpt.Start }},
			{"End", 9, func(r matrixRow) any { return r.excerpt.End }},
			{"Case", 24, func(r matrixRow) any { return caseNames(r.excerpt.Cases) }},
		}
	}
	for _, c := range m.codes {
		out = append(out, column[matrixRow]{c.name, 10, func(r matrixRow) any {
			if r.has[c.id] {
				return 1
			}
			return 0
		}})
	}
	return out
}

// MatrixCSV writes the matrix for R and SPSS.
func MatrixCSV(w io.Writer, m Matrix) error { return writeCSV(w, m.columns(), m.rows) }

// MatrixXLSX writes a workbook: a sheet with the matrix, and one that says what it holds.
func MatrixXLSX(w io.Writer, m Matrix) error {
	if err := fits(m.n, len(m.codes)+5); err != nil {
		return err
	}
	about := append(m.about(fact{"Rows", m.n}), fact{"Cells", fmt.Sprintf("1 where the code stands on words of the report's excerpts that are the row's, else 0; %s.", many(len(m.codes), "code"))})
	return spreadsheet[matrixRow]{"Matrix", m.title(), m.Made, m.columns(), m.n, m.rows, about}.write(w)
}

// PagesFormats are those of reports.
var PagesFormats = []Format[Pages]{
	{"docx", "Word", WordType, whole(PagesDOCX)},
	{"pdf", "PDF", "application/pdf", whole(PagesPDF)},
	{"html", "a web page", pageType, whole(PagesHTML)},
	{"md", "Markdown", "text/markdown; charset=utf-8", whole(PagesMD)},
	{"xlsx", "Excel, one row a coding", xlsxType, whole(PagesXLSX)},
	{"csv", "CSV, one row a coding", "text/csv; charset=utf-8", whole(PagesCSV)},
}

// MatrixFormats are those of matrices.
var MatrixFormats = []Format[Matrix]{
	{"xlsx", "Excel", xlsxType, whole(MatrixXLSX)},
	{"csv", "CSV", "text/csv; charset=utf-8", whole(MatrixCSV)},
}

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
