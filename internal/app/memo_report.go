package app

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// MemoReport gathers what an export of memos needs: the memos that a filter lets through,
// grouped by what they stand on, and in words what they were filtered by.
func (a *App) MemoReport(ctx context.Context, by study.Actor, project study.ID, f study.MemoFilter) (publish.MemoReport, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return publish.MemoReport{}, err
	}
	list, about, err := memos(a.store.Read(ctx), project, f)
	if err != nil {
		return publish.MemoReport{}, err
	}
	slices.SortStableFunc(list, about.standing())
	out := publish.MemoReport{Project: about.project.Name, Made: study.Now(), Filters: about.memoFilterInWords(f)}
	for _, v := range list {
		m, err := about.published(v)
		if err != nil {
			return publish.MemoReport{}, err
		}
		out.Memos = append(out.Memos, m)
	}
	return out, nil
}

// standing orders memos by what they stand on: the project, strands, sources with the
// words in them, codes; each in its own order.
func (a *aboutMemos) standing() func(x, y MemoView) int {
	places := maps.Clone(a.order)
	for id, s := range a.strands {
		places[id] = s.Position
	}
	a.book.Walk(func(c study.Code, _ int) { places[c.ID] = len(places) })
	kinds := map[string]int{"project": 0, "strand": 1, "source": 2, "passage": 2, "code": 3, "case": 4}
	return func(x, y MemoView) int {
		sourceOf := func(v MemoView) study.ID { return cmp.Or(a.sourceOf(v.Target()), v.TargetID) }
		return cmp.Or(kinds[x.TargetKind]-kinds[y.TargetKind], places[sourceOf(x)]-places[sourceOf(y)],
			startOf(x)-startOf(y), x.CreatedAt.Compare(y.CreatedAt))
	}
}

// startOf is where the words begin that a memo is on; those on a source itself come before all.
func startOf(v MemoView) int {
	if v.On == nil {
		return -1
	}
	return v.On.Start
}

func (a *aboutMemos) published(v MemoView) (m publish.Memo, err error) {
	group, err := a.group(v)
	if err != nil {
		return m, err
	}
	m = publish.Memo{Memo: v.Memo, Author: a.people[v.AuthorID], Group: group, Strand: a.strands[a.strandOf(v.Target())].Name, Source: a.sources[a.sourceOf(v.Target())].Title}
	for _, t := range v.Linked {
		m.Linked = append(m.Linked, a.linkInWords(t))
	}
	if p, there := a.passages[v.TargetID]; there {
		e, err := a.excerpt(store.CodedRange{Coding: study.Coding{PassageID: p.ID, SourceID: p.SourceID}, Range: p.Range})
		if err != nil {
			return m, err
		}
		m.On = &e
	}
	return m, nil
}

// group names what a memo stands on; words are grouped under their source.
func (a *aboutMemos) group(v MemoView) (string, error) {
	if v.On != nil {
		return "Source: " + a.sources[v.On.Source].Title, nil
	}
	switch v.TargetKind {
	case "strand":
		return "Strand: " + a.strands[v.TargetID].Name, nil
	case "source":
		return "Source: " + a.sources[v.TargetID].Title, nil
	case "code":
		return "Code: " + strings.Join(a.paths[v.TargetID], " › "), nil
	case "case":
		t, err := a.thing(v.Target())
		return "Case: " + t.Name, err
	}
	return "The project", nil
}

// shownWords is how much of a passage's words is told of a link to it, in code points.
const shownWords = 80

func (a *aboutMemos) linkInWords(t Thing) string {
	switch {
	case t.Gone:
		return "a " + t.Kind + " that is gone"
	case t.Words != nil:
		return "“" + study.Shorten(strings.Join(strings.Fields(t.Words.Text), " "), shownWords) + "” in " + a.sources[t.Words.Source].Title
	case t.Kind == "code":
		return "Code: " + strings.Join(a.paths[t.ID], " › ")
	case t.Kind == "project":
		return "The project"
	}
	return strings.ToUpper(t.Kind[:1]) + t.Kind[1:] + ": " + t.Name
}

func (a *aboutMemos) memoFilterInWords(f study.MemoFilter) []string {
	var out []string
	if f.Text != "" {
		out = append(out, "Words: "+f.Text)
	}
	for _, kind := range f.Kinds {
		out = append(out, "Kind: "+kind)
	}
	for _, kind := range f.On {
		out = append(out, "Stands on: "+kind)
	}
	for _, id := range f.Authors {
		out = append(out, "Author: "+a.people[id])
	}
	return append(out, a.inWords(study.Filter{Strands: f.Strands, Sources: f.Sources, Codes: f.Codes})...)
}
