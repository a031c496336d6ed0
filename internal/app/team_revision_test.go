package app_test

import (
	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// correcting changes some words of a source, or its turns.
func (w *team) correcting(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	turns, err := w.Turns(w.t.Context(), by, w.project, source.ID)
	must(w.t, err)
	c := app.Correction{Seen: source.Revision, Why: w.word()}
	if w.dice.IntN(2) == 0 {
		r := w.anyRange(source)
		c.Edits = []study.Edit{{Range: study.Range{Start: r.Start + w.dice.IntN(3), End: r.End}, Text: pickOf(w, "", w.word(), "x")}}
	} else {
		turn, err := pick(w, turns)
		if err != nil {
			return err
		}
		parts := []study.TurnPart{{Text: "We waited " + w.word(), Speaker: turn.SpeakerID}, {Text: "And then?", New: pickOf(w, "Cat", "Ann")}}
		c.Turns = []study.TurnCorrection{{Turn: turn.Index, Parts: parts[:w.dice.IntN(3)]}}
	}
	_, _, err = w.Correct(w.t.Context(), by, w.project, source.ID, c)
	return err
}

func pickOf(w *team, of ...string) string { return of[w.dice.IntN(len(of))] }

func (w *team) restoring(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	list, err := w.Revisions(w.t.Context(), by, w.project, source.ID)
	must(w.t, err)
	one, err := pick(w, list)
	if err != nil {
		return err
	}
	_, _, err = w.RestoreRevision(w.t.Context(), by, w.project, source.ID, source.Revision, one.Number)
	return err
}

// reviewing settles something of the review list.
func (w *team) reviewing(by study.Actor) error {
	list, err := w.Reviews(w.t.Context(), by, w.project, "")
	must(w.t, err)
	one, err := pick(w, list)
	if err != nil {
		return err
	}
	switch w.dice.IntN(3) {
	case 0:
		_, err = w.AcceptReview(w.t.Context(), by, w.project, one.ID)
	case 1:
		_, err = w.RemoveReviewed(w.t.Context(), by, w.project, one.ID)
	case 2:
		_, _, err = w.ResizePassage(w.t.Context(), by, w.project, one.PassageID, 0, study.Range{Start: 0, End: 1 + w.dice.IntN(9)})
	}
	return err
}
