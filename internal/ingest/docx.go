package ingest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

func looksDOCX(in *input) bool {
	return isZip(in.data) && bytes.Contains(in.data, []byte("word/"))
}

// readDOCX reads a Word document as its reader sees it: insertions are accepted and
// deletions gone, tables go cell by cell, notes stand at the end. Heads and feet of pages
// are left out.
func readDOCX(ctx context.Context, in *input) (*draft, error) {
	a, err := openArchive(in.data)
	if err != nil {
		return nil, err
	}
	root, err := a.related(ctx, "")
	if err != nil {
		return nil, err
	}
	main := cmp.Or(root["officeDocument"], "word/document.xml")
	if a.parts[partName(main)] == nil {
		return nil, study.Errorf(study.Invalid, "%s", archiveSentence(in.data))
	}
	rels, err := a.related(ctx, main)
	if err != nil {
		return nil, err
	}
	w := &word{headings: map[string]bool{}}
	if styles := rels["styles"]; a.parts[partName(styles)] != nil {
		if w.headings, err = readStyles(ctx, a, styles); err != nil {
			return nil, err
		}
	}
	if err := a.walk(ctx, main, w.visit); err != nil {
		return nil, err
	}
	w.finish()
	return w.draft(ctx, a, rels)
}

// draft adds the notes in the order in which the text refers to them.
func (w *word) draft(ctx context.Context, a *archive, rels map[string]string) (*draft, error) {
	found := &draft{paragraphs: w.out}
	if w.hidden {
		found.warnings = append(found.warnings, "Hidden text was left out.")
	}
	if w.embedded {
		found.warnings = append(found.warnings, "A file that is embedded in the document was left out.")
	}
	texts := map[note][]paragraph{}
	for _, kind := range []string{"footnotes", "endnotes"} {
		if part := rels[kind]; part != "" && a.parts[partName(part)] != nil && len(w.notes) > 0 {
			n := &notes{word: word{headings: w.headings}, kind: kind, texts: texts}
			if err := a.walk(ctx, part, n.visit); err != nil {
				return nil, err
			}
		}
	}
	if part := rels["comments"]; part != "" && a.parts[partName(part)] != nil && len(w.remarks.names) > 0 {
		m := &margin{said: map[string]Comment{}}
		if err := a.walk(ctx, part, m.visit); err != nil {
			return nil, err
		}
		found.comments = w.remarks.comments(m.said)
	} else {
		found.comments = w.remarks.comments(nil)
	}
	for i, ref := range w.notes {
		for j, p := range texts[ref] {
			if p.heading, p.aside = false, true; j == 0 {
				p.text = "[" + strconv.Itoa(i+1) + "] " + p.text
			}
			found.paragraphs = append(found.paragraphs, p)
		}
	}
	return found, nil
}

// readStyles finds the styles that make headings: by name, by outline level, or
// because they are based on one that does.
func readStyles(ctx context.Context, a *archive, part string) (map[string]bool, error) {
	headings, based := map[string]bool{}, map[string]string{}
	id := ""
	err := a.walk(ctx, part, func(token xml.Token) error {
		t, ok := token.(xml.StartElement)
		if !ok || !isWord(t.Name.Space) {
			return nil
		}
		switch value := attr(t, "val"); t.Name.Local {
		case "style":
			id = attr(t, "styleId")
		case "name":
			name := strings.ToLower(value)
			if strings.HasPrefix(name, "heading ") || name == "title" || name == "subtitle" {
				headings[id] = true
			}
		case "basedOn":
			based[id] = value
		case "outlineLvl":
			if id != "" && outlines(value) {
				headings[id] = true
			}
		}
		return nil
	})
	for range 8 {
		for child, parent := range based {
			headings[child] = headings[child] || headings[parent]
		}
	}
	return headings, err
}

func outlines(level string) bool { return len(level) == 1 && level[0] >= '0' && level[0] < '9' }

// note names a footnote or endnote.
type note struct{ kind, id string }

// notes reads the part that holds footnotes or endnotes.
type notes struct {
	word
	kind  string
	id    string
	texts map[note][]paragraph
}

func (n *notes) visit(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if isWord(t.Name.Space) && (t.Name.Local == "footnote" || t.Name.Local == "endnote") {
			n.id, n.out = attr(t, "id"), nil
		}
	case xml.EndElement:
		if isWord(t.Name.Space) && (t.Name.Local == "footnote" || t.Name.Local == "endnote") {
			n.finish()
			n.texts[note{n.kind, n.id}] = n.out
		}
	}
	return n.word.visit(token)
}

// margin reads the part that holds comments.
type margin struct {
	word
	id   string
	open Comment
	said map[string]Comment
}

func (m *margin) visit(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if isWord(t.Name.Space) && t.Name.Local == "comment" {
			m.id, m.out = attr(t, "id"), nil
			m.open = Comment{Author: tidy(attr(t, "author")), At: when(attr(t, "date"))}
		}
	case xml.EndElement:
		if isWord(t.Name.Space) && t.Name.Local == "comment" {
			m.finish()
			m.open.Text = inLines(m.out)
			m.said[m.id] = m.open
		}
	}
	return m.word.visit(token)
}

// inLines gives the words of paragraphs, one a line.
func inLines(paragraphs []paragraph) string {
	var all []string
	for _, p := range paragraphs {
		all = append(all, p.text)
	}
	return strings.Join(all, "\n")
}
