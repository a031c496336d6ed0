// Package judged measures how well the search ranks, on a collection of texts and questions of
// which people have said what answers them: CACM, with 3,204 abstracts and 52 judged questions.
package judged

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Collection is texts by their names, with questions.
type Collection struct {
	Names     []string // in order
	Texts     []string // of the same place
	Questions []Question
}

// Question is what somebody asked, and the names of the texts that answer it.
type Question struct {
	Text    string
	Answers map[string]bool
}

// Files of the collection, as the Anserini project ships them.
const (
	textsFile   = "cacm.tar.gz"
	topicsFile  = "topics.cacm.txt"
	answersFile = "qrels.cacm.txt"
	maxText     = 1 << 20 // bytes
)

// Read reads a collection from anywhere below a folder. A file that isn't there is an error that
// is fs.ErrNotExist.
func Read(folder string) (c Collection, err error) {
	paths, err := find(folder, textsFile, topicsFile, answersFile)
	if err != nil {
		return c, err
	}
	if err = c.readTexts(paths[textsFile]); err != nil {
		return c, err
	}
	answers, err := readAnswers(paths[answersFile])
	if err != nil {
		return c, err
	}
	return c, c.readQuestions(paths[topicsFile], answers)
}

func find(folder string, names ...string) (map[string]string, error) {
	out := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && slices.Contains(names, entry.Name()) {
			out[entry.Name()] = path
		}
		return err
	})
	for _, name := range names {
		if err == nil && out[name] == "" {
			err = fmt.Errorf("there is no %s below %s: %w", name, folder, fs.ErrNotExist)
		}
	}
	return out, err
}

var (
	tag   = regexp.MustCompile(`<[^>]*>`)
	topic = regexp.MustCompile(`(?s)<DOCNO>\s*(\d+)\s*</DOCNO>(.*?)</DOC>`)
)

func (c *Collection) readTexts(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	for files := tar.NewReader(unzipped); ; {
		head, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		text, err := io.ReadAll(io.LimitReader(files, maxText))
		if err != nil {
			return err
		}
		if name, is := strings.CutSuffix(filepath.Base(head.Name), ".html"); is {
			c.Names = append(c.Names, name)
			c.Texts = append(c.Texts, tag.ReplaceAllString(strings.ToValidUTF8(string(text), " "), " "))
		}
	}
}

// readQuestions leaves out those that nobody judged.
func (c *Collection) readQuestions(path string, answers map[string]map[string]bool) error {
	text, err := os.ReadFile(path)
	for _, m := range topic.FindAllStringSubmatch(string(text), -1) {
		if found := answers[m[1]]; found != nil {
			c.Questions = append(c.Questions, Question{m[2], found})
		}
	}
	return err
}

// readAnswers reads lines of a question's number, a figure of no meaning, a text's name, and
// whether it answers.
func readAnswers(path string) (map[string]map[string]bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string]map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 4 || fields[3] == "0" {
			continue
		}
		if out[fields[0]] == nil {
			out[fields[0]] = map[string]bool{}
		}
		out[fields[0]][fields[2]] = true
	}
	return out, lines.Err()
}
