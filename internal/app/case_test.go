package app_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// sheet is a team with two firms and a person, and variables of several kinds.
type sheet struct {
	*team
	lead                   study.Actor
	bakery, looms, manager app.CaseView
}

func newSheet(t *testing.T, open storetest.Open) *sheet {
	s := &sheet{team: newTeam(t, open, 7)}
	s.lead = s.people[0]
	for _, v := range []study.Variable{
		{Name: "Trade", Sort: study.KindText}, {Name: "Staff", Sort: study.KindInteger, Missing: study.Texts{"-99"}},
		{Name: "Region", Sort: study.KindOne, Options: study.Options{{Value: "North"}, {Value: "South"}}}, {Name: "Post", Sort: study.KindText, Of: study.Person},
	} {
		_, _, err := s.AddVariable(t.Context(), s.lead, s.project, v)
		must(t, err)
	}
	s.bakery = s.add(app.NewCase{Name: "Harbour Bakery", KeyText: "F1", Values: map[string]any{"trade": "bread and cakes", "STAFF": 9.0, "region": "north"}})
	s.looms = s.add(app.NewCase{Name: "Abbey Looms", KeyText: "F2", Values: map[string]any{"trade": "12", "Staff": "-99"}})
	s.manager = s.add(app.NewCase{Name: "Helen Whinfield", Sort: study.Person, FirmID: s.bakery.ID, Values: map[string]any{"Post": "owner"}})
	return s
}

func (s *sheet) add(n app.NewCase) app.CaseView {
	s.t.Helper()
	c, _, err := s.AddCase(s.t.Context(), s.lead, s.project, n)
	must(s.t, err)
	return c
}

func (s *sheet) list(q study.CaseQuery) []app.CaseView {
	s.t.Helper()
	page, err := s.Cases(s.t.Context(), s.lead, s.project, q, "", 1000)
	must(s.t, err)
	return page.Items
}

func (s *sheet) one(id study.ID) app.CaseView {
	s.t.Helper()
	for _, c := range s.list(study.CaseQuery{}) {
		if c.ID == id {
			return c
		}
	}
	s.t.Fatal("the case is not there")
	return app.CaseView{}
}

func (s *sheet) variable(name string) app.VariableView {
	s.t.Helper()
	list, err := s.Variables(s.t.Context(), s.lead, s.project)
	must(s.t, err)
	for _, v := range list {
		if v.Name == name {
			return v
		}
	}
	s.t.Fatal("there is no variable " + name)
	return app.VariableView{}
}

func TestValuesGoByTheNamesOfVariablesAndOutliveTheirRenaming(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		if want := map[string]any{"Trade": "bread and cakes", "Staff": 9.0, "Region": "North"}; !reflect.DeepEqual(s.bakery.Values, want) {
			t.Errorf("the values are %v", s.bakery.Values)
		}
		name := "People employed"
		_, _, err := s.ChangeVariable(t.Context(), s.lead, s.project, s.variable("Staff").ID, 0, app.VariableChange{Name: &name})
		must(t, err)
		if got := s.one(s.bakery.ID).Values["People employed"]; got != 9.0 {
			t.Errorf("renamed, the value is %v", got)
		}
		if v := s.variable("People employed"); v.Cases != 2 || v.MissingCases != 1 {
			t.Errorf("%d cases have it, of these %d missing", v.Cases, v.MissingCases)
		}
		page, err := s.Cases(t.Context(), s.lead, s.project, study.CaseQuery{Sort: "people employed", Kinds: []string{"firm"}}, "", 1)
		must(t, err)
		if page.Total != 2 || page.Next != "1" || page.Items[0].ID != s.bakery.ID {
			t.Errorf("the first page is %+v", page)
		}
		if page, err = s.Cases(t.Context(), s.lead, s.project, study.CaseQuery{Sort: "people employed", Kinds: []string{"firm"}}, page.Next, 1); err != nil || page.Next != "" || page.Items[0].ID != s.looms.ID {
			t.Errorf("the second page is %+v, %v", page, err)
		}
	})
}

func TestAVariablesKindConvertsItsValuesOrNamesThoseThatCant(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		trade, before := s.variable("Trade"), s.state()
		kind := study.KindInteger
		_, _, err := s.ChangeVariable(t.Context(), s.lead, s.project, trade.ID, 0, app.VariableChange{Sort: &kind})
		if study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), "1 value of “Trade”") || !strings.Contains(err.Error(), "“Harbour Bakery” (“bread and cakes”)") {
			t.Errorf("it says %v", err)
		}
		storetest.Same(t, before, s.state())
		kind = study.KindOne
		v, entry, err := s.ChangeVariable(t.Context(), s.lead, s.project, trade.ID, trade.Version, app.VariableChange{Sort: &kind})
		must(t, err)
		if !reflect.DeepEqual(v.Options, study.Options{{Value: "12"}, {Value: "bread and cakes"}}) {
			t.Errorf("the options are %v", v.Options)
		}
		fewer := study.Options{{Value: "12"}}
		if _, _, err := s.ChangeVariable(t.Context(), s.lead, s.project, trade.ID, 0, app.VariableChange{Options: &fewer}); study.KindOf(err) != study.Invalid {
			t.Errorf("an option that is in use goes: %v", err)
		}
		if _, _, err := s.ChangeVariable(t.Context(), s.lead, s.project, trade.ID, trade.Version, app.VariableChange{}); study.KindOf(err) != study.Conflict {
			t.Errorf("an older version is taken: %v", err)
		}
		_, err = s.UndoEntry(t.Context(), s.lead, s.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, s.state())
		none := study.Texts{}
		yesno := study.KindYesNo
		if _, _, err := s.ChangeVariable(t.Context(), s.lead, s.project, s.variable("Staff").ID, 0, app.VariableChange{Sort: &yesno, Missing: &none}); study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), "2 values") {
			t.Errorf("a missing value that is none any more: %v", err)
		}
	})
}

func TestDeletingAVariableOrACaseTakesItsValuesAndUndoBringsThemBack(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		_, _, err := s.AddMemo(t.Context(), s.lead, s.project, app.NewMemo{Memo: study.Memo{Body: "A thought", TargetKind: "case", TargetID: s.bakery.ID}})
		must(t, err)
		for what, remove := range map[string]func() (study.Entry, error){
			"variable": func() (study.Entry, error) {
				return s.RemoveVariable(t.Context(), s.lead, s.project, s.variable("Trade").ID)
			},
			"case": func() (study.Entry, error) { return s.RemoveCase(t.Context(), s.lead, s.project, s.bakery.ID) },
		} {
			before := s.state()
			entry, err := remove()
			must(t, err)
			if strings.Contains(strings.Join(s.state()["cases"], ""), "bread and cakes") {
				t.Errorf("a value outlives its %s", what)
			}
			_, err = s.UndoEntry(t.Context(), s.lead, s.project, entry.Seq)
			must(t, err)
			storetest.Same(t, before, s.state())
		}
	})
}

func TestManyCellsAreOneActionThatWritesOverNothingUnseen(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		before, seq := s.state(), s.seq()
		nine, nothing, other := json.RawMessage("9"), json.RawMessage("null"), json.RawMessage(`"South"`)
		cells := []app.Cell{{Case: s.bakery.ID, Variable: "staff", Value: 12.0, Was: nine}, {Case: s.looms.ID, Variable: "Staff", Value: 40.0}, {Case: s.looms.ID, Variable: "Region", Value: "South", Was: nothing}}
		list, entry, err := s.ChangeCells(t.Context(), s.lead, s.project, cells)
		must(t, err)
		if len(list) != 2 || list[0].Values["Staff"] != 12.0 || list[1].Values["Region"] != "South" || s.seq() != seq+1 {
			t.Errorf("they are %+v", list)
		}
		after := s.state()
		_, _, err = s.ChangeCells(t.Context(), s.people[1], s.project, []app.Cell{{Case: s.looms.ID, Variable: "Trade", Value: "wool"}, {Case: s.bakery.ID, Variable: "Staff", Value: 13.0, Was: nine}, {Case: s.bakery.ID, Variable: "Region", Value: nil, Was: other}})
		known, _ := errors.AsType[*study.Error](err)
		if known == nil || !reflect.DeepEqual(known.Current, []app.CellNow{{s.bakery.ID, "Staff", 12.0}, {s.bakery.ID, "Region", "North"}}) {
			t.Errorf("a colleague's change is written over: %v", err)
		}
		storetest.Same(t, after, s.state())
		for _, bad := range []app.Cell{{Case: s.looms.ID, Variable: "Staff", Value: "few"}, {Case: s.looms.ID, Variable: "Shoes", Value: 1.0}, {Case: study.NewID(), Variable: "Staff"}, {Case: s.looms.ID, Variable: "Post", Value: "owner"}, {Case: s.looms.ID, Variable: "Staff", Value: map[string]any{}}} {
			if _, _, err := s.ChangeCells(t.Context(), s.lead, s.project, []app.Cell{{Case: s.bakery.ID, Variable: "Trade", Value: "x"}, bad}); study.KindOf(err) != study.Invalid {
				t.Errorf("%+v: %v", bad, err)
			}
		}
		storetest.Same(t, after, s.state())
		_, err = s.UndoEntry(t.Context(), s.lead, s.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, s.state())
		if list, entry, err := s.ChangeCells(t.Context(), s.lead, s.project, []app.Cell{{Case: s.bakery.ID, Variable: "Staff", Value: "9"}}); err != nil || entry.Seq != 0 || list[0].Version != s.bakery.Version {
			t.Errorf("what changes nothing is entry %d, %v", entry.Seq, err)
		}
	})
}

func TestKeysAreUniqueAndFirmsStay(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		key, firm, person := "f1", study.ID(""), study.Person
		for what, err := range map[string]error{
			"a key that is taken":        second(s.ChangeCase(t.Context(), s.lead, s.project, s.looms.ID, 0, app.CaseChange{KeyText: &key})),
			"a firm with persons":        second(s.ChangeCase(t.Context(), s.lead, s.project, s.bakery.ID, 0, app.CaseChange{Sort: &person})),
			"a person's value at a firm": second(s.ChangeCase(t.Context(), s.lead, s.project, s.bakery.ID, 0, app.CaseChange{Values: map[string]any{"Post": "owner"}})),
			"a firm that is a person":    second(s.AddCase(t.Context(), s.lead, s.project, app.NewCase{Name: "A", Sort: person, FirmID: s.manager.ID})),
			"a case without a name":      second(s.AddCase(t.Context(), s.lead, s.project, app.NewCase{Name: "  "})),
		} {
			if study.KindOf(err) != study.Invalid {
				t.Errorf("%s: %v", what, err)
			}
		}
		c, _, err := s.ChangeCase(t.Context(), s.lead, s.project, s.manager.ID, s.manager.Version, app.CaseChange{FirmID: &firm, Values: map[string]any{"post": nil}})
		must(t, err)
		if c.FirmID != "" || len(c.Values) != 0 || c.Version != 2 {
			t.Errorf("it is %+v", c)
		}
		if _, _, err := s.ChangeCase(t.Context(), s.lead, s.project, s.manager.ID, 1, app.CaseChange{}); study.KindOf(err) != study.Conflict {
			t.Errorf("an older version is taken: %v", err)
		}
	})
}

func second(_ app.CaseView, _ study.Entry, err error) error { return err }

func (w *team) anyCase(by study.Actor) (app.CaseView, error) {
	page, err := w.Cases(w.t.Context(), by, w.project, study.CaseQuery{}, "", 1000)
	must(w.t, err)
	return pick(w, page.Items)
}

func (w *team) anyVariable(by study.Actor) (app.VariableView, error) {
	list, err := w.Variables(w.t.Context(), by, w.project)
	must(w.t, err)
	return pick(w, list)
}

func (w *team) addingCase(by study.Actor) error {
	n := app.NewCase{Name: w.word(), KeyText: fmt.Sprint(w.dice.IntN(8)), Sort: []string{study.Firm, study.Person}[w.dice.IntN(2)]}
	if firm, err := w.anyCase(by); err == nil && n.Sort == study.Person && firm.Sort == study.Firm {
		n.FirmID = firm.ID
	}
	_, _, err := w.AddCase(w.t.Context(), by, w.project, n)
	return err
}

func (w *team) addingVariable(by study.Actor) error {
	v := study.Variable{Name: fmt.Sprint("V", w.dice.IntN(6)), Sort: study.VariableKinds[w.dice.IntN(5)], Missing: study.Texts{"refused"}}
	_, _, err := w.AddVariable(w.t.Context(), by, w.project, v)
	return err
}

func (w *team) settingCells(by study.Actor) error {
	var cells []app.Cell
	for range 4 {
		c, err := w.anyCase(by)
		if err != nil {
			return err
		}
		v, err := w.anyVariable(by)
		if err != nil {
			return err
		}
		values := map[string]any{study.KindText: w.word(), study.KindInteger: 7.0, study.KindDecimal: "3,5", study.KindYesNo: true, study.KindDate: "1.2.2024"}
		cells = append(cells, app.Cell{Case: c.ID, Variable: v.Name, Value: values[v.Sort]})
	}
	_, _, err := w.ChangeCells(w.t.Context(), by, w.project, cells)
	return err
}

func (w *team) changingVariable(by study.Actor) error {
	v, err := w.anyVariable(by)
	if err != nil {
		return err
	}
	kind, name := study.VariableKinds[w.dice.IntN(len(study.VariableKinds))], w.word()
	_, _, err = w.ChangeVariable(w.t.Context(), by, w.project, v.ID, 0, app.VariableChange{Sort: &kind, Name: &name})
	return err
}

func (w *team) removingVariable(by study.Actor) error {
	v, err := w.anyVariable(by)
	if err != nil {
		return err
	}
	_, err = w.RemoveVariable(w.t.Context(), by, w.project, v.ID)
	return err
}

func (w *team) removingCase(by study.Actor) error {
	c, err := w.anyCase(by)
	if err != nil {
		return err
	}
	_, err = w.RemoveCase(w.t.Context(), by, w.project, c.ID)
	return err
}

func (w *team) changingCase(by study.Actor) error {
	c, err := w.anyCase(by)
	if err != nil {
		return err
	}
	name, key := w.word(), fmt.Sprint(w.dice.IntN(8))
	_, _, err = w.ChangeCase(w.t.Context(), by, w.project, c.ID, 0, app.CaseChange{Name: &name, KeyText: &key})
	return err
}

// onCases are the actions on cases, as the dice of a test of their own has them.
func (w *team) onCases() []func(study.Actor) error {
	return []func(study.Actor) error{w.addingCase, w.addingCase, w.addingVariable, w.addingVariable, w.settingCells, w.settingCells, w.settingCells, w.settingCells, w.changingVariable, w.removingVariable, w.removingCase, w.changingCase}
}

func TestRandomEditsOfCasesUndoneInReverseGiveTheStart(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 11)
		type done struct {
			by     study.Actor
			seq    int64
			before storetest.Tables
		}
		var all []done
		for range 60 {
			by, before, seq := w.people[w.dice.IntN(2)], w.state(), w.seq()
			actions := w.onCases()
			err := actions[w.dice.IntN(len(actions))](by)
			if study.KindOf(err) == study.Internal {
				t.Fatal(err)
			}
			if now := w.seq(); now > seq {
				all = append(all, done{by, now, before})
			} else if !storetest.Same(t, before, w.state()) {
				t.Fatal("an action without an entry changed something")
			}
		}
		if len(all) < 30 {
			t.Fatalf("only %d actions did anything", len(all))
		}
		for i := len(all) - 1; i >= 0; i-- {
			if _, err := w.UndoEntry(t.Context(), all[i].by, w.project, all[i].seq); err != nil {
				t.Fatalf("entry %d can't be undone: %v", all[i].seq, err)
			}
			if !storetest.Same(t, all[i].before, w.state()) {
				t.Fatalf("entry %d undone is not as it was", all[i].seq)
			}
		}
	})
}

func TestAnOptionIsRenamedInEveryCaseThatHasIt(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		_, _, err := s.AddVariable(t.Context(), s.lead, s.project, study.Variable{Name: "Wares", Sort: study.KindSeveral, Options: study.Options{{Value: "Bread"}, {Value: "Cakes"}, {Value: "Cloth"}}})
		must(t, err)
		_, _, err = s.ChangeCells(t.Context(), s.lead, s.project, []app.Cell{{Case: s.bakery.ID, Variable: "Wares", Value: []any{"Bread", "Cakes"}}, {Case: s.looms.ID, Variable: "Wares", Value: []any{"Cloth"}}})
		must(t, err)
		before := s.state()
		change := app.VariableChange{Renamed: map[string]string{"Bread": "Bread and rolls", "Cloth": "Cakes"}}
		after, entry, err := s.ChangeVariable(t.Context(), s.lead, s.project, s.variable("Wares").ID, 0, change)
		must(t, err)
		if len(after.Options) != 2 || after.Options[0].Value != "Bread and rolls" || after.Options[1].Value != "Cakes" {
			t.Errorf("the options are %v", after.Options)
		}
		for id, want := range map[study.ID][]string{s.bakery.ID: {"Bread and rolls", "Cakes"}, s.looms.ID: {"Cakes"}} {
			if got := fmt.Sprint(s.one(id).Values["Wares"]); got != fmt.Sprint(want) {
				t.Errorf("the value is %s, not %v", got, want)
			}
		}
		_, err = s.UndoEntry(t.Context(), s.lead, s.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, s.state())
		region, options := s.variable("Region").ID, study.Options{{Value: "The north"}, {Value: "South"}, {Value: "West"}}
		_, _, err = s.ChangeVariable(t.Context(), s.lead, s.project, region, 0, app.VariableChange{Options: &options, Renamed: map[string]string{"North": "The north"}})
		must(t, err)
		if got := s.one(s.bakery.ID).Values["Region"]; got != "The north" {
			t.Errorf("renamed beside other changes, the region is %v", got)
		}
		for _, bad := range []map[string]string{{"Nowhere": "Somewhere"}, {"The north": ""}} {
			if _, _, err := s.ChangeVariable(t.Context(), s.lead, s.project, region, 0, app.VariableChange{Renamed: bad}); study.KindOf(err) != study.Invalid {
				t.Errorf("%v is renamed: %v", bad, err)
			}
		}
	})
}
