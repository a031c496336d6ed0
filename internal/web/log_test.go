package web

import (
	"strings"
	"testing"
)

func TestNoInterviewTextReachesTheLog(t *testing.T) {
	s := openShelf(t)
	const secret = "Bartholomew's unmistakable confession"
	source := s.bring("a.txt", "Ann: "+secret+".\nBob: And then?\nAnn: Nothing.\n").is(201).id()
	code := s.ask("POST", s.base+"/codes", `{"name":"Growth"}`).is(201).id()
	s.ask("POST", s.base+"/codings", `{"source":"`+source+`","start":0,"end":20,"code":"`+code+`"}`).is(201)
	s.ask("GET", s.base+"/search?q=unmistakable", "").is(200)
	s.ask("GET", s.base+"/search?q=%22unmistakable", "").is(422)
	s.bring("broken.docx", secret).is(422)
	s.ask("POST", s.base+"/memos", `{"body":"`+secret+`","targetKind":"nothing","target":"`+code+`"}`).is(422)
	s.ask("GET", "/p/"+"unmistakable", "").is(200)
	if log := s.w.log.String(); strings.Contains(log, "nmistakable") || strings.Contains(log, "Bartholomew") {
		t.Errorf("the log says %s", log)
	}
}
