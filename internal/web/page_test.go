package web

import (
	"bytes"
	"fmt"
	"image/png"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// onePagePDF is a PDF with one line of text, as short as PDFium reads it.
func onePagePDF(text string) string {
	content := "BT /F1 12 Tf 72 700 Td (" + text + ") Tj ET"
	return fmt.Sprintf("%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"+
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj\n"+
		"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n", len(content), content)
}

func TestThePagesOfAPDFAreShownWithThePlacesOfItsWords(t *testing.T) {
	w := open(t)
	lead := w.signedIn("lead")
	base := "/api/projects/" + lead.ask("POST", "/api/projects", `{"name":"Study"}`).is(201).id()
	strand := lead.ask("POST", base+"/strands", `{"name":"Interviews"}`).is(201).id()
	source := lead.ask("POST", base+"/sources", form("a.pdf", onePagePDF("We were stuck for years."), "strand", strand)).is(201).id()
	pages := base + "/sources/" + source + "/pages"

	var list struct{ Items []study.Page }
	lead.ask("GET", pages, "").is(200).into(&list)
	if len(list.Items) != 1 || list.Items[0].Number != 1 || list.Items[0].Width != 600 || list.Items[0].Height != 800 {
		t.Fatalf("pages %+v", list.Items)
	}
	var page struct{ Words []study.PageWord }
	lead.ask("GET", pages+"/1", "").is(200).into(&page)
	if len(page.Words) != 5 || page.Words[2].Range != (study.Range{Start: 8, End: 13}) {
		t.Fatalf("words %+v", page.Words)
	}
	if b := page.Words[0].Box; b.Left < 71 || b.Left > 74 || b.Bottom < 100 || b.Bottom > 104 || b.Top < 88 || b.Top >= b.Bottom {
		t.Errorf("the first word stands at %+v", b)
	}
	drawn := lead.ask("GET", pages+"/1/image?width=300", "").is(200)
	picture, err := png.Decode(bytes.NewReader(drawn.body))
	if err != nil || picture.Bounds().Dx() != 300 || picture.Bounds().Dy() != 400 {
		t.Fatalf("%v: %v", picture, err)
	}
	lead.ask("GET", pages+"/1/image?width=300", "", "If-None-Match", drawn.header.Get("ETag")).is(304)
	lead.ask("GET", pages+"/2", "").is(404)
	lead.ask("GET", pages+"/2/image", "").is(404)

	plain := lead.ask("POST", base+"/sources", form("a.txt", "We grew.", "strand", strand)).is(201).id()
	lead.ask("GET", base+"/sources/"+plain+"/pages", "").is(200).into(&list)
	if len(list.Items) != 0 {
		t.Errorf("a text has pages: %+v", list.Items)
	}
}
