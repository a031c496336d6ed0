package study

import (
	"testing"
	"unicode"
)

func TestTheTextAroundARangeIsCutBetweenWords(t *testing.T) {
	text := "Most of them come from Nelson, and a few walk over."
	for _, c := range []struct {
		text          string
		at            Range
		before, after string
	}{
		{text, Range{23, 29}, "…come from ", ", and a few…"},
		{text, Range{0, 4}, "", " of them…"},
		{text, Range{46, 50}, "…a few walk ", "."},
		{text, Range{8, 12}, "Most of ", " come from…"},
		{"Anna", Range{0, 4}, "", ""},
		{"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", Range{14, 16}, "…四五六七八九十一二三四", "七八九十一二三四五六七…"},
	} {
		before, after := NewPositions(c.text).Around(c.at, 11)
		if before != c.before || after != c.after {
			t.Errorf("around %v of %q: %q and %q, not %q and %q", c.at, c.text, before, after, c.before, c.after)
		}
	}
}

func TestLettersAndDigitsAreThoseOfUnicode(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if letterOrDigit(r) != (unicode.IsLetter(r) || unicode.IsNumber(r)) {
			t.Fatalf("%q", r)
		}
	}
}
