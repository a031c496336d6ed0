package web

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
)

const weavers = `<Project name="Weavers" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="00000000-0000-4000-8000-000000000001" name="Trust" isCodable="true"/></Codes></CodeBook></Project>`

func TestAProjectIsPreviewedAndMadeOfAFile(t *testing.T) {
	w := open(t)
	p := w.signedIn("lead")
	var seen struct {
		Project *app.ProjectSummary
		Report  app.ExchangeReport
	}
	p.ask("POST", "/api/projects/import?preview=true", form("weavers.qde", weavers)).is(200).into(&seen)
	if seen.Project != nil || seen.Report.Name != "Weavers" || seen.Report.Found.Codes != 1 {
		t.Errorf("the preview is %+v", seen)
	}
	p.ask("POST", "/api/projects/import", form("weavers.qde", weavers)).is(201).into(&seen)
	if seen.Project == nil || seen.Project.Codes != 1 || seen.Report.Made.Codes != 1 {
		t.Errorf("it became %+v", seen)
	}
	p.ask("GET", "/api/projects/"+string(seen.Project.ID), "").is(200)
}

func TestAFileThatIsNoProjectIsRefusedInWords(t *testing.T) {
	w := open(t)
	p := w.signedIn("lead")
	if r := p.ask("POST", "/api/projects/import", form("a.qdpx", "\x89PNG")).is(422); !strings.Contains(string(r.body), "no project of REFI-QDA") {
		t.Errorf("it was refused with %s", r.body)
	}
	p.ask("POST", "/api/projects/import", "{}").is(422)
	w.anonymous().ask("POST", "/api/projects/import", form("weavers.qde", weavers)).is(401)
}

func TestAProjectIsExportedAndMadeAgain(t *testing.T) {
	w := open(t)
	p := w.signedIn("lead")
	var made struct{ Project app.ProjectSummary }
	p.ask("POST", "/api/projects/import", form("weavers.qde", weavers)).is(201).into(&made)
	base := "/api/projects/" + string(made.Project.ID)
	sent := p.ask("GET", base+"/export.qdpx", "").is(200)
	if kind := sent.header.Get("Content-Type"); kind != "application/zip" || !strings.Contains(sent.header.Get("Content-Disposition"), "Weavers.qdpx") {
		t.Errorf("it is sent as %s, %s", kind, sent.header.Get("Content-Disposition"))
	}
	p.ask("POST", "/api/projects/import", form("weavers.qdpx", string(sent.body))).is(201).into(&made)
	if made.Project.Name != "Weavers" || made.Project.Codes != 1 {
		t.Errorf("it has become %+v", made.Project)
	}
	book := p.ask("GET", base+"/codebook.qdc", "").is(200)
	if !strings.Contains(string(book.body), `name="Trust"`) {
		t.Errorf("the codebook is %s", book.body)
	}
	p.ask("GET", base+"/export/losses", "").is(200)
}

func TestACopyIsMergedAsOneChoosesAndNothingOfABrokenOneStays(t *testing.T) {
	w := open(t)
	p := w.signedIn("ann")
	base := "/api/projects/" + p.ask("POST", "/api/projects", `{"name":"Weavers"}`).is(201).id()
	var said merged
	p.ask("POST", base+"/merge?preview=true", form("weavers.qde", weavers)).is(200).into(&said)
	if said.Seq != 0 || said.Empty || len(said.Counts) == 0 {
		t.Errorf("a copy with something new would bring %+v", said)
	}
	p.ask("POST", base+"/merge", form("weavers.qde", weavers, "take", `{"code/none/name":"theirs"}`)).is(200).into(&said)
	if said.Seq == 0 {
		t.Errorf("merging is told as %+v", said)
	}
	p.ask("POST", base+"/merge", form("weavers.qde", weavers)).is(200).into(&said)
	if said.Seq != 0 || !said.Empty {
		t.Errorf("merged twice, it brings %+v", said)
	}
	for _, take := range []string{`{"a":"nobody's"}`, "["} {
		p.ask("POST", base+"/merge", form("weavers.qde", weavers, "take", take)).is(422)
	}
	p.ask("POST", base+"/merge", form("a.zip", "PK\x03\x04")).is(422)
}

// TestAnExportThatIsCancelledEndsAndLeavesNothing stands for who closes the page or presses Cancel while a
// file is made: the request's context ends, and with it the writing.
func TestAnExportThatIsCancelledEndsAndLeavesNothing(t *testing.T) {
	spools := t.TempDir()
	t.Setenv("TMPDIR", spools)
	ctx, cancel := context.WithCancel(t.Context())
	pieces := 0
	answer, err := new(server).written(ctx, ".qdpx", "application/zip", func(to io.Writer) (string, error) {
		for range 10 {
			if _, err := to.Write(make([]byte, 1<<16)); err != nil {
				return "", err
			}
			if pieces++; pieces == 3 {
				cancel()
			}
		}
		return "Weavers", nil
	})
	if answer != nil || !errors.Is(err, context.Canceled) || pieces != 3 {
		t.Errorf("after %d pieces it answered %v, %v", pieces, answer, err)
	}
	if left, err := os.ReadDir(spools); err != nil || len(left) > 0 {
		t.Errorf("%v lie there still: %v", left, err)
	}
}

func TestWhatWasSentLeavesNothing(t *testing.T) {
	spools := t.TempDir()
	t.Setenv("TMPDIR", spools)
	w := open(t)
	p := w.signedIn("lead")
	var made struct{ Project app.ProjectSummary }
	p.ask("POST", "/api/projects/import", form("weavers.qde", weavers)).is(201).into(&made)
	for _, file := range []string{"/export.qdpx", "/archive", "/codebook.qdc"} {
		p.ask("GET", "/api/projects/"+string(made.Project.ID)+file, "").is(200)
	}
	left, err := os.ReadDir(spools)
	must(t, err)
	for _, one := range left {
		if strings.HasPrefix(one.Name(), "selvedge-exchange") {
			t.Errorf("%s lies there still", one.Name())
		}
	}
}
