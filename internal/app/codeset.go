package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CodeSets gives a project's sets of codes by name, without the codes that are gone.
func (a *App) CodeSets(ctx context.Context, by study.Actor, project study.ID) ([]study.CodeSet, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	book, err := codebook(r, project)
	if err != nil {
		return nil, err
	}
	list, err := r.CodeSets(project)
	for i := range list {
		list[i].Codes = slices.DeleteFunc(list[i].Codes, func(id study.ID) bool { _, there := book.Code(id); return !there })
	}
	return list, err
}

// AddCodeSet keeps a set of codes under a name.
func (a *App) AddCodeSet(ctx context.Context, by study.Actor, project study.ID, s study.CodeSet) (study.CodeSet, study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return s, study.Entry{}, err
	}
	entry, err := a.act(ctx, by, project, "made a code set", func(tx *store.Tx) error {
		s.ProjectID, s.ID, s.CreatedBy, s.CreatedAt, s.Version = project, study.NewID(), by.Account.ID, tx.Now(), 1
		if err := checkSet(tx, project, &s, nil); err != nil {
			return err
		}
		return tx.Add(s)
	})
	return s, entry, err
}

// checkSet refuses a bad name and bad codes.
func checkSet(tx *store.Tx, project study.ID, s *study.CodeSet, held study.IDs) error {
	if err := s.Validate(); err != nil {
		return err
	}
	return checkCodes(tx, project, "codes", &s.Codes, held)
}

// checkCodes refuses codes that are not there, other than those that were held before; a code
// that is named twice is kept once.
func checkCodes(tx *store.Tx, project study.ID, field string, codes *study.IDs, held study.IDs) error {
	*codes = codes.Distinct()
	book, err := codebook(tx.Reader, project)
	if err != nil {
		return err
	}
	for _, id := range *codes {
		if _, there := book.Code(id); !there && !slices.Contains(held, id) {
			return study.FieldError(field, "One of the codes is not there any more.")
		}
	}
	return nil
}

// CodeSetChange is what can be changed about a set; nil leaves a field.
type CodeSetChange struct {
	Name  *string
	Codes *study.IDs
}

// ChangeCodeSet renames a set or changes what is in it. Seen is the version that was seen, or 0.
func (a *App) ChangeCodeSet(ctx context.Context, by study.Actor, project, id study.ID, seen int, c CodeSetChange) (after study.CodeSet, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return after, entry, err
	}
	entry, err = a.act(ctx, by, project, "changed a code set", func(tx *store.Tx) error {
		before, err := tx.CodeSet(project, id)
		if err != nil {
			return err
		}
		after, err = edit(tx, before, seen, func(after *study.CodeSet) error {
			set(&after.Name, c.Name)
			set(&after.Codes, c.Codes)
			return checkSet(tx, project, after, before.Codes)
		})
		return err
	})
	return after, entry, err
}

// RemoveCodeSet deletes a set; its codes stay.
func (a *App) RemoveCodeSet(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a code set", func(tx *store.Tx) error {
		s, err := tx.CodeSet(project, id)
		if err != nil {
			return err
		}
		return tx.Remove(s)
	})
}
