package ingest

import (
	"bytes"
	"context"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

var (
	htmlHead    = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])`)
	htmlCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.\-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*["']([a-z0-9_:.\-]{2,40})["']`)
	noDisplay   = regexp.MustCompile(`(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)`)
)

func looksHTML(in *input) bool { return htmlHead.MatchString(in.text[:min(len(in.text), 1024)]) }

// declaredCharset gives the character set that a web page names in its head.
func declaredCharset(data []byte) string {
	head := data[:min(len(data), 4096)]
	if !bytes.Contains(head, []byte("<")) {
		return ""
	}
	found := htmlCharset.FindSubmatch(head)
	if found == nil {
		return ""
	}
	return strings.ToLower(string(found[1]) + string(found[2]))
}

// readHTML reads a web page as its reader sees it. The tags are taken one by one and no
// tree is kept, so that a page of nothing but tags takes no memory.
func readHTML(ctx context.Context, in *input) (*draft, error) {
	p := &page{found: &draft{}, block: &block{}}
	z := html.NewTokenizer(strings.NewReader(in.text))
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				return nil, errDamaged
			}
			break
		}
		if p.token(kind, z); len(p.found.paragraphs) > maxParagraphs {
			return nil, errParagraphs
		}
	}
	p.flush()
	if p.hidden {
		p.found.warnings = append(p.found.warnings, hiddenLeftOut)
	}
	if 2*p.verbatim > p.verbatim+p.flowing {
		p.found.wrap = unsure
	}
	return p.found, nil
}

// page is a web page that is being read.
type page struct {
	found    *draft
	block    *block
	skip     string // the element that is left out, until its end
	depth    int    // of elements of that name within it
	pre      int    // open elements in which line ends count
	bold     int
	heading  bool
	title    bool
	hidden   bool
	verbatim int // bytes of text in which line ends count
	flowing  int // bytes of all other text
}

var (
	htmlBlocks = wordSet(`address article aside blockquote body caption center cite dd details dialog dir div dl dt fieldset figcaption
		figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre section select
		summary table tbody td tfoot th thead title tr ul listing xmp plaintext textarea`)
	htmlLeftOut = wordSet("script style template noscript svg math iframe object audio video canvas datalist noframes noembed rp rt")
	htmlVoid    = wordSet("area base br col embed hr img input link meta param source track wbr frame")
	htmlClosing = wordSet("p li dt dd tr td th option") // an element of the same name ends them
)

func (p *page) token(kind html.TokenType, z *html.Tokenizer) {
	switch kind {
	case html.TextToken:
		if p.skip == "" {
			p.words(string(z.Text()))
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := z.TagName()
		p.start(string(name), more, z)
	case html.EndTagToken:
		name, _ := z.TagName()
		p.end(string(name))
	}
}

func (p *page) start(name string, more bool, z *html.Tokenizer) {
	if p.skip != "" {
		switch {
		case name != p.skip:
			return
		case !htmlClosing[name]:
			p.depth++
			return
		}
		p.skip = "" // <p hidden> ends where the next <p> begins
	}
	hidden := p.attributes(name, more, z)
	switch {
	case htmlLeftOut[name] || hidden && !htmlVoid[name]:
		if htmlBlocks[name] {
			p.flush()
		}
		p.hidden = p.hidden || hidden
		p.skip, p.depth = name, 1
	case name == "br":
		p.block.write("\n", p.bold > 0)
	case htmlBlocks[name]:
		p.open(name)
	case name == "b" || name == "strong":
		p.bold++
	case name == "q":
		p.block.write("“", p.bold > 0)
	}
}

// attributes reads what matters of them, and says whether the element is hidden.
func (p *page) attributes(name string, more bool, z *html.Tokenizer) (hidden bool) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "hidden":
			hidden = !strings.EqualFold(string(value), "until-found")
		case "style":
			hidden = hidden || noDisplay.Match(value)
		case "lang":
			if name == "html" {
				p.found.language = languageTag(string(value))
			}
		}
	}
	return hidden
}

// open begins a block. A name in <cite> begins a turn, as podcasts publish transcripts,
// unless it stands within a sentence.
func (p *page) open(name string) {
	if name == "cite" && strings.TrimSpace(p.block.text.String()) != "" {
		return
	}
	p.flush()
	switch name {
	case "pre", "listing", "xmp", "plaintext", "textarea":
		p.pre++
	case "title":
		p.title = p.found.title == ""
	}
	p.heading = name[0] == 'h' && len(name) == 2 && name != "hr"
	p.block.heading = p.heading
}

func (p *page) end(name string) {
	if p.skip != "" {
		if name == p.skip {
			if p.depth--; p.depth <= 0 {
				p.skip = ""
			}
		}
		return
	}
	switch {
	case name == "cite": // the time of the turn, or its words, may follow
		p.words(" ")
	case htmlBlocks[name]:
		if p.flush(); name == "pre" || name == "listing" || name == "xmp" || name == "textarea" {
			p.pre = max(0, p.pre-1)
		}
		p.heading = false
	case name == "b" || name == "strong":
		p.bold = max(0, p.bold-1)
	case name == "q":
		p.block.write("”", p.bold > 0)
	}
}

func (p *page) words(s string) {
	if p.pre > 0 {
		p.verbatim += len(s)
		p.block.write(s, p.bold > 0)
		return
	}
	p.flowing += len(s)
	s = fold(s)
	if text := p.block.text.String(); strings.HasPrefix(s, " ") && (text == "" || strings.HasSuffix(text, " ") || strings.HasSuffix(text, "\n")) {
		s = s[1:]
	}
	p.block.write(s, p.bold > 0)
}

// flush ends the open block.
func (p *page) flush() {
	b := p.block
	p.block = &block{heading: p.heading}
	switch {
	case b.text.Len() == 0:
	case p.title:
		p.found.title, p.title = strings.TrimSpace(b.text.String()), false
	case p.pre > 0:
		p.found.paragraphs = append(p.found.paragraphs, verbatimLines(b.text.String())...)
	default:
		p.found.paragraphs = append(p.found.paragraphs, b.lines()...)
	}
}

// verbatimLines gives one paragraph a line. Where paragraphs begin with an indent, as on a
// typewriter, an indented line does not follow the one before.
func verbatimLines(text string) []paragraph {
	var out []paragraph
	lines := strings.Split(text, "\n")
	indents, blank := firstLinesIndented(lines), true
	for _, line := range lines {
		words := strings.TrimSpace(line)
		if words != "" {
			out = append(out, paragraph{text: words, follows: !blank && !(indents && indentOf(line) > 1), strong: emphatic(words)})
		}
		blank = words == ""
	}
	return out
}

// firstLinesIndented says whether paragraphs begin with an indent rather than hang: then
// some lines are indented, and fewer than are not.
func firstLinesIndented(lines []string) bool {
	indented, flush := 0, 0
	for _, line := range lines {
		switch {
		case strings.TrimSpace(line) == "":
		case indentOf(line) > 1:
			indented++
		default:
			flush++
		}
	}
	return indented > 2 && indented < flush
}

// indentOf counts the blanks that a line begins with; a tab is eight.
func indentOf(line string) (n int) {
	for _, r := range line {
		switch r {
		case ' ', '\u00a0':
			n++
		case '\t':
			n += 8
		default:
			return n
		}
	}
	return n
}
