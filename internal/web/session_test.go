package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestASessionEndsEverywhereWhenItIsRevoked(t *testing.T) {
	w := open(t)
	ann := w.signedIn("ann")
	other := w.anonymous()
	other.ask("POST", "/api/session", `{"email":"ann@example.org","password":"`+password+`"}`).is(200)
	var list page[openSession]
	ann.ask("GET", "/api/sessions", "").is(200).into(&list)
	if len(list.Items) != 2 {
		t.Fatalf("%d sessions, not 2", len(list.Items))
	}
	for _, s := range list.Items {
		if !s.Current {
			ann.ask("DELETE", "/api/sessions/"+string(s.ID), "").is(204)
		}
	}
	other.ask("GET", "/api/session", "").is(401)
	ann.ask("GET", "/api/session", "").is(200)
	ann.ask("DELETE", "/api/session", "").is(204)
	ann.ask("GET", "/api/session", "").is(401)
}

func TestTheCookieIsHttpOnlySameSiteAndSecureBehindTLS(t *testing.T) {
	w := open(t)
	w.signedIn("ann")
	body := `{"email":"ann@example.org","password":"` + password + `"}`
	plain := w.anonymous().ask("POST", "/api/session", body).is(200).header.Get("Set-Cookie")
	if !strings.HasPrefix(plain, "selvedge=") || !strings.Contains(plain, "HttpOnly") || !strings.Contains(plain, "SameSite=Lax") {
		t.Errorf("the cookie is %q", plain)
	}
	tls := w.anonymous().ask("POST", "/api/session", body, "X-Forwarded-Proto", "https").is(200).header.Get("Set-Cookie")
	if !strings.HasPrefix(tls, "__Host-selvedge=") || !strings.Contains(tls, "Secure") {
		t.Errorf("behind TLS the cookie is %q", tls)
	}
}

func TestAfterManyWrongPasswordsEvenTheRightOneHasToWait(t *testing.T) {
	w := open(t)
	w.signedIn("ann")
	p := w.anonymous()
	statuses := map[int]int{}
	for range 8 {
		statuses[p.ask("POST", "/api/session", `{"email":"ann@example.org","password":"wrong password"}`).status]++
	}
	if statuses[http.StatusUnauthorized] == 0 || statuses[http.StatusTooManyRequests] == 0 {
		t.Fatalf("answers were %v", statuses)
	}
	p.ask("POST", "/api/session", `{"email":"ann@example.org","password":"`+password+`"}`).is(429)
}

func TestUnknownAddressAndWrongPasswordSoundTheSame(t *testing.T) {
	w := open(t)
	w.signedIn("ann")
	wrong := w.anonymous().ask("POST", "/api/session", `{"email":"ann@example.org","password":"wrong password"}`).is(401)
	unknown := w.anonymous().ask("POST", "/api/session", `{"email":"nobody@example.org","password":"wrong password"}`).is(401)
	if string(wrong.body) != string(unknown.body) {
		t.Errorf("%s differs from %s", wrong.body, unknown.body)
	}
}

func TestAnotherSiteCanChangeNothing(t *testing.T) {
	w := open(t)
	ann := w.signedIn("ann")
	for _, header := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"}} {
		ann.ask("POST", "/api/projects", `{"name":"Planted"}`, header...).is(403)
	}
	ann.ask("POST", "/api/projects", `{"name":"Mine"}`, "Sec-Fetch-Site", "same-origin").is(201)
}

func TestATokenActsForItsAccountUntilItIsRevoked(t *testing.T) {
	w := open(t)
	ann := w.signedIn("ann")
	var made struct{ ID, Token string }
	ann.ask("POST", "/api/tokens", `{"name":"R script"}`).is(201).into(&made)
	program := w.anonymous()
	program.ask("GET", "/api/projects", "", "Authorization", "Bearer "+made.Token).is(200)
	program.ask("POST", "/api/tokens", `{"name":"another"}`, "Authorization", "Bearer "+made.Token).is(403)
	ann.ask("DELETE", "/api/tokens/"+made.ID, "").is(204)
	program.ask("GET", "/api/projects", "", "Authorization", "Bearer "+made.Token).is(401)
}

func TestAnInvitationLetsOnePersonIn(t *testing.T) {
	w := open(t)
	lead := w.signedIn("lead")
	project := lead.ask("POST", "/api/projects", `{"name":"Study"}`).is(201).id()
	var invited struct{ URL string }
	lead.ask("POST", "/api/projects/"+project+"/invitations", `{"role":"researcher"}`).is(201).into(&invited)
	token := invited.URL[strings.LastIndex(invited.URL, "/")+1:]
	newcomer := w.anonymous()
	newcomer.ask("POST", "/api/invitations/"+token, `{"name":"New","email":"new@example.org","password":"short"}`).is(422)
	newcomer.ask("POST", "/api/invitations/"+token, `{"name":"New","email":"new@example.org","password":"`+password+`"}`).is(200)
	newcomer.ask("GET", "/api/projects/"+project, "").is(200)
	w.anonymous().ask("POST", "/api/invitations/"+token, `{"name":"Late","email":"late@example.org","password":"`+password+`"}`).is(409)
	w.anonymous().ask("POST", "/api/session", `{"email":"late@example.org","password":"`+password+`"}`).is(401)
}
