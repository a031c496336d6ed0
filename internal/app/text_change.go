package app

import (
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// TextChange is one difference between two revisions, with the words around it.
type TextChange struct {
	Was    study.Range `json:"was" doc:"Where it stood in the one"`
	Is     study.Range `json:"is" doc:"Where it stands in the other"`
	Before string      `json:"before" doc:"Whole words before it in its paragraph, in both"`
	Gone   string      `json:"gone"`
	New    string      `json:"new"`
	After  string      `json:"after" doc:"Whole words after it in its paragraph, in both"`

	Speaker *OtherSpeaker `json:"speaker,omitempty" doc:"Words that are the same, and someone else's: the turn's first words are those after"`
}

// OtherSpeaker names who was meant to have said something, and who is; "" is nobody, or someone
// whom the source has no more.
type OtherSpeaker struct {
	Was string `json:"was"`
	Is  string `json:"is"`
}

// TextChanges gives what is different from one revision of a source to another, in text order.
// To == 0 is the present one.
func (a *App) TextChanges(ctx context.Context, by study.Actor, project, source study.ID, from, to int) ([]TextChange, error) {
	if to == 0 {
		s, err := a.Source(ctx, by, project, source)
		if err != nil {
			return nil, err
		}
		to = s.Revision
	}
	was, err := a.ContentAt(ctx, by, project, source, from)
	if err != nil {
		return nil, err
	}
	is, err := a.ContentAt(ctx, by, project, source, to)
	if err != nil {
		return nil, err
	}
	others, err := otherSpeakers(a.store.Read(ctx), project, source, was, is)
	if err != nil {
		return nil, err
	}
	out := append(otherWords(was, is), others...)
	slices.SortStableFunc(out, func(a, b TextChange) int { return a.Is.Start - b.Is.Start })
	return out, nil
}

const (
	around = 60 // code points beside a change
	near   = 24 // code points between changes that are told as one
)

func otherWords(was, is *store.Content) []TextChange {
	out, shift := []TextChange{}, 0
	for _, e := range gathered(was, study.Diff(was.Text, is.Text)) {
		now := study.Range{Start: e.Start + shift, End: e.Start + shift + study.TextLen(e.Text)}
		shift += study.TextLen(e.Text) - e.Len()
		out = append(out, TextChange{Was: e.Range, Is: now, Gone: was.Slice(e.Range), New: e.Text, Before: wordsBefore(was, e.Start), After: wordsAfter(was, e.End)})
	}
	return out
}

// gathered makes one edit of those that stand near each other in a paragraph: a sentence that
// was written anew can't be read word by word.
func gathered(was *store.Content, edits []study.Edit) (out []study.Edit) {
	for _, e := range edits {
		if last := len(out) - 1; last >= 0 {
			same := was.Slice(study.Range{Start: out[last].End, End: e.Start})
			if study.TextLen(same) <= near && !strings.Contains(same, "\n") {
				out[last] = study.Edit{Range: study.Range{Start: out[last].Start, End: e.End}, Text: out[last].Text + same + e.Text}
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

// wordsBefore are whole words of the same paragraph.
func wordsBefore(c *store.Content, at int) string {
	words := c.Slice(study.Range{Start: at - around, End: at})
	if i := strings.LastIndexByte(words, '\n'); i >= 0 {
		return words[i+1:]
	}
	if i := strings.IndexByte(words, ' '); at > around && i >= 0 {
		return words[i+1:]
	}
	return words
}

// wordsAfter are whole words of the same paragraph.
func wordsAfter(c *store.Content, at int) string {
	words := c.Slice(study.Range{Start: at, End: at + around})
	if i := strings.IndexByte(words, '\n'); i >= 0 {
		return words[:i]
	}
	if i := strings.LastIndexByte(words, ' '); at+around < c.Len() && i >= 0 {
		return words[:i]
	}
	return words
}

func otherSpeakers(r store.Reader, project, source study.ID, was, is *store.Content) ([]TextChange, error) {
	speakers, err := r.Speakers(project, source)
	if err != nil {
		return nil, err
	}
	names := map[study.ID]string{}
	for _, s := range speakers {
		names[s.ID] = s.Name
	}
	var out []TextChange
	for _, c := range study.CarryTo(was.Positions, is.Positions).SpeakerChanges(was.Turns, is.Turns) {
		begins := study.Range{Start: c.Is.Start, End: min(c.Is.End, c.Is.Start+around)}
		out = append(out, TextChange{Was: c.Was.Range, Is: c.Is.Range, After: is.Slice(begins), Speaker: &OtherSpeaker{names[c.Was.Speaker], names[c.Is.Speaker]}})
	}
	return out, nil
}
