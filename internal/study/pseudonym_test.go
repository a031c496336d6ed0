package study

import "testing"

func naming() *Naming {
	return NewNaming([]Named{
		{Pseudonym{ID: "1", Pseudonym: "Joan"}, "Helen"},
		{Pseudonym{ID: "2", Pseudonym: "Joan Marsh"}, "Helen Whinfield"},
		{Pseudonym{ID: "3", Pseudonym: "the mill"}, "O’Hara & Sons"},
	})
}

func TestNamesAreReplacedAsWholeWords(t *testing.T) {
	for text, want := range map[string]string{
		"Helen, it’s Denmark. HELEN!":            "Joan, it’s Denmark. JOAN!",
		"Helen  Whinfield’s yard; Helen\nspoke.": "Joan Marsh’s yard; Joan\nspoke.",
		"Helena and helen stay":                  "Helena and helen stay",
		"at O’Hara & Sons, not O’Hara":           "at the mill, not O’Hara",
		"👩‍👩‍👧 é Helen":                          "👩‍👩‍👧 é Joan",
		"":                                       "",
	} {
		if got := naming().Replace(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}

func TestAReplacementSaysWhereItStandsInCodePoints(t *testing.T) {
	text := "é👍 Helen, ß Helen Whinfield"
	at := NewPositions(text)
	found := naming().Find(text)
	if len(found) != 2 || found[0].For != "1" || found[1].For != "2" {
		t.Fatalf("found %+v", found)
	}
	for _, r := range found {
		if at.Slice(r.Range) != r.Was {
			t.Errorf("%+v stands at %q", r, at.Slice(r.Range))
		}
	}
}
