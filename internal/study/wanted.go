package study

import (
	"slices"
	"strings"
)

// Wanted is one value of a field in a query: words, or in quotation marks a whole name.
type Wanted struct {
	Text   string
	Quoted bool
}

// FieldWanted is a field of a query with its values, one of which is to be there.
type FieldWanted struct {
	Field  string
	Values []Wanted
}

// Names says whether a name is meant. In quotation marks it is the whole name, whatever its case,
// or the last part of a path (“Barriers > Finance”); otherwise the name has all the words, of
// which the last may be the beginning of one, with * behind it.
func (w Wanted) Names(name string) bool {
	if w.Quoted {
		parts := strings.Split(name, " > ")
		return Fold(name) == Fold(strings.ReplaceAll(w.Text, "›", ">")) || Fold(parts[len(parts)-1]) == Fold(w.Text)
	}
	text, open := strings.CutSuffix(w.Text, "*")
	wanted, has := nameWords(strings.ToLower(text)), nameWords(strings.ToLower(name))
	for i, word := range wanted {
		begins := open && i == len(wanted)-1
		if !slices.ContainsFunc(has, func(h string) bool { return h == word || begins && strings.HasPrefix(h, word) }) {
			return false
		}
	}
	return len(wanted) > 0
}

// Wanted reads what a query asks of a variable, into a question that can be put to its values:
// options and texts by their words, figures and dates as 50, 50..249, 50.., ..249 or >=50, yes
// and no, and "" for no value. What can't be read is Invalid and says what was expected.
func (v Variable) Wanted(w Wanted) (func(value string) bool, error) {
	switch {
	case w.Quoted && w.Text == "":
		return v.IsMissing, nil
	case v.Listed():
		return v.wantedOption(w)
	case v.Sort == KindText:
		return w.Names, nil
	}
	return v.wantedRange(w)
}

func (v Variable) wantedOption(w Wanted) (func(value string) bool, error) {
	var values, all []string
	for _, o := range v.Options {
		all = append(all, "“"+o.Called()+"”")
		if w.Names(o.Value) || w.Names(o.Label) {
			values = append(values, o.Value)
		}
	}
	if len(values) == 0 {
		return nil, Errorf(Invalid, "“%s” has no value “%s”. There is %s.", v.Name, Shorten(w.Text, 40), strings.Join(all[:min(len(all), 8)], ", "))
	}
	return func(value string) bool {
		return slices.ContainsFunc(strings.Split(value, between), func(one string) bool { return slices.Contains(values, one) })
	}, nil
}

// Called is the label, or the value where there is none.
func (o Option) Called() string {
	if o.Label == "" {
		return o.Value
	}
	return o.Label
}

// bound is one end of a range of values.
type bound struct {
	value string
	sign  string // as in a condition: >=, >, <=, <, =
}

func (v Variable) wantedRange(w Wanted) (func(value string) bool, error) {
	var bounds []bound
	if from, to, is := strings.Cut(w.Text, ".."); is {
		bounds = []bound{{from, ">="}, {to, "<="}}
	} else {
		text := strings.TrimLeft(w.Text, "<>=")
		bounds = []bound{{text, w.Text[:len(w.Text)-len(text)]}}
	}
	bounds = slices.DeleteFunc(bounds, func(b bound) bool { return b.value == "" })
	for i := range bounds {
		value, err := v.Parse(bounds[i].value)
		if err != nil || value == "" || !slices.Contains([]string{"", "=", ">=", ">", "<=", "<"}, bounds[i].sign) {
			return nil, v.unreadable(w)
		}
		bounds[i].value = value
	}
	if len(bounds) == 0 {
		return nil, v.unreadable(w)
	}
	return func(value string) bool {
		return !v.IsMissing(value) && !slices.ContainsFunc(bounds, func(b bound) bool { return !b.holds(v.Compare(value, b.value)) })
	}, nil
}

func (v Variable) unreadable(w Wanted) error {
	expected := "a value such as 50, 50..249 or >=50"
	switch v.Sort {
	case KindDate:
		expected = "a day such as 2026-05-01, 2026-01-01..2026-06-30 or >=2026-05-01"
	case KindYesNo:
		expected = "yes or no"
	}
	return Errorf(Invalid, "“%s” is no value of “%s”: expected %s.", Shorten(w.Text, 40), v.Name, expected)
}

func (b bound) holds(order int) bool {
	switch b.sign {
	case ">=":
		return order >= 0
	case ">":
		return order > 0
	case "<=":
		return order <= 0
	case "<":
		return order < 0
	}
	return order == 0
}
