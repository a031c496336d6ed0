package app_test

import (
	"strings"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

func (w *team) anyPassage(by study.Actor) (app.PassageView, error) {
	source, err := w.anySource(by)
	if err != nil {
		return app.PassageView{}, err
	}
	list, err := w.Passages(w.t.Context(), by, w.project, source.ID)
	must(w.t, err)
	return pick(w, list)
}

func (w *team) anyCoding(by study.Actor) (study.Coding, error) {
	passage, err := w.anyPassage(by)
	if err != nil {
		return study.Coding{}, err
	}
	return pick(w, passage.Codings)
}

func (w *team) recoding(by study.Actor) error {
	coding, err := w.anyCoding(by)
	if err != nil {
		return err
	}
	code, err := w.anyCode(by)
	if err != nil {
		return err
	}
	_, err = w.ChangeCoding(w.t.Context(), by, w.project, app.CodingChange{Coding: coding.ID, Code: &code.ID})
	return err
}

func (w *team) movingCoding(by study.Actor) error {
	coding, err := w.anyCoding(by)
	if err != nil {
		return err
	}
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	r := w.anyRange(source)
	_, err = w.ChangeCoding(w.t.Context(), by, w.project, app.CodingChange{Coding: coding.ID, Range: &r})
	return err
}

// gesturing is one gesture that adds, changes, removes and keeps codings.
func (w *team) gesturing(by study.Actor) error {
	var b app.CodingBatch
	for range 1 + w.dice.IntN(4) {
		source, err := w.anySource(by)
		if err != nil {
			return err
		}
		code, err := w.anyCode(by)
		if err != nil {
			return err
		}
		b.Add = append(b.Add, app.NewCoding{Source: source.ID, Range: w.anyRange(source), Code: code.ID})
		coding, err := w.anyCoding(by)
		if err != nil {
			continue
		}
		switch w.dice.IntN(3) {
		case 0:
			b.Change = append(b.Change, app.CodingChange{Coding: coding.ID, Code: &code.ID})
		case 1:
			b.Remove = append(b.Remove, coding.ID)
		case 2:
			b.Check = append(b.Check, coding.ID)
		}
	}
	_, _, err := w.ChangeCodings(w.t.Context(), by, w.project, b)
	return err
}

func (w *team) resizing(by study.Actor) error {
	passage, err := w.anyPassage(by)
	if err != nil {
		return err
	}
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	_, _, err = w.ResizePassage(w.t.Context(), by, w.project, passage.ID, 0, w.anyRange(source))
	return err
}

func (w *team) splitting(by study.Actor) error {
	passage, err := w.anyPassage(by)
	if err != nil {
		return err
	}
	_, _, err = w.SplitPassage(w.t.Context(), by, w.project, passage.ID, 0, passage.Start+w.dice.IntN(passage.Len()))
	return err
}

func (w *team) joining(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	list, err := w.Passages(w.t.Context(), by, w.project, source.ID)
	must(w.t, err)
	var ids []study.ID
	for _, p := range list {
		if p.CreatedBy == by.Account.ID && len(ids) < 3 {
			ids = append(ids, p.ID)
		}
	}
	_, _, err = w.JoinPassages(w.t.Context(), by, w.project, ids)
	return err
}

func (w *team) bookmarking(by study.Actor) error {
	ctx := w.t.Context()
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	list, err := w.Bookmarks(ctx, by, w.project, source.ID)
	must(w.t, err)
	if b, err := pick(w, list); err == nil && w.dice.IntN(2) == 0 {
		_, err = w.RemoveBookmark(ctx, by, w.project, b.ID)
		return err
	}
	_, _, err = w.AddBookmark(ctx, by, w.project, study.Bookmark{SourceID: source.ID, Position: w.dice.IntN(source.Length), Name: w.word()})
	return err
}

func (w *team) recording(by study.Actor) error {
	ctx := w.t.Context()
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	if source.Recording != nil && w.dice.IntN(2) == 0 {
		_, err = w.RemoveRecording(ctx, by, w.project, source.ID)
		return err
	}
	_, _, err = w.PutRecording(ctx, by, w.project, source.ID, "talk.mp3", strings.NewReader("ID3"+w.word()))
	return err
}
