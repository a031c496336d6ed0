package search

import (
	"slices"
	"testing"
)

func TestWordsAreThoseOfTheIndex(t *testing.T) {
	expect(t, "words", WordsIn("The Barriers, don’t – CAFE\u0301!"), []string{"the", "barriers", "don't", "café"})
	expect(t, "words that end in sigma", WordsIn("ΛΟΓΟΣ, λογος"), []string{"λογος", "λογος"})
	for _, one := range []struct{ word, tag, stem string }{{"barriers", "en-GB", "barrier"}, {"growing", "", "grow"}, {"häuser", "de", "haus"}, {"growing", "xx", "growing"}} {
		expect(t, one.word+" in "+one.tag, StemOf(one.word, one.tag), one.stem)
	}
	if stops := StopWords("en"); !slices.Contains(stops, "the") || slices.Contains(stops, "growth") {
		t.Errorf("the stop words are %q", stops)
	}
	expect(t, "stop words of no known language", len(StopWords("xx")), 0)
}
