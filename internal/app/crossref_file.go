package app

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// What stands in the cells of a file, as on the page.
const (
	ShowNumber   = "number"
	ShowRow      = "row"    // share of what the whole row counts
	ShowColumn   = "column" // share of the N of the column
	ShowPresence = "presence"
)

// CrossGrid is a cross-reference to be taken along, with what it takes to make it again. Base is
// how people reach the server.
func (a *App) CrossGrid(ctx context.Context, by study.Actor, project study.ID, ask CrossAsk, show, base string) (publish.Grid, error) {
	t, err := a.crossTable(ctx, by, project, ask, show)
	if err != nil {
		return publish.Grid{}, err
	}
	p, err := t.r.Project(project)
	if err != nil {
		return publish.Grid{}, err
	}
	out := publish.Grid{Project: p.Name, Title: t.title(), Made: t.view.At, Heads: t.heads(), Rows: t.rows(), HeadRows: 1, Under: true}
	out.Says = append(t.view.Says, t.notes()...)
	out.Says = append(out.Says, "The same again: "+base+"/p/"+string(project)+"/crossref?"+t.ask.query(show))
	return out, nil
}

// crossTable counts a cross-reference that is to leave the program; "" shows numbers.
func (a *App) crossTable(ctx context.Context, by study.Actor, project study.ID, ask CrossAsk, show string) (t crossTable, err error) {
	x, err := a.crossing(ctx, by, project, ask)
	if err != nil {
		return t, err
	}
	view, err := x.view()
	t = crossTable{crossing: x, view: view, show: cmp.Or(show, ShowNumber), unasked: map[[2]int]bool{}}
	for _, at := range view.Unasked {
		t.unasked[at] = true
	}
	return t, err
}

// title names rows and columns.
func (x *crossing) title() string {
	if x.ask.Together != "" {
		return "Codes with codes"
	}
	return capital(axisName(x.ask.Rows)) + " by " + axisName(x.ask.Columns)
}

// capital begins a word of ours with a capital letter.
func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// asOf says of which codebook something is, and when it was counted.
func asOf(codebook int, seq int64, at time.Time) string {
	return fmt.Sprintf("Codebook %d, at change %d of the project; counted on %s UTC.", codebook, seq, at.UTC().Format("2 January 2006, 15:04"))
}

func axisName(asked string) string {
	kind, name, _ := strings.Cut(asked, ":")
	if kind == "variable" {
		return "cases, " + name
	}
	return kind
}

// query is what is asked as an address has it.
func (c CrossAsk) query(show string) string {
	q := url.Values{"rows": {c.Rows}, "columns": {c.Columns}, "count": {c.Count}}
	put := func(key string, values ...string) {
		for _, value := range values {
			if value != "" {
				q.Add(key, value)
			}
		}
	}
	on := func(is bool) string { return map[bool]string{true: "true"}[is] }
	put("together", c.Together)
	if c.Together == study.TogetherNear {
		put("turns", strconv.Itoa(c.Turns))
	}
	put("alone", on(c.Alone))
	put("moderators", on(c.Moderators))
	if show != ShowNumber {
		put("show", show)
	}
	if c.Quotes > 0 {
		put("as", "quotes")
	}
	putFilter(q, c.Filter)
	return q.Encode()
}

// putFilter puts what narrows into an address.
func putFilter(q url.Values, f study.Filter) {
	for key, texts := range map[string][]string{"speaker": f.Speakers, "where": f.Where} {
		for _, text := range texts {
			q.Add(key, text)
		}
	}
	for key, ids := range map[string][]study.ID{"strand": f.Strands, "source": f.Sources, "code": f.Codes, "coder": f.Coders, "case": f.Cases, "search": f.Searches} {
		for _, id := range ids {
			q.Add(key, string(id))
		}
	}
}

// crossTable is a cross-reference on its way out.
type crossTable struct {
	*crossing
	view    CrossView
	show    string
	unasked map[[2]int]bool
}

// across says whether what there is to count stands beside rows and not over columns.
func (t crossTable) across() bool { return isCodes(t.ask.Columns) && !isCodes(t.ask.Rows) }

// triangle says whether each two codes stand in the table twice, of which one is written.
func (t crossTable) triangle() bool { return t.ask.Together != "" && t.ask.Rows == t.ask.Columns }

// shares says whether cells tell a share beside their number.
func (t crossTable) shares() bool {
	return t.show == ShowNumber && t.ask.Together == "" && t.ask.Quotes == 0
}

func (t crossTable) heads() []string {
	out := []string{capital(axisName(t.ask.Rows))}
	for _, column := range t.view.Columns {
		out = append(out, column.Name)
	}
	if t.ask.Together == "" {
		out = append(out, "All")
	}
	if t.across() {
		out = append(out, "N")
	}
	if t.shares() {
		for _, column := range t.view.Columns {
			out = append(out, column.Name+", %")
		}
	}
	return out
}

// rows gives the N of the columns and then the rows.
func (t crossTable) rows() (out []publish.GridRow) {
	first := publish.GridRow{Name: "N, " + t.ask.Count}
	if t.across() {
		first.Name = "All"
	}
	for _, column := range t.view.Columns {
		n := column.N
		if t.across() {
			n = column.All
		}
		first.Cells, first.Groups = append(first.Cells, n), append(first.Groups, publish.GridGroup{Says: strconv.Itoa(n)})
	}
	if t.ask.Together == "" {
		first.Cells, first.Groups = append(first.Cells, t.view.N), append(first.Groups, publish.GridGroup{Says: strconv.Itoa(t.view.N)})
	}
	out = append(out, t.filled(first))
	for i := range t.view.Rows {
		out = append(out, t.filled(t.row(i)))
	}
	return out
}

// filled has a cell under every head.
func (t crossTable) filled(r publish.GridRow) publish.GridRow {
	for len(r.Cells) < len(t.heads())-1 {
		r.Cells = append(r.Cells, "")
	}
	return r
}

func (t crossTable) row(i int) publish.GridRow {
	head := t.view.Rows[i]
	out := publish.GridRow{Name: head.Name, Depth: head.Depth}
	var shares []any
	for j := range t.view.Columns {
		out.Cells = append(out.Cells, t.cell(i, j))
		out.Groups = append(out.Groups, t.group(i, j))
		shares = append(shares, t.share(i, j, ShowNumber))
	}
	if t.ask.Together == "" {
		out.Cells, out.Groups = append(out.Cells, head.All), append(out.Groups, publish.GridGroup{Says: strconv.Itoa(head.All)})
	}
	if t.across() {
		out.Cells, out.Groups = append(out.Cells, head.N), append(out.Groups, publish.GridGroup{Says: strconv.Itoa(head.N)})
	}
	if t.shares() {
		out.Cells = append(out.Cells, shares...)
	}
	return out
}

// notAsked stands in the cells of what a strand's interview guide didn't ask about.
const notAsked = "not asked"

// cell is a cell for a spreadsheet.
func (t crossTable) cell(i, j int) any {
	switch {
	case t.triangle() && j >= i:
		return ""
	case t.unasked[[2]int{i, j}]:
		return notAsked
	case t.ask.Quotes > 0:
		return t.group(i, j).Text()
	case t.show == ShowPresence:
		return map[bool]string{true: "yes", false: "no"}[t.view.Cells[i][j] > 0]
	case t.show == ShowNumber:
		return t.view.Cells[i][j]
	}
	return t.share(i, j, t.show)
}

// share is a cell in per cent of the whole row or of the N, or nothing where that is none.
func (t crossTable) share(i, j int, show string) any {
	of := t.view.Columns[j].N
	switch {
	case show == ShowRow:
		of = t.view.Rows[i].All
	case t.across():
		of = t.view.Rows[i].N
	}
	if of == 0 || t.unasked[[2]int{i, j}] {
		return ""
	}
	return percent(float64(t.view.Cells[i][j]) / float64(of))
}

// group is a cell for a document: what it counts, and the words in it.
func (t crossTable) group(i, j int) (out publish.GridGroup) {
	n := t.view.Cells[i][j]
	switch {
	case t.triangle() && j >= i:
		return out
	case t.unasked[[2]int{i, j}]:
		return publish.GridGroup{Says: notAsked}
	case t.ask.Quotes > 0 && n == 0:
		return publish.GridGroup{Says: "0"}
	case t.ask.Quotes > 0:
		out.Says = strconv.Itoa(n)
		out.Quotes = t.words(i, j)
		if t.ask.Count == study.CountPassages && n > len(out.Quotes) {
			out.More = fmt.Sprintf("and %d more", n-len(out.Quotes))
		}
		return out
	}
	out.Says = fmt.Sprint(t.cell(i, j))
	if share := t.share(i, j, ShowNumber); t.shares() && n > 0 && share != "" {
		out.Says += fmt.Sprintf(" (%v%%)", share)
	} else if t.show == ShowRow || t.show == ShowColumn {
		out.Says += "%"
	}
	return out
}

// words are the passages of a cell, each with who says it where.
func (t crossTable) words(i, j int) (out []publish.GridQuote) {
	for _, q := range t.view.Quotes[i][j] {
		var parts []string
		for _, p := range q.Parts {
			parts = append(parts, p.Text)
		}
		who := []string{q.Title}
		if q.Speaker != "" {
			who = append(who, q.Speaker)
		}
		out = append(out, publish.GridQuote{Text: strings.Join(parts, " […] "), Who: strings.Join(who, ", ")})
	}
	return out
}

// notes say how cells are to be read, and of which codebook, coders and moment they are.
func (t crossTable) notes() (out []string) {
	switch {
	case t.show == ShowRow:
		out = append(out, "Cells are shares of what the whole row counts, each once.")
	case t.show == ShowColumn || t.shares():
		out = append(out, "Shares are of N.")
	case t.show == ShowPresence:
		out = append(out, "Cells say whether anything is counted.")
	}
	if len(t.view.Unasked) > 0 {
		out = append(out, "“Not asked”: the strand’s interview guide doesn’t name the code, and nothing is counted. 0: it was asked, or it isn’t said whether it was.")
	}
	if len(t.ask.Coders) == 0 {
		out = append(out, "Codings of all coders.")
	}
	return append(out, asOf(t.view.Codebook, t.view.Seq, t.view.At))
}
