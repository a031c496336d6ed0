package store_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

func blobs(t *testing.T) (b *store.Blobs, folder string) {
	t.Helper()
	folder = t.TempDir()
	b, err := store.OpenBlobs(filepath.Join(folder, "files"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b, folder
}

func put(t *testing.T, b *store.Blobs, project study.ID, data []byte) string {
	t.Helper()
	key, err := b.Put(t.Context(), project, data)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// files lists everything under a folder by path.
func files(t *testing.T, folder string) (out []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAFileComesBackByteForByteAndIsKeptOnce(t *testing.T) {
	b, folder := blobs(t)
	project := study.NewID()
	for _, data := range [][]byte{{}, []byte("\xff\xfe\x00 not text \r\n"), bytes.Repeat([]byte("long "), 1<<20)} {
		key := put(t, b, project, data)
		if again := put(t, b, project, data); again != key {
			t.Errorf("the same bytes are kept under %s and %s", key, again)
		}
		got, err := b.Get(t.Context(), project, key)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes were kept and %d came back: %v", len(data), len(got), err)
		}
	}
	if list := files(t, folder); len(list) != 3 {
		t.Errorf("three files are kept as %v", list)
	}
}

func TestBytesThatChangedOnTheDiskAreNoticedAndHealedByPuttingThemAgain(t *testing.T) {
	b, folder := blobs(t)
	project := study.NewID()
	key := put(t, b, project, []byte("what she said"))
	file := files(t, folder)[0]
	if err := os.WriteFile(file, []byte("what he said!"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := b.Get(t.Context(), project, key); study.KindOf(err) != study.Internal {
		t.Errorf("the changed bytes came back: %q, %v", got, err)
	}
	put(t, b, project, []byte("what she said"))
	if got, err := b.Get(t.Context(), project, key); err != nil || string(got) != "what she said" {
		t.Errorf("after putting them again: %q, %v", got, err)
	}
}

func TestAFileIsFoundInItsOwnProjectOnlyAndGoesWithIt(t *testing.T) {
	b, _ := blobs(t)
	one, two := study.NewID(), study.NewID()
	key := put(t, b, one, []byte("shared words"))
	if _, err := b.Get(t.Context(), two, key); study.KindOf(err) != study.NotFound {
		t.Errorf("another project reads it: %v", err)
	}
	put(t, b, two, []byte("shared words"))
	if err := b.Drop(t.Context(), one); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Get(t.Context(), one, key); study.KindOf(err) != study.NotFound {
		t.Errorf("it outlived its project: %v", err)
	}
	if got, err := b.Get(t.Context(), two, key); err != nil || string(got) != "shared words" {
		t.Errorf("it went with another project: %q, %v", got, err)
	}
	if err := b.Drop(t.Context(), one); err != nil {
		t.Errorf("a project without files can't be dropped: %v", err)
	}
}

func TestNamesNeverBecomePaths(t *testing.T) {
	b, folder := blobs(t)
	secret := filepath.Join(folder, "secret")
	if err := os.WriteFile(secret, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	project := study.NewID()
	key := put(t, b, project, []byte("hers"))
	for _, name := range []string{"", ".", "..", "../secret", "../../etc/passwd", "/etc/passwd", `..\secret`, "a/b", string(project) + "/../..", "\x00"} {
		if got, err := b.Get(t.Context(), project, name); study.KindOf(err) != study.NotFound {
			t.Errorf("Get of %q: %q, %v", name, got, err)
		}
		if got, err := b.Get(t.Context(), study.ID(name), key); study.KindOf(err) != study.NotFound {
			t.Errorf("Get in %q: %q, %v", name, got, err)
		}
		if key, err := b.Put(t.Context(), study.ID(name), []byte("x")); err == nil {
			t.Errorf("Put in %q gave %s", name, key)
		}
		if err := b.Drop(t.Context(), study.ID(name)); study.KindOf(err) != study.NotFound {
			t.Errorf("Drop of %q: %v", name, err)
		}
	}
	if list := files(t, folder); len(list) != 2 || !strings.HasSuffix(list[0], key) || list[1] != secret {
		t.Errorf("the files are now %v", list)
	}
}

func TestABlobAddressThatIsNoFolderIsRefusedInWords(t *testing.T) {
	_, err := store.OpenBlobs("s3://bucket")
	if study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), "SELVEDGE_BLOB_URL") {
		t.Errorf("it says %v", err)
	}
}

// breaking gives some bytes and then fails, as an upload does that is broken off.
type breaking struct{ left int }

func (b *breaking) Read(into []byte) (int, error) {
	if b.left == 0 {
		return 0, errors.New("the line is dead")
	}
	n := min(b.left, len(into))
	b.left -= n
	return n, nil
}

func TestAStreamThatFailsOrIsTooLongLeavesNothing(t *testing.T) {
	b, folder := blobs(t)
	project := study.NewID()
	if _, _, err := b.PutFrom(t.Context(), project, &breaking{1 << 20}, 1<<30); err == nil {
		t.Error("a broken stream is kept")
	}
	if _, _, err := b.PutFrom(t.Context(), project, strings.NewReader("twelve bytes"), 11); study.KindOf(err) != study.TooLarge {
		t.Errorf("twelve bytes of eleven: %v", err)
	}
	if list := files(t, folder); len(list) != 0 {
		t.Errorf("left behind are %v", list)
	}
	key, size, err := b.PutFrom(t.Context(), project, strings.NewReader("twelve bytes"), 12)
	if err != nil || size != 12 {
		t.Errorf("%d bytes are kept: %v", size, err)
	}
	file, size, err := b.Open(t.Context(), project, key)
	if err != nil || size != 12 {
		t.Fatalf("%d bytes are there: %v", size, err)
	}
	defer file.Close()
	if _, err := file.Seek(7, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(file); string(rest) != "bytes" || err != nil {
		t.Errorf("from the seventh on it reads %q, %v", rest, err)
	}
}

func TestWhatACrashLeftHalfWrittenIsSweptTheNextDay(t *testing.T) {
	b, folder := blobs(t)
	project := study.NewID()
	put(t, b, project, []byte("whole"))
	old, young := filepath.Join(folder, "files", string(project), "A.part"), filepath.Join(folder, "files", string(project), "B.part")
	for _, name := range []string{old, young} {
		if err := os.WriteFile(name, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-25 * time.Hour)
	if err := os.Chtimes(old, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	again, err := store.OpenBlobs(filepath.Join(folder, "files"))
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if list := files(t, folder); len(list) != 2 || slices.Contains(list, old) || !slices.Contains(list, young) {
		t.Errorf("there are %v", list)
	}
}
