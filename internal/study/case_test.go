package study

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// firms are four cases with a sector, a number of people and a trade of several parts.
func firms() (*VariableSet, []Case) {
	sector, people, trades := variable(KindOne, "Food", "Textiles"), variable(KindInteger), variable(KindSeveral, "home", "abroad")
	sector.Name, people.Name, people.Missing, trades.Name = "Sector", "Size = people", Texts{"-99"}, "Trade"
	made := func(name, key string, values ...string) Case {
		c := Case{ID: NewID(), Name: name, Sort: Firm, KeyText: key}
		for i, v := range []Variable{sector, people, trades} {
			c = c.With(v, values[i])
		}
		return c
	}
	return NewVariableSet([]Variable{sector, people, trades}), []Case{
		made("Harbour Bakery", "F10", "Food", "9", "home"), made("Millgate", "F9", "Textiles", "120", "home\nabroad"),
		made("abbey looms", "", "Textiles", "-99", ""), made("Zeta", "f2", "", "15", "abroad"),
	}
}

func namesOf(list []Case) string {
	var names []string
	for _, c := range list {
		names = append(names, c.Name)
	}
	return strings.Join(names, ", ")
}

func TestCasesAreNarrowedAndSorted(t *testing.T) {
	set, list := firms()
	for _, c := range []struct {
		q    CaseQuery
		want string
	}{
		{CaseQuery{}, "abbey looms, Harbour Bakery, Millgate, Zeta"}, {CaseQuery{Sort: "-name"}, "Zeta, Millgate, Harbour Bakery, abbey looms"},
		{CaseQuery{Sort: "key"}, "Zeta, Millgate, Harbour Bakery, abbey looms"}, {CaseQuery{Sort: "-key"}, "Harbour Bakery, Millgate, Zeta, abbey looms"},
		{CaseQuery{Sort: "size = people"}, "Harbour Bakery, Zeta, Millgate, abbey looms"}, {CaseQuery{Sort: "-Size = people"}, "Millgate, Zeta, Harbour Bakery, abbey looms"},
		{CaseQuery{Sort: "sector"}, "Harbour Bakery, abbey looms, Millgate, Zeta"},
		{CaseQuery{Where: []string{"sector=textiles"}}, "abbey looms, Millgate"}, {CaseQuery{Where: []string{"Sector=Textiles", "sector=food"}}, "abbey looms, Harbour Bakery, Millgate"},
		{CaseQuery{Where: []string{"Sector="}}, "Zeta"}, {CaseQuery{Where: []string{"sector!="}}, "abbey looms, Harbour Bakery, Millgate"}, {CaseQuery{Where: []string{"sector!=Food"}}, "abbey looms, Millgate"},
		{CaseQuery{Where: []string{"Size = people>=15"}}, "Millgate, Zeta"}, {CaseQuery{Where: []string{"Size = people<15"}}, "Harbour Bakery"}, {CaseQuery{Where: []string{"Size = people="}}, "abbey looms"},
		{CaseQuery{Where: []string{"Size = people=-99"}}, "abbey looms"}, {CaseQuery{Where: []string{"Trade=abroad"}}, "Millgate, Zeta"}, {CaseQuery{Where: []string{"Trade=home;abroad"}}, "Millgate"},
		{CaseQuery{Where: []string{"Trade=abroad", "sector!="}}, "Millgate"},
		{CaseQuery{Text: "MILL text"}, "Millgate"}, {CaseQuery{Text: "f2"}, "Zeta"}, {CaseQuery{Kinds: []string{Person}}, ""},
	} {
		got, err := set.Select(list, c.q)
		if err != nil || namesOf(got) != c.want {
			t.Errorf("%+v gives %s, %v and not %s", c.q, namesOf(got), err, c.want)
		}
	}
	for _, bad := range []CaseQuery{{Sort: "shoes"}, {Where: []string{"shoes=1"}}, {Where: []string{"Sector"}}, {Where: []string{"sector=Fish"}}, {Where: []string{"sector>"}}} {
		if got, err := set.Select(list, bad); KindOf(err) != Invalid {
			t.Errorf("%+v gives %s, %v", bad, namesOf(got), err)
		}
	}
}

func TestSortingIsTheSameWhateverTheOrderBefore(t *testing.T) {
	dice, all := rand.New(rand.NewPCG(3, 0)), variables()
	set := NewVariableSet(all)
	var list []Case
	for i := range 200 {
		c := Case{ID: NewID(), Name: fmt.Sprint("Firm ", dice.IntN(50)), KeyText: fmt.Sprint("F", i), Sort: Firm}
		for _, v := range all {
			if value, err := v.Parse(anyValue(dice, v)); err == nil && dice.IntN(4) > 0 {
				c = c.With(v, value)
			}
		}
		list = append(list, c)
	}
	for _, v := range append(all, Variable{Name: "name"}, Variable{Name: "key"}, Variable{Name: "kind"}) {
		want, err := set.Select(list, CaseQuery{Sort: "-" + v.Name})
		if err != nil {
			t.Fatal(err)
		}
		shuffled := slices.Clone(list)
		dice.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got, err := set.Select(shuffled, CaseQuery{Sort: "-" + v.Name})
		if err != nil || !slices.EqualFunc(got, want, func(a, b Case) bool { return a.ID == b.ID }) {
			t.Errorf("by %s the order depends on the one before: %v", v.Name, err)
		}
	}
}

func TestACaseIsRefusedWhereItBreaksARule(t *testing.T) {
	for _, c := range []Case{{Sort: Firm}, {Name: "A", Sort: "mill"}, {Name: "A", Sort: Firm, FirmID: NewID()}, {Name: "A", Sort: Firm, KeyText: " 1"}} {
		if err := c.Validate(); KindOf(err) != Invalid {
			t.Errorf("%+v: %v", c, err)
		}
	}
	v := variable(KindText)
	v.Of = Person
	if err := (Case{Name: "A", Sort: Firm}).With(v, "x").CheckFit([]Variable{v}); KindOf(err) != Invalid {
		t.Errorf("a firm has a person's value: %v", err)
	}
}
