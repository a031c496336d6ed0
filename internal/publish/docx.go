package publish

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
)

// DOCX writes the excerpts as paragraphs of a Word document.
func DOCX(w io.Writer, r Report) error {
	z := zip.NewWriter(w)
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
	}
	for _, p := range parts {
		f, err := z.Create(p[0])
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+p[1]); err != nil {
			return err
		}
	}
	f, err := z.Create("word/document.xml")
	if err != nil {
		return err
	}
	fmt.Fprint(f, xml.Header, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, e := range r.Excerpts {
		fmt.Fprint(f, `<w:p><w:r><w:t xml:space="preserve">`)
		xml.EscapeText(f, []byte(e.Text))
		fmt.Fprint(f, `</w:t></w:r></w:p>`)
	}
	fmt.Fprint(f, `</w:body></w:document>`)
	return z.Close()
}
