package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// TextChange is one difference between two revisions, with the words around it.
type TextChange struct {
	Was    study.Range `json:"was" doc:"Where it stood in the one"`
	Is     study.Range `json:"is" doc:"Where it stands in the other"`
	Before string      `json:"before" doc:"Words before it, in both"`
	Gone   string      `json:"gone"`
	New    string      `json:"new"`
	After  string      `json:"after" doc:"Words after it, in both"`

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

const around = 60 // code points beside a change

func otherWords(was, is *store.Content) []TextChange {
	out, shift := []TextChange{}, 0
	for _, e := range study.Diff(was.Text, is.Text) {
		now := study.Range{Start: e.Start + shift, End: e.Start + shift + study.TextLen(e.Text)}
		shift += study.TextLen(e.Text) - e.Len()
		out = append(out, TextChange{
			Was: e.Range, Is: now, Gone: was.Slice(e.Range), New: e.Text,
			Before: was.Slice(study.Range{Start: e.Start - around, End: e.Start}),
			After:  was.Slice(study.Range{Start: e.End, End: e.End + around}),
		})
	}
	return out
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
