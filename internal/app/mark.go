package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// marks is what cross-references of a project count: its codings, and what is said by whom.
type marks struct {
	codings, said []study.Mark
	places        placed
}

// newKeptVoices keeps who says what in the sources of a project, which takes longest to read.
func newKeptVoices() *kept[map[study.ID]*voices] {
	return newKept(4, readVoices, study.Source{}.Kind(), study.Speaker{}.Kind(), study.Tie{}.Kind(), study.Case{}.Kind())
}

func newKeptMarks(heard *kept[map[study.ID]*voices], all *coded) *kept[*marks] {
	return newKept(4, func(r store.Reader, project, _ study.ID) (*marks, error) {
		voices, err := heard.read(r, project, project)
		if err != nil {
			return nil, err
		}
		codings, _, err := all.read(r, project)
		if err != nil {
			return nil, err
		}
		return newMarks(r, project, voices, codings)
	}, study.Coding{}.Kind(), study.Passage{}.Kind(), study.Source{}.Kind(), study.Speaker{}.Kind(), study.Tie{}.Kind(), study.Case{}.Kind())
}

// voices knows of one source who says what, and whose words it is.
type voices struct {
	source   study.Source
	turns    []study.Turn
	words    *study.WordMap
	speakers map[study.ID]study.Speaker
	firms    map[study.ID]study.ID // of persons
	whole    []study.ID            // cases of the source
	each     map[study.ID][]study.ID
	passages []study.Tie
}

// placed are the passages that are tied to cases, by their ids.
type placed map[study.ID]study.Passage

func newMarks(r store.Reader, project study.ID, all map[study.ID]*voices, codings []store.CodedRange) (*marks, error) {
	var tied []study.ID
	for _, v := range all {
		for _, t := range v.passages {
			tied = append(tied, t.TargetID)
		}
	}
	places, err := r.PassagesOf(project, tied)
	if err != nil {
		return nil, err
	}
	out := &marks{codings: make([]study.Mark, 0, len(codings)), places: places}
	for _, c := range codings {
		if v := all[c.SourceID]; v != nil {
			m := v.mark(c.Range, places)
			m.Passage, m.Code, m.Coder, m.At = c.PassageID, c.CodeID, c.CoderID, c.At
			out.codings = append(out.codings, m)
		}
	}
	for _, v := range all {
		out.said = append(out.said, v.said(places)...)
	}
	return out, nil
}

func readVoices(r store.Reader, project, _ study.ID) (map[study.ID]*voices, error) {
	sources, err := r.Sources(project, "")
	if err != nil {
		return nil, err
	}
	firms, err := firmsOf(r, project)
	if err != nil {
		return nil, err
	}
	out := make(map[study.ID]*voices, len(sources))
	for _, s := range sources {
		content, err := r.Content(s)
		if err != nil {
			return nil, err
		}
		out[s.ID] = &voices{source: s, turns: content.Turns, words: study.NewWordMap(content.Text), speakers: map[study.ID]study.Speaker{}, firms: firms, each: map[study.ID][]study.ID{}}
	}
	speakers, err := r.Speakers(project, "")
	if err != nil {
		return nil, err
	}
	for _, s := range speakers {
		if v := out[s.SourceID]; v != nil {
			v.speakers[s.ID] = s
		}
	}
	return out, tieVoices(r, project, out)
}

func firmsOf(r store.Reader, project study.ID) (map[study.ID]study.ID, error) {
	cases, err := r.Cases(project)
	out := map[study.ID]study.ID{}
	for _, c := range cases {
		if c.FirmID != "" {
			out[c.ID] = c.FirmID
		}
	}
	return out, err
}

// tieVoices says of each source which cases it, its speakers and its passages belong to.
func tieVoices(r store.Reader, project study.ID, all map[study.ID]*voices) error {
	ties, err := r.Ties(project)
	for _, t := range standingTies(ties) {
		v := all[t.SourceID]
		switch {
		case v == nil:
		case t.TargetKind == "source":
			v.whole = append(v.whole, t.CaseID)
		case t.TargetKind == "speaker":
			v.each[t.TargetID] = append(v.each[t.TargetID], t.CaseID)
		default:
			v.passages = append(v.passages, t)
		}
	}
	return err
}

// mark gives a range with who says it and whose words it is.
func (v *voices) mark(of study.Range, places placed) study.Mark {
	m := study.Mark{Source: v.source.ID, Strand: v.source.StrandID, Range: of, Tied: slices.Clone(v.whole)}
	turns := study.TurnsIn(v.turns, of)
	if len(turns) > 0 {
		m.First, m.Last = turns[0].Index, turns[len(turns)-1].Index
	}
	for _, t := range turns {
		v.hear(&m, t.Speaker)
	}
	for _, t := range v.passages {
		if p, there := places[t.TargetID]; there && p.Overlaps(of) {
			m.Tied = append(m.Tied, t.CaseID)
		}
	}
	v.settle(&m)
	return m
}

// hear adds a speaker, and the cases whose words are the speaker's.
func (v *voices) hear(m *study.Mark, speaker study.ID) {
	s, there := v.speakers[speaker]
	if !there {
		return
	}
	names := &m.Speakers
	if s.Moderator {
		names = &m.Moderators
	}
	if !slices.Contains(*names, s.Name) {
		*names = append(*names, s.Name)
	}
	m.Tied = append(m.Tied, v.each[speaker]...)
}

// settle names each case once, and puts firms in place of their persons.
func (v *voices) settle(m *study.Mark) {
	slices.Sort(m.Tied)
	m.Tied = slices.Compact(m.Tied)
	for _, c := range m.Tied {
		if firm := v.firms[c]; firm != "" {
			c = firm
		}
		m.Cases = append(m.Cases, c)
	}
	slices.Sort(m.Cases)
	m.Cases = slices.Compact(m.Cases)
}

// said gives what each speaker says, what is said by nobody, and the passages of cases.
func (v *voices) said(places placed) (out []study.Mark) {
	heard := map[study.ID]bool{}
	for _, t := range v.turns {
		if heard[t.Speaker] {
			continue
		}
		heard[t.Speaker] = true
		m := study.Mark{Source: v.source.ID, Strand: v.source.StrandID, First: -1, Last: -1, Tied: slices.Clone(v.whole)}
		v.hear(&m, t.Speaker)
		v.settle(&m)
		out = append(out, m)
	}
	for _, t := range v.passages {
		if p, there := places[t.TargetID]; there {
			m := v.mark(p.Range, places)
			m.First, m.Last = -1, -1
			out = append(out, m)
		}
	}
	return out
}

// inTurns gives what is said in some turns, a mark a turn.
func (v *voices) inTurns(turns []int, places placed) (out []study.Mark) {
	if turns == nil {
		for _, t := range v.turns {
			out = append(out, v.mark(t.Range, places))
		}
	}
	for _, at := range turns {
		if at < len(v.turns) {
			out = append(out, v.mark(v.turns[at].Range, places))
		}
	}
	return out
}

// sieve is what a filter lets through, of what is said and of codings. What only moderators say
// stays out unless they count.
type sieve struct {
	study.Filter
	moderators bool
	codes      []study.ID // with those under them; nil when all are let through
	names      map[string]bool
	cases      study.CaseSet
	searched   study.TurnSet // nil when no saved search narrows
}

// sieveFor reads what a filter asks for.
func (a *App) sieveFor(ctx context.Context, r store.Reader, project study.ID, book *study.Codebook, f study.Filter, moderators bool) (s sieve, err error) {
	s = sieve{Filter: f, moderators: moderators, names: map[string]bool{}}
	if len(f.Codes) > 0 {
		s.codes = append([]study.ID{}, book.WithDescendants(f.Codes...)...)
	}
	for _, name := range f.Speakers {
		s.names[study.Fold(name)] = true
	}
	if s.cases, err = a.casesFor(r, project, f); err != nil {
		return s, err
	}
	s.searched, err = a.searchedTurns(ctx, r, project, f)
	return s, err
}

// lets says whether a mark goes through, by where it lies and who says it.
func (s *sieve) lets(m *study.Mark) bool {
	return (s.moderators || len(m.Speakers) > 0 || len(m.Moderators) == 0) && among(s.Strands, m.Strand) && among(s.Sources, m.Source) &&
		(s.searched == nil || s.searched.Has(m.Source, m.First, m.Last)) &&
		(len(s.names) == 0 || slices.ContainsFunc(s.voices(m), func(name string) bool { return s.names[study.Fold(name)] })) &&
		(!s.ByCase() || slices.ContainsFunc(m.Tied, func(c study.ID) bool { return s.cases[c] }))
}

// letsCoding says whether a coding goes through.
func (s *sieve) letsCoding(m *study.Mark) bool {
	return among(s.Coders, m.Coder) && (s.codes == nil || slices.Contains(s.codes, m.Code)) && s.lets(m)
}

// voices are the speakers that count.
func (s *sieve) voices(m *study.Mark) []string {
	if s.moderators {
		return slices.Concat(m.Speakers, m.Moderators)
	}
	return m.Speakers
}
