package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAProjectGoesFromOneServerToAnotherOnTheCommandLine(t *testing.T) {
	onBoth(t, func(t *testing.T, database string) {
		running, folder := t.TempDir(), t.TempDir()
		p := start(t, running, "").signIn()
		d := p.desk()
		p.make(d.base+"/codings", d.coding(0))
		other := t.TempDir()
		there := start(t, other, database).signIn()
		for i, name := range []string{"study.zip", "study.qdpx"} {
			file := filepath.Join(folder, name)
			out, err := commandOn(t, running, "", "project", "export", file)
			if err != nil || !strings.Contains(out, "is in "+file) {
				t.Fatalf("exporting said %q, %v", out, err)
			}
			out, err = commandOn(t, other, database, "project", "import", "--preview", file)
			if err != nil || !strings.Contains(out, "would be made") || there.projects() != i {
				t.Fatalf("a preview said %q, %v, and left %d projects", out, err, there.projects())
			}
			out, err = commandOn(t, other, database, "project", "import", file)
			if err != nil || !strings.Contains(out, "was made") || there.projects() != i+1 {
				t.Fatalf("importing said %q, %v, and left %d projects", out, err, there.projects())
			}
			if i == 0 {
				if before, after := p.excerpts(), there.excerpts(); before != after {
					t.Errorf("the excerpts were %s and are %s", before, after)
				}
			}
		}
	})
}

func (p *process) excerpts() string {
	p.t.Helper()
	var list struct{ Items jsonText }
	p.ask("GET", p.project()+"/excerpts?limit=5000", "", 200, &list)
	return string(list.Items)
}

func (p *process) projects() int {
	p.t.Helper()
	var list struct{ Items []named }
	p.ask("GET", "/api/projects", "", 200, &list)
	return len(list.Items)
}

func TestWhatIsNoProjectIsRefusedAndLeavesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, database string) {
		data, folder := t.TempDir(), t.TempDir()
		p := start(t, data, database).signIn()
		broken := filepath.Join(folder, "broken.zip")
		must(t, os.WriteFile(broken, []byte("PK\x03\x04"), 0o600))
		if out, err := commandOn(t, data, database, "project", "import", broken); err == nil || p.projects() != 0 {
			t.Errorf("a broken file gave %q, and left %d projects", out, p.projects())
		}
		p.make("/api/projects", `{"name":"Weavers"}`)
		for _, args := range [][]string{{"weavers.txt"}, {"-p", "Dyers", "weavers.zip"}, {"--as", "nobody@example.org", "weavers.qdpx"}} {
			args[len(args)-1] = filepath.Join(folder, args[len(args)-1])
			if out, err := commandOn(t, data, database, append([]string{"project", "export"}, args...)...); err == nil {
				t.Errorf("%v gave %q", args, out)
			}
		}
		if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
			t.Errorf("%v were left, %v", left, err)
		}
	})
}
