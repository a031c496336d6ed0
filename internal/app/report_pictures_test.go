package app_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// pictured is the one picture of a report with one part.
func (w *reporters) pictured(part study.ReportPart) publish.PagesPart {
	w.t.Helper()
	part.Sort = study.PartPicture
	return w.pages(w.keeping(part)).Parts[0]
}

// tabled is a cell of a table by the names of its row and its column.
func (w *reporters) tabled(part study.ReportPart, row, column string) string {
	w.t.Helper()
	part.Sort = study.PartTable
	table := w.pages(w.keeping(part)).Parts[0].Table
	at := slices.IndexFunc(table.Rows, func(r publish.GridRow) bool { return r.Name == row })
	if at < 0 || !slices.Contains(table.Heads, column) {
		w.t.Fatalf("no %s and %s in %+v", row, column, table)
	}
	return table.Rows[at].Groups[slices.Index(table.Heads, column)-1].Says
}

func TestANetworkOfAReportHasTheNumbersOfTheTable(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 41)
		w.mark(w.source, "The bank asked for it in arrears.", w.desk)
		w.mark(w.other, "We borrow from my uncle.", w.desk)
		codes := "codes:" + string(w.banks.ID) + "," + string(w.desk.ID)
		for _, together := range []string{study.TogetherOverlap, study.TogetherTurn, study.TogetherSource} {
			p := w.pictured(study.ReportPart{Picture: study.PictureNetwork, Rows: codes, Together: together})
			if p.Problem != "" {
				t.Fatal(p.Problem)
			}
			n := p.Picture.Drawing.(publish.Network)
			want := w.tabled(study.ReportPart{Rows: codes, Columns: codes, Together: together}, "The owner’s desk", "Banks")
			if len(n.Ties) != 1 || strconv.Itoa(n.Ties[0].N) != want || want == "0" {
				t.Errorf("%s: %+v, and the table says %s", together, n.Ties, want)
			}
			if !strings.Contains(p.Picture.Alt, "Banks and The owner’s desk "+want) || !strings.Contains(strings.Join(p.Notes, " "), "the widest first: Banks and The owner’s desk "+want) {
				t.Errorf("%s: it says %q and %q", together, p.Picture.Alt, p.Notes)
			}
		}
		if n := w.pictured(study.ReportPart{Picture: study.PictureNetwork, Rows: codes}).Picture.Drawing.(publish.Network); n.Nodes[0].N != 2 || n.Nodes[1].N != 3 {
			t.Errorf("the dots are %+v", n.Nodes)
		}
		if p := w.pictured(study.ReportPart{Picture: study.PictureNetwork, Rows: "strands"}); p.Problem != "A network is of codes with codes." || p.Picture != nil {
			t.Errorf("of strands it says %q", p.Problem)
		}
	})
}

func TestAHeatMapOfAReportSaysWhatTheTableSays(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 42)
		w.mark(w.source, "The bank asked for it in arrears.", w.desk)
		for _, part := range []study.ReportPart{{Columns: "sources", Count: "sources"}, {Columns: "strands", Show: "row"}, {Columns: "strands", Show: "presence"}, {Columns: "codes", Together: study.TogetherTurn}} {
			p := w.pictured(func() study.ReportPart { part := part; part.Picture = study.PictureHeat; return part }())
			h := p.Picture.Drawing.(publish.Heat)
			for i, row := range h.Rows {
				for j, column := range h.Columns {
					name, _, _ := strings.Cut(column, " (N ")
					if want := w.tabled(part, row.Name, name); h.Rows[i].Cells[j].Says != want {
						t.Errorf("%s by %s is %q, and %q in the table", row.Name, column, h.Rows[i].Cells[j].Says, want)
					}
				}
			}
			if !strings.Contains(p.Picture.Alt, "Banks") {
				t.Errorf("it says %q", p.Picture.Alt)
			}
		}
		h := w.pictured(study.ReportPart{Picture: study.PictureHeat, Columns: "sources", Count: "sources"}).Picture.Drawing.(publish.Heat)
		if got := h.Rows[2].Cells; h.Rows[2].Name != "The owner’s desk" || got[0].Warmth != 5 || got[1].Warmth != 0 || h.Columns[0] != "M07 Seals (N 1)" {
			t.Errorf("they are %+v and %q", got, h.Columns)
		}
		for i := range publish.MostHeatColumns {
			w.naming(strings.Repeat("x", i+1), "")
		}
		if p := w.pictured(study.ReportPart{Picture: study.PictureHeat, Columns: "codes"}); p.Problem != "A heat map has at most 40 rows and 12 columns. Choose some of them." {
			t.Errorf("of too much it says %q", p.Problem)
		}
	})
}

func TestAPortraitInAReportHasThePassagesOfTheTable(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 43)
		w.mark(w.source, "And the bank?", w.banks) // a moderator may say it
		w.mark(w.source, "The bank asked for it in arrears.", w.banks)
		part := study.ReportPart{Picture: study.PicturePortrait, SavedFilter: study.SavedFilter{Sources: study.IDs{w.source.ID}}}
		p := w.pictured(part)
		if p.Problem != "" || p.Heading != "Portrait of M07 Seals" {
			t.Fatalf("it is %q and says %q", p.Heading, p.Problem)
		}
		lanes := p.Picture.Drawing.(publish.Portrait).Lanes
		if len(lanes) != 2 || lanes[0].Name != "Banks" || lanes[1].Name != "The owner’s desk" {
			t.Fatalf("the lanes are %+v", lanes)
		}
		for _, lane := range lanes {
			if want := w.tabled(study.ReportPart{Columns: "sources", Count: study.CountPassages, Alone: true, Show: "number"}, lane.Name, "M07 Seals"); !strings.HasPrefix(want, strconv.Itoa(len(lane.Stretches))+" ") {
				t.Errorf("%s has %d, and in the table %s", lane.Name, len(lane.Stretches), want)
			}
		}
		for problem, sources := range map[string]study.IDs{"A portrait is of one source. Choose which.": nil, "The source of this portrait is no longer there.": {study.NewID()}} {
			part.Sources = sources
			if p := w.pictured(part); p.Problem != problem || p.Picture != nil {
				t.Errorf("of %v it says %q", sources, p.Problem)
			}
		}
		part.Sources, part.Codes = study.IDs{w.other.ID}, study.IDs{w.desk.ID}
		if p := w.pictured(part); p.Problem != "Nothing of this source is coded so." {
			t.Errorf("of what isn't coded it says %q", p.Problem)
		}
		part.Codes = study.IDs{w.barriers.ID}
		if lanes := w.pictured(part).Picture.Drawing.(publish.Portrait).Lanes; len(lanes) != 1 || lanes[0].Name != "Banks" {
			t.Errorf("under a code they are %+v", lanes)
		}
		part.Alone = true
		if p := w.pictured(part); p.Picture != nil {
			t.Errorf("of the code alone it has %+v", p.Picture)
		}
	})
}

func TestAPortraitInAReportHasTheThirtyCodesWithTheMostPassages(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 44)
		for i := range publish.MostLanes {
			w.mark(w.source, "And the bank?", w.naming("Code "+strconv.Itoa(i), ""))
		}
		w.mark(w.source, "Every quote came across my desk.", w.banks)
		p := w.pictured(study.ReportPart{Picture: study.PicturePortrait, Moderators: true, SavedFilter: study.SavedFilter{Sources: study.IDs{w.source.ID}}})
		lanes := p.Picture.Drawing.(publish.Portrait).Lanes
		if len(lanes) != publish.MostLanes || lanes[0].Name != "Banks" || !slices.Contains(p.Notes, "The 30 codes with the most passages are shown, of 32.") {
			t.Errorf("%d lanes from %s on; it says %q", len(lanes), lanes[0].Name, p.Notes)
		}
	})
}
