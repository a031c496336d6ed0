package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// whose knows of each passage whose words it is, and what is known of them.
type whose struct {
	variables *study.VariableSet
	cases     map[study.ID]study.Case
	passage   map[study.ID][]study.ID // cases, of coded passages
	source    map[study.ID][]study.ID // cases that say anything in a source
	known     map[string][]any        // values of all variables, by cases
}

func (a *App) whoseWords(r store.Reader, project study.ID) (*whose, error) {
	marks, err := a.marks.read(r, project, project)
	if err != nil {
		return nil, err
	}
	variables, err := variableSet(r, project)
	if err != nil {
		return nil, err
	}
	list, err := a.cases.read(r, project, project)
	w := &whose{variables: variables, cases: make(map[study.ID]study.Case, len(list)), passage: make(map[study.ID][]study.ID, len(marks.codings)), source: map[study.ID][]study.ID{}, known: map[string][]any{}}
	for _, c := range list {
		w.cases[c.ID] = c
	}
	for i := range marks.codings {
		w.passage[marks.codings[i].Passage] = marks.codings[i].Tied
	}
	for i := range marks.said {
		m := &marks.said[i]
		for _, id := range m.Tied {
			if !slices.Contains(w.source[m.Source], id) {
				w.source[m.Source] = append(w.source[m.Source], id)
			}
		}
	}
	return w, err
}

// names are those of all variables, in order.
func (w *whose) names() []string {
	out := make([]string, len(w.variables.All()))
	for i, v := range w.variables.All() {
		out[i] = v.Name
	}
	return out
}

// values are those that cases have of some variables, "" where there is none; a variable that is
// gone has none. A person's firm speaks for what isn't known of the person.
func (w *whose) values(cases []study.ID, names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		v, err := w.variables.Named(name)
		if err != nil {
			continue // renamed or deleted since
		}
		var told []string
		for _, id := range cases {
			if value := w.value(id, v); value != "" {
				told = append(told, strings.TrimSpace(v.Text(value)+" "+v.Unit))
			}
		}
		out[i] = strings.Join(slices.Compact(told), "; ")
	}
	return out
}

func (w *whose) value(id study.ID, v study.Variable) string {
	c := w.cases[id]
	value := c.Value(v)
	if value == "" && c.FirmID != "" {
		value = w.cases[c.FirmID].Value(v)
	}
	if value == "" || v.IsMissing(value) {
		return ""
	}
	return value
}

// all are the values of all variables, as a table of data has them.
func (w *whose) all(cases []study.ID) []any {
	var key strings.Builder
	for _, id := range cases {
		key.WriteString(string(id))
	}
	if known, there := w.known[key.String()]; there {
		return known
	}
	values := make([]any, len(w.variables.All()))
	for i, v := range w.variables.All() {
		values[i] = w.datum(cases, v)
	}
	w.known[key.String()] = values
	return values
}

// datum is a number where the cases have one of a variable of numbers, else a text; nil where there
// is nothing.
func (w *whose) datum(cases []study.ID, v study.Variable) any {
	var told []string
	for _, id := range cases {
		if value := w.value(id, v); value != "" && !slices.Contains(told, value) {
			told = append(told, value)
		}
	}
	if len(told) == 0 {
		return nil
	}
	if n, is := v.JSON(told[0]).(float64); is && len(told) == 1 {
		return n
	}
	for i := range told {
		told[i] = v.Text(told[i])
	}
	return strings.Join(told, "; ")
}

// named gives cases with their names, in the order of these.
func (w *whose) named(cases []study.ID) []publish.PagesCase {
	out := make([]publish.PagesCase, len(cases))
	for i, id := range cases {
		out[i] = publish.PagesCase{ID: id, Name: w.cases[id].Name}
	}
	slices.SortFunc(out, func(x, y publish.PagesCase) int {
		return cmp.Or(strings.Compare(study.Fold(x.Name), study.Fold(y.Name)), strings.Compare(string(x.ID), string(y.ID)))
	})
	return out
}

// speaking are all cases that say anything.
func (w *whose) speaking() []publish.PagesCase {
	all := map[study.ID]bool{}
	for _, cases := range w.source {
		for _, id := range cases {
			all[id] = true
		}
	}
	return w.named(keys(all))
}

// caseOf is the name of the first of some cases.
func (w *whose) caseOf(cases []study.ID) string {
	if len(cases) == 0 {
		return ""
	}
	return w.named(cases)[0].Name
}

// excerpts gathers the excerpts of a part under their heads.
func (b *reporting) excerpts(p study.ReportPart, out *publish.PagesPart) error {
	out.Line, out.Style = cmp.Or(p.Line, study.LineUnder), cmp.Or(p.Style, "block")
	l, rows, err := b.rowsOf(p)
	if err != nil {
		return err
	}
	bySource := map[study.ID][]store.CodedRange{}
	if p.Others {
		for _, c := range l.all {
			bySource[c.SourceID] = append(bySource[c.SourceID], c)
		}
	}
	for left := rows; len(left) > 0; {
		under := left[:groupLength(left)]
		left = left[len(under):]
		g := b.group(p, under[0].codings[0])
		g.Quotes = b.out.QuotesOf(len(under), func(i int) study.ID { return under[i].codings[0].PassageID }, func(i int) (publish.PagesQuote, error) { return b.quote(p, l, under[i], bySource) })
		if p.Counts && g.Name != "" {
			g.Says = publish.Many(len(under), "excerpt") + " from " + publish.Many(sourcesOf(under), "source")
		}
		out.Groups = append(out.Groups, g)
	}
	out.Excerpts = len(rows)
	if passages := b.count(rows); p.Counts {
		out.Says = publish.Many(passages, "excerpt") + " from " + publish.Among(sourcesOf(rows), l.scope, "source")
	}
	return nil
}

// count adds the rows of a part to what the whole report quotes, and gives how many different excerpts
// they are.
func (b *reporting) count(rows []retrievedRow) int {
	here := make(map[study.ID]bool, len(rows))
	for _, row := range rows {
		first := row.codings[0]
		if !here[first.PassageID] {
			b.quoted[first.SourceID]++
		}
		here[first.PassageID], b.passages[first.PassageID] = true, true
		for _, c := range row.codings {
			b.codings[c.ID] = true
			b.out.Deepest = max(b.out.Deepest, len(b.lines.paths[c.CodeID]))
		}
	}
	return len(here)
}

func sourcesOf(rows []retrievedRow) int {
	sources := map[study.ID]bool{}
	for _, row := range rows {
		sources[row.codings[0].SourceID] = true
	}
	return len(sources)
}

// groupLength is how many rows from the first on stand under one head.
func groupLength(rows []retrievedRow) int {
	n := slices.IndexFunc(rows, func(r retrievedRow) bool { return r.codings[0].group != rows[0].codings[0].group })
	if n < 0 {
		return len(rows)
	}
	return n
}

// rowsOf gives the rows of a part in their order: all that its filter lets through but those that
// were left out, or those that were picked.
func (b *reporting) rowsOf(p study.ReportPart) (*retrieved, []retrievedRow, error) {
	q := study.ExcerptQuery{Filter: p.Asks(), Order: p.Order, Group: p.Group}
	if p.ByHand() {
		q = study.ExcerptQuery{Group: p.Group}
	}
	if q.Group == study.GroupByCase {
		q.Group = study.Ungrouped
	}
	l, err := b.retrieveIn(b.ctx, b.lines, b.project, q)
	if err != nil {
		return nil, nil, err
	}
	rows := onSameWords(l.rows)
	if p.ByHand() {
		rows = b.underCodes(p, picked(rows, p.Picked))
	} else {
		rows = without(rows, p.LeftOut)
	}
	if p.Group == study.GroupByCase {
		b.byCase(rows)
	}
	return l, rows, nil
}

// onSameWords makes one row of those of a group whose passages are on exactly the same words, as
// those of two coders often are.
func onSameWords(rows []retrievedRow) (out []retrievedRow) {
	type words struct {
		source study.ID
		study.Range
		group string
	}
	at := make(map[words]int, len(rows))
	for _, row := range rows {
		c := row.codings[0]
		key := words{c.SourceID, c.Range, c.group}
		if first, twice := at[key]; twice {
			out[first].codings = append(out[first].codings, row.codings...)
			continue
		}
		at[key] = len(out)
		out = append(out, row)
	}
	return out
}

// ofAny says whether any of a row's passages is among some.
func (r retrievedRow) ofAny(passages map[study.ID]bool) bool {
	return slices.ContainsFunc(r.codings, func(c retrievedCoding) bool { return passages[c.PassageID] })
}

// picked keeps rows of some passages, in the order in which these are named within each group.
func picked(rows []retrievedRow, passages study.IDs) []retrievedRow {
	place := make(map[study.ID]int, len(passages))
	for i, id := range passages {
		place[id] = i
	}
	placeOf := func(r retrievedRow) int {
		for _, c := range r.codings {
			if at, is := place[c.PassageID]; is {
				return at
			}
		}
		return -1
	}
	rows = slices.DeleteFunc(rows, func(r retrievedRow) bool { return placeOf(r) < 0 })
	slices.SortStableFunc(rows, func(x, y retrievedRow) int {
		return cmp.Or(x.codings[0].at-y.codings[0].at, placeOf(x)-placeOf(y))
	})
	return rows
}

// underCodes keeps picked rows under the codes of their part, where it is grouped by these; what has
// none of them stands under its own, as it was picked all the same.
func (b *reporting) underCodes(p study.ReportPart, rows []retrievedRow) []retrievedRow {
	if p.Group != study.GroupByCode || len(p.Codes) == 0 {
		return rows
	}
	codes := p.Codes
	if !p.Alone {
		codes = b.lines.book.WithDescendants(codes...)
	}
	of := func(r retrievedRow) bool { return slices.Contains(codes, r.codings[0].CodeID) }
	has := make(map[study.ID]bool, len(rows))
	for _, row := range rows {
		for _, c := range row.codings {
			has[c.PassageID] = has[c.PassageID] || of(row)
		}
	}
	return slices.DeleteFunc(rows, func(r retrievedRow) bool { return !of(r) && r.ofAny(has) })
}

func without(rows []retrievedRow, passages study.IDs) []retrievedRow {
	if len(passages) == 0 {
		return rows
	}
	out := make(map[study.ID]bool, len(passages))
	for _, id := range passages {
		out[id] = true
	}
	return slices.DeleteFunc(rows, func(r retrievedRow) bool { return r.ofAny(out) })
}

// byCase puts rows under their cases by name, those of none at the end; one of several cases stands
// under the first.
func (b *reporting) byCase(rows []retrievedRow) {
	for i := range rows {
		codings := slices.Clone(rows[i].codings)
		codings[0].group = b.whose.caseOf(b.whose.passage[codings[0].PassageID])
		rows[i].codings = codings
	}
	slices.SortStableFunc(rows, func(x, y retrievedRow) int {
		a, c := x.codings[0].group, y.codings[0].group
		if (a == "") != (c == "") {
			return strings.Compare(c, a)
		}
		return strings.Compare(study.Fold(a), study.Fold(c))
	})
}

// group is the head over excerpts; one without a name where a part isn't grouped.
func (b *reporting) group(p study.ReportPart, c retrievedCoding) (g publish.PagesGroup) {
	id := study.ID(c.group)
	switch p.Group {
	case study.GroupByCode:
		code, _ := b.lines.book.Code(id)
		path := b.lines.paths[id]
		g.Name, g.Above = code.Name, strings.Join(path[:max(0, len(path)-1)], " › ")
		if p.Definition {
			g.Meanings = publish.Meanings(code)
		}
	case study.GroupBySource:
		g.Name = b.lines.sources[id].Title
	case study.GroupByStrand:
		g.Name = b.lines.strands[id].Name
	case study.GroupByCoder:
		g.Name = b.lines.people[id]
	case study.GroupBySpeaker, study.GroupByCase:
		g.Name = cmp.Or(c.group, "Nobody in particular")
	}
	return g
}

// quote is an excerpt with what the part tells of it.
func (b *reporting) quote(p study.ReportPart, l *retrieved, row retrievedRow, bySource map[study.ID][]store.CodedRange) (publish.PagesQuote, error) {
	e, err := l.excerpt(*row.codings[0].CodedRange)
	if err != nil {
		return publish.PagesQuote{}, err
	}
	cases := b.whose.passage[e.Passage]
	q := publish.PagesQuote{Passage: e.Passage, Source: e.Source, Range: e.Range, Text: e.Text, Cases: b.whose.named(cases), Values: b.whose.all(cases), Codings: b.codingsOf(e, row)}
	if p.Line != study.LineNone {
		q.Title, q.Where, q.Who = e.Title, publish.Where(e.Turn, e.FromMs), b.who(p, e, cases)
		if p.Coder {
			q.Coder = "coded by " + e.CoderName
		}
	}
	if p.Memo {
		q.Memo = e.Memo
	}
	if p.Others {
		q.Codes = b.codesOn(l, row, bySource[e.Source])
	}
	return q, nil
}

// who says it, and what is known of them.
func (b *reporting) who(p study.ReportPart, e study.Excerpt, cases []study.ID) (out []string) {
	if !p.Unnamed && e.Speaker != "" {
		out = append(out, e.Speaker)
	}
	for _, value := range b.whose.values(cases, p.Variables) {
		if value != "" {
			out = append(out, value)
		}
	}
	return out
}

// codingsOf gives every coding of a row as an excerpt; the first is known.
func (b *reporting) codingsOf(first study.Excerpt, row retrievedRow) []study.Excerpt {
	out := make([]study.Excerpt, len(row.codings))
	for i, c := range row.codings {
		code, _ := b.lines.book.Code(c.CodeID)
		e := first
		e.Coding, e.Code, e.Path, e.Color, e.Coder, e.CoderName = c.ID, c.CodeID, b.lines.paths[c.CodeID], code.Color, c.CoderID, b.lines.people[c.CoderID]
		e.At, e.CheckedAt, e.Outdated = c.At, c.CheckedAt, c.Outdated(code)
		out[i] = e
	}
	return out
}

// codesOn names all codes on the words of a row, in order of the codebook.
func (b *reporting) codesOn(l *retrieved, row retrievedRow, source []store.CodedRange) (out []string) {
	ids := l.others(row, source)
	for _, c := range row.codings {
		if !slices.Contains(ids, c.CodeID) {
			ids = append(ids, c.CodeID)
		}
	}
	slices.SortFunc(ids, func(x, y study.ID) int { return l.place[x] - l.place[y] })
	for _, id := range ids {
		code, _ := b.lines.book.Code(id)
		out = append(out, code.Name)
	}
	return out
}

// ReportUnused gives excerpts of the codes and filters of a part that no part of the report holds,
// at most so many, and how many there are.
func (a *App) ReportUnused(ctx context.Context, by study.Actor, project, id, part study.ID, limit int) (out []publish.PagesQuote, total int, err error) {
	b, err := a.reporting(ctx, by, project, id)
	if err != nil {
		return nil, 0, err
	}
	at := slices.IndexFunc(b.report.Parts, func(p study.ReportPart) bool { return p.ID == part && p.Sort == study.PartExcerpts })
	if at < 0 {
		return nil, 0, study.Errorf(study.NotFound, "There is no such part of excerpts in the report.")
	}
	held, err := b.held()
	if err != nil {
		return nil, 0, err
	}
	p := b.report.Parts[at]
	p.Chosen, p.LeftOut, p.Group, p.Others, p.Memo = "all", held, study.Ungrouped, false, false
	l, rows, err := b.rowsOf(p)
	if err != nil {
		return nil, 0, err
	}
	for _, row := range rows[:min(limit, len(rows))] {
		q, err := b.quote(p, l, row, nil)
		if err != nil {
			return nil, 0, err
		}
		out = append(out, q)
	}
	return out, len(rows), nil
}

// held are the passages of all parts; a part that can't be made holds none.
func (b *reporting) held() (out study.IDs, err error) {
	for _, p := range b.report.Parts {
		if p.Sort != study.PartExcerpts {
			continue
		}
		_, rows, err := b.rowsOf(p)
		switch study.KindOf(err) {
		case study.NotFound, study.Invalid, study.TooLarge:
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			for _, c := range row.codings {
				out = append(out, c.PassageID)
			}
		}
	}
	return out, nil
}
