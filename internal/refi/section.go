package refi

import (
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// The parts of a description in which this program says what the standard has no place for. Each
// begins a paragraph; people of other programs can read them.
const (
	includePart = "Include when: "
	excludePart = "Exclude when: "
	examplePart = "Typical example: "
	missPart    = "Near miss: "
	kindPart    = "Kind: "
)

var codeParts = []string{includePart, excludePart, examplePart, missPart}

// joined writes a text with its parts, those that hold something.
func joined(text string, labels []string, parts ...string) string {
	out := text
	for i, part := range parts {
		if part == "" {
			continue
		}
		if out != "" {
			out += "\n\n"
		}
		out += labels[i] + part
	}
	return out
}

// parted takes the parts out of a text again, the last first.
func parted(text string, labels ...string) (rest string, parts []string) {
	parts = make([]string, len(labels))
	for i := len(labels) - 1; i >= 0; i-- {
		if after, first := strings.CutPrefix(text, labels[i]); first {
			text, parts[i] = "", after
			continue
		}
		if at := strings.LastIndex(text, "\n\n"+labels[i]); at >= 0 {
			text, parts[i] = text[:at], text[at+2+len(labels[i]):]
		}
	}
	return text, parts
}

// described is what a code means, as one text.
func described(c study.Code) string {
	return joined(c.Definition, codeParts, c.Include, c.Exclude, c.Example, c.NearMiss)
}

// define reads what described wrote.
func define(c *study.Code, text string) {
	rest, parts := parted(text, codeParts...)
	c.Definition, c.Include, c.Exclude, c.Example, c.NearMiss = rest, parts[0], parts[1], parts[2], parts[3]
}
