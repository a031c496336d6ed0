package demo

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func surveyTable(t *testing.T) study.Table {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(SurveyTable(SurveyFirms))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return study.Table{Columns: rows[0], Rows: rows[1:], First: 2}
}

func TestTheSurveyIsTheSameEachTimeAndHoldsTheFirmsOfTheInterviews(t *testing.T) {
	if !bytes.Equal(SurveyTable(200), SurveyTable(200)) {
		t.Error("the survey is another each time")
	}
	table := surveyTable(t)
	if len(table.Rows) != SurveyFirms || len(table.Columns) != 62 {
		t.Errorf("it has %d rows and %d columns", len(table.Rows), len(table.Columns))
	}
	keys, names := table.Cells("Firm no"), table.Cells("Firm")
	for key, name := range map[string]string{"D01": "Calder Print", "M05": "Hyndburn Tools"} {
		if at := slices.Index(keys, key); at < 0 || names[at] != name {
			t.Errorf("%s is not in it", name)
		}
	}
	for _, column := range [][]string{keys, names} {
		if sorted := slices.Sorted(slices.Values(column)); len(slices.Compact(sorted)) != SurveyFirms {
			t.Error("two firms are called alike")
		}
	}
}

func TestTheSurveyIsGuessedAsItIsMeant(t *testing.T) {
	table := surveyTable(t)
	list, _ := study.GuessQuestions(table, nil, nil)
	s := study.Survey{Questions: list}
	for _, c := range constructs {
		for _, item := range c.items {
			if q, there := s.Question(item); !there || q.Sort != study.AskScale || len(q.Options) != len(agreement) {
				t.Errorf("“%s” is guessed %+v", item, q)
			}
		}
	}
	for _, name := range openQuestions {
		answered := slices.DeleteFunc(table.Cells(name), func(s string) bool { return s == "" })
		different := len(slices.Compact(slices.Sorted(slices.Values(answered))))
		if q, _ := s.Question(name); q.Sort != study.AskOpen || len(answered) < 1500 || 2*different < len(answered) {
			t.Errorf("“%s” is guessed %s; %d answered, in %d different ways", name, q.Sort, len(answered), different)
		}
	}
}
