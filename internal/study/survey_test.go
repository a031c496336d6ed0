package study

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// answersTable is a table of answers of every kind.
func answersTable(dice *rand.Rand, rows int) Table {
	t := Table{Columns: []string{"Id", "District", "Staff", "Plans", "Visited", "Sells.home", "Sells.abroad", "Why"}, First: 2}
	for i := range rows {
		t.Rows = append(t.Rows, append([]string{fmt.Sprintf("R%03d", i)}, someAnswers(dice)...))
	}
	return t
}

func someAnswers(dice *rand.Rand) []string {
	pick := func(list ...string) string { return list[dice.IntN(len(list))] }
	return []string{pick("Wyre", "Burnley", "Lancaster", ""), pick("1", "12", "-99", "250", ""), pick("Disagree", "Agree", "Strongly agree", "Neutral", ""), pick("3/4/2024", "28/2/2023", ""),
		pick("1", "0"), pick("1", "0"), pick("", "", "No time for it at all.", "The adviser left.\nNobody rang us.", "Too far to go, and nobody to mind the shop.", fmt.Sprintf("It was case number %d of its kind.", dice.IntN(50)))}
}

func surveyOfTable(t *testing.T, table Table) Survey {
	t.Helper()
	s := GuessSurvey(table, "SME survey.csv")
	s.ProjectID, s.ID = stamp.Project, NewID()
	s.Questions, _ = GuessQuestions(table, nil, nil)
	if err := s.Validate(); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestANewerTableWithRandomEditsGivesExactlyThoseEdits(t *testing.T) {
	for seed := range uint64(300) {
		dice := rand.New(rand.NewPCG(seed, 1))
		table := answersTable(dice, 40)
		s := surveyOfTable(t, table)
		s, was, _, err := s.ReadResponses(table, stamp)
		if err != nil {
			t.Fatal(err)
		}
		newer, want := edited(dice, table)
		_, is, _, err := s.ReadResponses(newer, stamp)
		if err != nil {
			t.Fatal(err)
		}
		got := DiffResponses(was, is, func(string) bool { return true })
		if told := tell(s, got); told != want {
			t.Fatalf("seed %d: the diff is\n%s\nand not\n%s", seed, told, want)
		}
		same := DiffResponses(was, was, func(string) bool { return true })
		if len(same.Made)+len(same.Changed)+same.Absent > 0 || same.Same != len(was) {
			t.Fatalf("seed %d: the same table again changes %s", seed, tell(s, same))
		}
	}
}

// edited gives a table with rows changed, taken out, added and put in another order, and says
// what was done to it: by cells as they stand there.
func edited(dice *rand.Rand, t Table) (Table, string) {
	out := Table{Columns: t.Columns, First: t.First}
	var told []string
	absent := 0
	for _, row := range t.Rows {
		after := slices.Clone(row)
		switch dice.IntN(6) {
		case 0:
			absent++
			continue
		case 1:
			copy(after[1:], someAnswers(dice))
		}
		changed := map[string]bool{}
		for c := range row {
			if row[c] != after[c] {
				column := t.Columns[c]
				if strings.HasPrefix(column, "Sells") {
					column = "Sells.home+Sells.abroad"
				}
				changed[column] = true
			}
		}
		if len(changed) > 0 {
			told = append(told, "changed "+row[0]+": "+strings.Join(slices.Sorted(maps.Keys(changed)), ", "))
		}
		out.Rows = append(out.Rows, after)
	}
	for i := range dice.IntN(4) {
		key := fmt.Sprintf("N%d", i)
		out.Rows = append(out.Rows, append([]string{key}, someAnswers(dice)...))
		told = append(told, "made "+key)
	}
	dice.Shuffle(len(out.Rows), func(i, j int) { out.Rows[i], out.Rows[j] = out.Rows[j], out.Rows[i] })
	slices.Sort(told)
	return out, strings.Join(append(told, fmt.Sprintf("%d absent", absent)), "\n")
}

func tell(s Survey, d ResponseDiff) string {
	var told []string
	for _, r := range d.Made {
		told = append(told, "made "+r.KeyText)
	}
	for _, e := range d.Changed {
		changed := map[string]bool{}
		for _, q := range s.Questions {
			if e.Before.Value(q) != e.After.Value(q) {
				changed[strings.Join(q.Columns, "+")] = true
			}
		}
		told = append(told, "changed "+e.After.KeyText+": "+strings.Join(slices.Sorted(maps.Keys(changed)), ", "))
	}
	slices.Sort(told)
	return strings.Join(append(told, fmt.Sprintf("%d absent", d.Absent)), "\n")
}

func TestKeysThatRecurGetANumberAndRowsWithoutOneTheirPlace(t *testing.T) {
	table := Table{Columns: []string{"Id", "Staff"}, Rows: [][]string{{"A", "1"}, {"a", "2"}, {"", "3"}, {"", ""}, {"A", "4"}}, First: 2}
	s := Survey{ID: NewID(), Name: "S", KeyColumn: "Id"}
	s.Questions, _ = GuessQuestions(table, nil, nil)
	_, list, warnings, err := s.ReadResponses(table, stamp)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, r := range list {
		keys = append(keys, r.KeyText)
	}
	if want := []string{"A", "a (2)", "3", "A (3)"}; !slices.Equal(keys, want) || len(warnings) != 2 {
		t.Errorf("the keys are %q with %q", keys, warnings)
	}
}

func TestAnswersThatDoNotFitCountAsMissingAndAreKept(t *testing.T) {
	table := Table{Columns: []string{"Id", "Staff", "Region"}, First: 2}
	for i := range 20 {
		table.Rows = append(table.Rows, []string{fmt.Sprint("F", i), fmt.Sprint(i), "North"})
	}
	s := surveyOfTable(t, table)
	table.Rows[3][1], table.Rows[4][2] = "about ten", "East"
	s, list, warnings, err := s.ReadResponses(table, stamp)
	if err != nil {
		t.Fatal(err)
	}
	staff, _ := s.Question("Staff")
	region, _ := s.Question("Region")
	if list[3].Value(staff) != "about ten" || !staff.Variable().IsMissing("about ten") || len(warnings) != 1 {
		t.Errorf("%q is kept, missing are %q, warned is %q", list[3].Value(staff), staff.Missing, warnings)
	}
	if list[4].Value(region) != "East" || len(region.Options) != 2 {
		t.Errorf("%q is kept among %v", list[4].Value(region), region.Options)
	}
}

func TestScoresAreTheFiguresOfOptionsOrTheirPlaces(t *testing.T) {
	for _, c := range []struct {
		options string
		want    string
	}{
		{"1|2|5", "[1 2 5]"}, {"0 Not at all|1 – A little|10 Very", "[0 1 10]"}, {"Never|Often|Always", "[1 2 3]"}, {"1 yes|1 no", "[1 2]"}, {"-1|0|1", "[-1 0 1]"},
	} {
		var q Question
		for o := range strings.SplitSeq(c.options, "|") {
			q.Options = append(q.Options, Option{Value: o})
		}
		if got := fmt.Sprint(q.Scores()); got != c.want {
			t.Errorf("%s scores %s and not %s", c.options, got, c.want)
		}
	}
}

func TestKindsOfQuestionsAreGuessed(t *testing.T) {
	many := func(cells ...string) (out []string) {
		for range 5 {
			out = append(out, cells...)
		}
		return out
	}
	for _, c := range []struct {
		title, kind, options, missing string
		cells                         []string
	}{
		{"Registered", AskSingle, "No|Yes", "Don’t know / not sure (do not read)", many("Yes", "No", "Don’t know / not sure (do not read)")},
		{"Size", AskSingle, "2-50|51-250|1,001-10,000|More than 10,000", "", many("51-250", "More than 10,000", "2-50", "1,001-10,000")},
		{"Plans", AskScale, "Strongly disagree|Disagree|Neutral|Agree", "n/a", many("Agree", "Neutral", "Strongly disagree", "Disagree", "n/a")},
		{"Importance", AskScale, "not at all important|slightly important|very important", "", many("very important", "slightly important", "not at all important")},
		{"Critical", AskScale, "1 – Extremely|2 – Very|3 – Not", "", many("2 – Very", "1 – Extremely", "3 – Not")},
		{"Trägt", AskScale, "stimme eher nicht zu|stimme eher zu|stimme voll zu", "", many("stimme voll zu", "stimme eher nicht zu", "stimme eher zu")},
		{"Tokens", AskMultiple, "A|B (old, new)|C|D", "", many("A", "B (old, new)", "C", "D", "A, B (old, new)", "A, C", "B (old, new), C", "A, B (old, new), C", "A, D", "C, D")},
		{"Markets", AskMultiple, "abroad|home", "", many("home; abroad", "home", "abroad")},
		{"Turnover", AskNumber, "", "-99", many("12.5", "1,300", "-99", "4")},
		{"Sex", AskSingle, "1|2", "", many("1", "2")},
		{"Start date", AskDate, "", "", many("43192.45", "43191.5")},
		{"Visited", AskDate, "", "", many("2/3/2024", "14/12/2023")},
		{"Why did you leave?", AskOpen, "", "", []string{"There was no time.", "", "The adviser left us.", "It was too far away for us."}},
		{"Device", AskText, "", "", []string{"352405060768020-a", "352405060734501-b", "352405060746786-c"}},
		{"Contact name", AskNothing, "", "", []string{"Ann Lee", "Ben Fox"}}, {"Web", AskNothing, "", "", []string{"a@b.example", "c@d.example"}}, {"Nothing", AskNothing, "", "", []string{"", ""}},
	} {
		table := Table{Columns: []string{c.title}, First: 2}
		for _, cell := range c.cells {
			table.Rows = append(table.Rows, []string{cell})
		}
		list, _ := GuessQuestions(table, nil, nil)
		if got := list[0]; got.Sort != c.kind || strings.Join(optionValues(got.Options), "|") != c.options || strings.Join(got.Missing, "|") != c.missing {
			t.Errorf("“%s” is guessed %s with %q, missing %q", c.title, got.Sort, optionValues(got.Options), got.Missing)
		}
	}
}

func TestColumnsThatAreOptionsOfOneQuestionAreOneQuestion(t *testing.T) {
	table := Table{Columns: []string{"Which? · Bank", "Family", "Other (please specify)", "Rent [paid]", "Rent [owed]", "F9.1", "F9.2", "F9.97"}, First: 3,
		Heads: [][]string{{"Which?", "", "", "", "", "", "", ""}, {"Bank", "Family", "Other (please specify)", "", "", "", "", ""}}}
	for i := range 12 {
		row := []string{"", "Family", "", "Yes", "No", "0", fmt.Sprint(i % 2), "0"}
		if i%3 == 0 {
			row[0], row[1], row[2] = "Bank", "", fmt.Sprintf("my uncle's friend number %d", i)
		}
		table.Rows = append(table.Rows, row)
	}
	list, _ := GuessQuestions(table, nil, nil)
	if q := list[0]; q.Sort != AskMultiple || len(q.Columns) != 2 || q.Name != "Which?" || list[1].Sort != AskOpen {
		t.Errorf("under two rows of names it is %+v", list[:2])
	}
	table.Heads = nil
	list, _ = GuessQuestions(table, nil, nil)
	last := list[len(list)-1]
	if last.Sort != AskMultiple || last.Name != "F9" || strings.Join(optionValues(last.Options), "|") != "1|2|97|None of these" {
		t.Errorf("noughts and ones are %+v", last)
	}
	s := Survey{ID: NewID(), Name: "S", Questions: list}
	_, responses, _, err := s.ReadResponses(table, stamp)
	if err != nil || responses[0].Value(last) != "None of these" || responses[1].Value(last) != "2" {
		t.Errorf("answered was %q and %q, %v", responses[0].Value(last), responses[1].Value(last), err)
	}
}
