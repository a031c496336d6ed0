package search

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	found "github.com/blevesearch/bleve/v2/search"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	beside     = 100 // code points of context at each side of a line
	neighbours = 3   // words at each side by which lines are ordered
)

// Concordance gives a line for each place of the words that a query asks to find, ordered as it
// says; fields, relations and what stands after NOT have no places. The cursor counts lines.
func (x *Index) Concordance(ctx context.Context, project study.ID, q study.LineQuery) (study.Lines, error) {
	if err := q.Validate(); err != nil {
		return study.Lines{}, err
	}
	from, err := lineCursor(q)
	if err != nil {
		return study.Lines{}, err
	}
	q.Cursor = ""
	s, err := x.searching(ctx, project, q.SearchQuery)
	if err != nil {
		return study.Lines{}, err
	}
	all, err := ask(ctx, x, project, func(g *generation) (concordance, error) {
		s.g = g
		key := session{g.path, g.version.Load(), string(lineprint(q))}
		if all, kept := x.sessions.of(key); kept && from > 0 {
			return all, nil
		}
		all, err := s.concordance()
		if err == nil {
			all.order(q.Order)
			x.sessions.keep(key, all)
		}
		return all, err
	})
	if err != nil {
		return study.Lines{}, err
	}
	return all.part(from, min(cmp.Or(q.Limit, usualLimit), study.MostLines), q), nil
}

// concordance is all lines of a query.
type concordance struct {
	lines []line
	cut   bool
}

type line struct {
	study.Line
	key []string // by which it is ordered
}

func (r *searching) concordance() (out concordance, err error) {
	c, said, err := r.compiled()
	if err != nil || said == nil {
		return out, err
	}
	spans, err := c.places(r.tree)
	if err != nil {
		return out, err
	}
	err = r.eachPlaced(said, func(hit study.Hit, rec record, words []found.FieldTermLocation) bool {
		out.add(hit, rec, words, spans)
		return !out.cut
	})
	return out, err
}

// places gives all that stands for words in a query and is to be found.
func (c *compiler) places(n node) (out []placed, err error) {
	var parts []node
	switch n := n.(type) {
	case allOf:
		parts = n.parts
	case anyOf:
		parts = n.parts
	case near:
		q, err := c.nearby(n)
		return []placed{q}, err
	case noneOf, field, relation:
		return nil, nil
	default:
		spans, err := spansIn(c, n)
		for _, s := range spans {
			out = append(out, s)
		}
		return out, err
	}
	for _, part := range parts {
		some, err := c.places(part)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// placed is what stands at places of a turn: words in a row, or parts near each other.
type placed interface {
	in(words []found.FieldTermLocation) []occurrence
}

// add makes the lines of a turn.
func (c *concordance) add(hit study.Hit, r record, words []found.FieldTermLocation, of []placed) {
	text := study.NewPositions(r.Text)
	for _, at := range occurrencesIn(words, of) {
		if c.cut = len(c.lines) == study.MostLines; c.cut {
			return
		}
		here := study.Range{Start: text.Point(at[0]), End: text.Point(at[1])}
		l := study.Line{Source: hit.Source, Turn: hit.Turn, Speaker: r.Speaker, Codes: hit.Codes, Words: text.Slice(here)}
		l.Range = study.Range{Start: r.Start + here.Start, End: r.Start + here.End}
		l.Before, l.After = text.Around(here, beside)
		c.lines = append(c.lines, line{Line: l})
	}
}

// occurrencesIn gives the bytes of a turn that are found, in order. Those that share a word are one.
func occurrencesIn(words []found.FieldTermLocation, of []placed) [][2]int {
	at := bytesOf(words)
	var out [][2]int
	for _, one := range of {
		for _, o := range one.in(words) {
			out = append(out, [2]int{at[o.from][0], at[o.to][1]})
		}
	}
	slices.SortFunc(out, byPlace)
	return apart(out)
}

// bytesOf gives the bytes of each word, which all fields count alike.
func bytesOf(words []found.FieldTermLocation) map[int][2]int {
	at := map[int][2]int{}
	for _, l := range words {
		at[int(l.Location.Pos)] = [2]int{int(l.Location.Start), int(l.Location.End)}
	}
	return at
}

func byPlace(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) }

// order sorts lines; those that are alike stay in the order of the text, in which they come.
func (c *concordance) order(by string) {
	if by == "" || by == "text" {
		return
	}
	for i, l := range c.lines {
		c.lines[i].key = l.keyed(by)
	}
	slices.SortStableFunc(c.lines, func(a, b line) int { return slices.Compare(a.key, b.key) })
}

func (l line) keyed(by string) []string {
	side, which := by[:len(by)-1], by[len(by)-1:]
	n, err := strconv.Atoi(which)
	if err != nil {
		return foldedWords(l.Words)
	}
	words := foldedWords(whole(l.After))
	if side == "left" {
		words = foldedWords(whole(l.Before))
		slices.Reverse(words)
	}
	return words[min(n-1, len(words)):min(neighbours, len(words))]
}

// whole is a context without the ellipsis that says it was cut, which it is between words.
func whole(context string) string { return strings.Trim(context, "…") }

// foldedWords gives the words of a text as they are compared.
func foldedWords(text string) (out []string) {
	for _, terms := range analyze(exactField, text) {
		out = append(out, terms...)
	}
	return out
}

// part is a page of the concordance.
func (c *concordance) part(from, limit int, q study.LineQuery) study.Lines {
	out := study.Lines{Total: len(c.lines), Cut: c.cut, Lines: []study.Line{}}
	from = min(from, len(c.lines))
	to := min(from+limit, len(c.lines))
	for _, l := range c.lines[from:to] {
		out.Lines = append(out.Lines, l.Line)
	}
	if to < len(c.lines) {
		out.Next = written(cursor{Of: lineprint(q), ID: strconv.Itoa(to)})
	}
	return out
}

// lineprint tells one concordance from another, whatever page of it is asked for.
func lineprint(q study.LineQuery) []byte {
	q.Text = q.Order + "\n" + q.Text
	return fingerprint(q.SearchQuery)
}

// lineCursor gives the number of the first line of the page.
func lineCursor(q study.LineQuery) (int, error) {
	if q.Cursor == "" {
		return 0, nil
	}
	c, err := readAny(q.Cursor, lineprint(q))
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(c.ID)
	if err != nil || n < 0 {
		return 0, errCursor()
	}
	return n, nil
}
