package study

import "strings"

// Namesakes find the cases that something may belong to, since it is called as they are.
type Namesakes struct {
	byName, byKey map[string][]Case
	settled       map[[2]ID]bool // case and target that were tied, or refused
}

// Namesake is a case that something is called as.
type Namesake struct {
	Case Case
	By   string // name or key
}

// NewNamesakes takes the cases of a project, and what was tied to them or refused already.
func NewNamesakes(cases []Case, ties []Tie) *Namesakes {
	n := &Namesakes{byName: map[string][]Case{}, byKey: map[string][]Case{}, settled: map[[2]ID]bool{}}
	for _, c := range cases {
		name, key := called(c.Name), called(c.KeyText)
		n.byName[name] = append(n.byName[name], c)
		if key != "" && key != name {
			n.byKey[key] = append(n.byKey[key], c)
		}
	}
	for _, t := range ties {
		n.settled[[2]ID{t.CaseID, t.TargetID}] = true
	}
	return n
}

// called is a name as it is compared: words alone, whatever their case.
func called(name string) string {
	var words []string
	for _, w := range wordsOf(name) {
		words = append(words, w.folded)
	}
	return strings.Join(words, " ")
}

// Of gives the cases that a name is the name or the key of, those by name first, without those
// that the thing was tied to or refused.
func (n *Namesakes) Of(name string, target ID) (out []Namesake) {
	as := called(name)
	if as == "" {
		return nil
	}
	for _, c := range n.byName[as] {
		if !n.settled[[2]ID{c.ID, target}] {
			out = append(out, Namesake{c, "name"})
		}
	}
	for _, c := range n.byKey[as] {
		if !n.settled[[2]ID{c.ID, target}] {
			out = append(out, Namesake{c, "key"})
		}
	}
	return out
}
