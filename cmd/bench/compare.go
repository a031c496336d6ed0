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
	median float64 // of the agreement that is asked for; 0 for none
	read   func(ctx context.Context, path string) (string, error)
}

func pandoc(from string, median float64) other {
	return other{"pandoc", median, func(ctx context.Context, path string) (string, error) {
		return output(ctx, "pandoc", "--from", from, "--to", "plain", "--wrap", "none", path)
	}}
}

var (
	libreOffice = other{"LibreOffice", 0.97, readByOffice}
	pdftotext   = other{"pdftotext", 0.93, func(ctx context.Context, path string) (string, error) {
		return output(ctx, "pdftotext", "-enc", "UTF-8", "-q", path, "-")
	}}
)

// others are the programs beside which a format is read, the one that is also measured first.
var others = map[string][]other{
	".docx": {pandoc("docx", 0.97)}, ".odt": {pandoc("odt", 0.97)}, ".rtf": {pandoc("rtf", 0.97), libreOffice}, ".html": {pandoc("html", 0)}, ".pdf": {pdftotext},
}

// readByOffice has LibreOffice save the file as odt, whose words pandoc tells: its own
// plain text leaves out notes.
func readByOffice(ctx context.Context, path string) (string, error) {
	folder, err := os.MkdirTemp("", "selvedge-compare")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(folder)
	if _, err := output(ctx, "soffice", "-env:UserInstallation=file://"+filepath.ToSlash(folder)+"/profile", "--headless", "--convert-to", "odt", "--outdir", folder, path); err != nil {
		return "", err
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return pandoc("odt", 0).read(ctx, filepath.Join(folder, name+".odt"))
}

func output(ctx context.Context, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		line, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		return "", fmt.Errorf("%w: %s", err, line)
	}
	return out.String(), nil
}

const oneFile = time.Minute

// compare reads every file below a folder as Selvedge does, and with other programs, and
// prints how far the words agree: F1, where a word counts as often as it stands in the text.
// It says so when the median of a format is below what is asked for.
func compare(ctx context.Context, folder string) error {
	scores := map[string][]float64{} // by ending and program
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		ending := strings.ToLower(filepath.Ext(path))
		for _, by := range others[ending] {
			name, _ := filepath.Rel(folder, path)
			if score, counts := printed(ctx, path, name, by); counts {
				scores[ending+by.name] = append(scores[ending+by.name], score)
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	var below []string
	for _, ending := range []string{".docx", ".odt", ".rtf", ".html", ".pdf"} {
		for _, by := range others[ending] {
			if !agrees(ending, by, scores[ending+by.name]) {
				below = append(below, ending+" with "+by.name)
			}
		}
	}
	if len(below) > 0 {
		return errors.New("the words agree too little: " + strings.Join(below, ", "))
	}
	return nil
}

// printed compares one file, prints how, and says whether its agreement counts.
func printed(ctx context.Context, path, name string, by other) (f1 float64, counts bool) {
	score, told := compareFile(ctx, path, by)
	switch {
	case told != "":
		fmt.Printf("  -    %-9s %s: %s\n", "", name, told)
	case score.misread:
		fmt.Printf("(%.4f) %4d/%-4d %s: not counted, %s loses the letters beyond Latin-1\n", score.f1, score.ours, score.theirs, name, by.name)
	default:
		fmt.Printf("%.4f   %4d/%-4d %s, %s\n", score.f1, score.ours, score.theirs, name, by.name)
		return score.f1, true
	}
	return 0, false
}

// agrees prints the median of a format.
func agrees(ending string, by other, list []float64) bool {
	if len(list) == 0 {
		fmt.Printf("%-6s no file was compared with %s\n", ending, by.name)
		return true
	}
	slices.Sort(list)
	median := (list[(len(list)-1)/2] + list[len(list)/2]) / 2
	fmt.Printf("%-6s %3d files, median %.4f with %s\n", ending, len(list), median, by.name)
	return median >= by.median
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
