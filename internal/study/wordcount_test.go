package study

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsOfOneStemAreCountedAsOne(t *testing.T) {
	said := []WordsSaid{
		{Source: "a", Counts: map[string]int{"barrier": 2, "barriers": 3, "the": 9, "25": 4, "uk": 1}},
		{Source: "b", Counts: map[string]int{"barrier": 2, "loan": 1}},
	}
	counting := WordCounting{Least: 3, Stop: map[string]bool{"the": true}, Stem: func(word, _ string) string { return strings.TrimSuffix(word, "s") }}
	got := counting.Count(said)
	if got.N != 8 || got.Said != 18 || got.Sources != 2 || len(got.List) != 2 {
		t.Fatalf("it counts %+v", got)
	}
	first := got.List[0]
	if first.Word != "barrier" || first.N != 7 || first.Sources != 2 || !slices.Equal(first.Forms, []string{"barrier", "barriers"}) {
		t.Errorf("the first is %+v", first)
	}
}
