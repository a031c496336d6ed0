package study

import (
	"regexp"
	"slices"
	"strings"
)

// Table is a table as a file has it. Rows are counted as a spreadsheet does.
type Table struct {
	Columns []string
	Heads   [][]string // the rows that name the columns, as they stand there; may be none
	Rows    [][]string
	First   int // number of the first row
}

var keyName = regexp.MustCompile(`(?i)^(key|id|no|nr|number|code|ref|reference|firm ?(no|nr|id|number)|case ?(no|nr|id|number)|respondent ?(no|nr|id|number)?|\S+[_ ](id|nr|no|key))\.?$`)

// GuessKey names the column that rows are most likely known by; the first when none tells them apart.
func (t Table) GuessKey() string {
	if best := t.apart(); best != "" || len(t.Columns) == 0 {
		return best
	}
	return t.Columns[0]
}

// apart names a column in which no row is empty and none is like another, first among those
// that are called as keys are; "" when there is none.
func (t Table) apart() (best string) {
	for at, title := range t.Columns {
		if c := gather(t.column(at)); c.filled < len(t.Rows) || len(c.values) < c.filled {
			continue
		}
		if keyName.MatchString(title) {
			return title
		}
		if best == "" {
			best = title
		}
	}
	return best
}

// Cells gives the cells of a column by its name; nil when there is none.
func (t Table) Cells(name string) []string {
	at := t.named(name)
	if at < 0 {
		return nil
	}
	return t.column(at)
}

func (t Table) named(column string) int {
	return slices.IndexFunc(t.Columns, func(c string) bool { return Fold(c) == Fold(column) && column != "" })
}

func (t Table) column(at int) []string {
	cells := make([]string, len(t.Rows))
	for i, row := range t.Rows {
		if at < len(row) {
			cells[i] = row[at]
		}
	}
	return cells
}

func filledIn(cells []string) (n int) {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

func cell(row []string, at int) string {
	if at < 0 || at >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[at])
}
