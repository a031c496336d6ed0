package search

import (
	"maps"
	"slices"
	"strings"
)

// WordsIn gives the words of a text as the index holds them as they stand: in lower case, accents
// and apostrophes in one form.
func WordsIn(text string) []string {
	tokens := rulesOf(exactField).Analyze([]byte(text))
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = string(t.Term)
		if rest, is := strings.CutSuffix(out[i], "σ"); is {
			out[i] = rest + "ς" // as it is written where a word ends
		}
	}
	return out
}

// StemOf gives what a word of a language (a BCP 47 tag) has in common with its other forms: a
// search for one of them finds them all.
func StemOf(word, tag string) string {
	if terms := analyze(wordsField+languageOf(tag), word); len(terms) == 1 && len(terms[0]) > 0 {
		return terms[0][0]
	}
	return word
}

// StopWords lists the words of a language (a BCP 47 tag) that are too common to say anything, in
// order; none where there is no list.
func StopWords(tag string) []string {
	return slices.Sorted(maps.Keys(stopLists[languageOf(tag)]))
}
