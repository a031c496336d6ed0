package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/selvedge/selvedge/internal/ingest"
)

// other is a program that reads a format too.
type other struct {
	name   string
	args   []string // before the file
	after  []string
	median float64 // of the agreement that is asked for; 0 for none
}

func pandoc(from string, median float64) other {
	return other{"pandoc", []string{"--from", from, "--to", "plain", "--wrap", "none"}, nil, median}
}

var others = map[string]other{
	".docx": pandoc("docx", 0.97), ".odt": pandoc("odt", 0.97), ".rtf": pandoc("rtf", 0.97), ".html": pandoc("html", 0),
	".pdf": {"pdftotext", []string{"-enc", "UTF-8", "-q"}, []string{"-"}, 0.93},
}

const oneFile = time.Minute

// compare reads every file below a folder as Selvedge does, and with another program, and
// prints how far the words agree: F1, where a word counts as often as it stands in the text.
// It says so when the median of a format is below what is asked for.
func compare(ctx context.Context, folder string) error {
	scores := map[string][]float64{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		ending := strings.ToLower(filepath.Ext(path))
		if by, known := others[ending]; known {
			name, _ := filepath.Rel(folder, path)
			if score, told := compareFile(ctx, path, by); told != "" {
				fmt.Printf("  -    %-9s %s: %s\n", "", name, told)
			} else if score.misread {
				fmt.Printf("(%.4f) %4d/%-4d %s: not counted, %s loses the letters beyond Latin-1\n", score.f1, score.ours, score.theirs, name, by.name)
			} else {
				scores[ending] = append(scores[ending], score.f1)
				fmt.Printf("%.4f   %4d/%-4d %s\n", score.f1, score.ours, score.theirs, name)
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	var below []string
	for _, ending := range []string{".docx", ".odt", ".rtf", ".html", ".pdf"} {
		list := scores[ending]
		if len(list) == 0 {
			fmt.Printf("%-6s no file was compared\n", ending)
			continue
		}
		slices.Sort(list)
		median := (list[(len(list)-1)/2] + list[len(list)/2]) / 2
		fmt.Printf("%-6s %3d files, median %.4f with %s\n", ending, len(list), median, others[ending].name)
		if median < others[ending].median {
			below = append(below, ending)
		}
	}
	if len(below) > 0 {
		return errors.New("the words agree too little: " + strings.Join(below, ", "))
	}
	return nil
}

type agreement struct {
	f1           float64
	ours, theirs int  // words
	misread      bool // by the other program, which takes one character set for another
}

// compareFile gives the agreement on a file, or says why there is none.
func compareFile(ctx context.Context, path string, by other) (a agreement, told string) {
	data, err := os.ReadFile(path)
	if err != nil {
		return a, err.Error()
	}
	ctx, cancel := context.WithTimeout(ctx, oneFile)
	defer cancel()
	theirs, theirErr := by.read(ctx, path)
	doc, err := ingest.Read(ctx, filepath.Base(path), data, ingest.Options{})
	switch {
	case err != nil:
		return a, err.Error()
	case theirErr != nil:
		return a, by.name + " can't read it: " + theirErr.Error()
	}
	text := withLabels(doc)
	ours, others := countWords(text), countWords(theirs)
	common := 0
	for word, n := range ours {
		common += min(n, others[word])
	}
	a.ours, a.theirs = total(ours), total(others)
	a.misread = 2*beyondLatin1(theirs) <= beyondLatin1(text) && beyondLatin1(text) > 0
	if a.theirs == 0 {
		return a, by.name + " finds no words in it"
	}
	a.f1 = 2 * float64(common) / float64(a.ours+a.theirs)
	return a, ""
}

func (o other) read(ctx context.Context, path string) (string, error) {
	cmd := exec.CommandContext(ctx, o.name, slices.Concat(o.args, []string{path}, o.after)...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		line, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		return "", fmt.Errorf("%w: %s", err, line)
	}
	return out.String(), nil
}

// withLabels puts the labels of speakers back before their turns.
func withLabels(doc *ingest.Document) string {
	var all strings.Builder
	all.WriteString(doc.Text)
	for _, s := range doc.Speakers {
		all.WriteString(strings.Repeat("\n"+s.Labels[0], s.Turns))
	}
	return all.String()
}

func countWords(text string) map[string]int {
	counts := map[string]int{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }) {
		counts[word]++
	}
	return counts
}

// beyondLatin1 counts the letters that Latin-1 doesn't have.
func beyondLatin1(text string) (n int) {
	for _, r := range text {
		if r > unicode.MaxLatin1 && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func total(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}
