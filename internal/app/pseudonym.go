package app

import (
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Pseudonyms gives the names of a project with what stands for each. Only leads see them.
func (a *App) Pseudonyms(ctx context.Context, by study.Actor, project study.ID) ([]study.Named, error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).Pseudonyms(project)
}

// AddPseudonym lets something stand for a name. The texts change when it is applied.
func (a *App) AddPseudonym(ctx context.Context, by study.Actor, project study.ID, name, pseudonym string) (p study.Named, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return p, entry, err
	}
	entry, err = a.act(ctx, by, project, "added a pseudonym", func(tx *store.Tx) error {
		p = newNamed(tx, project, name, pseudonym)
		if err := checkNamed(tx, p); err != nil {
			return err
		}
		return tx.AddPseudonym(p)
	})
	return p, entry, err
}

func newNamed(tx *store.Tx, project study.ID, name, pseudonym string) study.Named {
	p := study.Pseudonym{ProjectID: project, ID: study.NewID(), Pseudonym: strings.TrimSpace(pseudonym), CreatedBy: tx.Actor(), CreatedAt: tx.Now(), Version: 1}
	return study.Named{Pseudonym: p, Name: strings.Join(strings.Fields(name), " ")}
}

func checkNamed(tx *store.Tx, p study.Named) error {
	if err := study.CheckName("name", p.Name); err != nil {
		return err
	}
	if err := p.Validate(); err != nil {
		return err
	}
	if strings.EqualFold(p.Name, p.Pseudonym.Pseudonym) {
		return study.FieldError("pseudonym", "A pseudonym must be something else than the name.")
	}
	list, err := tx.Pseudonyms(p.ProjectID)
	if slices.ContainsFunc(list, func(o study.Named) bool { return strings.EqualFold(o.Name, p.Name) && o.ID != p.ID }) {
		return study.FieldError("name", "There is a pseudonym for this name already.")
	}
	return err
}

// ChangePseudonym lets something else stand for a name. Where it was applied, the texts keep
// the former pseudonym. Seen is the version that was seen, or 0.
func (a *App) ChangePseudonym(ctx context.Context, by study.Actor, project, id study.ID, seen int, pseudonym string) (p study.Named, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return p, entry, err
	}
	entry, err = a.act(ctx, by, project, "changed a pseudonym", func(tx *store.Tx) error {
		if p, err = named(tx.Reader, project, id); err != nil {
			return err
		}
		p.Pseudonym, err = edit(tx, p.Pseudonym, seen, func(after *study.Pseudonym) error {
			after.Pseudonym = strings.TrimSpace(pseudonym)
			return checkNamed(tx, study.Named{Pseudonym: *after, Name: p.Name})
		})
		return err
	})
	return p, entry, err
}

// RemovePseudonym forgets what stands for a name. Texts stay as they are.
func (a *App) RemovePseudonym(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "removed a pseudonym", func(tx *store.Tx) error {
		p, err := named(tx.Reader, project, id)
		if err != nil {
			return err
		}
		return tx.Remove(p.Pseudonym)
	})
}

func named(r store.Reader, project, id study.ID) (study.Named, error) {
	list, err := r.Pseudonyms(project)
	if err != nil {
		return study.Named{}, err
	}
	i := slices.IndexFunc(list, func(p study.Named) bool { return p.ID == id })
	if i < 0 {
		return study.Named{}, study.Errorf(study.NotFound, "This pseudonym is not there any more.")
	}
	return list[i], nil
}

// SuggestPseudonyms finds names in the texts that have no pseudonym yet.
func (a *App) SuggestPseudonyms(ctx context.Context, by study.Actor, project study.ID) ([]study.NameFound, error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	sources, err := r.Sources(project, "")
	if err != nil {
		return nil, err
	}
	names := study.NewNames()
	for _, s := range sources {
		content, err := r.Content(s)
		if err != nil {
			return nil, err
		}
		names.Read(content.Text)
	}
	speakers, err := r.Speakers(project, "")
	if err != nil {
		return nil, err
	}
	for _, s := range speakers {
		names.Speaks(s.Name)
	}
	cases, err := r.Cases(project)
	if err != nil {
		return nil, err
	}
	for _, c := range cases {
		if c.Sort == study.Person {
			names.Speaks(c.Name)
		}
	}
	known, err := r.Pseudonyms(project)
	return names.Found(known), err
}
