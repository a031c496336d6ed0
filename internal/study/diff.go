package study

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Edit puts other words in the place of a range of a text. An empty range is an insertion,
// an empty text a deletion.
type Edit struct {
	Range
	Text string `json:"text" maxLength:"200000" doc:"What stands there instead"`
}

// Diff finds edits that make one text of another, in text order: first by lines, then in what
// is left by words, and of a word that was only corrected the letters that changed.
func Diff(was, is string) []Edit {
	d := difference{was: was, is: is}
	d.lines()
	return d.edits()
}

// WordsChanged counts the words that came and those that went from one text to another. A word
// that was corrected is one of each.
func WordsChanged(was, is string) (added, removed int) {
	d := difference{was: was, is: is, whole: true}
	d.lines()
	for _, h := range d.hunks {
		added, removed = added+WordCount(is[h.inFrom:h.inTo]), removed+WordCount(was[h.from:h.to])
	}
	return added, removed
}

// hunk is what stands in one text in place of a part of the other: bytes, half-open.
type hunk struct{ from, to, inFrom, inTo int }

type difference struct {
	was, is string
	whole   bool // words, not the letters of them that changed
	hunks   []hunk
}

func (d *difference) lines() {
	a, b := cut(d.was, 0, lineEnd), cut(d.is, 0, lineEnd)
	for _, h := range differing(a, b) {
		d.words(h)
	}
}

func (d *difference) words(lines hunk) {
	a, b := cut(d.was[lines.from:lines.to], lines.from, wordEnd), cut(d.is[lines.inFrom:lines.inTo], lines.inFrom, wordEnd)
	a.end, b.end = lines.to, lines.inTo
	for _, h := range differing(a, b) {
		d.hunks = append(d.hunks, d.corrected(h))
	}
}

// corrected narrows a hunk to the letters that changed, where one word became another that is
// much like it.
func (d *difference) corrected(h hunk) hunk {
	was, is := d.was[h.from:h.to], d.is[h.inFrom:h.inTo]
	if d.whole || wordEnd(was) != len(was) || wordEnd(is) != len(is) {
		return h
	}
	head := commonHead(was, is)
	tail := commonTail(was[head:], is[head:])
	if (head+tail)*2 < max(len(was), len(is)) && letters(was) != letters(is) {
		return h
	}
	return hunk{h.from + head, h.to - tail, h.inFrom + head, h.inTo - tail}
}

// letters gives the letters of a word in their own order, to know swapped ones by.
func letters(word string) string {
	runes := []rune(word)
	slices.Sort(runes)
	return string(runes)
}

func commonHead(a, b string) (n int) {
	for n < len(a) && n < len(b) {
		r, w := utf8.DecodeRuneInString(a[n:])
		if o, _ := utf8.DecodeRuneInString(b[n:]); o != r {
			break
		}
		n += w
	}
	return n
}

func commonTail(a, b string) (n int) {
	for n < len(a) && n < len(b) {
		r, w := utf8.DecodeLastRuneInString(a[:len(a)-n])
		if o, _ := utf8.DecodeLastRuneInString(b[:len(b)-n]); o != r {
			break
		}
		n += w
	}
	return n
}

// edits counts the hunks' bytes in code points.
func (d *difference) edits() []Edit {
	out, at, points := make([]Edit, 0, len(d.hunks)), 0, 0
	for _, h := range d.hunks {
		points += TextLen(d.was[at:h.from])
		n := TextLen(d.was[h.from:h.to])
		out = append(out, Edit{Range{points, points + n}, d.is[h.inFrom:h.inTo]})
		points, at = points+n, h.to
	}
	return out
}

// tokens are the pieces of a part of a text: what they say, and the byte each begins at.
type tokens struct {
	says   []string
	starts []int
	end    int
}

func (t tokens) start(i int) int {
	if i < len(t.starts) {
		return t.starts[i]
	}
	return t.end
}

// cut makes tokens of a text that begins at a byte of a larger one.
func cut(text string, from int, end func(string) int) tokens {
	t := tokens{end: from + len(text)}
	for at := 0; at < len(text); {
		n := end(text[at:])
		t.says, t.starts = append(t.says, text[at:at+n]), append(t.starts, from+at)
		at += n
	}
	return t
}

func lineEnd(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i + 1
	}
	return len(s)
}

// wordEnd is the length of the word, the space or the mark that a text begins with.
func wordEnd(s string) int {
	first, w := utf8.DecodeRuneInString(s)
	same := inWord
	switch {
	case unicode.IsSpace(first):
		same = unicode.IsSpace
	case !inWord(first):
		return w
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return !same(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// inWord says whether a code point is part of a word.
func inWord(r rune) bool { return letterOrDigit(r) || unicode.IsMark(r) }

// differing gives what differs between two lists of tokens.
func differing(a, b tokens) []hunk {
	known := map[string]int32{}
	c := comparing{a: numbered(a.says, known), b: numbered(b.says, known)}
	c.compare(0, len(c.a), 0, len(c.b))
	out := make([]hunk, len(c.hunks))
	for i, h := range c.hunks {
		out[i] = hunk{a.start(h.from), a.start(h.to), b.start(h.inFrom), b.start(h.inTo)}
	}
	return out
}

func numbered(says []string, known map[string]int32) []int32 {
	out := make([]int32, len(says))
	for i, s := range says {
		n, there := known[s]
		if !there {
			n = int32(len(known))
			known[s] = n
		}
		out[i] = n
	}
	return out
}

// comparing finds hunks between two lists of numbers: what is the same at both ends is laid
// aside, then what occurs once in both holds the lists together, and where nothing does,
// the fewest changes are looked for.
type comparing struct {
	a, b  []int32
	hunks []hunk
}

func (c *comparing) compare(from, to, inFrom, inTo int) {
	for from < to && inFrom < inTo && c.a[from] == c.b[inFrom] {
		from, inFrom = from+1, inFrom+1
	}
	for from < to && inFrom < inTo && c.a[to-1] == c.b[inTo-1] {
		to, inTo = to-1, inTo-1
	}
	switch {
	case from == to && inFrom == inTo:
	case from == to || inFrom == inTo:
		c.add(hunk{from, to, inFrom, inTo})
	default:
		held := c.held(from, to, inFrom, inTo)
		if held == nil {
			held = c.fewest(from, to, inFrom, inTo)
		}
		if held == nil {
			c.add(hunk{from, to, inFrom, inTo})
			return
		}
		for _, pair := range append(held, [2]int{to, inTo}) {
			if pair[0] > from || pair[1] > inFrom {
				c.between(from, pair[0], inFrom, pair[1])
			}
			from, inFrom = pair[0]+1, pair[1]+1
		}
	}
}

// between goes on between two pairs that hold the lists together.
func (c *comparing) between(from, to, inFrom, inTo int) {
	if from == to || inFrom == inTo {
		c.add(hunk{from, to, inFrom, inTo})
		return
	}
	c.compare(from, to, inFrom, inTo)
}

// add appends a hunk, to the last one where they touch.
func (c *comparing) add(h hunk) {
	if n := len(c.hunks); n > 0 && c.hunks[n-1].to == h.from && c.hunks[n-1].inTo == h.inFrom {
		c.hunks[n-1].to, c.hunks[n-1].inTo = h.to, h.inTo
		return
	}
	c.hunks = append(c.hunks, h)
}

// held gives the longest rising list of pairs of what occurs exactly once in both.
func (c *comparing) held(from, to, inFrom, inTo int) [][2]int {
	type seen struct{ inA, inB, a, b int }
	counts := make(map[int32]seen, to-from)
	for i := from; i < to; i++ {
		s := counts[c.a[i]]
		counts[c.a[i]] = seen{s.inA + 1, s.inB, i, s.b}
	}
	for i := inFrom; i < inTo; i++ {
		if s, there := counts[c.b[i]]; there {
			counts[c.b[i]] = seen{s.inA, s.inB + 1, s.a, i}
		}
	}
	var pairs [][2]int
	for i := from; i < to; i++ {
		if s := counts[c.a[i]]; s.inA == 1 && s.inB == 1 {
			pairs = append(pairs, [2]int{i, s.b})
		}
	}
	return rising(pairs)
}

// rising is the longest part of a list, ordered by the first numbers, in which the second
// ones rise too.
func rising(pairs [][2]int) [][2]int {
	var ends []int // the pair at which the best list of each length ends
	before := make([]int, len(pairs))
	for i, p := range pairs {
		n := sort.Search(len(ends), func(k int) bool { return pairs[ends[k]][1] > p[1] })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	out := make([][2]int, len(ends))
	for i, at := len(ends)-1, ends[len(ends)-1]; i >= 0; i, at = i-1, before[at] {
		out[i] = pairs[at]
	}
	return out
}

// mostChanges bounds the search for the fewest changes: beyond it, all counts as changed.
const mostChanges = 800

// fewest gives the pairs that stay with the fewest changes (E. W. Myers, "An O(ND) difference
// algorithm and its variations", 1986); nil when none does or there are too many changes.
func (c *comparing) fewest(from, to, inFrom, inTo int) [][2]int {
	n, m := to-from, inTo-inFrom
	most := min(n+m, mostChanges)
	reach, steps := make([]int, 2*most+2), make([][]int, 0, most)
	for d := 0; d <= most; d++ {
		steps = append(steps, slices.Clone(reach[most-d:most+d+1]))
		for k := -d; k <= d; k += 2 {
			x := furthest(reach, most, d, k)
			for x < n && x-k < m && c.a[from+x] == c.b[inFrom+x-k] {
				x++
			}
			if reach[most+k] = x; x >= n && x-k >= m {
				return walkBack(steps, n, m, from, inFrom)
			}
		}
	}
	return nil
}

// furthest is where diagonal k begins its d-th step, in the first list.
func furthest(reach []int, zero, d, k int) int {
	switch {
	case d == 0:
		return 0
	case k == -d || k != d && reach[zero+k-1] < reach[zero+k+1]:
		return reach[zero+k+1]
	}
	return reach[zero+k-1] + 1
}

func walkBack(steps [][]int, x, y, from, inFrom int) [][2]int {
	var out [][2]int
	for d := len(steps) - 1; d >= 0; d-- {
		begin := furthest(steps[d], d, d, x-y)
		for x > begin {
			x, y = x-1, y-1
			out = append(out, [2]int{from + x, inFrom + y})
		}
		if d > 0 {
			down := x-y == -d || x-y != d && steps[d][d+x-y-1] < steps[d][d+x-y+1]
			if down {
				y--
			} else {
				x--
			}
		}
	}
	slices.Reverse(out)
	return out
}
