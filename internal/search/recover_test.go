package search

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func TestDeletingTheIndexWhileItRunsLosesNothing(t *testing.T) {
	for name, remove := range map[string]func(*Index, *generation) string{
		"the whole folder":      func(x *Index, _ *generation) string { return x.dir },
		"the project's folder":  func(_ *Index, g *generation) string { return filepath.Dir(g.path) },
		"the generation":        func(_ *Index, g *generation) string { return g.path },
		"the description":       func(_ *Index, g *generation) string { return filepath.Join(g.path, "index_meta.json") },
		"the list of segments":  func(_ *Index, g *generation) string { return filepath.Join(g.path, "store", "root.bolt") },
		"the store of segments": func(_ *Index, g *generation) string { return filepath.Join(g.path, "store") },
	} {
		t.Run(name, func(t *testing.T) {
			d, x, source := oneInterview(t)
			find(t, x, d, study.SearchQuery{})
			must(os.RemoveAll(remove(x, x.shelves[d.project].current)))
			expect(t, "hits", find(t, x, d, study.SearchQuery{Text: "growth"}).Total, 5)
			must(os.RemoveAll(remove(x, x.shelves[d.project].current)))
			code := d.newCode("Trust", "")
			d.x = x
			d.code(source, 2, code, anna)
			until(t, x, d, func(s *shelf) bool { return s.cursor == 3 })
			expect(t, "coded", turnsOf(find(t, x, d, study.SearchQuery{Filter: study.Filter{Codes: []study.ID{code}}})), []int{2})
			expectRight(t, x, d)
			if x.shelves[d.project].current.lost() {
				t.Error("the index lives on without its files")
			}
		})
	}
}

// damages are ways to spoil a closed generation in path.
var damages = map[string]func(t *testing.T, path string){
	"no description":        func(t *testing.T, path string) { must(os.Remove(filepath.Join(path, "index_meta.json"))) },
	"an empty description":  func(t *testing.T, path string) { overwrite(filepath.Join(path, "index_meta.json"), nil) },
	"a foreign description": func(t *testing.T, path string) { overwrite(filepath.Join(path, "index_meta.json"), []byte("{}")) },
	"no list of segments":   func(t *testing.T, path string) { must(os.Remove(boltIn(path))) },
	"an empty list":         func(t *testing.T, path string) { overwrite(boltIn(path), nil) },
	"a list cut short":      func(t *testing.T, path string) { must(os.Truncate(boltIn(path), 5000)) },
	"a list of garbage": func(t *testing.T, path string) {
		scramble(boltIn(path), 0, 1<<20)
	},
	"garbage behind the head of the list": func(t *testing.T, path string) {
		scramble(boltIn(path), 2*int64(os.Getpagesize()), 1<<20)
	},
	"no segments":             func(t *testing.T, path string) { must(os.Remove(segmentIn(t, path))) },
	"an empty segment":        func(t *testing.T, path string) { overwrite(segmentIn(t, path), nil) },
	"a segment cut short":     func(t *testing.T, path string) { must(os.Truncate(segmentIn(t, path), 700)) },
	"a segment's head turned": func(t *testing.T, path string) { scramble(segmentIn(t, path), 40, 3) },
	"a segment's tail turned": func(t *testing.T, path string) {
		info, err := os.Stat(segmentIn(t, path))
		must(err)
		scramble(segmentIn(t, path), info.Size()-30, 30)
	},
	"a file in place of the folder": func(t *testing.T, path string) {
		must(os.RemoveAll(path))
		overwrite(path, []byte("not an index"))
	},
	"an empty folder": func(t *testing.T, path string) {
		must(os.RemoveAll(path))
		must(os.Mkdir(path, 0o700))
	},
}

func boltIn(path string) string { return filepath.Join(path, "store", "root.bolt") }

func segmentIn(t *testing.T, path string) string {
	t.Helper()
	segments, err := filepath.Glob(filepath.Join(path, "store", "*.zap"))
	must(err)
	if len(segments) == 0 {
		t.Fatal("there is no segment to spoil")
	}
	return segments[len(segments)-1]
}

func overwrite(path string, with []byte) { must(os.WriteFile(path, with, 0o600)) }

// scramble turns n bytes of a file, from an offset on.
func scramble(path string, from int64, n int) {
	text, err := os.ReadFile(path)
	must(err)
	for i := from; i < min(from+int64(n), int64(len(text))); i++ {
		text[i] ^= 0x5a
	}
	overwrite(path, text)
}

func TestADamagedIndexIsBuiltAnew(t *testing.T) {
	for name, spoil := range damages {
		t.Run(name, func(t *testing.T) {
			d := newDatabase(t)
			source := d.add(dropouts, "en", interview...)
			dir := t.TempDir()
			x := d.open(dir)
			find(t, x, d, study.SearchQuery{})
			d.code(source, 1, d.newCode("Trust", ""), anna)
			find(t, x, d, study.SearchQuery{})
			x.Close()
			before := generationsIn(t, dir, d)[0]
			spoil(t, filepath.Join(dir, string(d.project), before))
			x = d.open(dir)
			expect(t, "hits", find(t, x, d, study.SearchQuery{Text: "growth"}).Total, 5)
			expectRight(t, x, d)
			expect(t, "generations", len(generationsIn(t, dir, d)), 1)
		})
	}
}

func TestBytesThatTurnWhileTheIndexRunsAreNoticed(t *testing.T) {
	d, x, _ := oneInterview(t)
	find(t, x, d, study.SearchQuery{})
	g := x.shelves[d.project].current
	x.mu.Lock()
	x.recheck = 0
	x.mu.Unlock()
	f, err := os.OpenFile(segmentIn(t, g.path), os.O_RDWR, 0)
	must(err)
	_, err = f.WriteAt([]byte{0xff, 0x00, 0xff}, 60)
	must(err)
	must(f.Close())
	if _, err := x.Search(context.Background(), d.project, study.SearchQuery{}); err != nil {
		t.Fatal(err)
	}
	until(t, x, d, func(s *shelf) bool { return s.current != nil && s.current != g })
	expectRight(t, x, d)
}

// restate changes what a closed index says of itself.
func restate(t *testing.T, path string, change func(*state)) {
	t.Helper()
	g, err := openGeneration(path)
	if err != nil {
		t.Fatal(err)
	}
	defer g.close()
	change(&g.state)
	text, err := json.Marshal(g.state)
	must(err)
	must(g.index.SetInternal(stateKey, text))
}

func TestAnIndexThatDoesNotFitIsBuiltAnew(t *testing.T) {
	for name, change := range map[string]func(*state){
		"of an older schema":        func(s *state) { s.Schema = "older" },
		"of another project":        func(s *state) { s.Project = study.NewID() },
		"ahead of the database":     func(s *state) { s.Cursor = 99 },
		"of a database gone astray": func(s *state) { s.Mark = "another entry" },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDatabase(t)
			d.add(dropouts, "en", interview...)
			dir := t.TempDir()
			x := d.open(dir)
			find(t, x, d, study.SearchQuery{})
			x.Close()
			before := generationsIn(t, dir, d)[0]
			restate(t, filepath.Join(dir, string(d.project), before), change)
			x = d.open(dir)
			expectRight(t, x, d)
			if after := generationsIn(t, dir, d); len(after) != 1 || after[0] == before {
				t.Errorf("there are %v, %s does not fit", after, before)
			}
		})
	}
}

func TestADatabaseRestoredUnderARunningIndexIsFollowed(t *testing.T) {
	d, x, source := oneInterview(t)
	code := d.newCode("Trust", "")
	d.code(source, 1, code, anna)
	find(t, x, d, study.SearchQuery{})
	g := x.shelves[d.project].current
	d.mu.Lock()
	d.entries = d.entries[:2]
	d.content[source].Codings = nil
	d.mu.Unlock()
	find(t, x, d, study.SearchQuery{})
	until(t, x, d, func(s *shelf) bool { return s.current != nil && s.current != g })
	expect(t, "coded", find(t, x, d, study.SearchQuery{Filter: study.Filter{Codes: []study.ID{code}}}).Total, 0)
	expectRight(t, x, d)
}

func TestAnUnfinishedIndexIsNotUsed(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en", interview...)
	dir := t.TempDir()
	g, err := createGeneration(filepath.Join(dir, string(d.project)))
	must(err)
	g.close()
	x := d.open(dir)
	expectRight(t, x, d)
	if after := generationsIn(t, dir, d); len(after) != 1 || filepath.Base(g.path) == after[0] {
		t.Errorf("there are %v", after)
	}
}

func TestTwoProcessesOnOneFolderDoNotDisturbEachOther(t *testing.T) {
	d := newDatabase(t)
	source := d.add(dropouts, "en", interview...)
	dir := t.TempDir()
	first, second := d.open(dir), d.open(dir)
	find(t, first, d, study.SearchQuery{})
	expect(t, "hits of the second", find(t, second, d, study.SearchQuery{Text: "growth"}).Total, 5)
	d.code(source, 1, d.newCode("Trust", ""), anna)
	expectRight(t, first, d)
	expectRight(t, second, d)
	expect(t, "generations", len(generationsIn(t, dir, d)), 2)
	first.Close()
	second.Close()
	third := d.open(dir)
	expectRight(t, third, d)
	expect(t, "generations afterwards", len(generationsIn(t, dir, d)), 1)
}

func TestAnIndexKilledAtAnyMomentIsRightAfterwards(t *testing.T) {
	d := newDatabase(t)
	dir := t.TempDir()
	x := d.open(dir)
	r := rand.New(rand.NewPCG(7, 7))
	var codes []study.ID
	d.x = x
	for range 25 {
		for range 4 {
			randomChange(d, r, &codes)
		}
		image := t.TempDir()
		copyWhileItChanges(dir, image)
		after := d.open(image)
		after.Wake(d.project, 1)
		expectRight(t, after, d)
		after.Close()
	}
	expectRight(t, x, d)
}

// copyWhileItChanges copies file by file what is being written to, as a machine
// that stops would leave it.
func copyWhileItChanges(from, to string) {
	_ = filepath.WalkDir(from, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		rel, err := filepath.Rel(from, path)
		must(err)
		if entry.IsDir() {
			must(os.MkdirAll(filepath.Join(to, rel), 0o700))
		} else if text, err := os.ReadFile(path); err == nil {
			overwrite(filepath.Join(to, rel), text)
		}
		return nil
	})
}

func TestAFolderThatCantBeWrittenIsAnErrorAndNotACrash(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en", interview...)
	dir := filepath.Join(t.TempDir(), "file")
	overwrite(dir, nil)
	x := d.open(dir)
	if _, err := x.Search(context.Background(), d.project, study.SearchQuery{}); study.KindOf(err) != study.Internal {
		t.Errorf("got %v", err)
	}
	must(os.Remove(dir))
	expect(t, "hits once it can", find(t, x, d, study.SearchQuery{}).Total, len(interview))
}
