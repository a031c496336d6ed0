package publish

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/selvedge/selvedge/internal/study"
)

func memoReport() MemoReport {
	at := time.Date(2026, 5, 28, 15, 44, 0, 0, time.UTC)
	ms := 211_000
	words := study.Excerpt{Text: "Every quote came across my desk.", StrandIs: "Mid-caps", Title: "M07 Seals", Speaker: "Owner", FromMs: &ms, Range: study.Range{Start: 10, End: 42}, Turn: 4}
	return MemoReport{Project: "Kilnholme study", Made: at, Filters: []string{"Kind: analytic"}, Memos: []Memo{
		{Memo: study.Memo{ID: "m1", Sort: "analytic", Title: "Who decides", TargetKind: "passage", CreatedAt: at, UpdatedAt: at.Add(time.Hour),
			Body: "He **decides** *alone*, like [others](code:01900000-0000-7000-8000-000000000001); see [the guide](https://example.org/a?b=1&c=2).\n\n- first\n- second\n\n3. third\n4. fourth\n\n> quoted\n\n<script>alert(1)</script> & _plain_\n\n1. anew"},
			Author: "Rukhsana", Group: "Source: M07 Seals", Strand: "Mid-caps", Source: "M07 Seals", On: &words, Linked: []string{"Code: Delegation", "a source that is gone"}},
		{Memo: study.Memo{ID: "m2", Sort: "reflexive", Title: "=HYPERLINK(\"http://evil.example\")", Body: "=1+1", TargetKind: "project", CreatedAt: at, UpdatedAt: at}, Author: "@Tom", Group: "The project"},
	}}
}

func memoFile(t *testing.T, extension string, r MemoReport) []byte {
	t.Helper()
	for _, f := range MemoFormats {
		if f.Extension == extension {
			var out bytes.Buffer
			if err := f.Write(&out, r); err != nil {
				t.Fatal(err)
			}
			return out.Bytes()
		}
	}
	t.Fatalf("memos have no format %s", extension)
	return nil
}

const plainMemo = "He decides alone, like others; see the guide.\n\n• first\n• second\n\n3. third\n4. fourth\n\nquoted\n\n<script>alert(1)</script> & _plain_\n\n1. anew"

func TestMemosAsCSVHaveOneRowEachAndNoFormula(t *testing.T) {
	raw, _ := bytes.CutPrefix(memoFile(t, "csv", memoReport()), []byte(byteOrderMark))
	rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	row := map[string]string{}
	for i, name := range rows[0] {
		row[name] = rows[1][i]
	}
	want := map[string]string{"Memo": "m1", "Title": "Who decides", "Text": plainMemo, "Kind": "analytic", "Author": "Rukhsana", "Written at (UTC)": "2026-05-28 15:44:00",
		"Changed at (UTC)": "2026-05-28 16:44:00", "Stands on": "passage", "Of": "Source: M07 Seals", "Words": "Every quote came across my desk.", "Strand": "Mid-caps",
		"Source": "M07 Seals", "Speaker": "Owner", "Time": "0:03:31", "Turn": "5", "Start": "10", "End": "42", "Linked to": "Code: Delegation; a source that is gone"}
	for name, v := range want {
		if row[name] != v {
			t.Errorf("%s is %q", name, row[name])
		}
	}
	if rows[2][1] != "'=HYPERLINK(\"http://evil.example\")" || rows[2][2] != "'=1+1" || rows[2][4] != "'@Tom" {
		t.Errorf("%q", rows[2])
	}
}

func TestMemosAsXLSXHoldTheSameTableAndNoFormula(t *testing.T) {
	packed := memoFile(t, "xlsx", memoReport())
	if sheet := unzipped(t, packed, "xl/worksheets/sheet1.xml"); strings.Contains(sheet, "<f>") || strings.Contains(sheet, "<f ") {
		t.Error("a cell is a formula")
	}
	book, err := excelize.OpenReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows := sheetRows(t, book, "Memos")
	if len(rows) != 3 || rows[1][2] != plainMemo || rows[2][2] != "=1+1" {
		t.Errorf("%q", rows)
	}
	about := sheetRows(t, book, aboutName)
	if about[2][1] != "2" || about[3][1] != "Kind: analytic" {
		t.Errorf("%q", about)
	}
}

func TestMemosAsDOCXKeepTheirLooksListsQuotesAndLinks(t *testing.T) {
	packed := memoFile(t, "docx", memoReport())
	body := unzipped(t, packed, "word/document.xml")
	for what, want := range map[string]string{
		"bold":                 `<w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">decides</w:t>`,
		"italic":               `<w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">alone</w:t>`,
		"a link":               `<w:fldSimple w:instr=" HYPERLINK &#34;https://example.org/a?b=1&amp;c=2&#34; ">`,
		"a bulleted item":      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">second</w:t>`,
		"a numbered item":      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">fourth</w:t>`,
		"a second list":        `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">anew</w:t>`,
		"a quote":              `<w:pStyle w:val="Quote"/></w:pPr><w:r><w:t xml:space="preserve">quoted</w:t>`,
		"markup as words":      `&lt;script&gt;alert(1)&lt;/script&gt; &amp; _plain_`,
		"the words it is on":   `<w:pStyle w:val="Quote"/></w:pPr><w:r><w:t xml:space="preserve">Every quote came across my desk.</w:t>`,
		"their source line":    `Mid-caps · M07 Seals · Owner · 0:03:31`,
		"who wrote it":         `Analytic memo · Rukhsana · 28 May 2026, 15:44 UTC · changed 28 May 2026, 16:44 UTC`,
		"what it is linked to": `Linked to: Code: Delegation; a source that is gone`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not there:\n%s", what, want)
		}
	}
	lists := unzipped(t, packed, "word/numbering.xml")
	if !strings.Contains(lists, `<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>`) {
		t.Errorf("the first numbered list does not begin with 3: %s", lists)
	}
	for _, part := range []string{body, lists} {
		wellFormed(t, part)
	}
}

func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestMemosAsAPageKeepTheirLooksAndNoMarkupOfTheirOwn(t *testing.T) {
	page := string(memoFile(t, "html", memoReport()))
	for _, want := range []string{
		`He <strong>decides</strong> <em>alone</em>, like <span class="mention">others</span>; see <a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">the guide</a>.`,
		`<ul><li dir="auto">first</li><li dir="auto">second</li></ul>`, `<ol><li value="3" dir="auto">third</li><li value="4" dir="auto">fourth</li></ol>`,
		`<blockquote><p dir="auto">quoted</p></blockquote>`, `&lt;script&gt;alert(1)&lt;/script&gt; &amp; _plain_`,
		`<blockquote dir="auto">Every quote came across my desk.</blockquote>`, `<bdi>Mid-caps · M07 Seals · Owner · 0:03:31</bdi>`,
		`<p>Memos, 28 May 2026<br>2 memos</p>`, `<li dir="auto">Kind: analytic</li>`, `<h2 id="group-2" dir="auto">The project</h2>`, `Linked to: Code: Delegation; a source that is gone`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("not there: %s", want)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "javascript:") {
		t.Error("the page holds a script")
	}
}

func TestAReportOfNoMemosSaysSo(t *testing.T) {
	for _, c := range []struct {
		report MemoReport
		want   string
	}{{MemoReport{}, "No memos are written yet."}, {MemoReport{Filters: []string{"Kind: analytic"}}, "No memo matches these filters."}} {
		if page := string(memoFile(t, "html", c.report)); !strings.Contains(page, c.want) {
			t.Errorf("%q is not there", c.want)
		}
		if body := unzipped(t, memoFile(t, "docx", c.report), "word/document.xml"); !strings.Contains(body, c.want) {
			t.Errorf("%q is not in the document", c.want)
		}
	}
}
