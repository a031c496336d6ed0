package search

import (
	"slices"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func TestATextIsCutIntoItsSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"Oh, the bank. When I started… I'd £4.50 😀! Why, he said.\nNext line": {"Oh, the bank.", "When I started… I'd £4.50 😀!", "Why, he said.", "Next line"},
		"  one  ": {"one"},
		" \n ":    nil,
		"":        nil,
	} {
		var got []string
		for _, r := range sentences(text) {
			got = append(got, study.NewPositions(text).Slice(r))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
