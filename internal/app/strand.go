package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Strands lists a project's strands in order.
func (a *App) Strands(ctx context.Context, by study.Actor, project study.ID) ([]study.Strand, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).Strands(project)
}

// AddStrand adds a strand at the end. Its id, position and version are set here.
func (a *App) AddStrand(ctx context.Context, by study.Actor, project study.ID, s study.Strand) (study.Strand, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return s, err
	}
	if s.Sort == "" {
		s.Sort = "interviews"
	}
	if err := s.Validate(); err != nil {
		return s, err
	}
	_, err := a.act(ctx, by, project, "added a strand", func(tx *store.Tx) error {
		others, err := tx.Strands(project)
		if err != nil {
			return err
		}
		s.ID, s.Position, s.Version = study.NewID(), len(others), 1
		return tx.Add(s)
	})
	return s, err
}

// StrandChange is what can be changed about a strand; nil leaves a field.
type StrandChange struct {
	Name, Question, Sort *string
	Position             *int
	Asked                *study.IDs // codes that its interview guide asks about
}

// ChangeStrand changes a strand. Seen is the version that was seen, or 0.
func (a *App) ChangeStrand(ctx context.Context, by study.Actor, project, id study.ID, seen int, c StrandChange) (after study.Strand, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return after, err
	}
	_, err = a.act(ctx, by, project, "changed a strand", func(tx *store.Tx) error {
		before, err := tx.Strand(project, id)
		if err != nil {
			return err
		}
		after, err = edit(tx, before, seen, func(after *study.Strand) error {
			set(&after.Name, c.Name)
			set(&after.Question, c.Question)
			set(&after.Sort, c.Sort)
			set(&after.Position, c.Position)
			set(&after.Asked, c.Asked)
			if err := checkCodes(tx, project, "asked", &after.Asked, before.Asked); err != nil {
				return err
			}
			return after.Validate()
		})
		return err
	})
	return after, err
}

// RemoveStrand removes a strand that holds no sources.
func (a *App) RemoveStrand(ctx context.Context, by study.Actor, project, id study.ID) error {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return err
	}
	_, err := a.act(ctx, by, project, "removed a strand", func(tx *store.Tx) error {
		s, err := tx.Strand(project, id)
		if err != nil {
			return err
		}
		sources, err := tx.Sources(project, id)
		if err != nil {
			return err
		}
		if len(sources) > 0 {
			return study.Errorf(study.Conflict, "“%s” still holds %d sources: move or delete them first.", s.Name, len(sources))
		}
		if err := removeMemos(tx, project, id); err != nil {
			return err
		}
		return tx.Remove(s)
	})
	return err
}
