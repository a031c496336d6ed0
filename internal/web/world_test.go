package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// world is a server on an empty database of its own.
type world struct {
	t      *testing.T
	app    *app.App
	url    string
	log    *bytes.Buffer
	folder string
	// rest refuses further requests, and returns when those that came have ended, also where nobody hears the answer.
	rest func()
}

const password = "a long enough password"

func open(t *testing.T) *world {
	t.Helper()
	folder := t.TempDir()
	s, err := store.Open(t.Context(), store.Options{Folder: folder})
	must(t, err)
	must(t, s.Migrate(t.Context()))
	blobs, err := store.OpenBlobs(filepath.Join(folder, "files"))
	must(t, err)
	w := &world{t: t, log: &bytes.Buffer{}, folder: folder}
	log := slog.New(slog.NewTextHandler(w.log, nil))
	w.app = app.New(s, blobs, filepath.Join(folder, "index"), log)
	handler, err := New(Options{App: w.app, UI: fstest.MapFS{"index.html": {Data: []byte("<!doctype html>")}}, Log: log})
	must(t, err)
	server := httptest.NewServer(handler)
	w.url, w.rest = server.URL, server.Close
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
		w.app.Close()
		must(t, blobs.Close())
		must(t, s.Close())
	})
	return w
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// person is someone at a browser of their own.
type person struct {
	w    *world
	id   study.ID
	http *http.Client
}

func (w *world) anonymous() *person {
	jar, err := cookiejar.New(nil)
	must(w.t, err)
	return &person{w: w, http: &http.Client{Jar: jar}}
}

// signedIn makes an account and signs it in.
func (w *world) signedIn(name string) *person {
	w.t.Helper()
	account, err := w.app.AddAccount(context.Background(), app.NewAccount{Email: name + "@example.org", Name: name, Password: password})
	must(w.t, err)
	p := w.anonymous()
	p.id = account.ID
	p.ask("POST", "/api/session", `{"email":"`+name+`@example.org","password":"`+password+`"}`).is(200)
	return p
}

// reply is an answer that has been read.
type reply struct {
	t      *testing.T
	what   string
	status int
	header http.Header
	body   []byte
}

func (p *person) ask(method, path, body string, headers ...string) reply {
	p.w.t.Helper()
	contentType := "application/json"
	if strings.HasPrefix(body, "--") {
		contentType = "multipart/form-data; boundary=" + boundary
	}
	r, err := http.NewRequest(method, p.w.url+path, strings.NewReader(body))
	must(p.w.t, err)
	if body != "" {
		r.Header.Set("Content-Type", contentType)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := p.http.Do(r)
	must(p.w.t, err)
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	must(p.w.t, err)
	return reply{p.w.t, method + " " + path, answer.StatusCode, answer.Header, raw}
}

func (r reply) is(status int) reply {
	r.t.Helper()
	if r.status != status {
		r.t.Fatalf("%s: %d, not %d: %s", r.what, r.status, status, r.body)
	}
	return r
}

func (r reply) into(v any) {
	r.t.Helper()
	must(r.t, json.Unmarshal(r.body, v))
}

func (r reply) id() string {
	var x struct{ ID string }
	r.into(&x)
	return x.ID
}

const boundary = "----selvedge"

// form is a multipart body with one file.
func form(name, content string, fields ...string) string {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	_ = m.SetBoundary(boundary)
	for i := 0; i+1 < len(fields); i += 2 {
		_ = m.WriteField(fields[i], fields[i+1])
	}
	f, _ := m.CreateFormFile("file", name)
	_, _ = io.WriteString(f, content)
	_ = m.Close()
	return b.String()
}
