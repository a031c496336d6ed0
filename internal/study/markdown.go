package study

import (
	"regexp"
	"strconv"
	"strings"
)

// BlockKind is what a block of rich text is.
type BlockKind string

// The kinds of block. Items and quotes that follow one another make one list or one quote.
const (
	Paragraph BlockKind = "paragraph"
	Bullet    BlockKind = "bullet"
	Numbered  BlockKind = "numbered"
	Quote     BlockKind = "quote"
)

// Block is a paragraph of rich text, a quote or an item of a list.
type Block struct {
	Kind   BlockKind `json:"kind" enum:"paragraph,bullet,numbered,quote"`
	Number int       `json:"number,omitempty"` // of a numbered item, as it was written
	Runs   []Run     `json:"runs"`
}

// Run is words of one look within a block. A line end in Text is a new line of the same block.
type Run struct {
	Text    string `json:"text"`
	Bold    bool   `json:"bold,omitempty"`
	Italic  bool   `json:"italic,omitempty"`
	URL     string `json:"url,omitempty"`     // where they lead; begins with http:// or https://
	Mention *Link  `json:"mention,omitempty"` // the thing of the project that they name
}

// ReadMarkdown reads the Markdown of a memo: paragraphs, "- " and "1. " items, "> " quotes,
// **bold**, *italic*, [words](https://…) and mentions such as [Name](code:ID). A line end
// within a paragraph stays one, and a backslash takes the next mark as it is. Everything
// else is plain words: there is no way to HTML. ui/src/memos/markdown.ts reads the same;
// testdata/markdown.json holds both to it.
func ReadMarkdown(text string) []Block {
	var r blocks
	for line := range strings.SplitSeq(lineEnds.Replace(text), "\n") {
		r.line(line)
	}
	r.close()
	return r.done
}

var (
	lineEnds   = strings.NewReplacer("\r\n", "\n", "\r", "\n")
	bulletLine = regexp.MustCompile(`^ {0,3}[-*+][ \t]+([^ \t].*)$`)
	numberLine = regexp.MustCompile(`^ {0,3}(\d{1,3})[.)][ \t]+([^ \t].*)$`)
	quoteLine  = regexp.MustCompile(`^ {0,3}>[ \t]?(.*)$`)
)

const blank = " \t"

// blocks gathers lines into blocks.
type blocks struct {
	done  []Block
	open  bool
	kind  BlockKind
	start int // of a numbered item
	lines []string
}

func (r *blocks) line(line string) {
	said := strings.Trim(line, blank)
	if said == "" {
		r.close()
	} else if m := bulletLine.FindStringSubmatch(line); m != nil {
		r.begin(Bullet, 0, m[1])
	} else if m := numberLine.FindStringSubmatch(line); m != nil {
		n, _ := strconv.Atoi(m[1]) // three digits at most
		r.begin(Numbered, n, m[2])
	} else if m := quoteLine.FindStringSubmatch(line); m != nil {
		r.quote(m[1])
	} else if r.open && r.goesOn(line) {
		r.lines = append(r.lines, said)
	} else {
		r.begin(Paragraph, 0, line)
	}
}

// goesOn says whether a line without a mark belongs to the open block: after an item only
// one that is indented, after a quote none.
func (r *blocks) goesOn(line string) bool {
	switch r.kind {
	case Paragraph:
		return true
	case Quote:
		return false
	}
	return strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t")
}

func (r *blocks) quote(rest string) {
	rest = strings.Trim(rest, blank)
	switch {
	case rest == "":
		r.close()
	case r.open && r.kind == Quote:
		r.lines = append(r.lines, rest)
	default:
		r.begin(Quote, 0, rest)
	}
}

func (r *blocks) begin(kind BlockKind, number int, line string) {
	r.close()
	r.open, r.kind, r.start, r.lines = true, kind, number, []string{strings.Trim(line, blank)}
}

func (r *blocks) close() {
	if r.open {
		r.done = append(r.done, Block{Kind: r.kind, Number: r.start, Runs: readRuns(strings.Join(r.lines, "\n"))})
	}
	r.open = false
}

// Mentions gives the things that rich text names, each once, in order.
func Mentions(list []Block) (out Links) {
	for _, b := range list {
		for _, run := range b.Runs {
			if run.Mention != nil {
				out = out.With(*run.Mention)
			}
		}
	}
	return out
}

// PlainText gives the words of rich text without their look. Items keep a mark, so that a
// list can be told from lines.
func PlainText(list []Block) string {
	var b strings.Builder
	for i, block := range list {
		if i > 0 {
			b.WriteString("\n")
			if block.Kind != list[i-1].Kind || block.Kind == Paragraph || block.Kind == Quote {
				b.WriteString("\n")
			}
		}
		switch block.Kind {
		case Bullet:
			b.WriteString("• ")
		case Numbered:
			b.WriteString(strconv.Itoa(block.Number) + ". ")
		}
		for _, run := range block.Runs {
			b.WriteString(run.Text)
		}
	}
	return b.String()
}

var lineMark = regexp.MustCompile(`(?m)^([ \t]*)([-+>]|\d{1,3}[.)])`)

// EscapeMarkdown writes plain words so that ReadMarkdown gives them back as they are.
func EscapeMarkdown(text string) string {
	text = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `[`, `\[`, `]`, `\]`).Replace(text)
	return lineMark.ReplaceAllStringFunc(text, func(mark string) string {
		at := len(mark) - 1
		return mark[:at] + `\` + mark[at:]
	})
}
