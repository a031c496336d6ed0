package web

import (
	"bytes"
	"image/png"
	"testing"

	"github.com/selvedge/selvedge/internal/refi/refitest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestThePagesOfAPDFAreShownWithThePlacesOfItsWords(t *testing.T) {
	w := open(t)
	lead := w.signedIn("lead")
	base := "/api/projects/" + lead.ask("POST", "/api/projects", `{"name":"Study"}`).is(201).id()
	strand := lead.ask("POST", base+"/strands", `{"name":"Interviews"}`).is(201).id()
	source := lead.ask("POST", base+"/sources", form("a.pdf", refitest.PDF("We were stuck for years."), "strand", strand)).is(201).id()
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
