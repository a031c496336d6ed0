package refi

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/selvedge/selvedge/internal/study"
)

// place decides how the positions of some texts are counted, and makes code points of them. The
// program's name decides only where the texts don't tell.
func place(all []*counted, origin string, found *findings) []Fit {
	ways := countings(all, origin)
	fits, sums := make([][]Fit, len(all)), make([]Fit, len(ways))
	for i, c := range all {
		fits[i] = c.fits(ways)
		for k, f := range fits[i] {
			sums[k] = f.plus(sums[k])
		}
	}
	best, chosen := bestOf(sums), make([]Fit, len(all))
	for i, c := range all {
		chosen[i] = fits[i][best]
		if own := fits[i][bestOf(fits[i])]; own.Whole > chosen[i].Whole || own.Quoted > chosen[i].Quoted {
			chosen[i] = own // what is quoted says more than what other texts do
		}
		c.place(chosen[i].Counting, found)
	}
	return chosen
}

// bestOf is the place of the fit that is best; of equals the first.
func bestOf(fits []Fit) int {
	out := 0
	for i := range fits {
		if compareFits(fits[i], fits[out]) > 0 {
			out = i
		}
	}
	return out
}

// compareFits says which of two fits is better: above all by quotations, then by what lies
// within the text, then by words.
func compareFits(a, b Fit) int {
	return cmp.Or(cmp.Compare(a.Whole, b.Whole), cmp.Compare(a.Quoted, b.Quoted), -cmp.Compare(a.Beyond, b.Beyond), cmp.Compare(a.weight(), b.weight()))
}

// weight is how much words speak for a counting. No program is known to include the end or to
// count the mark, so that they must speak clearly for those.
func (f Fit) weight() int {
	if f.Counting.Inclusive || f.Counting.Mark {
		return f.AtWords - 10 - f.Selections/10
	}
	return f.AtWords
}

// Origin is how the name of this program begins in what it writes.
const Origin = "Selvedge"

func (f Fit) plus(o Fit) Fit {
	f.Selections, f.Whole, f.Quoted, f.AtWords, f.Beyond = f.Selections+o.Selections, f.Whole+o.Whole, f.Quoted+o.Quoted, f.AtWords+o.AtWords, f.Beyond+o.Beyond
	return f
}

// countings are all ways of counting that could make a difference, the likeliest first. NVivo
// counts UTF-16 units and two for a line end; the standard says code points, and this program
// keeps to it.
func countings(all []*counted, origin string) (out []Counting) {
	if strings.HasPrefix(origin, Origin) {
		return []Counting{{}}
	}
	nvivo := strings.Contains(strings.ToLower(origin), "nvivo")
	either := func(matters, first bool) []bool {
		if !matters {
			return []bool{false}
		}
		return []bool{first, !first}
	}
	of := func(says func(*counted) bool) bool { return slices.ContainsFunc(all, says) }
	for _, inclusive := range []bool{false, true} {
		for _, mark := range either(of(func(c *counted) bool { return c.marks > 0 }), false) {
			for _, crlf := range either(of(func(c *counted) bool { return c.crlf }), nvivo) {
				for _, utf16 := range either(of(func(c *counted) bool { return c.wide }), nvivo) {
					out = append(out, Counting{UTF16: utf16, CRLF: crlf, Mark: mark, Inclusive: inclusive})
				}
			}
		}
	}
	return out
}

// fits tries several countings on a text.
func (c *counted) fits(ways []Counting) []Fit {
	out := make([]Fit, len(ways))
	c.open()
	for i, how := range ways {
		out[i] = c.fit(how)
	}
	c.close()
	return out
}

// open makes what positions are looked up in, close lets go of it: together it is many times
// larger than the text. Where nothing is counted nothing is needed.
func (c *counted) open() {
	if len(c.selections) > 0 || len(c.points) > 0 {
		c.runes, c.tables = []rune(c.words.Text), map[Counting][]int32{}
	}
}

func (c *counted) close() { c.runes, c.tables = nil, nil }

// fit tries a counting on a text.
func (c *counted) fit(how Counting) Fit {
	f := Fit{Text: c.name, Counting: how}
	if len(c.selections) == 0 {
		return f
	}
	at := c.ruler(how)
	for _, s := range c.selections {
		r, said := s.Range()
		if !said {
			continue
		}
		f.Selections++
		start, end, exact := at.span(r)
		if !exact {
			f.Beyond++
			continue
		}
		if c.between(start) && c.between(end) {
			f.AtWords++
		}
		if said, there := words(s.Name), words(c.slice(start, end)); begins(said, there) {
			f.Quoted++
			if slices.Equal(said, there) {
				f.Whole++
			}
		}
	}
	return f
}

// ruler turns positions of a counting into those of the text as it is kept.
type ruler struct {
	table []int32
	how   Counting
	marks int // units that byte order marks take
}

func (c *counted) ruler(how Counting) ruler {
	key := Counting{UTF16: how.UTF16, CRLF: how.CRLF}
	if c.tables[key] == nil {
		c.tables[key] = c.table(key)
	}
	r := ruler{table: c.tables[key], how: how, marks: c.marks}
	if !how.Mark && c.marks > 0 {
		r.marks-- // only the first is a mark to every program
	}
	return r
}

// point is the code point at a position, drawn to the ends of the text; false when the position
// is outside it or within a character.
func (r ruler) point(at int) (int, bool) {
	at -= r.marks
	if at < 0 || at >= len(r.table) {
		return int(r.table[max(0, min(at, len(r.table)-1))]), false
	}
	p := int(r.table[at])
	return max(p, -p), p >= 0
}

// span is where a range is; an end that is included counts as one further on.
func (r ruler) span(of study.Range) (start, end int, exact bool) {
	if r.how.Inclusive {
		of.End++
	}
	start, fromOK := r.point(of.Start)
	end, toOK := r.point(of.End)
	return start, end, fromOK && toOK
}

// between says whether a position stands at the edge of a word.
func (c *counted) between(p int) bool {
	return p <= 0 || p >= len(c.runes) || !inWord(c.runes[p-1]) || !inWord(c.runes[p])
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

func (c *counted) slice(start, end int) string {
	if end <= start {
		return ""
	}
	return string(c.runes[start:end])
}

// begins says whether the words of a name are those of a passage or its beginning: programs cut
// them in the middle of a word.
func begins(said, there []string) bool {
	last := len(said) - 1
	if last < 0 || len(there) <= last {
		return false
	}
	return slices.Equal(said[:last], there[:last]) && strings.HasPrefix(there[last], strings.TrimRight(said[last], "…."))
}

// words are the words of a text: line ends become blanks in a name.
func words(s string) []string { return strings.Fields(s) }

// place makes code points of the positions of a text.
func (c *counted) place(how Counting, found *findings) {
	if len(c.selections) == 0 && len(c.points) == 0 {
		return
	}
	c.open()
	defer c.close()
	at := c.ruler(how)
	where := fmt.Sprintf("“%s”", study.Shorten(c.name, 100))
	for i := range c.selections {
		s := &c.selections[i]
		r, said := s.Range()
		if !said {
			continue
		}
		start, end, exact := at.span(r)
		if start > end {
			start, end = end, start
			found.add(Changed, where, "A passage ends before it begins; its ends were exchanged.")
		}
		if !exact {
			found.add(Changed, where, "A passage reaches beyond the end of its text, or cuts a character in two; it was drawn to where the text is.")
		}
		s.Start, s.End = &start, &end
	}
	for i := range c.points {
		if p := c.points[i].Position; p != nil {
			there, _ := at.point(*p)
			c.points[i].Position = &there
		}
	}
}
