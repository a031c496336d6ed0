package ingest

import (
	"strings"
	"unicode/utf8"

	"github.com/selvedge/selvedge/internal/study"
)

// placement ties a paragraph, as it was read, to the places of its words.
type placement struct {
	text  string
	words []placed
}

// placed is a word's place on a page and in the paragraph.
type placed struct {
	page int // from 0
	study.Range
	study.Box
}

// settle gives the words of a paragraph to their pages, once rest, which remains of the
// paragraph without its label and time, was written to the text up to end.
func (p *placement) settle(pages []study.Page, rest string, end int) {
	if p == nil || rest == "" {
		return
	}
	cut := utf8.RuneCountInString(p.text[:strings.LastIndex(p.text, rest)])
	shift := end - utf8.RuneCountInString(rest) - cut
	for _, w := range p.words {
		if start := max(w.Start, cut); start < w.End {
			pages[w.page].Words = append(pages[w.page].Words, study.PageWord{Range: study.Range{Start: start + shift, End: w.End + shift}, Box: w.Box})
		}
	}
}
