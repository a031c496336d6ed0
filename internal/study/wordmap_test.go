package study

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestAWordMapCountsAsReadingTheTextDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "growth", " ", "  ", "\n", "é", "😀", "don’t", " \u00a0", "\u2003", "x-y"}
	for range 300 {
		var b strings.Builder
		for range r.IntN(150) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := NewPositions(b.String())
		words := NewWordMap(b.String())
		for range 30 {
			one := Range{Start: r.IntN(text.Len() + 1)}
			one.End = one.Start + r.IntN(text.Len()-one.Start+1)
			if got, want := words.Count(one), len(strings.Fields(text.Slice(one))); got != want {
				t.Fatalf("%q %v has %d words, not %d", b.String(), one, got, want)
			}
		}
	}
}
