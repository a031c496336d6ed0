package refi

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// member is a file to be put into an archive.
type member struct {
	name, text string
	change     func(*zip.FileHeader)
}

func archived(t *testing.T, members ...member) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate}
		if m.change != nil {
			m.change(h)
		}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write([]byte(m.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const empty = `<Project name="P" xmlns="urn:QDA-XML:project:1.0"/>`

func TestWhatIsNoSoundArchiveIsRefusedWithASentence(t *testing.T) {
	sound := archived(t, member{name: "project.qde", text: empty})
	link := func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }
	locked := func(h *zip.FileHeader) { h.Flags |= 1 }
	for what, c := range map[string]struct {
		data []byte
		says string
	}{
		"nothing":                 {nil, "is empty"},
		"a web page":              {[]byte("<!DOCTYPE html><html></html>"), "document type"},
		"something else in XML":   {[]byte("<html></html>"), "begins with something else"},
		"a picture":               {[]byte("\x89PNG\r\n"), "neither a .qdpx archive nor XML"},
		"an archive cut off":      {sound[:len(sound)-10], "damaged or cut off"},
		"XML cut off":             {[]byte(empty[:20]), "cut off at line 1"},
		"no project":              {archived(t, member{name: "a.txt"}), "holds no project"},
		"two projects":            {archived(t, member{name: "a.qde", text: empty}, member{name: "b.qde", text: empty}), "more than one project"},
		"a way out":               {archived(t, member{name: "project.qde", text: empty}, member{name: "sources/../../etc/passwd"}), "leads elsewhere"},
		"a way out backwards":     {archived(t, member{name: "project.qde", text: empty}, member{name: `..\x.txt`}), "leads elsewhere"},
		"an absolute name":        {archived(t, member{name: "project.qde", text: empty}, member{name: "/etc/passwd"}), "leads elsewhere"},
		"another drive":           {archived(t, member{name: "project.qde", text: empty}, member{name: `C:\x.txt`}), "leads elsewhere"},
		"a link":                  {archived(t, member{name: "project.qde", text: empty}, member{name: "sources/a.txt", text: "/etc/passwd", change: link}), "points elsewhere"},
		"a password":              {archived(t, member{name: "project.qde", text: empty, change: locked}), "password"},
		"one name twice":          {archived(t, member{name: "project.qde", text: empty}, member{name: "sources/a.txt"}, member{name: "Sources/A.txt"}), "twice"},
		"an entity":               {[]byte(`<!DOCTYPE P [<!ENTITY a "b">]><Project name="&a;"/>`), "document type"},
		"an unknown entity":       {[]byte(`<Project name="&a;"/>`), "damaged or cut off at line 1"},
		"codes within codes":      {[]byte(`<Project name="P"><CodeBook><Codes>` + strings.Repeat(`<Code guid="a" name="b" isCodable="true">`, 400)), "levels deep"},
		"more things than people": {[]byte(`<Project name="P"><Users>` + strings.Repeat(`<User guid="a"/>`, maxElements)), "more than 600000 things"},
		"a tag without an end":    {[]byte(`<Project ` + strings.Repeat(`a="b" `, maxTag/4)), "unpacks to more"},
		"two projects in one":     {[]byte(empty + empty), "A second thing"},
	} {
		_, err := Read(context.Background(), bytes.NewReader(c.data), int64(len(c.data)))
		if kind := study.KindOf(err); kind != study.Invalid && kind != study.TooLarge {
			t.Errorf("%s: %v", what, err)
		} else if !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %q, and not that it %q", what, err, c.says)
		}
	}
}

// claims rewrites what the table of contents says of the last member's size.
func claims(t *testing.T, data []byte, size uint32) []byte {
	t.Helper()
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	if at < 0 {
		t.Fatal("no table of contents")
	}
	binary.LittleEndian.PutUint32(data[at+24:], size)
	return data
}

func TestSizesAreNotBelieved(t *testing.T) {
	words := strings.Repeat("x", 1000)
	project := `<Project name="P"><Sources><TextSource guid="a" name="n" plainTextPath="internal://a.txt"/></Sources></Project>`
	for size, says := range map[uint32]string{1<<32 - 2: "larger than 2 GB", 1 << 30: "unpacks to more", 10: "damaged", 5000: "damaged"} {
		data := claims(t, archived(t, member{name: "project.qde", text: project}, member{name: "sources/a.txt", text: words}), size)
		_, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("a text that claims %d bytes: %v, and not that it %q", size, err, says)
		}
	}
}

func TestATableOfContentsThatIsTooLongIsNotReadToItsEnd(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := range 60_000 {
		if _, err := z.Create("sources/" + strings.Repeat("y", 250) + string(rune('0'+i%10)) + strings.Repeat("z", 50)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := Read(context.Background(), bytes.NewReader(out.Bytes()), int64(out.Len()))
	if study.KindOf(err) != study.TooLarge {
		t.Errorf("it was refused with %v", err)
	}
}

func TestReadingEndsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	data := archived(t, member{name: "project.qde", text: empty})
	if _, err := Read(ctx, bytes.NewReader(data), int64(len(data))); !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
}

func TestFilesAreFoundHoweverTheyAreNamed(t *testing.T) {
	project := func(path string) string {
		return `<Project name="P" xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource guid="00000000-0000-4000-8000-000000000001" name="n" plainTextPath="` + path + `"/></Sources></Project>`
	}
	for _, c := range []struct{ inside, member, path string }{
		{"project.qde", "sources/a.txt", "internal://a.txt"}, {"Project.qde", "Sources/A.TXT", "internal://a.txt"}, {"My study.qde", "sources/a.txt", "internal://A.TXT"},
		{"project.qde", "a.txt", "a.txt"}, {"project.qde", `Sources\a.txt`, "internal://a.txt"}, {"project.qde", "sources/a.txt", "relative:///a.txt"}, {"project.qde", "sources/a.txt", "internal:///sources/a.txt"},
	} {
		f := mustRead(t, archived(t, member{name: c.inside, text: "\xef\xbb\xbf" + project(c.path)}, member{name: c.member, text: "Good morning"}, member{name: "sources/"}))
		if got := f.Sources.List[0].Text; got != "Good morning" || len(f.Findings) > 0 {
			t.Errorf("%v holds %q, with %v", c, got, f.Findings)
		}
	}
}
