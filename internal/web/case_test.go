package web

import (
	"net/url"
	"strings"
	"testing"
)

func TestCasesSpeakTypedValuesByTheNamesOfVariables(t *testing.T) {
	w := open(t)
	p := w.signedIn("amira")
	base := "/api/projects/" + p.ask("POST", "/api/projects", `{"name":"Study"}`).is(201).id()
	p.ask("POST", base+"/variables", `{"name":"Sector","kind":"one","options":[{"value":"Food"},{"value":"Textiles"}]}`).is(201)
	p.ask("POST", base+"/variables", `{"name":"Staff","kind":"integer","missing":["-99"]}`).is(201)
	p.ask("POST", base+"/variables", `{"name":"staff"}`).is(422)
	id := p.ask("POST", base+"/cases", `{"name":"Harbour Bakery","key":"F1","values":{"sector":"food","Staff":9}}`).is(201).id()
	var list struct {
		Items []struct {
			Name    string
			Values  map[string]any
			Version int
		}
		Total int
		Next  string
	}
	p.ask("GET", base+"/cases?sort=-Staff&where="+url.QueryEscape("staff>=5")+"&where=sector%3DFood&q=bakery", "").is(200).into(&list)
	if list.Total != 1 || list.Items[0].Values["Sector"] != "Food" || list.Items[0].Values["Staff"] != 9.0 {
		t.Errorf("the list is %+v", list)
	}
	p.ask("GET", base+"/cases?where=shoes%3D1", "").is(422)
	p.ask("GET", base+"/cases?cursor=x", "").is(422)
	p.ask("PATCH", base+"/cases/"+id, `{"values":{"Staff":null,"Sector":"Textiles"}}`, "If-Match", `"1"`).is(200)
	stale := p.ask("PATCH", base+"/cases/"+id, `{"name":"X"}`, "If-Match", `"1"`).is(412)
	if !strings.Contains(string(stale.body), `"Sector":"Textiles"`) || !strings.Contains(string(stale.body), `"version":2`) {
		t.Errorf("the conflict says %s", stale.body)
	}
	late := p.ask("PATCH", base+"/cases/values", `{"cells":[{"case":"`+id+`","variable":"Sector","value":"Food","was":"Textiles"},{"case":"`+id+`","variable":"Staff","value":4,"was":9}]}`).is(412)
	if !strings.Contains(string(late.body), `"current":[{"case":"`+id+`","variable":"Staff","value":null}]`) {
		t.Errorf("the conflict says %s", late.body)
	}
	p.ask("PATCH", base+"/cases/values", `{"cells":[{"case":"`+id+`","variable":"Staff","value":"-99","was":null}]}`).is(200)
	bad := p.ask("PATCH", base+"/cases/values", `{"cells":[{"case":"`+id+`","variable":"Staff","value":"few"}]}`).is(422)
	if !strings.Contains(string(bad.body), `“Harbour Bakery”, “Staff”`) {
		t.Errorf("the refusal says %s", bad.body)
	}
	preview := p.ask("POST", base+"/cases/import?preview=true", form("firms.csv", "Id,Name,Staff\nF1,Harbour Bakery,12\nF2,Millgate,3\n", "key", "Id")).is(200)
	var report struct {
		New, Changed int
		Seq          int64
		Changes      []struct {
			Values map[string]struct{ Was, Is any }
		}
	}
	preview.into(&report)
	if report.New != 1 || report.Changed != 1 || report.Seq != 0 || report.Changes[0].Values["Staff"].Was != -99.0 || report.Changes[0].Values["Staff"].Is != 12.0 {
		t.Errorf("the preview is %s", preview.body)
	}
	p.ask("GET", base+"/cases", "").is(200).into(&list)
	if list.Total != 1 {
		t.Errorf("a preview made cases: %d", list.Total)
	}
	p.ask("POST", base+"/cases/import", form("firms.csv", "Id,Name,Staff\nF1,Harbour Bakery,12\nF2,Millgate,3\n", "key", "Id")).is(200).into(&report)
	if report.Seq == 0 {
		t.Error("an import has no number")
	}
	p.ask("POST", base+"/cases/import", form("firms.csv", "Id,Name\nF1,A\n")).is(422)
	if guessed := p.ask("POST", base+"/cases/import?preview=true", form("firms.csv", "Sector,Firm no\nFood,F1\nFood,F2\n")).is(200); !strings.Contains(string(guessed.body), `"key":"Firm no"`) {
		t.Errorf("the guess is %s", guessed.body)
	}
	p.ask("POST", base+"/cases/import", form("firms.csv", "Id,Name\nF1,A\n", "key", "Id", "mapping", "[")).is(422)
	p.ask("POST", base+"/journal/"+"9999"+"/undo", "").is(404)
	p.ask("POST", base+"/undo", "").is(200)
	p.ask("GET", base+"/cases?limit=1", "").is(200).into(&list)
	if list.Total != 1 || list.Items[0].Values["Staff"] != -99.0 {
		t.Errorf("taken back, the list is %+v", list)
	}
}
