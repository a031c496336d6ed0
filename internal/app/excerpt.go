package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Excerpts gives the coded passages that a filter lets through, in order of strand,
// source and text, with their source lines. Codes stand for their descendants too.
func (a *App) Excerpts(ctx context.Context, by study.Actor, project study.ID, f study.Filter) ([]study.Excerpt, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	lines, err := sourceLines(r, project)
	if err != nil {
		return nil, err
	}
	if len(f.Codes) > 0 {
		if f.Codes = lines.book.WithDescendants(f.Codes...); len(f.Codes) == 0 {
			return []study.Excerpt{}, nil
		}
	}
	ranges, err := r.CodedRanges(project, f)
	if err != nil {
		return nil, err
	}
	out := make([]study.Excerpt, 0, len(ranges))
	for _, c := range ranges {
		e, err := lines.excerpt(c)
		if err != nil {
			return nil, err
		}
		if spokenBy(e, f.Speakers) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, lines.inOrder)
	return out, nil
}

// SortedExcerpts gives the same in another order: "code" as in the codebook, "coder" by name,
// "recent" the newest first, "length" the longest first, else as in the texts. What is equal
// stays in order of the text.
func (a *App) SortedExcerpts(ctx context.Context, by study.Actor, project study.ID, f study.Filter, order string) ([]study.Excerpt, error) {
	list, err := a.Excerpts(ctx, by, project, f)
	if err != nil {
		return nil, err
	}
	switch order {
	case "code":
		book, err := codebook(a.store.Read(ctx), project)
		if err != nil {
			return nil, err
		}
		place := map[study.ID]int{}
		book.Walk(func(c study.Code, _ int) { place[c.ID] = len(place) })
		slices.SortStableFunc(list, func(x, y study.Excerpt) int { return place[x.Code] - place[y.Code] })
	case "coder":
		slices.SortStableFunc(list, func(x, y study.Excerpt) int {
			return cmp.Or(strings.Compare(x.CoderName, y.CoderName), strings.Compare(string(x.Coder), string(y.Coder)))
		})
	case "recent":
		slices.SortStableFunc(list, func(x, y study.Excerpt) int { return y.At.Compare(x.At) })
	case "length":
		slices.SortStableFunc(list, func(x, y study.Excerpt) int { return (y.End - y.Start) - (x.End - x.Start) })
	}
	return list, nil
}

func spokenBy(e study.Excerpt, names []string) bool {
	return len(names) == 0 || slices.ContainsFunc(names, func(n string) bool {
		return slices.ContainsFunc(strings.Split(e.Speaker, ", "), func(s string) bool { return strings.EqualFold(s, n) })
	})
}

// lines knows what a source line is made of.
type lines struct {
	r        store.Reader
	book     *study.Codebook
	paths    map[study.ID][]string
	strands  map[study.ID]study.Strand
	sources  map[study.ID]study.Source
	order    map[study.ID]int // of sources, by strand and title
	speakers map[study.ID]string
	people   map[study.ID]string
	memos    map[study.ID]string // by passage
}

func sourceLines(r store.Reader, project study.ID) (*lines, error) {
	l := &lines{r: r, paths: map[study.ID][]string{}, strands: map[study.ID]study.Strand{}, sources: map[study.ID]study.Source{},
		order: map[study.ID]int{}, speakers: map[study.ID]string{}, people: map[study.ID]string{}, memos: map[study.ID]string{}}
	var err error
	if l.book, err = codebook(r, project); err != nil {
		return nil, err
	}
	l.book.Walk(func(c study.Code, _ int) { l.paths[c.ID] = l.book.Path(c.ID) })
	for _, load := range []func(study.ID) error{l.loadSources, l.loadSpeakers, l.loadPeople, l.loadMemos} {
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

func (l *lines) loadMemos(project study.ID) error {
	list, err := l.r.PassageMemos(project, "")
	for _, m := range list {
		text := strings.TrimSpace(m.Title + "\n" + study.PlainText(study.ReadMarkdown(m.Body)))
		if before := l.memos[m.TargetID]; before != "" {
			text = before + "\n\n" + text
		}
		l.memos[m.TargetID] = text
	}
	return err
}

func (l *lines) inOrder(x, y study.Excerpt) int { return l.order[x.Source] - l.order[y.Source] }

func (l *lines) excerpt(c store.CodedRange) (study.Excerpt, error) {
	source := l.sources[c.SourceID]
	content, err := l.r.Content(source)
	if err != nil {
		return study.Excerpt{}, err
	}
	code, _ := l.book.Code(c.CodeID)
	strand := l.strands[source.StrandID]
	e := study.Excerpt{Coding: c.ID, Passage: c.PassageID, Source: c.SourceID, Title: source.Title, Strand: strand.ID, StrandIs: strand.Name, Range: c.Range,
		Text: content.Slice(c.Range), Code: c.CodeID, Path: l.paths[c.CodeID], Color: code.Color, Coder: c.CoderID, CoderName: l.people[c.CoderID], At: c.At,
		CheckedAt: c.CheckedAt, Outdated: c.Coding.Outdated(code), Memo: l.memos[c.PassageID]}
	var names []string
	for i, t := range study.TurnsIn(content.Turns, c.Range) {
		if i == 0 {
			e.Turn, e.FromMs = t.Index, t.FromMs
		}
		if name := l.speakers[t.Speaker]; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	e.Speaker = strings.Join(names, ", ")
	return e, nil
}

// Report gathers what an export needs: the excerpts, the codebook they are ordered by,
// and in words what they were filtered by.
func (a *App) Report(ctx context.Context, by study.Actor, project study.ID, f study.Filter) (publish.Report, error) {
	list, err := a.Excerpts(ctx, by, project, f)
	if err != nil {
		return publish.Report{}, err
	}
	r := a.store.Read(ctx)
	p, err := r.Project(project)
	if err != nil {
		return publish.Report{}, err
	}
	l, err := sourceLines(r, project)
	if err != nil {
		return publish.Report{}, err
	}
	return publish.Report{Project: p.Name, Made: study.Now(), Filters: l.inWords(f), Excerpts: list, Codebook: l.book}, nil
}

func (l *lines) inWords(f study.Filter) (out []string) {
	for _, id := range f.Codes {
		out = append(out, "Code: "+strings.Join(l.paths[id], " › "))
	}
	for _, id := range f.Strands {
		out = append(out, "Strand: "+l.strands[id].Name)
	}
	for _, id := range f.Sources {
		out = append(out, "Source: "+l.sources[id].Title)
	}
	for _, id := range f.Coders {
		out = append(out, "Coder: "+l.people[id])
	}
	for _, name := range f.Speakers {
		out = append(out, "Speaker: "+name)
	}
	if f.Outdated {
		out = append(out, "Coded before the definition changed")
	}
	return out
}
