package study

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsOfALongTextAreShownWithTheirSurroundings(t *testing.T) {
	body := strings.Repeat("Ähnlich wie früher. ", 20) + "Die Bank sagte „nein“, die Bank blieb dabei." + strings.Repeat(" So war das. ", 20) + "Bank"
	m := Memo{Body: body}.Named()
	text := m.Texts[1].Text
	var marks [][2]int
	for at := 0; ; {
		i := strings.Index(text[at:], "Bank")
		if i < 0 {
			break
		}
		marks = append(marks, [2]int{at + i, at + i + 4})
		at += i + 4
	}
	hit := m.Hit([][][2]int{nil, marks})
	var words []string
	for _, f := range hit.Found {
		words = append(words, NewPositions(hit.Text).Slice(Range{f[0], f[1]}))
	}
	if hit.Part != "text" || !slices.Equal(words, []string{"Bank", "Bank"}) || !strings.HasPrefix(hit.Text, "…") || !strings.HasSuffix(hit.Text, "…") || TextLen(hit.Text) > 2*besideNamed+6 {
		t.Errorf("it shows %q with %q", hit.Text, words)
	}
}

func TestSpeakersOfOneNameAreOne(t *testing.T) {
	list := NamedSpeakers([]Speaker{{ID: "1", SourceID: "a", Name: "Jo Firth"}, {ID: "2", SourceID: "b", Name: "jo  firth"}, {ID: "3", SourceID: "b", Name: "Chair"}})
	if len(list) != 2 || !slices.Equal(list[0].In, []ID{"a", "b"}) || list[0].Texts[0].Text != "Jo Firth" || list[1].ID != "3" {
		t.Errorf("they are %+v", list)
	}
}
