package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// commandOn runs a command of the real binary on a data folder and a database.
func commandOn(t *testing.T, data, database string, args ...string) (string, error) {
	t.Helper()
	t.Setenv("SELVEDGE_DATA", data)
	t.Setenv("SELVEDGE_DATABASE_URL", database)
	var out bytes.Buffer
	err := run(t.Context(), args, &out, &out)
	return out.String(), err
}

func TestABackupOfARunningServerIsRestoredOnEitherDatabase(t *testing.T) {
	onBoth(t, func(t *testing.T, database string) {
		running := t.TempDir()
		p := start(t, running, "", "SELVEDGE_DEMO=true").signIn()
		file := filepath.Join(t.TempDir(), "selvedge.tar.gz")
		if out, err := commandOn(t, running, "", "backup", file); err != nil {
			t.Fatalf("%s, %v", out, err)
		}
		restored := t.TempDir()
		if out, err := commandOn(t, restored, database, "restore", file); err != nil {
			t.Fatalf("%s, %v", out, err)
		}
		if out, err := commandOn(t, restored, database, "restore", file); err == nil || !strings.Contains(out+err.Error(), "not empty") {
			t.Errorf("a second restore said %q, %v", out, err)
		}
		again := start(t, restored, database).signIn()
		for _, path := range []string{"/excerpts?limit=5000", "/codes", "/journal?limit=500", "/memos", "/members", "/sources"} {
			if before, after := p.everything(path), again.everything(path); before != after {
				t.Errorf("%s differs after the restore", path)
			}
		}
		for _, path := range []string{`/search?q=%22barriers+to+growth%22`} {
			if before, after := p.total(path), again.total(path); before != after || before == 0 {
				t.Errorf("%s finds %d before and %d after", path, before, after)
			}
		}
	})
}

func (p *process) project() string {
	p.t.Helper()
	var list struct{ Items []named }
	p.ask("GET", "/api/projects", "", 200, &list)
	return "/api/projects/" + string(list.Items[0].ID)
}

func (p *process) everything(path string) string {
	p.t.Helper()
	var raw jsonText
	p.ask("GET", p.project()+path, "", 200, &raw)
	return string(raw)
}

func (p *process) total(path string) int {
	p.t.Helper()
	var found struct{ Total int }
	p.ask("GET", p.project()+path, "", 200, &found)
	return found.Total
}

// jsonText keeps an answer as it came.
type jsonText []byte

func (j *jsonText) UnmarshalJSON(raw []byte) error {
	*j = bytes.Clone(raw)
	return nil
}

func TestADamagedBackupSaysWhereAndRestoresNothing(t *testing.T) {
	running := t.TempDir()
	start(t, running, "").signIn().desk()
	file := filepath.Join(t.TempDir(), "selvedge.tar.gz")
	_, err := commandOn(t, running, "", "backup", file)
	must(t, err)
	whole, err := os.ReadFile(file)
	must(t, err)
	must(t, os.WriteFile(file, whole[:len(whole)*2/3], 0o600))
	restored := t.TempDir()
	if out, err := commandOn(t, restored, "", "restore", file); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("it said %q, %v", out, err)
	}
	must(t, os.WriteFile(file, whole, 0o600))
	if out, err := commandOn(t, restored, "", "restore", file); err != nil {
		t.Errorf("the whole backup then said %q, %v", out, err)
	}
}

func TestABackupFromBeforeThereWereCasesIsRestored(t *testing.T) {
	running := t.TempDir()
	start(t, running, "").signIn().desk()
	file := filepath.Join(t.TempDir(), "selvedge.tar.gz")
	_, err := commandOn(t, running, "", "backup", file)
	must(t, err)
	withoutTables(t, file, "cases", "variables", "ties", "journal_asides")
	if out, err := commandOn(t, t.TempDir(), "", "restore", file); err != nil {
		t.Errorf("it said %q, %v", out, err)
	}
}

// withoutTables writes a backup anew as a version wrote it that did not know some tables.
func withoutTables(t *testing.T, file string, tables ...string) {
	packed, err := os.ReadFile(file)
	must(t, err)
	unzipped, err := gzip.NewReader(bytes.NewReader(packed))
	must(t, err)
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	in, written := tar.NewReader(unzipped), tar.NewWriter(zipped)
	for {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		must(t, err)
		data, err := io.ReadAll(in)
		must(t, err)
		if slices.ContainsFunc(tables, func(table string) bool { return header.Name == "tables/"+table+".jsonl" }) {
			continue
		}
		if header.Name == "manifest.json" {
			data = unnamed(t, data, tables)
			header.Size = int64(len(data))
		}
		must(t, written.WriteHeader(header))
		_, err = written.Write(data)
		must(t, err)
	}
	must(t, written.Close())
	must(t, zipped.Close())
	must(t, os.WriteFile(file, out.Bytes(), 0o600))
}

// unnamed takes tables out of the list of contents.
func unnamed(t *testing.T, manifest []byte, tables []string) []byte {
	var m map[string]any
	must(t, json.Unmarshal(manifest, &m))
	for _, table := range tables {
		delete(m["sha256"].(map[string]any), "tables/"+table+".jsonl")
	}
	data, err := json.Marshal(m)
	must(t, err)
	return data
}
