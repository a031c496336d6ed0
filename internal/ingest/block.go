package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a paragraph of a marked-up document while it is being read.
type block struct {
	text    strings.Builder
	heading bool
	quoted  bool
	aside   bool
	strong  bool        // the first word is bold
	begun   bool        // a word has been written
	endGone bool        // its end was deleted: it goes on in the next
	after   []paragraph // text boxes anchored in it
	places  []place
}

// place is where a comment begins or ends in a block.
type place struct {
	comment int
	ends    bool
	at      int // bytes of the text so far
}

// write adds words, cleaned.
func (b *block) write(s string, bold bool) {
	if s = clean(s); s == "" {
		return
	}
	if !b.begun && strings.TrimSpace(s) != "" {
		b.begun, b.strong = true, bold
	}
	b.text.WriteString(s)
}

// mark notes that a comment begins or ends here.
func (b *block) mark(comment int, ends bool) {
	b.places = append(b.places, place{comment, ends, b.text.Len()})
}

// lines gives one paragraph a line: a break within a paragraph may begin a turn. Marks on
// a line without words stand with the line after it, or else before it.
func (b *block) lines() []paragraph {
	var out []paragraph
	at, waiting := 0, b.places
	for line := range strings.SplitSeq(b.text.String(), "\n") {
		text := strings.TrimSpace(line)
		end := at + len(strings.TrimRightFunc(line, unicode.IsSpace))
		at += len(line) + 1
		if text == "" {
			continue
		}
		p := paragraph{text: text, heading: b.heading, quoted: b.quoted, aside: b.aside, strong: b.strong, follows: len(out) > 0}
		for len(waiting) > 0 && waiting[0].at < at {
			p.anchors = append(p.anchors, waiting[0].anchor(text, end))
			waiting = waiting[1:]
		}
		out = append(out, p)
	}
	for n := len(out) - 1; n >= 0 && len(waiting) > 0; waiting = waiting[1:] {
		out[n].anchors = append(out[n].anchors, anchor{comment: waiting[0].comment, ends: waiting[0].ends})
	}
	return out
}

// anchor counts the place from the end of its line, which lies at a byte of the block.
func (p place) anchor(line string, end int) anchor {
	back := min(max(0, end-p.at), len(line))
	return anchor{p.comment, p.ends, utf8.RuneCountInString(line[len(line)-back:])}
}
