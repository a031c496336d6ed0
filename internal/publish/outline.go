package publish

import (
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// section is what a report says under one code. Only codes with quotes, or with such
// codes under them, have one.
type section struct {
	ID       study.ID
	Name     string
	Meanings []Meaning
	Count    int // quotes here and in all sections under it
	Quotes   []quote
	Under    []section
}

// Meaning is one part of what a code means; the definition has no label.
type Meaning struct {
	Label string `json:"label,omitempty"`
	Text  string `json:"text"`
}

// Meanings gives those parts that were written.
func Meanings(c study.Code) (out []Meaning) {
	for _, m := range []Meaning{{"", c.Definition}, {"Include when", c.Include}, {"Exclude when", c.Exclude}, {"Typical example", c.Example}, {"Near miss", c.NearMiss}} {
		if m.Text = strings.TrimSpace(clean(m.Text)); m.Text != "" {
			out = append(out, m)
		}
	}
	return out
}

// quote is an excerpt as it is read, free of what a document can't hold.
type quote struct {
	Text string
	Line []string // the source line, part by part
	Memo string
}

// outline groups the excerpts by code in the codebook's order.
func outline(r Report) []section {
	byCode := map[study.ID][]quote{}
	for _, e := range r.Excerpts {
		byCode[e.Code] = append(byCode[e.Code], read(e))
	}
	book := r.Codebook
	if book == nil {
		book = study.NewCodebook(nil)
	}
	return append(under(book, "", byCode), leftOver(r.Excerpts, byCode)...)
}

// under takes out of byCode what belongs to the codes under a parent.
func under(book *study.Codebook, parent study.ID, byCode map[study.ID][]quote) (out []section) {
	for _, c := range book.Children(parent) {
		s := section{ID: c.ID, Name: cleanName(c.Name), Meanings: Meanings(c), Quotes: byCode[c.ID]}
		delete(byCode, c.ID)
		s.Under = under(book, c.ID, byCode)
		s.Count = len(s.Quotes)
		for _, u := range s.Under {
			s.Count += u.Count
		}
		if s.Count > 0 {
			out = append(out, s)
		}
	}
	return out
}

// leftOver keeps excerpts whose code the codebook doesn't hold, so that none is lost.
func leftOver(list []study.Excerpt, byCode map[study.ID][]quote) (out []section) {
	for _, e := range list {
		quotes := byCode[e.Code]
		if len(quotes) == 0 {
			continue
		}
		name := codeName(e.Path)
		if name == "" {
			name = "A code that is not in the codebook"
		}
		out = append(out, section{ID: e.Code, Name: name, Count: len(quotes), Quotes: quotes})
		delete(byCode, e.Code)
	}
	return out
}

func read(e study.Excerpt) quote {
	return quote{Text: strings.TrimSpace(clean(e.Text)), Line: sourceLine(e), Memo: strings.TrimSpace(clean(e.Memo))}
}

func codeName(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return cleanName(path[len(path)-1])
}
