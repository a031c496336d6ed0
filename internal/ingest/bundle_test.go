package ingest

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// bundle packs files by name, in order.
func bundle(t *testing.T, files ...string) *bytes.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Deflate, NonUTF8: true})
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(b.Bytes())
}

func TestTheFilesOfAZipLieInItsFoldersAndNowhereElse(t *testing.T) {
	r := bundle(t, "Mid-caps/", "", "Mid-caps/M01.txt", "words", "../../etc/passwd.txt", "x", `C:\Users\a.txt`, "y", "__MACOSX/Mid-caps/._M01.txt", "z",
		".DS_Store", "z", "Mid-caps/~$M01.docx", "z", "Thumbs.db", "z", "M\x81ller.txt", "ü", "Grün.txt", "ü")
	list, err := OpenBundle(r, r.Size())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, one := range list {
		names = append(names, one.Name)
	}
	if got := strings.Join(names, " "); got != "Mid-caps/M01.txt etc/passwd.txt C:/Users/a.txt Müller.txt Grün.txt" {
		t.Errorf("lists %q", got)
	}
	body, err := list[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	if words, err := io.ReadAll(body); err != nil || string(words) != "words" {
		t.Errorf("reads %q, %v", words, err)
	}
}

func TestAZipThatIsTooLargeOrTornIsRefusedBeforeItIsUnpacked(t *testing.T) {
	bomb := bundle(t, "a.txt", strings.Repeat("0", 30<<20))
	list, err := OpenBundle(bomb, bomb.Size())
	if err != nil {
		t.Fatal(err)
	}
	if _, err = list[0].Open(); study.KindOf(err) != study.TooLarge {
		t.Errorf("a bomb: %v", err)
	}
	var many []string
	for range maxBundled + 1 {
		many = append(many, "a.txt", "")
	}
	crowd := bundle(t, many...)
	if _, err = OpenBundle(crowd, crowd.Size()); study.KindOf(err) != study.TooLarge {
		t.Errorf("many files: %v", err)
	}
	if _, err = OpenBundle(bomb, bomb.Size()-40); study.KindOf(err) != study.Invalid {
		t.Errorf("a torn file: %v", err)
	}
}
