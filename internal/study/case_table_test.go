package study

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

var stamp = Stamp{Project: NewID(), By: NewID(), At: time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)}

// imported gives the cases and variables that a plan leaves.
func imported(p CasePlan, variables *VariableSet, cases []Case) (*VariableSet, []Case) {
	out := slices.Clone(cases)
	for _, e := range p.Changed {
		i := slices.IndexFunc(out, func(c Case) bool { return c.ID == e.Before.ID })
		out[i] = e.After
	}
	return variables.With(p.Variables), append(out, p.Made...)
}

func TestTheKindOfAColumnIsGuessed(t *testing.T) {
	many := func(cells ...string) (out []string) {
		for range 4 {
			out = append(out, cells...)
		}
		return out
	}
	for _, c := range []struct {
		name    string
		cells   []string
		kind    string
		missing string
		options int
	}{
		{"whole numbers", []string{"3", "", " 1,204 ", "n/a"}, KindInteger, "n/a", 0}, {"codes for no answer", []string{"3", "-99", "7"}, KindInteger, "-99", 0}, {"losses", []string{"3", "-99", "-40"}, KindInteger, "", 0},
		{"decimals with commas", []string{"1,5", "12,25", "1.200,00"}, KindDecimal, "", 0}, {"postcodes", []string{"00123", "04109"}, KindText, "", 0}, {"yes and no", []string{"Yes", "no", "refused"}, KindYesNo, "refused", 0},
		{"noughts and ones", []string{"0", "1", "1"}, KindInteger, "", 0}, {"dates", []string{"31/12/2024", "1/2/2025"}, KindDate, "", 0}, {"American dates", []string{"12/31/2024", "1/2/2025"}, KindDate, "", 0},
		{"one of few", many("Food", "Textiles", "food "), KindOne, "", 2}, {"several of few", many("Food; Textiles", "Food", "Textiles;Metal"), KindSeveral, "", 3},
		{"names", []string{"Ann", "Ben", "Cem", "Dora", "Ann"}, KindText, "", 0}, {"answers", many("We export, and then we don't; it depends on " + strings.Repeat("the pound ", 12)), KindText, "", 0}, {"nothing", []string{"", " "}, KindText, "", 0},
	} {
		g := GuessColumn(c.cells)
		if g.Sort != c.kind || strings.Join(g.Missing, ",") != c.missing || len(g.Options) != c.options {
			t.Errorf("%s are guessed as %+v", c.name, g)
		}
	}
	if !GuessColumn([]string{"ann@example.org", "ben@example.org", "n/a"}).Personal || GuessColumn([]string{"12", "13"}).Personal {
		t.Error("personal data is not told from figures")
	}
}

// sheetOf writes cases as a table, so that it can be edited and read again.
func sheetOf(dice *rand.Rand, rows int) Table {
	all := variables()
	t := Table{Columns: []string{"Key", "Name"}, First: 2}
	for _, v := range all {
		t.Columns = append(t.Columns, v.Name)
	}
	for i := range rows {
		row := []string{fmt.Sprintf("K%d", i), fmt.Sprintf("Firm %d", i)}
		for _, v := range all {
			value := ""
			if dice.IntN(5) > 0 {
				value = anyValue(dice, v)
			}
			row = append(row, value)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (t Table) clone() Table {
	out := t
	out.Rows = nil
	for _, row := range t.Rows {
		out.Rows = append(out.Rows, slices.Clone(row))
	}
	return out
}

func TestATableIsImportedOnceHoweverOftenAndWithEditsGivesExactlyTheDifference(t *testing.T) {
	for seed := range uint64(20) {
		dice := rand.New(rand.NewPCG(seed, 5))
		table := sheetOf(dice, 60)
		m := CaseMapping{Key: "key"}
		plan, err := PlanCases(table, m, NewVariableSet(nil), nil, stamp)
		if err != nil || len(plan.Made) != 60 || len(plan.Refused) > 0 {
			t.Fatalf("%d made, %v, %v", len(plan.Made), plan.Refused, err)
		}
		set, cases := imported(plan, NewVariableSet(nil), nil)
		if again, err := PlanCases(table, m, set, cases, stamp); err != nil || len(again.Made)+len(again.Changed)+len(again.Variables) > 0 || again.Same != 60 || again.Absent != 0 {
			t.Fatalf("a second time it changes %+v, %v", again, err)
		}
		edited, want := edit(dice, table, set, cases)
		got, err := PlanCases(edited, m, set, cases, stamp)
		if err != nil {
			t.Fatal(err)
		}
		if diff := differences(got, set); !slices.Equal(diff, want) {
			t.Fatalf("seed %d: the differences are\n%s\nand not\n%s", seed, strings.Join(diff, "\n"), strings.Join(want, "\n"))
		}
		set, cases = imported(got, set, cases)
		if again, err := PlanCases(edited, m, set, cases, stamp); err != nil || len(again.Made)+len(again.Changed)+len(again.Variables) > 0 {
			t.Fatalf("the edits are there twice: %+v, %v", again, err)
		}
	}
}

// edit changes, empties and adds cells and rows, and tells what that should change.
func edit(dice *rand.Rand, table Table, set *VariableSet, cases []Case) (Table, []string) {
	out, want := table.clone(), map[string]string{}
	for range 25 {
		row, at := dice.IntN(len(table.Rows)), dice.IntN(len(table.Columns)-2)
		title := table.Columns[at+2]
		v, err := set.Named(title)
		if err != nil {
			panic(err)
		}
		text := ""
		if dice.IntN(3) > 0 {
			text = anyValue(dice, variables()[at])
		}
		value, err := v.Parse(text)
		if err != nil {
			continue // the guess was of another kind
		}
		out.Rows[row][at+2] = text
		place := out.Rows[row][0] + " " + v.Name
		if was := cases[row].Value(v); was == value {
			delete(want, place)
		} else {
			want[place] = fmt.Sprintf("%s: %q -> %q", place, was, value)
		}
	}
	out.Rows[3][1] = "Renamed"
	want["K3 name"] = `K3 name: "Firm 3" -> "Renamed"`
	out.Rows = append(out.Rows, []string{"new", "New"})
	want["new"] = "new is new"
	var lines []string
	for _, line := range want {
		lines = append(lines, line)
	}
	slices.Sort(lines)
	dice.Shuffle(len(out.Rows), func(i, j int) { out.Rows[i], out.Rows[j] = out.Rows[j], out.Rows[i] })
	return out, lines
}

func differences(p CasePlan, set *VariableSet) (out []string) {
	for _, c := range p.Made {
		out = append(out, c.KeyText+" is new")
	}
	for _, e := range p.Changed {
		if e.Before.Name != e.After.Name {
			out = append(out, fmt.Sprintf("%s name: %q -> %q", e.After.KeyText, e.Before.Name, e.After.Name))
		}
		for _, v := range set.With(p.Variables).All() {
			if was, is := e.Before.Value(v), e.After.Value(v); was != is {
				out = append(out, fmt.Sprintf("%s %s: %q -> %q", e.After.KeyText, v.Name, was, is))
			}
		}
	}
	slices.Sort(out)
	return out
}

func TestRowsThatCantBeReadAreRefusedWholeAndSayWhy(t *testing.T) {
	staff := variable(KindInteger)
	staff.Name, staff.Of = "Staff", Firm
	set := NewVariableSet([]Variable{staff})
	manager := Case{ID: NewID(), Name: "Ann", Sort: Person, KeyText: "P1"}
	table := Table{Columns: []string{"Id", "Staff", "e-mail", "Blank"}, First: 2, Rows: [][]string{
		{"F1", "9", "a@example.org"}, {"f1", "10", "b@example.org"}, {"", "3"}, {"F2", "about ten", "c@example.org"}, {"P1", "4", "d@example.org"}, {"F3"},
	}}
	plan, err := PlanCases(table, CaseMapping{Key: "ID"}, set, []Case{manager}, stamp)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, r := range plan.Refused {
		rows = append(rows, fmt.Sprint(r.Row, " ", r.Why))
	}
	want := []string{"3 The key “f1” stands in row 2 already.", "4 The key is empty.", "5 “about ten” is no whole number, so it is no value of “Staff”.", "6 “Staff” is a variable of firms, and “Ann” is a person."}
	if !slices.Equal(rows, want) || len(plan.Made) != 2 || len(plan.Warnings) != 2 || plan.Columns[2].Is != "nothing" || !plan.Columns[2].Personal {
		t.Errorf("it plans %q, %+v", rows, plan)
	}
	for what, m := range map[string]CaseMapping{"no such key": {Key: "Number"}, "no such name": {Key: "Id", Name: "Number"}, "no such kind": {Key: "Id", Sort: "mill"}, "two columns of one variable": {Key: "Id", Into: map[string]string{"e-mail": "Staff"}}} {
		if _, err := PlanCases(table, m, set, nil, stamp); KindOf(err) != Invalid {
			t.Errorf("%s: %v", what, err)
		}
	}
	plan, err = PlanCases(table, CaseMapping{Key: "Id", Into: map[string]string{"Staff": "", "e-mail": "Contact"}, Kinds: map[string]string{"e-mail": KindText}}, set, nil, stamp)
	if err != nil || len(plan.Variables) != 1 || plan.Variables[0].After.Name != "Contact" || plan.Made[0].Value(plan.Variables[0].After) != "a@example.org" || plan.Made[0].Value(staff) != "" {
		t.Errorf("mapped, it plans %+v, %v", plan, err)
	}
}

func TestAnEmptyCellTakesAValueAwayUnlessItIsToBeKept(t *testing.T) {
	sector := variable(KindOne, "Food")
	set, old := NewVariableSet([]Variable{sector}), Case{ID: NewID(), Name: "A", Sort: Firm, KeyText: "1"}.With(sector, "Food")
	table := Table{Columns: []string{"k", "Sector"}, First: 2, Rows: [][]string{{"1", ""}, {"2", "Fish"}}}
	for keep, changed := range map[bool]int{true: 0, false: 1} {
		plan, err := PlanCases(table, CaseMapping{Key: "k", KeepEmpty: keep}, set, []Case{old}, stamp)
		if err != nil || len(plan.Changed) != changed || len(plan.Variables) != 1 || len(plan.Variables[0].After.Options) != 2 || plan.Variables[0].Before.ID != sector.ID {
			t.Errorf("kept %v, it plans %+v, %v", keep, plan, err)
		}
	}
}

func TestPersonsBelongToTheFirmsThatATableNames(t *testing.T) {
	bakery := Case{ID: NewID(), Name: "Harbour Bakery", Sort: Firm, KeyText: "F1"}
	one, two := Case{ID: NewID(), Name: "Twin Looms", Sort: Firm, KeyText: "F2"}, Case{ID: NewID(), Name: "twin looms", Sort: Firm}
	helen := Case{ID: NewID(), Name: "Helen", Sort: Person, KeyText: "P1", FirmID: bakery.ID}
	table := Table{Columns: []string{"Key", "Name", "Firm"}, First: 2, Rows: [][]string{
		{"P1", "Helen", ""}, {"P2", "Ola", "f1"}, {"P3", "Eva", "HARBOUR BAKERY"}, {"P4", "Jo", "Moorland Print"}, {"P5", "Kit", "Twin Looms"}, {"F1", "Harbour Bakery", "F2"},
	}}
	cases := []Case{bakery, one, two, helen}
	p, err := PlanCases(table, CaseMapping{Key: "Key", Sort: Person}, NewVariableSet(nil), cases, Stamp{})
	if err != nil || len(p.Made) != 2 || p.Made[0].FirmID != bakery.ID || p.Made[1].FirmID != bakery.ID || len(p.Changed) != 1 || p.Changed[0].After.FirmID != "" || p.Columns[2].Is != "firm" {
		t.Errorf("the plan is %+v: %v", p, err)
	}
	want := []RefusedRow{{5, "P4", "There is no firm “Moorland Print”."}, {6, "P5", "2 firms are called “Twin Looms”: name it by its key."}, {7, "F1", "Only a person belongs to a firm, and “Harbour Bakery” is a firm."}}
	if !slices.Equal(p.Refused, want) {
		t.Errorf("refused are %+v", p.Refused)
	}
	kept, err := PlanCases(table, CaseMapping{Key: "Key", Sort: Person, KeepEmpty: true}, NewVariableSet(nil), cases, Stamp{})
	if err != nil || kept.Same != 1 {
		t.Errorf("an empty cell that keeps takes a firm away: %+v, %v", kept, err)
	}
	out, err := PlanCases(table, CaseMapping{Key: "Key", Sort: Person, Into: map[string]string{"Firm": ""}}, NewVariableSet(nil), cases, Stamp{})
	if err != nil || out.Columns[2].Is != "nothing" || len(out.Made) != 4 {
		t.Errorf("a column that is left out sets firms: %+v, %v", out, err)
	}
	if _, err := PlanCases(table, CaseMapping{Key: "Key", Firm: "Employer"}, NewVariableSet(nil), cases, Stamp{}); KindOf(err) != Invalid {
		t.Errorf("a column that is not there is taken: %v", err)
	}
}

func TestATableThatSaysTheKindOfEachRowMakesFirmsAndThePersonsWhoBelongToThem(t *testing.T) {
	table := Table{Columns: []string{"Key", "Name", "Kind", "Firm"}, First: 2, Rows: [][]string{
		{"P1", "Helen", "Person", "Harbour Bakery"}, {"F1", "Harbour Bakery", "firm", ""}, {"F2", "Twin Looms", "firm", "F1"},
	}}
	p, err := PlanCases(table, CaseMapping{Key: "Key"}, NewVariableSet(nil), nil, Stamp{})
	if err != nil || len(p.Made) != 2 || len(p.Variables) != 0 || p.Columns[2].Is != "kind" || p.Columns[3].Is != "firm" {
		t.Fatalf("the plan is %+v: %v", p, err)
	}
	if bakery, helen := p.Made[0], p.Made[1]; bakery.Sort != Firm || helen.Sort != Person || helen.FirmID != bakery.ID {
		t.Errorf("the cases are %+v", p.Made)
	}
	if len(p.Refused) != 1 || p.Refused[0].Why != "Only a person belongs to a firm, and “Twin Looms” is a firm." {
		t.Errorf("refused are %+v", p.Refused)
	}
	other, err := PlanCases(table, CaseMapping{Key: "Key"}, NewVariableSet(nil), []Case{{ID: NewID(), Name: "Helen", Sort: Firm, KeyText: "P1"}}, Stamp{})
	if err != nil || len(other.Refused) != 2 || other.Refused[0].Why != "“Helen” is a firm, and the table says a person." {
		t.Errorf("another kind gives %+v, %v", other.Refused, err)
	}
	table.Rows[0][2] = "partner"
	if plain, err := PlanCases(table, CaseMapping{Key: "Key"}, NewVariableSet(nil), nil, Stamp{}); err != nil || plain.Columns[2].Is != "variable" {
		t.Errorf("a column with other words is %+v, %v", plain.Columns[2], err)
	}
}
