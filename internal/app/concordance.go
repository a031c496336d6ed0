package app

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// Concordance gives a line for each place of the words that a query asks to find.
func (a *App) Concordance(ctx context.Context, by study.Actor, project study.ID, q study.LineQuery) (study.Lines, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.Lines{}, err
	}
	asked, err := a.asking(ctx, a.store.Read(ctx), project, q.SearchQuery)
	if err != nil {
		return study.Lines{}, err
	}
	q.SearchQuery = asked
	return a.index.Concordance(ctx, project, q)
}

// ConcordanceGrid gives all lines of a concordance as a table. Base is how people reach the server.
func (a *App) ConcordanceGrid(ctx context.Context, by study.Actor, project study.ID, q study.LineQuery, base string) (publish.Grid, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return publish.Grid{}, err
	}
	q.Cursor, q.Limit = "", study.MostLines
	lines, err := a.Concordance(ctx, by, project, q)
	if err != nil {
		return publish.Grid{}, err
	}
	r := a.store.Read(ctx)
	about, err := r.Project(project)
	if err != nil {
		return publish.Grid{}, err
	}
	l, err := sourceLines(r, project)
	if err != nil {
		return publish.Grid{}, err
	}
	if err := l.loadNamed(project, q.Filter); err != nil {
		return publish.Grid{}, err
	}
	g := publish.Grid{Project: about.Name, Title: "Concordance", Made: study.Now(), Heads: lineHeads, Says: append(linesInWords(q, lines), l.inWords(q.Filter)...), Under: true}
	g.Says = append(g.Says, "The same again: "+base+"/p/"+string(project)+"/search?"+linesAddress(q))
	for _, line := range lines.Lines {
		g.Rows = append(g.Rows, publish.GridRow{Name: l.sources[line.Source].Title, Cells: lineCells(line)})
	}
	return g, nil
}

var lineHeads = []string{"Source", "Speaker", "Turn", "Before", "Words", "After", "Start", "End"}

func lineCells(l study.Line) []any {
	return []any{l.Speaker, l.Turn + 1, onOneLine(l.Before), onOneLine(l.Words), onOneLine(l.After), l.Start, l.End}
}

func onOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// linesAddress is a concordance as its address has it.
func linesAddress(q study.LineQuery) string {
	out := url.Values{"as": {"lines"}, "q": {q.Text}}
	if q.Order != "" {
		out.Set("sort", q.Order)
	}
	putFilter(out, q.Filter)
	return out.Encode()
}

// ordersInWords say how the lines of a concordance are ordered; by place in the texts where it isn't said.
var ordersInWords = map[string]string{"word": "by the words found", "left1": "by the first word at the left", "left2": "by the second word at the left", "left3": "by the third word at the left",
	"right1": "by the first word at the right", "right2": "by the second word at the right", "right3": "by the third word at the right"}

func linesInWords(q study.LineQuery, lines study.Lines) []string {
	order := cmp.Or(ordersInWords[q.Order], "by place in the texts")
	out := []string{"Query: " + q.Text, fmt.Sprintf("Lines: %d, %s", lines.Total, order)}
	if lines.Cut {
		out = append(out, fmt.Sprintf("There are more; these are the first %d of the text.", study.MostLines))
	}
	return append(out, publish.Positions)
}
