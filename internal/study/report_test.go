package study

import (
	"slices"
	"strings"
	"testing"
)

func aReport() Report {
	return Report{Name: "Final", Parts: ReportParts{{Sort: PartTitle}, {Sort: PartExcerpts, Heading: "What holds them back", Text: "Helen said so.", SavedFilter: SavedFilter{Codes: IDs{"a", "b"}}}, {Sort: PartTable, Rows: "codes:a,b,c", Columns: "strands"}}}.Identified()
}

func TestAReportHoldsWhatItsPartsMayBe(t *testing.T) {
	if err := aReport().Validate(); err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func(*Report){
		"no name":            func(r *Report) { r.Name = " " },
		"another kind":       func(r *Report) { r.Parts[0].Sort = "song" },
		"a deep heading":     func(r *Report) { r.Parts[0].Level = 4 },
		"an id twice":        func(r *Report) { r.Parts[1].ID = r.Parts[0].ID },
		"no id":              func(r *Report) { r.Parts[1].ID = "x" },
		"another line":       func(r *Report) { r.Parts[1].Line = "above" },
		"another order":      func(r *Report) { r.Parts[1].Order = "luck" },
		"too many parts":     func(r *Report) { r.Parts = make(ReportParts, MaxReportParts+1) },
		"too many picked":    func(r *Report) { r.Parts[1].Picked = make(IDs, MaxPicked+1) },
		"too long a text":    func(r *Report) { r.Parts[1].Text = strings.Repeat("x", MaxProse+1) },
		"a NUL in a text":    func(r *Report) { r.Parts[1].Text = "\x00" },
		"a control in words": func(r *Report) { r.Parts[1].Heading = "a\nb" },
	} {
		r := aReport()
		spoil(&r)
		if k := KindOf(r.Validate()); k != Invalid && k != TooLarge {
			t.Errorf("%s gives %q", what, k)
		}
	}
}

func TestPassagesArePickedEachOnceAndTheReportBeforeStays(t *testing.T) {
	before := aReport()
	before.Parts[1].Chosen, before.Parts[1].Picked = "picked", IDs{"p", "q"}
	after, added, err := before.WithPicked(before.Parts[1].ID, IDs{"r", "p", "r", "s"})
	if err != nil || added != 2 || !slices.Equal(after.Parts[1].Picked, IDs{"p", "q", "r", "s"}) {
		t.Errorf("%d were added to become %q, %v", added, after.Parts[1].Picked, err)
	}
	if len(before.Parts[1].Picked) != 2 {
		t.Error("the report before was changed too")
	}
	if _, _, err := before.WithPicked(before.Parts[0].ID, IDs{"r"}); KindOf(err) != Invalid {
		t.Errorf("a title page takes excerpts: %v", err)
	}
}

func TestAReportFollowsMergedCodesInFiltersAndTables(t *testing.T) {
	before := aReport()
	after, changed := before.Merged(map[ID]ID{"b": "a", "c": "d"})
	if !changed || len(after.Parts[1].Codes) != 1 || after.Parts[1].Codes[0] != "a" || after.Parts[2].Rows != "codes:a,d" || after.Parts[2].Columns != "strands" {
		t.Errorf("it became %+v", after.Parts)
	}
	if before.Parts[2].Rows != "codes:a,b,c" {
		t.Error("the report before was changed too")
	}
	if _, changed := before.Merged(map[ID]ID{"x": "y"}); changed {
		t.Error("a merge of other codes changed it")
	}
}

func TestNamesAreReplacedWhereverAReportHasThem(t *testing.T) {
	before := aReport()
	after, changed := before.Reworded(func(s string) string { return strings.ReplaceAll(s, "Helen", "Joan") })
	if !changed || after.Parts[1].Text != "Joan said so." || before.Parts[1].Text != "Helen said so." {
		t.Errorf("it became %q", after.Parts[1].Text)
	}
	if _, changed := before.Reworded(strings.Clone); changed {
		t.Error("the same words count as a change")
	}
}
