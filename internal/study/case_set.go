package study

import "maps"

// CaseSet is some of the cases of a project.
type CaseSet map[ID]bool

// CaseSet gives those of all cases that are among the named ones and meet all conditions. What a
// firm meets on one variable, its persons do too: an owner in a food firm is asked for by both.
// Without names, or conditions, these don't narrow. A name of no case is NotFound.
func (s *VariableSet) CaseSet(all []Case, named []ID, where []string) (CaseSet, error) {
	out, err := s.meeting(all, where)
	if err != nil || len(named) == 0 {
		return out, err
	}
	asked, found := make(CaseSet, len(named)), 0
	for _, id := range named {
		asked[id] = true
	}
	chosen := CasesThat(all, func(c Case) bool {
		if asked[c.ID] {
			found++
		}
		return asked[c.ID]
	})
	if found < len(asked) {
		return nil, Errorf(NotFound, "There is no such case.")
	}
	return out.And(chosen), nil
}

// Others gives the conditions that are not about a variable.
func (s *VariableSet) Others(where []string, than *Variable) (out []string, err error) {
	for _, text := range where {
		c, err := s.condition(text)
		if err != nil {
			return nil, err
		}
		if c.of.ID != than.ID {
			out = append(out, text)
		}
	}
	return out, nil
}

// meeting gives the cases that meet all conditions, variable by variable.
func (s *VariableSet) meeting(all []Case, where []string) (CaseSet, error) {
	by := map[ID][]string{}
	for _, text := range where {
		c, err := s.condition(text)
		if err != nil {
			return nil, err
		}
		by[c.of.ID] = append(by[c.of.ID], text)
	}
	out := CasesThat(all, func(Case) bool { return true })
	for _, conditions := range by {
		lets, err := s.Where(conditions)
		if err != nil {
			return nil, err
		}
		out = out.And(CasesThat(all, func(c Case) bool { return lets(c.Value) }))
	}
	return out, nil
}

// CasesThat gives the cases that are let through, and the persons of the firms among them.
func CasesThat(all []Case, lets func(Case) bool) CaseSet {
	out := CaseSet{}
	for _, c := range all {
		if lets(c) {
			out[c.ID] = true
		}
	}
	firms := maps.Clone(out)
	for _, c := range all {
		if firms[c.FirmID] {
			out[c.ID] = true
		}
	}
	return out
}

// And gives the cases that are in both.
func (s CaseSet) And(other CaseSet) CaseSet {
	out := CaseSet{}
	for id := range s {
		if other[id] {
			out[id] = true
		}
	}
	return out
}

// InWords says what a query is narrowed by, a part a line.
func (q CaseQuery) InWords() (out []string) {
	if q.Text != "" {
		out = append(out, "Words: "+q.Text)
	}
	for _, kind := range q.Kinds {
		out = append(out, "Kind: "+kind)
	}
	for _, condition := range q.Where {
		out = append(out, "Condition: "+condition)
	}
	return out
}
