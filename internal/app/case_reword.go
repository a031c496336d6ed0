package app

import (
	"github.com/selvedge/selvedge/internal/study"
)

// cases rewords variables, and cases with their values. Names of variables and keys of cases
// stay unique.
func (w *rewording) cases() error {
	variables, err := w.Variables(w.project)
	if err != nil {
		return err
	}
	cases, err := w.Cases(w.project)
	if err != nil {
		return err
	}
	if err := w.variables(variables); err != nil {
		return err
	}
	set, keys := study.NewVariableSet(variables), map[string]bool{}
	after := make([]study.Case, len(cases))
	for i, c := range cases {
		if after[i] = set.Reworded(c, w.say); after[i].KeyText == c.KeyText {
			keys[study.Fold(c.KeyText)] = true
		}
	}
	for i, c := range cases {
		if after[i].KeyText != c.KeyText {
			after[i].KeyText = study.Free(after[i].KeyText, keys)
		}
		if after[i].Name == c.Name && after[i].KeyText == c.KeyText && study.SameValues(after[i].Values, c.Values) {
			continue
		}
		after[i].Version++
		w.changed++
		if err := w.set(c, after[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *rewording) variables(list []study.Variable) error {
	names := map[string]bool{}
	for _, v := range list {
		if w.say(v.Name) == v.Name {
			names[study.Fold(v.Name)] = true
		}
	}
	for _, before := range list {
		after := before.Reworded(w.say)
		if after.Name != before.Name {
			after.Name = study.Free(after.Name, names)
		}
		if study.SameVariable(before, after) {
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
