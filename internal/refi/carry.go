package refi

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"reflect"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// sets adopts the sets of codes; others are carried.
func (a *adopting) sets() {
	for _, s := range a.p.Sets {
		if rest, parts := parted(s.Description, kindPart); a.ours && parts[0] == codesKind {
			s.Description = rest
		} else if len(s.Codes) == 0 || len(s.Codes) > study.MaxSet || len(s.Sources)+len(s.Notes) > 0 {
			a.found.add(Kept, "", "A set holds something else than codes, or nothing. It is kept, but isn't shown.")
			a.carry("Set", "", s)
			continue
		}
		set := study.CodeSet{ProjectID: a.Project, ID: a.id("code set", s.ID), Name: a.name(s.Name, "Untitled set"), CreatedBy: a.By, CreatedAt: a.time(nil), Version: 1}
		for _, ref := range s.Codes {
			if code, known := a.things[ref.Target]; known && code.Kind == "code" {
				set.Codes = append(set.Codes, code.ID)
			}
		}
		set.Codes = set.Codes.Distinct()
		a.out.CodeSets = append(a.out.CodeSets, set)
		if s.Description != "" {
			a.rest(set.ID, Set{ID: s.ID, Description: s.Description})
		}
	}
}

// others carries what has no place here.
func (a *adopting) others() {
	for _, l := range a.p.Links {
		if a.own[l.ID] {
			continue
		}
		a.found.add(Kept, "", "A link joins two things. It is kept, but isn't shown.")
		a.carry("Link", "", l)
	}
	for _, g := range a.p.Graphs {
		a.found.add(Kept, "", "A drawing of codes and other things is kept, but isn't shown.")
		a.carry("Graph", "", g)
	}
	if rest := (Project{CreatedBy: a.p.CreatedBy, BasePath: a.p.BasePath, ChangedBy: a.p.ChangedBy, ChangedAt: a.p.ChangedAt}); !bare(rest, Project{}) {
		rest.CreatedBy, rest.ChangedBy = cmp.Or(a.People[rest.CreatedBy], rest.CreatedBy), cmp.Or(a.People[rest.ChangedBy], rest.ChangedBy)
		a.carry("Project", "", rest)
	}
	for _, u := range a.p.Users {
		if u.Sign != "" {
			a.carry("User", cmp.Or(a.People[u.ID], u.ID), u)
		}
	}
}

// carrySource carries a source that has no words to show.
func (a *adopting) carrySource(s Source) {
	what := map[string]string{PictureSource: "A picture", TextSource: "A text whose words are missing", PDFSource: "A PDF whose words can't be read", AudioSource: "A recording without a transcript", VideoSource: "A video without a transcript"}[s.Kind()]
	a.found.add(Kept, "", "%s is kept with all that is marked in it, but isn't shown.", what)
	p := &Project{Sources: &Sources{List: []Source{s}}}
	p.texts(func(t *text) {
		if t.words.Known {
			*t.content, *t.plain = &t.words.Text, ""
		}
	})
	a.carry(s.Kind(), "", p.Sources.List[0], p.paths()...)
}

// rest carries what of a thing isn't shown, when there is something.
func (a *adopting) rest(owner study.ID, what any) {
	element := reflect.TypeOf(what).Name()
	switch x := what.(type) {
	case Source:
		element = x.Kind()
		if bare(x, Source{XMLName: x.XMLName, ID: x.ID}) {
			return
		}
	case Transcript:
		if bare(x, Transcript{ID: x.ID}) {
			return
		}
	}
	a.carry(element, owner, what)
}

// bare says whether a thing holds no more than another, which is what is shown of it.
func bare(x, shown any) bool {
	a, _ := xml.Marshal(x)
	b, _ := xml.Marshal(shown)
	return bytes.Equal(a, b)
}

// carry keeps a thing as it was.
func (a *adopting) carry(element string, owner study.ID, what any, paths ...string) {
	var out strings.Builder
	v := reflect.New(reflect.TypeOf(what))
	v.Elem().Set(reflect.ValueOf(what))
	tidyFields(v)
	if err := xml.NewEncoder(&out).EncodeElement(v.Interface(), xml.StartElement{Name: xml.Name{Local: element}}); err != nil {
		a.found.add(Lost, "", "A thing of the kind “%s” could not be kept.", element)
		return
	}
	c := study.Carried{ProjectID: a.Project, ID: Derived(element, string(owner), out.String()), Element: element, OwnerID: owner, Position: len(a.out.Carried), Content: out.String()}
	for _, named := range paths {
		if a.Has(named) {
			c.Files = append(c.Files, study.CarriedFile{Path: named})
		}
	}
	c.ID = a.id("carried", c.ID)
	a.out.Carried = append(a.out.Carried, c)
}

// order puts what is carried into an order that doesn't depend on where its owners stand in the
// file.
func (a *adopting) order() {
	list := a.out.Carried
	slices.SortStableFunc(list, func(x, y study.Carried) int {
		if x.OwnerID == "" && y.OwnerID == "" {
			return 0
		}
		return cmp.Or(cmp.Compare(x.OwnerID, y.OwnerID), cmp.Compare(x.Element, y.Element))
	})
	for i := range list {
		list[i].Position = i
	}
}
