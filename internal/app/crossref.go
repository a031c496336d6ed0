package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CrossAsk says what is crossed and what is counted.
type CrossAsk struct {
	Rows, Columns string // codes, strands, sources, speakers, coders, or variable:Name; with ids or names behind a colon only these
	Count         string // of study: passages when it is empty
	Together      string // of study, of codes by codes: overlap when it is empty
	Turns         int    // at most so many apart, when together is near
	Alone         bool   // codes don't stand for those under them
	Moderators    bool   // what moderators say counts too
	Quotes        int    // at most so many in each cell; none when it is 0
	study.Filter
}

// CrossView is a cross-reference with what it takes to make it again.
type CrossView struct {
	study.CrossReference
	RowsOf    string       `json:"rowsOf"`
	ColumnsOf string       `json:"columnsOf"`
	Count     string       `json:"count"`
	Together  string       `json:"together,omitempty"`
	Quotes    [][][]Quoted `json:"quotes,omitempty" doc:"[row][column]: the first of what is behind each cell"`
	Says      []string     `json:"says" doc:"What is counted, and how it was narrowed"`
	Narrowed  []NarrowedBy `json:"narrowed,omitempty" doc:"By what it was narrowed"`
	Codebook  int          `json:"codebook" doc:"How many times the codebook had been changed"`
	Seq       int64        `json:"seq" doc:"The last change that is counted"`
	At        time.Time    `json:"at"`
}

// newKeptRevisions keeps how many times the codebook of a project was changed.
func newKeptRevisions() *kept[int] {
	return newKept(16, func(r store.Reader, project, _ study.ID) (int, error) {
		return r.EntriesThatChanged(project, study.Code{}.Kind())
	}, study.Code{}.Kind())
}

// mostHeads is how many rows and how many columns a cross-reference may have.
const mostHeads = 500

// crossing is a cross-reference while it is made.
type crossing struct {
	ask       CrossAsk
	r         store.Reader
	project   study.ID
	marks     *marks
	codings   []study.Mark // those that the filter lets through
	said      []study.Mark
	lines     *lines
	heard     map[study.ID]*voices // by source
	cases     []study.Case
	byID      map[study.ID]study.Case
	variables *study.VariableSet
	rows      study.Axis
	columns   study.Axis
	revision  int   // how many times the codebook had been changed
	seq       int64 // the last change that is counted

	found func(search study.ID) (study.TurnSet, error) // of a saved search
	sieve sieve
}

// CrossReference counts codings under rows and columns.
func (a *App) CrossReference(ctx context.Context, by study.Actor, project study.ID, ask CrossAsk) (CrossView, error) {
	x, err := a.crossing(ctx, by, project, ask)
	if err != nil {
		return CrossView{}, err
	}
	return x.view()
}

// crossing reads what a cross-reference is made of.
func (a *App) crossing(ctx context.Context, by study.Actor, project study.ID, ask CrossAsk) (*crossing, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	if err := ask.settle(); err != nil {
		return nil, err
	}
	x := &crossing{ask: ask, r: a.store.Read(ctx), project: project}
	var err error
	if x.seq, err = x.r.Seq(project); err != nil {
		return nil, err
	}
	if x.revision, err = a.books.read(x.r, project, project); err != nil {
		return nil, err
	}
	x.found = func(search study.ID) (study.TurnSet, error) { return a.turnsOfSearch(ctx, x.r, project, search) }
	if err := x.read(ctx, a); err != nil {
		return nil, err
	}
	if x.rows, err = x.axis("rows", ask.Rows); err != nil {
		return nil, err
	}
	x.columns, err = x.axis("columns", ask.Columns)
	return x, err
}

// view counts.
func (x *crossing) view() (CrossView, error) {
	ask := x.ask
	out := CrossView{RowsOf: ask.Rows, ColumnsOf: ask.Columns, Count: ask.Count, Together: ask.Together, Codebook: x.revision, Seq: x.seq, At: study.Now()}
	out.CrossReference = x.cross()
	out.Narrowed = x.lines.narrowedBy(ask.Filter)
	out.Says, out.Unasked = x.says(), x.unasked(out.CrossReference)
	if ask.Quotes > 0 {
		var err error
		if out.Quotes, err = x.quoted(); err != nil {
			return out, err
		}
	}
	return out, nil
}

func (x *crossing) cross() study.CrossReference {
	if x.ask.Together != "" {
		return x.counting().Together(x.rows, x.columns, x.ask.Together, x.ask.Turns)
	}
	return x.counting().Cross(x.rows, x.columns)
}

func (x *crossing) counting() study.Counting {
	return study.Counting{Count: x.ask.Count, Marks: x.codings, All: x.said, Words: x.words}
}

// settle fills in what was left open, and refuses what there is not.
func (c *CrossAsk) settle() error {
	set := func(to *string, usual string) {
		if *to == "" {
			*to = usual
		}
	}
	set(&c.Rows, "codes")
	set(&c.Columns, "strands")
	set(&c.Count, study.CountPassages)
	if isCodes(c.Rows) && isCodes(c.Columns) {
		set(&c.Together, study.TogetherOverlap)
	} else if c.Together != "" {
		return study.FieldError("together", "Only codes by codes can be together.")
	}
	if !slices.Contains([]string{study.CountPassages, study.CountSources, study.CountCases, study.CountWords}, c.Count) {
		return study.FieldError("count", "A cell counts passages, sources, cases or words.")
	}
	if c.Together != "" && c.Count == study.CountWords {
		return study.FieldError("count", "Where codes are together, a cell counts passages, sources or cases.")
	}
	if !slices.Contains([]string{"", study.TogetherOverlap, study.TogetherTurn, study.TogetherNear, study.TogetherSource}, c.Together) {
		return study.FieldError("together", "Codes are together by overlap, turn, near or source.")
	}
	if c.Quotes < 0 || c.Quotes > mostQuotes {
		return study.FieldError("quotes", "A cell holds at most %d passages.", mostQuotes)
	}
	if c.Turns < 0 || c.Turns > 100 {
		return study.FieldError("turns", "Near is 0 to 100 turns apart.")
	}
	return nil
}

func isCodes(axis string) bool { return kindOf(axis) == "codes" }

// read reads what the cross-reference is made of, and narrows it.
func (x *crossing) read(ctx context.Context, a *App) (err error) {
	if x.marks, err = a.marks.read(x.r, x.project, x.project); err != nil {
		return err
	}
	if x.lines, err = sourceLines(x.r, x.project); err != nil {
		return err
	}
	if err = x.lines.loadNamed(x.project, x.ask.Filter); err != nil {
		return err
	}
	if x.cases, err = a.cases.read(x.r, x.project, x.project); err != nil {
		return err
	}
	x.byID = make(map[study.ID]study.Case, len(x.cases))
	for _, c := range x.cases {
		x.byID[c.ID] = c
	}
	if x.heard, err = a.voices.read(x.r, x.project, x.project); err != nil {
		return err
	}
	if x.variables, err = variableSet(x.r, x.project); err != nil {
		return err
	}
	if x.sieve, err = a.sieveFor(ctx, x.r, x.project, x.lines.book, x.ask.Filter, x.ask.Moderators); err != nil {
		return err
	}
	x.narrow()
	return nil
}

// narrow keeps what the filter lets through.
func (x *crossing) narrow() {
	x.codings, x.said = make([]study.Mark, 0, len(x.marks.codings)), make([]study.Mark, 0, len(x.marks.said))
	for i := range x.marks.codings {
		if m := &x.marks.codings[i]; x.sieve.letsCoding(m) {
			x.codings = append(x.codings, *m)
		}
	}
	x.hear(x.marks.said)
	x.hearIn(x.sieve.searched)
}

// hear takes in what is said, as far as the filter lets it through.
func (x *crossing) hear(said []study.Mark) {
	for i := range said {
		if m := &said[i]; x.sieve.lets(m) {
			x.said = append(x.said, *m)
		}
	}
}

// hearIn takes in what is said in turns that searches found, turn by turn: all that somebody says in
// a source stands under no search. What is taken in twice is counted once.
func (x *crossing) hearIn(turns study.TurnSet) {
	for source, some := range turns {
		if v := x.heard[source]; v != nil {
			x.hear(v.inTurns(some, x.marks.places))
		}
	}
}

// words counts the words of a range.
func (x *crossing) words(source study.ID, r study.Range) int {
	if v := x.heard[source]; v != nil {
		return v.words.Count(r)
	}
	return 0
}

// says tells what is counted and how it was narrowed.
func (x *crossing) says() []string {
	what := map[string]string{study.CountPassages: "passages", study.CountSources: "sources", study.CountCases: "cases, of which a firm and its persons are one", study.CountWords: "words of coded passages, each once"}[x.ask.Count]
	out := []string{"Cells count " + what + "."}
	if x.ask.Together != "" {
		out = []string{"Cells count " + x.togetherInWords() + "."}
	}
	if x.ask.Alone {
		out = append(out, "Codes stand for themselves, without the codes under them.")
	} else {
		out = append(out, "A code stands for the codes under it too.")
	}
	if x.ask.Moderators {
		out = append(out, "What moderators say is counted.")
	} else {
		out = append(out, "What only moderators say is left out.")
	}
	if narrowed := x.lines.inWords(x.ask.Filter); len(narrowed) > 0 {
		out = append(out, "Narrowed to "+strings.Join(narrowed, "; ")+".")
	}
	return out
}

func (x *crossing) togetherInWords() string {
	where := map[string]string{study.TogetherOverlap: "where both codes overlap in the text", study.TogetherTurn: "with both codes in one turn", study.TogetherSource: "in which both codes are",
		study.TogetherNear: fmt.Sprintf("of both codes at most %d turns apart", x.ask.Turns)}[x.ask.Together]
	what := x.ask.Count
	if what == study.CountPassages {
		what = map[string]string{study.TogetherOverlap: "places", study.TogetherTurn: "turns", study.TogetherSource: "sources", study.TogetherNear: "pairs of passages"}[x.ask.Together]
	}
	return what + " " + where
}
