package ingest

import (
	"context"
	"regexp"
	"strings"
)

var (
	rstLink      = regexp.MustCompile("`([^`<>]+?)\\s*<[^`<>]*>`__?")
	rstRole      = regexp.MustCompile(":[A-Za-z][\\w:-]*:`([^`<>]*?)(?:\\s*<[^`<>]*>)?`")
	rstCode      = regexp.MustCompile("``([^`]+)``")
	rstNote      = regexp.MustCompile(`\[(#?[\w-]+)\]_`)
	rstDirective = regexp.MustCompile(`^\.\.\s+([\w-]+)::\s*(.*)$`)
	rstFootnote  = regexp.MustCompile(`^\.\.\s+\[(#?[\w-]*)\]\s+(.*)$`)
	rstTarget    = regexp.MustCompile(`^\.\.\s+_[^:]+:`)
	rstUnderline = regexp.MustCompile("^([=\\-~^\"'`#*+.:_])[=\\-~^\"'`#*+.:_]{2,}\\s*$")
)

// readRST reads reStructuredText as plain text with headings, labels in bold and
// directives. Directives that hold no words for readers go, with what they indent.
func readRST(_ context.Context, in *input) (*draft, error) {
	found := &draft{wrap: soft}
	r := &rst{markdown: markdown{lines: strings.Split(in.text, "\n")}}
	for r.at < len(r.lines) {
		r.line()
	}
	r.flush()
	found.paragraphs = r.out
	return found, nil
}

// rst shares Markdown's way of collecting blocks.
type rst struct{ markdown }

func (r *rst) line() {
	line := r.lines[r.at]
	r.at++
	switch trimmed := strings.TrimSpace(line); {
	case trimmed == "":
		r.flush()
		r.blank = true
	case rstUnderline.MatchString(trimmed) && strings.Trim(trimmed, trimmed[:1]) == "":
		r.underlined()
	case strings.HasPrefix(trimmed, ".."):
		r.explicit(line, trimmed)
	default:
		r.block = append(r.block, rstInline(trimmed))
	}
}

func (r *rst) underlined() {
	if len(r.block) != 1 {
		r.flush()
		r.blank = true
		return
	}
	title := r.block[0]
	r.block = nil
	r.heading(title)
}

// explicit reads a line that begins with two points: a directive, a footnote, a
// target or a comment.
func (r *rst) explicit(line, trimmed string) {
	r.flush()
	if note := rstFootnote.FindStringSubmatch(trimmed); note != nil {
		r.block = append(r.block, "["+note[1]+"] "+rstInline(note[2]))
		return
	}
	directive := rstDirective.FindStringSubmatch(trimmed)
	if directive == nil && !rstTarget.MatchString(trimmed) && trimmed != ".." && !strings.HasPrefix(trimmed, ".. ") {
		r.block = append(r.block, rstInline(trimmed))
		return
	}
	if directive != nil && (spoken[directive[1]] || wraps[directive[1]]) {
		if directive[2] != "" && !wraps[directive[1]] {
			r.block = append(r.block, rstInline(directive[2]))
		}
		return
	}
	r.skipBody(line)
}

// spoken are directives whose bodies, and what follows on their line, are words of
// the document; wraps only dress their bodies.
var (
	spoken = wordSet(`note warning tip important attention caution danger error hint admonition epigraph pull-quote
		highlights topic sidebar line-block parsed-literal compound rubric`)
	wraps = wordSet("container rst-class class only")
)

func (r *rst) skipBody(line string) {
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	for ; r.at < len(r.lines); r.at++ {
		next := r.lines[r.at]
		if text := strings.TrimLeft(next, " \t"); text != "" && len(next)-len(text) <= indent {
			return
		}
	}
}

func rstInline(s string) string {
	if !strings.ContainsAny(s, "`_") {
		return s
	}
	s = rstLink.ReplaceAllString(s, "$1")
	s = rstRole.ReplaceAllString(s, "$1")
	s = rstCode.ReplaceAllString(s, "$1")
	return rstNote.ReplaceAllString(s, "[$1]")
}
