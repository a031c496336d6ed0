package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// program is the real binary, built once for all tests.
var program = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "selvedge")
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "selvedge")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build: %w: %s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := program(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

const (
	email    = "lead@example.org"
	password = "a long enough password"
)

// onBoth runs a test on SQLite and on a real PostgreSQL, with an empty database each.
func onBoth(t *testing.T, test func(t *testing.T, database string)) {
	t.Run("SQLite", func(t *testing.T) { test(t, "") })
	t.Run("PostgreSQL", func(t *testing.T) { test(t, storetest.Postgres(t).URL) })
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// process is a running selvedge.
type process struct {
	t    *testing.T
	cmd  *exec.Cmd
	url  string
	http *http.Client
}

func environment(data, database string) []string {
	return append(os.Environ(), "SELVEDGE_DATA="+data, "SELVEDGE_DATABASE_URL="+database, "SELVEDGE_ADDR=127.0.0.1:0",
		"SELVEDGE_ADMIN_EMAIL="+email, "SELVEDGE_ADMIN_PASSWORD="+password, "SELVEDGE_DEMO=false")
}

// start runs the server and reads from what it prints where it is.
func start(t *testing.T, data, database string, more ...string) *process {
	t.Helper()
	path, err := program()
	must(t, err)
	cmd := exec.Command(path, "serve")
	cmd.Env = append(environment(data, database), more...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if address, found := strings.CutPrefix(lines.Text(), "Selvedge is at "); found {
			jar, err := cookiejar.New(nil)
			must(t, err)
			return &process{t, cmd, address, &http.Client{Jar: jar}}
		}
	}
	t.Fatal("the server ended before it was ready")
	return nil
}

// kill ends the process as a power cut would.
func (p *process) kill() {
	must(p.t, p.cmd.Process.Kill())
	_ = p.cmd.Wait() // "signal: killed" is what we want
}

func (p *process) signIn() *process {
	p.t.Helper()
	p.ask("POST", "/api/session", `{"email":"`+email+`","password":"`+password+`"}`, 200, nil)
	return p
}

// try asks and gives the status, or an error when nobody answered.
func (p *process) try(method, path, contentType string, body io.Reader, into any) (int, error) {
	r, err := http.NewRequest(method, p.url+path, body)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Content-Type", contentType)
	answer, err := p.http.Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	if err == nil && into != nil && answer.StatusCode < 300 {
		err = json.Unmarshal(raw, into)
	}
	return answer.StatusCode, err
}

func (p *process) ask(method, path, body string, status int, into any) {
	p.t.Helper()
	got, err := p.try(method, path, "application/json", strings.NewReader(body), into)
	must(p.t, err)
	if got != status {
		p.t.Fatalf("%s %s: %d, not %d", method, path, got, status)
	}
}

type named struct{ ID study.ID }

func (p *process) make(path, body string) study.ID {
	p.t.Helper()
	var made named
	p.ask("POST", path, body, 201, &made)
	return made.ID
}

func (p *process) upload(project, strand study.ID, name, text string) study.ID {
	p.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	must(p.t, m.WriteField("strand", string(strand)))
	f, err := m.CreateFormFile("file", name)
	must(p.t, err)
	_, err = io.WriteString(f, text)
	must(p.t, err)
	must(p.t, m.Close())
	var made named
	status, err := p.try("POST", "/api/projects/"+string(project)+"/sources", m.FormDataContentType(), &b, &made)
	must(p.t, err)
	if status != 201 {
		p.t.Fatalf("upload %s: %d", name, status)
	}
	return made.ID
}

// desk is a project with one long source and one code.
type desk struct {
	base         string
	source, code study.ID
}

func (p *process) desk() desk {
	project := p.make("/api/projects", `{"name":"Study"}`)
	base := "/api/projects/" + string(project)
	strand := p.make(base+"/strands", `{"name":"Interviews"}`)
	var text strings.Builder
	for i := range 400 {
		fmt.Fprintf(&text, "Ann: Turn number %d is about looms and wages.\nBob: And what came of it?\n", i)
	}
	return desk{base, p.upload(project, strand, "long.txt", text.String()), p.make(base+"/codes", `{"name":"Looms"}`)}
}

func (d desk) coding(start int) string {
	return fmt.Sprintf(`{"source":%q,"start":%d,"end":%d,"code":%q}`, d.source, start, start+9, d.code)
}

// within asks again until ok, and says what was awaited when time is up.
func within(t *testing.T, most time.Duration, what string, ok func() bool) time.Duration {
	t.Helper()
	began := time.Now()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		if time.Since(began) > most {
			t.Fatalf("after %v still not: %s", most, what)
		}
		<-tick.C
	}
	return time.Since(began)
}
