package app_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// surveyed is a table of firms with answers of every kind, as a spreadsheet saves it.
func surveyed(t *testing.T, dice *rand.Rand, rows, columns int) []byte {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	head := []string{"Firm no", "Firm"}
	for c := range columns {
		head = append(head, fmt.Sprintf("Question %d", c+1))
	}
	must(t, w.Write(head))
	for i := range rows {
		row := []string{fmt.Sprintf("F%05d", i), fmt.Sprintf("Invented Firm %d Ltd", i)}
		for c := range columns {
			row = append(row, answer(dice, c%6))
		}
		must(t, w.Write(row))
	}
	w.Flush()
	must(t, w.Error())
	return out.Bytes()
}

func answer(dice *rand.Rand, kind int) string {
	if dice.IntN(10) == 0 {
		return ""
	}
	switch kind {
	case 0:
		return fmt.Sprint(dice.IntN(250))
	case 1:
		return []string{"Food and drink", "Textiles", "Metal work", "Software", "Building"}[dice.IntN(5)]
	case 2:
		return []string{"yes", "no"}[dice.IntN(2)]
	case 3:
		return fmt.Sprintf("%.2f", dice.Float64()*1e6)
	case 4:
		return []string{"1 never", "2 seldom", "3 often", "4 always"}[dice.IntN(4)]
	}
	return fmt.Sprintf("%d/%d/20%02d", 1+dice.IntN(28), 1+dice.IntN(12), dice.IntN(26))
}

var wholeSurvey = flag.Bool("whole-survey", false, "import 9,000 cases rather than 1,000")

func sheetNamed(name string) ingest.SheetRule { return ingest.SheetRule{Sheet: name} }

func byKey(data string) app.CaseUpload {
	return app.CaseUpload{Name: "firms.csv", Data: []byte(data), CaseMapping: study.CaseMapping{Key: "Key"}}
}

func TestATableIsPreviewedImportedOnceAndTakenBack(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		table := "Key;Name;Trade;Staff;Region;Founded\nF1;Harbour Bakery;bread and pies;12;North;1.2.1999\nf2;Abbey Looms;12;;East;3.4.2004\nF3;Millgate;cotton;7;South;\nF3;Twin;;;;\n;Nobody;;;;\n"
		before := s.state()
		seen, err := s.PreviewCases(t.Context(), s.lead, s.project, byKey(table))
		must(t, err)
		storetest.Same(t, before, s.state())
		if seen.New != 1 || seen.Changed != 2 || seen.Unchanged != 0 || seen.Refused != 2 || seen.Absent != 1 || seen.Rows != 5 || seen.Faults[0].Row != 5 || seen.News[0].Name != "Millgate" {
			t.Errorf("the preview is %+v", seen)
		}
		want := map[string]app.ValueChange{"Trade": {"bread and cakes", "bread and pies"}, "Staff": {9.0, 12.0}, "Founded": {nil, "1999-02-01"}}
		if seen.Changes[0].Case != s.bakery.ID || !reflect.DeepEqual(seen.Changes[0].Values, want) {
			t.Errorf("the bakery changes by %+v", seen.Changes[0])
		}
		done, entry, err := s.ImportCases(t.Context(), s.people[1], s.project, byKey(table))
		must(t, err)
		if !reflect.DeepEqual(counts(done), counts(seen)) || s.seq() != entry.Seq {
			t.Errorf("what was done is %+v", done)
		}
		if got := s.one(s.looms.ID).Values; !reflect.DeepEqual(got, map[string]any{"Trade": "12", "Region": "East", "Founded": "2004-04-03"}) {
			t.Errorf("the looms are %v", got)
		}
		after := s.state()
		again, twice, err := s.ImportCases(t.Context(), s.people[1], s.project, byKey(table))
		if err != nil || twice.Seq != 0 || again.Unchanged != 3 || again.New+again.Changed != 0 {
			t.Errorf("a second time it is %+v, %v", again, err)
		}
		storetest.Same(t, after, s.state())
		_, err = s.UndoEntry(t.Context(), s.people[1], s.project, entry.Seq)
		must(t, err)
		storetest.Same(t, before, s.state())
	})
}

func counts(r app.CaseReport) [5]int {
	return [5]int{r.New, r.Changed, r.Unchanged, r.Absent, r.Refused}
}

func TestWhatIsNoTableOfCasesIsRefused(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		for what, u := range map[string]app.CaseUpload{
			"a text":            {Name: "a.txt", Data: []byte("Some words."), CaseMapping: study.CaseMapping{Key: "Key"}},
			"no such key":       byKey("Name,Trade\nA,b\n"),
			"no such sheet":     {Name: "a.csv", Data: []byte("Key,b\n1,2\n"), CaseMapping: study.CaseMapping{Key: "Key"}, Sheet: sheetNamed("Second")},
			"a kind that isn't": {Name: "a.csv", Data: []byte("Key,b\n1,2\n"), CaseMapping: study.CaseMapping{Key: "Key", Kinds: map[string]string{"b": "shoes"}}},
			"an empty file":     byKey(""),
		} {
			if _, _, err := s.ImportCases(t.Context(), s.lead, s.project, u); study.KindOf(err) != study.Invalid {
				t.Errorf("%s: %v", what, err)
			}
		}
	})
}

// What an import of a whole survey costs is logged, and nobody who reads the journal pays for it.
func TestASurveyOfThousandsIsOneEntryThatCostsReadersNothing(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		rows := 1000
		if *wholeSurvey {
			rows = 9000
		}
		data := surveyed(t, rand.New(rand.NewPCG(1, 1)), rows, 60)
		upload := app.CaseUpload{Name: "survey.csv", Data: data, CaseMapping: study.CaseMapping{Key: "Firm no"}}
		before := s.state()
		took := func(what string, began time.Time) { t.Logf("%s: %v", what, time.Since(began).Round(time.Millisecond)) }
		began := time.Now()
		report, entry, err := s.ImportCases(t.Context(), s.lead, s.project, upload)
		must(t, err)
		took(fmt.Sprintf("import of %d rows, %d kB", rows, len(data)>>10), began)
		if report.New != rows || report.Refused != 0 || len(report.Warnings) != 0 {
			t.Errorf("it made %d, refused %d, %q", report.New, report.Refused, report.Warnings)
		}
		began = time.Now()
		if page, err := s.Cases(t.Context(), s.lead, s.project, study.CaseQuery{Sort: "-Question 4", Where: []string{"question 3=yes"}}, "", 100); err != nil || page.Total == 0 {
			t.Errorf("a page of them: %d, %v", page.Total, err)
		}
		took("the first page", began)
		began = time.Now()
		_, err = s.Cases(t.Context(), s.lead, s.project, study.CaseQuery{Sort: "-Question 1", Text: "textiles"}, "", 100)
		must(t, err)
		took("another page", began)
		began = time.Now()
		list, err := s.Journal(t.Context(), s.lead, s.project, app.JournalPage{Before: 1 << 60, Limit: 100})
		must(t, err)
		took("the journal", began)
		if steps, err := s.Steps(t.Context(), s.lead, s.project); err != nil || steps.Undo == nil || steps.Undo.Seq != entry.Seq || len(steps.Undo.Changes) > 100 {
			t.Errorf("the next undo is %+v, %v", steps.Undo, err)
		}
		if list[0].Seq != entry.Seq || len(list[0].Changes) != 60 || list[0].Aside[0].Made != rows {
			t.Errorf("the entry lists %d changes, and counts %+v", len(list[0].Changes), list[0].Aside)
		}
		began = time.Now()
		again, _, err := s.ImportCases(t.Context(), s.lead, s.project, upload)
		took("the same again", began)
		if err != nil || again.Unchanged != rows {
			t.Errorf("again: %+v, %v", counts(again), err)
		}
		began = time.Now()
		_, err = s.UndoEntry(t.Context(), s.lead, s.project, entry.Seq)
		must(t, err)
		took("undo", began)
		storetest.Same(t, before, s.state())
		if strings.Contains(strings.Join(s.state()["variables"], ""), "Question") {
			t.Error("variables outlive the import")
		}
	})
}
