package study

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Sentences cuts a text into its sentences by the rules of Unicode (UAX 29), without the white
// space around them. It knows no abbreviations: one before a capital ends a sentence.
func Sentences(text string) (out []Range) {
	at, state := 0, -1
	for rest := text; rest != ""; {
		var sentence string
		sentence, rest, state = uniseg.FirstSentenceInString(rest, state)
		words := strings.TrimSpace(sentence)
		from := at + TextLen(sentence[:strings.Index(sentence, words)])
		if words != "" {
			out = append(out, Range{from, from + TextLen(words)})
		}
		at += TextLen(sentence)
	}
	return out
}
