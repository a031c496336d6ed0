package app_test

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// bench is one person's project on SQLite, for measuring without HTTP.
type bench struct {
	*app.App
	by      study.Actor
	project study.ID
	strand  study.ID
}

func newBench(b *testing.B) *bench {
	b.Helper()
	check := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	folder := b.TempDir()
	s, err := store.Open(b.Context(), store.Options{Folder: folder})
	check(err)
	check(s.Migrate(b.Context()))
	blobs, err := store.OpenBlobs(filepath.Join(folder, "files"))
	check(err)
	a := app.New(s, blobs, filepath.Join(folder, "index"), slog.New(slog.DiscardHandler))
	b.Cleanup(func() {
		a.Close()
		check(blobs.Close())
		check(s.Close())
	})
	account, err := a.AddAccount(b.Context(), app.NewAccount{Email: "ann@example.org", Name: "Ann"})
	check(err)
	by := study.Actor{Account: account}
	p, err := a.AddProject(b.Context(), by, app.NewProject{Name: "Study"})
	check(err)
	strand, err := a.AddStrand(b.Context(), by, p.ID, study.Strand{Name: "Interviews"})
	check(err)
	return &bench{a, by, p.ID, strand.ID}
}

// source imports a transcript of so many questions and answers.
func (w *bench) source(b *testing.B, name string, answers int) app.SourceView {
	b.Helper()
	var text strings.Builder
	for i := range answers {
		fmt.Fprintf(&text, "Ann: Turn number %d is about looms and wages and what came of them.\nBob: And then?\n", i)
	}
	source, _, err := w.Import(b.Context(), w.by, w.project, app.Upload{Name: name, Data: []byte(text.String()), Strand: w.strand})
	if err != nil {
		b.Fatal(err)
	}
	return source
}

func (w *bench) code(b *testing.B, name string) study.ID {
	b.Helper()
	code, _, err := w.AddCode(b.Context(), w.by, w.project, study.Code{Name: name, Codable: true}, nil)
	if err != nil {
		b.Fatal(err)
	}
	return code.ID
}

// BenchmarkCode is one coding without HTTP: permission, rules, transaction, journal and
// the index that follows, by several people at once on SQLite.
func BenchmarkCode(b *testing.B) {
	w := newBench(b)
	source, code := w.source(b, "long.txt", 1500), w.code(b, "Looms")
	var at atomic.Int64
	b.SetParallelism(4)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			n := int(at.Add(1))
			start := (n * 7) % (source.Length - 40)
			if _, err := w.Code(b.Context(), w.by, w.project, app.NewCoding{Source: source.ID, Range: study.Range{Start: start, End: start + 10 + n%23}, Code: code}); err != nil {
				b.Error(err)
			}
		}
	})
}
