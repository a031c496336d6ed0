package study

import (
	"slices"
	"strings"
	"testing"
)

func table(lines ...string) Table {
	t := Table{Columns: strings.Split(lines[0], ","), Heads: [][]string{strings.Split(lines[0], ",")}, First: 2}
	for _, line := range lines[1:] {
		t.Rows = append(t.Rows, strings.Split(line, ","))
	}
	return t
}

func answerTable() Table {
	return table("Firm,Trust,Web,Post,Began",
		"Brook Dye Works,Agree,yes,no,2015-03-11",
		"Calder Dye Works,Disagree,no,yes,2009-06-12",
		"Lune Dye Works,Strongly agree,yes,yes,2011-01-15",
		"Wyre Dye Works,Don't know,no,no,2012-02-16",
		"Hodder Dye Works,Agree,yes,no,2013-03-17",
		"Ribble Dye Works,Strongly disagree,yes,no,2014-04-18")
}

func TestGivenQuestionsAreFilledIn(t *testing.T) {
	given := Questions{{Sort: AskSingle, Columns: Texts{"Trust"}}, {Name: "Channels", Sort: AskMultiple, Columns: Texts{"Web", "Post"}}}
	list, _ := GuessQuestions(answerTable(), nil, given)
	trust, channels := list[1], list[2]
	if got := optionValues(trust.Options); trust.Name != "Trust" || trust.Sort != AskSingle || !slices.Equal(got, []string{"Strongly disagree", "Disagree", "Agree", "Strongly agree"}) {
		t.Errorf("a question of a chosen kind is %q, %s, with %q", trust.Name, trust.Sort, got)
	}
	if !slices.Equal(trust.Missing, Texts{"Don't know"}) {
		t.Errorf("what counts as missing is %q", trust.Missing)
	}
	if got := optionValues(channels.Options); channels.Name != "Channels" || !slices.Equal(got, []string{"Web", "Post", noneOf}) {
		t.Errorf("joined columns are %q with the options %q", channels.Name, got)
	}
}

func TestWhatIsSaidOfAQuestionStays(t *testing.T) {
	said := Question{ID: "abcdefgh", Name: "T", Sort: AskScale, Columns: Texts{"Trust"}, Options: Options{{Value: "Agree"}}, Missing: Texts{}}
	list, _ := GuessQuestions(answerTable(), nil, Questions{said})
	if got := list[1]; got.Name != "T" || len(got.Options) != 1 || len(got.Missing) != 0 {
		t.Errorf("it became %+v", got)
	}
	if got := list[1].ID; got != said.ID {
		t.Errorf("its id became %s", got)
	}
}

func TestNamesOfFirmsAndDaysAreNeitherAnswersNorPersonal(t *testing.T) {
	list, found := GuessQuestions(answerTable(), nil, nil)
	if got := list[0].Sort; got != AskText {
		t.Errorf("names of firms are %s", got)
	}
	last := len(found) - 1
	if found[last].Personal || found[last].Guess != AskDate {
		t.Errorf("days are %s, personal %v", found[last].Guess, found[last].Personal)
	}
}
