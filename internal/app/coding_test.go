package app_test

import (
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// BenchmarkCode is one coding without HTTP: permission, rules, transaction, journal and
// the index that follows, by several people at once on SQLite.
func BenchmarkCode(b *testing.B) {
	folder := b.TempDir()
	s, err := store.Open(b.Context(), store.Options{Folder: folder})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := s.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	blobs, err := store.OpenBlobs(filepath.Join(folder, "files"))
	if err != nil {
		b.Fatal(err)
	}
	defer blobs.Close()
	a := app.New(s, blobs, filepath.Join(folder, "index"), slog.New(slog.NewTextHandler(io.Discard, nil)))
	defer a.Close()
	account, err := a.AddAccount(b.Context(), app.NewAccount{Email: "ann@example.org", Name: "Ann"})
	if err != nil {
		b.Fatal(err)
	}
	by := study.Actor{Account: account}
	p, err := a.AddProject(b.Context(), by, app.NewProject{Name: "Study"})
	if err != nil {
		b.Fatal(err)
	}
	strand, err := a.AddStrand(b.Context(), by, p.ID, study.Strand{Name: "Interviews"})
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&text, "Ann: Turn number %d is about looms and wages and what came of them.\nBob: And then?\n", i)
	}
	source, _, err := a.Import(b.Context(), by, p.ID, app.Upload{Name: "long.txt", Data: []byte(text.String()), Strand: strand.ID})
	if err != nil {
		b.Fatal(err)
	}
	code, _, err := a.AddCode(b.Context(), by, p.ID, study.Code{Name: "Looms", Codable: true}, nil)
	if err != nil {
		b.Fatal(err)
	}
	var at atomic.Int64
	b.SetParallelism(4)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			n := int(at.Add(1))
			start := (n * 7) % (source.Length - 40)
			if _, err := a.Code(b.Context(), by, p.ID, app.NewCoding{Source: source.ID, Range: study.Range{Start: start, End: start + 10 + n%23}, Code: code.ID}); err != nil {
				b.Error(err)
			}
		}
	})
}
