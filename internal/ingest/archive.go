package ingest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/selvedge/selvedge/internal/study"
)

// The limits of a zipped document. A real transcript stays far below all of them.
const (
	maxEntries  = 5000
	maxUnpacked = 256 << 20 // bytes of all parts together
	maxPart     = 128 << 20 // bytes of one part
	maxRatio    = 200       // unpacked to packed, for parts above freeRatio
	freeRatio   = 10 << 20  // bytes
	maxDepth    = 512       // nested elements
	maxTokens   = 20_000_000
	maxGap      = 16 << 20 // bytes between two tags, which the decoder holds in memory
)

var (
	errDamaged = study.Errorf(study.Invalid, "The file is damaged or cut off: open it in the program that made it, save it anew and add it again.")
	errBomb    = study.Errorf(study.TooLarge, "The file unpacks to more than a document can hold: save it anew without pictures, or split it.")
	errDoctype = study.Errorf(study.Invalid, "The file declares a document type, which no office program does: open it in the program that made it, save it anew and add it again.")
)

// archive is a zip whose limits have been checked.
type archive struct {
	parts  map[string]*zip.File // by lower-case name without a leading slash
	opened map[string][]byte    // parts that were protected, still deflated
	tokens int                  // left to read over all parts
}

func openArchive(data []byte) (*archive, error) {
	// The directory is counted before it is read: each entry costs memory.
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, errBomb
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errDamaged
	}
	a := &archive{parts: map[string]*zip.File{}, tokens: maxTokens}
	var total uint64
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, errLocked
		}
		size := f.UncompressedSize64
		total += min(size, maxUnpacked+1)
		if size > maxPart || total > maxUnpacked || size > freeRatio && size/maxRatio > f.CompressedSize64 {
			return nil, errBomb
		}
		a.parts[partName(f.Name)] = f
	}
	return a, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// open gives the bytes of a part.
func (a *archive) open(name string) (io.ReadCloser, error) {
	name = partName(name)
	if packed, protected := a.opened[name]; protected {
		return flate.NewReader(bytes.NewReader(packed)), nil
	}
	if a.parts[name] == nil {
		return nil, errDamaged
	}
	return a.parts[name].Open()
}

// walk reads a part token by token. Sizes that the directory gives are not trusted.
func (a *archive) walk(ctx context.Context, name string, visit func(xml.Token) error) error {
	body, err := a.open(name)
	if err != nil {
		return errDamaged
	}
	defer body.Close()
	limited := &gapReader{from: io.LimitReader(body, maxPart)}
	d := xml.NewDecoder(transform.NewReader(limited, unicode.BOMOverride(transform.Nop)))
	d.CharsetReader = charsetReader
	for depth := 0; ; a.tokens-- {
		if a.tokens%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return damage(err)
		}
		if depth, err = check(token, depth); err != nil {
			return err
		}
		if a.tokens <= 0 {
			return errBomb
		}
		if err := visit(token); err != nil {
			return err
		}
	}
}

func check(token xml.Token, depth int) (int, error) {
	switch t := token.(type) {
	case xml.StartElement:
		if depth++; depth > maxDepth {
			return depth, errBomb
		}
	case xml.EndElement:
		depth--
	case xml.Directive:
		if bytes.HasPrefix(bytes.ToUpper(bytes.TrimSpace(t)), []byte("DOCTYPE")) {
			return depth, errDoctype
		}
	}
	return depth, nil
}

func damage(err error) error {
	if known, ok := errors.AsType[*study.Error](err); ok {
		return known
	}
	return errDamaged
}

// charsetReader serves XML that declares something else than UTF-8. UTF-16 has been
// decoded by its mark before the declaration is seen.
func charsetReader(label string, r io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return r, nil
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(r), nil
}

// gapReader refuses XML that goes on for long without a tag.
type gapReader struct {
	from io.Reader
	gap  int
}

func (g *gapReader) Read(p []byte) (int, error) {
	n, err := g.from.Read(p)
	if at := bytes.LastIndexByte(p[:n], '<'); at >= 0 {
		g.gap = n - at
	} else {
		g.gap += n
	}
	if g.gap > maxGap {
		return n, errBomb
	}
	return n, err
}

// related gives the parts that a part points to, by the last word of their type.
func (a *archive) related(ctx context.Context, of string) (map[string]string, error) {
	_, byKind, err := a.targets(ctx, of)
	return byKind, err
}

// targets gives the parts that a part points to, by their ids and by their kinds.
func (a *archive) targets(ctx context.Context, of string) (byID, byKind map[string]string, err error) {
	byID, byKind = map[string]string{}, map[string]string{}
	dir, base := path.Split(of)
	rels := dir + "_rels/" + base + ".rels"
	if a.parts[partName(rels)] == nil {
		return byID, byKind, nil
	}
	err = a.walk(ctx, rels, func(token xml.Token) error {
		t, ok := token.(xml.StartElement)
		if !ok || t.Name.Local != "Relationship" || attr(t, "TargetMode") == "External" {
			return nil
		}
		to := attr(t, "Target")
		if !strings.HasPrefix(to, "/") {
			to = dir + to
		}
		to = strings.TrimPrefix(path.Clean("/"+to), "/")
		byID[attr(t, "Id")] = to
		if kind := path.Base(attr(t, "Type")); byKind[kind] == "" {
			byKind[kind] = to
		}
		return nil
	})
	return byID, byKind, err
}

// skipping is the depth within an element that is left out; 0 outside.
type skipping int

// over says that a token is within what is left out.
func (s *skipping) over(token xml.Token) bool {
	if *s == 0 {
		return false
	}
	switch token.(type) {
	case xml.StartElement:
		*s++
	case xml.EndElement:
		*s--
	}
	return true
}

// attr gives an attribute whatever its namespace.
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
