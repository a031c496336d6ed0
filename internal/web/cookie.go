package web

import (
	"net/http"
	"strings"

	"github.com/gorilla/sessions"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// Behind TLS the cookie carries the __Host- prefix, which no other host can set.
const (
	cookieName   = "selvedge"
	secureCookie = "__Host-selvedge"
)

// cookies keeps sessions in the database; the cookie holds only their token, and ending
// a session in the database ends it in the browser.
type cookies struct {
	app    *app.App
	public string
}

// Get gives the session of a request, once per request.
func (c *cookies) Get(r *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(r).Get(c, name)
}

// New reads the session that the cookie names; without one it is new and empty.
func (c *cookies) New(r *http.Request, name string) (*sessions.Session, error) {
	session := sessions.NewSession(c, name)
	session.Options = &sessions.Options{Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: secure(r, c.public), MaxAge: 30 * 24 * 3600}
	session.IsNew = true
	token := tokenIn(r)
	if token == "" {
		return session, nil
	}
	by, err := c.app.BySession(r.Context(), token)
	if study.KindOf(err) == study.Unauthenticated {
		return session, nil
	}
	if err != nil {
		return session, err
	}
	session.ID, session.IsNew = token, false
	session.Values[actorKey] = by
	return session, nil
}

// Save writes the cookie; a negative MaxAge removes it.
func (c *cookies) Save(_ *http.Request, w http.ResponseWriter, session *sessions.Session) error {
	name := session.Name()
	if session.Options.Secure {
		name = secureCookie
	}
	http.SetCookie(w, sessions.NewCookie(name, session.ID, session.Options))
	return nil
}

func tokenIn(r *http.Request) string {
	for _, name := range []string{secureCookie, cookieName} {
		if cookie, err := r.Cookie(name); err == nil {
			return cookie.Value
		}
	}
	return ""
}

// secure says whether the browser speaks TLS, here or to the proxy before us.
func secure(r *http.Request, public string) bool {
	return r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https") || strings.HasPrefix(public, "https://")
}
