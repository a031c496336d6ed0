package refi

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// kinds of variables by their types.
var kinds = map[string]string{Text: study.KindText, Boolean: study.KindYesNo, Integer: study.KindInteger, Float: study.KindDecimal, Date: study.KindDate, DateTime: study.KindText}

// cases adopts variables, cases with their values, and values that stand on sources.
func (a *adopting) cases() {
	given := a.values()
	var variables []study.Variable
	by := map[study.ID]study.Variable{}
	for _, v := range a.p.Variables {
		one := a.variable(v, variables, given[v.ID])
		variables, by[v.ID] = append(variables, one), one
	}
	a.out.Variables = variables
	for i := range a.p.Cases {
		a.oneCase(&a.p.Cases[i], i, by)
	}
	for _, s := range a.p.AllSources() {
		a.sourceValues(s, by)
	}
	a.firms()
}

// firms says which firms people belong to, where this program wrote it as links.
func (a *adopting) firms() {
	at := map[study.ID]int{}
	for i, c := range a.out.Cases {
		at[c.ID] = i
	}
	for _, l := range a.p.Links {
		person, isPerson := at[l.Origin]
		firm, isFirm := at[l.Target]
		if isPerson && isFirm && l.ID == firmLink(l.Origin, l.Target) && a.out.Cases[person].Sort == study.Person && a.out.Cases[firm].Sort == study.Firm {
			a.out.Cases[person].FirmID, a.own[l.ID] = l.Target, true
		}
	}
	// people stand behind their firms, to whom they refer
	slices.SortStableFunc(a.out.Cases, func(x, y study.Case) int { return cmp.Compare(min(len(x.FirmID), 1), min(len(y.FirmID), 1)) })
}

// values are all that are given of each variable.
func (a *adopting) values() map[study.ID][]string {
	out := map[study.ID][]string{}
	take := func(list []Value) {
		for _, v := range list {
			out[v.Variable.Target] = append(out[v.Variable.Target], v.String())
		}
	}
	for _, c := range a.p.Cases {
		take(c.Values)
	}
	for _, s := range a.p.AllSources() {
		take(s.Values)
	}
	return out
}

// variable adopts a variable. Where its values are not of its type it holds texts.
func (a *adopting) variable(v Variable, others []study.Variable, given []string) study.Variable {
	one := study.Variable{ProjectID: a.Project, ID: a.slot(v.ID, others), Name: a.unlike(v.Name, others), Label: a.prose(v.Description), Sort: kinds[v.Type], Of: "both", Position: len(others), CreatedBy: a.By, CreatedAt: a.time(nil), Version: 1}
	if a.ours {
		saySo(&one, one.Label)
	}
	if v.Type == DateTime {
		a.found.add(Changed, "", "A variable holds dates with a time of day; here they are texts.")
	}
	for _, value := range given {
		if _, err := one.Parse(value); err != nil && one.Sort != study.KindText {
			a.found.add(Changed, fmt.Sprintf("“%s”", study.Shorten(one.Name, maxShown)), "A variable has values that are not of its type; here they are texts.")
			one.Sort, one.Options = study.KindText, nil
		}
	}
	return one
}

// slot is the id of a variable. Values go by its last letters, so no two may end alike.
func (a *adopting) slot(id study.ID, others []study.Variable) study.ID {
	id = a.id("variable", id)
	for n := 2; slices.ContainsFunc(others, func(o study.Variable) bool { return o.Slot() == study.SlotOf(id) }); n++ {
		id = Derived("variable", string(id), fmt.Sprint(n))
		a.found.add(Changed, "", "The GUIDs of two variables end alike; the second got another.")
	}
	return id
}

// unlike is a name that no other variable has.
func (a *adopting) unlike(said string, others []study.Variable) string {
	name := a.name(said, "Untitled variable")
	named := func(n string) bool {
		return slices.ContainsFunc(others, func(o study.Variable) bool { return study.Fold(o.Name) == study.Fold(n) })
	}
	base := study.Shorten(name, study.MaxName-8)
	for n := 2; named(name); n++ {
		name = fmt.Sprintf("%s (%d)", base, n)
		a.found.add(Changed, "", "Two variables have the same name; the second got a number.")
	}
	return name
}

func (a *adopting) oneCase(c *Case, place int, variables map[study.ID]study.Variable) {
	one := study.Case{ProjectID: a.Project, ID: a.id("case", c.ID), Sort: study.Person, CreatedBy: a.By, CreatedAt: a.time(nil), Version: 1}
	if one.Name = a.name(c.Name, ""); one.Name == "" {
		one.Name = a.called(*c, place)
	}
	if a.ours {
		rest, parts := parted(c.Description, caseParts...)
		c.Description, one.KeyText, one.Folded = rest, parts[1], study.Fold(parts[1])
		if parts[0] == study.Firm {
			one.Sort = study.Firm
		}
		if parts[1] != "" && a.keys[one.Folded] {
			one.KeyText, one.Folded = "", ""
		}
		a.keys[one.Folded] = true
	}
	one.Values = a.valuesOf(c.Values, variables)
	a.out.Cases = append(a.out.Cases, one)
	link := study.Link{Kind: "case", ID: one.ID}
	a.stand(c.ID, link)
	a.describe(c.Description, link, study.Stamp{By: one.CreatedBy, At: one.CreatedAt})
	var left Case
	left.ID, left.Codes = c.ID, c.Codes
	left.Sources, left.Selections = a.ties(one, c.Sources), a.ties(one, c.Selections)
	if len(left.Codes)+len(left.Sources)+len(left.Selections) > 0 {
		a.rest(one.ID, left)
	}
}

// called is the name of a case that has none: that of its only source, or a number.
func (a *adopting) called(c Case, place int) string {
	a.found.add(Changed, "", "A case has no name; it got one.")
	if len(c.Sources) == 1 {
		for _, s := range a.out.Sources {
			if s.ID == a.things[c.Sources[0].Target].ID {
				return s.Title
			}
		}
	}
	return fmt.Sprintf("Case %d", place+1)
}

// ties ties a case to what it names, and gives what isn't shown and so can't be tied.
func (a *adopting) ties(c study.Case, refs []Ref) (left []Ref) {
	for _, ref := range refs {
		thing, known := a.things[ref.Target]
		if !known || thing.Kind != "source" && thing.Kind != "passage" {
			left = append(left, ref)
			continue
		}
		a.tie(c, thing, a.sourceOf(thing))
	}
	return left
}

// valuesOf are the values of a case in the form that they are kept in.
func (a *adopting) valuesOf(list []Value, variables map[study.ID]study.Variable) study.Values {
	out := study.Values{}
	for _, given := range list {
		v, known := variables[given.Variable.Target]
		if !known {
			a.found.add(Lost, "", "A value is of a variable that isn't in the file.")
			continue
		}
		value, err := v.Parse(given.String())
		if err != nil {
			a.found.add(Lost, fmt.Sprintf("“%s”", study.Shorten(v.Name, maxShown)), "A value is longer than can be kept.")
			continue
		}
		if value != "" {
			out[v.Slot()] = value
		}
	}
	return out
}

// sourceValues makes a case of a source that has values, as only cases have them here.
func (a *adopting) sourceValues(s Source, variables map[study.ID]study.Variable) {
	source, adopted := a.things[s.ID]
	values := a.valuesOf(s.Values, variables)
	if len(values) == 0 || !adopted {
		return
	}
	a.found.add(Changed, "", "A source has values of variables. There is a case for it now, which has them and is tied to it.")
	one := study.Case{ProjectID: a.Project, ID: a.id("case", Derived(string(source.ID), "case")), Name: a.name(strings.TrimSpace(s.Name), "Untitled case"), Sort: study.Person, Values: values, CreatedBy: a.By, CreatedAt: a.time(nil), Version: 1}
	a.out.Cases = append(a.out.Cases, one)
	a.tie(one, source, source.ID)
}
