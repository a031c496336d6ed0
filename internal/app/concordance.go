package app

import (
	"context"
	"fmt"
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

// ConcordanceGrid gives all lines of a concordance as a table.
func (a *App) ConcordanceGrid(ctx context.Context, by study.Actor, project study.ID, q study.LineQuery) (publish.Grid, error) {
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
	g := publish.Grid{Project: about.Name, Title: "Concordance", Made: study.Now(), Heads: lineHeads, Says: append(linesInWords(q, lines), l.inWords(q.Filter)...)}
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

func linesInWords(q study.LineQuery, lines study.Lines) []string {
	out := []string{"Query: " + q.Text, fmt.Sprintf("Lines: %d", lines.Total)}
	if lines.Cut {
		out = append(out, fmt.Sprintf("There are more; these are the first %d of the text.", study.MostLines))
	}
	return append(out, publish.Positions)
}
