package study

import "testing"

func TestWordsOnAPageFollowTheCorrectedText(t *testing.T) {
	was, is := NewPositions("We opened in Hanley."), NewPositions("We have opened in Town.")
	word := func(start, end int) PageWord { return PageWord{Range{start, end}, Box{Left: float64(start)}} }
	got := CarryWords([]PageWord{word(0, 2), word(3, 9), word(13, 19)}, CarryTo(was, is))
	if len(got) != 2 || is.Slice(got[0].Range) != "We" || is.Slice(got[1].Range) != "opened" || got[1].Left != 3 {
		t.Errorf("%+v", got)
	}
}
