package ingest

import (
	"strings"
	"unicode/utf8"

	"github.com/selvedge/selvedge/internal/study"
)

// Page is a page of the file as it is shown, in points (1/72 inch), with the words that
// stand on it and in the text.
type Page struct {
	Width, Height float64
	Words         []Word
}

// Word is where a word of the text stands on a page. A word that a line's end divides has
// two, with the same range in two parts.
type Word struct {
	study.Range
	Box
}

// placement ties a paragraph, as it was read, to the places of its words.
type placement struct {
	text  string
	words []placed
}

// settle gives the words of a paragraph to their pages, once rest, which remains of the
// paragraph without its label and time, was written to the text up to end.
func (p *placement) settle(pages []Page, rest string, end int) {
	if p == nil || rest == "" {
		return
	}
	cut := utf8.RuneCountInString(p.text[:strings.LastIndex(p.text, rest)])
	shift := end - utf8.RuneCountInString(rest) - cut
	for _, w := range p.words {
		if start := max(w.start, cut); start < w.end {
			pages[w.page].Words = append(pages[w.page].Words, Word{study.Range{Start: start + shift, End: w.end + shift}, w.Box})
		}
	}
}
