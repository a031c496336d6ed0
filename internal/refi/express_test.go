package refi

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// held is what was adopted, as it would be here.
func held(a *Adopted) Held {
	h := Held{Project: a.Project, Strands: a.Strands, Codes: a.Codes, CodeSets: a.CodeSets, Variables: a.Variables, Cases: a.Cases, Ties: a.Ties, Passages: a.Passages, Codings: a.Codings, Memos: a.Memos, Carried: a.Carried}
	people := map[study.ID]bool{importer.By: true}
	for _, s := range a.Sources {
		one := HeldSource{Source: s.Source, Text: s.Text, Turns: s.Turns, Original: true}
		if s.Original != "" {
			one.Blob = s.Original
		}
		if s.Recording != "" {
			one.Recording = &study.Recording{ID: s.MediaID, SourceID: s.ID, Blob: s.Recording, Media: "audio/mpeg", Filename: "a.mp3"}
		}
		h.Sources = append(h.Sources, one)
		people[s.CreatedBy] = true
	}
	for i := range a.Carried {
		for k := range a.Carried[i].Files {
			a.Carried[i].Files[k].Blob = a.Carried[i].Files[k].Path
		}
	}
	for _, p := range a.Passages {
		people[p.CreatedBy] = true
	}
	for _, c := range a.Codings {
		people[c.CoderID] = true
	}
	for _, m := range a.Memos {
		people[m.AuthorID] = true
	}
	for _, id := range slices.Sorted(maps.Keys(people)) {
		h.People = append(h.People, study.Account{ID: id, Name: "Somebody " + string(id)})
	}
	return h
}

// exported writes what was adopted as a file, with the files of the one that it came from.
func exported(t *testing.T, a *Adopted, from *File) []byte {
	t.Helper()
	p, blobs := Express(held(a))
	var out bytes.Buffer
	err := Write(context.Background(), &out, p, func(named string) (io.ReadCloser, error) {
		body, _, _, err := from.Member(blobs[named])
		if study.KindOf(err) == study.NotFound {
			return nil, nil
		}
		return body, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sameAdopted compares two projects in all that is exchanged, whatever the order of it.
func sameAdopted(t *testing.T, a, b *Adopted) {
	t.Helper()
	for i, list := range [][2]any{{a.Strands, b.Strands}, {a.Codes, b.Codes}, {a.CodeSets, b.CodeSets}, {a.Variables, b.Variables}, {a.Cases, b.Cases}, {a.Ties, b.Ties}, {a.Passages, b.Passages}, {a.Codings, b.Codings}, {a.Memos, b.Memos}, {wordsOf(a), wordsOf(b)}} {
		if x, y := asLines(t, list[0]), asLines(t, list[1]); x != y {
			t.Errorf("list %d was\n%s\nand is\n%s", i, firstDifference(x, y), firstDifference(y, x))
		}
	}
	if a.Project.Name != b.Project.Name || a.Project.Aim != b.Project.Aim || !a.Project.CreatedAt.Equal(b.Project.CreatedAt) {
		t.Errorf("the project was %+v and is %+v", a.Project, b.Project)
	}
}

// wordsOf are the words of sources, with what is known of them.
func wordsOf(a *Adopted) (out []any) {
	for _, s := range a.Sources {
		out = append(out, []any{s.ID, s.StrandID, s.Title, s.Text, s.CreatedBy, s.CreatedAt, s.Recording != ""})
	}
	return out
}

// asLines writes each of a list as a line, in the order of the lines.
func asLines(t *testing.T, list any) string {
	t.Helper()
	raw, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var each []json.RawMessage
	if err := json.Unmarshal(raw, &each); err != nil {
		t.Fatal(err)
	}
	lines := make([]string, len(each))
	for i, one := range each {
		lines[i] = string(one)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// checkRoundTrip takes a file over, exports it, takes that over and exports it again.
func checkRoundTrip(t *testing.T, f *File) {
	t.Helper()
	first := adopted(f)
	out := exported(t, first, f)
	validate(t, "Project.xsd", inside(t, out))
	again := mustRead(t, out)
	for _, found := range again.Findings {
		if !strings.Contains(found.Text, "since that file is missing") {
			t.Errorf("what was written is not as the standard has it: %v", found)
		}
	}
	second := adopted(again)
	checkAdopted(t, second)
	sameAdopted(t, first, second)
	if twice := exported(t, second, again); !bytes.Equal(out, twice) {
		t.Errorf("the second trip gives other bytes:\n%s\nand\n%s", firstDifference(string(inside(t, out)), string(inside(t, twice))), firstDifference(string(inside(t, twice)), string(inside(t, out))))
	}
}

func TestFilesOfOtherProgramsGoOnAsTheyCame(t *testing.T) {
	folder := samples(t)
	for _, name := range slices.Sorted(maps.Keys(known)) {
		if f := opened(t, filepath.Join(folder, name)); !f.Codebook {
			t.Run(name, func(t *testing.T) { checkRoundTrip(t, f) })
		}
	}
}

func TestAnyProjectGoesOnAsItCame(t *testing.T) {
	for n := range uint64(200) {
		p := anyProject(n)
		f := mustRead(t, packedProject(t, &File{Project: p, archive: &archive{}}))
		f.Origin = fmt.Sprint("Elsewhere ", n)
		checkRoundTrip(t, f)
		if t.Failed() {
			t.Fatalf("project %d", n)
		}
	}
}

func TestDyesComeBackAsTheyAre(t *testing.T) {
	for _, dye := range study.Dyes {
		for _, form := range []study.Color{dye, dye + "/open"} {
			if got := dyeOf(rgb(form)); got != form {
				t.Errorf("%s is written as %s and read as %s", form, rgb(form), got)
			}
		}
	}
	if got := dyeOf("#123456"); got != "#123456" {
		t.Errorf("it is %s", got)
	}
}
