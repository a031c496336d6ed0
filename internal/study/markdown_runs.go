package study

import (
	"regexp"
	"strings"
)

// piece is a part of a block: words, or stars that may mark where bold or italic begins or ends.
type piece struct {
	Run
	stars              int // left to be used; 0 for words
	opens, closes      bool
	boldStep, italStep int // how many pairs begin here, less those that end
}

// readRuns reads what stands within a block.
func readRuns(text string) []Run {
	pieces := readPieces(text)
	pairStars(pieces)
	var out []Run
	bold, italic := 0, 0
	for _, p := range pieces {
		bold, italic = bold+p.boldStep, italic+p.italStep
		run := p.Run
		run.Text += strings.Repeat("*", p.stars)
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
			out = append(out, piece{Run: look, stars: n, opens: said(text, i+n), closes: i > 0 && said(text, i-1)})
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

// lookBack is how many open marks a closing one is held against, so that no text takes long.
const lookBack = 100

// pairStars finds which stars open and close each other, by the rules of CommonMark.
func pairStars(pieces []piece) {
	written := make([]int, len(pieces))
	var open []int
	for i := range pieces {
		p := &pieces[i]
		written[i] = p.stars
		for p.closes && p.stars > 0 {
			k := opener(pieces, written, open, i)
			if k < 0 {
				break
			}
			pair(&pieces[open[k]], &pieces[open[k]+1], p)
			if pieces[open[k]].stars == 0 {
				k--
			}
			open = open[:k+1]
		}
		if p.opens && p.stars > 0 {
			open = append(open, i)
		}
	}
}

// opener finds the nearest open stars that those at i can close; -1 when there are none.
func opener(pieces []piece, written, open []int, i int) int {
	for k := len(open) - 1; k >= max(0, len(open)-lookBack); k-- {
		o := open[k]
		both := pieces[i].opens || pieces[o].closes
		if o+1 == i {
			continue // nothing lies between
		}
		if !both || (written[i]+written[o])%3 != 0 || written[i]%3 == 0 && written[o]%3 == 0 {
			return k
		}
	}
	return -1
}

// pair takes stars from an opening and a closing mark; what lies between them gets their look.
func pair(open, first, close *piece) {
	if open.stars >= 2 && close.stars >= 2 {
		open.stars, close.stars = open.stars-2, close.stars-2
		first.boldStep++
		close.boldStep--
		return
	}
	open.stars, close.stars = open.stars-1, close.stars-1
	first.italStep++
	close.italStep--
}
