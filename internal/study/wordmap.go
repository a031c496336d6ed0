package study

import (
	"math/bits"
	"unicode"
)

// WordMap counts the words of any range of a text without reading the text: two bits for each
// code point, and a figure for every 64th. A word is what stands between blanks; one of which a
// range cuts off the beginning or the end counts. Safe for concurrent reading.
type WordMap struct {
	starts []uint64 // where a word begins
	inside []uint64 // where one goes on
	before []uint32 // how many begin before each 64 code points
	length int
}

// NewWordMap reads the text once.
func NewWordMap(text string) *WordMap {
	m := &WordMap{}
	at, begun, blank := 0, uint32(0), true
	for _, r := range text {
		if at%64 == 0 {
			m.starts, m.inside, m.before = append(m.starts, 0), append(m.inside, 0), append(m.before, begun)
		}
		space := unicode.IsSpace(r)
		switch {
		case space:
		case blank:
			m.starts[at/64] |= 1 << (at % 64)
			begun++
		default:
			m.inside[at/64] |= 1 << (at % 64)
		}
		at, blank = at+1, space
	}
	m.starts, m.inside, m.before, m.length = append(m.starts, 0), append(m.inside, 0), append(m.before, begun), at
	return m
}

// Count is how many words a range has a part of. What lies outside the text has none.
func (m *WordMap) Count(r Range) int {
	r = Range{max(r.Start, 0), min(r.End, m.length)}
	if r.Len() <= 0 {
		return 0
	}
	n := m.begun(r.End) - m.begun(r.Start)
	if m.inside[r.Start/64]>>(r.Start%64)&1 == 1 {
		n++
	}
	return n
}

// begun is how many words begin before a code point.
func (m *WordMap) begun(at int) int {
	return int(m.before[at/64]) + bits.OnesCount64(m.starts[at/64]&(1<<(at%64)-1))
}
