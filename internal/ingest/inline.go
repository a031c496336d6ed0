package ingest

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainInline strips Markdown's marks within a block and keeps its words: emphasis,
// code, links and pictures (their text), escapes, entities and known HTML tags.
// Line ends stay where they are. The time is linear in the length.
func plainInline(s string) string {
	if !strings.ContainsAny(s, "*_`[]\\&<~") {
		return s
	}
	p := &inline{src: s, noTicks: map[int]bool{}}
	for p.at < len(s) {
		p.step()
	}
	return p.result()
}

// inline is one pass over a block. Marks that may turn out to be text are kept as
// pieces of their own until their partner is met.
type inline struct {
	src      string
	at       int
	pieces   []piece
	openers  map[byte][]int // emphasis waiting for its end, by character
	brackets []int          // "[" waiting for "]"
	noTicks  map[int]bool   // lengths of backtick runs known to have no partner ahead
}

type piece struct {
	text string
	gone int // how many of its marks belong to emphasis or a link
}

func (p *inline) emit(text string) { p.pieces = append(p.pieces, piece{text: text}) }

func (p *inline) step() {
	rest := p.src[p.at:]
	switch c := rest[0]; c {
	case '\\':
		p.escape(rest)
	case '`':
		p.code(rest)
	case '*', '_', '~':
		p.emphasis(rest, c)
	case '[':
		p.brackets = append(p.brackets, len(p.pieces))
		p.take("[", 1)
	case '!':
		if strings.HasPrefix(rest, "![") {
			p.brackets = append(p.brackets, len(p.pieces))
			p.take("![", 2)
			return
		}
		p.take("!", 1)
	case ']':
		p.link(rest)
	case '<':
		p.tag(rest)
	case '&':
		p.entity(rest)
	default:
		n := strings.IndexAny(rest, "*_`[]!\\&<~")
		if n < 0 {
			n = len(rest)
		}
		p.take(rest[:n], n)
	}
}

func (p *inline) take(text string, n int) {
	p.emit(text)
	p.at += n
}

func (p *inline) escape(rest string) {
	if len(rest) > 1 && rest[1] < utf8.RuneSelf && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", rest[1]) >= 0 {
		p.take(rest[1:2], 2)
		return
	}
	p.take(`\`, 1)
}

func (p *inline) code(rest string) {
	n := len(rest) - len(strings.TrimLeft(rest, "`"))
	ticks := rest[:n]
	for from := n; !p.noTicks[n]; {
		end := strings.Index(rest[from:], ticks)
		if end < 0 {
			break
		}
		end += from
		run := len(rest[end:]) - len(strings.TrimLeft(rest[end:], "`"))
		if run == n {
			p.take(rest[n:end], end+n)
			return
		}
		from = end + run
	}
	p.noTicks[n] = true
	p.take(ticks, n)
}

// emphasis follows CommonMark's rule of flanks: a run opens before a word and closes
// after one; underscores within words are words.
func (p *inline) emphasis(rest string, c byte) {
	n := len(rest) - len(strings.TrimLeft(rest, string(c)))
	before, _ := utf8.DecodeLastRuneInString(p.src[:p.at])
	after, _ := utf8.DecodeRuneInString(rest[n:])
	spaceBefore, spaceAfter := p.at == 0 || unicode.IsSpace(before), n == len(rest) || unicode.IsSpace(after)
	opens := !spaceAfter && (spaceBefore || !isPunct(after) || isPunct(before))
	closes := !spaceBefore && (spaceAfter || !isPunct(before) || isPunct(after))
	if c == '_' {
		opens, closes = opens && (!closes || isPunct(before)), closes && (!opens || isPunct(after))
	}
	if c == '~' && n != 2 {
		opens, closes = false, false
	}
	here := len(p.pieces)
	p.take(rest[:n], n)
	if p.openers == nil {
		p.openers = map[byte][]int{}
	}
	if closes {
		p.match(here, c)
	}
	if mine := &p.pieces[here]; opens && mine.gone < len(mine.text) {
		p.openers[c] = append(p.openers[c], here)
	}
}

func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

func (p *inline) match(here int, c byte) {
	mine, stack := &p.pieces[here], p.openers[c]
	for len(stack) > 0 && mine.gone < len(mine.text) {
		opener := &p.pieces[stack[len(stack)-1]]
		k := min(len(opener.text)-opener.gone, len(mine.text)-mine.gone)
		opener.gone, mine.gone = opener.gone+k, mine.gone+k
		if opener.gone == len(opener.text) {
			stack = stack[:len(stack)-1]
		}
	}
	p.openers[c] = stack
}

const maxTag = 2048 // bytes of a tag or of a link's target

var target = regexp.MustCompile(`^\]\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`)

// link drops the brackets of [text](target) and ![text](target), and the target.
func (p *inline) link(rest string) {
	n := len(p.brackets)
	if n > 0 {
		opener := p.brackets[n-1]
		p.brackets = p.brackets[:n-1]
		if found := target.FindString(rest[:min(len(rest), maxTag)]); found != "" {
			p.pieces[opener].gone = len(p.pieces[opener].text)
			p.take("", len(found))
			return
		}
	}
	p.take("]", 1)
}

var (
	autolink = regexp.MustCompile(`^<((?:https?|mailto|ftp):[^\s<>]+)>`)
	htmlTag  = regexp.MustCompile(`(?i)^</?(?:a|abbr|b|big|blockquote|br|center|cite|code|details|div|em|font|h[1-6]|hr|i|img|kbd|li|mark|ol|p|q|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?/?>`)
)

// tag drops known HTML tags only: "<town>" may be how a name was taken out.
func (p *inline) tag(rest string) {
	window := rest[:min(len(rest), maxTag)]
	if found := autolink.FindStringSubmatch(window); found != nil {
		p.take(found[1], len(found[0]))
	} else if found := htmlTag.FindString(window); found != "" {
		p.take(strings.Repeat("\n", strings.Count(found, "\n")), len(found))
	} else {
		p.take("<", 1)
	}
}

var entity = regexp.MustCompile(`^&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

func (p *inline) entity(rest string) {
	if found := entity.FindString(rest[:min(len(rest), 40)]); found != "" {
		p.take(clean(html.UnescapeString(found)), len(found))
		return
	}
	p.take("&", 1)
}

func (p *inline) result() string {
	var b strings.Builder
	b.Grow(len(p.src))
	for _, piece := range p.pieces {
		b.WriteString(piece.text[piece.gone:])
	}
	return b.String()
}
