package ingest

import (
	"errors"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/selvedge/selvedge/internal/pdfium"
	"github.com/selvedge/selvedge/internal/study"
)

const maxGlyphs = 200_000 // characters of one page; a page of small print has 10,000

// inked is a word as it stands on a page.
type inked struct {
	text string
	study.Box
}

// pdfLine is what PDFium takes for one line: words that follow each other.
type pdfLine struct {
	page  int // from 0
	words []inked
	study.Box
	base   float64 // where most letters stand, in points from the top of the page
	broken bool    // ends in a hyphen that PDFium knows to be one of division
}

func (l *pdfLine) text() string {
	var b strings.Builder
	for i, w := range l.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// pdfSheet is one page with its lines in the order of the file.
type pdfSheet struct {
	width, height float64 // points, as shown
	lines         []*pdfLine
	glyphs        int
	pictures      bool
	columns       bool
	lost          bool // could not be read
}

// readSheet reads one page, counted from 0.
func readSheet(file *pdfium.Document, number int) (*pdfSheet, error) {
	width, height, err := file.Size(number)
	if err != nil {
		return nil, err
	}
	s := &pdfSheet{width: width, height: height}
	page, err := file.Page(number)
	if err != nil {
		return s, err
	}
	glyphs, err := page.Glyphs(maxGlyphs)
	if err != nil {
		return s, err
	}
	shown, err := shownAs(page, width, height)
	if err != nil {
		return s, err
	}
	w := &pdfWriter{sheet: s, page: number, shown: shown}
	for _, g := range glyphs {
		w.put(g)
	}
	w.endLine()
	if s.glyphs < minGlyphs {
		if s.pictures, err = page.Pictures(); err != nil {
			return s, err
		}
	}
	return s, page.Close()
}

// shownAs gives the way from the file's coordinates, which may be turned and cut, to those
// of the page as one sees it.
func shownAs(page *pdfium.Page, width, height float64) (func(x, y float64) (float64, float64), error) {
	const fine, far = 16, 1000 // device pixels a point, points between the places asked for
	at := func(x, y float64) (float64, float64, error) {
		atX, atY, err := page.Device(int(math.Round(width*fine)), int(math.Round(height*fine)), x, y)
		return float64(atX) / fine, float64(atY) / fine, err
	}
	ox, oy, err := at(0, 0)
	xx, xy, errX := at(far, 0)
	yx, yy, errY := at(0, far)
	return func(x, y float64) (float64, float64) {
		return ox + (xx-ox)*x/far + (yx-ox)*y/far, oy + (xy-oy)*x/far + (yy-oy)*y/far
	}, errors.Join(err, errX, errY)
}

// pdfWriter makes words and lines of characters.
type pdfWriter struct {
	sheet *pdfSheet
	page  int
	shown func(x, y float64) (float64, float64)
	line  *pdfLine
	word  []rune
	at    study.Box // of the word
	bases []float64
}

func (w *pdfWriter) put(g pdfium.Glyph) {
	switch r := g.Rune; {
	case r == '\r' || r == '\n':
		w.endLine()
	case r == 0x02 || r == 0xfffe: // how PDFium writes a hyphen of division with its line's end
		w.endWord()
		if w.line != nil {
			w.line.broken = true
		}
		w.endLine()
	case unicode.IsSpace(r):
		w.endWord()
	default:
		w.letter(readable(r), w.box(g))
	}
}

// readable gives the character that a reader sees, or 0 for one that nobody sees.
func readable(r rune) rune {
	switch {
	case r == 0xf0b7 || r == 0xf0a7: // the bullets of the Symbol and Wingdings fonts
		return '•'
	case r == 0xad || r == 0xfeff || r == unicode.ReplacementChar || r > unicode.MaxRune || unicode.IsControl(r),
		r >= 0xd800 && r <= 0xf8ff, r&0xfffe == 0xfffe: // halves of pairs, private use, no characters
		return 0
	}
	return r
}

func (w *pdfWriter) box(g pdfium.Glyph) study.Box {
	x1, y1 := w.shown(g.Left, g.Top)
	x2, y2 := w.shown(g.Right, g.Bottom)
	return study.Box{Left: min(x1, x2), Top: min(y1, y2), Right: max(x1, x2), Bottom: max(y1, y2)}
}

func (w *pdfWriter) letter(r rune, at study.Box) {
	if x, y := (at.Left+at.Right)/2, (at.Top+at.Bottom)/2; r == 0 || x < 0 || y < 0 || x > w.sheet.width || y > w.sheet.height {
		return // nobody sees it; some programs draw the numbers of all pages on each
	}
	if w.line == nil {
		w.line = &pdfLine{page: w.page, Box: at}
	}
	if len(w.word) == 0 {
		w.at = at
	}
	w.word, w.at = append(w.word, r), w.at.Around(at)
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		w.bases = append(w.bases, at.Bottom)
	}
	w.sheet.glyphs++
}

func (w *pdfWriter) endWord() {
	if len(w.word) == 0 {
		return
	}
	w.line.words = append(w.line.words, inked{string(w.word), w.at})
	w.line.Box, w.word = w.line.Around(w.at), w.word[:0]
}

func (w *pdfWriter) endLine() {
	w.endWord()
	if w.line != nil && len(w.line.words) > 0 {
		w.line.base = w.line.Bottom
		if len(w.bases) > 0 {
			w.line.base = middle(w.bases)
		}
		w.line.words = logical(w.line.words)
		w.sheet.lines = append(w.sheet.lines, w.line)
	}
	w.line, w.bases = nil, w.bases[:0]
}

// logical brings the words of a line that runs from right to left, which PDFium gives as
// they stand from left to right, in the order in which they are read. Words of the other
// direction among them keep their order.
func logical(words []inked) []inked {
	turned, falling := 0, 0
	for i, w := range words {
		if rightToLeft(w.text) {
			turned++
		}
		if i > 0 && w.Left < words[i-1].Left {
			falling++
		}
	}
	if 2*turned <= len(words) || 2*falling >= len(words) {
		return words
	}
	slices.Reverse(words)
	for i, w := range words {
		if rest := strings.TrimLeft(w.text, ".,;:!?"); rightToLeft(rest) { // left of a word is after it
			words[i].text = rest + w.text[:len(w.text)-len(rest)]
		}
	}
	for i := 0; i < len(words); {
		j := i + 1
		for j < len(words) && !rightToLeft(words[i].text) && !rightToLeft(words[j].text) {
			j++
		}
		slices.Reverse(words[i:j])
		i = j
	}
	return words
}

func rightToLeft(word string) bool {
	for _, r := range word {
		if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return true
		}
	}
	return false
}
