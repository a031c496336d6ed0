package app

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// A backup is a gzipped tar: tables/<name>.jsonl, files/<project>/<sha256>, and at the end
// manifest.json, which says what must be there.
type manifest struct {
	Format int               `json:"format"`
	Made   time.Time         `json:"made"`
	Rows   map[string]int    `json:"rows"`
	SHA256 map[string]string `json:"sha256"` // by name in the archive
}

const backupFormat = 1

// Backup writes all projects, accounts and files of a server that may be running.
func (a *App) Backup(ctx context.Context, w io.Writer) error {
	packed := gzip.NewWriter(w)
	archive := &archive{tar.NewWriter(packed), manifest{Format: backupFormat, Made: study.Now(), SHA256: map[string]string{}}}
	var err error
	archive.Rows, err = a.store.Dump(ctx, func(table string, write func(io.Writer) error) error {
		return archive.spooled("tables/"+table+".jsonl", write)
	})
	if err != nil {
		return err
	}
	err = a.blobs.Each(func(project, key string, size int64, r io.Reader) error {
		return archive.add("files/"+project+"/"+key, size, r)
	})
	if err != nil {
		return study.Wrap(err, "back up the files")
	}
	list, err := json.MarshalIndent(archive.manifest, "", "  ")
	if err != nil {
		return err
	}
	return study.Wrap(errors.Join(archive.add("manifest.json", int64(len(list)), bytes.NewReader(list)), archive.Close(), packed.Close()), "write the backup")
}

type archive struct {
	*tar.Writer
	manifest
}

// add writes what a reader gives, of which the size in bytes is known.
func (a *archive) add(name string, size int64, r io.Reader) error {
	if err := a.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: size, ModTime: a.Made}); err != nil {
		return err
	}
	sum := sha256.New()
	if _, err := io.Copy(a, io.TeeReader(r, sum)); err != nil {
		return err
	}
	a.SHA256[name] = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// spooled adds what is written; a table may be larger than memory, and tar wants its size first.
func (a *archive) spooled(name string, write func(io.Writer) error) error {
	file, err := os.CreateTemp("", "selvedge-backup")
	if err != nil {
		return err
	}
	defer func() { _ = file.Close(); _ = os.Remove(file.Name()) }()
	if err := write(file); err != nil {
		return err
	}
	size, err := file.Seek(0, io.SeekCurrent)
	if err == nil {
		_, err = file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return err
	}
	return a.add(name, size, file)
}

// Restore fills an empty server from a backup. Everything is unpacked and checked first;
// a damaged backup changes nothing in the database.
func (a *App) Restore(ctx context.Context, r io.Reader) error {
	folder, err := os.MkdirTemp("", "selvedge-restore")
	if err != nil {
		return study.Wrap(err, "restore")
	}
	defer os.RemoveAll(folder)
	root, err := os.OpenRoot(folder)
	if err != nil {
		return study.Wrap(err, "restore")
	}
	defer root.Close()
	m, err := unpack(r, root)
	if err != nil {
		return err
	}
	for name := range m.SHA256 {
		if err := a.restoreFile(ctx, root, name); err != nil {
			return err
		}
	}
	return a.store.Load(ctx, func(table string) (io.ReadCloser, error) { return root.Open(flat("tables/" + table + ".jsonl")) })
}

// restoreFile keeps a file of the archive; what is no file, but a table, is passed over.
func (a *App) restoreFile(ctx context.Context, root *os.Root, name string) error {
	rest, isFile := strings.CutPrefix(name, "files/")
	project, key, found := strings.Cut(rest, "/")
	if !isFile || !found {
		return nil
	}
	file, err := root.Open(flat(name))
	if err != nil {
		return study.Wrap(err, "read "+key)
	}
	defer file.Close()
	_, _, err = a.blobs.PutFrom(ctx, study.ID(project), file, math.MaxInt64-1)
	return err
}

// flat is a name in the archive as the name of one file; no folder of the archive is believed.
func flat(name string) string { return hex.EncodeToString([]byte(name)) }

func unpack(r io.Reader, root *os.Root) (m manifest, err error) {
	damaged := func(where string) error {
		return study.Errorf(study.Invalid, "The backup is damaged at %s; nothing was restored.", where)
	}
	packed, err := gzip.NewReader(r)
	if err != nil {
		return m, study.Errorf(study.Invalid, "This is not a backup of Selvedge.")
	}
	sums := map[string]string{}
	in, last := tar.NewReader(packed), "its beginning"
	for {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return m, damaged("what follows " + last)
		}
		last = path.Clean(header.Name)
		if last == "manifest.json" {
			if err := json.NewDecoder(in).Decode(&m); err != nil {
				return m, damaged(last)
			}
			continue
		}
		if sums[last], err = unpackOne(in, root, last); err != nil {
			return m, damaged(last)
		}
	}
	if m.Format != backupFormat {
		return m, study.Errorf(study.Invalid, "The backup has no list of contents that this version knows; nothing was restored.")
	}
	for name, sum := range m.SHA256 {
		if sums[name] != sum {
			return m, damaged(name)
		}
	}
	return m, nil
}

func unpackOne(in io.Reader, root *os.Root, name string) (string, error) {
	file, err := root.Create(flat(name))
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err = io.Copy(io.MultiWriter(file, sum), in)
	return hex.EncodeToString(sum.Sum(nil)), errors.Join(err, file.Close())
}
