package publish

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/selvedge/selvedge/internal/study"
)

func workbook(t *testing.T, r Report) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(written(t, format(t, "xlsx"), r)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func sheetRows(t *testing.T, book *excelize.File, sheet string, o ...excelize.Options) [][]string {
	t.Helper()
	got, err := book.GetRows(sheet, o...)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func unzipped(t *testing.T, packed []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestXLSXHoldsTheSameTableAsCSV(t *testing.T) {
	header, want := rows(t, sample())
	got := sheetRows(t, workbook(t, sample()), sheetName)
	if len(got) != len(want)+1 {
		t.Fatalf("%d rows", len(got))
	}
	for n, row := range got[1:] {
		for i, v := range row {
			wanted := want[n][header[i]]
			if header[i] == "Coded at (UTC)" {
				wanted = strings.TrimSuffix(wanted, ":00")
			}
			if got[0][i] != header[i] || v != wanted {
				t.Errorf("row %d, %s: %q, want %q", n, header[i], v, wanted)
			}
		}
	}
}

func TestXLSXDatesAndTimesAreNumbersThatSort(t *testing.T) {
	raw := sheetRows(t, workbook(t, sample()), sheetName, excelize.Options{RawCellValue: true})[1]
	if !strings.HasPrefix(raw[10], "0.002442129") {
		t.Errorf("time is %q days", raw[10])
	}
	if !strings.HasPrefix(raw[16], "46349.63") {
		t.Errorf("date is %q", raw[16])
	}
}

func TestXLSXKeepsItsHeaderInSightAndFilters(t *testing.T) {
	book := workbook(t, sample())
	panes, err := book.GetPanes(sheetName)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("%+v, %v", panes, err)
	}
	sheet := unzipped(t, written(t, format(t, "xlsx"), sample()), "xl/worksheets/sheet1.xml")
	if !strings.Contains(sheet, `<autoFilter ref="$A$1:$R$4"`) && !strings.Contains(sheet, `<autoFilter ref="A1:R4"`) {
		t.Error("no filter over the table")
	}
}

func TestNoXLSXCellIsAFormula(t *testing.T) {
	packed := written(t, format(t, "xlsx"), hostile())
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		if sheet := unzipped(t, packed, name); strings.Contains(sheet, "<f>") || strings.Contains(sheet, "<f ") {
			t.Errorf("%s holds a formula", name)
		}
	}
	got := sheetRows(t, workbook(t, hostile()), sheetName)
	if got[1][4] != "=cmd|'/c calc'!A1" || got[9][4] != "<script>alert(1)</script>" || got[10][4] != rtl || got[11][4] != "NUL BEL \ufffd _x0041_" {
		t.Errorf("%q %q %q %q", got[1][4], got[9][4], got[10][4], got[11][4])
	}
}

func TestXLSXCutsWhatACellCannotHoldAndSaysSo(t *testing.T) {
	got := sheetRows(t, workbook(t, hostile()), sheetName)[12][4]
	if units := len(utf16.Encode([]rune(got))); units > excelize.TotalCellChars || units < excelize.TotalCellChars-1 {
		t.Errorf("%d units", units)
	}
	if !strings.HasSuffix(got, study.CutMark) || strings.Contains(got, "\ufffd") {
		t.Errorf("ends in %q", got[len(got)-40:])
	}
	just := strings.Repeat("é", excelize.TotalCellChars)
	if fitting(just) != just || fitting(just+"é") == just+"é" {
		t.Error("the limit is 32,767")
	}
}

func TestXLSXSaysWhatItHolds(t *testing.T) {
	about := map[string]string{}
	for _, row := range sheetRows(t, workbook(t, sample()), aboutName) {
		about[row[0]] = row[1]
	}
	for name, want := range map[string]string{"Project": "Kilnholme study", "Made (UTC)": "2026-11-23 16:21", "Codings": "3", "Passages": "2", "Sources": "2", "Filter": "Strand: Mid-caps"} {
		if about[name] != want {
			t.Errorf("%s is %q, want %q", name, about[name], want)
		}
	}
	var note string
	for _, row := range sheetRows(t, workbook(t, empty()), aboutName) {
		if row[0] == "Note" {
			note = row[1]
		}
	}
	if note != "No passages are coded yet." {
		t.Errorf("%q", note)
	}
}

func TestALargeXLSXLeavesNoTextInTemporaryFiles(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	watched := &watching{folder: folder}
	r := large()
	for i := range r.Excerpts {
		r.Excerpts[i].Memo = strings.Repeat("long ", 600)
	}
	r.Made = time.Now()
	if err := XLSX(watched, r); err != nil {
		t.Fatal(err)
	}
	if watched.seen > 0 {
		t.Errorf("%d files in the temporary folder", watched.seen)
	}
}

// watching counts what lies in a folder whenever something is written.
type watching struct {
	folder string
	seen   int
}

func (w *watching) Write(p []byte) (int, error) {
	list, err := os.ReadDir(w.folder)
	w.seen = max(w.seen, len(list))
	return len(p), err
}
