package web

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

const (
	maxBody   = 1 << 20
	maxUpload = 101 << 20 // a file of 100 MiB in its multipart envelope
	maxHeld   = 16 << 20  // of an upload that is held in memory; the rest of a larger one lies in the system's temporary folder while it is answered
)

func init() { humagin.MultipartMaxMemory = maxHeld } // it would write all above 8 kB to disk

// Nothing is loaded from elsewhere, no inline script or style runs, and no other site
// may frame the interface.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
	"media-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

func headers(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if strings.HasPrefix(c.Request.URL.Path, "/api/") {
		h.Set("Cache-Control", "no-store")
	}
	if secure(c.Request, "") {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
	c.Next()
}

func (s *server) limitBody(c *gin.Context) {
	most := int64(maxBody)
	if strings.HasPrefix(c.GetHeader("Content-Type"), "multipart/form-data") {
		most = maxUpload
		switch c.FullPath() {
		case ginPath(recordingPath):
			most = s.app.MaxRecording + 1<<20
		case importPath:
			most = app.MaxExchange + 1<<20
		}
	}
	if c.Request.ContentLength > most {
		writeProblem(c.Writer, study.Errorf(study.TooLarge, "This is larger than the %s that can be sent at once.", study.Bytes(most)))
		c.Abort()
		return
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, most)
	defer s.leaveNothing(c)
	c.Next()
}

// leaveNothing removes what lies in the temporary folder of an upload. The standard server
// would for its own request, but it is a copy of it, with a context, that was read.
func (s *server) leaveNothing(c *gin.Context) {
	if c.Request.MultipartForm == nil {
		return
	}
	if err := c.Request.MultipartForm.RemoveAll(); err != nil {
		s.log.Error("remove an upload", "error", err)
	}
}

// ginPath is an address as the router writes it.
func ginPath(path string) string { return strings.NewReplacer("{", ":", "}", "").Replace(path) }

type contextKey int

const (
	actorKey contextKey = iota
	ginKey
)

// actorOf is whoever a request acts for; nobody when nobody is signed in.
func actorOf(ctx context.Context) study.Actor {
	by, _ := ctx.Value(actorKey).(study.Actor)
	return by
}

// signedIn lets nobody through who is not signed in.
func signedIn(c huma.Context, next func(huma.Context)) {
	if actorOf(c.Context()).Account.ID == "" {
		writeProblem(ginOf(c.Context()).Writer, study.Errorf(study.Unauthenticated, "Sign in first."))
		return
	}
	next(c)
}

func ginOf(ctx context.Context) *gin.Context { return ctx.Value(ginKey).(*gin.Context) }

// authenticate finds who asks, by token or by session. An unknown session is nobody, so
// that signing in works with a stale cookie; an unknown token is an error.
func (s *server) authenticate(c *gin.Context) {
	by, err := s.whoAsks(c.Request)
	if err != nil {
		if fault(c.Request.Context(), err) {
			s.log.Error("authenticate", "error", err)
		}
		writeProblem(c.Writer, err)
		c.Abort()
		return
	}
	ctx := context.WithValue(c.Request.Context(), actorKey, by)
	c.Request = c.Request.WithContext(context.WithValue(ctx, ginKey, c))
	c.Next()
}

func (s *server) whoAsks(r *http.Request) (study.Actor, error) {
	if !strings.HasPrefix(r.URL.Path, "/api/") {
		return study.Actor{}, nil
	}
	if token, found := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); found {
		return s.app.ByToken(r.Context(), token)
	}
	session, err := s.sessions.Get(r, cookieName)
	if err != nil {
		return study.Actor{}, err
	}
	by, _ := session.Values[actorKey].(study.Actor)
	return by, nil
}

// seen is the version that an If-Match header names, or 0.
func (m IfMatch) seen() int {
	n, err := strconv.Atoi(strings.Trim(m.IfMatch, `W/" `))
	if err != nil {
		return 0
	}
	return n
}
