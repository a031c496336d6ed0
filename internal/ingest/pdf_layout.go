package ingest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selvedge/selvedge/internal/study"
)

// layOut makes paragraphs of the lines of all pages, without what only serves the paper.
func layOut(sheets []*pdfSheet) []paragraph {
	dropFurniture(sheets)
	dropLineNumbers(sheets)
	var lines []*pdfLine
	for _, s := range sheets {
		lines = append(lines, s.lines...)
	}
	f := &pdfFlow{sheets: sheets, body: bodySize(lines), labels: lineLabels(lines), known: vocabulary(lines), rights: map[*pdfLine]float64{}}
	for _, s := range sheets {
		f.measure(s.lines)
	}
	return f.paragraphs(lines)
}

// pdfFlow decides which lines go on in the next.
type pdfFlow struct {
	sheets  []*pdfSheet
	body    float64              // height of most lines, in points
	leading float64              // between the bases of two lines of a paragraph, in points
	labels  map[string]bool      // labels that open several lines
	known   map[string]int       // words within lines, by how often
	rights  map[*pdfLine]float64 // where the column of a line ends
}

func bodySize(lines []*pdfLine) float64 {
	var sizes []float64
	for _, l := range lines {
		if len(l.words) > 3 {
			sizes = append(sizes, l.Height())
		}
	}
	return middle(sizes)
}

// middle is the median, 0 of nothing.
func middle(list []float64) float64 {
	if len(list) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

// measure finds the leading, and how far right the neighbours of a line reach.
func (f *pdfFlow) measure(lines []*pdfLine) {
	var steps []float64
	for i, l := range lines {
		right := l.Right
		for _, o := range lines[max(0, i-12):min(len(lines), i+13)] {
			if shared := min(l.Right, o.Right) - max(l.Left, o.Left); shared > 0.5*min(l.Width(), o.Width()) {
				right = max(right, o.Right)
			}
		}
		f.rights[l] = right
		if i > 0 {
			if step := l.base - lines[i-1].base; step > 0.5*f.body && step < 4*f.body {
				steps = append(steps, step)
			}
		}
	}
	if len(steps) > 2 {
		slices.Sort(steps)
		f.leading = steps[len(steps)/4]
	}
}

// lineLabels are what looks like a speaker's label at the start of more than one line.
func lineLabels(lines []*pdfLine) map[string]bool {
	count := map[string]int{}
	for _, l := range lines {
		if m := readMark(l.text()); m.label != "" && !m.loose {
			count[key(m.label)]++
		}
	}
	labels := map[string]bool{}
	for label, n := range count {
		labels[label] = n > 1
	}
	return labels
}

// vocabulary counts the words that are not cut by a line's end.
func vocabulary(lines []*pdfLine) map[string]int {
	known := map[string]int{}
	for _, l := range lines {
		for i, w := range l.words {
			if i > 0 && i < len(l.words)-1 {
				known[strings.ToLower(strings.TrimRight(w.text, ".,;:!?)”’\"'"))]++
			}
		}
	}
	return known
}

func (f *pdfFlow) paragraphs(lines []*pdfLine) (out []paragraph) {
	var held *pdfParagraph
	end := func() {
		if held != nil {
			out = append(out, held.paragraph(f.body))
		}
		held = nil
	}
	for i, l := range lines {
		if i > 0 && held != nil && f.goesOn(lines[i-1], l) {
			held.join(l, f.known)
			continue
		}
		end()
		held = &pdfParagraph{}
		held.join(l, f.known)
	}
	end()
	return out
}

var bullet = regexp.MustCompile(`^(?:[•◦▪■●○‣⁃–—*-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])$`)

// goesOn says whether b's words belong to the paragraph of a, the line before.
func (f *pdfFlow) goesOn(a, b *pdfLine) bool {
	if m := readMark(b.text()); m.label != "" && (f.labels[key(m.label)] || m.known()) {
		return false
	}
	if st, _ := leadStamp(b.text()); st.known() || bullet.MatchString(b.words[0].text) && len(b.words) > 1 {
		return false
	}
	if a.Height() > 1.3*b.Height() || b.Height() > 1.3*a.Height() {
		return a.broken || lower(b) && f.full(a, b)
	}
	step := b.base - a.base
	switch {
	case a.page != b.page || step < -0.5*a.Height(): // another page or column
		return a.broken || !ends(a) && f.full(a, b) && (lower(b) || !f.indented(a, b))
	case step > f.gap():
		return a.broken || lower(b) && !ends(a) && step < 1.5*f.gap()
	}
	return a.broken || f.full(a, b) && !f.indented(a, b) || lower(b) && !ends(a)
}

// gap is the step from line to line from which on something new begins.
func (f *pdfFlow) gap() float64 { return max(1.3*f.leading, 1.2*f.body) }

// full says that a ends because its column does: b's first word found no room in it.
func (f *pdfFlow) full(a, b *pdfLine) bool {
	blank := 0.25 * a.Height()
	return f.rights[a]-a.Right < b.words[0].Width()+blank+1
}

// indented says that b begins further right than a, as the first line of a paragraph does.
func (f *pdfFlow) indented(a, b *pdfLine) bool {
	by := b.Left - a.Left
	return by > 0.8*f.body && by < 6*f.body && ends(a)
}

// ends says that a line closes a sentence.
func ends(l *pdfLine) bool {
	last := strings.TrimRight(l.words[len(l.words)-1].text, "”’\"')]»")
	return strings.HasSuffix(last, ".") || strings.HasSuffix(last, "?") || strings.HasSuffix(last, "!") || strings.HasSuffix(last, "…") || strings.HasSuffix(last, ":")
}

func lower(l *pdfLine) bool {
	first, _ := utf8.DecodeRuneInString(l.words[0].text)
	return unicode.IsLower(first)
}

// pdfParagraph is lines on their way to one paragraph, with the places of their words.
type pdfParagraph struct {
	text  strings.Builder
	n     int // code points
	words []placed
	lines []*pdfLine
}

func (p *pdfParagraph) join(l *pdfLine, known map[string]int) {
	divided := p.divided(l, known)
	for i, w := range l.words {
		if p.n > 0 && !(i == 0 && divided) {
			p.text.WriteByte(' ')
			p.n++
		}
		length := utf8.RuneCountInString(w.text)
		// A word's place is as high as its line, so that marks over words make a band.
		p.words = append(p.words, placed{l.page, study.Range{Start: p.n, End: p.n + length}, study.Box{Left: w.Left, Top: l.Top, Right: w.Right, Bottom: l.Bottom}})
		p.text.WriteString(w.text)
		p.n += length
	}
	p.lines = append(p.lines, l)
}

// divided says that the paragraph's last word goes on in l without a blank, and takes off
// a hyphen that is only there for the line's end.
func (p *pdfParagraph) divided(l *pdfLine, known map[string]int) bool {
	if len(p.lines) == 0 {
		return false
	}
	last := p.lines[len(p.lines)-1]
	if word := last.words[len(last.words)-1].text; !last.broken {
		stem, hyphen := strings.CutSuffix(word, "-")
		if !hyphen {
			stem, hyphen = strings.CutSuffix(word, "\u2010")
		}
		first, _ := utf8.DecodeLastRuneInString(stem)
		if !hyphen || !unicode.IsLetter(first) {
			return false
		}
		if keepsHyphen(stem, l.words[0].text, known) || !lower(l) {
			return true
		}
		text := p.text.String()
		_, size := utf8.DecodeLastRuneInString(text)
		p.text.Reset()
		p.text.WriteString(text[:len(text)-size])
		p.n--
		p.words[len(p.words)-1].End--
		return true
	}
	if keepsHyphen(last.words[len(last.words)-1].text, l.words[0].text, known) || !lower(l) {
		p.text.WriteByte('-')
		p.n++
		p.words[len(p.words)-1].End++
	}
	return true
}

// keepsHyphen tells "well-known" from "exam-ple": by how the document writes the word
// elsewhere, else by a hyphen that the word has already.
func keepsHyphen(stem, rest string, known map[string]int) bool {
	stem, rest = strings.ToLower(stem), strings.ToLower(strings.TrimRight(rest, ".,;:!?)”’\"'"))
	whole, hyphened := known[stem+rest], known[stem+"-"+rest]
	if whole != hyphened {
		return hyphened > whole
	}
	return strings.ContainsRune(stem, '-') || known[stem] > 0 && known[rest] > 0 && len(stem) > 2 && len(rest) > 3
}

func (p *pdfParagraph) paragraph(body float64) paragraph {
	text, tallest := p.text.String(), 0.0
	for _, l := range p.lines {
		tallest = max(tallest, l.Height())
	}
	heading := body > 0 && tallest > 1.25*body && p.n <= 150 && !strings.HasSuffix(text, ".") && readMark(text).label == "" && strings.ContainsFunc(text, unicode.IsLetter)
	return paragraph{text: text, heading: heading, place: &placement{text: text, words: p.words}}
}

// dropFurniture takes heads, feet and page numbers off the pages: what stands at the top
// or bottom of several pages in the same place with the same words, numbers aside.
func dropFurniture(sheets []*pdfSheet) {
	seen := map[string]map[int]bool{}
	each := func(visit func(page int, l *pdfLine, keys []string)) {
		for page, s := range sheets {
			for _, l := range s.lines {
				if keys := furnitureKeys(s, l); keys != nil {
					visit(page, l, keys)
				}
			}
		}
	}
	each(func(page int, _ *pdfLine, keys []string) {
		for _, k := range keys {
			if seen[k] == nil {
				seen[k] = map[int]bool{}
			}
			seen[k][page] = true
		}
	})
	drop := map[*pdfLine]bool{}
	each(func(_ int, l *pdfLine, keys []string) {
		for _, k := range keys {
			n := len(seen[k])
			drop[l] = drop[l] || n >= 3 && 5*n >= len(sheets) || n == 2 && len(sheets) <= 4
		}
	})
	for _, s := range sheets {
		s.lines = slices.DeleteFunc(s.lines, func(l *pdfLine) bool { return drop[l] })
	}
}

const marginShare = 0.1 // of a page's height, in which heads and feet stand

var digits = regexp.MustCompile(`\d+|\b[ivxlc]+\b`)

// furnitureKeys name a line at a page's edge by its words and its height, rounded both
// ways; nil for one in the middle.
func furnitureKeys(s *pdfSheet, l *pdfLine) []string {
	if l.Bottom > marginShare*s.height && l.Top < (1-marginShare)*s.height {
		return nil
	}
	words := digits.ReplaceAllString(strings.ToLower(strings.ReplaceAll(l.text(), " ", "")), "#")
	if utf8.RuneCountInString(words) > 200 {
		return nil
	}
	at := int(l.base / 4)
	return []string{words + strconv.Itoa(at), words + strconv.Itoa(at+1)}
}

// dropLineNumbers takes off numbers that count lines or turns in the margin.
func dropLineNumbers(sheets []*pdfSheet) {
	var numbers []*pdfLine
	lefts := []float64{}
	for _, s := range sheets {
		for _, l := range s.lines {
			switch {
			case counts(l.words[0].text):
				numbers = append(numbers, l)
				if len(l.words) > 1 {
					lefts = append(lefts, l.words[1].Left)
				}
			case len(l.words) > 1:
				lefts = append(lefts, l.Left)
			}
		}
	}
	if len(numbers) < 5 || !rising(numbers) {
		return
	}
	slices.Sort(lefts)
	edge := 0.0 // most of the text begins right of it
	if len(lefts) > 0 {
		edge = lefts[len(lefts)/10]
	}
	for _, l := range numbers {
		if alone := len(l.words) == 1; alone && (l.Right < edge || l.Left > edge) || !alone && l.words[1].Left-l.words[0].Right > 0.8*l.Height() && l.words[0].Right < edge+1 {
			l.cutFirst()
		}
	}
	for _, s := range sheets {
		s.lines = slices.DeleteFunc(s.lines, func(l *pdfLine) bool { return len(l.words) == 0 })
	}
}

func counts(word string) bool {
	_, err := strconv.Atoi(word)
	return err == nil && len(word) <= 4
}

// rising says that the numbers count on by one or by five, or begin anew on each page.
func rising(numbers []*pdfLine) bool {
	good, last := 0, 0
	for _, l := range numbers {
		n, _ := strconv.Atoi(l.words[0].text) // counts has looked
		if n-last == 1 || n-last == 5 || n == 1 || n == 5 {
			good++
		}
		last = n
	}
	return 10*good >= 9*len(numbers)
}

func (l *pdfLine) cutFirst() {
	l.words = l.words[1:]
	if len(l.words) == 0 {
		return
	}
	l.Box = l.words[0].Box
	for _, w := range l.words {
		l.Box = l.Around(w.Box)
	}
}

// twoColumns says that lines stand beside each other over a good part of a page.
func twoColumns(s *pdfSheet) bool {
	left, right, mid := 0, 0, s.width/2
	for _, l := range s.lines {
		switch {
		case len(l.words) < 2:
		case l.Right < mid+0.03*s.width:
			left++
		case l.Left > mid-0.03*s.width:
			right++
		}
	}
	both := min(left, right)
	return both >= 8 && 10*(left+right) >= 7*len(s.lines)
}
