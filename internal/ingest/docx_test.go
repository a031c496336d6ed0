package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strict       = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	office       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	heading1     = `<w:pPr><w:pStyle w:val="Kop1"/></w:pPr>`
)

// docx makes a Word file of a body; further parts come as name and content in turn.
func docx(body string, parts ...string) string { return docxIn(transitional, body, parts...) }

func docxIn(space, body string, parts ...string) string {
	open := `<w:document xmlns:w="` + space + `" xmlns:mc="` + compatibility + `" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>`
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	styles := `<w:styles xmlns:w="` + space + `"><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Kop1"/></w:style></w:styles>`
	all := []string{
		"[Content_Types].xml", "<Types/>",
		"_rels/.rels", rels + `<Relationship Id="1" Type="` + office + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?>` + open + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels", rels + `<Relationship Id="1" Type="` + office + `styles" Target="styles.xml"/><Relationship Id="2" Type="` + office + `footnotes" Target="/word/footnotes.xml"/><Relationship Id="3" Type="` + office + `endnotes" Target="endnotes.xml"/></Relationships>`,
		"word/styles.xml", styles,
	}
	return zipped(append(all, parts...)...)
}

func zipped(parts ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func para(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`)
	}
	return b.String()
}

func TestWordIsReadAsItsReaderSeesIt(t *testing.T) {
	run := func(inner string) string { return "<w:p><w:r>" + inner + "</w:r></w:p>" }
	for _, c := range []struct{ name, body, want string }{
		{"runs, entities, blanks", `<w:p><w:r><w:t xml:space="preserve">One </w:t></w:r><w:r><w:t>&amp; two
			lines</w:t></w:r></w:p>` + para(" ", "End"), "| One & two    lines\n| End"},
		{"breaks and tabs", run(`<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>`), "| a\tb\n| c\n| d"},
		{"tab stops are not tabs", `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`, "| a"},
		{"hyphens and symbols", run(`<w:t>co</w:t><w:softHyphen/><w:t>op re</w:t><w:noBreakHyphen/><w:t>do </w:t><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Arial" w:char="2192"/><w:sym w:font="Odd" w:char="F001"/>`), "| coop re\u2011do α✓→□"},
		{"insertions count, deletions don't", `<w:p><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText><w:t>older</w:t></w:r></w:del><w:r><w:t>end</w:t></w:r></w:p><w:p><w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>there</w:t></w:r></w:moveTo></w:p>`, "| new end\n| there"},
		{"a deleted paragraph end joins", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>` + para("two"), "| One two"},
		{"a deleted last paragraph end loses nothing", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Last</w:t></w:r></w:p>`, "| Last"},
		{"tables go cell by cell", `<w:tbl><w:tr><w:tc>` + para("a") + `</w:tc><w:tc>` + para("b", "c") + `</w:tc></w:tr><w:tr><w:tc>` + para("d") + `</w:tc></w:tr></w:tbl>`, "| a\n| b\n| c\n| d"},
		{"links, fields, content controls, mathematics", `<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r><w:fldSimple w:instr="x"><w:r><w:t> field</w:t></w:r></w:fldSimple><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:r><w:t> control</w:t></w:r></w:sdtContent></w:sdt><m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath></w:p>`, "| link field control x=1"},
		{"a text box stands after its paragraph, once", `<w:p><w:r><w:t>before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>` + para("box") + `</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + para("box") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>after</w:t></w:r></w:p>`, "| before after\n| box"},
		{"reading aids are left out", run(`<w:ruby><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>`), "| 漢"},
		{"speakers", para("Title", "AO: One?", "HW: Two.") + run(`<w:t>AO: Three?</w:t><w:br/><w:t>HW: Four.</w:t>`) + para("More."), "| Title\nAO| One?\nHW| Two.\nAO| Three?\nHW| Four.⏎More."},
		{"bold labels", `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Ann: </w:t></w:r><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Ben:</w:t></w:r><w:r><w:tab/><w:t>Two.</w:t></w:r></w:p>` + strings.Repeat(`<w:p><w:r><w:rPr><w:b w:val="1"/></w:rPr><w:t>Ann: </w:t></w:r><w:r><w:t>On.</w:t></w:r></w:p>`+para("Mind: the gap."), 2) + `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Ben: </w:t></w:r><w:r><w:t>Off.</w:t></w:r></w:p>`,
			"Ann| One.\nBen| Two.\nAnn| On.⏎Mind: the gap.\nAnn| On.⏎Mind: the gap.\nBen| Off."},
		{"headings by style, by descent and by level", `<w:p>` + heading1 + `<w:r><w:t>Top</w:t></w:r></w:p>` + para("AO: One.", "HW: Two.") + `<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>Second</w:t></w:r></w:p>` + para("AO: Three.") + `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Third</w:t></w:r></w:p>` + para("HW: Four."),
			"| Top\nAO| One.\nHW| Two.\n| Second\nAO| Three.\n| Third\nHW| Four."},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := read(t, "a.docx", docx(c.body))
			expect(t, doc, c.want)
			if again := read(t, "a.docx", docxIn(strict, c.body)); again.Text != doc.Text {
				t.Errorf("the strict form reads %q", again.Text)
			}
		})
	}
}

func TestNotesStandAtTheEndInTheOrderOfTheirMarks(t *testing.T) {
	foot := func(kind, inner string) string {
		return `<w:` + kind + `s xmlns:w="` + transitional + `"><w:` + kind + ` w:type="separator" w:id="0"><w:p/></w:` + kind + `>` + inner + `</w:` + kind + `s>`
	}
	body := para("AO: One.", "HW: Two.", "AO: Three.") +
		`<w:p><w:r><w:t>HW: Four</w:t></w:r><w:r><w:endnoteReference w:id="5"/><w:footnoteReference w:id="2"/><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r></w:p>`
	doc := read(t, "a.docx", docx(body,
		"word/footnotes.xml", foot("footnote", `<w:footnote w:id="2">`+para("Foot.", "Further.")+`</w:footnote><w:footnote w:id="9">`+para("Unused.")+`</w:footnote>`),
		"word/endnotes.xml", foot("endnote", `<w:endnote w:id="5">`+para("End.")+`</w:endnote>`)))
	expect(t, doc, "AO| One.\nHW| Two.\nAO| Three.\nHW| Four[1][2][2].\n| [1] End.\n| [2] Foot.\n| Further.")
}

func TestHiddenTextIsLeftOutAndSaidSo(t *testing.T) {
	doc := read(t, "a.docx", docx(`<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> again</w:t></w:r></w:p>`))
	if doc.Text != "seen again" || !strings.Contains(strings.Join(doc.Warnings, " "), "Hidden text") {
		t.Errorf("got %q, %q", doc.Text, doc.Warnings)
	}
}

func TestAWordFileInUTF16IsRead(t *testing.T) {
	xml := `<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="` + transitional + `"><w:body>` + para("Grüße") + `</w:body></w:document>`
	doc := read(t, "a.docx", zipped("word/document.xml", "\xff\xfe"+string(wide(xml))))
	if doc.Text != "Grüße" {
		t.Errorf("got %q", doc.Text)
	}
}

func TestHostileWordFilesAreRefused(t *testing.T) {
	entries := make([]string, 0, 2*(maxEntries+1))
	for i := range maxEntries + 1 {
		entries = append(entries, fmt.Sprintf("word/%d.xml", i), "")
	}
	whole := docx(para(strings.Repeat("Some words. ", 100)))
	locked := []byte(whole)
	binary.LittleEndian.PutUint16(locked[bytes.Index(locked, []byte("PK\x01\x02"))+8:], 1)
	for _, c := range []struct {
		name, data string
		kind       study.ErrorKind
		says       string
	}{
		{"a bomb", docx(para(strings.Repeat(" ", freeRatio+1))), study.TooLarge, "unpacks"},
		{"a part above the limit", docx("", "word/x.bin", strings.Repeat("a", maxPart+1)), study.TooLarge, "unpacks"},
		{"too many entries", zipped(entries...), study.TooLarge, "unpacks"},
		{"a size that lies", docxLying(), study.Invalid, "damaged"},
		{"deep nesting", docx(strings.Repeat("<w:sdt>", maxDepth) + strings.Repeat("</w:sdt>", maxDepth)), study.TooLarge, "unpacks"},
		{"a document type", zipped("word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>`), study.Invalid, "document type"},
		{"an unknown entity", docx(para("&a;")), study.Invalid, "damaged"},
		{"broken XML", docx("<w:p>"), study.Invalid, "damaged"},
		{"cut off", whole[:len(whole)/2], study.Invalid, "damaged"},
		{"cut off early", whole[:60], study.Invalid, "damaged"},
		{"a password", string(locked), study.Invalid, "password"},
		{"a zip", zipped("a.txt", "hello"), study.Invalid, "A zip archive"},
		{"a slide show", zipped("[Content_Types].xml", "", "ppt/presentation.xml", ""), study.Invalid, "A slide show"},
		{"an OpenDocument spreadsheet", zipped("mimetype", openDocument+"spreadsheet", "content.xml", ""), study.Invalid, "OpenDocument spreadsheet"},
		{"no body", docx(""), study.Invalid, "no words"},
		{"no document", zipped("[Content_Types].xml", "", "word/other.xml", ""), study.Invalid, "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(t.Context(), "a.docx", []byte(c.data), Options{})
			if study.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %s: %v", study.KindOf(err), err)
			}
		})
	}
}

// docxLying declares fewer bytes than its document unpacks to.
func docxLying() string {
	whole := []byte(docx(para("Hello")))
	at := bytes.LastIndex(whole, []byte("word/document.xml"))
	binary.LittleEndian.PutUint32(whole[at-46+24:], 10)
	return string(whole)
}

func TestOneNoteReferredToOftenIsGivenOnce(t *testing.T) {
	body := "<w:p><w:r><w:t>x</w:t>" + strings.Repeat(`<w:footnoteReference w:id="2"/>`, 10_000) + "</w:r></w:p>"
	doc := read(t, "a.docx", docx(body, "word/footnotes.xml", `<w:footnotes xmlns:w="`+transitional+`"><w:footnote w:id="2">`+para(strings.Repeat("long ", 1000))+`</w:footnote></w:footnotes>`))
	if n := strings.Count(doc.Text, "long"); n != 1000 {
		t.Errorf("the note stands there %d times", n/1000)
	}
}
