package app

import (
	"maps"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// turnsWanted gives the turns that fields of a query stand for: a memo with some words, or the
// cases that have all of a name or key, and values of variables.
func (a *App) turnsWanted(r store.Reader, project study.ID, fields []study.FieldWanted) (study.TurnSet, error) {
	if strings.EqualFold(fields[0].Field, "memo") {
		return turnsWithMemo(r, project, fields[0].Values[0])
	}
	all, err := a.cases.read(r, project, project)
	if err != nil {
		return nil, err
	}
	variables, err := variableSet(r, project)
	if err != nil {
		return nil, err
	}
	cases := study.CasesThat(all, func(study.Case) bool { return true })
	for _, f := range fields {
		some := study.CaseSet{}
		for _, w := range f.Values {
			lets, err := caseWanted(variables, f.Field, w)
			if err != nil {
				return nil, err
			}
			maps.Copy(some, study.CasesThat(all, lets))
		}
		if cases = cases.And(some); len(cases) == 0 && len(fields) == 1 && strings.EqualFold(f.Field, "case") {
			return nil, study.Errorf(study.Invalid, "there is no case “%s”.", study.Shorten(f.Values[0].Text, 40))
		}
	}
	return a.turnsOf(r, project, cases)
}

// caseWanted reads what a field asks of a case.
func caseWanted(variables *study.VariableSet, field string, w study.Wanted) (func(study.Case) bool, error) {
	if strings.EqualFold(field, "case") {
		return func(c study.Case) bool { return w.Names(c.Name) || study.Fold(c.KeyText) == study.Fold(w.Text) }, nil
	}
	v, err := variables.Named(field)
	if err != nil {
		return nil, study.Errorf(study.NotFound, "there is no field or variable “%s”. There are strand, source, speaker, code, coder, case, memo%s.", study.Shorten(field, 40), variableNames(variables))
	}
	lets, err := v.Wanted(w)
	return func(c study.Case) bool { return lets(c.Value(v)) }, err
}

// mostNamed is how many variables an error names.
const mostNamed = 12

func variableNames(s *study.VariableSet) string {
	all := s.All()
	if len(all) == 0 {
		return ""
	}
	names := make([]string, 0, mostNamed)
	for _, v := range all[:min(len(all), mostNamed)] {
		names = append(names, v.Name)
	}
	return ", and the variables of cases " + strings.Join(names, ", ")
}

// turnsWithMemo gives the turns in which a passage has a memo with some words, and all turns of a
// source that has one.
func turnsWithMemo(r store.Reader, project study.ID, w study.Wanted) (study.TurnSet, error) {
	list, err := r.Memos(project, "")
	if err != nil {
		return nil, err
	}
	sources, err := sourcesByID(r, project)
	if err != nil {
		return nil, err
	}
	out, passages := places{}, []study.ID(nil)
	words := wordsWanted(w)
	for _, m := range list {
		if !says(m, words) {
			continue
		}
		for _, thing := range m.About() {
			switch thing.Kind {
			case "passage":
				passages = append(passages, thing.ID)
			case "source":
				if s, there := sources[thing.ID]; there {
					out.add(s.ID, study.Range{End: s.Length})
				}
			}
		}
	}
	if err := out.addPassages(r, project, passages); err != nil {
		return nil, err
	}
	for source, ranges := range out {
		out[source] = study.Joined(ranges)
	}
	return out.turns(r, sources)
}

// wordsWanted gives what a memo must say: each word, or in quotation marks all of them in a row.
func wordsWanted(w study.Wanted) []string {
	if w.Quoted {
		return []string{folded(w.Text)}
	}
	return strings.Fields(folded(strings.TrimSuffix(w.Text, "*")))
}
