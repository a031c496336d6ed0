package publish

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"iter"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

//go:embed pages.html
var pagesText string

var pagesPage = pageOf(pagesText)

// PagesHTML writes one page that needs nothing else, for reading and for printing. Comments, which a
// web page has none of, stand under their excerpts.
func PagesHTML(w io.Writer, p Pages) error {
	out := bufio.NewWriterSize(w, 1<<16)
	view := pagesView{Policy: pagePolicy, Style: template.CSS(pageStyle), Title: p.title(), Contents: p.contents()}
	for _, part := range p.Parts {
		view.part(part)
	}
	err := pagesPage.Execute(out, &view)
	if err == nil {
		err = out.Flush()
	}
	return study.Wrap(err, "write HTML")
}

// pagesView is a report as the page shows it.
type pagesView struct {
	Policy    string
	Style     template.CSS
	Title     string
	Contents  []entry
	Parts     []partView
	Footnotes []noteView
}

type noteView struct {
	Number int
	Text   string
}

type partView struct {
	ID, Kind, Heading, Caption, Says, Problem, Notes, Style string
	Head                                                    template.HTML
	Parts                                                   []richPart
	Facts                                                   []string
	Groups                                                  []groupView
	Table                                                   *tableView
	Drawing                                                 template.HTML
	Codes                                                   []PagesCode
}

type groupView struct {
	Head        template.HTML
	Above, Says string
	Meanings    []Meaning
	Quotes      iter.Seq[quoteView]
}

type quoteView struct {
	Text        string
	Note        int
	Line        []string
	Codes, Memo string
}

type tableView struct {
	Heads     []string
	Top, Body []GridRow
}

func (v *pagesView) part(p PagesPart) {
	out := partView{ID: string(p.ID), Kind: p.Kind, Heading: cleanName(p.Heading), Says: clean(p.Says), Problem: clean(p.Problem), Style: p.Style,
		Parts: richParts(p.Blocks), Notes: clean(strings.Join(p.Notes, " ")), Codes: p.Codes}
	for _, fact := range p.Facts {
		out.Facts = append(out.Facts, clean(fact))
	}
	if p.captioned() {
		out.Caption = p.titled()
	} else {
		out.Head = headingHTML(out.ID, p.titled(), p.Level+1)
	}
	for i, g := range p.Groups {
		out.Groups = append(out.Groups, v.group(p, i, g))
	}
	if p.Table != nil {
		head := min(p.Table.HeadRows, len(p.Table.Rows))
		out.Table = &tableView{p.Table.Heads, p.Table.Rows[:head], p.Table.Rows[head:]}
	}
	if p.Picture != nil {
		drawn := strings.TrimPrefix(p.Picture.SVG, `<svg xmlns="http://www.w3.org/2000/svg"`)
		out.Drawing = template.HTML(`<svg role="img" aria-label="` + template.HTMLEscapeString(p.Picture.Alt) + `"` + drawn) // drawn by us, its texts escaped
	}
	v.Parts = append(v.Parts, out)
}

// headingHTML writes the element; a template can't vary the name of one.
func headingHTML(id, text string, level int) template.HTML {
	if text == "" {
		return ""
	}
	return template.HTML(fmt.Sprintf(`<h%d id="%s" dir="auto">%s</h%[1]d>`, min(level, 6), template.HTMLEscapeString(id), template.HTMLEscapeString(text)))
}

func (v *pagesView) group(p PagesPart, at int, g PagesGroup) groupView {
	out := groupView{Head: headingHTML(groupID(p, at), cleanName(g.Name), p.nested()+1), Above: cleanName(g.Above), Says: g.Says, Meanings: g.Meanings}
	out.Quotes = func(yield func(quoteView) bool) {
		for q := range g.Quotes.All() {
			if !yield(v.quote(p, q)) {
				return
			}
		}
	}
	return out
}

// quote is an excerpt as the page shows it. Its footnote comes to those before it.
func (v *pagesView) quote(p PagesPart, q PagesQuote) quoteView {
	out := quoteView{Text: strings.TrimSpace(clean(q.Text)), Line: q.line(), Memo: strings.TrimSpace(clean(q.Memo)), Codes: codesOf(q)}
	if p.Line == study.LineFootnote && len(out.Line) > 0 {
		out.Note = len(v.Footnotes) + 1
		v.Footnotes = append(v.Footnotes, noteView{out.Note, strings.Join(out.Line, between)})
		out.Line = nil
	}
	return out
}
