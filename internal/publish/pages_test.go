package publish

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// pagesOf makes a report of each kind of part whose excerpts are those of another, with their source
// lines under them, in footnotes and in comments by turns.
func pagesOf(r Report) Pages {
	quote := func(e study.Excerpt) PagesQuote {
		return PagesQuote{Passage: e.Passage, Source: e.Source, Range: e.Range, Text: e.Text, Who: []string{e.Speaker, "Manufacturing"}, Title: e.Title, Where: Where(e.Turn, e.FromMs), Memo: e.Memo,
			Codes: e.Path, Codings: []study.Excerpt{e}, Cases: []PagesCase{{"case", "=Seals"}}, Values: []any{"=1+1", 12.5}}
	}
	p := Pages{Report: "r", Name: "Final", Project: r.Project, Made: made, Codebook: 14, Seq: 99, Codings: len(r.Excerpts), Deepest: levels(r.Excerpts), Variables: []string{"Source", "=Staff"}, Cases: []PagesCase{{"case", "=Seals"}, {"silent", "Silent"}}, Parts: []PagesPart{
		{ID: "t", Kind: study.PartTitle, Level: 1, Heading: "Productivity <in> Kilnholme", Blocks: study.ReadMarkdown("By **us**.\n\n- one\n- two"), Facts: []string{r.Project}},
		{ID: "c", Kind: study.PartContents, Level: 1, Heading: "Contents"},
		{ID: "x", Kind: study.PartText, Level: 1, Number: "1", Heading: "What it means", Blocks: study.ReadMarkdown("Words of *our* own.")},
	}}
	for i, line := range []string{study.LineUnder, study.LineFootnote, study.LineComment} {
		part := PagesPart{ID: study.ID(fmt.Sprint("p", i)), Kind: study.PartExcerpts, Level: 1, Number: fmt.Sprint(i + 2), Heading: "Excerpts " + line, Line: line, Style: []string{"block", "marks", "block"}[i], Excerpts: len(r.Excerpts)}
		group := PagesGroup{Name: "Banks", Above: "Barriers", Says: "3 excerpts from 2 sources", Meanings: []Meaning{{"", "What is meant."}}}
		group.Quotes = p.QuotesOf(len(r.Excerpts), func(i int) study.ID { return r.Excerpts[i].Passage }, func(i int) (PagesQuote, error) { return quote(r.Excerpts[i]), nil })
		part.Groups = []PagesGroup{group}
		p.Parts = append(p.Parts, part)
	}
	grid := table()
	chart := Bars{Series: []string{"Mid-caps (N 3)", "Drop-outs (N 4)"}, Rows: []BarRow{{"Banks & <co>", []int{3, 1}}, {"Rules", []int{0, 2}}}}
	p.Parts = append(p.Parts,
		PagesPart{ID: "tab", Kind: study.PartTable, Level: 1, Number: "Table 1", Heading: "Barriers by strand", Table: &grid, Notes: []string{"Cells count passages."}},
		PagesPart{ID: "pic", Kind: study.PartPicture, Level: 1, Number: "Figure 1", Heading: "The same", Picture: Pictured(chart)},
		PagesPart{ID: "gone", Kind: study.PartExcerpts, Level: 2, Number: "4.1", Heading: "Gone", Problem: "There is nothing with that id."},
		PagesPart{ID: "book", Kind: study.PartCodebook, Level: 1, Heading: "Codebook", Codes: []PagesCode{{"a", "Barriers", 0, nil, "3 codings"}, {"b", "Banks", 1, []Meaning{{"", "What is meant."}, {"Include when", "Asked."}}, ""}}})
	return p
}

// What can't be read halfway makes every format fail, so that no file lacks what was quoted after it.
func TestAnExcerptThatCannotBeReadFailsTheWholeFile(t *testing.T) {
	gone := errors.New("the text is gone")
	broken := func() Pages {
		p := Pages{Name: "Broken", Made: made, Passages: 2, Codings: 2}
		quotes := p.QuotesOf(2, func(i int) study.ID { return study.ID(fmt.Sprint(i)) }, func(i int) (PagesQuote, error) {
			return PagesQuote{Passage: study.ID(fmt.Sprint(i)), Text: "We waited."}, []error{nil, gone}[i]
		})
		p.Parts = []PagesPart{{ID: "p", Kind: study.PartExcerpts, Level: 1, Line: study.LineUnder, Excerpts: 2, Groups: []PagesGroup{{Quotes: quotes}}}}
		return p
	}
	for _, f := range PagesFormats {
		if err := f.Write(io.Discard, broken()); !errors.Is(err, gone) {
			t.Errorf("%s: %v", f.Extension, err)
		}
	}
	for _, f := range MatrixFormats {
		if err := f.Write(io.Discard, NewMatrix(broken(), false)); !errors.Is(err, gone) {
			t.Errorf("matrix.%s: %v", f.Extension, err)
		}
	}
	if _, err := json.Marshal(broken()); !errors.Is(err, gone) {
		t.Errorf("the preview: %v", err)
	}
}

func filed[R any](t testing.TB, list []Format[R], extension string, r R) []byte {
	t.Helper()
	at := slices.IndexFunc(list, func(f Format[R]) bool { return f.Extension == extension })
	var out bytes.Buffer
	if err := list[at].Write(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// pandoc reads a document as an independent program does.
func pandoc(t *testing.T, name string, content []byte, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed")
	}
	out, err := exec.Command("pandoc", append(args, "--wrap=none", saved(t, name, content))...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

func TestEveryFormatOfAReportWritesEveryReport(t *testing.T) {
	for name, r := range map[string]Report{"sample": sample(), "hostile": hostile(), "nothing at all": {}} {
		p := pagesOf(r)
		for _, f := range PagesFormats {
			if f.Extension == "pdf" && name == "hostile" {
				continue // it holds Hebrew, which is refused
			}
			var out bytes.Buffer
			if err := f.Write(&out, p); err != nil || out.Len() == 0 {
				t.Errorf("%s of %s: %v", f.Extension, name, err)
			}
			if err := f.Write(full{}, p); study.KindOf(err) != study.Internal {
				t.Errorf("%s on a full disk: %v", f.Extension, err)
			}
		}
		for _, f := range MatrixFormats {
			if err := f.Write(&bytes.Buffer{}, NewMatrix(p, false)); err != nil {
				t.Errorf("matrix %s of %s: %v", f.Extension, name, err)
			}
		}
	}
}

func TestPandocReadsTheReportInWordWithHeadingsQuotesFootnotesCommentsAndTables(t *testing.T) {
	got := pandoc(t, "report.docx", filed(t, PagesFormats, "docx", pagesOf(sample())), "-f", "docx", "-t", "markdown", "--track-changes=all")
	for _, want := range []string{"# 1\u2002What it means", "# 2\u2002Excerpts under", "## Banks", "## 4.1\u2002Gone", "> The bank asked for it.", "By **us**.", "-   one", "Words of *our* own.",
		"\"The bank asked for it.\"[^3]", "[^1]: Owner, Interviewer · Manufacturing · M07 Seals, 0:03:31", "comment-start", "Manufacturing · M11 Ovens, turn 1", "Table 1. Barriers by strand", "N, passages", "=Banks", "Figure 1. The same",
		"Banks & \\<co\\>: Mid-caps (N 3) 3", "**Banks**", "Include when: Asked.", "Memo: Compare with M11."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if n := strings.Count(got, "comment-start"); n != 3 {
		t.Errorf("%d comments", n)
	}
	if t.Failed() {
		t.Log(got)
	}
}

func TestPandocReadsTheReportInMarkdownAsItReadsTheOneInWord(t *testing.T) {
	p := pagesOf(sample())
	got := pandoc(t, "report.md", filed(t, PagesFormats, "md", p), "-f", "markdown", "-t", "plain")
	for _, want := range []string{"Productivity <in> Kilnholme", "1 What it means", "Banks", "The bank asked for it.", "Owner, Interviewer · Manufacturing · M07 Seals, 0:03:31", "By us.", "N, passages", "=Banks", "[3] Manufacturing · M11 Ovens, turn 1"} {
		if !strings.Contains(got, want) && !strings.Contains(got, strings.ToUpper(want)) {
			t.Errorf("%q is missing", want)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
	hostile := pandoc(t, "hostile.md", filed(t, PagesFormats, "md", pagesOf(hostile())), "-f", "markdown", "-t", "native")
	if strings.Contains(hostile, "RawBlock") || strings.Contains(hostile, "RawInline") {
		t.Error("words of an excerpt are read as HTML")
	}
}

func TestTheReportAsAPageRunsAndFetchesNothing(t *testing.T) {
	got := string(filed(t, PagesFormats, "html", pagesOf(hostile())))
	for _, tag := range regexp.MustCompile(`<[a-zA-Z][^>]*>`).FindAllString(got, -1) {
		if regexp.MustCompile(`(?i)^<(script|img|iframe|link|object|b)\b|\son\w+=|\ssrc=|http:|https:`).MatchString(tag) {
			t.Errorf("%q", tag)
		}
	}
	read := string(filed(t, PagesFormats, "html", pagesOf(sample())))
	for _, want := range []string{`<h1 id="t" dir="auto">Productivity &lt;in&gt; Kilnholme</h1>`, `<a href="#p0-1"><bdi>Banks</bdi></a>`, `<h3 id="p0-1" dir="auto">Banks</h3>`, `<a id="from-3" href="#note-3">3</a>`, `<li id="note-3">`, `<svg role="img" aria-label="Banks &amp; &lt;co&gt;: Mid-caps`, `<th scope="row" class="d1" dir="auto">=Banks</th>`, "There is nothing with that id."} {
		if !strings.Contains(read, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// europeans is a sample whose picture names nobody in Hebrew.
func europeans() Pages {
	p := pagesOf(sample())
	for i := range p.Parts {
		if picture := p.Parts[i].Picture; picture != nil {
			picture.Drawing.(Bars).Rows[1].Name = "Łódź, Ζωή, Ирина 🧵"
		}
	}
	return p
}

func TestThePDFHasItsPagesNumberedItsContentsAndItsNotes(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	raw, err := exec.Command("pdftotext", "-layout", saved(t, "report.pdf", filed(t, PagesFormats, "pdf", europeans())), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(raw), "\f")
	find := func(words string) int {
		return slices.IndexFunc(pages, func(page string) bool { return strings.Contains(strings.Join(strings.Fields(page), " "), words) })
	}
	for page, words := range map[int]string{0: "Productivity <in> Kilnholme", 1: "3 Excerpts footnote 5", 2: "Words of our own.", 3: "Owner, Interviewer · Manufacturing · M07 Seals, 0:03:31", 4: "“The bank asked for it. [3]”"} {
		if page == 4 {
			words = "The bank asked for it.” [3]"
		}
		if find(words) != page {
			t.Errorf("%q is on page %d", words, find(words)+1)
		}
	}
	if find("[3] Manufacturing · M11 Ovens, turn 1") < 5 || find("Łódź, Ζωή, Ирина □") < 0 || find("1 sign that the letters") < 0 {
		t.Errorf("notes or signs are missing: %s", raw)
	}
}

func TestThePDFRefusesWhatItHasNoLettersFor(t *testing.T) {
	err := PagesPDF(&bytes.Buffer{}, pagesOf(hostile()))
	if study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), "ה") {
		t.Errorf("it says %v", err)
	}
}

func TestACodingIsARowWithEveryVariableAndNoCellIsAFormula(t *testing.T) {
	raw := filed(t, PagesFormats, "csv", pagesOf(sample()))
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte(byteOrderMark)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Coding", "Passage", "Code 1", "Code 2", "Code 3", "Code", "Text", "Strand", "Source", "Speaker", "Time", "Turn", "Start", "End", "Words", "Coder", "Coded at (UTC)", "Memo", "Case", "Source of cases", "'=Staff"}
	if !slices.Equal(rows[0], want) {
		t.Errorf("the head is %q", rows[0])
	}
	if len(rows) != 4 || !slices.Equal(rows[1][18:], []string{"'=Seals", "'=1+1", "12.5"}) || rows[1][4] != "Reluctance to delegate" {
		t.Errorf("the rows are %q", rows[1:])
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.ContainsAny(strings.TrimSpace(cell)[:min(1, len(strings.TrimSpace(cell)))], "=+-@") {
				t.Errorf("a formula: %q", cell)
			}
		}
	}
}

func TestTheMatrixHasAOneWhereACodeStands(t *testing.T) {
	p := pagesOf(sample())
	for byCase, want := range map[bool]string{
		true:  "Case,Name,Barriers,Reluctance to delegate\r\ncase,'=Seals,1,1\r\nsilent,Silent,0,0\r\n",
		false: "Passage,Source,Start,End,Case,Barriers,Reluctance to delegate\r\np1,M07 Seals,10,70,'=Seals,1,1\r\np2,M11 Ovens,0,24,'=Seals,1,0\r\n",
	} {
		if got := string(filed(t, MatrixFormats, "csv", NewMatrix(p, byCase))); got != byteOrderMark+want {
			t.Errorf("by case %v: %q", byCase, got)
		}
	}
}

func TestLibreOfficeOpensTheReport(t *testing.T) {
	got, said := converted(t, saved(t, "report.docx", filed(t, PagesFormats, "docx", pagesOf(hostile()))), "txt", ":Text (encoded):UTF8")
	for _, want := range append(telling, "Productivity <in> Kilnholme", "Barriers by strand") {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing; LibreOffice said %s", want, said)
		}
	}
}

func TestEveryPartOfTheReportInWordIsThereAndEveryPictureHasWords(t *testing.T) {
	packed := filed(t, PagesFormats, "docx", pagesOf(sample()))
	for _, m := range regexp.MustCompile(`PartName="/([^"]+)"`).FindAllStringSubmatch(unzipped(t, packed, docxParts[0]), -1) {
		unzipped(t, packed, m[1])
	}
	body := unzipped(t, packed, "word/document.xml")
	for _, want := range []string{` TOC \o "1-3" `, `descr="Banks &amp; &lt;co&gt;: Mid-caps (N 3) 3`, "<w:tblHeader/>", `<w:bookmarkStart w:id="1" w:name="_Tocx"/>`, `SEQ Table`} {
		if !strings.Contains(body, want) {
			t.Errorf("%q is missing", want)
		}
	}
	styles := unzipped(t, packed, "word/styles.xml")
	for _, m := range regexp.MustCompile(`<w:pStyle w:val="(\w+)"`).FindAllStringSubmatch(body+unzipped(t, packed, "word/footnotes.xml"), -1) {
		if !strings.Contains(styles, `w:styleId="`+m[1]+`"`) {
			t.Errorf("no style %s", m[1])
		}
	}
}

func BenchmarkReportOfSixThousandExcerpts(b *testing.B) {
	p := pagesOf(large())
	p.Parts = p.Parts[3:4]
	for _, f := range PagesFormats {
		b.Run(f.Extension, func(b *testing.B) {
			for b.Loop() {
				filed(b, PagesFormats, f.Extension, p)
			}
		})
	}
}
