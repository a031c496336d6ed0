package study

import "testing"

func TestWhatQuotesAPersonIsStruckAndTheRestStays(t *testing.T) {
	e := NewErased([]string{"We only just missed the wages in March, and nobody knew.", "No."}, []string{"Helen Whinfield", "Whinfield's yard"})
	for text, want := range map[string]string{
		"She said “we ONLY just\nmissed the wages”, twice.": "She said “[erased]”, twice.",
		"we only just managed":                              "we only just managed",
		"No. It was helen  whinfield.":                      "No. It was [erased].",
		"Helen of Whinfield’s yard":                         "Helen of [erased]",
		"missed the wages in March and nobody knew: clear.": "[erased]: clear.",
		"":       "",
		"Ünser…": "Ünser…",
	} {
		if got := e.Strike(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}

func TestNothingIsStruckWhenNothingWasSaid(t *testing.T) {
	if got := NewErased(nil, []string{"", " – "}).Strike("Quite a few words that stay"); got != "Quite a few words that stay" {
		t.Error(got)
	}
}
