package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// retrieved is a list of coded passages: all of it, without the words.
type retrieved struct {
	*lines
	seq     int64
	all     []store.CodedRange // of the project
	codings []retrievedCoding  // that the filter lets through
	rows    []retrievedRow     // in order, without those of folded groups
	groups  []study.ExcerptGroup
	scope   int    // sources that were looked through
	places  places // of the cases that were asked for
}

// retrievedCoding is a coding with what it is ordered by, as numbers: there are many.
type retrievedCoding struct {
	*store.CodedRange
	group  string
	at     int // place of the group among all
	source int // place of the source
	code   int // place of the code
}

// retrievedRow is a line of the list: codings of one passage in one group.
type retrievedRow struct {
	codings []retrievedCoding
}

func (a *App) retrieve(ctx context.Context, r store.Reader, project study.ID, q study.ExcerptQuery) (*retrieved, error) {
	lines, err := sourceLines(r, project)
	if err != nil {
		return nil, err
	}
	if q.WithMemo {
		if err := lines.loadMemos(project); err != nil {
			return nil, err
		}
	}
	return a.retrieveIn(ctx, lines, project, q)
}

// retrieveIn retrieves with source lines that are known already, memos too where they are asked for.
func (a *App) retrieveIn(ctx context.Context, lines *lines, project study.ID, q study.ExcerptQuery) (*retrieved, error) {
	all, seq, err := a.coded.read(lines.r, project)
	if err != nil {
		return nil, err
	}
	l := &retrieved{lines: lines, all: all, seq: seq}
	if l.places, err = a.placesFor(ctx, lines.r, project, lines.sources, q.Filter); err != nil {
		return nil, err
	}
	if err := l.narrow(q.Filter, groupOf[q.Group]); err != nil {
		return nil, err
	}
	l.order(q)
	return l, nil
}

// narrow keeps the codings that a filter lets through, and says which group each is of.
func (l *retrieved) narrow(f study.Filter, group func(*lines, *store.CodedRange) (string, error)) error {
	through, scope := l.through(f)
	l.scope = scope
	for i := range l.all {
		c := &l.all[i]
		ok, err := through(c)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		one := retrievedCoding{CodedRange: c, source: l.lines.order[c.SourceID], code: l.place[c.CodeID]}
		if group != nil {
			if one.group, err = group(l.lines, c); err != nil {
				return err
			}
		}
		l.codings = append(l.codings, one)
	}
	return nil
}

// through makes a filter's question of a coding, and counts the sources it is about.
func (l *retrieved) through(f study.Filter) (asks func(*store.CodedRange) (bool, error), scope int) {
	codes := f.Codes
	if !f.Alone {
		codes = l.book.WithDescendants(codes...)
	}
	none, words := len(f.Codes) > 0 && len(codes) == 0, strings.Fields(folded(f.Words))
	within := map[study.ID]bool{}
	for id, s := range l.sources {
		if among(f.Sources, id) && among(f.Strands, s.StrandID) && (l.places == nil || len(l.places[id]) > 0) {
			within[id] = true
		}
	}
	return func(c *store.CodedRange) (bool, error) {
		if none || !within[c.SourceID] || l.places != nil && !study.Touches(c.Range, l.places[c.SourceID]) || !among(codes, c.CodeID) || !among(f.Coders, c.CoderID) || f.WithMemo && l.memos[c.PassageID] == "" {
			return false, nil
		}
		if code, _ := l.book.Code(c.CodeID); f.Outdated && !c.Outdated(code) {
			return false, nil
		}
		if len(words) == 0 && len(f.Speakers) == 0 {
			return true, nil
		}
		return l.saying(c, words, f.Speakers)
	}, len(within)
}

// saying asks whether all the words, folded, stand in a passage, and one of the
// speakers says it.
func (l *lines) saying(c *store.CodedRange, words, speakers []string) (bool, error) {
	content, err := l.r.Content(l.sources[c.SourceID])
	if err != nil {
		return false, err
	}
	if len(words) > 0 {
		text := folded(content.Slice(c.Range))
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) }) {
			return false, nil
		}
	}
	names := l.namesIn(study.TurnsIn(content.Turns, c.Range))
	return len(speakers) == 0 || slices.ContainsFunc(speakers, func(wanted string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, wanted) })
	}), nil
}

// groupOf says what group a coding is of.
var groupOf = map[study.ExcerptGrouping]func(*lines, *store.CodedRange) (string, error){
	study.GroupByCode:   func(_ *lines, c *store.CodedRange) (string, error) { return string(c.CodeID), nil },
	study.GroupBySource: func(_ *lines, c *store.CodedRange) (string, error) { return string(c.SourceID), nil },
	study.GroupByCoder:  func(_ *lines, c *store.CodedRange) (string, error) { return string(c.CoderID), nil },
	study.GroupByStrand: func(l *lines, c *store.CodedRange) (string, error) {
		return string(l.sources[c.SourceID].StrandID), nil
	},
	study.GroupBySpeaker: func(l *lines, c *store.CodedRange) (string, error) {
		content, err := l.r.Content(l.sources[c.SourceID])
		if err != nil {
			return "", err
		}
		return strings.Join(l.namesIn(study.TurnsIn(content.Turns, c.Range)), ", "), nil
	},
}

// order puts the codings into rows, the rows into their order, and counts the groups.
func (l *retrieved) order(q study.ExcerptQuery) {
	l.placeGroups(q.Group)
	slices.SortFunc(l.codings, inOrder)
	rows := l.fold(q.Single)
	if before := l.before(q.Order); before != nil {
		slices.SortStableFunc(rows, func(x, y retrievedRow) int {
			return cmp.Or(x.codings[0].at-y.codings[0].at, before(x, y))
		})
	}
	for _, row := range rows {
		value := row.codings[0].group
		if n := len(l.groups); n == 0 || l.groups[n-1].Value != value {
			l.groups = append(l.groups, study.ExcerptGroup{Value: value})
		}
		l.groups[len(l.groups)-1].Rows++
		if !slices.Contains(q.Folded, value) {
			l.rows = append(l.rows, row)
		}
	}
	if q.Group == study.Ungrouped {
		l.groups = nil
	}
}

// placeGroups says where each group stands: in the order of the codebook or the sources,
// or of the names.
func (l *retrieved) placeGroups(by study.ExcerptGrouping) {
	place := map[string]int{}
	for _, c := range l.codings {
		place[c.group] = 0
	}
	values := make([]string, 0, len(place))
	for value := range place {
		values = append(values, value)
	}
	slices.SortFunc(values, func(x, y string) int {
		switch by {
		case study.GroupByCode:
			return l.place[study.ID(x)] - l.place[study.ID(y)]
		case study.GroupBySource:
			return l.lines.order[study.ID(x)] - l.lines.order[study.ID(y)]
		case study.GroupByStrand:
			return l.strands[study.ID(x)].Position - l.strands[study.ID(y)].Position
		case study.GroupByCoder:
			return strings.Compare(l.people[study.ID(x)], l.people[study.ID(y)])
		}
		return strings.Compare(x, y)
	})
	for i, value := range values {
		place[value] = i
	}
	for i, c := range l.codings {
		l.codings[i].at = place[c.group]
	}
}

// inOrder is the order of the text within each group, and on a passage that of the codebook.
func inOrder(x, y retrievedCoding) int {
	if n := x.at - y.at; n != 0 {
		return n
	}
	if n := x.source - y.source; n != 0 {
		return n
	}
	if n := cmp.Or(x.Start-y.Start, x.End-y.End); n != 0 {
		return n
	}
	return cmp.Or(cmp.Compare(x.PassageID, y.PassageID), x.code-y.code, cmp.Compare(x.ID, y.ID))
}

func (l *retrieved) fold(single bool) (rows []retrievedRow) {
	for from := 0; from < len(l.codings); {
		to := from + 1
		for !single && to < len(l.codings) && l.codings[to].PassageID == l.codings[from].PassageID && l.codings[to].at == l.codings[from].at {
			to++
		}
		rows = append(rows, retrievedRow{l.codings[from:to:to]})
		from = to
	}
	return rows
}

// before is what rows are ordered by before the text; nil when by the text alone.
func (l *retrieved) before(o study.ExcerptOrder) func(x, y retrievedRow) int {
	switch o {
	case study.ByCode:
		return func(x, y retrievedRow) int { return x.codings[0].code - y.codings[0].code }
	case study.ByCoder:
		return func(x, y retrievedRow) int {
			return strings.Compare(l.people[x.codings[0].CoderID], l.people[y.codings[0].CoderID])
		}
	case study.ByTime:
		return func(x, y retrievedRow) int { return y.newest().At.Compare(x.newest().At) }
	case study.ByLength:
		return func(x, y retrievedRow) int { return y.codings[0].Len() - x.codings[0].Len() }
	}
	return nil
}

func (r retrievedRow) newest() retrievedCoding {
	return slices.MaxFunc(r.codings, func(x, y retrievedCoding) int { return x.At.Compare(y.At) })
}

func (l *retrieved) totals() study.ExcerptTotals {
	passages, sources := map[study.ID]bool{}, map[study.ID]bool{}
	for _, c := range l.codings {
		passages[c.PassageID], sources[c.SourceID] = true, true
	}
	return study.ExcerptTotals{Codings: len(l.codings), Passages: len(passages), Sources: len(sources), Scope: l.scope}
}

// shown gives rows with their words, source lines and memos.
func (l *retrieved) shown(project study.ID, rows []retrievedRow) ([]study.ExcerptRow, error) {
	passages := map[study.ID]bool{}
	sources := map[study.ID][]store.CodedRange{}
	for _, row := range rows {
		passages[row.codings[0].PassageID], sources[row.codings[0].SourceID] = true, nil
	}
	if len(rows) == 0 {
		return []study.ExcerptRow{}, nil
	}
	if err := l.loadMemos(project, keys(passages)...); err != nil {
		return nil, err
	}
	for _, c := range l.all {
		if _, shown := sources[c.SourceID]; shown {
			sources[c.SourceID] = append(sources[c.SourceID], c)
		}
	}
	out := make([]study.ExcerptRow, 0, len(rows))
	for _, row := range rows {
		e, err := l.excerpt(*row.codings[0].CodedRange)
		if err != nil {
			return nil, err
		}
		out = append(out, study.ExcerptRow{Excerpt: e, Codings: row.plain(), Others: l.others(row, sources[e.Source])})
	}
	return out, nil
}

func keys[K comparable, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}

func (r retrievedRow) plain() []study.Coding {
	out := make([]study.Coding, len(r.codings))
	for i, c := range r.codings {
		out[i] = c.Coding
	}
	return out
}

// others gives the codes that stand on the words of a row besides its own.
func (l *retrieved) others(row retrievedRow, source []store.CodedRange) []study.ID {
	out := []study.ID{}
	for _, c := range source {
		own := slices.ContainsFunc(row.codings, func(o retrievedCoding) bool { return o.CodeID == c.CodeID })
		if !own && c.Overlaps(row.codings[0].Range) && !slices.Contains(out, c.CodeID) {
			out = append(out, c.CodeID)
		}
	}
	slices.SortFunc(out, func(x, y study.ID) int { return l.place[x] - l.place[y] })
	return out
}
