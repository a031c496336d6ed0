package ingest

import (
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func withComments(body string) string {
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="` + office + `comments" Target="comments.xml"/></Relationships>`
	comments := `<w:comments xmlns:w="` + transitional + `">
		<w:comment w:id="0" w:author="Ann Reid" w:date="2024-05-06T07:08:09Z">` + para("Look at", "this") + `</w:comment>
		<w:comment w:id="1" w:author="Ben">` + para("Why?") + `</w:comment><w:comment w:id="2" w:author="Ben"><w:p/></w:comment></w:comments>`
	return zipped("[Content_Types].xml", "<Types/>", "_rels/.rels", `<Relationships xmlns="x"><Relationship Id="1" Type="`+office+`officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<w:document xmlns:w="`+transitional+`"><w:body>`+body+`</w:body></w:document>`, "word/_rels/document.xml.rels", rels, "word/comments.xml", comments)
}

// wordsOf gives the words that a comment stands on.
func wordsOf(doc *Document, c Comment) string { return study.NewPositions(doc.Text).Slice(c.Range) }

func TestACommentStandsOnItsWordsThoughTheLabelHasLeftThem(t *testing.T) {
	const start, end, ref = `<w:commentRangeStart w:id="0"/>`, `<w:commentRangeEnd w:id="0"/>`, `<w:r><w:commentReference w:id="0"/></w:r>`
	run := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	for name, c := range map[string]struct{ body, want string }{
		"within a turn":              {`<w:p>` + run("Ann: We grew ") + start + run("very fast 🧵 ") + end + ref + run("then.") + `</w:p>` + para("Ben: Did you?", "Ann: Yes.", "Ben: Ah."), "very fast 🧵"},
		"over the label":             {`<w:p>` + start + run("Ann: We grew") + end + ref + `</w:p>` + para("Ben: Did you?", "Ann: Yes.", "Ben: Ah."), "We grew"},
		"over two paragraphs":        {para("First.") + `<w:p>` + run("Second ") + start + run("one.") + `</w:p><w:p>` + run("Third") + end + ref + run(" one.") + `</w:p>`, "one.\nThird"},
		"between paragraphs":         {para("First.") + start + para("Second.") + end + para("Third."), "Second."},
		"at a point":                 {`<w:p>` + run("Before") + ref + run(" after") + `</w:p>`, "Before"},
		"after a break":              {`<w:p>` + run("One") + `<w:r><w:br/></w:r>` + start + run("two three") + end + ref + `</w:p>`, "two three"},
		"over a soft hyphen":         {`<w:p>` + run("An op&#xAD;tional ") + start + run("hy&#xAD;phen") + end + ref + run("s") + `</w:p>`, "hyphen"},
		"in a paragraph of no words": {para("First.") + `<w:p>` + start + end + ref + `</w:p>` + para("Second."), ""},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read(t, "a.docx", withComments(c.body))
			if len(doc.Comments) != 1 {
				t.Fatalf("%d comments", len(doc.Comments))
			}
			got := doc.Comments[0]
			if wordsOf(doc, got) != c.want {
				t.Errorf("it stands on %q of %q", wordsOf(doc, got), doc.Text)
			}
			if got.Author != "Ann Reid" || got.Text != "Look at\nthis" || got.At.Format("2006-01-02 15:04:05") != "2024-05-06 07:08:09" {
				t.Errorf("it says %+v", got)
			}
		})
	}
}

func TestCommentsComeInTheOrderOfTheTextAndEmptyOnesNotAtAll(t *testing.T) {
	doc := read(t, "a.docx", withComments(`<w:p><w:r><w:t>One</w:t><w:commentReference w:id="1"/><w:commentReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> two</w:t><w:commentReference w:id="0"/><w:commentReference w:id="9"/></w:r></w:p>`))
	if len(doc.Comments) != 2 || wordsOf(doc, doc.Comments[0]) != "One" || doc.Comments[0].Text != "Why?" || wordsOf(doc, doc.Comments[1]) != "two" {
		t.Errorf("%+v", doc.Comments)
	}
}
