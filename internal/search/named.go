package search

import (
	"slices"
	"sync"

	found "github.com/blevesearch/bleve/v2/search"
)

// WordQuery is a query that is put to names, definitions and the like: what it says of words, without
// its fields and relations.
type WordQuery struct {
	tree      node // nil asks for nothing
	languages []string
}

// ReadWordQuery reads a query for texts that may be in any of some languages (BCP 47 tags; none is
// English). An error names the place, as one of a search does.
func ReadWordQuery(query string, tags []string) (WordQuery, error) {
	tree, err := parse(query)
	if err != nil || tree == nil {
		return WordQuery{}, err
	}
	w := WordQuery{}
	for _, tag := range tags {
		w.languages = append(w.languages, languageOf(tag))
	}
	if len(tags) == 0 {
		w.languages = []string{languageOf("")}
	}
	slices.Sort(w.languages)
	w.languages = slices.Compact(w.languages)
	w.tree = w.worded(tree)
	return w, nil
}

// Empty says whether a query asks for no words.
func (w WordQuery) Empty() bool { return w.tree == nil }

// worded leaves of a query what is about words; nil when that is nothing.
func (w WordQuery) worded(n node) node {
	switch n := n.(type) {
	case allOf:
		if parts := telling(w.wordedParts(n.parts), w.languages); len(parts) > 0 {
			return allOf{parts}
		}
		return nil
	case anyOf:
		if parts := w.wordedParts(n.parts); len(parts) > 0 {
			return anyOf{parts}
		}
		return nil
	case noneOf:
		if part := w.worded(n.part); part != nil {
			return noneOf{part}
		}
		return nil
	case words:
		if len(analyze(exactField, n.text)) == 0 {
			return nil
		}
	case field, relation:
		return nil
	}
	return n
}

func (w WordQuery) wordedParts(parts []node) (out []node) {
	for _, part := range parts {
		if left := w.worded(part); left != nil {
			out = append(out, left)
		}
	}
	return out
}

// Texts are the texts of things that are no turns: a thing has several, such as its name and what
// is said of it. They are read by the rules of a language when it is first asked for, and held.
// Safe for concurrent use.
type Texts struct {
	things [][]string
	mu     sync.Mutex
	read   map[string]*column // by field
}

// NewTexts takes the texts of each thing.
func NewTexts(things [][]string) *Texts { return &Texts{things: things, read: map[string]*column{}} }

// InThing is a thing that was found, by its number, with the bytes of each of its texts where the
// words stand, in order and without overlaps.
type InThing struct {
	Thing int
	Marks [][][2]int
}

// Find gives the things of whose texts, taken together, the query holds and which have at least
// one of the words that it asks for. Words of a phrase or of near and then stand in one text.
func (t *Texts) Find(w WordQuery) ([]InThing, error) {
	if w.Empty() {
		return nil, nil
	}
	holds, err := lookup{t, w.languages}.judge(w.tree)
	if err != nil {
		return nil, err
	}
	var out []InThing
	for i, texts := range t.things {
		if is, at := holds(i); is && len(at) > 0 {
			out = append(out, InThing{i, at.marks(texts)})
		}
	}
	return out, nil
}

// column is the texts as one field holds them; words go by their number.
type column struct {
	terms  []string
	number map[string]uint32
	things [][]standing
}

// standing is a word of a thing. Its place and its bytes count through all texts of the thing, so far
// apart that no word of one is near one of the next.
type standing struct{ term, at, start, end uint32 }

// after is how much further the next text of a thing begins.
func after(text string) int { return len(text) + mostApart + 1 }

func (t *Texts) column(field string) *column {
	t.mu.Lock()
	defer t.mu.Unlock()
	if c := t.read[field]; c != nil {
		return c
	}
	c := &column{number: map[string]uint32{}, things: make([][]standing, len(t.things))}
	for i, texts := range t.things {
		c.things[i] = c.standingIn(field, texts)
	}
	t.read[field] = c
	return c
}

func (c *column) standingIn(field string, texts []string) (out []standing) {
	base := 0
	analyzer := rulesOf(field)
	for _, text := range texts {
		for _, token := range analyzer.Analyze([]byte(text)) {
			out = append(out, standing{c.numbered(string(token.Term)), uint32(base + token.Position), uint32(base + token.Start), uint32(base + token.End)})
		}
		base += after(text)
	}
	return out
}

func (c *column) numbered(term string) uint32 {
	n, known := c.number[term]
	if !known {
		n = uint32(len(c.terms))
		c.terms = append(c.terms, term)
		c.number[term] = n
	}
	return n
}

func (c *column) which(is func(term string) bool) (out []string) {
	for _, term := range c.terms {
		if is(term) {
			out = append(out, term)
		}
	}
	return out
}

// spots are where words stand in a thing, with their bytes.
type spots map[occurrence][2]int

func (s spots) add(others spots) {
	for o, bytes := range others {
		s[o] = bytes
	}
}

// marks gives the bytes of each text.
func (s spots) marks(texts []string) [][][2]int {
	var all [][2]int
	for _, bytes := range s {
		all = append(all, bytes)
	}
	slices.SortFunc(all, byPlace)
	all = apart(all)
	out := make([][][2]int, len(texts))
	base := 0
	for i, text := range texts {
		for len(all) > 0 && all[0][0] < base+after(text) {
			out[i] = append(out[i], [2]int{all[0][0] - base, all[0][1] - base})
			all = all[1:]
		}
		base += after(text)
	}
	return out
}

// spotsOf gives where any of some spans stands in a thing.
func (t *Texts) spotsOf(spans []span) func(thing int) spots {
	var look []func(int, spots)
	for _, s := range spans {
		c := t.column(s.field)
		wanted := map[uint32]bool{}
		for _, terms := range s.terms {
			for term := range terms {
				if n, known := c.number[term]; known {
					wanted[n] = true
				}
			}
		}
		if len(wanted) > 0 {
			look = append(look, func(thing int, into spots) { c.spots(thing, s, wanted, into) })
		}
	}
	return func(thing int) spots {
		out := spots{}
		for _, in := range look {
			in(thing, out)
		}
		return out
	}
}

func (c *column) spots(thing int, s span, wanted map[uint32]bool, into spots) {
	var places []found.FieldTermLocation
	bytes := map[int][2]int{}
	for _, w := range c.things[thing] {
		if wanted[w.term] {
			places = append(places, found.FieldTermLocation{Field: s.field, Term: c.terms[w.term], Location: found.Location{Pos: uint64(w.at)}})
			bytes[int(w.at)] = [2]int{int(w.start), int(w.end)}
		}
	}
	if len(places) == 0 {
		return
	}
	for _, o := range s.in(places) {
		into[o] = [2]int{bytes[o.from][0], bytes[o.to][1]}
	}
}
