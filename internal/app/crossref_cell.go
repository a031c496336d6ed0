package app

import (
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	mostQuotes      = 20   // in a cell
	mostQuotedCells = 1000 // of a table with passages
	mostShown       = 12   // parts of one thing behind a cell
	mostSilent      = 200
)

// CellView is what is behind a cell of a cross-reference.
type CellView struct {
	Row      study.Head `json:"row"`
	Column   study.Head `json:"column"`
	Cell     int        `json:"cell" doc:"What the cell counts"`
	N        int        `json:"n" doc:"Out of how many: the N of the column, or of the row where columns are codes"`
	Items    []Quoted   `json:"items" doc:"A part of them, by source and place"`
	Total    int        `json:"total" doc:"Items in all; as many as the cell says where passages are counted"`
	Passages int        `json:"passages" doc:"Passages in all"`
	Sources  int        `json:"sources"`
	Cases    int        `json:"cases"`
	Silent   []Silent   `json:"silent" doc:"Sources or cases, whichever is counted, that could be in the cell and aren't; cases where passages are counted"`
	Seq      int64      `json:"seq"`
}

// Silent is a source or a case of which a cell has nothing.
type Silent struct {
	ID   study.ID `json:"id"`
	Name string   `json:"name"`
}

// Quoted is one of the things behind a cell, with its words and where they come from.
type Quoted struct {
	Source   study.ID `json:"source"`
	Title    string   `json:"title" doc:"Title of the source"`
	StrandIs string   `json:"strandName"`
	study.Range
	Turn    int           `json:"turn" doc:"Index of the first turn it touches"`
	FromMs  *int          `json:"fromMs,omitempty"`
	Speaker string        `json:"speaker,omitempty" doc:"Names of the speakers it touches, in order"`
	About   string        `json:"about,omitempty" doc:"What is known of the cases: the first values of their variables"`
	Parts   []QuotedPart  `json:"parts" doc:"The words, in parts where they don't follow each other"`
	More    int           `json:"more,omitempty" doc:"Parts that are left out"`
	Shared  []study.Range `json:"shared" doc:"The words that both codes are on"`
	Codes   []study.ID    `json:"codes" doc:"All codes on the words, in order of the codebook"`
}

// QuotedPart is words that follow each other.
type QuotedPart struct {
	study.Range
	Text string `json:"text"`
}

// CrossCell gives what is behind one cell of a cross-reference: exactly what it counts.
func (a *App) CrossCell(ctx context.Context, by study.Actor, project study.ID, ask CrossAsk, row, column string, from, limit int) (out CellView, err error) {
	x, err := a.crossing(ctx, by, project, ask)
	if err != nil {
		return out, err
	}
	if x.rows, err = narrowed(x.rows, "row", []string{row}); err != nil {
		return out, err
	}
	if x.columns, err = narrowed(x.columns, "column", []string{column}); err != nil {
		return out, err
	}
	only := study.CellAt{}
	behind, table := x.behind(func(study.CellAt) bool { return true })[only], x.cross()
	out = CellView{Row: table.Rows[0], Column: table.Columns[0], Cell: table.Cells[0][0], Total: len(behind), Seq: x.seq}
	if out.N = out.Column.N; isCodes(x.ask.Columns) && !isCodes(x.ask.Rows) {
		out.N = out.Row.N
	}
	out.count(behind)
	out.Silent = x.silent(behind)
	out.Items, err = x.quotes(part(behind, from, limit), true)
	return out, err
}

func (c *CellView) count(behind []study.Behind) {
	passages, sources, cases := map[study.ID]bool{}, map[study.ID]bool{}, map[study.ID]bool{}
	for _, one := range behind {
		sources[one.Source] = true
		for _, id := range one.Passages {
			passages[id] = true
		}
		for _, id := range one.Cases {
			cases[id] = true
		}
	}
	c.Passages, c.Sources, c.Cases = len(passages), len(sources), len(cases)
}

// behind gives what is behind cells, by the order of the sources.
func (x *crossing) behind(wanted func(study.CellAt) bool) map[study.CellAt][]study.Behind {
	by := study.Together{How: x.ask.Together, Turns: x.ask.Turns, Turn: func(source study.ID, index int) study.Range { return x.heard[source].turns[index].Range }}
	out := x.counting().Behind(x.rows, x.columns, by, wanted)
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b study.Behind) int { return x.lines.order[a.Source] - x.lines.order[b.Source] })
	}
	return out
}

// silent gives the sources or cases that are under the one row and column, as far as these are not
// codes, and not in the cell.
func (x *crossing) silent(behind []study.Behind) []Silent {
	of := func(source study.ID, cases []study.ID) []study.ID { return cases }
	if x.ask.Count == study.CountSources {
		of = func(source study.ID, _ []study.ID) []study.ID { return []study.ID{source} }
	}
	heard, out := map[study.ID]bool{}, []Silent{}
	for _, one := range behind {
		for _, id := range of(one.Source, one.Cases) {
			heard[id] = true
		}
	}
	for i := range x.said {
		m := &x.said[i]
		if !under(x.rows, x.ask.Rows, m) || !under(x.columns, x.ask.Columns, m) {
			continue
		}
		for _, id := range of(m.Source, m.Cases) {
			if !heard[id] && len(out) < mostSilent {
				heard[id], out = true, append(out, Silent{id, x.named(id)})
			}
		}
	}
	slices.SortFunc(out, func(a, b Silent) int { return strings.Compare(study.Fold(a.Name), study.Fold(b.Name)) })
	return out
}

// under says whether what is said can be under a head of an axis; all can be under a code or a coder.
func under(axis study.Axis, asked string, m *study.Mark) bool {
	return isCodes(asked) || kindOf(asked) == "coders" || len(axis.Of(m)) > 0
}

// named is what a source or a case is called.
func (x *crossing) named(id study.ID) string {
	if s, is := x.lines.sources[id]; is {
		return s.Title
	}
	return x.byID[id].Name
}

// quotes gives some of what is behind a cell in its words. Codes of the words are told when asked.
func (x *crossing) quotes(behind []study.Behind, codes bool) ([]Quoted, error) {
	out := make([]Quoted, 0, len(behind))
	for _, one := range behind {
		q, err := x.quote(one)
		if err != nil {
			return nil, err
		}
		if codes {
			q.Codes, q.About = x.codesOn(one), x.about(one.Cases)
		}
		out = append(out, q)
	}
	return out, nil
}

func (x *crossing) quote(one study.Behind) (Quoted, error) {
	source := x.lines.sources[one.Source]
	content, err := x.r.Content(source)
	if err != nil {
		return Quoted{}, err
	}
	shown := one.Shown[:min(len(one.Shown), mostShown)]
	q := Quoted{Source: source.ID, Title: source.Title, StrandIs: x.lines.strands[source.StrandID].Name, More: len(one.Shown) - len(shown), Codes: []study.ID{},
		Range: study.Range{Start: shown[0].Start, End: shown[len(shown)-1].End}, Shared: append([]study.Range{}, one.Shared...)}
	var turns []study.Turn
	for _, r := range shown {
		q.Parts = append(q.Parts, QuotedPart{r, content.Slice(r)})
		turns = append(turns, study.TurnsIn(content.Turns, r)...)
	}
	if len(turns) > 0 {
		q.Turn, q.FromMs = turns[0].Index, turns[0].FromMs
	}
	q.Speaker = strings.Join(x.lines.namesIn(turns), ", ")
	return q, nil
}

// codesOn gives the codes on the words of one thing behind a cell.
func (x *crossing) codesOn(one study.Behind) []study.ID {
	out := []study.ID{}
	for _, m := range x.marks.codings {
		if m.Source == one.Source && study.Touches(m.Range, one.Shown) && !slices.Contains(out, m.Code) {
			out = append(out, m.Code)
		}
	}
	slices.SortFunc(out, func(a, b study.ID) int { return x.lines.place[a] - x.lines.place[b] })
	return out
}

// mostAbout is how many values tell what a case is.
const mostAbout = 3

// about tells what the only case of some words is, by the first of its values that are not a
// yes or a no.
func (x *crossing) about(cases []study.ID) string {
	if len(cases) != 1 {
		return ""
	}
	var told []string
	for _, v := range x.variables.All() {
		value := x.byID[cases[0]].Value(v)
		if value == "" || v.IsMissing(value) || v.Sort == study.KindYesNo || len(told) == mostAbout {
			continue
		}
		told = append(told, strings.TrimSpace(v.Text(value)+" "+v.Unit))
	}
	return strings.Join(told, ", ")
}

// spread chooses at most so many that speak for all: one of each source before a second of any,
// and other words before the same again.
func spread(behind []study.Behind, most int) []study.Behind {
	out, taken, sources := []study.Behind{}, make([]bool, len(behind)), map[study.ID]bool{}
	fresh := func(one study.Behind) bool {
		return !slices.ContainsFunc(out, func(o study.Behind) bool { return o.Source == one.Source && study.Touches(o.Shown[0], one.Shown) })
	}
	for _, wanted := range []func(study.Behind) bool{func(one study.Behind) bool { return !sources[one.Source] }, fresh, func(study.Behind) bool { return true }} {
		for i, one := range behind {
			if len(out) < most && !taken[i] && wanted(one) {
				out, taken[i], sources[one.Source] = append(out, one), true, true
			}
		}
	}
	return out
}

// quoted gives the first things behind every cell.
func (x *crossing) quoted() ([][][]Quoted, error) {
	if n := len(x.rows.Heads) * len(x.columns.Heads); n > mostQuotedCells {
		return nil, study.FieldError("quotes", "These are %d cells, and at most %d can hold passages. Choose fewer rows or columns.", n, mostQuotedCells)
	}
	behind := x.behind(func(study.CellAt) bool { return true })
	out := make([][][]Quoted, len(x.rows.Heads))
	for row := range out {
		out[row] = make([][]Quoted, len(x.columns.Heads))
		for column := range out[row] {
			var err error
			if out[row][column], err = x.quotes(spread(behind[study.CellAt{Row: row, Column: column}], x.ask.Quotes), false); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
