package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"strings"
	"time"
)

// server is a running Selvedge with a signed-in client.
type server struct {
	program, database string
	cmd               *exec.Cmd
	folder            string
	url               string
	http              *http.Client
}

const leadEmail, leadPassword = "lead@example.org", "a long enough password"

func startServer(ctx context.Context, program, database string) (*server, error) {
	folder, err := os.MkdirTemp("", "selvedge-bench")
	if err != nil {
		return nil, err
	}
	s := &server{program: program, database: database, folder: folder}
	return s, s.start(ctx)
}

// start runs the program on the folder, and signs in.
func (s *server) start(ctx context.Context) error {
	s.cmd = exec.CommandContext(ctx, s.program, "serve")
	s.cmd.Env = append(os.Environ(), "SELVEDGE_DATA="+s.folder, "SELVEDGE_DATABASE_URL="+s.database, "SELVEDGE_ADDR=127.0.0.1:0",
		"SELVEDGE_ADMIN_EMAIL="+leadEmail, "SELVEDGE_ADMIN_PASSWORD="+leadPassword, "SELVEDGE_DEMO=false")
	s.cmd.Stderr = os.Stderr
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := s.cmd.Start(); err != nil {
		return err
	}
	jar, _ := cookiejar.New(nil)
	s.http = &http.Client{Jar: jar, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if address, found := strings.CutPrefix(lines.Text(), "Selvedge is at "); found {
			s.url = address
			return s.post("/api/session", `{"email":"`+leadEmail+`","password":"`+leadPassword+`"}`, nil)
		}
	}
	return errors.New("the server ended before it was ready")
}

// again ends the program and starts it on the same folder.
func (s *server) again(ctx context.Context) error {
	s.end()
	return s.start(ctx)
}

func (s *server) end() {
	_ = s.cmd.Process.Signal(os.Interrupt)
	_ = s.cmd.Wait()
}

func (s *server) stop() {
	s.end()
	_ = os.RemoveAll(s.folder)
}

func (s *server) do(method, path, contentType string, body io.Reader, into any) error {
	r, err := http.NewRequest(method, s.url+path, body)
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", contentType)
	answer, err := s.http.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if answer.StatusCode >= 300 {
		return fmt.Errorf("%s %s: %d %.200s", method, path, answer.StatusCode, raw)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(raw, into)
}

func (s *server) get(path string, into any) error { return s.do("GET", path, "", nil, into) }

func (s *server) post(path, body string, into any) error {
	return s.do("POST", path, "application/json", strings.NewReader(body), into)
}

func (s *server) patch(path, body string) error {
	return s.do("PATCH", path, "application/json", strings.NewReader(body), nil)
}

type made struct {
	ID     string
	Length int
	Words  int
}

func (s *server) upload(base, strand, name string, data []byte) (m made, err error) {
	return m, s.send(base+"/sources", map[string]string{"strand": strand}, name, data, &m)
}

// send posts a form with a file.
func (s *server) send(path string, fields map[string]string, name string, data []byte, into any) error {
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	for field, value := range fields {
		_ = form.WriteField(field, value)
	}
	f, err := form.CreateFormFile("file", name)
	if err != nil {
		return err
	}
	_, _ = f.Write(data)
	_ = form.Close()
	return s.do("POST", path, form.FormDataContentType(), &b, into)
}

// timed does work n times after a few that don't count.
func timed(n int, work func(i int) error) (out times, err error) {
	for i := range n + 3 {
		began := time.Now()
		if err := work(i); err != nil {
			return nil, err
		}
		if i >= 3 {
			out = append(out, time.Since(began))
		}
	}
	return out, nil
}
