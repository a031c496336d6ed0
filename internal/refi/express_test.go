package refi

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/refi/refitest"
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

// idsOf are the GUIDs of all that is in a project, but of its people.
func idsOf(p *Project) map[study.ID]bool {
	out, all := map[study.ID]bool{}, p.product()
	all.Users = nil
	raw, _ := xml.Marshal(all)
	for _, found := range guids.FindAllSubmatch(raw, -1) {
		out[study.ID(found[1])] = true
	}
	return out
}

var guids = regexp.MustCompile(` guid="([^"]*)"`)

// checkRoundTrip takes a file over, exports it, takes that over and exports it again; it gives
// what was exported first.
func checkRoundTrip(t *testing.T, f *File) *File {
	t.Helper()
	first := adopted(f)
	out := exported(t, first, f)
	refitest.Validate(t, "Project.xsd", refitest.Inside(t, out))
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
		t.Errorf("the second trip gives other bytes:\n%s\nand\n%s", firstDifference(string(refitest.Inside(t, out)), string(refitest.Inside(t, twice))), firstDifference(string(refitest.Inside(t, twice)), string(refitest.Inside(t, out))))
	}
	return mustRead(t, out)
}

func TestFilesOfOtherProgramsGoOnAsTheyCame(t *testing.T) {
	folder := refitest.Samples(t)
	for _, name := range slices.Sorted(maps.Keys(known)) {
		f := opened(t, filepath.Join(folder, name))
		if f.Codebook {
			continue
		}
		t.Run(name, func(t *testing.T) {
			ids := idsOf(f.Project)
			there := idsOf(checkRoundTrip(t, f).Project)
			for id := range ids {
				if !there[id] {
					t.Errorf("%s is gone", id)
				}
			}
		})
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

// A talk and what an interpreter made of it, both of one recording.
const interpreted = `<Users><User guid="` + anID + `" name="Ida"/></Users><Sources><AudioSource guid="00000000-0000-4000-8000-0000000000a1" name="Talk" path="internal://a.mp3">
<Transcript guid="00000000-0000-4000-8000-0000000000b9" name="As it was said" creatingUser="` + anID + `"><PlainTextContent>Wir warten.</PlainTextContent><SyncPoint guid="00000000-0000-4000-8000-0000000000c1" timeStamp="1500" position="0"/></Transcript>
<Transcript guid="00000000-0000-4000-8000-0000000000b1" name="In English" creatingUser="` + anID + `"><PlainTextContent>We wait.</PlainTextContent><SyncPoint guid="00000000-0000-4000-8000-0000000000c2" timeStamp="1700" position="0"/></Transcript></AudioSource></Sources>`

func TestSeveralTranscriptsOfARecordingAllHaveItAndGoOnAsTheyCame(t *testing.T) {
	f := mustRead(t, archived(t, member{name: "project.qde", text: string(project(interpreted))}, member{name: "sources/a.mp3", text: "ID3 sound"}))
	for _, s := range adopted(f).Sources {
		if s.Recording == "" || s.Turns[0].FromMs == nil {
			t.Errorf("%s is without its recording or its times: %+v", s.Title, s)
		}
	}
	list := checkRoundTrip(t, f).Project.Sources.List
	if len(list) != 1 || len(list[0].Transcripts) != 2 || list[0].Transcripts[0].Text != "Wir warten." || *list[0].Transcripts[1].SyncPoints[0].Time != 1700 {
		t.Errorf("it goes on as %+v", list)
	}
}

func TestDyesComeBackAsTheyAre(t *testing.T) {
	for _, dye := range study.Dyes {
		for _, form := range []study.Color{dye, dye + "/open"} {
			if got := dyeOf(form.RGB()); got != form {
				t.Errorf("%s is written as %s and read as %s", form, form.RGB(), got)
			}
		}
	}
	if got := dyeOf("#123456"); got != "#123456" {
		t.Errorf("it is %s", got)
	}
}

// twice is a text on which somebody marked the same words twice, with a code each.
const twice = `<Users><User guid="` + anID + `" name="Ida"/></Users><CodeBook><Codes><Code guid="a" name="Trust" isCodable="true"/><Code guid="b" name="Banks" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="c" name="Talk"><PlainTextContent>We trusted no bank.</PlainTextContent><PlainTextSelection guid="d" startPosition="3" endPosition="10" creatingUser="` + anID + `"><Coding guid="e" creatingUser="` + anID + `"><CodeRef targetGUID="a"/></Coding></PlainTextSelection>
<PlainTextSelection guid="f" startPosition="3" endPosition="10" creatingUser="` + anID + `"><Coding guid="g" creatingUser="` + anID + `"><CodeRef targetGUID="b"/></Coding><Coding guid="h" creatingUser="` + anID + `"><CodeRef targetGUID="a"/></Coding></PlainTextSelection></TextSource></Sources>`

func TestSelectionsOfTheSameWordsBecomeOnePassageAndTwoSelectionsAgain(t *testing.T) {
	of := func(change func(h *Held)) string {
		h := held(adopted(mustRead(t, project(twice))))
		change(&h)
		p, _ := Express(h)
		var out []string
		for _, x := range p.Sources.List[0].TextSelections {
			one := "selection"
			for _, c := range x.Codings {
				one += " " + map[study.ID]string{Derived("e"): "e", Derived("g"): "g", Derived("h"): "h"}[c.ID]
			}
			out = append(out, one)
		}
		return strings.Join(out, ", ")
	}
	without := func(id study.ID) func(h *Held) {
		return func(h *Held) {
			h.Codings = slices.DeleteFunc(h.Codings, func(c study.Coding) bool { return c.ID == id })
		}
	}
	for _, one := range []struct {
		what, want string
		change     func(h *Held)
	}{
		{"as they came", "selection e, selection g h", func(*Held) {}},
		{"without the code of the second", "selection e, selection h", without(Derived("g"))},
		{"without the code that both have", "selection, selection g", without(Derived("e"))},
		{"without codes", "selection", func(h *Held) { h.Codings = nil }},
		{"without the passage", "", func(h *Held) { h.Passages, h.Codings = nil, nil }},
	} {
		if got := of(one.change); got != one.want {
			t.Errorf("%s they are %q, and not %q", one.what, got, one.want)
		}
	}
}
