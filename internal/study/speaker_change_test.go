package study

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// turnsOf reads a text in which each line begins with the letter of who speaks.
func turnsOf(lines ...string) (*Positions, []Turn) {
	var words []string
	var turns []Turn
	at := 0
	for i, line := range lines {
		who, said, _ := strings.Cut(line, ": ")
		words = append(words, said)
		turns = append(turns, Turn{Index: i, Range: Range{at, at + TextLen(said)}, Speaker: ID(who)})
		at += TextLen(said) + 1
	}
	return NewPositions(strings.Join(words, "\n")), turns
}

func TestWordsThatAreSomeoneElsesNowAreAChangeOfSpeaker(t *testing.T) {
	for _, c := range []struct {
		about   string
		was, is []string
		want    []string
	}{
		{"nothing", []string{"A: One two.", "B: Three."}, []string{"A: One two.", "B: Three."}, nil},
		{"the speaker alone", []string{"A: One two.", "B: Three 👩‍🏭."}, []string{"A: One two.", "A: Three 👩‍🏭."}, []string{"B said Three 👩‍🏭., A says it"}},
		{"the speaker and a word", []string{"A: One two three.", "B: Four."}, []string{"B: One too three.", "B: Four."}, []string{"A said One two three., B says it"}},
		{"the second half of a turn", []string{"A: One two. Three four."}, []string{"A: One two.", "B: Three four."}, []string{"A said One two. Three four., B says it"}},
		{"two turns that are one", []string{"A: One.", "B: Two three four."}, []string{"A: One. Two three four."}, []string{"B said Two three four., A says it"}},
		{"a turn before it", []string{"A: One two."}, []string{"B: Nought.", "A: One two."}, nil},
		{"nobody any more", []string{"A: One two."}, []string{": One two."}, []string{"A said One two.,  says it"}},
	} {
		was, before := turnsOf(c.was...)
		is, after := turnsOf(c.is...)
		var got []string
		for _, change := range CarryTo(was, is).SpeakerChanges(before, after) {
			got = append(got, fmt.Sprintf("%s said %s, %s says it", change.Was.Speaker, was.Slice(change.Was.Range), change.Is.Speaker))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, not %q", c.about, got, c.want)
		}
	}
}

func TestWordsThatCameAndWentAreCounted(t *testing.T) {
	for _, c := range []struct {
		was, is        string
		added, removed int
	}{
		{"One two three.", "One two three.", 0, 0},
		{"One lom three.", "One loom three.", 1, 1},
		{"One two three.", "One two three four five.", 2, 0},
		{"One two three.\nFour.", "One.\nFour.", 0, 2},
		{"One two.\nThree.", "One two. Three.", 0, 0},
	} {
		if added, removed := WordsChanged(c.was, c.is); added != c.added || removed != c.removed {
			t.Errorf("from %q to %q: %d came and %d went", c.was, c.is, added, removed)
		}
	}
}
