package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Replacing says which names to replace, and where; empty lists stand for all.
type Replacing struct {
	Pseudonyms study.IDs `json:"pseudonyms,omitempty" doc:"Only these; all when empty"`
	Sources    study.IDs `json:"sources,omitempty" doc:"Only in these; everywhere when empty"`
	Except     []Place   `json:"except,omitempty" maxItems:"10000" doc:"Names to leave as they are"`
}

// Place is a position in a source.
type Place struct {
	Source study.ID `json:"source"`
	Start  int      `json:"start" doc:"Code point"`
}

// ReplacingPreview is every place where a name would be replaced.
type ReplacingPreview struct {
	Sources []NamesInSource `json:"sources"`
	Total   int             `json:"total" doc:"Places in the texts"`
	Shown   int             `json:"shown" doc:"Places listed here, the first of them"`
	Others  int             `json:"others" doc:"Titles, speakers, memos, codes, bookmarks, cases and variables with a name in them"`
}

// NamesInSource are the names found in one source, in text order.
type NamesInSource struct {
	Source study.ID    `json:"source"`
	Title  string      `json:"title"`
	Count  int         `json:"count"`
	Places []NamePlace `json:"places"`
}

// NamePlace is a name with the words around it.
type NamePlace struct {
	study.Replacement
	Before string `json:"before"`
	After  string `json:"after"`
}

const (
	mostPlaces = 2000 // listed in a preview
	aroundName = 60   // code points of context
)

// PreviewPseudonyms finds what ApplyPseudonyms would replace.
func (a *App) PreviewPseudonyms(ctx context.Context, by study.Actor, project study.ID, what Replacing) (out ReplacingPreview, err error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return out, err
	}
	r := a.store.Read(ctx)
	naming, err := what.naming(r, project)
	if err != nil {
		return out, err
	}
	out.Sources = []NamesInSource{}
	err = what.each(r, project, func(s study.Source, content *store.Content) error {
		if found := naming.Find(content.Text); len(found) > 0 {
			out.add(s, content, found)
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	out.Others, err = countReworded(r, project, naming.Replace)
	return out, err
}

func (p *ReplacingPreview) add(s study.Source, content *store.Content, found []study.Replacement) {
	one := NamesInSource{Source: s.ID, Title: s.Title, Count: len(found), Places: []NamePlace{}}
	for _, f := range found[:min(len(found), mostPlaces-p.Shown)] {
		before, after := content.Around(f.Range, aroundName)
		one.Places = append(one.Places, NamePlace{f, before, after})
	}
	p.Sources, p.Total, p.Shown = append(p.Sources, one), p.Total+one.Count, p.Shown+len(one.Places)
}

// naming are the pseudonyms that were chosen.
func (w Replacing) naming(r store.Reader, project study.ID) (*study.Naming, error) {
	list, err := r.Pseudonyms(project)
	if len(w.Pseudonyms) > 0 {
		list = slices.DeleteFunc(list, func(p study.Named) bool { return !slices.Contains(w.Pseudonyms, p.ID) })
	}
	return study.NewNaming(list), err
}

// each gives every source that was chosen, with its words.
func (w Replacing) each(r store.Reader, project study.ID, do func(study.Source, *store.Content) error) error {
	sources, err := r.Sources(project, "")
	if err != nil {
		return err
	}
	for _, s := range sources {
		if len(w.Sources) > 0 && !slices.Contains(w.Sources, s.ID) {
			continue
		}
		content, err := r.Content(s)
		if err != nil {
			return err
		}
		if err := do(s, content); err != nil {
			return err
		}
	}
	return nil
}

// ApplyPseudonyms replaces names in texts, as revisions of them, and in titles, speakers,
// memos, the codebook, bookmarks and cases, as one action. From then on the uploaded files and the
// former texts of those sources are for leads only.
func (a *App) ApplyPseudonyms(ctx context.Context, by study.Actor, project study.ID, what Replacing) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "replaced names", func(tx *store.Tx) error {
		naming, err := what.naming(tx.Reader, project)
		if err != nil {
			return err
		}
		err = what.each(tx.Reader, project, func(s study.Source, content *store.Content) error {
			return what.replace(tx, s, content, naming)
		})
		if err != nil {
			return err
		}
		_, err = reword(tx, project, naming.Replace)
		return err
	})
}

// replace writes a source's text anew where names were found in it.
func (w Replacing) replace(tx *store.Tx, s study.Source, content *store.Content, naming *study.Naming) error {
	var edits []study.Edit
	for _, f := range naming.Find(content.Text) {
		if !slices.Contains(w.Except, Place{s.ID, f.Start}) {
			edits = append(edits, study.Edit{Range: f.Range, Text: f.Is})
		}
	}
	if len(edits) == 0 {
		return nil
	}
	after, err := rewrite(tx, s, content, edits)
	if err != nil {
		return err
	}
	_, err = edit(tx, after, 0, func(after *study.Source) error {
		after.Withheld = true
		return nil
	})
	return err
}

// rewrite makes a revision of a source by edits that are known, and carries everything over.
func rewrite(tx *store.Tx, s study.Source, was *store.Content, edits []study.Edit) (study.Source, error) {
	carry, err := study.NewCarry(was.Positions, edits)
	if err != nil {
		return s, err
	}
	v, err := newRevising(tx.Reader, s, carry, carry.Turns(was.Turns))
	if err != nil {
		return s, err
	}
	if _, err := v.write(tx); err != nil {
		return s, err
	}
	return v.after, nil
}
