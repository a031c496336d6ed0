package search

import (
	"strings"

	"github.com/rivo/uniseg"

	"github.com/selvedge/selvedge/internal/study"
)

// sentences cuts a text into its sentences by the rules of Unicode (UAX 29), without the white
// space around them. It knows no abbreviations: one before a capital ends a sentence.
func sentences(text string) (out []study.Range) {
	at, state := 0, -1
	for rest := text; rest != ""; {
		var sentence string
		sentence, rest, state = uniseg.FirstSentenceInString(rest, state)
		words := strings.TrimSpace(sentence)
		from := at + study.TextLen(sentence[:strings.Index(sentence, words)])
		if words != "" {
			out = append(out, study.Range{Start: from, End: from + study.TextLen(words)})
		}
		at += study.TextLen(sentence)
	}
	return out
}
