package app_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// elsewhere is a server that knows nobody but whom it is told of.
type elsewhere struct {
	*app.App
	rows store.Options
}

func newElsewhere(t *testing.T, open storetest.Open, people ...study.Account) elsewhere {
	t.Helper()
	o := open(t)
	s := storetest.Migrated(t, o)
	blobs, err := store.OpenBlobs(filepath.Join(o.Folder, "files"))
	must(t, err)
	a := app.New(s, blobs, filepath.Join(o.Folder, "index"), slog.New(slog.DiscardHandler))
	t.Cleanup(func() {
		a.Close()
		must(t, blobs.Close())
	})
	must(t, s.InTx(t.Context(), func(tx *store.Tx) error {
		for _, p := range people {
			if err := tx.AddAccount(p); err != nil {
				return err
			}
		}
		return nil
	}))
	return elsewhere{a, o}
}

// archive is a project as one file.
func archive(t *testing.T, a *app.App, by study.Actor, project study.ID) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := a.ArchiveProject(t.Context(), by, project, &out)
	must(t, err)
	return out.Bytes()
}

func (e elsewhere) opens(t *testing.T, by study.Actor, data []byte) app.ProjectSummary {
	t.Helper()
	said, err := e.PreviewProject(t.Context(), by, bytes.NewReader(data), int64(len(data)))
	must(t, err)
	p, report, err := e.ImportProject(t.Context(), by, bytes.NewReader(data), int64(len(data)))
	must(t, err)
	if !reflect.DeepEqual(said, report) {
		t.Errorf("the preview said %+v, it became %+v", said, report)
	}
	if report.Made.Codes != p.Codes || report.Name != p.Name || report.Origin != "Selvedge" {
		t.Errorf("the project %+v is told as %+v", p, report)
	}
	return p
}

// members are the files of an archive; lines of tables are sorted.
func members(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	out := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		must(t, err)
		text, err := io.ReadAll(in)
		must(t, err)
		if strings.HasPrefix(f.Name, "tables/") {
			lines := strings.Split(string(text), "\n")
			slices.Sort(lines[1:])
			text = []byte(strings.Join(lines, "\n"))
		}
		out[f.Name] = string(text)
	}
	return out
}

// insideOf is a place in the middle of the bytes of a file in an archive: no checksum is over
// everything that a zip says beside them.
func insideOf(t *testing.T, data []byte, name string) int64 {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	at := slices.IndexFunc(z.File, func(f *zip.File) bool { return f.Name == name })
	begins, err := z.File[at].DataOffset()
	must(t, err)
	return begins + int64(z.File[at].CompressedSize64/2)
}

// packedAgain is an archive of these files whose manifest says what they are.
func packedAgain(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var said map[string]any
	must(t, json.Unmarshal([]byte(files["manifest.json"]), &said))
	sums := map[string]string{}
	for name, text := range files {
		sum := sha256.Sum256([]byte(text))
		sums[name] = hex.EncodeToString(sum[:])
	}
	delete(sums, "manifest.json")
	said["sha256"] = sums
	manifest, err := json.Marshal(said)
	must(t, err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := z.Create(name)
		must(t, err)
		text := files[name]
		if name == "manifest.json" {
			text = string(manifest)
		}
		_, err = io.WriteString(w, text)
		must(t, err)
	}
	must(t, z.Close())
	return out.Bytes()
}

// onAllPairs runs a test from each database to each.
func onAllPairs(t *testing.T, test func(t *testing.T, from, to storetest.Open)) {
	storetest.OnBoth(t, func(t *testing.T, from storetest.Open) {
		storetest.OnBoth(t, func(t *testing.T, to storetest.Open) { test(t, from, to) })
	})
}

// checkFull sees that each column of each table holds something somewhere, so that what is said of
// an archive is said of all that the house keeps.
func checkFull(t *testing.T, files map[string]string) {
	t.Helper()
	for _, table := range store.ProjectTables {
		if table == "erasures" {
			continue // what is still to be erased
		}
		lines := strings.Split(files["tables/"+table+".jsonl"], "\n")
		var head struct{ Columns []string }
		must(t, json.Unmarshal([]byte(lines[0]), &head))
		full := map[string]bool{}
		for _, line := range lines[1:] {
			var row []any
			if line == "" {
				continue
			}
			must(t, json.Unmarshal([]byte(line), &row))
			for i, value := range row {
				if !slices.Contains([]any{nil, "", "[]", "{}", false, 0.0}, value) {
					full[head.Columns[i]] = true
				}
			}
		}
		for _, column := range head.Columns {
			if !full[column] && table+"."+column != "surveys.sheet" {
				t.Errorf("nothing is in %s of %s", column, table)
			}
		}
	}
}

func TestAnArchiveOpensElsewhereEqualToTheLastID(t *testing.T) {
	seed := uint64(90)
	onAllPairs(t, func(t *testing.T, from, to storetest.Open) {
		seed++
		w := newTeam(t, from, seed)
		w.everything()
		data := archive(t, w.App, w.people[0], w.project)
		checkFull(t, members(t, data))
		there := newElsewhere(t, to, w.people[0].Account)
		p := there.opens(t, w.people[0], data)
		if p.ID != w.project {
			t.Errorf("the project is %s there, and was %s", p.ID, w.project)
		}
		was, is := members(t, data), members(t, archive(t, there.App, w.people[0], p.ID))
		delete(was, "manifest.json")
		delete(is, "manifest.json")
		for name := range was {
			if was[name] != is[name] {
				t.Errorf("%s was\n%.2000s\nand is\n%.2000s", name, was[name], is[name])
			}
		}
		if len(was) != len(is) {
			t.Errorf("%d files became %d", len(was), len(is))
		}
		_, err := there.Undo(t.Context(), w.people[0], p.ID)
		if kind := study.KindOf(err); err != nil && kind == study.Internal {
			t.Errorf("what was done last is undone with %v", err)
		}
	})
}

func TestAnArchiveComesAsACopyWhereItsProjectIs(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 92)
		here := elsewhere{w.App, w.rows}
		p := here.opens(t, w.people[1], archive(t, w.App, w.people[0], w.project))
		if p.ID == w.project {
			t.Fatal("the copy has the id of the project")
		}
		if _, err := w.App.Project(t.Context(), w.people[0], p.ID); study.KindOf(err) != study.NotFound {
			t.Errorf("who brought no archive sees the copy: %v", err)
		}
		for table, rows := range storetest.Dump(t, w.rows, p.ID) {
			if strings.Contains(strings.Join(rows, "\n"), string(w.project)) {
				t.Errorf("the copy's table %s names the project that it is a copy of", table)
			}
		}
		if sources, err := w.Sources(t.Context(), w.people[1], p.ID, study.Filter{}); err != nil || len(sources) != 3 {
			t.Errorf("the copy has %d sources: %v", len(sources), err)
		}
	})
}

func TestADamagedArchiveIsRefusedAndLeavesNothingBehind(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, storetest.SQLite, 93)
		data := archive(t, w.App, w.people[0], w.project)
		there := newElsewhere(t, open, w.people[0].Account)
		with := func(name string, change func(string) string) []byte {
			files := members(t, data)
			files[name] = change(files[name])
			return packedAgain(t, files)
		}
		row := func(column string, to any) func(string) string {
			return func(text string) string {
				lines := strings.Split(text, "\n")
				var head struct{ Columns []string }
				var values []any
				must(t, json.Unmarshal([]byte(lines[0]), &head))
				at := slices.IndexFunc(lines[1:], func(line string) bool { return line != "" }) + 1
				must(t, json.Unmarshal([]byte(lines[at]), &values))
				values[slices.Index(head.Columns, column)] = to
				changed, err := json.Marshal(values)
				must(t, err)
				lines[at] = string(changed)
				return strings.Join(lines, "\n")
			}
		}
		flipped := slices.Clone(data)
		flipped[insideOf(t, data, "tables/revisions.jsonl")] ^= 4
		for what, bad := range map[string][]byte{
			"cut short":                   data[:len(data)/2],
			"a bit that turned":           flipped,
			"a file too many":             with("../outside.txt", func(string) string { return "out" }),
			"a table that is none":        with("tables/sessions.jsonl", func(string) string { return "[]" }),
			"a column that is none":       with("tables/codes.jsonl", func(s string) string { return strings.Replace(s, `"definition"`, `"definitions"`, 1) }),
			"a row of another project":    with("tables/strands.jsonl", row("project_id", guid(1))),
			"a passage out of its text":   with("tables/passages.jsonl", row("end", 1_000_000)),
			"a code that is no colour":    with("tables/codes.jsonl", row("color", "javascript:")),
			"turns that can't be read":    with("tables/revisions.jsonl", row("turns", "[{")),
			"a member of no role":         with("tables/members.jsonl", row("role", "god")),
			"a code under one not there":  with("tables/codes.jsonl", row("parent_id", guid(2))),
			"a file with another's name":  with("files/"+strings.Repeat("ab", 32), func(string) string { return "not this" }),
			"a manifest of another kind":  with("manifest.json", func(s string) string { return strings.Replace(s, "selvedge project", "something", 1) }),
			"a manifest of a later day":   with("manifest.json", func(s string) string { return strings.Replace(s, `"format": 1`, `"format": 2`, 1) }),
			"a person without a name":     with("tables/accounts.jsonl", row("name", "")),
			"numbers where words must be": with("tables/sources.jsonl", row("title", []int{1})),
		} {
			_, _, err := there.ImportProject(t.Context(), w.people[0], bytes.NewReader(bad), int64(len(bad)))
			if kind := study.KindOf(err); err == nil || kind == study.Internal {
				t.Errorf("%s: it came to %v", what, err)
			}
			if list, err := there.Projects(t.Context(), w.people[0]); err != nil || len(list) > 0 {
				t.Fatalf("%s: there are %d projects: %v", what, len(list), err)
			}
			if left, err := os.ReadDir(filepath.Join(there.rows.Folder, "files")); err != nil || len(left) > 0 {
				t.Fatalf("%s: files are left: %v %v", what, left, err)
			}
		}
		there.opens(t, w.people[0], data)
	})
}

func TestOnlyWhoManagesTheProjectTakesItsArchive(t *testing.T) {
	w := newTeam(t, storetest.SQLite, 94)
	if _, err := w.ArchiveProject(t.Context(), w.people[1], w.project, io.Discard); study.KindOf(err) != study.Forbidden {
		t.Errorf("a researcher's archive is %v", err)
	}
}

func TestAnArchiveTakesNobodysAccount(t *testing.T) {
	w := newTeam(t, storetest.SQLite, 95)
	data := archive(t, w.App, w.people[0], w.project)
	other := w.people[1].Account // who can sign in there, and has never heard of it
	there := newElsewhere(t, storetest.SQLite, w.people[0].Account, other)
	p := there.opens(t, w.people[0], data)
	if _, err := there.Project(t.Context(), study.Actor{Account: other}, p.ID); study.KindOf(err) != study.NotFound {
		t.Errorf("someone became a member unasked: %v", err)
	}
	list, err := there.Members(t.Context(), w.people[0], p.ID)
	must(t, err)
	if len(list) != 2 || !slices.ContainsFunc(list, func(m app.TeamMember) bool { return m.Name == other.Name && m.AccountID != other.ID }) {
		t.Errorf("the members are %+v", list)
	}
}
