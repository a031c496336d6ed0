package study

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Carry takes positions of one text to the text that edits made of it. It is immutable.
type Carry struct {
	was, is *Positions
	steps   []step
}

// step is an edit with the place of its words in the new text.
type step struct{ was, is Range }

func (s step) shift() int { return s.is.End - s.was.End }

// NewCarry makes edits in a text. They may come in any order, but not overlap.
func NewCarry(was *Positions, edits []Edit) (*Carry, error) {
	edits = slices.SortedStableFunc(slices.Values(edits), func(a, b Edit) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	c := &Carry{was: was, steps: make([]step, len(edits))}
	var text strings.Builder
	at, points := 0, 0
	for i, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > was.Len() {
			return nil, FieldError("edits", "The correction at %d to %d does not lie within the text, or overlaps another.", e.Start, e.End)
		}
		text.WriteString(was.Slice(Range{at, e.Start}))
		text.WriteString(e.Text)
		begin := points + e.Start - at
		points, at = begin+TextLen(e.Text), e.End
		c.steps[i] = step{e.Range, Range{begin, points}}
	}
	text.WriteString(was.Slice(Range{at, was.Len()}))
	c.is = NewPositions(text.String())
	return c, nil
}

// CarryTo takes positions of one text to another that may be older or newer; what was done
// between them is found out by a diff.
func CarryTo(was, is *Positions) *Carry {
	c, err := NewCarry(was, Diff(was.text, is.text))
	if err != nil {
		panic("a diff that is no list of edits: " + err.Error())
	}
	return c
}

// From is the old text.
func (c *Carry) From() *Positions { return c.was }

// Text is the new text.
func (c *Carry) Text() *Positions { return c.is }

// Unchanged says whether nothing was edited.
func (c *Carry) Unchanged() bool { return c.was.text == c.is.text }

// mostLost is how much of a passage may go before it counts as gone: with less than a quarter
// of its letters left, what is left stands there by chance.
const mostLost = 4

// Range takes a range to the new text. What was edited inside it stays inside, and so does
// what continues its first or last word; what was inserted at its edges stays outside. Kept is
// false when too little of its words is left; then the range is a guess: what took their
// place, or the word beside the place where they were.
func (c *Carry) Range(r Range) (to Range, kept bool) {
	first, last := c.touching(r)
	near := c.steps[first:last]
	to = Range{c.after(r.Start), c.before(r.End)}
	for _, s := range near {
		if s.was.Start <= r.Start && r.End <= s.was.End && s.was.Len() > 0 {
			return c.guess(c.is.Trim(s.is), s.is.Start), false
		}
		to = to.cutBy(s, r)
	}
	to = c.glued(to, r, near)
	if left, all := c.left(r, near); to.Len() > 0 && left > 0 && left*mostLost >= all {
		return to, true
	}
	return c.guess(to, to.Start), false
}

// touching gives the edits that overlap a range or stand at its edges, as bounds of steps.
func (c *Carry) touching(r Range) (first, last int) {
	first = sort.Search(len(c.steps), func(i int) bool { return c.steps[i].was.End >= r.Start })
	last = first
	for last < len(c.steps) && c.steps[last].was.Start <= r.End {
		last++
	}
	return first, last
}

// after is where a position comes to stand behind all that was inserted at it.
func (c *Carry) after(pos int) int {
	i := sort.Search(len(c.steps), func(i int) bool { return c.steps[i].was.End > pos })
	if i == 0 {
		return pos
	}
	return pos + c.steps[i-1].shift()
}

// before is where a position comes to stand in front of all that was inserted at it.
func (c *Carry) before(pos int) int {
	i := sort.Search(len(c.steps), func(i int) bool {
		return c.steps[i].was.End > pos || c.steps[i].was == Range{pos, pos}
	})
	if i == 0 {
		return pos
	}
	return pos + c.steps[i-1].shift()
}

// cutBy draws the ends of a carried range to the edges of an edit that reaches over them.
func (r Range) cutBy(s step, was Range) Range {
	if s.was.Start < was.Start && was.Start < s.was.End {
		r.Start = s.is.End
	}
	if s.was.Start < was.End && was.End < s.was.End {
		r.End = s.is.Start
	}
	return r
}

// glued takes the rest of the first and last word in, where an edit at the edge continues
// them, and drops the space that an edit at the edge has left there.
func (c *Carry) glued(to, r Range, near []step) Range {
	for _, s := range near {
		if s.is.End == to.Start && s.was.Start <= r.Start && !c.was.inside(r.Start) {
			for to.Start > s.is.Start && c.is.inside(to.Start) {
				to.Start--
			}
		}
		if s.is.Start == to.End && s.was.End >= r.End && !c.was.inside(r.End) {
			for to.End < s.is.End && c.is.inside(to.End) {
				to.End++
			}
		}
	}
	words, trimmed := c.was.Trim(r), c.is.Trim(to)
	if words.Start == r.Start {
		to.Start = trimmed.Start
	}
	if words.End == r.End {
		to.End = max(to.Start, trimmed.End)
	}
	return to
}

// inside says whether a position lies between two code points of one word.
func (p *Positions) inside(pos int) bool {
	if pos <= 0 || pos >= p.n {
		return false
	}
	at := p.Byte(pos)
	before, _ := utf8.DecodeLastRuneInString(p.text[:at])
	after, _ := utf8.DecodeRuneInString(p.text[at:])
	return inWord(before) && inWord(after)
}

// left counts what of a range's words was not edited, and its words in all: in letters, or
// where it has none, in whatever it has.
func (c *Carry) left(r Range, near []step) (left, all int) {
	for _, counts := range []func(rune) bool{inWord, func(r rune) bool { return !unicode.IsSpace(r) }, func(rune) bool { return true }} {
		all = count(c.was.Slice(r), counts)
		left = all
		for _, s := range near {
			if s.was.Overlaps(r) {
				left -= count(c.was.Slice(Range{max(s.was.Start, r.Start), min(s.was.End, r.End)}), counts)
			}
		}
		if all > 0 {
			break
		}
	}
	return left, all
}

func count(text string, counts func(rune) bool) (n int) {
	for _, r := range text {
		if counts(r) {
			n++
		}
	}
	return n
}

// guess is a range that isn't empty: the one given if there are words in it, or the word
// beside a position.
func (c *Carry) guess(r Range, pos int) Range {
	if count(c.is.Slice(r), inWord) > 0 {
		return r
	}
	return c.is.WordAt(pos)
}

// WordAt is the word that begins at or after a position on its line, or else the last one
// before it; where there is no word, one code point. It is empty only in an empty text.
func (p *Positions) WordAt(pos int) Range {
	at := p.Byte(pos)
	line := p.text[at : at+lineEnd(p.text[at:])]
	if from := strings.IndexFunc(line, inWord); from >= 0 {
		return Range{p.Point(at + from), p.Point(at + from + wordEnd(line[from:]))}
	}
	before := strings.TrimRightFunc(p.text[:at], func(r rune) bool { return !inWord(r) })
	if from := strings.LastIndexFunc(before, func(r rune) bool { return !inWord(r) }); before != "" {
		_, w := utf8.DecodeRuneInString(before[max(from, 0):])
		if from < 0 {
			w = 0
		}
		return Range{p.Point(max(from, 0) + w), p.Point(len(before))}
	}
	if from := strings.IndexFunc(p.text[at:], inWord); from >= 0 {
		return Range{p.Point(at + from), p.Point(at + from + wordEnd(p.text[at+from:]))}
	}
	start := max(0, min(pos, p.n-1))
	return Range{start, min(start+1, p.n)}
}

// Position takes one place to the new text; it stays before the same letter, or where that
// was.
func (c *Carry) Position(pos int) int {
	to := c.after(pos)
	first, last := c.touching(Range{pos, pos})
	for _, s := range c.steps[first:last] {
		if s.was.Start <= pos && pos < s.was.End {
			to = s.is.Start
		}
	}
	return max(0, min(to, c.is.n-1))
}

// Turns takes turns to the new text, with who speaks and when. What was written over
// the border of two belongs to the first; a turn of which nothing is left goes.
func (c *Carry) Turns(turns []Turn) []Turn {
	out := make([]Turn, 0, len(turns))
	end := 0
	for _, t := range turns {
		start, stop := c.around(t.Start).Start, c.around(t.End).End
		t.Range = c.is.Trim(Range{max(end, start), max(end, stop)})
		if t.Len() == 0 {
			continue
		}
		if between := c.is.Trim(Range{end, t.Start}); between.Len() > 0 && len(out) > 0 {
			out[len(out)-1].End = between.End
		} else if between.Len() > 0 {
			t.Start = between.Start
		}
		end, t.Index = t.End, len(out)
		out = append(out, t)
	}
	if rest := c.is.Trim(Range{end, c.is.n}); rest.Len() > 0 && len(out) > 0 {
		out[len(out)-1].End = rest.End
	}
	return out
}

// around is all that was put where a position was, or the edit that it lay in.
func (c *Carry) around(pos int) Range {
	first, last := c.touching(Range{pos, pos})
	for _, s := range c.steps[first:last] {
		if s.was.Start < pos && pos < s.was.End {
			return s.is
		}
	}
	return Range{c.before(pos), c.after(pos)}
}
