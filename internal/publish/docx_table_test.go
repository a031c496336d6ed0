package publish

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// table is a part of a cross-reference with words in its cells.
func table() Grid {
	quoted := GridGroup{Says: "2", Quotes: []GridQuote{{"He kept <looking> at the clock & the door.", "D04 Wyre Joinery, Dave"}}, More: "and 1 more"}
	return Grid{Project: "Study", Title: "Codes by strands", Made: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC), Says: []string{"Cells count passages."}, HeadRows: 1, Under: true,
		Heads: []string{"codes", "Drop-outs", "All"}, Rows: []GridRow{
			{Name: "N, passages", Cells: []any{9, 9}, Groups: []GridGroup{{Says: "9"}, {Says: "9"}}},
			{Name: "=Banks", Depth: 1, Cells: []any{quoted.Text(), 2}, Groups: []GridGroup{quoted, {Says: "2"}}},
		}}
}

func TestATableIsATableInWordWithItsHeadOnEveryPage(t *testing.T) {
	var out bytes.Buffer
	if err := TableDOCX(&out, table()); err != nil {
		t.Fatal(err)
	}
	read := paragraphsIn(t, out.Bytes())
	if read[0] != [2]string{"Heading1", "Study: Codes by strands"} {
		t.Errorf("it begins with %v", read[0])
	}
	body := unzipped(t, out.Bytes(), "word/document.xml")
	for part, times := range map[string]int{"<w:tbl>": 1, "<w:tr>": 3, "<w:tc>": 9, "<w:tblHeader/>": 2, "<w:gridCol ": 3, "looking&gt;": 1, "and 1 more": 1, "D04 Wyre Joinery, Dave": 1, "Cells count passages.": 1} {
		if n := strings.Count(body, part); n != times {
			t.Errorf("%s stands %d times", part, n)
		}
	}
}

func TestWhatATableShowsStandsUnderItInACSVAndNoCellIsAFormula(t *testing.T) {
	var out strings.Builder
	if err := GridCSV(&out, table()); err != nil {
		t.Fatal(err)
	}
	want := "\uFEFFcodes,Drop-outs,All\r\n\"N, passages\",9,9\r\n'=Banks,\"“He kept <looking> at the clock & the door.” D04 Wyre Joinery, Dave\n\nand 1 more\",2\r\n,,\r\nCells count passages.,,\r\n"
	if got := strings.ReplaceAll(out.String(), "\r\n\r\n", "\n\n"); got != want {
		t.Errorf("it reads %q", got)
	}
}
