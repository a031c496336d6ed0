package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Joint is a joint display: how many respondents of each group said what is coded with some
// codes, with their words beside the numbers.
type Joint struct {
	Basis
	By     VariableName `json:"by"`
	Groups []JointGroup `json:"groups"`
	Rows   []JointRow   `json:"rows"`
}

// JointGroup is a column of a joint display.
type JointGroup struct {
	Value string `json:"value" doc:"What conditions name it by"`
	Label string `json:"label"`
	N     int    `json:"n" doc:"Respondents in it"`
}

// JointRow is one code.
type JointRow struct {
	Code  study.ID    `json:"code"`
	Name  string      `json:"name"`
	Cells []JointCell `json:"cells"`
}

// JointCell is what a group said of a code.
type JointCell struct {
	Cases    int     `json:"cases" doc:"Respondents who said something that is coded so"`
	Share    float64 `json:"share" doc:"Of the respondents in the group, 0 to 1"`
	Passages int     `json:"passages"`
	Few      bool    `json:"few" doc:"Someone did, but fewer than the survey's least"`
	Quotes   []Quote `json:"quotes" doc:"The first passages; three or fewer are of as many respondents as there are"`
}

// Quote is a passage that somebody said.
type Quote struct {
	Passage study.ID `json:"passage"`
	Source  study.ID `json:"source"`
	study.Range
	Text     string   `json:"text"`
	CaseID   study.ID `json:"case,omitempty"`
	CaseName string   `json:"caseName" doc:"What the respondent is called"`
}

// JointAsk names the groups and the codes.
type JointAsk struct {
	AnalysisAsk
	By          string
	Codes       []study.ID
	Descendants bool // count what is coded with codes under them too
	Quotes      int  // that a cell has at most; up to fewQuotes, each is of another respondent
}

const (
	fewQuotes      = 3
	mostJointCodes = 100
)

// Joint counts, for each code and group, the respondents who said something that is coded so:
// in their open answers, or in interviews, by speakers or in passages that are tied to their
// case or to the persons of their firm.
func (a *App) Joint(ctx context.Context, by study.Actor, project study.ID, ask JointAsk) (*Joint, error) {
	ask.Quotes = cmp.Or(ask.Quotes, fewQuotes)
	x, err := a.analysis(ctx, by, project, ask.AnalysisAsk)
	if err != nil {
		return nil, err
	}
	if len(ask.Codes) == 0 || len(ask.Codes) > mostJointCodes {
		return nil, study.FieldError("code", "Choose between one and %d codes.", mostJointCodes)
	}
	q, groups, err := x.sorted("by", ask.By, x.rows)
	if err != nil {
		return nil, err
	}
	b, err := a.belongings(a.store.Read(ctx), project)
	if err != nil {
		return nil, err
	}
	out := &Joint{By: q.named()}
	place := out.divide(x, groups)
	o, err := x.owners(b)
	if err != nil {
		return nil, err
	}
	for _, code := range ask.Codes {
		row, err := o.row(code, ask, out.Groups, place)
		if err != nil {
			return nil, err
		}
		out.Rows = append(out.Rows, row)
	}
	out.tell(x)
	return out, nil
}

// divide makes the groups that occur, and gives for each response the place of its group, or -1.
func (j *Joint) divide(x *analysis, g grouping) []int {
	place := make([]int, len(x.responses))
	for row := range place {
		place[row] = -1
	}
	counts, at := make([]int, len(g.Labels)), make([]int, len(g.Labels))
	for _, of := range g.Of {
		if of >= 0 {
			counts[of]++
		}
	}
	for i, label := range g.Labels {
		if at[i] = len(j.Groups); counts[i] > 0 {
			j.Groups = append(j.Groups, JointGroup{g.values[i], label, counts[i]})
			j.N += counts[i]
		}
	}
	for i, of := range g.Of {
		if of >= 0 {
			place[x.rows[i]] = at[of]
		}
	}
	j.Missing = len(x.rows) - j.N
	return place
}

func (j *Joint) tell(x *analysis) {
	j.say("Each cell counts respondents of the group who said something that is coded so: in open answers, in interviews or by their speakers. A respondent who said it often counts once.")
	j.say("Who is not counted may have been asked nothing about it; that is not the same as thinking otherwise.")
	x.weights = nil // respondents are counted
	n, missing := j.N, j.Missing
	x.basis(&j.Basis, statistics.Sample{N: n, Missing: missing}, "Joint display: respondents by code and group")
	few := 0
	for _, row := range j.Rows {
		for _, cell := range row.Cells {
			if cell.Few {
				few++
			}
		}
	}
	if few > 0 {
		j.caution("%d cells stand for fewer than %d respondents, who might be recognised.", few, j.Least)
	}
}

// owners knows whose words stand where: the responses, by their places in the table, to which
// sources, speakers and ranges belong.
type owners struct {
	*analysis
	b        *belongings
	sources  map[study.ID][]int
	speakers map[study.ID][]int
	ranges   map[study.ID][]ownedRange // by source
}

type ownedRange struct {
	study.Range
	rows []int
}

func (x *analysis) owners(b *belongings) (*owners, error) {
	o := &owners{analysis: x, b: b, sources: map[study.ID][]int{}, speakers: map[study.ID][]int{}, ranges: map[study.ID][]ownedRange{}}
	of := map[study.ID][]int{} // by case
	for _, row := range x.rows {
		one := x.responses[row]
		for _, speaker := range one.Speakers {
			o.speakers[study.ID(speaker)] = append(o.speakers[study.ID(speaker)], row)
		}
		if one.CaseID != "" {
			of[one.CaseID] = append(of[one.CaseID], row)
		}
	}
	ties, err := b.r.Ties(b.project)
	if err != nil {
		return nil, err
	}
	for _, t := range standingTies(ties) {
		rows := slices.Concat(of[t.CaseID], of[x.cases[t.CaseID].FirmID])
		if len(rows) == 0 {
			continue
		}
		if err := o.own(t, rows); err != nil {
			return nil, err
		}
	}
	return o, nil
}

func (o *owners) own(t study.Tie, rows []int) error {
	switch t.TargetKind {
	case "source":
		o.sources[t.SourceID] = append(o.sources[t.SourceID], rows...)
	case "speaker":
		o.speakers[t.TargetID] = append(o.speakers[t.TargetID], rows...)
	default:
		places, err := placesOf(o.b.r, o.b.project, o.b.sources, []study.Tie{t})
		if err != nil {
			return err
		}
		for _, r := range places[t.SourceID] {
			o.ranges[t.SourceID] = append(o.ranges[t.SourceID], ownedRange{r, rows})
		}
	}
	return nil
}

// of gives the responses to which some words belong, each once.
func (o *owners) of(c store.CodedRange) ([]int, error) {
	rows := slices.Clone(o.sources[c.SourceID])
	content, err := o.b.r.Content(o.b.sources[c.SourceID])
	if err != nil {
		return nil, err
	}
	for _, t := range study.TurnsIn(content.Turns, c.Range) {
		rows = append(rows, o.speakers[t.Speaker]...)
	}
	for _, own := range o.ranges[c.SourceID] {
		if study.Touches(c.Range, []study.Range{own.Range}) {
			rows = append(rows, own.rows...)
		}
	}
	slices.Sort(rows)
	return slices.Compact(rows), nil
}

// row counts one code. The codings are in text order of each source.
func (o *owners) row(code study.ID, ask JointAsk, groups []JointGroup, place []int) (JointRow, error) {
	is, there := o.b.book.Code(code)
	if !there {
		return JointRow{}, study.FieldError("code", "There is no such code.")
	}
	codes := []study.ID{code}
	if ask.Descendants {
		codes = o.b.book.WithDescendants(code)
	}
	cells := make([]countedCell, len(groups))
	for i := range cells {
		cells[i] = countedCell{quotes: ask.Quotes, cases: map[int]bool{}, passages: map[study.ID]bool{}}
	}
	for _, c := range o.b.coded {
		if !slices.Contains(codes, c.CodeID) {
			continue
		}
		rows, err := o.of(c)
		if err != nil {
			return JointRow{}, err
		}
		for _, row := range rows {
			if at := place[row]; at >= 0 {
				cells[at].add(c, row)
			}
		}
	}
	out := JointRow{Code: code, Name: is.Name}
	for i, cell := range cells {
		shown, err := o.show(cell, groups[i].N)
		if err != nil {
			return out, err
		}
		out.Cells = append(out.Cells, shown)
	}
	return out, nil
}

// countedCell is a cell while it is counted.
type countedCell struct {
	quotes   int          // at most
	cases    map[int]bool // responses
	passages map[study.ID]bool
	first    []saidBy
}

// saidBy is a coded passage and the response to which it belongs.
type saidBy struct {
	store.CodedRange
	row int
}

func (c *countedCell) add(said store.CodedRange, row int) {
	if (!c.cases[row] || c.quotes > fewQuotes) && !c.passages[said.PassageID] && len(c.first) < c.quotes {
		c.first = append(c.first, saidBy{said, row})
	}
	c.cases[row], c.passages[said.PassageID] = true, true
}

func (o *owners) show(c countedCell, n int) (JointCell, error) {
	out := JointCell{Cases: len(c.cases), Share: float64(len(c.cases)) / float64(n), Passages: len(c.passages), Quotes: []Quote{}}
	out.Few = out.Cases > 0 && out.Cases < o.survey.Least
	for _, said := range c.first {
		content, err := o.b.r.Content(o.b.sources[said.SourceID])
		if err != nil {
			return out, err
		}
		one := o.responses[said.row]
		quote := Quote{Passage: said.PassageID, Source: said.SourceID, Range: said.Range, Text: content.Slice(said.Range), CaseID: one.CaseID, CaseName: one.Called()}
		if c, tied := o.cases[one.CaseID]; tied {
			quote.CaseName = c.Name
		}
		out.Quotes = append(out.Quotes, quote)
	}
	return out, nil
}
