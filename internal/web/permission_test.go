package web

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// scene is a project with a lead, a researcher, a reader, one taken off the team and a
// stranger, and one thing of each kind.
type scene struct {
	*world
	people map[string]*person
	things *strings.Replacer // {project}, {source}… to ids
}

func openScene(t *testing.T) scene {
	w := open(t)
	people := map[string]*person{"anonymous": w.anonymous()}
	for _, name := range []string{"lead", "researcher", "reader", "removed", "stranger"} {
		people[name] = w.signedIn(name)
	}
	people["stranger"].ask("POST", "/api/projects", `{"name":"Another"}`).is(201)
	return scene{w, people, nil}.afresh(t)
}

// afresh gives the same people a new project with new things: accounts and sessions, which
// cost the most time, are made once.
func (s scene) afresh(t *testing.T) scene {
	w := &world{t: t, app: s.app, url: s.url, log: s.log, folder: s.folder}
	people := map[string]*person{}
	for name, p := range s.people {
		people[name] = &person{w: w, id: p.id, http: p.http}
	}
	s = scene{w, people, nil}
	lead := s.people["lead"]
	project := lead.ask("POST", "/api/projects", `{"name":"Study"}`).is(201).id()
	base := "/api/projects/" + project
	by := study.Actor{Account: study.Account{ID: lead.id}}
	for name, role := range map[string]study.Role{"researcher": study.Researcher, "reader": study.Reader, "removed": study.Researcher} {
		must(t, w.app.AddMember(t.Context(), by, study.ID(project), s.people[name].id, role))
	}
	lead.ask("DELETE", base+"/members/"+string(s.people["removed"].id), "").is(204)
	strand := lead.ask("POST", base+"/strands", `{"name":"Interviews"}`).is(201).id()
	source := lead.ask("POST", base+"/sources", form("a.txt", "Ann: We were stuck for years.\nBob: And then?\nAnn: We grew.\n", "strand", strand)).is(201)
	var speakers struct{ Speakers []study.Speaker }
	source.into(&speakers)
	code := lead.ask("POST", base+"/codes", `{"name":"Growth"}`).is(201).id()
	other := lead.ask("POST", base+"/codes", `{"name":"Other"}`).is(201).id()
	coding := lead.ask("POST", base+"/codings", `{"source":"`+source.id()+`","start":0,"end":5,"code":"`+code+`"}`).is(201).id()
	pseudonym := lead.ask("POST", base+"/pseudonyms", `{"name":"Helen Whinfield","pseudonym":"Joan"}`).is(201).id()
	saved := lead.ask("POST", base+"/saved-searches", `{"name":"Banks","q":"bank"}`).is(201).id()
	report := lead.ask("POST", base+"/reports", `{"name":"Final","parts":[]}`).is(201).id()
	part := lead.ask("POST", base+"/reports/"+report+"/parts", `{"kind":"excerpts","chosen":"picked","code":["`+code+`"]}`).is(201)
	var parts struct{ Parts []study.ReportPart }
	part.into(&parts)
	set := lead.ask("POST", base+"/code-sets", `{"name":"Set","codes":["`+code+`"]}`).is(201).id()
	memo := lead.ask("POST", base+"/memos", `{"body":"A thought","targetKind":"code","target":"`+code+`"}`).is(201).id()
	var coded struct{ Passage string }
	lead.ask("POST", base+"/codings", `{"source":"`+source.id()+`","start":8,"end":20,"code":"`+code+`"}`).is(201).into(&coded)
	variable := lead.ask("POST", base+"/variables", `{"name":"Sector"}`).is(201).id()
	firm := lead.ask("POST", base+"/cases", `{"name":"Harbour Bakery","key":"F1","values":{"sector":"Food"}}`).is(201).id()
	tie := lead.ask("POST", base+"/cases/"+firm+"/ties", `{"targetKind":"source","target":"`+source.id()+`"}`).is(201).id()
	survey := lead.ask("POST", base+"/surveys", form("survey.csv", answers)).is(201).id()
	var responses struct{ Items []struct{ ID string } }
	lead.ask("GET", base+"/surveys/"+survey+"/responses", "").is(200).into(&responses)
	bookmark := lead.ask("POST", base+"/bookmarks", `{"source":"`+source.id()+`","position":3}`).is(201).id()
	invitation := lead.ask("POST", base+"/invitations", `{"role":"reader"}`).is(201).id()
	s.things = strings.NewReplacer("{project}", project, "{strand}", strand, "{source}", source.id(), "{speaker}", string(speakers.Speakers[0].ID), "{code}", code, "{other}", other, "{set}", set, "{search}", saved, "{report}", report, "{part}", string(parts.Parts[0].ID),
		"{variable}", variable, "{case}", firm, "{tie}", tie, "{survey}", survey, "{response}", responses.Items[0].ID, "{coding}", coding, "{passage}", coded.Passage, "{bookmark}", bookmark, "{memo}", memo, "{invitation}", invitation, "{account}", string(lead.id), "{seq}", "2", "{number}", "1", "{review}", string(study.NewID()), "{pseudonym}", pseudonym, "{session}", string(study.NewID()), "{token}", string(study.NewID()), "{page}", "1")
	return s
}

// answers are a survey's table.
const answers = "Id,Staff,Why did you leave?\nR1,3,We had no time for the meetings\nR2,8,The adviser moved on twice\n"

// bodies are what each changing operation is sent; every operation that takes one is here.
var bodies = map[string]string{
	"change-account": `{}`, "add-token": `{"name":"t"}`, "add-project": `{"name":"New"}`, "change-project": `{"aim":"more"}`, "change-role": `{"role":"reader"}`,
	"invite": `{"role":"reader"}`, "say-here": `{}`, "add-strand": `{"name":"More"}`, "set-stop-words": `{"words":["um"]}`, "change-strand": `{"question":"Why?"}`,
	"preview-source": form("b.txt", "Some words."), "add-source": form("b.txt", "Some words.", "strand", "{strand}"), "change-source": `{"title":"T"}`,
	"put-recording": form("a.wav", tone), "set-times": `{"times":[{"turn":0,"fromMs":0}],"revision":1}`,
	"correct-text": `{"revision":1,"edits":[{"start":0,"end":2,"text":"They"}]}`, "restore-revision": `{"revision":1}`,
	"change-speaker": `{"moderator":true}`, "add-code": `{"name":"New code"}`, "change-code": `{"definition":"d"}`, "merge-code": `{"into":"{other}"}`,
	"reorganise-codes": `{"steps":[{"code":"{code}","name":"Renamed"}]}`, "add-code-set": `{"name":"More","codes":["{code}"]}`, "change-code-set": `{"codes":["{other}"]}`,
	"save-search": `{"name":"Codes","code":["{code}"]}`, "change-saved-search": `{"name":"Money"}`,
	"add-report": `{"name":"Draft","parts":[{"kind":"excerpts","code":["{code}"]}]}`, "change-report": `{"name":"Second"}`, "add-report-part": `{"kind":"text","heading":"More"}`, "pick-for-report": `{"passages":["{passage}"]}`,
	"add-coding": `{"source":"{source}","start":1,"end":9,"code":"{other}"}`, "change-coding": `{"code":"{other}"}`, "change-codings": `{"remove":["{coding}"]}`,
	"resize-passage": `{"start":8,"end":18}`, "split-passage": `{"at":11}`, "join-passages": `{"passages":["{passage}","{passage}"]}`,
	"add-bookmark": `{"source":"{source}","position":1}`, "name-bookmark": `{"name":"here"}`, "add-memo": `{"body":"b","targetKind":"source","target":"{source}"}`, "change-memo": `{"body":"c"}`,
	"add-variable": `{"name":"District"}`, "change-variable": `{"kind":"one"}`, "add-case": `{"name":"Millgate"}`, "change-case": `{"values":{"Sector":null}}`, "change-values": `{"cells":[{"case":"{case}","variable":"Sector","value":"Textiles","was":"Food"}]}`, "add-tie": `{"targetKind":"speaker","target":"{speaker}"}`,
	"preview-survey": form("survey.csv", answers), "import-survey": form("survey.csv", answers), "change-survey": `{"name":"Another"}`,
	"preview-responses": form("survey.csv", answers), "import-responses": form("survey.csv", answers+"R3,4,Nothing to add here\n"), "tie-response": `{"case":"{case}"}`,
	"preview-copies": `{"questions":[{"question":"Staff"}]}`, "copy-answers": `{"questions":[{"question":"Staff"}]}`,
	"import-codebook": form("codes.csv", "Code,Definition\nNew,What is new\n"),
	"merge-project":   form("weavers.qde", weavers),
	"import-cases":    form("firms.csv", "Id,Sector\nF1,Food\nF2,Textiles\n", "key", "Id"),
	"add-pseudonym":   `{"name":"Another Name","pseudonym":"Nobody"}`, "change-pseudonym": `{"pseudonym":"Somebody"}`, "preview-pseudonyms": `{}`, "apply-pseudonyms": `{}`,
	"preview-erasure": `{"sources":["{source}"]}`, "erase-participant": `{"sources":["{source}"]}`,
}

// ofOthers are the operations that change what one person made or is: in the scene that is
// someone else, and then only a lead may.
var ofOthers = map[string]bool{"remove-coding": true, "change-coding": true, "change-codings": true, "resize-passage": true, "split-passage": true, "join-passages": true, "undo-entry": true, "remove-memo": true, "change-memo": true, "remove-member": true}

type described struct {
	Paths map[string]map[string]struct {
		OperationID string           `json:"operationId"`
		Permission  study.Permission `json:"x-permission"`
		RequestBody json.RawMessage  `json:"requestBody"`
	}
}

func describedOperations(t *testing.T) described {
	raw, err := Description("test")
	must(t, err)
	var d described
	must(t, json.Unmarshal(raw, &d))
	return d
}

func TestEveryOperationIsCheckedForMembershipAndRole(t *testing.T) {
	roles := map[string]study.Role{"lead": study.Lead, "researcher": study.Researcher, "reader": study.Reader}
	d := describedOperations(t)
	looked := openScene(t) // what only reads can all be tried on one
	for _, path := range slices.Sorted(maps.Keys(d.Paths)) {
		for method, op := range d.Paths[path] {
			if !strings.HasPrefix(path, "/api/projects/{project}") {
				continue
			}
			t.Run(op.OperationID, func(t *testing.T) {
				s := looked
				if method != "get" {
					s = looked.afresh(t)
				}
				url, body := s.things.Replace(path), s.things.Replace(bodies[op.OperationID])
				if op.RequestBody != nil && body == "" {
					t.Fatal("the table of bodies has none for this operation")
				}
				method := strings.ToUpper(method)
				s.people["anonymous"].ask(method, url, body).is(401)
				s.people["stranger"].ask(method, url, body).is(404)
				s.people["removed"].ask(method, url, body).is(404)
				for _, name := range []string{"reader", "researcher", "lead"} {
					if op.OperationID == "follow" {
						continue // a stream does not end by itself; see the events test
					}
					may := roles[name].May(op.Permission) && (!ofOthers[op.OperationID] || name == "lead")
					if status := s.people[name].ask(method, url, body).status; (status != 403) != may || may && status >= 500 {
						t.Errorf("a %s, who may %v, gets %d", name, may, status)
					}
				}
			})
		}
	}
}

func TestOutsideProjectsOnlyTheOpenDoorsAreOpen(t *testing.T) {
	open := []string{"accept-invitation", "health", "ready", "see-invitation", "sign-in"}
	var found []string
	for _, methods := range describedOperations(t).Paths {
		for _, op := range methods {
			if op.Permission == "" {
				t.Errorf("%s names no permission", op.OperationID)
			}
			if op.Permission == study.Everyone {
				found = append(found, op.OperationID)
			}
		}
	}
	slices.Sort(found)
	if !slices.Equal(found, open) {
		t.Errorf("open to everyone are %v, not %v", found, open)
	}
}

func TestIdsOfAnotherProjectNameNothing(t *testing.T) {
	s := openScene(t)
	lead := s.people["lead"]
	mine := lead.ask("POST", "/api/projects", `{"name":"Mine"}`).is(201).id()
	for _, path := range []string{"/sources/{source}", "/sources/{source}/text", "/sources/{source}/passages", "/sources/{source}/original", "/sources/{source}/turns", "/sources/{source}/pages", "/sources/{source}/pages/{page}", "/sources/{source}/pages/{page}/image", "/cases/{case}", "/cases/{case}/timeline"} {
		lead.ask("GET", "/api/projects/"+mine+s.things.Replace(path), "").is(404)
	}
	for _, path := range []string{"/variables/{variable}", "/cases/{case}", "/cases/{case}/ties/{tie}", "/codes/{code}", "/codings/{coding}", "/code-sets/{set}", "/saved-searches/{search}", "/reports/{report}", "/memos/{memo}", "/sources/{source}", "/strands/{strand}", "/invitations/{invitation}"} {
		lead.ask("DELETE", "/api/projects/"+mine+s.things.Replace(path), "").is(404)
	}
	lead.ask("POST", "/api/projects/"+mine+"/codings", s.things.Replace(`{"source":"{source}","start":0,"end":3,"code":"{code}"}`)).is(404)
}
