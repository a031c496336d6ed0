package ingest

import (
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	odfNames = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
		xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="x" xmlns:dc="http://purl.org/dc/elements/1.1/"`
	odfStyles = `<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
		<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="Title" style:family="paragraph"/>
		<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>`
)

func odt1(body string, parts ...string) string {
	return zipped(append([]string{"mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
		`<office:document-content ` + odfNames + `><office:automatic-styles>` + odfStyles + `</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`}, parts...)...)
}

func TestAnOpenDocumentIsReadAsItsReaderSeesIt(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"white space":          {"<text:p>\n  One  \t two<text:s text:c=\"2\"/>three<text:tab/>four<text:line-break/>five</text:p>", "One two  three\tfour\nfive"},
		"spans and links":      {`<text:p>a<text:span text:style-name="B"> b</text:span><text:a> c</text:a></text:p>`, "a b c"},
		"hidden words":         {`<text:p>a<text:span text:style-name="H">no</text:span><text:hidden-text>no</text:hidden-text></text:p><text:section text:display="none"><text:p>no</text:p></text:section>`, "a"},
		"changes":              {`<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change/> <text:change-start/>b<text:change-end/></text:p>`, "a b"},
		"lists":                {`<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>`, "a\nb"},
		"tables":               {`<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:covered-table-cell><text:p>no</text:p></table:covered-table-cell></table:table-row></table:table><text:p>b</text:p>`, "a\nb"},
		"notes":                {`<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>why</text:p><text:p>not</text:p></text:note-body></text:note> b</text:p><text:p>c</text:p>`, "a[1] b\nc\n[1] why\nnot"},
		"text boxes":           {`<text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:title>no</svg:title></draw:frame> b</text:p>`, "a b\nbox"},
		"readings above words": {`<text:p><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby></text:p>`, "漢"},
	} {
		t.Run(name, func(t *testing.T) {
			if doc := read(t, "a.odt", odt1(c.body)); doc.Text != c.want {
				t.Errorf("reads %q, want %q", doc.Text, c.want)
			}
		})
	}
}

func TestHeadingsSpeakersAndCommentsOfAnOpenDocumentAreFound(t *testing.T) {
	doc := read(t, "a.odt", odt1(`<text:p text:style-name="P1">Talk</text:p><text:p>Ann: We <office:annotation office:name="7"><dc:creator>Jo Fell</dc:creator><dc:date>2024-05-06T07:08:09.5</dc:date><text:p>Really?</text:p></office:annotation>grew<office:annotation-end office:name="7"/>.</text:p>
		<text:p>Ben: Did you?</text:p><text:p>Ann: Yes.<office:annotation><text:p>No</text:p></office:annotation></text:p>`))
	if doc.Title != "Talk" || len(doc.Speakers) != 2 || len(doc.Comments) != 2 {
		t.Fatalf("%q: %+v, %+v", doc.Title, doc.Speakers, doc.Comments)
	}
	first, second := doc.Comments[0], doc.Comments[1]
	if wordsOf(doc, first) != "grew" || first.Author != "Jo Fell" || first.Text != "Really?" || first.At.Year() != 2024 || wordsOf(doc, second) != "Yes." {
		t.Errorf("%+v", doc.Comments)
	}
}

func TestHostileOpenDocumentsAreRefused(t *testing.T) {
	manifest := `<manifest:manifest xmlns:manifest="x"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
	for name, c := range map[string]struct{ data, says string }{
		"a password":        {odt1("", "META-INF/manifest.xml", manifest), "password"},
		"deep nesting":      {odt1(strings.Repeat("<text:section>", maxDepth) + strings.Repeat("</text:section>", maxDepth)), "unpacks"},
		"an unknown entity": {odt1("<text:p>&a;</text:p>"), "damaged"},
		"a bomb":            {odt1("<text:p>" + strings.Repeat(" ", freeRatio+1<<20) + "</text:p>"), "unpacks"},
		"no content":        {zipped("mimetype", openDocument+"text", "content.xml/", ""), "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read(t.Context(), "a.odt", []byte(c.data), Options{}); study.KindOf(err) != study.Invalid && study.KindOf(err) != study.TooLarge || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v", err)
			}
		})
	}
}
