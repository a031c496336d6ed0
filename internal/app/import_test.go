package app_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
)

// commented is a Word file of one sentence, with a comment on its last word.
func commented(t *testing.T) []byte {
	const word, rels = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"_rels/.rels":                  `<Relationships><Relationship Id="1" Type="` + rels + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="1" Type="` + rels + `comments" Target="comments.xml"/></Relationships>`,
		"word/comments.xml":            `<w:comments ` + word + `><w:comment w:id="4" w:author="Jo Fell"><w:p><w:r><w:t>Which *twelve*?</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/document.xml": `<w:document ` + word + `><w:body><w:p><w:r><w:t xml:space="preserve">We waited </w:t></w:r><w:commentRangeStart w:id="4"/><w:r><w:t>twelve weeks</w:t></w:r>` +
			`<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p></w:body></w:document>`,
	} {
		f, err := z.Create(name)
		must(t, err)
		_, err = io.WriteString(f, content)
		must(t, err)
	}
	must(t, z.Close())
	return b.Bytes()
}

func TestTheCommentsOfAFileBecomeMemosOnTheirWordsInTheSameAction(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		before, seq := d.state(), d.seq()
		s, report, err := d.Import(t.Context(), d.me, d.project, app.Upload{Name: "a.docx", Data: commented(t), Strand: d.source.StrandID})
		must(t, err)
		if report.Comments != 1 || d.seq() != seq+1 {
			t.Errorf("%d comments in %d entries", report.Comments, d.seq()-seq)
		}
		passages, err := d.Passages(t.Context(), d.me, d.project, s.ID)
		must(t, err)
		if len(passages) != 1 || passages[0].Text != "twelve weeks" || len(passages[0].Memos) != 1 {
			t.Fatalf("passages %+v", passages)
		}
		if memo := passages[0].Memos[0]; memo.Title != "Jo Fell" || memo.Body != `Which \*twelve\*?` || memo.Sort != "analytic" {
			t.Errorf("the memo is %+v", memo)
		}
		_, err = d.UndoEntry(t.Context(), d.me, d.project, seq+1)
		must(t, err)
		if !storetest.Same(t, before, d.state()) {
			t.Error("undone it is not as it was")
		}
	})
}
