package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CaseDetail is a case with all that belongs to it. What persons said counts for their firm too.
type CaseDetail struct {
	CaseView
	FirmName string     `json:"firmName,omitempty"`
	Persons  []CaseName `json:"persons" doc:"Of a firm: who belongs to it, by name"`
	Tied     []TieView  `json:"tied" doc:"What is tied to it, and to its persons; the oldest first"`
	Words    int        `json:"words" doc:"Of all that is tied, each counted once"`
	Turns    int        `json:"turns"`
	Passages int        `json:"passages" doc:"That reach into what is tied"`
	Codings  int        `json:"codings"`
	Codes    []CodeUse  `json:"codes" doc:"With what it is coded, the most frequent first"`
	Memos    []MemoView `json:"memos" doc:"That are about the case, the newest first"`

	Responses []CaseResponse `json:"responses" doc:"What it answered in surveys"`
}

// CaseName names a case.
type CaseName struct {
	ID   study.ID `json:"id"`
	Name string   `json:"name"`
}

// CodeUse is how many codings have a code.
type CodeUse struct {
	Code  study.ID `json:"code"`
	Count int      `json:"count"`
}

// TieView is a tie with what is tied, and how much that is.
type TieView struct {
	study.Tie
	Title    string       `json:"title" doc:"Of the source"`
	Strand   study.ID     `json:"strand"`
	Speaker  string       `json:"speaker,omitempty" doc:"Name of the speaker"`
	Place    *study.Range `json:"place,omitempty" doc:"Of a passage"`
	Text     string       `json:"text,omitempty" doc:"Words of the passage"`
	Words    int          `json:"words"`
	Turns    int          `json:"turns"`
	Passages int          `json:"passages"`
	Codings  int          `json:"codings"`
}

// Case gives one case with its ties, codes and memos.
func (a *App) Case(ctx context.Context, by study.Actor, project, id study.ID) (out CaseDetail, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return out, err
	}
	r := a.store.Read(ctx)
	c, err := r.Case(project, id)
	if err != nil {
		return out, err
	}
	variables, err := variableSet(r, project)
	if err != nil {
		return out, err
	}
	if out.Memos, _, err = memos(r, project, study.MemoFilter{Target: id}); err != nil {
		return out, err
	}
	if out.Responses, err = responsesOf(r, c); err != nil {
		return out, err
	}
	own, err := r.TiesOf(project, id)
	if err != nil {
		return out, err
	}
	out.CaseView = viewCase(variables, c, len(standingTies(own)))
	ties, err := out.kin(r, c, own)
	if err != nil {
		return out, err
	}
	b, err := a.belongings(r, project)
	if err != nil {
		return out, err
	}
	return out, out.tell(b, standingTies(ties))
}

// kin names the firm of a person and the persons of a firm, and gives their ties too.
func (d *CaseDetail) kin(r store.Reader, c study.Case, own []study.Tie) ([]study.Tie, error) {
	d.Persons = []CaseName{}
	if c.FirmID != "" {
		firm, err := r.Case(c.ProjectID, c.FirmID)
		d.FirmName = firm.Name
		return own, err
	}
	persons, theirs, err := tiesOfPersons(r, c)
	for _, p := range persons {
		d.Persons = append(d.Persons, CaseName{p.ID, p.Name})
	}
	return append(own, theirs...), err
}

// tiesOfPersons gives the persons of a firm with their ties.
func tiesOfPersons(r store.Reader, firm study.Case) ([]study.Case, []study.Tie, error) {
	persons, err := r.PersonsOf(firm.ProjectID, firm.ID)
	if err != nil {
		return nil, nil, err
	}
	var ties []study.Tie
	for _, p := range persons {
		theirs, err := r.TiesOf(p.ProjectID, p.ID)
		if err != nil {
			return nil, nil, err
		}
		ties = append(ties, theirs...)
	}
	return persons, ties, nil
}

func (d *CaseDetail) tell(b *belongings, ties []study.Tie) error {
	d.Tied, d.Codes = []TieView{}, []CodeUse{}
	places := map[study.ID][]study.Range{}
	for _, t := range ties {
		view, ranges, err := b.view(t)
		if err != nil {
			return err
		}
		d.Tied = append(d.Tied, view)
		places[t.SourceID] = append(places[t.SourceID], ranges...)
	}
	uses := map[study.ID]int{}
	for source, ranges := range places {
		m, err := b.measure(source, study.Joined(ranges))
		if err != nil {
			return err
		}
		d.Words, d.Turns, d.Passages, d.Codings = d.Words+m.words, d.Turns+m.turns, d.Passages+m.passages, d.Codings+len(m.codes)
		for _, code := range m.codes {
			uses[code]++
		}
	}
	for code, n := range uses {
		d.Codes = append(d.Codes, CodeUse{code, n})
	}
	slices.SortFunc(d.Codes, func(x, y CodeUse) int {
		return cmp.Or(y.Count-x.Count, cmp.Compare(b.place[x.Code], b.place[y.Code]))
	})
	return nil
}

// belongings knows what is tied to cases.
type belongings struct {
	*lines
	project  study.ID
	coded    []store.CodedRange
	passages map[study.ID][]study.Passage // by source; those that were read
}

func (a *App) belongings(r store.Reader, project study.ID) (*belongings, error) {
	coded, _, err := a.coded.read(r, project)
	if err != nil {
		return nil, err
	}
	l, err := sourceLines(r, project)
	return &belongings{l, project, coded, map[study.ID][]study.Passage{}}, err
}

// view tells what is tied, and gives its places in the source, in text order.
func (b *belongings) view(t study.Tie) (v TieView, ranges []study.Range, err error) {
	source := b.sources[t.SourceID]
	v = TieView{Tie: t, Title: source.Title, Strand: source.StrandID}
	places, err := placesOf(b.r, b.project, b.sources, []study.Tie{t})
	if err != nil {
		return v, nil, err
	}
	ranges = places[t.SourceID]
	switch t.TargetKind {
	case "speaker":
		v.Speaker = b.speakers[t.TargetID]
	case "passage":
		content, err := b.r.Content(source)
		if err != nil {
			return v, nil, err
		}
		v.Place, v.Text = &ranges[0], content.Slice(ranges[0])
	}
	m, err := b.measure(t.SourceID, ranges)
	v.Words, v.Turns, v.Passages, v.Codings = m.words, m.turns, m.passages, len(m.codes)
	return v, ranges, err
}

// measured is how much some ranges of a source are.
type measured struct {
	words, turns, passages int
	codes                  []study.ID // of the codings that reach into them
}

// measure looks at ranges of a source that are in text order and apart.
func (b *belongings) measure(source study.ID, ranges []study.Range) (m measured, err error) {
	content, err := b.r.Content(b.sources[source])
	if err != nil {
		return m, err
	}
	passages, err := once(b.passages, source, func() ([]study.Passage, error) { return b.r.Passages(b.project, source) })
	if err != nil {
		return m, err
	}
	for _, r := range ranges {
		m.words += study.WordCount(content.Slice(r))
	}
	for _, t := range content.Turns {
		if study.Touches(t.Range, ranges) {
			m.turns++
		}
	}
	for _, p := range passages {
		if study.Touches(p.Range, ranges) {
			m.passages++
		}
	}
	for _, c := range b.coded {
		if c.SourceID == source && study.Touches(c.Range, ranges) {
			m.codes = append(m.codes, c.CodeID)
		}
	}
	return m, nil
}
