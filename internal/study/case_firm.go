package study

import "fmt"

// firmIndex finds the firms of a project by what a table calls them.
type firmIndex struct {
	byKey  map[string]ID
	byName map[string][]ID
}

func newFirmIndex(cases []Case) firmIndex {
	f := firmIndex{map[string]ID{}, map[string][]ID{}}
	for _, c := range cases {
		f.add(c)
	}
	return f
}

func (f firmIndex) add(c Case) {
	if c.Sort != Firm {
		return
	}
	if c.KeyText != "" {
		f.byKey[Fold(c.KeyText)] = c.ID
	}
	f.byName[Fold(c.Name)] = append(f.byName[Fold(c.Name)], c.ID)
}

// read gives the firm that a cell says a case belongs to, by its key or else its name, and why
// it is none. An empty cell takes it away, or keeps it.
func (f firmIndex) read(text string, of Case, keep bool) (id ID, why string) {
	if text == "" && keep {
		return of.FirmID, ""
	}
	if text == "" {
		return "", ""
	}
	if of.Sort != Person {
		return "", fmt.Sprintf("Only a person belongs to a firm, and “%s” is a %s.", of.Name, of.Sort)
	}
	if id, there := f.byKey[Fold(text)]; there {
		return id, ""
	}
	switch named := f.byName[Fold(text)]; len(named) {
	case 0:
		return "", fmt.Sprintf("There is no firm “%s”.", Shorten(text, 60))
	case 1:
		return named[0], ""
	default:
		return "", fmt.Sprintf("%d firms are called “%s”: name it by its key.", len(named), Shorten(text, 60))
	}
}
