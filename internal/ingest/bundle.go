package ingest

import (
	"archive/zip"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/selvedge/selvedge/internal/study"
)

// The limits of a zip of files. Its recordings count too.
const (
	maxBundled     = 2000     // files
	maxBundleBytes = 10 << 30 // unpacked
)

var errBundle = study.Errorf(study.TooLarge, "The archive holds more than %d files or %d GB: unpack it and add the files in parts.", maxBundled, maxBundleBytes>>30)

// Bundled is a file in a zip. Its name has slashes between folders, and leads nowhere else.
type Bundled struct {
	Name string
	Size int64 // bytes unpacked, as the directory says
	file *zip.File
}

// OpenBundle lists the files of a zip, without those that systems hide in it.
func OpenBundle(from io.ReaderAt, size int64) (list []Bundled, err error) {
	z, err := zip.NewReader(from, size)
	if err != nil {
		return nil, study.Errorf(study.Invalid, "The archive is damaged or cut off: pack it anew.")
	}
	var total uint64
	for _, f := range z.File {
		name := bundledName(f)
		if name == "" || f.FileInfo().IsDir() || !f.Mode().IsRegular() || Hidden(name) {
			continue
		}
		if total += min(f.UncompressedSize64, maxBundleBytes+1); total > maxBundleBytes || len(list) == maxBundled {
			return nil, errBundle
		}
		list = append(list, Bundled{name, int64(f.UncompressedSize64), f})
	}
	return list, nil
}

// Open unpacks the file as it is read. What unpacks to more than the directory says, or far
// more than it was packed to, is refused.
func (b Bundled) Open() (io.ReadCloser, error) {
	if b.file.Flags&1 != 0 {
		return nil, study.Errorf(study.Invalid, "It is protected with a password in the archive: unpack it and add the file itself.")
	}
	if b.Size > freeRatio && uint64(b.Size)/maxRatio > b.file.CompressedSize64 {
		return nil, errBomb
	}
	body, err := b.file.Open() // ends with an error at more bytes than the directory says
	if err != nil {
		return nil, study.Errorf(study.Invalid, "It can't be unpacked: pack the archive anew.")
	}
	return body, nil
}

// bundledName gives the name without steps that would lead out of the folder.
func bundledName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		name, _ = charmap.CodePage437.NewDecoder().String(name) // every byte is a character in it
	}
	parts := strings.Split(strings.ReplaceAll(name, `\`, "/"), "/")
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" || p == "." || p == ".." }), "/")
}

// Hidden says whether a file is one of those that systems and programs leave in folders, as
// .DS_Store or ~$Interview.docx.
func Hidden(name string) bool {
	for part := range strings.SplitSeq(strings.ReplaceAll(name, `\`, "/"), "/") {
		if strings.HasPrefix(part, ".") && strings.Trim(part, ".") != "" || strings.HasPrefix(part, "~$") || part == "__MACOSX" {
			return true
		}
	}
	base := strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
	return base == "thumbs.db" || base == "desktop.ini"
}
