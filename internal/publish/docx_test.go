package publish

import (
	"encoding/xml"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

var docxParts = []string{"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/footer1.xml", "word/document.xml"}

// paragraphs reads a document back: the style and the text of each.
func paragraphs(t *testing.T, r Report) [][2]string {
	t.Helper()
	return paragraphsIn(t, written(t, format(t, "docx"), r))
}

func paragraphsIn(t *testing.T, packed []byte) (out [][2]string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(unzipped(t, packed, "word/document.xml")))
	var style, text string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "p":
				style, text = "", ""
			case "pStyle":
				style = e.Attr[0].Value
			case "br":
				text += "\n"
			case "tab":
				text += "\t"
			}
		case xml.CharData:
			text += string(e)
		case xml.EndElement:
			if e.Name.Local == "p" {
				out = append(out, [2]string{style, text})
			}
		}
	}
}

func TestDOCXReadsAsHeadingsQuotesAndSourceLines(t *testing.T) {
	quoted := "Every quote came across my desk.\nUntil when?\nUntil March."
	want := [][2]string{
		{"Title", "Kilnholme study"}, {"Subtitle", "Excerpts, 23 November 2026"}, {"Fact", "2 passages from 2 sources, 3 codings"}, {"Fact", "Strand: Mid-caps"},
		{"Heading1", "Capitals"}, {"Definition", "What an owner can draw on."}, {"Heading2", "Human capital"},
		{"Heading3", "Reluctance to delegate"}, {"Definition", "The owner keeps decisions that others could take."}, {"Definition", "Include when: Signing every invoice."},
		{"Definition", "Exclude when: Nobody to delegate to."}, {"Definition", "Typical example: I see to it myself."}, {"Definition", "Near miss: We have no foreman."},
		{"Quote", quoted}, {"SourceLine", "Mid-caps · M07 Seals · Owner, Interviewer · 0:03:31 · coded by Rukhsana"}, {"Memo", "Memo: Compare with M11.\nTwice."},
		{"Heading1", "Barriers"}, {"Quote", quoted}, {"SourceLine", "Mid-caps · M07 Seals · Owner, Interviewer · 0:03:31 · coded by Rukhsana"},
		{"Quote", "The bank asked for it."}, {"SourceLine", "Mid-caps · M11 Ovens · turn 1 · coded by Tom"},
	}
	got := paragraphs(t, sample())
	for i := range got { // new lines between paragraphs are not in them
		got[i][1] = strings.TrimSpace(got[i][1])
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestEveryDOCXPartIsWellFormedWhateverTheTexts(t *testing.T) {
	packed := written(t, format(t, "docx"), hostile())
	for _, name := range docxParts {
		d := xml.NewDecoder(strings.NewReader(unzipped(t, packed, name)))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	if core := unzipped(t, packed, "docProps/core.xml"); !strings.Contains(core, "<dc:title>=cmd() &lt;script&gt;alert(1)&lt;/script&gt; Bcc:</dc:title>") || !strings.Contains(core, "<dc:language>en-GB<") {
		t.Error(core)
	}
	if body := unzipped(t, packed, "word/document.xml"); !strings.Contains(body, `<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">`+rtl) {
		t.Error("Hebrew does not run from the right")
	}
}

func TestEveryDOCXStyleAndPartThatIsNamedIsThere(t *testing.T) {
	packed := written(t, format(t, "docx"), sample())
	styles := unzipped(t, packed, "word/styles.xml")
	used := regexp.MustCompile(`<w:(?:pStyle|next|basedOn) w:val="(\w+)"`)
	for _, m := range used.FindAllStringSubmatch(styles+unzipped(t, packed, "word/document.xml")+unzipped(t, packed, "word/footer1.xml"), -1) {
		if !strings.Contains(styles, `w:styleId="`+m[1]+`"`) {
			t.Errorf("no style %s", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`PartName="/([^"]+)"`).FindAllStringSubmatch(unzipped(t, packed, docxParts[0]), -1) {
		unzipped(t, packed, m[1])
	}
	for _, m := range regexp.MustCompile(`Target="([^"]+)"`).FindAllStringSubmatch(unzipped(t, packed, "word/_rels/document.xml.rels"), -1) {
		unzipped(t, packed, "word/"+m[1])
	}
}

func TestAnEmptyDOCXSaysSo(t *testing.T) {
	got := paragraphs(t, empty())
	if last := got[len(got)-1]; strings.TrimSpace(last[1]) != "No passages are coded yet." {
		t.Errorf("%q", got)
	}
}
