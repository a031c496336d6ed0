package study

import (
	"slices"
	"testing"
)

func TestSuggestedAreNamesThatRecurAndThoseWhoSpeak(t *testing.T) {
	n := NewNames()
	n.Read("We met Graham Fell in Nelson. Then Graham Fell rang Orme, then Orme. On Monday it rained.")
	n.Read("Nobody in Nelson knew. Because Nelson is small, we left. Because Nelson.")
	n.Speaks("Helen")
	var names []string
	for _, f := range n.Found([]Named{{Name: "Orme"}}) {
		names = append(names, f.Name)
	}
	if !slices.Equal(names, []string{"Helen", "Nelson", "Graham Fell"}) {
		t.Errorf("suggested %q", names)
	}
}
