package app_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// A counted coding is what a slow reader finds out about it, by asking page after page.
type counted struct {
	study.ExcerptRow
	turns      []app.SpokenTurn
	moderators map[string]bool // of its source
	codes      []study.ID      // its code and those over it
	firms      []study.ID      // its cases, firms in place of their persons
	regions    []string        // of its cases and their firms
}

// read looks at every coding one by one.
func (s *sheet) read() (out []counted) {
	owners, cases := map[study.ID]owned{}, map[study.ID]app.CaseView{}
	for _, c := range s.list(study.CaseQuery{}) {
		owners[c.ID], cases[c.ID] = owned{sheet: s, ties: s.ownPage(c.ID).Tied}, c
	}
	codes, err := s.Codes(s.t.Context(), s.lead, s.project)
	must(s.t, err)
	for _, row := range s.excerpts(s.lead, study.ExcerptQuery{Single: true}).Rows {
		one := counted{ExcerptRow: row, moderators: map[string]bool{}}
		turns, err := s.Turns(s.t.Context(), s.lead, s.project, row.Source)
		must(s.t, err)
		for _, turn := range turns {
			if turn.Overlaps(row.Range) {
				one.turns = append(one.turns, turn)
			}
		}
		source, err := s.Source(s.t.Context(), s.lead, s.project, row.Source)
		must(s.t, err)
		for _, speaker := range source.Speakers {
			one.moderators[speaker.Name] = speaker.Moderator
		}
		for id, o := range owners {
			if o.has(row.Source, row.Range) {
				one.belongs(cases, cases[id])
			}
		}
		for id := row.Code; id != ""; id = parentOf(codes, id) {
			one.codes = append(one.codes, id)
		}
		out = append(out, one)
	}
	return out
}

func parentOf(codes []app.CountedCode, id study.ID) study.ID {
	return codes[slices.IndexFunc(codes, func(c app.CountedCode) bool { return c.ID == id })].ParentID
}

func (c *counted) belongs(cases map[study.ID]app.CaseView, to app.CaseView) {
	kin := []app.CaseView{to}
	if to.FirmID != "" {
		kin = append(kin, cases[to.FirmID])
	}
	for _, one := range kin {
		if region, is := one.Values["Region"].(string); is {
			c.regions = append(c.regions, region)
		}
	}
	if firm := kin[len(kin)-1].ID; !slices.Contains(c.firms, firm) {
		c.firms = append(c.firms, firm)
	}
}

// onlyModerated says whether only moderators say it.
func (c counted) onlyModerated() bool {
	named := 0
	for _, turn := range c.turns {
		if turn.Speaker == "" {
			continue
		}
		if named++; !c.moderators[turn.Speaker] {
			return false
		}
	}
	return named > 0
}

// under says whether a coding stands under a head.
func (c counted) under(kind, head string, moderators bool) bool {
	switch kind {
	case "codes":
		return slices.Contains(c.codes, study.ID(head))
	case "strands":
		return string(c.Strand) == head
	case "sources":
		return string(c.Source) == head
	case "coders":
		return string(c.Coder) == head
	case "speakers":
		return slices.ContainsFunc(c.turns, func(t app.SpokenTurn) bool {
			return strings.EqualFold(t.Speaker, head) && (moderators || !c.moderators[t.Speaker])
		})
	}
	return slices.Contains(c.regions, head)
}

// tell counts what some codings are, each once.
func (s *sheet) tell(list []counted, count string) int {
	if count == "words" {
		return s.wordsIn(list)
	}
	things := map[string]bool{}
	for _, c := range list {
		switch count {
		case "passages":
			things[string(c.Passage)] = true
		case "sources":
			things[string(c.Source)] = true
		case "cases":
			for _, firm := range c.firms {
				things[string(firm)] = true
			}
		}
	}
	return len(things)
}

// wordsIn counts the words of what any of some codings covers, letter by letter.
func (s *sheet) wordsIn(list []counted) (n int) {
	letters := map[study.ID]map[int]bool{}
	for _, c := range list {
		if letters[c.Source] == nil {
			letters[c.Source] = map[int]bool{}
		}
		for at := c.Start; at < c.End; at++ {
			letters[c.Source][at] = true
		}
	}
	for source, has := range letters {
		_, content, err := s.Content(s.t.Context(), s.lead, s.project, source)
		must(s.t, err)
		covered, touching := []rune(content.Text), false
		var text strings.Builder
		for at, letter := range covered {
			if has[at] {
				text.WriteRune(letter)
			} else if touching {
				text.WriteRune(' ') // another part begins
			}
			touching = has[at]
		}
		n += len(strings.Fields(text.String()))
	}
	return n
}

// moderate has some speaker moderate, or no longer.
func (s *sheet) moderate() {
	source, err := s.anySource(s.lead)
	if err != nil {
		return // there is no source yet
	}
	if speaker, err := pick(s.team, source.Speakers); err == nil {
		is := !speaker.Moderator
		_, err := s.ChangeSpeaker(s.t.Context(), s.lead, s.project, speaker.ID, 0, app.SpeakerChange{Moderator: &is})
		must(s.t, err)
	}
}

func TestACrossReferenceCountsWhatReadingEachCodingCounts(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		kinds := []string{"codes", "strands", "sources", "speakers", "coders", "variable:Region"}
		some := 0
		for range 12 {
			for range 12 {
				s.act(s.people[s.dice.IntN(len(s.people))])
				s.tying()
			}
			s.moderate()
			all := s.read()
			for range 6 {
				ask := app.CrossAsk{Rows: pickOf(s.team, kinds...), Columns: pickOf(s.team, kinds[1:]...), Count: pickOf(s.team, "passages", "sources", "cases", "words"), Moderators: s.dice.IntN(2) == 0}
				got, err := s.CrossReference(t.Context(), s.lead, s.project, ask)
				must(t, err)
				for i, row := range got.Rows {
					for j, column := range got.Columns {
						var in []counted
						for _, c := range all {
							if (ask.Moderators || !c.onlyModerated()) && c.under(ask.Rows, row.ID, ask.Moderators) && c.under(ask.Columns, column.ID, ask.Moderators) {
								in = append(in, c)
							}
						}
						if want := s.tell(in, ask.Count); got.Cells[i][j] != want {
							t.Fatalf("%+v: %s by %s counts %d, not %d\n%s", ask, row.Name, column.Name, got.Cells[i][j], want, strings.Join(s.log, "\n"))
						}
						s.opens(ask, got, i, j, in)
						some += got.Cells[i][j]
					}
				}
			}
		}
		if some == 0 {
			t.Error("nothing was ever counted")
		}
	})
}

// opens opens a cell: where passages are counted it holds as many as it says, each with its words,
// and those of the codings in it where they are given.
func (s *sheet) opens(ask app.CrossAsk, table app.CrossView, i, j int, in []counted) {
	s.t.Helper()
	if s.dice.IntN(4) > 0 {
		return // some cells tell as much as all, and take less time
	}
	cell, err := s.CrossCell(s.t.Context(), s.lead, s.project, ask, table.Rows[i].ID, table.Columns[j].ID, 0, 1000)
	must(s.t, err)
	where := fmt.Sprintf("%+v: %s, %s", ask, table.Rows[i].Name, table.Columns[j].Name)
	if cell.Cell != table.Cells[i][j] || cell.Total != len(cell.Items) {
		s.t.Fatalf("%s opens as %d with %d of %d, and the table says %d", where, cell.Cell, len(cell.Items), cell.Total, table.Cells[i][j])
	}
	if told := map[string]int{"passages": cell.Total, "sources": cell.Sources, "cases": cell.Cases}; ask.Count != "words" && told[ask.Count] != cell.Cell {
		s.t.Fatalf("%s: behind the %d are %v\n%s", where, cell.Cell, told, strings.Join(s.log, "\n"))
	}
	found := map[string]bool{}
	for _, item := range cell.Items {
		for _, shown := range item.Parts {
			_, content, err := s.Content(s.t.Context(), s.lead, s.project, item.Source)
			must(s.t, err)
			if shown.Text != content.Slice(shown.Range) || shown.Text == "" {
				s.t.Fatalf("%s: %+v reads “%s”", where, shown.Range, shown.Text)
			}
		}
		found[fmt.Sprint(item.Source, item.Range)] = true
	}
	for _, c := range in {
		if ask.Count == "passages" && !found[fmt.Sprint(c.Source, c.Range)] {
			s.t.Fatalf("%s doesn’t hold “%s”\n%s", where, c.Text, strings.Join(s.log, "\n"))
		}
	}
}

// together gives what is counted where two codings are together; nothing where they aren't.
func together(a, b counted, how, count string, turns int) (out []string) {
	if a.Source != b.Source {
		return nil
	}
	first, last := func(c counted) int { return c.turns[0].Index }, func(c counted) int { return c.turns[len(c.turns)-1].Index }
	apart := max(0, first(a)-last(b), first(b)-last(a))
	if how == "overlap" && !a.Overlaps(b.Range) || how == "turn" && apart > 0 || how == "near" && apart > turns {
		return nil
	}
	switch {
	case count == "cases":
		for _, firm := range a.firms {
			if slices.Contains(b.firms, firm) {
				out = append(out, string(firm))
			}
		}
	case count == "sources" || how == "source":
		out = append(out, string(a.Source))
	case how == "turn":
		for _, t := range a.turns {
			if slices.ContainsFunc(b.turns, func(o app.SpokenTurn) bool { return o.Index == t.Index }) {
				out = append(out, fmt.Sprint(a.Source, " ", t.Index))
			}
		}
	case how == "overlap":
		for at := max(a.Start, b.Start); at < min(a.End, b.End); at++ {
			out = append(out, fmt.Sprintf("%s %09d", a.Source, at))
		}
	default:
		out = append(out, string(min(a.Passage, b.Passage)+max(a.Passage, b.Passage)))
	}
	return out
}

// runsIn counts places: letters that follow each other are of one.
func runsIn(letters map[string]bool) (n int) {
	before := ""
	for _, at := range slices.Sorted(maps.Keys(letters)) {
		var source, was string
		var place, last int
		fmt.Sscanf(at, "%s %d", &source, &place)
		fmt.Sscanf(before, "%s %d", &was, &last)
		if before == "" || was != source || place != last+1 {
			n++
		}
		before = at
	}
	return n
}

func TestCodesAreTogetherWhereReadingEachTwoCodingsFindsThem(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		some := 0
		for range 8 {
			for range 16 {
				s.act(s.people[s.dice.IntN(len(s.people))])
				s.tying()
			}
			all := s.read()
			for _, how := range []string{"overlap", "turn", "near", "source"} {
				ask := app.CrossAsk{Rows: "codes", Columns: "codes", Together: how, Turns: s.dice.IntN(3), Count: pickOf(s.team, "passages", "passages", "sources", "cases"), Moderators: true}
				got, err := s.CrossReference(t.Context(), s.lead, s.project, ask)
				must(t, err)
				for i, row := range got.Rows {
					for j, column := range got.Columns {
						things := map[string]bool{}
						for _, a := range all {
							for _, b := range all {
								if a.under("codes", row.ID, true) && b.under("codes", column.ID, true) {
									for _, one := range together(a, b, how, ask.Count, ask.Turns) {
										things[one] = true
									}
								}
							}
						}
						want := len(things)
						if how == "overlap" && ask.Count == "passages" {
							want = runsIn(things)
						}
						if got.Cells[i][j] != want {
							t.Fatalf("%+v: %s with %s counts %d, not %d: %v\n%s", ask, row.Name, column.Name, got.Cells[i][j], want, things, strings.Join(s.log, "\n"))
						}
						s.opens(ask, got, i, j, nil)
						if i != j {
							some += want
						}
					}
				}
			}
		}
		if some == 0 {
			t.Error("nothing was ever together")
		}
	})
}

func TestACrossReferenceThatCanNotBeMadeSaysWhy(t *testing.T) {
	s := newSheet(t, storetest.SQLite)
	for want, ask := range map[string]app.CrossAsk{
		"not of “shoes”":                     {Rows: "shoes"},
		"There is no “Nobody” to choose":     {Columns: "strands:Nobody"},
		"There is no variable “Shoe size”":   {Columns: "variable:Shoe size"},
		"passages, sources, cases or words":  {Count: "shoes"},
		"Only codes by codes can be":         {Together: "overlap"},
		"overlap, turn, near or source":      {Columns: "codes", Together: "shoes"},
		"a cell counts passages, sources or": {Columns: "codes", Count: "words"},
		"0 to 100 turns":                     {Columns: "codes", Together: "near", Turns: 101},
	} {
		if _, err := s.CrossReference(t.Context(), s.lead, s.project, ask); study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v is refused by %v", ask, err)
		}
	}
}

func TestRowsAndColumnsOfACrossReferenceCanBeChosen(t *testing.T) {
	s := newSheet(t, storetest.SQLite)
	all, err := s.CrossReference(t.Context(), s.lead, s.project, app.CrossAsk{})
	must(t, err)
	if len(all.Rows) < 3 || len(all.Columns) < 2 || all.Count != "passages" || all.RowsOf != "codes" || !slices.Contains(all.Says, "What only moderators say is left out.") {
		t.Fatalf("without saying more it is %+v", all)
	}
	third, first := all.Rows[2], all.Rows[0]
	some, err := s.CrossReference(t.Context(), s.lead, s.project, app.CrossAsk{Rows: "codes:" + third.ID + "," + first.ID, Columns: "strands:" + all.Columns[1].Name})
	must(t, err)
	if len(some.Rows) != 2 || some.Rows[0].ID != third.ID || some.Rows[1].ID != first.ID || len(some.Columns) != 1 || some.Columns[0].ID != all.Columns[1].ID {
		t.Errorf("chosen, it is %+v", some)
	}
}

func TestATableHoldsTheFirstWordsOfEachCellThatAreWanted(t *testing.T) {
	s := newSheet(t, storetest.SQLite)
	for range 60 {
		s.act(s.lead)
	}
	ask := app.CrossAsk{Quotes: 2, Moderators: true}
	table, err := s.CrossReference(t.Context(), s.lead, s.project, ask)
	must(t, err)
	some := 0
	for i, row := range table.Rows {
		for j, column := range table.Columns {
			cell, err := s.CrossCell(t.Context(), s.lead, s.project, ask, row.ID, column.ID, 0, 500)
			must(t, err)
			if len(table.Quotes[i][j]) != min(2, table.Cells[i][j]) {
				t.Fatalf("%s in %s holds %d of %d", row.Name, column.Name, len(table.Quotes[i][j]), table.Cells[i][j])
			}
			for _, quote := range table.Quotes[i][j] {
				if !slices.ContainsFunc(cell.Items, func(q app.Quoted) bool { return q.Source == quote.Source && q.Parts[0] == quote.Parts[0] }) {
					t.Errorf("%s in %s quotes “%s”, which it doesn’t hold", row.Name, column.Name, quote.Parts[0].Text)
				}
				some++
			}
			if q := table.Quotes[i][j]; len(q) == 2 && cell.Sources > 1 && q[0].Source == q[1].Source {
				t.Errorf("%s in %s quotes %s twice, and there are %d sources", row.Name, column.Name, q[0].Title, cell.Sources)
			}
		}
	}
	if some == 0 {
		t.Error("no cell held words")
	}
}

func TestWhatAStrandDidNotAskAboutIsToldFromWhatNobodySpokeOf(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		s := newSheet(t, open)
		theme, _, err := s.AddCode(t.Context(), s.lead, s.project, study.Code{Name: "Barriers"}, nil)
		must(t, err)
		asked, _, err := s.AddCode(t.Context(), s.lead, s.project, study.Code{Name: "Banks", ParentID: theme.ID}, nil)
		must(t, err)
		under, _, err := s.AddCode(t.Context(), s.lead, s.project, study.Code{Name: "Overdrafts", ParentID: asked.ID}, nil)
		must(t, err)
		other, _, err := s.AddCode(t.Context(), s.lead, s.project, study.Code{Name: "Weather"}, nil)
		must(t, err)
		strands, err := s.Strands(t.Context(), s.lead, s.project)
		must(t, err)
		unasked := func(ask app.CrossAsk) (out []string) {
			table, err := s.CrossReference(t.Context(), s.lead, s.project, ask)
			must(t, err)
			for _, at := range table.Unasked {
				out = append(out, table.Rows[at[0]].Name+", "+table.Columns[at[1]].Name)
			}
			return out
		}
		codes := fmt.Sprintf("codes:%s,%s,%s,%s", theme.ID, asked.ID, under.ID, other.ID)
		if got := unasked(app.CrossAsk{Rows: codes}); len(got) > 0 {
			t.Errorf("without a guide these were not asked: %v", got)
		}
		guide := study.IDs{asked.ID, asked.ID}
		changed, err := s.ChangeStrand(t.Context(), s.lead, s.project, strands[0].ID, 0, app.StrandChange{Asked: &guide})
		must(t, err)
		if want := []string{"Weather, " + strands[0].Name}; len(changed.Asked) != 1 || !slices.Equal(unasked(app.CrossAsk{Rows: codes}), want) {
			t.Errorf("with a guide of %v these were not asked: %v", changed.Asked, unasked(app.CrossAsk{Rows: codes}))
		}
		if got := unasked(app.CrossAsk{Rows: "strands", Columns: codes}); !slices.Equal(got, []string{strands[0].Name + ", Weather"}) {
			t.Errorf("the other way round these were not asked: %v", got)
		}
		nobody := study.IDs{study.NewID()}
		if _, err := s.ChangeStrand(t.Context(), s.lead, s.project, strands[0].ID, 0, app.StrandChange{Asked: &nobody}); study.KindOf(err) != study.Invalid {
			t.Errorf("a code that is not there is refused by %v", err)
		}
		_, err = s.MergeCode(t.Context(), s.lead, s.project, asked.ID, other.ID)
		must(t, err)
		if got := unasked(app.CrossAsk{Rows: "codes:" + string(theme.ID) + "," + string(other.ID)}); !slices.Equal(got, []string{"Barriers, " + strands[0].Name}) {
			t.Errorf("after a merge these were not asked: %v", got)
		}
	})
}

func TestATableIsTakenAlongWithWhatMakesItAgain(t *testing.T) {
	s := newSheet(t, storetest.SQLite)
	for range 80 {
		s.act(s.lead)
	}
	strands, err := s.Strands(t.Context(), s.lead, s.project)
	must(t, err)
	hostile := "=HYPERLINK(\"http://bad.example\")"
	_, _, err = s.AddCode(t.Context(), s.lead, s.project, study.Code{Name: hostile}, nil)
	must(t, err)
	ask := app.CrossAsk{Count: "sources", Moderators: true, Filter: study.Filter{Strands: []study.ID{strands[0].ID}}}
	view, err := s.CrossReference(t.Context(), s.lead, s.project, ask)
	must(t, err)
	grid, err := s.CrossGrid(t.Context(), s.lead, s.project, ask, app.ShowNumber, "https://study.example")
	must(t, err)
	says := strings.Join(grid.Says, "\n")
	for _, want := range []string{"Cells count sources.", "Narrowed to Strand: " + strands[0].Name, "Codings of all coders.", fmt.Sprintf("Codebook %d, at change %d", view.Codebook, view.Seq),
		"https://study.example/p/" + string(s.project) + "/crossref?columns=strands&count=sources&moderators=true&rows=codes&strand=" + string(strands[0].ID)} {
		if !strings.Contains(says, want) {
			t.Errorf("it doesn’t say “%s” but\n%s", want, says)
		}
	}
	for i, row := range view.Rows {
		if out := grid.Rows[i+grid.HeadRows]; out.Name != row.Name || out.Cells[0] != any(view.Cells[i][0]) {
			t.Errorf("the row of %s is %v", row.Name, out)
		}
	}
	for _, f := range publish.TableFormats {
		var file strings.Builder
		must(t, f.Write(&file, grid))
		if f.Extension == "csv" && (!strings.Contains(file.String(), "\"'"+strings.ReplaceAll(hostile, `"`, `""`)) || !strings.Contains(file.String(), "Codings of all coders.")) {
			t.Errorf("the CSV is %s", file.String())
		}
	}
}

func TestTheQuoteTableHasTheWordsInItsCells(t *testing.T) {
	s := newSheet(t, storetest.SQLite)
	for range 80 {
		s.act(s.lead)
	}
	ask := app.CrossAsk{Moderators: true, Quotes: 1}
	view, err := s.CrossReference(t.Context(), s.lead, s.project, ask)
	must(t, err)
	grid, err := s.CrossGrid(t.Context(), s.lead, s.project, ask, app.ShowNumber, "https://study.example")
	must(t, err)
	more := 0
	for i := range view.Rows {
		for j := range view.Columns {
			cell, group := grid.Rows[i+1].Cells[j], grid.Rows[i+1].Groups[j]
			if n := view.Cells[i][j]; n > 0 && (len(group.Quotes) != 1 || !strings.Contains(fmt.Sprint(cell), view.Quotes[i][j][0].Parts[0].Text)) {
				t.Errorf("the cell of %d reads %v", n, cell)
			} else if n > 1 {
				more++
				if group.More != fmt.Sprintf("and %d more", n-1) {
					t.Errorf("a cell of %d says %q", n, group.More)
				}
			}
		}
	}
	if more == 0 {
		t.Error("no cell held more than it quoted")
	}
}

func TestASpeakerIsChosenByANameWithACommaInIt(t *testing.T) {
	s := newSheet(t, storetest.SQLite)
	for range 40 {
		s.act(s.lead)
	}
	source, err := s.anySource(s.lead)
	must(t, err)
	name, speaks := "Gaskell, Ann (50% of the time)", false
	_, err = s.ChangeSpeaker(t.Context(), s.lead, s.project, source.Speakers[0].ID, 0, app.SpeakerChange{Name: &name, Moderator: &speaks})
	must(t, err)
	table, err := s.CrossReference(t.Context(), s.lead, s.project, app.CrossAsk{Columns: "speakers:Gaskell%2C Ann (50%25 of the time)"})
	must(t, err)
	if len(table.Columns) != 1 || table.Columns[0].Name != name {
		t.Errorf("the columns are %v", table.Columns)
	}
}
