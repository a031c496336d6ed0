package app_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// brings imports a table as a survey that takes the place of the one before.
func (w *asking) brings(t *testing.T, name string, data []byte, d app.SurveyDefinition) study.Survey {
	t.Helper()
	made, _, _, err := w.ImportSurvey(t.Context(), w.by, w.project, app.SurveyUpload{Name: name, Data: data, SurveyDefinition: d})
	must(t, err)
	w.survey = made.ID
	return made
}

// The figures are those of the notes of the corpus, which were computed there by two routes.
func TestSexByRegistrationInJordanIsMetToTheLastDigit(t *testing.T) {
	data, err := os.ReadFile(shared(t, "corpus", "survey", "jordanlens_research", "mse18_public.xlsx"))
	must(t, err)
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 1)
		w.brings(t, "mse18_public.xlsx", data, app.SurveyDefinition{})
		whole, err := w.Crosstab(t.Context(), w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask(), Row: "Q007", Column: "Q10801"})
		must(t, err)
		counts := map[string]int{}
		for i, row := range whole.Rows {
			for j, column := range whole.Columns {
				counts[row+" "+column] = whole.Counts[i][j]
			}
		}
		if counts["Male Yes"] != 1212 || counts["Male No"] != 288 || counts["Female Yes"] != 87 || counts["Female No"] != 75 {
			t.Errorf("the counts are %v", counts)
		}
		c, err := w.Crosstab(t.Context(), w.by, w.project, app.CrosstabAsk{AnalysisAsk: w.ask("Q10801=Yes", "Q10801=No"), Row: "Q007", Column: "Q10801"})
		must(t, err)
		got := fmt.Sprintf("%d %.4f %.0f %.4f %.4f %.4f %.3e", c.N, *c.Chi2, *c.DF, c.Yates.Statistic, *c.CramersV, max(c.OddsRatio.Value, 1/c.OddsRatio.Value), c.Fisher.P)
		if want := "1662 62.8842 1 61.3069 0.1945 3.6279 3.361e-13"; got != want {
			t.Errorf("it is %s, not %s", got, want)
		}
	})
}

// interviewed are firms that answered in words, two of which were interviewed as well.
func interviewed(t *testing.T, o *asking) (growth, time study.ID) {
	t.Helper()
	ctx := t.Context()
	var table bytes.Buffer
	rows := [][]string{{"Firm no", "Firm", "District", "Why did you leave the programme?"}}
	for i := range 12 {
		why := fmt.Sprintf("There was no time for the %d meetings a year, we said.", i)
		if i%4 == 3 {
			why = fmt.Sprintf("We grew out of it, to be honest, after %d years.", i)
		}
		rows = append(rows, []string{fmt.Sprint("F", i), fmt.Sprint("Firm number ", i), []string{"Wyre", "Burnley"}[i%2], why})
	}
	must(t, csv.NewWriter(&table).WriteAll(rows))
	firm, called := study.Firm, "Firm"
	s := o.brings(t, "sme.csv", table.Bytes(), app.SurveyDefinition{CaseSort: &firm, CallColumn: &called})
	code := func(name string) study.ID {
		c, _, err := o.AddCode(ctx, o.by, o.project, study.Code{Name: name, Codable: true}, nil)
		must(t, err)
		return c.ID
	}
	growth, time = code("Growth"), code("Time")
	answers, err := o.Answers(ctx, o.by, o.project, s.ID, app.AnswerQuery{Question: rows[0][3]})
	must(t, err)
	for _, one := range answers.Items {
		as := time
		if strings.Contains(one.Text, "grew") {
			as = growth
		}
		_, err := o.Code(ctx, o.by, o.project, app.NewCoding{Source: answers.Source, Range: one.Range, Code: as})
		must(t, err)
	}
	return growth, time
}

// says imports an interview and codes the first words of it.
func (w *asking) says(t *testing.T, title, text string, code study.ID) study.ID {
	t.Helper()
	ctx := t.Context()
	strands, err := w.Strands(ctx, w.by, w.project)
	must(t, err)
	source, _, err := w.Import(ctx, w.by, w.project, app.Upload{Name: title + ".txt", Data: []byte(text), Strand: strands[0].ID})
	must(t, err)
	_, err = w.Code(ctx, w.by, w.project, app.NewCoding{Source: source.ID, Range: study.Range{Start: 0, End: 7}, Code: code})
	must(t, err)
	return source.ID
}

func TestAJointDisplayCountsRespondentsByAnswersInterviewsAndPersons(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 1)
		ctx := t.Context()
		growth, time := interviewed(t, w)
		ask := app.JointAsk{AnalysisAsk: w.ask(), By: "District", Codes: []study.ID{growth, time}}
		joint := func() string {
			j, err := w.Joint(ctx, w.by, w.project, ask)
			must(t, err)
			var out []string
			for i, g := range j.Groups {
				for _, row := range j.Rows {
					cell := row.Cells[i]
					out = append(out, fmt.Sprintf("%s %s %d/%d in %d", g.Label, row.Name, cell.Cases, g.N, cell.Passages))
				}
			}
			return strings.Join(out, ", ")
		}
		if got, want := joint(), "Burnley Growth 3/6 in 3, Burnley Time 3/6 in 3, Wyre Growth 0/6 in 0, Wyre Time 6/6 in 6"; got != want {
			t.Errorf("it says %s, not %s", got, want)
		}
		cases, err := w.Cases(ctx, w.by, w.project, study.CaseQuery{Sort: "key"}, "", 100)
		must(t, err)
		first, second := cases.Items[0], cases.Items[2]
		told := w.says(t, "First firm", "We grew and grew.", growth)
		_, _, err = w.AddTie(ctx, w.by, w.project, first.ID, app.NewTie{Link: study.Link{Kind: "source", ID: told}})
		must(t, err)
		manager, _, err := w.AddCase(ctx, w.by, w.project, app.NewCase{Name: "Ann", Sort: study.Person, FirmID: second.ID})
		must(t, err)
		said := w.says(t, "Manager", "We grew because of people.", growth)
		_, _, err = w.AddTie(ctx, w.by, w.project, manager.ID, app.NewTie{Link: study.Link{Kind: "source", ID: said}})
		must(t, err)
		if got, want := joint(), "Burnley Growth 3/6 in 3, Burnley Time 3/6 in 3, Wyre Growth 2/6 in 2, Wyre Time 6/6 in 6"; got != want {
			t.Errorf("with interviews it says %s, not %s", got, want)
		}
		j, err := w.Joint(ctx, w.by, w.project, ask)
		must(t, err)
		cell := j.Rows[0].Cells[1]
		if !cell.Few || len(cell.Quotes) != 2 || cell.Quotes[0].Text != "We grew" || cell.Quotes[0].CaseName == "" || j.Rows[1].Cells[1].Few || len(j.Rows[1].Cells[1].Quotes) != 3 || j.N != 12 {
			t.Errorf("the cell is %+v", cell)
		}
		ask.Where = []string{"District=Wyre"}
		if got, want := joint(), "Wyre Growth 2/6 in 2, Wyre Time 6/6 in 6"; got != want {
			t.Errorf("narrowed it says %s, not %s", got, want)
		}
		again := w.says(t, "First firm again", "We grew once more.", growth)
		_, _, err = w.AddTie(ctx, w.by, w.project, first.ID, app.NewTie{Link: study.Link{Kind: "source", ID: again}})
		must(t, err)
		for quotes, want := range map[int]int{0: 2, 1: 1, 200: 3} {
			ask.Quotes = quotes
			j, err := w.Joint(ctx, w.by, w.project, ask)
			must(t, err)
			if cell := j.Rows[0].Cells[0]; cell.Passages != 3 || len(cell.Quotes) != want {
				t.Errorf("of at most %d quotes there are %d, not %d", quotes, len(cell.Quotes), want)
			}
		}
	})
}

func TestAJointDisplayCountsSpeakersAndPassagesThatAreTiedAndNoOthers(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := askedOf(t, open(t), 1)
		ctx := t.Context()
		growth, time := interviewed(t, w)
		wyre := func() string {
			j, err := w.Joint(ctx, w.by, w.project, app.JointAsk{AnalysisAsk: w.ask(), By: "District", Codes: []study.ID{growth, time}})
			must(t, err)
			return fmt.Sprintf("%d in %d", j.Rows[0].Cells[1].Cases, j.Rows[0].Cells[1].Passages)
		}
		cases, err := w.Cases(ctx, w.by, w.project, study.CaseQuery{Sort: "key"}, "", 100)
		must(t, err)
		speaking, mentioned := cases.Items[0], cases.Items[2]
		text := "Ann: We grew too fast.\n\nBob: We grew slowly.\n\nAnn: They grew as well.\n"
		workshop := w.says(t, "Workshop", text, time)
		source, err := w.Source(ctx, w.by, w.project, workshop)
		must(t, err)
		turns, err := w.Turns(ctx, w.by, w.project, workshop)
		must(t, err)
		if len(source.Speakers) != 2 || len(turns) != 3 {
			t.Fatalf("the workshop is %+v with %d turns", source, len(turns))
		}
		for _, turn := range turns {
			_, err := w.Code(ctx, w.by, w.project, app.NewCoding{Source: workshop, Range: turn.Range, Code: growth})
			must(t, err)
		}
		if got := wyre(); got != "0 in 0" {
			t.Errorf("what nobody's is counts %s", got)
		}
		_, _, err = w.AddTie(ctx, w.by, w.project, speaking.ID, app.NewTie{Link: study.Link{Kind: "speaker", ID: turns[1].SpeakerID}})
		must(t, err)
		if got := wyre(); got != "1 in 1" {
			t.Errorf("with what Bob says it counts %s", got)
		}
		_, _, err = w.AddTie(ctx, w.by, w.project, mentioned.ID, app.NewTie{Link: study.Link{Kind: "passage"}, Source: workshop, Range: turns[2].Range})
		must(t, err)
		if got := wyre(); got != "2 in 2" {
			t.Errorf("with the passage about another firm it counts %s", got)
		}
	})
}
