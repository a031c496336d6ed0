package app

import (
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// lines knows what a source line is made of.
type lines struct {
	r        store.Reader
	book     *study.Codebook
	paths    map[study.ID][]string
	strands  map[study.ID]study.Strand
	sources  map[study.ID]study.Source
	place    map[study.ID]int // of codes, in order of the codebook
	order    map[study.ID]int // of sources, by strand and title
	speakers map[study.ID]string
	people   map[study.ID]string
	memos    map[study.ID]string // by passage; empty until loaded
	cases    map[study.ID]string // names; empty until loaded, as those of saved searches
	searches map[study.ID]string
}

func sourceLines(r store.Reader, project study.ID) (*lines, error) {
	l := &lines{r: r, paths: map[study.ID][]string{}, place: map[study.ID]int{}, strands: map[study.ID]study.Strand{}, sources: map[study.ID]study.Source{},
		order: map[study.ID]int{}, speakers: map[study.ID]string{}, people: map[study.ID]string{}}
	var err error
	if l.book, err = codebook(r, project); err != nil {
		return nil, err
	}
	l.book.Walk(func(c study.Code, _ int) { l.paths[c.ID], l.place[c.ID] = l.book.Path(c.ID), len(l.place) })
	for _, load := range []func(study.ID) error{l.loadSources, l.loadSpeakers, l.loadPeople} {
		if err := load(project); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *lines) loadSources(project study.ID) error {
	strands, err := l.r.Strands(project)
	if err != nil {
		return err
	}
	sources, err := l.r.Sources(project, "")
	for _, st := range strands {
		l.strands[st.ID] = st
		for _, s := range sources {
			if s.StrandID == st.ID {
				l.order[s.ID] = len(l.order)
				l.sources[s.ID] = s
			}
		}
	}
	return err
}

func (l *lines) loadSpeakers(project study.ID) error {
	list, err := l.r.Speakers(project, "")
	for _, s := range list {
		l.speakers[s.ID] = s.Name
	}
	return err
}

func (l *lines) loadPeople(project study.ID) error {
	list, err := l.r.Accounts()
	for _, p := range list {
		l.people[p.ID] = p.Name
	}
	return err
}

// loadMemos reads the memos of a project's passages, or of some of them: those that stand on a
// passage, and those that were linked to it.
func (l *lines) loadMemos(project study.ID, passages ...study.ID) error {
	l.memos = map[study.ID]string{}
	on, err := l.r.PassageMemos(project, "", passages...)
	if err != nil {
		return err
	}
	for _, m := range on {
		l.note(m.TargetID, m)
	}
	linked, err := l.r.MemosLinkedTo(project, "passage")
	for _, m := range linked {
		for _, to := range m.Chosen() {
			if to.Kind == "passage" && (len(passages) == 0 || slices.Contains(passages, to.ID)) {
				l.note(to.ID, m)
			}
		}
	}
	return err
}

// loadNamed reads what the cases and the saved searches of a filter are called.
func (l *lines) loadNamed(project study.ID, f study.Filter) error {
	l.cases, l.searches = map[study.ID]string{}, map[study.ID]string{}
	for _, id := range f.Cases {
		c, err := l.r.Case(project, id)
		if err != nil {
			return err
		}
		l.cases[id] = c.Name
	}
	for _, id := range f.Searches {
		s, err := l.r.SavedSearch(project, id)
		if err != nil {
			return err
		}
		l.searches[id] = s.Name
	}
	return nil
}

// note adds the words of a memo to those on a passage.
func (l *lines) note(passage study.ID, m study.Memo) {
	text := strings.TrimSpace(m.Title + "\n" + study.PlainText(study.ReadMarkdown(m.Body)))
	if before := l.memos[passage]; before != "" {
		text = before + "\n\n" + text
	}
	l.memos[passage] = text
}

func (l *lines) excerpt(c store.CodedRange) (study.Excerpt, error) {
	source := l.sources[c.SourceID]
	content, err := l.r.Content(source)
	if err != nil {
		return study.Excerpt{}, err
	}
	turns := study.TurnsIn(content.Turns, c.Range)
	code, _ := l.book.Code(c.CodeID)
	strand := l.strands[source.StrandID]
	e := study.Excerpt{Coding: c.ID, Passage: c.PassageID, Source: c.SourceID, Title: source.Title, Strand: strand.ID, StrandIs: strand.Name, Range: c.Range,
		Text: content.Slice(c.Range), Code: c.CodeID, Path: l.paths[c.CodeID], Color: code.Color, Coder: c.CoderID, CoderName: l.people[c.CoderID], At: c.At,
		CheckedAt: c.CheckedAt, Outdated: c.Outdated(code), Memo: l.memos[c.PassageID]}
	if len(turns) > 0 {
		e.Turn, e.FromMs = turns[0].Index, turns[0].FromMs
	}
	e.Speaker = strings.Join(l.namesIn(turns), ", ")
	return e, nil
}

// namesIn gives the speakers of some turns, each once.
func (l *lines) namesIn(turns []study.Turn) (names []string) {
	for _, t := range turns {
		if name := l.speakers[t.Speaker]; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// NarrowedBy is one of the things that something is narrowed to.
type NarrowedBy struct {
	By   string `json:"by" enum:"code,strand,source,coder,speaker,case,where,search"`
	Name string `json:"name" doc:"What it is called; empty for turns on which nothing is coded, and of where the condition"`
}

// narrowedBy names what a filter narrows to; cases and saved searches when they are loaded.
func (l *lines) narrowedBy(f study.Filter) (out []NarrowedBy) {
	put := func(by string, ids []study.ID, name func(study.ID) string) {
		for _, id := range ids {
			out = append(out, NarrowedBy{by, name(id)})
		}
	}
	put("code", f.Codes, func(id study.ID) string { return strings.Join(l.paths[id], " › ") })
	put("strand", f.Strands, func(id study.ID) string { return l.strands[id].Name })
	put("source", f.Sources, func(id study.ID) string { return l.sources[id].Title })
	put("coder", f.Coders, func(id study.ID) string { return l.people[id] })
	for _, name := range f.Speakers {
		out = append(out, NarrowedBy{"speaker", name})
	}
	put("case", f.Cases, func(id study.ID) string { return l.cases[id] })
	for _, condition := range f.Where {
		out = append(out, NarrowedBy{"where", condition})
	}
	put("search", f.Searches, func(id study.ID) string { return l.searches[id] })
	return out
}

// narrowedKinds begin what is said of each in a file.
var narrowedKinds = map[string]string{"code": "Code: ", "strand": "Strand: ", "source": "Source: ", "coder": "Coder: ", "speaker": "Speaker: ", "case": "Case: ", "where": "Cases with ", "search": "Found by: "}

// inWords says for a file what a filter narrows to.
func (l *lines) inWords(f study.Filter) (out []string) {
	for _, one := range l.narrowedBy(f) {
		said := narrowedKinds[one.By] + one.Name
		if one == (NarrowedBy{By: "code"}) {
			said = "Nothing coded yet"
		}
		out = append(out, said)
	}
	if f.Alone && len(f.Codes) > 0 {
		out = append(out, "Without the codes under them")
	}
	if f.Words != "" {
		out = append(out, "Words: "+f.Words)
	}
	if f.Outdated {
		out = append(out, "Coded before the definition changed")
	}
	if f.WithMemo {
		out = append(out, "With a memo")
	}
	return out
}
