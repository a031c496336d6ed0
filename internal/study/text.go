package study

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Range is a half-open span of code points, [Start, End).
type Range struct {
	Start int `json:"start" doc:"First code point, from 0"`
	End   int `json:"end" doc:"Code point after the last"`
}

// Len is the number of code points.
func (r Range) Len() int { return r.End - r.Start }

// Overlaps says whether two ranges share a code point.
func (r Range) Overlaps(o Range) bool { return r.Start < o.End && o.Start < r.End }

// Around is the smallest range that holds both.
func (r Range) Around(o Range) Range { return Range{min(r.Start, o.Start), max(r.End, o.End)} }

// Within refuses a range that is empty or leaves a text of length code points.
func (r Range) Within(length int) error {
	if r.Start < 0 || r.End > length || r.Start >= r.End {
		return FieldError("end", "The passage %d to %d does not lie within the text of %d characters.", r.Start, r.End, length)
	}
	return nil
}

// CleanText makes LF of all line ends and drops a leading byte order mark.
// Bytes that are not UTF-8, and NUL, are an error: guessing is the importer's work.
func CleanText(s string) (string, error) {
	s = strings.TrimPrefix(s, "\ufeff")
	if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
		return "", Errorf(Invalid, "The text holds bytes that are not text.")
	}
	if strings.Contains(s, "\r") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
	return s, nil
}

// TextLen counts code points.
func TextLen(s string) int { return utf8.RuneCountInString(s) }

// WordCount counts runs of letters, digits and what joins them, as a person would.
func WordCount(s string) int {
	n, in := 0, false
	for _, r := range s {
		letter := letterOrDigit(r) || in && (r == '\'' || r == '’' || r == '-' || r > unicode.MaxASCII && unicode.IsMark(r))
		if letter && !in {
			n++
		}
		in = letter
	}
	return n
}

func letterOrDigit(r rune) bool {
	if r <= unicode.MaxASCII {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

const stride = 256 // code points between two known byte offsets

// Positions translates between code points and bytes of one text. It is the only
// place where UTF-8 bytes and positions meet. Safe for concurrent reading.
type Positions struct {
	text  string
	marks []int // byte offset of every stride-th code point; nil when all is ASCII
	n     int   // code points
}

// NewPositions reads the text once.
func NewPositions(text string) *Positions {
	p := &Positions{text: text, n: utf8.RuneCountInString(text)}
	if p.n == len(text) {
		return p
	}
	p.marks = make([]int, 0, p.n/stride+1)
	n := 0
	for at := range text {
		if n%stride == 0 {
			p.marks = append(p.marks, at)
		}
		n++
	}
	return p
}

// String is the text whose positions these are.
func (p *Positions) String() string { return p.text }

// Len is the number of code points.
func (p *Positions) Len() int { return p.n }

// Byte is the byte offset of a code point; positions outside are drawn to the ends.
func (p *Positions) Byte(pos int) int {
	switch {
	case pos <= 0:
		return 0
	case pos >= p.n:
		return len(p.text)
	case p.marks == nil:
		return pos
	}
	at := p.marks[pos/stride]
	for k := pos % stride; k > 0; k-- {
		_, w := utf8.DecodeRuneInString(p.text[at:])
		at += w
	}
	return at
}

// Point is the code point that begins at, or holds, a byte offset.
func (p *Positions) Point(b int) int {
	b = max(0, min(b, len(p.text)))
	if p.marks == nil {
		return b
	}
	lo, hi := 0, len(p.marks)-1
	for lo < hi {
		if mid := (lo + hi + 1) / 2; p.marks[mid] <= b {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo*stride + utf8.RuneCountInString(p.text[p.marks[lo]:b])
}

// Slice is the text of a range; positions outside are drawn to the ends.
func (p *Positions) Slice(r Range) string {
	from, to := p.Byte(r.Start), p.Byte(r.End)
	if to < from {
		return ""
	}
	return p.text[from:to]
}

// Around gives the text before and after a range, up to so many code points of each. It is cut
// between words where there are any, and an ellipsis says so.
func (p *Positions) Around(r Range, most int) (before, after string) {
	from, to := max(0, r.Start-most), min(p.n, r.End+most)
	before, after = p.Slice(Range{from, r.Start}), p.Slice(Range{r.End, to})
	if from > 0 {
		wider := p.Slice(Range{from - 1, r.Start})
		if cut := strings.IndexFunc(wider, unicode.IsSpace); cut >= 0 {
			before = cmp.Or(strings.TrimLeftFunc(wider[cut:], unicode.IsSpace), before)
		}
		before = "…" + before
	}
	if to < p.n {
		wider := p.Slice(Range{r.End, to + 1})
		if cut := strings.LastIndexFunc(wider, unicode.IsSpace); cut >= 0 {
			after = cmp.Or(strings.TrimRightFunc(wider[:cut], unicode.IsSpace), after)
		}
		after += "…"
	}
	return before, after
}

// Trim is the range without the white space at its ends; empty when it holds nothing else.
func (p *Positions) Trim(r Range) Range {
	text := p.Slice(r)
	head := strings.TrimLeftFunc(text, unicode.IsSpace)
	r.Start += TextLen(text) - TextLen(head)
	return Range{r.Start, r.Start + TextLen(strings.TrimRightFunc(head, unicode.IsSpace))}
}

// Split cuts a range in two at a code point. Neither half begins or ends with white space,
// and a half without words is an error.
func (p *Positions) Split(r Range, at int) (left, right Range, err error) {
	left, right = p.Trim(Range{r.Start, max(r.Start, min(at, r.End))}), p.Trim(Range{max(r.Start, min(at, r.End)), r.End})
	if left.Len() == 0 || right.Len() == 0 {
		return left, right, FieldError("at", "Split the passage between two of its words.")
	}
	return left, right, nil
}
