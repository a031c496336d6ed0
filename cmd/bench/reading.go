package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

// reading measures how fast files become text, beside the programs that others use for it
// on the same files. Where one of these is not here, its rows are left out.
func reading(ctx context.Context, texts []text, t *table) error {
	folder, err := os.MkdirTemp("", "selvedge-reading")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	files, err := filesToRead(ctx, folder, texts)
	if err != nil {
		return err
	}
	for _, path := range files {
		if err := readFile(ctx, path, t); err != nil {
			return err
		}
	}
	return nil
}

const copies = 2 // of the sample texts in one file: long enough that starting a program counts little

// filesToRead makes one file a format by pandoc, and takes the longest PDF of the shared
// corpus, since pandoc makes none by itself.
func filesToRead(ctx context.Context, folder string, texts []text) (files []string, err error) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		fmt.Println("pandoc is not here: reading docx, odt, rtf and html is not measured.")
	} else {
		plain := filepath.Join(folder, "interview.md")
		if err := os.WriteFile(plain, []byte(longText(texts)), 0o600); err != nil {
			return nil, err
		}
		for _, ending := range []string{".docx", ".odt", ".rtf", ".html"} {
			path := filepath.Join(folder, "interview"+ending)
			if out, err := exec.CommandContext(ctx, "pandoc", "--from", "markdown", "--standalone", "--metadata", "title=Interviews", "--output", path, plain).CombinedOutput(); err != nil {
				return nil, fmt.Errorf("pandoc: %w: %s", err, out)
			}
			files = append(files, path)
		}
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		fmt.Println("pdftotext is not here: reading pdf is not measured.")
		return files, nil
	}
	longest := longestPDF()
	if longest == "" {
		fmt.Println("There is no PDF in ../shared/corpus: reading pdf is not measured.")
		return files, nil
	}
	return append(files, longest), nil
}

func longText(texts []text) string {
	var all strings.Builder
	for range copies {
		for _, one := range texts {
			for line := range strings.SplitSeq(string(one.data), "\n") {
				all.WriteString(line + "\n\n")
			}
		}
	}
	return all.String()
}

// longestPDF is the largest of the shared corpus that is no test of a broken reader.
func longestPDF() (longest string) {
	size := int64(0)
	_ = filepath.WalkDir(filepath.Join("..", "shared", "corpus"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".pdf" || !strings.Contains(path, "Response") {
			return nil
		}
		if info, err := entry.Info(); err == nil && info.Size() > size {
			longest, size = path, info.Size()
		}
		return nil
	})
	return longest
}

const readings = 3 // of which the fastest counts

func readFile(ctx context.Context, path string, t *table) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	ending := filepath.Ext(path)
	by := others[ending][0]
	var mine, theirs times
	words := 0
	for range readings {
		began := time.Now()
		doc, err := ingest.Read(ctx, filepath.Base(path), data, ingest.Options{})
		if err != nil {
			return fmt.Errorf("reading %s: %w", filepath.Base(path), err)
		}
		mine, words = append(mine, time.Since(began)), study.WordCount(doc.Text)
		began = time.Now()
		if _, err := by.read(ctx, path); err != nil {
			return fmt.Errorf("%s: %w", by.name, err)
		}
		theirs = append(theirs, time.Since(began))
	}
	t.row("read "+ending[1:]+fmt.Sprintf(", %d words", words), "this process", "", perSecond(words, mine.at(0)), "", by.name+" "+perSecond(words, theirs.at(0)), ratio(theirs.at(0), mine.at(0)))
	return nil
}

func perSecond(words int, d time.Duration) string {
	return fmt.Sprintf("%.0f words/s", float64(words)/d.Seconds())
}
