package study

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// head is what a column is called: the words of its question, and of its part of it.
type head struct {
	stem, part string
	title      string // what it is called in one
}

var parted = regexp.MustCompile(`^(.+?)(?:\s*\[(.*)\](?:\.\d+)?|\s*[./]\s?([\pL\d]{1,12})|\s+[-–]\s+(.+))$`)

// name finds the words of every column: of its question and of its part of it. Where two rows
// name the columns, the first has each question once.
func (a *asking) name() {
	last := ""
	for at, title := range a.Columns {
		h := head{title: title}
		switch {
		case len(a.Heads) > 1:
			above, below := cell(a.Heads[0], at), cell(a.Heads[len(a.Heads)-1], at)
			if above != "" || below == "" {
				last = above
			}
			h.stem, h.part = last, below
			if above == below || plainPart.MatchString(below) {
				h.part = ""
			}
		default:
			if part := parted.FindStringSubmatch(title); part != nil {
				h.stem, h.part = strings.TrimSpace(part[1]), firstFilled(part[2:])
			}
		}
		a.heads[at] = h
	}
}

// otherPart is where respondents write what no option says.
var otherPart = regexp.MustCompile(`(?i)^(other|sonstige)`)

// plainPart is what survey tools write under a question that has one column.
var plainPart = regexp.MustCompile(`(?i)^(open-ended )?response ?\d*$`)

func firstFilled(list []string) string {
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// called makes the name of a question, and a label where the name can't say all.
func (a *asking) called(words string) (name, label string) {
	words = strings.Join(strings.Fields(words), " ")
	name = words
	if utf8.RuneCountInString(words) > longOption {
		name, label = strings.TrimSpace(Shorten(words, longOption-1))+"…", Shorten(words, MaxProse)
	}
	return Free(name, a.taken), label
}

// words are those of a question that one column is.
func (a *asking) words(at int) string {
	h := a.heads[at]
	if len(a.Heads) < 2 {
		return a.Columns[at]
	}
	return firstFilled([]string{strings.Trim(h.stem+" · "+h.part, " ·"), a.Columns[at]})
}

// plainName makes a name of any text: one line, not too long.
func plainName(text string) string {
	return Shorten(strings.Join(strings.Fields(text), " "), MaxName-8)
}
