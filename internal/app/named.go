package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/search"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// things is all of a kind in a project, with their texts as words are looked for in them.
type things struct {
	list  []study.NamedThing
	texts *search.Texts
}

func newThings(list []study.NamedThing) *things { return &things{list, search.NewTexts(textsOf(list))} }

// renewed is what is now, with the words of what didn't change as they were read before.
func (n *things) renewed(is *things) *things {
	return &things{is.list, n.texts.Renewed(textsOf(is.list))}
}

func textsOf(list []study.NamedThing) [][]string {
	texts := make([][]string, len(list))
	for i, one := range list {
		for _, t := range one.Texts {
			texts[i] = append(texts[i], t.Text)
		}
	}
	return texts
}

// newKeptNamed keeps the things of each kind in the order in which they are told of.
func newKeptNamed() map[string]*kept[*things] {
	out := map[string]*kept[*things]{}
	for kind, list := range map[string]func(r store.Reader, project study.ID) ([]study.NamedThing, error){
		study.Code{}.Kind(): namedCodes, study.Memo{}.Kind(): namedMemos, study.Source{}.Kind(): namedSources, study.Speaker{}.Kind(): namedSpeakers, study.Case{}.Kind(): namedCases,
	} {
		kept := newKept(4, func(r store.Reader, project, _ study.ID) (*things, error) {
			all, err := list(r, project)
			return newThings(all), err
		}, kind)
		kept.reuse = (*things).renewed
		out[kind] = kept
	}
	return out
}

func namedCodes(r store.Reader, project study.ID) (out []study.NamedThing, err error) {
	book, err := codebook(r, project)
	book.Walk(func(c study.Code, _ int) { out = append(out, c.Named()) })
	return out, err
}

func namedMemos(r store.Reader, project study.ID) ([]study.NamedThing, error) {
	list, err := r.Memos(project, "")
	return namedOf(list), err
}

func namedSources(r store.Reader, project study.ID) ([]study.NamedThing, error) {
	list, err := r.Sources(project, "")
	return namedOf(list), err
}

func namedSpeakers(r store.Reader, project study.ID) ([]study.NamedThing, error) {
	list, err := r.Speakers(project, "")
	slices.SortStableFunc(list, func(a, b study.Speaker) int { return cmp.Compare(study.Fold(a.Name), study.Fold(b.Name)) })
	return study.NamedSpeakers(list), err
}

func namedCases(r store.Reader, project study.ID) ([]study.NamedThing, error) {
	list, err := r.Cases(project)
	slices.SortStableFunc(list, func(a, b study.Case) int { return cmp.Compare(study.Fold(a.Name), study.Fold(b.Name)) })
	return namedOf(list), err
}

func namedOf[T interface{ Named() study.NamedThing }](list []T) []study.NamedThing {
	out := make([]study.NamedThing, len(list))
	for i, one := range list {
		out[i] = one.Named()
	}
	return out
}

// Named gives the things of whose names and descriptions a query holds, as far as it asks for
// words, by kind; kinds of which nothing was found are left out. A query that can't be read is
// Invalid, as in Search.
func (a *App) Named(ctx context.Context, by study.Actor, project study.ID, query string) ([]study.NamedHits, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	languages, err := languagesOf(r, project)
	if err != nil {
		return nil, err
	}
	words, err := search.ReadWordQuery(query, languages)
	if err != nil || words.Empty() {
		return nil, err
	}
	var out []study.NamedHits
	for _, kind := range study.NamedKinds {
		all, err := a.named[kind].read(r, project, project)
		if err != nil {
			return nil, err
		}
		hits, err := all.hits(words)
		if err != nil {
			return nil, err
		}
		if hits.Kind = kind; hits.Total > 0 {
			out = append(out, hits)
		}
	}
	return out, nil
}

// languagesOf gives the languages of a project's sources, each once.
func languagesOf(r store.Reader, project study.ID) (out []string, err error) {
	sources, err := r.Sources(project, "")
	for _, s := range sources {
		if !slices.Contains(out, s.Language) {
			out = append(out, s.Language)
		}
	}
	return out, err
}

// hits gives what is found, by its name before others.
func (n *things) hits(words search.WordQuery) (study.NamedHits, error) {
	found, err := n.texts.Find(words)
	slices.SortStableFunc(found, func(a, b search.InThing) int {
		return cmp.Compare(min(1, len(b.Marks[0])), min(1, len(a.Marks[0])))
	})
	out := study.NamedHits{Total: len(found)}
	for _, one := range found[:min(len(found), study.MostNamed)] {
		out.Items = append(out.Items, n.list[one.Thing].Hit(one.Marks))
	}
	return out, err
}
