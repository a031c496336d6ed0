package study

import (
	"regexp"
	"strings"
)

// piece is a part of a block: words, or stars at which bold or italic may begin or end.
type piece struct {
	Run
	stars         int // as they were written; 0 for words
	left          int // those that mark nothing
	opens, closes bool
	bold, italic  int // 1 when the look begins here, -1 when it ends
}

// readRuns reads what stands within a block.
func readRuns(text string) []Run {
	pieces := readPieces(text)
	pairStars(pieces)
	var out []Run
	bold, italic := 0, 0
	for _, p := range pieces {
		bold, italic = bold+p.bold, italic+p.italic
		run := p.Run
		run.Text += strings.Repeat("*", p.left)
		run.Bold, run.Italic = bold > 0, italic > 0
		out = appendRun(out, run)
	}
	return out
}

// appendRun adds words, to the last run when they look the same.
func appendRun(out []Run, run Run) []Run {
	if run.Text == "" {
		return out
	}
	if len(out) > 0 {
		last := &out[len(out)-1]
		if last.Bold == run.Bold && last.Italic == run.Italic && last.URL == run.URL && last.Mention == run.Mention {
			last.Text += run.Text
			return out
		}
	}
	return append(out, run)
}

// readPieces splits a block into words and stars, each with the link that it belongs to.
func readPieces(text string) (out []piece) {
	var look Run // of the link that is being read
	var words strings.Builder
	flush := func() {
		if words.Len() > 0 {
			out = append(out, piece{Run: Run{Text: words.String(), URL: look.URL, Mention: look.Mention}})
			words.Reset()
		}
	}
	closing := brackets(text)
	end, after := -1, 0 // where the words of the link end, and where what follows it begins
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case i == end:
			flush()
			look, i, end = Run{}, after, -1
		case c == '\\' && i+1 < len(text) && isMark(text[i+1]):
			words.WriteByte(text[i+1])
			i += 2
		case c == '*':
			flush()
			n := len(text[i:]) - len(strings.TrimLeft(text[i:], "*"))
			out = append(out, piece{Run: look, stars: n, left: n, opens: said(text, i+n), closes: i > 0 && said(text, i-1)})
			i += n
		case c == '[' && end < 0 && closing[i] > i+1:
			to, length := readTarget(text[closing[i]+1:])
			if length == 0 {
				words.WriteByte(c)
			} else {
				flush()
				look, end, after = to, closing[i], closing[i]+1+length
			}
			i++
		default:
			words.WriteByte(c)
			i++
		}
	}
	flush()
	return out
}

func isMark(c byte) bool {
	return c > ' ' && c < 0x7f && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
}

// said says that something other than blank stands at an index.
func said(text string, at int) bool {
	return at < len(text) && !strings.ContainsRune(" \t\n", rune(text[at]))
}

// brackets gives for each opening bracket the one that closes it.
func brackets(text string) map[int]int {
	closing := map[int]int{}
	var open []int
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case ']':
			if n := len(open); n > 0 {
				closing[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
	return closing
}

var target = regexp.MustCompile(`^\((?:((?i:https?)://[^ \t\n()<>]+)|(code|passage|source|strand):([0-9a-fA-F-]{36}))\)`)

// readTarget reads where a link leads and how long that is written; 0 when it leads nowhere.
func readTarget(text string) (to Run, length int) {
	m := target.FindStringSubmatch(text)
	if m == nil {
		return to, 0
	}
	if m[1] != "" {
		return Run{URL: m[1]}, len(m[0])
	}
	id, err := ParseID(m[3])
	if err != nil {
		return to, 0
	}
	return Run{Mention: &Link{Kind: m[2], ID: id}}, len(m[0])
}

// pairStars finds where bold and italic begin and end: two stars turn bold on and off, one
// italic, three both. Stars open before a word and close after one; those that find no
// other stay as they are.
func pairStars(pieces []piece) {
	pair(pieces, 2, func(p *piece) *int { return &p.bold })
	pair(pieces, 1, func(p *piece) *int { return &p.italic })
}

func pair(pieces []piece, stars int, look func(*piece) *int) {
	open := -1
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.stars != stars && p.stars != 3:
		case open < 0 && p.opens:
			open = i
		case open >= 0 && p.closes && i > open+1: // something lies between
			pieces[open].left -= stars
			p.left -= stars
			*look(&pieces[open+1])++
			*look(p)--
			open = -1
		}
	}
}
