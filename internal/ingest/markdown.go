package ingest

import (
	"context"
	"regexp"
	"strings"
)

// readMarkdown reads Markdown as a person reads it: words stay, marks go.
func readMarkdown(ctx context.Context, in *input) (*draft, error) {
	found := &draft{wrap: soft}
	body := frontMatter(in.text, found)
	m := &markdown{lines: strings.Split(lineBreak.ReplaceAllString(body, "  \n"), "\n")}
	m.closing = m.fences()
	for m.at < len(m.lines) {
		if m.at%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		m.line()
	}
	m.flush()
	found.paragraphs = m.out
	return found, nil
}

var (
	lineBreak  = regexp.MustCompile(`(?i)<br\s*/?>\n?`)
	fence      = regexp.MustCompile("^ {0,3}(```+|~~~+)[^`]*$")
	atx        = regexp.MustCompile(`^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)
	underline  = regexp.MustCompile(`^ {0,3}(?:=+|-+)[ \t]*$`)
	thematic   = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	item       = regexp.MustCompile(`^[ \t]*(?:([*+-])|(\d{1,9}[.)]))[ \t]+(\S.*)$`)
	quote      = regexp.MustCompile(`^ {0,3}(?:>[ \t]?)+`)
	definition = regexp.MustCompile(`^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?:https?:|/|\.|#|mailto:)\S*`)
	tableRule  = regexp.MustCompile(`^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?$`)
)

// markdown goes through the lines and collects blocks.
type markdown struct {
	lines   []string
	at      int
	block   []string // lines of the block that is open, their marks still on
	quoted  bool     // the open block is a list item or a quotation
	closing map[int]int
	out     []paragraph
	blank   bool // a blank line, or the like, stood before
}

// fences pairs the fences of verbatim blocks; one without a partner fences nothing.
func (m *markdown) fences() map[int]int {
	pairs, start, char := map[int]int{}, -1, byte(0)
	for i, line := range m.lines {
		found := fence.FindStringSubmatch(line)
		switch {
		case found == nil:
		case start < 0:
			start, char = i, found[1][0]
		case found[1][0] == char && strings.TrimSpace(line) == found[1]:
			pairs[start], start = i, -1
		}
	}
	return pairs
}

func (m *markdown) line() {
	line := m.lines[m.at]
	end, fenced := m.closing[m.at]
	m.at++
	switch {
	case fenced:
		m.verbatim(m.lines[m.at:end])
		m.at = end + 1
	case strings.TrimSpace(line) == "":
		m.flush()
		m.quoted, m.blank = false, true
	case strings.HasPrefix(strings.TrimSpace(line), "<!--"):
		m.comment(line)
	case underline.MatchString(line) && m.titled():
		m.heading(m.block[0])
		m.block = nil
	case thematic.MatchString(line) || definition.MatchString(line) || tableRule.MatchString(line) || fence.MatchString(line):
		m.flush()
		m.blank = true
	case atx.MatchString(line):
		m.flush()
		m.heading(atx.FindStringSubmatch(line)[1])
	default:
		m.words(line)
	}
}

// titled says whether the open block can be a title that the next line underlines.
func (m *markdown) titled() bool {
	return len(m.block) == 1 && !m.quoted && len(m.block[0]) < 120 && readMark(plainInline(m.block[0])).label == ""
}

func (m *markdown) heading(text string) {
	if text = strings.TrimSpace(plainInline(text)); text != "" {
		m.out = append(m.out, paragraph{text: text, heading: true})
	}
	m.blank = true
}

func (m *markdown) verbatim(lines []string) {
	m.flush()
	for _, line := range lines {
		if text := strings.TrimSpace(line); text != "" {
			m.out = append(m.out, paragraph{text: text, quoted: true})
		}
	}
	m.blank = true
}

func (m *markdown) comment(line string) {
	m.flush()
	for !strings.Contains(line, "-->") && m.at < len(m.lines) {
		line = m.lines[m.at]
		m.at++
	}
	if _, after, _ := strings.Cut(line, "-->"); strings.TrimSpace(after) != "" {
		m.words(after)
	}
}

func (m *markdown) words(line string) {
	if mark := quote.FindString(line); mark != "" {
		line = line[len(mark):]
		m.startQuoted()
	}
	if parts := item.FindStringSubmatch(line); parts != nil {
		m.flush()
		m.quoted, m.blank = true, true
		bullet := parts[2]
		if bullet == "" {
			bullet = "-"
		}
		line = bullet + " " + parts[3]
	}
	broken := strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`)
	if text := strings.TrimSpace(strings.TrimSuffix(line, `\`)); text != "" {
		m.block = append(m.block, text)
	}
	if broken {
		m.flush()
		m.blank = true
	}
}

func (m *markdown) startQuoted() {
	if !m.quoted {
		m.flush()
		m.quoted, m.blank = true, true
	}
}

// flush strips the marks of the open block as a whole, since emphasis may run over
// its lines, and gives one paragraph a line.
func (m *markdown) flush() {
	if len(m.block) == 0 {
		return
	}
	whole := strings.Join(m.block, "\n")
	lines := strings.Split(plainInline(whole), "\n")
	aside := !m.quoted && isAside(whole) && readMark(lines[0]).label == ""
	for i, text := range lines {
		p := paragraph{text: strings.TrimSpace(text), follows: i > 0 || !m.blank, quoted: m.quoted, aside: aside}
		p.strong = i < len(m.block) && emphatic(m.block[i])
		if p.text != "" {
			m.out = append(m.out, p)
		}
	}
	m.block, m.blank = nil, false
}

var inItalics = regexp.MustCompile(`^(?:\*[^*]+\*|_[^_]+_)$`)

// isAside says whether a block is a stage direction: short, and all in italics.
func isAside(block string) bool { return len(block) < 200 && inItalics.MatchString(block) }
