package app

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// hiddenCell stands for a cell that is suppressed, whether it is one of few or gives one away:
// telling the two apart would give away how few.
const hiddenCell = "suppressed"

// CrosstabGrid is a cross-table to be taken along. With suppress, cells that stand for fewer
// than the survey's least are hidden, with as many others as it takes that they can't be worked
// out.
func (a *App) CrosstabGrid(ctx context.Context, by study.Actor, project study.ID, ask CrosstabAsk, suppress bool) (publish.Grid, error) {
	c, err := a.Crosstab(ctx, by, project, ask)
	if err != nil {
		return publish.Grid{}, err
	}
	g, err := a.grid(ctx, project, c.Row.Name+" by "+c.Column.Name, c.Basis)
	if err != nil {
		return publish.Grid{}, err
	}
	hidden := study.Suppressed{}
	if suppress {
		hidden = study.Suppress(c.Counts, c.Least)
		g.hides(c.Basis)
	}
	g.Heads = append(append([]string{c.Row.Name}, c.Columns...), "All")
	for _, column := range c.Columns {
		g.Heads = append(g.Heads, column+", %")
	}
	for i, row := range c.Rows {
		g.Rows = append(g.Rows, publish.GridRow{Name: row, Cells: c.cells(i, hidden)})
	}
	if !hidden.Sums {
		g.Rows = append(g.Rows, publish.GridRow{Name: "All", Cells: c.sums()})
	}
	return g.Grid, nil
}

// grid is a table on its way out.
type grid struct{ publish.Grid }

func (a *App) grid(ctx context.Context, project study.ID, title string, b Basis) (*grid, error) {
	p, err := a.store.Read(ctx).Project(project)
	if err != nil {
		return nil, err
	}
	return &grid{publish.Grid{Project: p.Name, Title: title, Made: study.Now(), Says: append(append([]string{b.Method + "."}, b.Says...), b.Cautions...)}}, nil
}

// hides tells how the table was made and what is hidden, and no figure that a hidden cell could
// be worked out from.
func (g *grid) hides(b Basis) {
	g.Says = []string{b.Method + ".", b.Says[len(b.Says)-1], fmt.Sprintf("Where it says %s, fewer than %d respondents stand behind the cell, or it would give such a cell away.", hiddenCell, b.Least)}
}

func (c *Crosstab) cells(row int, hidden study.Suppressed) []any {
	counts, shares := make([]any, 0, 2*len(c.Columns)+1), []any(nil)
	for j, n := range c.Counts[row] {
		if hidden.Cells != nil && hidden.Cells[row][j] {
			counts, shares = append(counts, hiddenCell), append(shares, hiddenCell)
			continue
		}
		counts, shares = append(counts, n), append(shares, percent(c.RowShare[row][j]))
	}
	if hidden.Sums {
		return append(append(counts, hiddenCell), shares...)
	}
	return append(append(counts, c.RowSums[row]), shares...)
}

func (c *Crosstab) sums() (out []any) {
	for _, n := range c.ColumnSums {
		out = append(out, n)
	}
	out = append(out, c.N)
	for range c.ColumnSums {
		out = append(out, "")
	}
	return out
}

// percent is a share with one digit behind the point.
func percent(share float64) float64 { return math.Round(1000*share) / 10 }

// JointGrid is a joint display to be taken along. With suppress, what fewer respondents said than
// the survey's least is hidden with its quotations, and nobody is named.
func (a *App) JointGrid(ctx context.Context, by study.Actor, project study.ID, ask JointAsk, suppress bool) (publish.Grid, error) {
	j, err := a.Joint(ctx, by, project, ask)
	if err != nil {
		return publish.Grid{}, err
	}
	g, err := a.grid(ctx, project, "Joint display by "+j.By.Name, j.Basis)
	if err != nil {
		return publish.Grid{}, err
	}
	if suppress {
		g.hides(j.Basis)
	}
	g.Heads = []string{"Code"}
	for _, group := range j.Groups {
		label := fmt.Sprintf("%s (of %d)", group.Label, group.N)
		g.Heads = append(g.Heads, label, group.Label+", %", group.Label+", passages", group.Label+", quotations")
	}
	for _, row := range j.Rows {
		out := publish.GridRow{Name: row.Name}
		for i, cell := range row.Cells {
			out.Cells = append(out.Cells, cell.cells(suppress)...)
			out.Groups = append(out.Groups, cell.told(j.Groups[i], suppress))
		}
		g.Rows = append(g.Rows, out)
	}
	return g.Grid, nil
}

func (c JointCell) cells(suppress bool) []any {
	if suppress && c.Few {
		return []any{hiddenCell, hiddenCell, hiddenCell, hiddenCell}
	}
	quotes := make([]string, len(c.Quotes))
	for i, q := range c.Quotes {
		quotes[i] = q.Text
	}
	return []any{c.Cases, percent(c.Share), c.Passages, strings.Join(quotes, "\n\n")}
}

func (c JointCell) told(g JointGroup, suppress bool) publish.GridGroup {
	if suppress && c.Few {
		return publish.GridGroup{Says: g.Label + ": " + hiddenCell}
	}
	out := publish.GridGroup{Says: fmt.Sprintf("%s: %d of %d (%g %%)", g.Label, c.Cases, g.N, percent(c.Share))}
	for _, q := range c.Quotes {
		quote := publish.GridQuote{Text: q.Text}
		if !suppress {
			quote.Who = q.CaseName
		}
		out.Quotes = append(out.Quotes, quote)
	}
	return out
}
