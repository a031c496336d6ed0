package study

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

var copier = Stamp{Project: "p", By: "b"}

func asksOne(values ...string) Question {
	q := Question{ID: "aaaaaaaa", Name: "Sector", Label: "Which trade?", Sort: AskSingle, Columns: Texts{"Sector"}, Missing: Texts{"Don't know"}}
	for _, v := range values {
		q.Options = append(q.Options, Option{Value: v})
	}
	return q
}

func edition(before, after string) ResponseEdit {
	e := ResponseEdit{After: Response{ID: "r", CaseID: "c", Values: Values{"aaaaaaaa": after}}}
	if before != "new" {
		e.Before = Response{ID: "r", CaseID: "c", Values: Values{"aaaaaaaa": before}}
	}
	return e
}

func TestAnAnswerIsCopiedWhereItsCaseHasNoneOrTheEarlierOne(t *testing.T) {
	v := Variable{ID: "vvvvvvvv", Name: "sector", Sort: KindOne, Options: Options{{Value: "Food"}, {Value: "Print"}}, Of: "both", Version: 3}
	for _, c := range []struct {
		has, before, after string
		replace            bool
		is                 string
		differ             int
	}{
		{"", "new", "Food", false, "Food", 0},
		{"", "new", "", false, "", 0},
		{"", "new", "Don't know", false, "Don't know", 0},
		{"Food", "new", "Food", false, "Food", 0},
		{"Print", "new", "Food", false, "Print", 1},
		{"Print", "new", "Food", true, "Food", 0},
		{"Print", "new", "", true, "Print", 0},
		{"Print", "Print", "Food", false, "Food", 0},
		{"Print", "Print", "", false, "", 0},
		{"Print", "", "Food", false, "Print", 1},
		{"", "", "Food", false, "Food", 0},
		{"", "Print", "Food", false, "", 1}, // somebody took it away
		{"Food", "Print", "Wool", false, "Food", 1},
		{"Print", "Print", "Wool", false, "Wool", 0},
	} {
		one := Case{ID: "c", Name: "Abbey Looms", Sort: Firm}
		if c.has != "" {
			one = one.With(v, c.has)
		}
		list := []AnswerCopy{{asksOne("Food", "Wool", "Print"), "Sector"}}
		plan, told, err := CopyAnswers(list, []ResponseEdit{edition(c.before, c.after)}, map[ID]Case{"c": one}, []Variable{v}, c.replace, copier)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range plan.Changed {
			one = e.After
		}
		if one.Value(v) != c.is || told[0].Differ != c.differ || c.differ == 1 && told[0].Differing[0].Name != "Abbey Looms" {
			t.Errorf("%+v: the case has %q, told %+v", c, one.Value(v), told[0])
		}
	}
}

func TestAVariableIsMadeOfAQuestionOrGetsWhatAnswersNeed(t *testing.T) {
	coded := Question{ID: "aaaaaaaa", Name: "Sector", Sort: AskSingle, Columns: Texts{"s"}, Options: Options{{"1", "Food"}, {"2", "Print"}}}
	number := Question{ID: "aaaaaaaa", Name: "Staff", Sort: AskNumber, Unit: "persons", Columns: Texts{"n"}, Missing: Texts{"-99"}}
	for name, c := range map[string]struct {
		q       Question
		v       *Variable
		answers []string
		is      string // options and missing values then, or what the refusal says
		values  string
	}{
		"a new one":                      {asksOne("Food", "Print"), nil, []string{"Print"}, "one Food,Print/Don't know", "Print"},
		"further options in their place": {asksOne("1 to 9", "10 to 49", "50 and more"), &Variable{Sort: KindOne, Options: Options{{Value: "10 to 49"}, {Value: "None yet"}}}, []string{"1 to 9", "Don't know"}, "one 1 to 9,10 to 49,50 and more,None yet/Don't know", "1 to 9,Don't know"},
		"options meant by labels":        {coded, &Variable{Sort: KindOne, Options: Options{{Value: "Food"}, {Value: "Print"}}}, []string{"2"}, "one Food,Print/", "Print"},
		"codes that mean another":        {coded, &Variable{Sort: KindOne, Options: Options{{"1", "Wool"}}}, []string{"1"}, "1 means “Food” there and “Wool” of cases", ""},
		"a new number":                   {number, nil, []string{"12.5", "-99"}, "decimal /-99", "12.5,-99"},
		"a whole number":                 {number, &Variable{Sort: KindInteger}, []string{"12", "-99"}, "integer /-99", "12,-99"},
		"no whole number":                {number, &Variable{Sort: KindInteger}, []string{"12", "12.5"}, "1 answer to “Staff” can't be values", ""},
		"yes and no":                     {asksOne("Yes", "No"), &Variable{Sort: KindYesNo}, []string{"Yes", "No"}, "yesno /", "yes,no"},
		"words that are neither":         {asksOne("Yes", "Perhaps"), &Variable{Sort: KindYesNo}, []string{"Perhaps"}, "which is yesno, such as “Perhaps”", ""},
		"an answer in words":             {Question{ID: "aaaaaaaa", Name: "Why", Sort: AskOpen}, nil, nil, "answers in words", ""},
		"what is left out":               {Question{ID: "aaaaaaaa", Name: "E-mail", Sort: AskNothing}, nil, nil, "left out", ""},
	} {
		var variables []Variable
		if c.v != nil {
			c.v.ID, c.v.Name, c.v.Of = "vvvvvvvv", "OF CASES", "both"
			variables = []Variable{*c.v}
		}
		var edits []ResponseEdit
		cases := map[ID]Case{}
		for i, answer := range c.answers {
			id := ID(fmt.Sprint("c", i))
			cases[id] = Case{ID: id, Sort: Firm}
			e := edition("new", answer)
			e.After.CaseID = id
			edits = append(edits, e)
		}
		plan, told, err := CopyAnswers([]AnswerCopy{{c.q, "Of cases"}}, edits, cases, variables, false, copier)
		if err != nil {
			if c.is == "" || !strings.Contains(err.Error(), c.is) || KindOf(err) != Invalid {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		after := slices.Concat(variables, nil)
		for _, p := range plan.Variables {
			after = []Variable{p.After}
		}
		var values []string
		for _, e := range plan.Changed {
			values = append(values, e.After.Value(after[0]))
		}
		is := fmt.Sprintf("%s %s/%s", after[0].Sort, strings.Join(optionValues(after[0].Options), ","), strings.Join(after[0].Missing, ","))
		if is != c.is || strings.Join(values, ",") != c.values || told[0].New != (c.v == nil) || told[0].Set != len(c.answers) {
			t.Errorf("%s: %s with %v, told %+v", name, is, values, told[0])
		}
	}
}

// TestCopyingTakesNothingAwayAndDoesNothingTwice copies at random: cases keep what they had, get
// what they lacked, and copying again changes nothing.
func TestCopyingTakesNothingAwayAndDoesNothingTwice(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 26))
	q := asksOne("Food", "Print", "Wool")
	answers := []string{"", "Food", "Print", "Wool", "Don't know"}
	for range 300 {
		v := Variable{ID: "vvvvvvvv", Name: "Sector", Sort: KindOne, Options: Options{{Value: "Print"}, {Value: "Leather"}}, Of: "both"}
		cases, edits := map[ID]Case{}, []ResponseEdit(nil)
		for i := range 1 + dice.IntN(12) {
			one := Case{ID: ID(fmt.Sprint("c", i)), Name: fmt.Sprint("Firm ", i), Sort: Firm}
			if has := []string{"", "", "Print", "Leather"}[dice.IntN(4)]; has != "" {
				one = one.With(v, has)
			}
			cases[one.ID] = one
			e := edition("new", answers[dice.IntN(len(answers))])
			e.After.CaseID = one.ID
			edits = append(edits, e)
		}
		list := []AnswerCopy{{q, "Sector"}}
		plan, told, err := CopyAnswers(list, edits, cases, []Variable{v}, false, copier)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range plan.Variables {
			v = p.After
		}
		for _, e := range plan.Changed {
			if e.Before.Value(v) != "" {
				t.Fatalf("%s had %q", e.Before.Name, e.Before.Value(v))
			}
			cases[e.After.ID] = e.After
		}
		if len(plan.Changed) != told[0].Set {
			t.Fatalf("%d changed, told %+v", len(plan.Changed), told[0])
		}
		for _, e := range edits {
			if answer := e.After.Values["aaaaaaaa"]; answer != "" && cases[e.After.CaseID].Value(v) == "" {
				t.Fatalf("%q was not copied", answer)
			}
		}
		again, second, err := CopyAnswers(list, edits, cases, []Variable{v}, false, copier)
		if err != nil || len(again.Changed)+len(again.Variables) > 0 || second[0].Same+second[0].Differ != told[0].Set+told[0].Same+told[0].Differ {
			t.Fatalf("again %+v, told %+v: %v", again, second, err)
		}
	}
}
