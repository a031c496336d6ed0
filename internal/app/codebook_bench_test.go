package app_test

import (
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// large is a codebook of 500 codes in 20 families, with 20,000 codings.
type large struct {
	*app.App
	by      study.Actor
	project study.ID
	codes   []study.ID
}

func newLarge(b *testing.B) large {
	b.Helper()
	folder := b.TempDir()
	s, err := store.Open(b.Context(), store.Options{Folder: folder})
	must(b, err)
	must(b, s.Migrate(b.Context()))
	blobs, err := store.OpenBlobs(filepath.Join(folder, "files"))
	must(b, err)
	a := app.New(s, blobs, filepath.Join(folder, "index"), slog.New(slog.NewTextHandler(io.Discard, nil)))
	b.Cleanup(func() {
		a.Close()
		must(b, blobs.Close())
		must(b, s.Close())
	})
	account, err := a.AddAccount(b.Context(), app.NewAccount{Email: "ann@example.org", Name: "Ann"})
	must(b, err)
	l := large{App: a, by: study.Actor{Account: account}}
	p, err := a.AddProject(b.Context(), l.by, app.NewProject{Name: "Study"})
	must(b, err)
	l.project = p.ID
	l.fill(b)
	return l
}

func (l *large) fill(b *testing.B) {
	b.Helper()
	var steps []app.Step
	for i := range 500 {
		name, step := fmt.Sprint("Code ", i), app.Step{Code: study.NewID(), Create: true}
		if step.Change.Name = &name; i%25 > 0 {
			step.Change.Parent = &steps[i-i%25].Code
		}
		steps, l.codes = append(steps, step), append(l.codes, step.Code)
	}
	_, _, err := l.Reorganise(b.Context(), l.by, l.project, steps, false)
	must(b, err)
	strand, err := l.AddStrand(b.Context(), l.by, l.project, study.Strand{Name: "Interviews"})
	must(b, err)
	text := strings.Repeat("Ann: We waited twelve weeks.\nBen: And then?\n", 2000)
	source, _, err := l.Import(b.Context(), l.by, l.project, app.Upload{Name: "long.txt", Data: []byte(text), Strand: strand.ID})
	must(b, err)
	var list []app.NewCoding
	for i := range 20_000 {
		start := i * 3 % (source.Length - 40)
		list = append(list, app.NewCoding{Source: source.ID, Range: study.Range{Start: start, End: start + 10 + i%23}, Code: l.codes[i%500]})
	}
	for len(list) > 0 {
		_, _, err := l.ChangeCodings(b.Context(), l.by, l.project, app.CodingBatch{Add: list[:500]})
		must(b, err)
		list = list[500:]
	}
}

// BenchmarkCodebook is what a screen with a large codebook asks for, and what is done to it.
func BenchmarkCodebook(b *testing.B) {
	l := newLarge(b)
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			_, err := l.Codes(b.Context(), l.by, l.project)
			must(b, err)
		}
	})
	b.Run("move 100 codes", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			var steps []app.Step
			for i := range 100 {
				zero := 0
				steps = append(steps, app.Step{Code: l.codes[i*5+1], Change: app.CodeChange{Parent: &l.codes[(i+n)%20*25], Position: &zero}})
			}
			_, _, err := l.Reorganise(b.Context(), l.by, l.project, steps, false)
			must(b, err)
		}
	})
	b.Run("preview of 10 merges", func(b *testing.B) {
		for b.Loop() {
			var steps []app.Step
			for i := range 10 {
				steps = append(steps, app.Step{Code: l.codes[i+1], MergeInto: l.codes[499]})
			}
			_, _, err := l.Reorganise(b.Context(), l.by, l.project, steps, true)
			must(b, err)
		}
	})
}
