package app_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// reporters are a team with two sources, two codes under a third, and a report of them.
type reporters struct {
	*team
	ann           study.Actor
	source, other study.Source
	barriers      study.Code
	banks, desk   study.Code
}

func newReporters(t *testing.T, open storetest.Open, seed uint64) *reporters {
	w := &reporters{team: newTeam(t, open, seed)}
	w.ann = w.people[0]
	p, err := w.AddProject(t.Context(), w.ann, app.NewProject{Name: "Kilnholme"})
	must(t, err)
	w.project = p.ID
	must(t, w.AddMember(t.Context(), w.ann, p.ID, w.people[1].Account.ID, study.Researcher))
	_, err = w.AddStrand(t.Context(), w.ann, p.ID, study.Strand{Name: "Mid-caps", Sort: "interviews"})
	must(t, err)
	w.source = w.bringing("M07 Seals", "Helen: Every quote came across my desk.\nMo: And the bank?\nHelen: The bank asked for it in arrears.\n")
	w.other = w.bringing("M11 Ovens", "Jo: We borrow from my uncle.\n")
	w.barriers = w.naming("Barriers", "")
	w.banks, w.desk = w.naming("Banks", w.barriers.ID), w.naming("The owner’s desk", w.barriers.ID)
	w.mark(w.source, "Every quote came across my desk.", w.desk)
	w.mark(w.source, "The bank asked for it in arrears.", w.banks)
	w.mark(w.other, "We borrow from my uncle.", w.banks)
	return w
}

func (w *reporters) naming(name string, under study.ID) study.Code {
	w.t.Helper()
	c, _, err := w.AddCode(w.t.Context(), w.ann, w.project, study.Code{Name: name, ParentID: under, Codable: true, Definition: "What is meant by " + name + "."}, nil)
	must(w.t, err)
	return c
}

// mark codes some words, which stand in a source once, and gives their passage.
func (w *reporters) mark(s study.Source, words string, code study.Code) study.ID {
	w.t.Helper()
	_, content, err := w.Content(w.t.Context(), w.ann, w.project, s.ID)
	must(w.t, err)
	at := study.TextLen(content.Text[:strings.Index(content.Text, words)])
	done, err := w.Code(w.t.Context(), w.ann, w.project, app.NewCoding{Source: s.ID, Range: study.Range{Start: at, End: at + study.TextLen(words)}, Code: code.ID})
	must(w.t, err)
	return done.PassageID
}

func (w *reporters) keeping(parts ...study.ReportPart) study.Report {
	w.t.Helper()
	r, _, err := w.AddReport(w.t.Context(), w.ann, w.project, study.Report{Name: "Final", Parts: parts})
	must(w.t, err)
	return r
}

func (w *reporters) pages(r study.Report) publish.Pages {
	w.t.Helper()
	p, err := w.ReportPages(w.t.Context(), w.ann, w.project, r.ID)
	must(w.t, err)
	return p
}

// words are the excerpts of a part, each group after its head.
func words(p publish.PagesPart) (out []string) {
	for _, g := range p.Groups {
		if g.Name != "" {
			out = append(out, g.Name+":")
		}
		for q := range g.Quotes.All() {
			out = append(out, q.Text)
		}
	}
	return out
}

func TestAReportHasTodaysCodingsEachTimeItIsRead(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 31)
		r := w.keeping(study.ReportPart{Sort: study.PartTitle}, study.ReportPart{Sort: study.PartExcerpts, Heading: "What holds firms back", SavedFilter: study.SavedFilter{Codes: study.IDs{w.barriers.ID}}, Group: study.GroupByCode, Definition: true, Counts: true})
		first := w.pages(r)
		want := []string{"Banks:", "The bank asked for it in arrears.", "We borrow from my uncle.", "The owner’s desk:", "Every quote came across my desk."}
		if got := words(first.Parts[1]); !slices.Equal(got, want) {
			t.Errorf("it reads %q", got)
		}
		group := first.Parts[1].Groups[0]
		if first.Parts[1].Says != "3 excerpts from 2 of 2 sources" || group.Says != "2 excerpts from 2 sources" || group.Above != "Barriers" || group.Meanings[0].Text != "What is meant by Banks." {
			t.Errorf("it says %q and %+v", first.Parts[1].Says, group)
		}
		if facts := first.Parts[0].Facts; !slices.Contains(facts, "3 excerpts from 2 sources") {
			t.Errorf("the title page says %q", facts)
		}
		w.mark(w.source, "And the bank?", w.banks)
		if p := w.pages(r); p.Passages != 4 || p.Seq <= first.Seq {
			t.Errorf("with one passage more it has %d at %d, after %d", p.Passages, p.Seq, first.Seq)
		}
	})
}

func TestHeadingsTablesAndFiguresAreNumbered(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 32)
		r := w.keeping(study.ReportPart{Sort: study.PartContents}, study.ReportPart{Sort: study.PartText, Heading: "One"}, study.ReportPart{Sort: study.PartText, Level: 2, Heading: "One one"},
			study.ReportPart{Sort: study.PartTable, Rows: "codes", Columns: "strands"}, study.ReportPart{Sort: study.PartExcerpts, Level: 2, Heading: "One two"},
			study.ReportPart{Sort: study.PartPicture, Picture: "saturation"}, study.ReportPart{Sort: study.PartPicture, Picture: "words", Heading: "Said"}, study.ReportPart{Sort: study.PartText, Heading: "Two"},
			study.ReportPart{Sort: study.PartSources, Counts: true}, study.ReportPart{Sort: study.PartCodebook, Counts: true})
		var got []string
		pages := w.pages(r)
		for _, p := range pages.Parts {
			if p.Problem != "" {
				t.Errorf("%s: %s", p.Heading, p.Problem)
			}
			got = append(got, strings.TrimSpace(p.Number+" "+p.Heading))
		}
		want := []string{"Contents", "1 One", "1.1 One one", "Table 1 Codes by strands", "1.2 One two", "Figure 1 New codes, source by source", "Figure 2 Said", "2 Two", "Sources", "Codebook"}
		if !slices.Equal(got, want) {
			t.Errorf("they are %q", got)
		}
		if table := pages.Parts[3].Table; len(table.Heads) != 1+len(table.Rows[0].Groups) || table.Rows[1].Name != "Barriers" {
			t.Errorf("the table is %+v", table)
		}
		if list := pages.Parts[8].Table; len(list.Rows) != 2 || list.Rows[0].Groups[1].Says != "2" {
			t.Errorf("the sources are %+v", list)
		}
		if codes := pages.Parts[9].Codes; len(codes) != 3 || codes[1].Depth != 1 || codes[1].Says != "2 codings" {
			t.Errorf("the codebook is %+v", codes)
		}
	})
}

func TestExcerptsArePickedInAnOrderOrLeftOutAndTheOthersAreNotYetUsed(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 33)
		all := study.ReportPart{Sort: study.PartExcerpts, SavedFilter: study.SavedFilter{Codes: study.IDs{w.barriers.ID}}}
		r := w.keeping(all)
		quotes := slices.Collect(w.pages(r).Quotes())
		if len(quotes) != 3 {
			t.Fatalf("it has %d excerpts", len(quotes))
		}
		left, hand := r.Parts[0], r.Parts[0]
		left.LeftOut = study.IDs{quotes[0].Passage}
		hand.Chosen, hand.Picked = "picked", study.IDs{quotes[2].Passage, quotes[0].Passage, study.NewID()}
		for what, c := range map[string]struct {
			part         study.ReportPart
			want, unused []string
		}{
			"left out": {left, []string{quotes[1].Text, quotes[2].Text}, []string{quotes[0].Text}},
			"by hand":  {hand, []string{quotes[2].Text, quotes[0].Text}, []string{quotes[1].Text}},
		} {
			r, _, err := w.ChangeReport(t.Context(), w.ann, w.project, r.ID, 0, app.ReportChange{Parts: &study.ReportParts{c.part}})
			must(t, err)
			if got := words(w.pages(r).Parts[0]); !slices.Equal(got, c.want) {
				t.Errorf("%s: %q", what, got)
			}
			list, total, err := w.ReportUnused(t.Context(), w.ann, w.project, r.ID, c.part.ID, 10)
			must(t, err)
			if total != len(c.unused) || list[0].Text != c.unused[0] {
				t.Errorf("%s: not yet used are %d: %+v", what, total, list)
			}
		}
	})
}

func TestExcerptsAreAddedToThoseChosenByHandEachOnceAndTakenBackAtOnce(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 38)
		wages := w.mark(w.source, "And the bank?", w.naming("Wages", ""))
		quotes := slices.Collect(w.pages(w.keeping(study.ReportPart{Sort: study.PartExcerpts, SavedFilter: study.SavedFilter{Codes: study.IDs{w.barriers.ID}}})).Quotes())
		r := w.keeping(study.ReportPart{Sort: study.PartExcerpts, Chosen: "picked", Picked: study.IDs{quotes[0].Passage}, Group: study.GroupByCode, SavedFilter: study.SavedFilter{Codes: study.IDs{w.banks.ID}}})
		add := func(passages ...study.ID) (int, study.Entry) {
			t.Helper()
			_, n, entry, err := w.PickForReport(t.Context(), w.ann, w.project, r.ID, r.Parts[0].ID, passages)
			must(t, err)
			return n, entry
		}
		n, entry := add(wages, quotes[2].Passage, quotes[0].Passage, wages)
		if n != 2 || len(entry.Changes) != 1 || entry.Verb != "added excerpts to a report" {
			t.Errorf("%d were added by %+v", n, entry)
		}
		want := []string{"Banks:", quotes[2].Text, "The owner’s desk:", quotes[0].Text, "Wages:", "And the bank?"}
		if got := words(w.pages(r).Parts[0]); !slices.Equal(got, want) {
			t.Errorf("it reads %q", got)
		}
		if n, entry := add(wages); n != 0 || entry.Seq != 0 {
			t.Errorf("once more %d were added by entry %d", n, entry.Seq)
		}
		_, err := w.Undo(t.Context(), w.ann, w.project)
		must(t, err)
		if got := words(w.pages(r).Parts[0]); !slices.Equal(got, []string{"The owner’s desk:", quotes[0].Text}) {
			t.Errorf("after the undo it reads %q", got)
		}
	})
}

func TestExcerptsThatCannotBeAddedLeaveTheReportAsItIs(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 39)
		passage := w.mark(w.source, "And the bank?", w.banks)
		full := make(study.IDs, study.MaxPicked)
		for i := range full {
			full[i] = study.NewID()
		}
		r := w.keeping(study.ReportPart{Sort: study.PartExcerpts, Chosen: "picked", Picked: full}, study.ReportPart{Sort: study.PartExcerpts}, study.ReportPart{Sort: study.PartExcerpts, Chosen: "picked"})
		for what, c := range map[string]struct {
			part     study.ID
			passages study.IDs
			kind     study.ErrorKind
			says     string
		}{
			"more than a part can have": {r.Parts[0].ID, study.IDs{passage}, study.TooLarge, "2000"},
			"a part of all":             {r.Parts[1].ID, study.IDs{passage}, study.Invalid, "chosen by hand"},
			"an unknown passage":        {r.Parts[2].ID, study.IDs{passage, study.NewID()}, study.NotFound, "not there any more (1)"},
			"an unknown part":           {study.NewID(), study.IDs{passage}, study.NotFound, "this part"},
		} {
			_, _, _, err := w.PickForReport(t.Context(), w.ann, w.project, r.ID, c.part, c.passages)
			if study.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s gives %v", what, err)
			}
		}
		if list, err := w.Reports(t.Context(), w.ann, w.project); err != nil || list[0].Version != r.Version {
			t.Errorf("the report became %+v, %v", list, err)
		}
	})
}

func TestAPartThatCannotBeMadeSaysWhyAndTheReportHasTheRest(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 34)
		r := w.keeping(study.ReportPart{Sort: study.PartExcerpts, Searches: study.IDs{study.NewID()}}, study.ReportPart{Sort: study.PartTable, Rows: "moods"}, study.ReportPart{Sort: study.PartExcerpts})
		p := w.pages(r)
		if p.Parts[0].Problem == "" || !strings.Contains(p.Parts[1].Problem, "moods") || p.Parts[2].Excerpts != 3 {
			t.Errorf("the parts are %+v", p.Parts)
		}
	})
}

func TestAReportIsChangedByVersionsUndoneAndDeleted(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 35)
		ben := w.people[1]
		r := w.keeping(study.ReportPart{Sort: study.PartText, Heading: "One"}, study.ReportPart{Sort: study.PartCodebook})
		name := "Second"
		_, _, err := w.ChangeReport(t.Context(), ben, w.project, r.ID, r.Version, app.ReportChange{Name: &name})
		must(t, err)
		_, _, err = w.ChangeReport(t.Context(), w.ann, w.project, r.ID, r.Version, app.ReportChange{Parts: &study.ReportParts{}})
		if study.KindOf(err) != study.Conflict {
			t.Errorf("a change of an old version gives %v", err)
		}
		after, _, err := w.AddReportPart(t.Context(), w.ann, w.project, r.ID, study.ReportPart{Sort: study.PartTable, Heading: "Barriers"})
		must(t, err)
		if len(after.Parts) != 3 || after.Parts[1].Heading != "Barriers" || after.Parts[1].ID == "" {
			t.Errorf("the parts are %+v", after.Parts)
		}
		_, err = w.RemoveReport(t.Context(), w.ann, w.project, r.ID)
		must(t, err)
		if _, err := w.ReportPages(t.Context(), w.ann, w.project, r.ID); study.KindOf(err) != study.NotFound {
			t.Errorf("a deleted report is read: %v", err)
		}
		_, err = w.Undo(t.Context(), w.ann, w.project)
		must(t, err)
		if list, err := w.Reports(t.Context(), w.ann, w.project); err != nil || len(list) != 1 || list[0].Name != "Second" || len(list[0].Parts) != 3 {
			t.Errorf("after the undo there are %+v, %v", list, err)
		}
	})
}

func TestAReportFollowsMergesAndLosesErasedWords(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 36)
		r := w.keeping(study.ReportPart{Sort: study.PartExcerpts, Text: "As one said: every quote came across my desk.", SavedFilter: study.SavedFilter{Codes: study.IDs{w.desk.ID}}},
			study.ReportPart{Sort: study.PartTable, Rows: "codes:" + string(w.desk.ID) + "," + string(w.banks.ID)})
		_, err := w.MergeCode(t.Context(), w.ann, w.project, w.desk.ID, w.banks.ID)
		must(t, err)
		p := w.pages(r)
		if p.Parts[0].Excerpts != 3 || p.Parts[1].Problem != "" || len(p.Parts[1].Table.Rows) != 2 {
			t.Errorf("after the merge it has %d, %q", p.Parts[0].Excerpts, p.Parts[1].Problem)
		}
		_, _, err = w.Erase(t.Context(), w.ann, w.project, app.Erasing{Sources: study.IDs{w.source.ID}})
		must(t, err)
		list, err := w.Reports(t.Context(), w.ann, w.project)
		must(t, err)
		if text := list[0].Parts[0].Text; text != "As one said: "+study.ErasedMark+"." {
			t.Errorf("its words are %q", text)
		}
		if got := words(w.pages(r).Parts[0]); !slices.Equal(got, []string{"We borrow from my uncle."}) {
			t.Errorf("it quotes %q", got)
		}
	})
}

func TestWordsThatTwoCodedStandInAReportOnce(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newReporters(t, open, 37)
		by := w.ann
		w.ann = w.people[1]
		hers := w.mark(w.other, "We borrow from my uncle.", w.banks)
		w.ann = by
		r := w.keeping(study.ReportPart{Sort: study.PartExcerpts, SavedFilter: study.SavedFilter{Sources: study.IDs{w.other.ID}}})
		p := w.pages(r)
		if quotes := slices.Collect(p.Quotes()); len(quotes) != 1 || len(quotes[0].Codings) != 2 {
			t.Errorf("it has %+v", quotes)
		}
		part := r.Parts[0]
		part.LeftOut = study.IDs{hers}
		_, _, err := w.ChangeReport(t.Context(), by, w.project, r.ID, 0, app.ReportChange{Parts: &study.ReportParts{part}})
		must(t, err)
		if got := words(w.pages(r).Parts[0]); len(got) != 0 {
			t.Errorf("left out, it has %q", got)
		}
	})
}
