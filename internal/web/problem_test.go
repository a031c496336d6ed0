package web

import (
	"bytes"
	"context"
	"database/sql"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gin-gonic/gin"

	"github.com/selvedge/selvedge/internal/study"
)

// told is what is noted of an error in a request, whose asker may be gone.
func told(t *testing.T, err error, gone bool) string {
	t.Helper()
	c, _ := gin.CreateTestContext(httptest.NewRecorder())
	c.Request = httptest.NewRequest(http.MethodPost, "/api/projects", nil)
	ctx, leave := context.WithCancel(context.WithValue(t.Context(), ginKey, c))
	defer leave()
	if gone {
		leave()
	}
	log := &bytes.Buffer{}
	s := &server{log: slog.New(slog.NewTextHandler(log, nil))}
	if s.problem(ctx, err) == nil {
		t.Error("the error is no problem")
	}
	return log.String()
}

func TestARequestWhoseAskerIsGoneIsNoFaultOfTheServer(t *testing.T) {
	broken := study.Wrap(sql.ErrTxDone, "write the changes")
	if got := told(t, broken, true); got != "" {
		t.Errorf("noted is %s", got)
	}
	if got := told(t, broken, false); !strings.Contains(got, "ERROR") || !strings.Contains(got, "write the changes") {
		t.Errorf("a fault of ours is noted as %q", got)
	}
	if got := told(t, study.Wrap(context.Canceled, "read"), false); got != "" {
		t.Errorf("noted is %s", got)
	}
}

func TestWhoeverLeavesWhileTheirSessionIsLookedUpLeavesNothingInTheLog(t *testing.T) {
	w := open(t)
	lead := w.signedIn("lead")
	lead.ask("GET", "/api/projects", "").is(200)
	handler, err := New(Options{App: w.app, UI: fstest.MapFS{"index.html": {Data: []byte("<!doctype html>")}}, Log: slog.New(slog.NewTextHandler(w.log, nil))})
	must(t, err)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, w.url+"/api/projects", nil)
	for _, cookie := range lead.http.Jar.Cookies(r.URL) {
		r.AddCookie(cookie)
	}
	handler.ServeHTTP(httptest.NewRecorder(), r)
	if strings.Contains(w.log.String(), "ERROR") {
		t.Errorf("noted is %s", w.log)
	}
}
