package publish

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Pages is a report as it reads at one moment: all that stands in it, in order. The preview and
// every file are made of it.
type Pages struct {
	Report   study.ID    `json:"report"`
	Name     string      `json:"name"`
	Project  string      `json:"project"`
	Made     time.Time   `json:"made"` // UTC
	Codebook int         `json:"codebook" doc:"How many times the codebook had been changed"`
	Seq      int64       `json:"seq" doc:"The last change of the project that is in it"`
	Passages int         `json:"passages" doc:"Different excerpts in all parts"`
	Sources  int         `json:"sources" doc:"Sources they come from"`
	Parts    []PagesPart `json:"parts"`

	Codings   int         `json:"-"` // different ones on the excerpts
	Deepest   int         `json:"-"` // levels of the code that lies deepest of those
	Variables []string    `json:"-"` // of cases, as Values of excerpts have them
	Cases     []PagesCase `json:"-"` // all that say anything in the sources

	fault *error // why not all quotes could be read; see QuotesOf
}

// PagesPart is a part of a report as it reads.
type PagesPart struct {
	ID       study.ID      `json:"id"`
	Kind     string        `json:"kind"`
	Level    int           `json:"level" doc:"Of its heading, from 1"`
	Number   string        `json:"number,omitempty" doc:"Of its heading, table or figure: 3.1, or Table 3"`
	Heading  string        `json:"heading,omitempty"`
	Blocks   []study.Block `json:"blocks,omitempty" doc:"Words of one's own"`
	Facts    []string      `json:"facts,omitempty" doc:"On a title page, what the report is of"`
	Says     string        `json:"says,omitempty" doc:"How many excerpts of how many sources"`
	Groups   []PagesGroup  `json:"groups,omitempty"`
	Excerpts int           `json:"excerpts" doc:"Excerpts in its groups"`
	Line     string        `json:"line,omitempty" enum:"under,footnote,comment,none"`
	Style    string        `json:"style,omitempty" enum:"block,marks"`
	Table    *Grid         `json:"table,omitempty"`
	Picture  *PagesPicture `json:"picture,omitempty"`
	Codes    []PagesCode   `json:"codes,omitempty"`
	Notes    []string      `json:"notes,omitempty" doc:"How a table or picture is to be read"`
	Problem  string        `json:"problem,omitempty" doc:"Why there is nothing of it"`
}

// PagesGroup is excerpts that stand together; in a part that isn't grouped all of them.
type PagesGroup struct {
	Name     string    `json:"name,omitempty"`
	Above    string    `json:"above,omitempty" doc:"The codes over it"`
	Says     string    `json:"says,omitempty"`
	Meanings []Meaning `json:"meanings,omitempty"`
	Quotes   Quotes    `json:"quotes"`
}

// PagesQuote is an excerpt as it reads.
type PagesQuote struct {
	Passage study.ID `json:"passage"`
	Source  study.ID `json:"source"`
	study.Range
	Text  string   `json:"text"`
	Who   []string `json:"who,omitempty" doc:"Who says it, and what is known of them"`
	Title string   `json:"title,omitempty" doc:"Of the source; none where it isn't said whence excerpts come"`
	Where string   `json:"where,omitempty" doc:"The time, or the turn"`
	Coder string   `json:"coder,omitempty" doc:"In words: coded by Tom"`
	Memo  string   `json:"memo,omitempty"`
	Codes []string `json:"codes,omitempty" doc:"All codes on the words"`

	Codings []study.Excerpt `json:"-"`
	Cases   []PagesCase     `json:"-"` // whose words they are
	Values  []any           `json:"-"` // of Variables: texts and numbers, nil where there is none
}

// PagesCase is a case by its name.
type PagesCase struct {
	ID   study.ID
	Name string
}

// PagesCode is a code of a codebook.
type PagesCode struct {
	ID       study.ID  `json:"id"`
	Name     string    `json:"name"`
	Depth    int       `json:"depth"`
	Meanings []Meaning `json:"meanings,omitempty"`
	Says     string    `json:"says,omitempty"`
}

// PagesPicture is a picture, drawn, and what it shows for those who don't see it.
type PagesPicture struct {
	SVG string `json:"svg"`
	Alt string `json:"alt"`

	Drawing Drawing `json:"-"`
}

// line is the source line of an excerpt, part by part; none where it isn't said.
func (q PagesQuote) line() (out []string) {
	if q.Title == "" {
		return nil
	}
	for _, part := range append(q.Who[:len(q.Who):len(q.Who)], q.Title+", "+q.Where) {
		if part = cleanName(part); part != "" {
			out = append(out, part)
		}
	}
	if q.Coder != "" {
		out = append(out, cleanName(q.Coder))
	}
	return out
}

// Where says when words are said, or in which turn where no time is known.
func Where(turn int, fromMs *int) string {
	if fromMs != nil {
		return clock(*fromMs)
	}
	return "turn " + strconv.Itoa(turn+1)
}

// Many writes a number with its noun: 1 passage, 6,000 passages.
func Many(n int, noun string) string { return many(n, noun) }

// Among writes how many of how many: 9 of 27 sources.
func Among(n, of int, noun string) string { return figure(n) + " of " + many(of, noun) }

// entry is a heading of a report in its list of contents.
type entry struct {
	ID    string
	Level int
	Text  string
}

// titled is the heading of a part with its number.
func (p PagesPart) titled() string {
	heading := cleanName(p.Heading)
	if p.Number == "" || heading == "" {
		return strings.TrimSpace(p.Number + heading)
	}
	if p.captioned() {
		return p.Number + ". " + heading
	}
	return p.Number + "\u2002" + heading
}

// captioned says whether a part has a caption in place of a heading.
func (p PagesPart) captioned() bool {
	return p.Kind == study.PartTable || p.Kind == study.PartPicture
}

// contents are the headings of a report, but for that of the contents.
func (p Pages) contents() (out []entry) {
	for _, part := range p.Parts {
		if part.captioned() || part.Kind == study.PartTitle || part.Kind == study.PartContents {
			continue
		}
		if part.Heading != "" {
			out = append(out, entry{string(part.ID), part.Level, part.titled()})
		}
		for i, g := range part.Groups {
			if level := part.nested(); g.Name != "" && level <= contentsLevels {
				out = append(out, entry{groupID(part, i), level, cleanName(g.Name)})
			}
		}
	}
	return out
}

// contentsLevels is how deep headings are that stand in a list of contents.
const contentsLevels = 3

// groupID tells the heading of a group from others.
func groupID(p PagesPart, group int) string { return fmt.Sprintf("%s-%d", p.ID, group+1) }

// nested is the level of the headings of a part's groups, or its own where it has none.
func (p PagesPart) nested() int {
	if p.Heading == "" {
		return p.Level
	}
	return p.Level + 1
}

// title is what a document calls itself.
func (p Pages) title() string {
	for _, part := range p.Parts {
		if part.Kind == study.PartTitle && cleanName(part.Heading) != "" {
			return cleanName(part.Heading)
		}
	}
	return cleanName(p.Name)
}
