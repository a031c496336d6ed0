package web

import (
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

func TestATextIsCorrectedReviewedAndRestored(t *testing.T) {
	s := openScene(t)
	lead := s.people["lead"]
	at := func(path string) string { return s.things.Replace("/api/projects/{project}" + path) }
	var got struct {
		app.Corrected
		Seq int64
	}
	preview := `{"revision":1,"dryRun":true,"turns":[{"turn":0,"parts":[{"text":"Growing.","newSpeaker":"Cat"}]}]}`
	lead.ask("POST", at("/sources/{source}/revisions"), preview).is(200).into(&got)
	if len(got.Reviews) != 2 || got.Seq != 0 || got.Source.Revision != 2 {
		t.Fatalf("it would make %+v", got)
	}
	lead.ask("POST", at("/sources/{source}/revisions"), strings.Replace(preview, "true", "false", 1)).is(200).into(&got)
	if len(got.Reviews) != 2 || got.Seq == 0 || got.Reviews[0].Was != "We we" {
		t.Fatalf("it made %+v", got)
	}
	stale := lead.ask("POST", at("/sources/{source}/revisions"), preview).is(412)
	if !strings.Contains(string(stale.body), `"revision":2`) {
		t.Errorf("whoever saw the former text is told %s", stale.body)
	}
	if text := string(lead.ask("GET", at("/sources/{source}/revisions/1/text"), "").is(200).body); !strings.HasPrefix(text, "We were stuck for years.\n") {
		t.Errorf("the former text is %q", text)
	}
	var turns struct{ Items []app.SpokenTurn }
	lead.ask("GET", at("/sources/{source}/revisions/2/turns"), "").is(200).into(&turns)
	if len(turns.Items) != 3 || turns.Items[0].Speaker != "Cat" {
		t.Errorf("the turns are %+v", turns)
	}
	lead.ask("GET", at("/sources/{source}/revisions/3/text"), "").is(404)
	var changes struct{ Items []app.TextChange }
	lead.ask("GET", at("/sources/{source}/changes?from=1&to=2"), "").is(200).into(&changes)
	if len(changes.Items) == 0 {
		t.Error("nothing is different")
	}
	var reviews struct{ Items []app.ReviewView }
	lead.ask("GET", at("/reviews?source={source}"), "").is(200).into(&reviews)
	if len(reviews.Items) != 2 {
		t.Fatalf("to review are %+v", reviews)
	}
	s.people["researcher"].ask("POST", at("/reviews/")+string(reviews.Items[0].ID)+"/accept", "").is(403)
	lead.ask("POST", at("/reviews/")+string(reviews.Items[0].ID)+"/accept", "").is(200)
	lead.ask("DELETE", at("/reviews/")+string(reviews.Items[1].ID), "").is(200)
	lead.ask("GET", at("/reviews"), "").is(200).into(&reviews)
	if len(reviews.Items) != 0 {
		t.Errorf("left are %+v", reviews)
	}
	lead.ask("POST", at("/sources/{source}/revisions/1/restore"), `{"revision":1}`).is(412)
	s.people["researcher"].ask("POST", at("/sources/{source}/revisions/1/restore"), `{"revision":2}`).is(200)
	var list struct{ Items []study.RevisionHead }
	lead.ask("GET", at("/sources/{source}/revisions"), "").is(200).into(&list)
	if len(list.Items) != 3 || list.Items[0].CreatedBy != s.people["researcher"].id || list.Items[2].CreatedAt == nil {
		t.Errorf("the versions are %+v", list)
	}
}

func TestACodingMadeOnAFormerTextIsCarriedOrRefused(t *testing.T) {
	s := openScene(t)
	lead := s.people["lead"]
	at := func(path string) string { return s.things.Replace("/api/projects/{project}" + path) }
	lead.ask("POST", at("/sources/{source}/revisions"), `{"revision":1,"edits":[{"start":0,"end":7,"text":"For a long time, they were"}]}`).is(200)
	on := func(start, end string) string {
		return s.things.Replace(`{"source":"{source}","start":` + start + `,"end":` + end + `,"code":"{other}","revision":1}`)
	}
	var coded study.Range
	lead.ask("POST", at("/codings"), on("18", "24")).is(201).into(&coded)
	if coded != (study.Range{Start: 37, End: 43}) {
		t.Errorf("“years.” was coded at %v", coded)
	}
	lead.ask("POST", at("/codings"), on("0", "2")).is(412)
	lead.ask("POST", at("/codings/batch"), `{"add":[`+on("0", "2")+`]}`).is(412)
}
