package study

import "testing"

func TestWhatAQueryWantsOfAVariableIsHeldAgainstItsValues(t *testing.T) {
	staff, founded, exports, trades := variable(KindInteger), variable(KindDate), variable(KindYesNo), variable(KindSeveral, "Food", "Textiles")
	staff.Missing = Texts{"-99"}
	trades.Options = append(trades.Options, Option{Value: "3", Label: "Metal work"})
	for _, c := range []struct {
		of     Variable
		wanted Wanted
		yes    string
		no     string
	}{
		{staff, Wanted{Text: "50..249"}, "50", "250"}, {staff, Wanted{Text: "50..249"}, "249", "49"}, {staff, Wanted{Text: "..9"}, "9", "-99"}, {staff, Wanted{Text: "50.."}, "1000", "49"},
		{staff, Wanted{Text: ">50"}, "51", "50"}, {staff, Wanted{Text: "<=50"}, "50", "51"}, {staff, Wanted{Text: "=50"}, "50", "51"}, {staff, Wanted{Text: "50"}, "50", ""}, {staff, Wanted{Quoted: true}, "-99", "0"},
		{founded, Wanted{Text: "2020-01-01..2020-12-31"}, "2020-06-30", "2021-01-01"}, {exports, Wanted{Text: "yes"}, "yes", "no"}, {exports, Wanted{Text: "yes"}, "yes", ""},
		{trades, Wanted{Text: "metal"}, "Food\n3", "Food"}, {trades, Wanted{Text: "food"}, "Food\n3", "3"}, {trades, Wanted{Text: "tex*"}, "Textiles", "Food"}, {trades, Wanted{Text: "Metal work", Quoted: true}, "3", "Food"},
		{variable(KindText), Wanted{Text: "bread"}, "Bread & cakes", "breads"}, {variable(KindText), Wanted{Text: "bread", Quoted: true}, "Bread", "Bread & cakes"},
	} {
		lets, err := c.of.Wanted(c.wanted)
		if err != nil || !lets(c.yes) || lets(c.no) {
			t.Errorf("%+v of %s: %v; it should let %q through and not %q", c.wanted, c.of.Sort, err, c.yes, c.no)
		}
	}
	for _, c := range []struct {
		of   Variable
		text string
	}{{staff, "many"}, {staff, "=>5"}, {staff, "5..x"}, {staff, ">"}, {founded, "spring.."}, {exports, "perhaps"}, {trades, "Fish"}, {trades, "Met"}} {
		if _, err := c.of.Wanted(Wanted{Text: c.text}); KindOf(err) != Invalid {
			t.Errorf("%s of %s is taken: %v", c.text, c.of.Sort, err)
		}
	}
}
