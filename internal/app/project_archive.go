package app

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"io"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// The archive of a project is a zip: README.txt, tables/<name>.jsonl, files/<sha256>, and at the
// end manifest.json, which says what must be there.
type projectManifest struct {
	Kind    string            `json:"kind"`
	Format  int               `json:"format"`
	Made    time.Time         `json:"made"`
	Project study.ID          `json:"project"`
	Name    string            `json:"name"`
	Rows    map[string]int    `json:"rows"`   // by table
	SHA256  map[string]string `json:"sha256"` // by name in the archive
}

const (
	projectArchive       = "selvedge project"
	projectArchiveFormat = 1
	manifestName         = "manifest.json"
)

//go:embed project_archive.txt
var aboutArchive string

// ArchiveProject writes the archive of a project, and gives the project's name: all that it
// holds, with its journal and its files, and the names of those who worked in it. Pseudonyms stand
// beside the names that they replace, so only who manages the project takes it along.
func (a *App) ArchiveProject(ctx context.Context, by study.Actor, project study.ID, to io.Writer) (name string, err error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return "", err
	}
	p, err := a.store.Read(ctx).Project(project)
	if err != nil {
		return "", err
	}
	return p.Name, a.pack(ctx, p, to)
}

// pack writes an archive as it is read, so that no more than a row or a piece of a file is in memory.
func (a *App) pack(ctx context.Context, p study.Project, w io.Writer) error {
	z := packing{zip.NewWriter(w), projectManifest{Kind: projectArchive, Format: projectArchiveFormat, Made: study.Now(), Project: p.ID, Name: p.Name, SHA256: map[string]string{}}}
	err := z.add("README.txt", zip.Deflate, func(w io.Writer) error { _, err := io.WriteString(w, aboutArchive); return err })
	if err == nil {
		z.Rows, err = a.store.DumpProject(ctx, p.ID, func(table string, write func(io.Writer) error) error {
			return z.add(tableName(table), zip.Deflate, write)
		})
	}
	if err == nil {
		err = a.blobs.EachOf(p.ID, func(key string, _ int64, r io.Reader) error {
			return z.add("files/"+key, zip.Store, func(w io.Writer) error { _, err := io.Copy(w, stopping{ctx, r, key}); return err })
		})
	}
	if err == nil {
		err = z.end()
	}
	return study.Wrap(err, "write the archive")
}

func tableName(table string) string { return "tables/" + table + ".jsonl" }

type packing struct {
	*zip.Writer
	projectManifest
}

func (z *packing) add(name string, method uint16, write func(w io.Writer) error) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: z.Made})
	if err != nil {
		return err
	}
	sum := sha256.New()
	if err := write(io.MultiWriter(w, sum)); err != nil {
		return err
	}
	z.SHA256[name] = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// end writes what must be there.
func (z *packing) end() error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: manifestName, Method: zip.Deflate, Modified: z.Made})
	if err != nil {
		return err
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	if err := out.Encode(z.projectManifest); err != nil {
		return err
	}
	return z.Close()
}
