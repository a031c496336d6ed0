package refi

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// The limits of a .qdpx. MaxMember is what the standard allows.
const (
	MaxMember   = 1<<31 - 1 // bytes of one file inside, as the standard has it
	maxTotal    = 64 << 30  // bytes of all files inside together
	maxMembers  = 50_000
	maxFolder   = 16 << 20  // bytes of the archive's table of contents
	maxXML      = 128 << 20 // bytes of the project's XML
	maxWords    = 40 << 20  // bytes of one text: ten million code points
	maxAllWords = 256 << 20 // bytes of all texts together
	maxRatio    = 1000      // unpacked to packed, for files above freeRatio
	freeRatio   = 10 << 20  // bytes
)

var (
	errBroken    = study.Errorf(study.Invalid, "The file is damaged or cut off: export it anew from the program that made it.")
	errNoArchive = study.Errorf(study.Invalid, "This is no project of REFI-QDA: it is neither a .qdpx archive nor XML.")
	errLocked    = study.Errorf(study.Invalid, "The archive is protected by a password, which the standard doesn't know: export it without one.")
	errBomb      = study.Errorf(study.TooLarge, "The archive unpacks to more than can be read: export it anew, or in parts.")
	errCrowded   = study.Errorf(study.TooLarge, "The archive holds more than %d files.", maxMembers)
	errTwoInside = study.Errorf(study.Invalid, "The archive holds more than one project, and the standard asks for exactly one.")
	errNoInside  = study.Errorf(study.Invalid, "The archive holds no project: a file that ends in .qde is missing.")
	errWords     = study.Errorf(study.TooLarge, "The texts of the project are larger than %d MB together.", maxAllWords>>20)
)

// archive is a .qdpx whose table of contents has been checked, or bare XML.
type archive struct {
	bare    io.ReaderAt // the XML, when it is not in an archive
	size    int64
	inside  *zip.File            // the project's XML
	members map[string]*zip.File // by their names in lower case
	byBase  map[string]*zip.File // by the last part of it
	words   int64                // bytes of texts that may still be read
}

// openArchive looks at a file's table of contents, and reads nothing else.
func openArchive(file io.ReaderAt, size int64) (*archive, error) {
	a := &archive{size: size, members: map[string]*zip.File{}, byBase: map[string]*zip.File{}, words: maxAllWords}
	head := make([]byte, 512)
	n, err := file.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, study.Wrap(err, "read the upload")
	}
	if !bytes.HasPrefix(head[:n], []byte("PK")) {
		a.bare = file
		return a, beginsAsXML(head[:n])
	}
	z, err := OpenZip(file, size)
	if err != nil {
		return nil, err
	}
	return a, a.admit(z.File)
}

// OpenZip reads the table of contents of an archive, which may not be larger than a project needs.
func OpenZip(file io.ReaderAt, size int64) (*zip.Reader, error) {
	folder := &rationed{from: file, left: maxFolder}
	z, err := zip.NewReader(folder, size)
	if errors.Is(err, errCrowded) || err == nil && len(z.File) > maxMembers {
		return nil, errCrowded
	}
	if err != nil {
		return nil, errBroken
	}
	folder.done = true
	return z, nil
}

// rationed refuses to read more than a table of contents may hold, until that is done.
type rationed struct {
	from io.ReaderAt
	left int64
	done bool
}

// ReadAt reads as long as there is something left of the ration.
func (r *rationed) ReadAt(p []byte, at int64) (int, error) {
	if r.done {
		return r.from.ReadAt(p, at)
	}
	if r.left -= int64(len(p)); r.left < 0 {
		return 0, errCrowded
	}
	return r.from.ReadAt(p, at)
}

func beginsAsXML(head []byte) error {
	if len(head) == 0 {
		return study.Errorf(study.Invalid, "The file is empty.")
	}
	for _, mark := range []string{"<", "\xef\xbb\xbf<", "\xff\xfe<", "\xfe\xff\x00<"} {
		if bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte(mark)) {
			return nil
		}
	}
	return errNoArchive
}

// admit checks every member before any is read, and finds the project among them.
func (a *archive) admit(files []*zip.File) error {
	total := uint64(0)
	for _, f := range files {
		name, err := memberName(f)
		if err != nil {
			return err
		}
		if err := checkSize(f, &total); err != nil {
			return err
		}
		if strings.HasSuffix(name, "/") {
			continue
		}
		if a.members[name] != nil {
			return study.Errorf(study.Invalid, "The archive holds “%s” twice, so it can't be told which is meant. Export it anew.", study.Shorten(name, 100))
		}
		a.members[name], a.byBase[path.Base(name)] = f, f
	}
	return a.findInside()
}

// memberName is the name of a member in lower case with slashes. One that leads out of the
// archive is refused, and so is what is no file.
func memberName(f *zip.File) (string, error) {
	name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
	if strings.HasPrefix(name, "/") || strings.Contains(name, ":") || strings.ContainsRune(name, 0) || !fs.ValidPath(strings.TrimSuffix(name, "/")) {
		return "", study.Errorf(study.Invalid, "The archive holds a file whose name leads elsewhere, “%s”, so it was refused.", study.Shorten(f.Name, 100))
	}
	if mode := f.Mode(); mode&fs.ModeType&^fs.ModeDir != 0 {
		return "", study.Errorf(study.Invalid, "The archive holds “%s”, which is no file but points elsewhere, so it was refused.", study.Shorten(f.Name, 100))
	}
	if f.Flags&1 != 0 {
		return "", errLocked
	}
	return name, nil
}

func checkSize(f *zip.File, total *uint64) error {
	size := f.UncompressedSize64
	if size > MaxMember {
		return study.Errorf(study.TooLarge, "“%s” in the archive is larger than 2 GB, which the standard doesn't allow.", study.Shorten(f.Name, 100))
	}
	if *total += size; *total > maxTotal || size > freeRatio && size/maxRatio > f.CompressedSize64 {
		return errBomb
	}
	return nil
}

// findInside finds project.qde, whatever its case, or else the one file that ends in .qde.
func (a *archive) findInside() error {
	if a.inside = a.members["project.qde"]; a.inside != nil {
		return nil
	}
	for name, f := range a.members {
		if path.Ext(name) != ".qde" {
			continue
		}
		if a.inside != nil {
			return errTwoInside
		}
		a.inside = f
	}
	if a.inside == nil {
		return errNoInside
	}
	return nil
}

// xml opens the project's XML, within the limits.
func (a *archive) xml() (io.ReadCloser, error) {
	if a.bare != nil {
		return io.NopCloser(&limited{from: io.NewSectionReader(a.bare, 0, a.size), left: maxXML}), nil
	}
	body, err := a.inside.Open()
	if err != nil {
		return nil, errBroken
	}
	return struct {
		io.Reader
		io.Closer
	}{&limited{from: body, left: maxXML}, body}, nil
}

// limited gives an error when there is more to read than it may hold.
type limited struct {
	from io.Reader
	left int64
}

// Read reads on, up to the limit.
func (l *limited) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, errBomb
	}
	return n, err
}

// find gives the member that a path of the XML means; nil when it isn't in the archive. What
// stands in front of the file's name is not looked at: programs write internal://name,
// relative:///name, and names alone.
func (a *archive) find(named string) *zip.File {
	bare := strings.ToLower(strings.ReplaceAll(named, `\`, "/"))
	if _, after, schemed := strings.Cut(bare, "://"); schemed {
		bare = after
	}
	bare = strings.TrimLeft(bare, "/")
	if bare == "" {
		return nil
	}
	for _, name := range []string{"sources/" + bare, bare} {
		if f := a.members[name]; f != nil {
			return f
		}
	}
	return a.byBase[path.Base(bare)]
}

// text reads a member that holds words.
func (a *archive) text(f *zip.File) ([]byte, error) {
	if f.UncompressedSize64 > maxWords {
		return nil, study.Errorf(study.TooLarge, "“%s” in the archive is larger than the %d MB that a text may have.", study.Shorten(f.Name, 100), maxWords>>20)
	}
	if a.words -= int64(f.UncompressedSize64); a.words < 0 {
		return nil, errWords
	}
	body, err := f.Open()
	if err != nil {
		return nil, errBroken
	}
	defer body.Close()
	data, err := io.ReadAll(&limited{from: body, left: maxWords})
	if err != nil && !errors.Is(err, errBomb) {
		return nil, errBroken
	}
	return data, err
}

// sieve takes characters out that XML can't hold, and refuses tags that go on for long: each
// attribute costs memory.
type sieve struct {
	from  *bufio.Reader
	ctx   context.Context
	inTag bool
	quote byte
	tag   int
	held  byte // the byte before
	Swept int  // characters that were taken out
}

const maxTag = 4 << 20 // bytes

// Read reads on, each character that XML can't hold as a blank.
func (s *sieve) Read(p []byte) (int, error) {
	if s.ctx.Err() != nil {
		return 0, s.ctx.Err()
	}
	n, err := s.from.Read(p)
	for i, b := range p[:n] {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			p[i] = ' '
			s.Swept++
		}
		if s.step(b); s.tag > maxTag {
			return 0, errBomb
		}
	}
	return n, err
}

// step follows where tags begin and end.
func (s *sieve) step(b byte) {
	switch {
	case !s.inTag:
		s.inTag, s.tag = s.held == '<' && (b|0x20 >= 'a' && b|0x20 <= 'z'), 0
	case s.quote != 0:
		if b == s.quote {
			s.quote = 0
		}
		s.tag++
	case b == '"' || b == '\'':
		s.quote = b
	case b == '>':
		s.inTag = false
	default:
		s.tag++
	}
	s.held = b
}
