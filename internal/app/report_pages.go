package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// reporting is a report while its pages are gathered.
type reporting struct {
	*App
	ctx     context.Context
	by      study.Actor
	r       store.Reader
	project study.ID
	report  study.Report
	lines   *lines
	whose   *whose
	out     publish.Pages
	numbers [3]int // of headings by level
	tables  int
	figures int

	quoted            map[study.ID]int // excerpts by source, over all parts
	passages, codings map[study.ID]bool
}

// partMakers fill a part with what stands in it.
var partMakers = map[string]func(*reporting, study.ReportPart, *publish.PagesPart) error{
	study.PartTitle:    (*reporting).title,
	study.PartContents: func(*reporting, study.ReportPart, *publish.PagesPart) error { return nil },
	study.PartText:     func(*reporting, study.ReportPart, *publish.PagesPart) error { return nil },
	study.PartExcerpts: (*reporting).excerpts,
	study.PartTable:    (*reporting).table,
	study.PartPicture:  (*reporting).picture,
	study.PartSources:  (*reporting).sourceList,
	study.PartCodebook: (*reporting).codebook,
}

// ReportPages gathers all that stands in a report today.
func (a *App) ReportPages(ctx context.Context, by study.Actor, project, id study.ID) (publish.Pages, error) {
	b, err := a.reporting(ctx, by, project, id)
	if err != nil {
		return publish.Pages{}, err
	}
	for _, part := range b.report.Parts {
		if err := b.part(part); err != nil {
			return publish.Pages{}, err
		}
	}
	b.summary()
	return b.out, nil
}

func (a *App) reporting(ctx context.Context, by study.Actor, project, id study.ID) (*reporting, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	b := &reporting{App: a, ctx: ctx, by: by, r: a.store.Read(ctx), project: project, quoted: map[study.ID]int{}, passages: map[study.ID]bool{}, codings: map[study.ID]bool{}}
	var err error
	if b.report, err = b.r.Report(project, id); err != nil {
		return nil, err
	}
	p, err := b.r.Project(project)
	if err != nil {
		return nil, err
	}
	b.out = publish.Pages{Report: id, Name: b.report.Name, Project: p.Name, Made: study.Now(), Parts: []publish.PagesPart{}}
	if b.out.Seq, err = b.r.Seq(project); err != nil {
		return nil, err
	}
	if b.out.Codebook, err = a.books.read(b.r, project, project); err != nil {
		return nil, err
	}
	if b.lines, err = sourceLines(b.r, project); err != nil {
		return nil, err
	}
	if err := b.lines.loadMemos(project); err != nil {
		return nil, err
	}
	b.whose, err = a.whoseWords(b.r, project)
	if err == nil {
		b.out.Variables, b.out.Cases = b.whose.names(), b.whose.speaking()
	}
	return b, err
}

// part gathers one part. What it asks for may be gone, or be too much for a table: the part says so,
// and the report has the rest.
func (b *reporting) part(p study.ReportPart) error {
	out := publish.PagesPart{ID: p.ID, Kind: p.Sort, Level: max(1, p.Level), Heading: p.Heading, Blocks: study.ReadMarkdown(p.Text)}
	err := partMakers[p.Sort](b, p, &out)
	switch study.KindOf(err) {
	case study.NotFound, study.Invalid, study.TooLarge:
		out.Problem, err = err.Error(), nil
	}
	b.number(&out)
	b.out.Parts = append(b.out.Parts, out)
	return err
}

// number gives tables, figures and the headings of the text their numbers.
func (b *reporting) number(p *publish.PagesPart) {
	switch {
	case p.Kind == study.PartTable:
		b.tables++
		p.Number = fmt.Sprintf("Table %d", b.tables)
	case p.Kind == study.PartPicture:
		b.figures++
		p.Number = fmt.Sprintf("Figure %d", b.figures)
	case p.Heading != "" && (p.Kind == study.PartText || p.Kind == study.PartExcerpts):
		b.numbers[p.Level-1]++
		clear(b.numbers[p.Level:])
		var parts []string
		for _, n := range b.numbers[:p.Level] {
			parts = append(parts, strconv.Itoa(max(1, n)))
		}
		p.Number = strings.Join(parts, ".")
	case p.Heading == "":
		p.Heading = map[string]string{study.PartContents: "Contents", study.PartSources: "Sources", study.PartCodebook: "Codebook"}[p.Kind]
	}
}

// title is what the first page says; what it is of is filled in at the end, when that is known.
func (b *reporting) title(p study.ReportPart, out *publish.PagesPart) error {
	if out.Heading == "" {
		out.Heading = b.report.Name
	}
	out.Facts = []string{b.out.Project, b.out.Made.Format("2 January 2006")}
	return nil
}

// summary counts what the whole report quotes, and says so on its title pages.
func (b *reporting) summary() {
	b.out.Passages, b.out.Sources, b.out.Codings = len(b.passages), len(b.quoted), len(b.codings)
	for i := range b.out.Parts {
		if p := &b.out.Parts[i]; p.Kind == study.PartTitle {
			p.Facts = append(p.Facts, publish.Many(b.out.Passages, "excerpt")+" from "+publish.Many(b.out.Sources, "source"), fmt.Sprintf("Codebook %d, at change %d of the project", b.out.Codebook, b.out.Seq))
		}
	}
}

// table is a cross-reference, as its own page has it.
func (b *reporting) table(p study.ReportPart, out *publish.PagesPart) error {
	t, err := b.crossed(p)
	if err != nil {
		return err
	}
	grid := publish.Grid{Project: b.out.Project, Title: t.title(), Made: b.out.Made, Heads: t.heads(), Rows: t.rows(), HeadRows: 1}
	grid.Heads = grid.Heads[:1+len(grid.Rows[0].Groups)]
	if out.Heading == "" {
		out.Heading = t.title()
	}
	out.Table, out.Notes = &grid, append(t.view.Says, t.notes()...)
	return nil
}

func (b *reporting) crossed(p study.ReportPart) (crossTable, error) {
	ask := CrossAsk{Rows: p.Rows, Columns: p.Columns, Count: p.Count, Together: p.Together, Turns: p.Turns, Alone: p.Alone, Moderators: p.Moderators, Quotes: p.Quotes, Filter: p.Asks()}
	ask.Codes, ask.Filter.Alone = nil, false // rows and columns say which codes
	return b.crossTable(b.ctx, b.by, b.project, ask, p.Show)
}

// sourceList is the sources that are quoted in the parts before it, or all that the filter names when
// none is.
func (b *reporting) sourceList(p study.ReportPart, out *publish.PagesPart) error {
	grid := publish.Grid{Heads: append([]string{"Source", "Strand"}, p.Variables...)}
	if p.Counts {
		grid.Heads = append(grid.Heads, "Excerpts")
	}
	ids := keys(b.lines.sources)
	slices.SortFunc(ids, func(x, y study.ID) int { return b.lines.order[x] - b.lines.order[y] })
	for _, id := range ids {
		s := b.lines.sources[id]
		if len(b.quoted) > 0 && b.quoted[id] == 0 || !among(p.Strands, s.StrandID) || !among(p.Sources, id) {
			continue
		}
		row := publish.GridRow{Name: s.Title, Groups: []publish.GridGroup{{Says: b.lines.strands[s.StrandID].Name}}}
		for _, value := range b.whose.values(b.whose.source[id], p.Variables) {
			row.Groups = append(row.Groups, publish.GridGroup{Says: value})
		}
		if p.Counts {
			row.Groups = append(row.Groups, publish.GridGroup{Says: strconv.Itoa(b.quoted[id])})
		}
		grid.Rows = append(grid.Rows, row)
	}
	out.Table = &grid
	return nil
}

// codebook is the codes that the part names with those under them, or all, with what they mean.
func (b *reporting) codebook(p study.ReportPart, out *publish.PagesPart) error {
	wanted := b.lines.book.WithDescendants(p.Codes...)
	if p.Alone {
		wanted = p.Codes
	}
	all, _, err := b.coded.read(b.r, b.project)
	if err != nil {
		return err
	}
	counts := map[study.ID]int{}
	for _, c := range all {
		counts[c.CodeID]++
	}
	b.lines.book.Walk(func(c study.Code, depth int) {
		if len(p.Codes) > 0 && !slices.Contains(wanted, c.ID) {
			return
		}
		code := publish.PagesCode{ID: c.ID, Name: c.Name, Depth: depth, Meanings: publish.Meanings(c)}
		if p.Counts {
			code.Says = publish.Many(counts[c.ID], "coding")
		}
		out.Codes = append(out.Codes, code)
	})
	return nil
}
