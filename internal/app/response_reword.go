package app

import (
	"github.com/selvedge/selvedge/internal/study"
)

// surveys rewords surveys, and responses with what was written in them. Keys of respondents
// stay unique.
func (w *rewording) surveys() error {
	list, err := w.Surveys(w.project)
	if err != nil {
		return err
	}
	for _, before := range list {
		if err := w.responses(before); err != nil {
			return err
		}
		after := before.Reworded(w.say)
		if study.SameSurvey(after, before) {
			continue
		}
		after.Version++
		w.changed++
		if err := w.set(before, after); err != nil {
			return err
		}
	}
	return nil
}

func (w *rewording) responses(s study.Survey) error {
	list, err := w.Responses(w.project, s.ID)
	if err != nil {
		return err
	}
	variables, keys := s.Variables(), map[string]bool{}
	rows := make([]study.Case, len(list))
	for i, r := range list {
		if rows[i] = variables.Reworded(study.Case{Name: r.Name, KeyText: r.KeyText, Values: r.Values}, w.say); rows[i].KeyText == r.KeyText {
			keys[study.Fold(r.KeyText)] = true
		}
	}
	for i, before := range list {
		after := before
		after.Name, after.KeyText, after.Values = rows[i].Name, rows[i].KeyText, rows[i].Values
		if after.KeyText != before.KeyText {
			after.KeyText = study.Free(after.KeyText, keys)
		}
		if after.Name == before.Name && after.KeyText == before.KeyText && study.SameValues(after.Values, before.Values) {
			continue
		}
		after.Version++
		w.changed++
		if err := w.set(before, after); err != nil {
			return err
		}
	}
	return nil
}
