package publish

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/selvedge/selvedge/internal/study"
)

func codebookReport() CodebookReport {
	return CodebookReport{Project: "Mills", Made: made, Changes: 14, Codes: []CountedCode{
		{Code: study.Code{ID: "a", Name: "Capitals", Color: "madder"}, Path: []string{"Capitals"}, Under: 3},
		{Code: study.Code{ID: "b", Name: "=cmd()", Color: "woad/open", Definition: "What people know.\nAnd dare.", Include: "-1", Codable: true}, Path: []string{"Capitals", "=cmd()"}, Codings: 3, Under: 3, Sources: 2},
		{Code: study.Code{ID: "c", Name: "Unused", Color: "#aabbcc", NearMiss: "almost", Codable: true}, Path: []string{"Unused"}},
	}}
}

func codebookFile(t *testing.T, write func() error, out *bytes.Buffer) []byte {
	t.Helper()
	if err := write(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestACodebookAsDOCXHasEachCodeUnderItsHeadingWithItsMeaningAndCounts(t *testing.T) {
	var out bytes.Buffer
	got := paragraphsIn(t, codebookFile(t, func() error { return CodebookDOCX(&out, codebookReport()) }, &out))
	for _, want := range [][2]string{
		{"Fact", "3 codes"}, {"Fact", "Codebook 14"},
		{"Heading1", "Capitals"}, {"Fact", "A heading, not used for coding; 3 codings with the codes under it."},
		{"Heading2", "=cmd()"}, {"Definition", "What people know.\nAnd dare."}, {"Definition", "Include when: -1"}, {"Fact", "3 codings in 2 sources."},
		{"Heading1", "Unused"}, {"Definition", "Near miss: almost"}, {"Fact", "Not used yet."},
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not there:\n%q", want, got)
		}
	}
}

func TestACodebookAsATableHasAColumnALevelAndNoFormula(t *testing.T) {
	var text, book bytes.Buffer
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(codebookFile(t, func() error { return CodebookCSV(&text, codebookReport()) }, &text), []byte(byteOrderMark)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"b", "Capitals", "'=cmd()", "woad/open", "What people know.\nAnd dare.", "'-1", "", "", "", "yes", "3", "3", "2"}
	if len(rows) != 4 || !slices.Equal(rows[2], want) {
		t.Errorf("the rows are %q", rows)
	}
	read, err := excelize.OpenReader(bytes.NewReader(codebookFile(t, func() error { return CodebookXLSX(&book, codebookReport()) }, &book)))
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	if value, _ := read.GetCellValue("Codebook", "C3"); value != "=cmd()" {
		t.Errorf("the code is called %q", value)
	}
	if formula, _ := read.GetCellFormula("Codebook", "C3"); formula != "" {
		t.Errorf("it is the formula %q", formula)
	}
}
