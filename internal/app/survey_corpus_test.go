package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// shared finds ../shared beside the repository, or where SELVEDGE_SHARED says.
func shared(t *testing.T, path ...string) string {
	t.Helper()
	if folder := os.Getenv("SELVEDGE_SHARED"); folder != "" {
		return filepath.Join(append([]string{folder}, path...)...)
	}
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		found := filepath.Join(append([]string{dir, "shared"}, path...)...)
		if _, err := os.Stat(found); err == nil {
			return found
		}
	}
	t.Skip("../shared is not there")
	return ""
}

// realSurveys are the tables of the corpus: what each becomes, and what some of its columns hold
// by the notes of the corpus.
var realSurveys = []struct {
	file                                        string
	rows, columns, answers                      int
	key                                         string
	single, multiple, scale, number, date, open int
	text, ignore                                int
	filled                                      map[int]int    // columns, from 1, to cells that hold something
	kinds                                       map[int]string // columns, from 1, to kinds
}{
	{"todogroup_osposurvey/results.csv", 2681, 251, 1719, "Respondent ID", 40, 15, 9, 1, 0, 19, 1, 33,
		map[int]int{11: 2668, 139: 268, 165: 244, 166: 184, 137: 134, 164: 37, 187: 190},
		map[int]string{1: "number", 4: "multiple", 11: "single", 12: "scale", 24: "ignore", 79: "scale", 137: "open", 139: "open", 164: "open", 165: "open", 166: "open", 187: "open", 222: "single", 251: "ignore"}},
	{"jordanlens_research/mse18_public.xlsx", 1699, 349, 16, "instance", 137, 17, 3, 58, 4, 2, 5, 5,
		map[int]int{85: 15, 18: 1699, 28: 1699, 16: 0},
		map[int]string{1: "text", 2: "number", 4: "date", 7: "date", 10: "single", 16: "ignore", 18: "single", 28: "single", 35: "scale", 47: "number", 85: "open", 133: "scale", 175: "multiple", 345: "number"}},
	{"sealuzh_quality-perception-appendix/results-survey.csv", 70, 146, 486, "Response ID", 32, 1, 60, 10, 1, 16, 12, 11, nil,
		map[int]string{1: "number", 2: "date", 7: "open", 13: "single"}},
	{"stacksgov_resources/results-anonymized-randomized.csv", 69, 53, 622, "Token", 17, 8, 0, 10, 0, 15, 2, 1, nil,
		map[int]string{1: "single", 4: "number", 5: "multiple", 16: "open", 53: "text"}},
	{"stacksgov_resources/results-anonymized-randomized.xlsx", 69, 79, 622, "Token", 17, 8, 0, 10, 0, 15, 2, 27, nil, nil},
	{"ccbogel_QualCoder/survey456.csv", 3, 5, 3, "Case", 0, 0, 0, 1, 0, 1, 3, 0, nil, map[int]string{1: "text", 2: "number", 5: "open"}},
	{"ccbogel_QualCoder/survey789.xlsx", 3, 6, 6, "Case", 0, 0, 0, 1, 0, 2, 3, 0, nil, nil},
}

func TestEveryTableOfTheCorpusImportsWithItsTypesAndCounts(t *testing.T) {
	root := shared(t, "corpus", "survey")
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := &poll{team: newTeam(t, open, 7)}
		p.lead = p.people[0]
		for _, c := range realSurveys {
			data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(c.file)))
			must(t, err)
			u := app.SurveyUpload{Name: filepath.Base(c.file), Data: data}
			seen, err := p.PreviewSurvey(t.Context(), p.lead, p.project, u)
			must(t, err)
			for column, filled := range c.filled {
				if got := seen.Columns[column-1].Filled; got != filled {
					t.Errorf("%s: column %d has %d answers and not %d", c.file, column, got, filled)
				}
			}
			for column, kind := range c.kinds {
				if got := seen.Columns[column-1].Guess; got != kind {
					t.Errorf("%s: column %d, “%s”, is guessed %s and not %s", c.file, column, seen.Columns[column-1].Column, got, kind)
				}
			}
			kinds := map[string]int{}
			for _, q := range seen.Definition.Questions {
				kinds[q.Sort]++
			}
			want := map[string]int{study.AskSingle: c.single, study.AskMultiple: c.multiple, study.AskScale: c.scale, study.AskNumber: c.number, study.AskDate: c.date, study.AskOpen: c.open, study.AskText: c.text, study.AskNothing: c.ignore}
			for kind, n := range want {
				if kinds[kind] != n {
					t.Errorf("%s: %d questions are %s and not %d", c.file, kinds[kind], kind, n)
				}
			}
			made, report, _, err := p.ImportSurvey(t.Context(), p.lead, p.project, u)
			must(t, err)
			p.survey = made.ID
			if got, want := fmt.Sprint(report.Rows, report.Columns, report.Respondents, report.OpenAnswers, made.KeyColumn), fmt.Sprint(c.rows, c.columns, c.rows, c.answers, c.key); got != want {
				t.Errorf("%s became %s and not %s", c.file, got, want)
			}
			page, err := p.Responses(t.Context(), p.lead, p.project, made.ID, study.CaseQuery{}, "", 1)
			must(t, err)
			if page.Total != c.rows {
				t.Errorf("%s has %d responses", c.file, page.Total)
			}
		}
	})
}
