package web

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/publish"
)

func TestAReaderTakesACodedTranscriptHomeAsWord(t *testing.T) {
	s := openScene(t)
	reply := s.people["reader"].ask("GET", s.things.Replace("/api/projects/{project}/sources/{source}/transcript.docx"), "").is(200)
	if kind := reply.header.Get("Content-Type"); kind != publish.WordType {
		t.Errorf("it is %s", kind)
	}
	if comments := inZip(t, reply.body, "word/comments.xml"); strings.Count(comments, "<w:comment ") != 2 || !strings.Contains(comments, "Growth") {
		t.Error(comments)
	}
}

func TestACodedTranscriptHoldsWhatTheFilterLetsThrough(t *testing.T) {
	s := openScene(t)
	reply := s.people["reader"].ask("GET", s.things.Replace("/api/projects/{project}/sources/{source}/transcript.docx?code={other}"), "").is(200)
	if comments := inZip(t, reply.body, "word/comments.xml"); strings.Contains(comments, "<w:comment ") {
		t.Error(comments)
	}
	if body := inZip(t, reply.body, "word/document.xml"); !strings.Contains(body, "We were stuck") || !strings.Contains(body, "Code: Other") {
		t.Error(body)
	}
}

func TestAReaderTakesACodedTranscriptHomeAsAWebPage(t *testing.T) {
	s := openScene(t)
	reply := s.people["reader"].ask("GET", s.things.Replace("/api/projects/{project}/sources/{source}/transcript.html"), "").is(200)
	if kind, how := reply.header.Get("Content-Type"), reply.header.Get("Content-Disposition"); kind != "text/html; charset=utf-8" || !strings.HasPrefix(how, "attachment;") || !strings.HasSuffix(how, "coded.html") {
		t.Errorf("it is %s, %s", kind, how)
	}
	if page := string(reply.body); strings.Count(page, `<li id="note-`) == 0 || !strings.Contains(page, "<b>Growth</b>") {
		t.Error(page)
	}
}

func inZip(t *testing.T, packed []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	must(t, err)
	f, err := z.Open(name)
	must(t, err)
	defer f.Close()
	raw, err := io.ReadAll(f)
	must(t, err)
	return string(raw)
}
