package study

import "slices"

// AnswerCorrection brings the text of an open question's source up to date with its answers.
type AnswerCorrection struct {
	question Question
	source   ID
	was      *Positions
	turns    []Turn
	parts    map[int][]TurnPart // of turns that are corrected
	added    []TurnPart         // behind all others
	speakers []Speaker          // of those
	spoken   map[ID][]int       // turns by speaker
}

// NewAnswerCorrection takes the source's text and turns as they are.
func NewAnswerCorrection(q Question, source ID, was *Positions, turns []Turn) *AnswerCorrection {
	c := &AnswerCorrection{question: q, source: source, was: was, turns: turns, parts: map[int][]TurnPart{}, spoken: map[ID][]int{}}
	for i, t := range turns {
		c.spoken[t.Speaker] = append(c.spoken[t.Speaker], i)
	}
	return c
}

// Answer takes an answer as it is now; was is what it was, "" when it is new. An answer that is
// none any more takes its turn away; one that was none gets a speaker, named in the response.
func (c *AnswerCorrection) Answer(r *Response, was string) {
	before, after := AnswerText(was, c.question), AnswerText(r.Value(c.question), c.question)
	speaker := ID(r.Speakers[c.question.ID])
	turns := c.spoken[speaker]
	switch {
	case before == after:
	case speaker == "" || len(turns) == 0:
		c.add(r, after)
	default:
		for _, at := range turns {
			c.parts[at] = nil
		}
		if after != "" {
			c.parts[turns[0]] = []TurnPart{{Text: after, Speaker: speaker}}
		}
	}
}

func (c *AnswerCorrection) add(r *Response, text string) {
	if text == "" {
		return
	}
	sp := Speaker{ProjectID: r.ProjectID, ID: NewID(), SourceID: c.source, Name: Shorten(r.Called(), MaxName), Version: 1}
	c.speakers = append(c.speakers, sp)
	c.added = append(c.added, TurnPart{Text: text, Speaker: sp.ID})
	r.Speakers = r.Speakers.With(c.question.ID, string(sp.ID))
}

// Result gives the edits that lead to the text as it is now, its turns, and new speakers.
func (c *AnswerCorrection) Result() (edits []Edit, turns []Turn, speakers []Speaker) {
	b := correcting{was: c.was, turns: c.turns, parts: c.parts}
	for i := range c.turns {
		b.turn(i)
	}
	b.flush(c.was.Len())
	edits, turns = b.edits, b.after
	if len(c.added) == 0 {
		return edits, turns, nil
	}
	end, text := b.at+c.was.Len()-b.copied, ""
	for _, part := range c.added {
		if end > 0 || text != "" {
			text += "\n"
		}
		start := end + TextLen(text)
		text += part.Text
		turns = append(turns, Turn{Index: len(turns), Range: Range{start, end + TextLen(text)}, Speaker: part.Speaker})
	}
	edits = append(slices.Clone(edits), Edit{Range: Range{c.was.Len(), c.was.Len()}, Text: text})
	return edits, turns, c.speakers
}
