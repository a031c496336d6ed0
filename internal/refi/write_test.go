package refi

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/refi/refitest"
	"github.com/selvedge/selvedge/internal/study"
)

// packedProject writes a project with the files of the one that it was read from.
func packedProject(t *testing.T, f *File) []byte {
	t.Helper()
	var out bytes.Buffer
	err := Write(context.Background(), &out, f.Project, func(named string) (io.ReadCloser, error) {
		body, _, _, err := f.Member(named)
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

// content is all that a project holds, as one text, without how it was read and where its
// texts lay. What XML can't hold is as it will be read.
func content(t *testing.T, p *Project) string {
	t.Helper()
	copied := *p
	copied.Findings, copied.Fits = nil, nil
	raw, err := json.MarshalIndent(copied, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.SplitSeq(string(raw), "\n") {
		if !strings.Contains(line, `"PlainText":`) {
			out = append(out, line)
		}
	}
	return strings.NewReplacer(`": []`, `": null`, `\u0001`, "\ufffd", `\u000b`, "\ufffd").Replace(strings.Join(out, "\n"))
}

// checkTrip writes a project, and sees that the file is valid, that it is read as the same
// project, and that it is written again as the same bytes.
func checkTrip(t *testing.T, f *File) {
	t.Helper()
	f.tidy()
	before, first := content(t, f.Project), packedProject(t, f)
	refitest.Validate(t, "Project.xsd", refitest.Inside(t, first))
	again := mustRead(t, first)
	if after := content(t, again.Project); after != before {
		t.Errorf("it was\n%s\nand is\n%s", firstDifference(before, after), firstDifference(after, before))
	}
	for _, found := range again.Findings {
		if !strings.Contains(found.Text, "since that file is missing") {
			t.Errorf("what was written is not as the standard has it: %v", found)
		}
	}
	if second := packedProject(t, again); !bytes.Equal(first, second) {
		t.Error("a second trip gives other bytes")
	}
}

// firstDifference is what a text has where it begins to differ from another.
func firstDifference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return a[max(0, i-200):min(len(a), i+200)]
}

func TestFilesOfOtherProgramsComeOutAsTheyWentIn(t *testing.T) {
	folder := refitest.Samples(t)
	for _, name := range slices.Sorted(maps.Keys(known)) {
		t.Run(name, func(t *testing.T) {
			f := opened(t, filepath.Join(folder, name))
			if !f.Codebook {
				checkTrip(t, f)
				return
			}
			checkCodebook(t, f)
		})
	}
}

func checkCodebook(t *testing.T, f *File) {
	t.Helper()
	var out bytes.Buffer
	if err := WriteCodebook(&out, f.Project); err != nil {
		t.Fatal(err)
	}
	refitest.Validate(t, "Codebook.xsd", out.Bytes())
	again := mustRead(t, out.Bytes())
	if !reflect.DeepEqual(again.Codes, f.Codes) || !reflect.DeepEqual(again.Sets, f.Sets) || len(again.Findings) > 0 {
		t.Errorf("it is another codebook, with %v", again.Findings)
	}
}

func TestSetsOfACodebookComeOutAsTheyWentIn(t *testing.T) {
	f := mustRead(t, []byte(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="X"><Codes><Code guid="`+anID+`" name="A" isCodable="true"/></Codes><Sets><Set guid="`+anID+`" name="S"><MemberCode guid="`+anID+`"/></Set><Set guid="`+anID+`" name="none"/></Sets></CodeBook>`))
	checkCodebook(t, f)
	if f.Sets[0].Codes[0].Target != anID {
		t.Errorf("the sets are %v", f.Sets)
	}
}

func TestACodebookWithoutCodesIsRefused(t *testing.T) {
	if err := WriteCodebook(io.Discard, &Project{}); study.KindOf(err) != study.Invalid {
		t.Errorf("it was written: %v", err)
	}
}

func TestFilesAreWrittenBesideTheProject(t *testing.T) {
	data := archived(t, member{name: "project.qde", text: string(project(`<Sources><PDFSource guid="` + anID + `" path="internal://a.pdf"/><AudioSource guid="` + anID + `" path="relative:///b.mp3"/></Sources>`))}, member{name: "sources/a.pdf", text: "%PDF"}, member{name: "sources/unused.txt", text: "x"})
	again := mustRead(t, packedProject(t, mustRead(t, data)))
	body, name, size, err := again.Member("internal://a.pdf")
	if err != nil || name != "sources/a.pdf" || size != 4 {
		t.Fatalf("it is %q of %d, %v", name, size, err)
	}
	defer body.Close()
	if got, err := io.ReadAll(body); err != nil || string(got) != "%PDF" {
		t.Errorf("it holds %q, %v", got, err)
	}
	if again.Has("sources/unused.txt") || again.Has("relative:///b.mp3") {
		t.Error("there is more in the archive than is named")
	}
}

func TestAnyProjectIsWrittenAsValidXMLAndReadAsItself(t *testing.T) {
	count := 60
	if testing.Short() {
		count = 10
	}
	for n := range count {
		p := anyProject(uint64(n))
		checkTrip(t, &File{Project: p, archive: &archive{}})
		if t.Failed() {
			t.Fatalf("project %d", n)
		}
	}
}

func TestWritingEndsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Write(ctx, io.Discard, &Project{}, nil); err == nil {
		t.Error("it was written")
	}
}

func TestAFileThatCanNotBeReadEndsWriting(t *testing.T) {
	p := mustRead(t, project(`<Sources><PDFSource guid="`+anID+`" path="internal://a.pdf"/></Sources>`)).Project
	err := Write(context.Background(), io.Discard, p, func(string) (io.ReadCloser, error) { return nil, os.ErrPermission })
	if err == nil {
		t.Error("it was written")
	}
}
