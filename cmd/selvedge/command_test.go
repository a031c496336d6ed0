package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func removeAll(path string) error { return os.RemoveAll(path) }

// command runs the command line in this process and gives what it prints.
func command(t *testing.T, data string, args ...string) (string, error) {
	t.Helper()
	t.Setenv("SELVEDGE_DATA", data)
	t.Setenv("SELVEDGE_DATABASE_URL", "")
	var out bytes.Buffer
	err := run(t.Context(), args, &out, &out)
	return out.String(), err
}

func TestTheCommandLineImportsSearchesAndExportsWithoutABrowser(t *testing.T) {
	data := t.TempDir()
	p := start(t, data, "")
	p.signIn()
	d := p.desk()
	p.make(d.base+"/codings", d.coding(0))
	file := filepath.Join(t.TempDir(), "interview.txt")
	must(t, os.WriteFile(file, []byte("Ann: The barriers to growth were money and nerve.\nBob: In that order?\nAnn: No.\n"), 0o600))

	out, err := command(t, data, "import", "--strand", "Interviews", file)
	if err != nil || !strings.Contains(out, "interview.txt: txt, 12 words, 3 turns, speakers: Ann, Bob") {
		t.Fatalf("import said %q, %v", out, err)
	}
	out, err = command(t, data, "search", `"barriers to growth"`)
	if err != nil || !strings.HasPrefix(out, "1 turns") || !strings.Contains(out, "money and nerve") {
		t.Fatalf("search said %q, %v", out, err)
	}
	csv := filepath.Join(t.TempDir(), "excerpts.csv")
	if out, err = command(t, data, "export", csv); err != nil {
		t.Fatalf("export said %q, %v", out, err)
	}
	written, err := os.ReadFile(csv)
	must(t, err)
	if !strings.Contains(string(written), "Looms") {
		t.Errorf("the CSV does not name the code: %s", written)
	}
}

func TestTheConfigurationIsShownWithoutSecrets(t *testing.T) {
	t.Setenv("SELVEDGE_DATABASE_URL", "postgres://selvedge:very-secret@db/selvedge")
	t.Setenv("SELVEDGE_ADMIN_PASSWORD", "also-secret")
	var out bytes.Buffer
	must(t, run(t.Context(), []string{"config"}, &out, &out))
	if strings.Contains(out.String(), "secret") || !strings.Contains(out.String(), "@db/selvedge") {
		t.Errorf("config printed %s", out.String())
	}
}

func TestWithoutAConfiguredAccountOneIsMadeAndShownToWhoeverRunsTheServer(t *testing.T) {
	data := t.TempDir()
	p := start(t, data, "", "SELVEDGE_ADMIN_EMAIL=", "SELVEDGE_ADMIN_PASSWORD=")
	note, err := os.ReadFile(filepath.Join(data, accountFile))
	must(t, err)
	_, secret, found := strings.Cut(strings.TrimSpace(string(note)), "with the password ")
	if !found {
		t.Fatalf("the note says %q", note)
	}
	p.ask("POST", "/api/session", `{"email":"lead@selvedge.example","password":"`+secret+`"}`, 200, nil)
	info, err := os.Stat(filepath.Join(data, accountFile))
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the note has mode %v", info.Mode())
	}
}

func TestTheSampleStudyIsWorthOpening(t *testing.T) {
	p := start(t, t.TempDir(), "", "SELVEDGE_DEMO=true").signIn()
	var projects struct {
		Items []struct {
			ID                      study.ID
			Sources, Codes, Codings int
		}
	}
	p.ask("GET", "/api/projects", "", 200, &projects)
	one := projects.Items[0]
	var sources struct {
		Items []struct {
			Words          int
			Format, Strand string
			Coders         []string
		}
	}
	p.ask("GET", "/api/projects/"+string(one.ID)+"/sources", "", 200, &sources)
	words, formats, strands := 0, map[string]bool{}, map[string]bool{}
	for _, s := range sources.Items {
		words += s.Words
		formats[s.Format], strands[s.Strand] = true, true
	}
	var memos struct{ Total int }
	p.ask("GET", "/api/projects/"+string(one.ID)+"/memos", "", 200, &memos)
	if one.Sources < 14 || words < 45_000 || len(formats) < 4 || len(strands) < 5 || one.Codings < 400 || memos.Total < 20 {
		t.Errorf("%d sources, %d words, %d formats, %d strands, %d codings, %d memos", one.Sources, words, len(formats), len(strands), one.Codings, memos.Total)
	}
}

func TestAForgottenPasswordIsSetAnewAndEndsTheSessions(t *testing.T) {
	data := t.TempDir()
	p := start(t, data, "").signIn()
	t.Setenv("SELVEDGE_PASSWORD", "quite another password")
	if out, err := command(t, data, "user", "password", email); err != nil {
		t.Fatalf("%s, %v", out, err)
	}
	p.ask("GET", "/api/session", "", 401, nil)
	p.ask("POST", "/api/session", `{"email":"`+email+`","password":"quite another password"}`, 200, nil)
}
