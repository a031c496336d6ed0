package study

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func variable(kind string, options ...string) Variable {
	v := Variable{ID: NewID(), Name: "Sector", Sort: kind, Of: "both", Version: 1}
	for _, o := range options {
		v.Options = append(v.Options, Option{Value: o})
	}
	return v
}

func TestValuesAreReadAsPeopleWriteThem(t *testing.T) {
	comma, monthFirst := Reading{Comma: true}, Reading{MonthFirst: true}
	for _, c := range []struct {
		kind, text string
		how        Reading
		want       string // "" is refused
	}{
		{KindInteger, " 42 ", Reading{}, "42"}, {KindInteger, "1,234", Reading{}, "1234"}, {KindInteger, "1.234", comma, "1234"}, {KindInteger, "12 500", Reading{}, "12500"},
		{KindInteger, "3.0", Reading{}, "3"}, {KindInteger, "3.5", Reading{}, ""}, {KindInteger, "−7", Reading{}, "-7"}, {KindInteger, "about ten", Reading{}, ""},
		{KindInteger, "9007199254740993", Reading{}, ""}, {KindInteger, "1e3", Reading{}, "1000"}, {KindInteger, "12,34,567", Reading{}, ""},
		{KindDecimal, "3,5", Reading{}, "3.5"}, {KindDecimal, "1.234,50", comma, "1234.5"}, {KindDecimal, "1,234.50", Reading{}, "1234.5"}, {KindDecimal, "-0", Reading{}, "0"},
		{KindDecimal, ".5", Reading{}, "0.5"}, {KindDecimal, "1e400", Reading{}, ""}, {KindDecimal, "NaN", Reading{}, ""}, {KindDecimal, "0x10", Reading{}, ""},
		{KindYesNo, "YES", Reading{}, "yes"}, {KindYesNo, "nein", Reading{}, "no"}, {KindYesNo, "1", Reading{}, "yes"}, {KindYesNo, "maybe", Reading{}, ""},
		{KindDate, "2026-12-31", Reading{}, "2026-12-31"}, {KindDate, "31/12/2026", Reading{}, "2026-12-31"}, {KindDate, "12/31/2026", monthFirst, "2026-12-31"}, {KindDate, "12/31/2026", Reading{}, ""},
		{KindDate, "1.2.99", monthFirst, "1999-02-01"}, {KindDate, "3. März 2024", Reading{}, "2024-03-03"}, {KindDate, "March 3, 2024", Reading{}, "2024-03-03"}, {KindDate, "45000", Reading{}, "2023-03-15"},
		{KindDate, "2024-02-29 23:59:59", Reading{}, "2024-02-29"}, {KindDate, "29/02/2023", Reading{}, ""}, {KindDate, "spring", Reading{}, ""},
		{KindText, "  a  b ", Reading{}, "a  b"}, {KindText, strings.Repeat("x", MaxValue+1), Reading{}, ""},
	} {
		got, err := variable(c.kind).Read(c.text, c.how)
		if got != c.want || (err == nil) != (c.want != "") || err != nil && KindOf(err) != Invalid {
			t.Errorf("%s %q is read as %q, %v and not %q", c.kind, Shorten(c.text, 20), got, err, c.want)
		}
	}
}

func TestOptionsAreMeantByValueOrLabelAndSeveralStandInTheirOrder(t *testing.T) {
	v := variable(KindSeveral, "Food", "Textiles")
	v.Options = append(v.Options, Option{Value: "3", Label: "Metal work"})
	for text, want := range map[string]string{"metal  WORK; food": "Food\n3", "3|3|textiles": "Textiles\n3", "Food;": "Food"} {
		if got, err := v.Parse(text); got != want || err != nil {
			t.Errorf("%q is %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"Food; Fish", "Fish", ";"} {
		if got, err := v.Parse(text); err == nil {
			t.Errorf("%q is %q", text, got)
		}
	}
	if got := v.Text("Food\n3"); got != "Food; Metal work" {
		t.Errorf("it shows as %q", got)
	}
}

func TestAMissingValueStaysAsItIsListedWhateverTheKind(t *testing.T) {
	v := variable(KindInteger)
	v.Missing = Texts{"-99", "refused"}
	for text, want := range map[string]string{"-99.0": "-99", "REFUSED": "refused", "99": "99"} {
		if got, err := v.Parse(text); got != want || err != nil {
			t.Errorf("%q is %q, %v", text, got, err)
		}
	}
	if !v.IsMissing("-99") || v.IsMissing("99") || v.JSON("refused") != "refused" || v.JSON("-99") != float64(-99) {
		t.Error("missing values are not told from others")
	}
}

// anyValue is a value of a kind, written somehow.
func anyValue(dice *rand.Rand, v Variable) string {
	switch v.Sort {
	case KindInteger:
		return fmt.Sprint(dice.IntN(2000) - 1000)
	case KindDecimal:
		return fmt.Sprint(dice.NormFloat64() * 1000)
	case KindYesNo:
		return []string{"yes", "No", "ja", "FALSE"}[dice.IntN(4)]
	case KindDate:
		return fmt.Sprintf("%d.%d.%d", 1+dice.IntN(28), 1+dice.IntN(12), 1950+dice.IntN(90))
	case KindOne:
		return v.Options[dice.IntN(len(v.Options))].Value
	case KindSeveral:
		return v.Options[dice.IntN(len(v.Options))].Value + ";" + v.Options[dice.IntN(len(v.Options))].Value
	}
	return fmt.Sprintf("Wörter 👩‍👩‍👧 <%d>, \"so\"", dice.IntN(50))
}

func variables() (out []Variable) {
	for _, kind := range VariableKinds {
		v := variable(kind)
		if v.Listed() {
			v = variable(kind, "Food", "Textiles", "Metal work", "None of these")
		}
		v.Name = "A " + kind
		out = append(out, v)
	}
	return out
}

func TestWhatIsReadIsReadAgainAsItselfAndGoesThroughJSON(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 0))
	for range 2000 {
		for _, v := range variables() {
			once, err := v.Parse(anyValue(dice, v))
			if err != nil {
				t.Fatal(err)
			}
			again, err := v.Parse(once)
			if again != once || err != nil {
				t.Fatalf("%s: %q becomes %q, %v", v.Sort, once, again, err)
			}
			value := v.JSON(once)
			if list, is := value.([]string); is {
				var any []any
				for _, one := range list {
					any = append(any, one)
				}
				value = any
			}
			if back, err := v.ReadJSON(value); back != once || err != nil {
				t.Fatalf("%s: %q goes out as %v and comes back as %q, %v", v.Sort, once, value, back, err)
			}
			if v.Compare(once, once) != 0 {
				t.Fatalf("%q is not the same as itself", once)
			}
		}
	}
}

func TestEveryValueBecomesATextAndComesBack(t *testing.T) {
	dice := rand.New(rand.NewPCG(2, 0))
	for range 500 {
		for _, v := range variables() {
			value, err := v.Parse(anyValue(dice, v))
			if err != nil {
				t.Fatal(err)
			}
			text, err := v.Converted(value, variable(KindText))
			if err != nil {
				t.Fatal(err)
			}
			if back, err := variable(KindText).Converted(text, v); back != value || err != nil {
				t.Fatalf("%s: %q becomes %q and then %q, %v", v.Sort, value, text, back, err)
			}
		}
	}
}

func TestWhatCantBeConvertedIsRefused(t *testing.T) {
	for _, c := range []struct{ from, value, to, want string }{
		{KindYesNo, "yes", KindInteger, "1"}, {KindInteger, "0", KindYesNo, "no"}, {KindInteger, "3", KindYesNo, ""}, {KindDecimal, "2.5", KindInteger, ""},
		{KindDecimal, "2", KindInteger, "2"}, {KindDate, "2026-12-31", KindInteger, ""}, {KindSeveral, "Food\nTextiles", KindOne, ""}, {KindSeveral, "Food", KindOne, "Food"}, {KindText, "Food", KindOne, "Food"}, {KindText, "Fish", KindOne, ""},
	} {
		to := variable(c.to)
		if to.Listed() {
			to = variable(c.to, "Food", "Textiles")
		}
		got, err := variable(c.from, "Food", "Textiles").Converted(c.value, to)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s %q as %s is %q, %v", c.from, c.value, c.to, got, err)
		}
	}
	said := Refused("kind", "Size", []Refusal{{"Harbour Bakery", "about ten"}, {"Millgate", "few"}}).Error()
	if !strings.Contains(said, "2 values") || !strings.Contains(said, "“Harbour Bakery” (“about ten”)") {
		t.Errorf("it says %q", said)
	}
}

func TestValuesComeBackFromTheDatabaseWhateverIsInThem(t *testing.T) {
	for _, values := range []Values{nil, {"a": "1"}, {"a": "x", "b": "y, z: {}"}, {"a": `with "quotes" and \`}, {"a": "Food\nTextiles", "b": "1"}, {"a": "<&> 👩‍👩‍👧"}, {`odd":"`: `",":`}, {"b": "\x7f\u2028", "a": "\x00", "c": ""}} {
		raw, err := values.Value()
		if err != nil {
			t.Fatal(err)
		}
		if plain, _ := json.Marshal(map[string]string(values)); values != nil && raw != string(plain) {
			t.Errorf("%q is written as %s, and not as %s", values, raw, plain)
		}
		var text, bytes Values
		if err := text.Scan(raw); err != nil || !SameValues(text, values) {
			t.Errorf("%q comes back as %q, %v", values, text, err)
		}
		if err := bytes.Scan([]byte(raw.(string))); err != nil || !SameValues(bytes, values) {
			t.Errorf("%q comes back as %q, %v", values, bytes, err)
		}
	}
	var v Values
	for _, bad := range []any{7, "[]", `{"a":1}`, `{"a" "b"}`} {
		if v.Scan(bad) == nil {
			t.Errorf("%v is read as %v", bad, v)
		}
	}
}
