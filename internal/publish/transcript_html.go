package publish

import (
	"bufio"
	_ "embed"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

//go:embed transcript.html
var transcriptText string

//go:embed transcript.css
var transcriptStyle string

var transcriptPage = pageOf(transcriptText)

// TranscriptHTML writes a coded transcript as one page that needs nothing else: the turns with their
// numbers, coded passages in numbered brackets, stripes in the margin, and beside them what the numbers
// stand for. A browser without scripts can't be asked where a line ends, so stripes are as long as the
// words are likely to be; the brackets are exact.
func TranscriptHTML(w io.Writer, t Transcript) error {
	out := bufio.NewWriterSize(w, 1<<16)
	notes := t.notes()
	margin := t.margin(notes)
	turns, codes := t.printed(notes, margin), t.listed(nil, t.codes(), margin)
	style := pageStyle + transcriptStyle + margin.style()
	cover := newCover(titleOf(t), cleanName(t.Project), "", t.Made, t.facts()[1:])
	cover.Count = t.facts()[0]
	err := transcriptPage.Execute(out, transcriptView{cover, policyOf(style), template.CSS(style), turns, codes})
	if err == nil {
		err = out.Flush()
	}
	return study.Wrap(err, "write HTML")
}

type transcriptView struct {
	cover
	Policy string
	Style  template.CSS
	Turns  []turnView
	Codes  []codeView
}

type turnView struct {
	Turn
	Number         int
	Name, Time     string
	Pieces         []pieceView
	Stripes, Tails []stripeView
	Notes          []markView
}

// pieceView is either words or the bracket that opens or closes a passage.
type pieceView struct {
	Text          string
	Coded         bool
	Opens, Closes int
}

// markView is what a number in the text stands for.
type markView struct {
	Number int
	Codes  []codedView
	Memos  []string
}

// codedView is one code of a passage and who gave it.
type codedView struct {
	Class  string
	Above  string
	Name   string
	Coders string
	code   study.ID
}

type codeView struct {
	Class, Name, Count string
	Meanings           []Meaning
}

// note is a passage with all its codings, under one number.
type note struct {
	study.Range
	Codings []study.Excerpt
}

// notes gathers the codings of the same words, in the order of the text, longer ones first.
func (t Transcript) notes() (out []note) {
	ordered := slices.Clone(t.Excerpts)
	slices.SortStableFunc(ordered, func(x, y study.Excerpt) int {
		if x.Start != y.Start {
			return x.Start - y.Start
		}
		return y.End - x.End
	})
	for _, e := range ordered {
		if last := len(out) - 1; last >= 0 && out[last].Range == e.Range {
			out[last].Codings = append(out[last].Codings, e)
			continue
		}
		out = append(out, note{e.Range, []study.Excerpt{e}})
	}
	return out
}

// printed gives the turns with what stands beside them.
func (t Transcript) printed(notes []note, m margin) []turnView {
	passages := t
	passages.Excerpts = nil
	for _, n := range notes {
		passages.Excerpts = append(passages.Excerpts, study.Excerpt{Range: n.Range})
	}
	out := make([]turnView, len(t.Turns))
	open := 0
	for i, borders := range passages.borders() {
		turn := t.Turns[i]
		view := turnView{Turn: turn, Number: i + 1, Name: cleanName(turn.Speaker), Stripes: m.stripes[i], Tails: m.tails[i]}
		if turn.FromMs != nil {
			view.Time = clock(*turn.FromMs)
		}
		view.Pieces, open = pieces(turn, borders, open)
		for _, b := range borders {
			if b.Opens {
				view.Notes = append(view.Notes, m.mark(b.Note+1, notes[b.Note]))
			}
		}
		out[i] = view
	}
	return out
}

// pieces cuts a turn at the borders of its passages; open counts those that are open before it, and
// after it.
func pieces(t Turn, borders []border, open int) ([]pieceView, int) {
	text := study.NewPositions(t.Text)
	var out []pieceView
	at := 0
	words := func(end int) {
		if said := clean(text.Slice(study.Range{Start: at, End: end})); said != "" {
			out = append(out, pieceView{Text: said, Coded: open > 0})
		}
		at = end
	}
	for _, b := range borders {
		words(b.At)
		if b.Opens {
			open++
			out = append(out, pieceView{Opens: b.Note + 1})
		} else {
			open--
			out = append(out, pieceView{Closes: b.Note + 1})
		}
	}
	words(t.End - t.Start)
	return out, open
}

// mark says what a passage was coded with, by whom, and what was thought of it.
func (m margin) mark(number int, n note) markView {
	out := markView{Number: number}
	for _, e := range n.Codings {
		if memo := strings.TrimSpace(clean(e.Memo)); memo != "" && !slices.Contains(out.Memos, memo) {
			out.Memos = append(out.Memos, memo)
		}
		coder := cleanName(e.CoderName)
		if at := slices.IndexFunc(out.Codes, func(c codedView) bool { return c.code == e.Code }); at >= 0 {
			out.Codes[at].Coders += ", " + coder
			continue
		}
		above, name := pathNames(e)
		out.Codes = append(out.Codes, codedView{m.class(e.Color), above, name, coder, e.Code})
	}
	return out
}

// pathNames gives the names above a code, and its own.
func pathNames(e study.Excerpt) (above, name string) {
	names := strings.Split(noteText(e)[0], " › ")
	return strings.Join(names[:len(names)-1], " › "), names[len(names)-1]
}

// listed are the codes that were used, by their paths.
func (t Transcript) listed(above []string, codes []section, m margin) (out []codeView) {
	for _, c := range codes {
		path := append(above[:len(above):len(above)], c.Name)
		if len(c.Quotes) > 0 {
			out = append(out, codeView{m.class(t.color(c.ID)), strings.Join(path, " › "), many(len(c.Quotes), "coding"), c.Meanings})
		}
		out = append(out, t.listed(path, c.Under, m)...)
	}
	return out
}

func (t Transcript) color(code study.ID) study.Color {
	at := slices.IndexFunc(t.Excerpts, func(e study.Excerpt) bool { return e.Code == code })
	if at < 0 {
		return ""
	}
	return t.Excerpts[at].Color
}
