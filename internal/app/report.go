package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Reports gives a project's reports by name.
func (a *App) Reports(ctx context.Context, by study.Actor, project study.ID) ([]study.Report, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).Reports(project)
}

// AddReport keeps a report under a name, for everyone in the project. Parts without an id get one.
func (a *App) AddReport(ctx context.Context, by study.Actor, project study.ID, report study.Report) (study.Report, study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return report, study.Entry{}, err
	}
	entry, err := a.act(ctx, by, project, "made a report", func(tx *store.Tx) error {
		there, err := tx.Reports(project)
		if err != nil {
			return err
		}
		if len(there) >= study.MaxReports {
			return study.Errorf(study.TooLarge, "A project keeps at most %d reports.", study.MaxReports)
		}
		report = report.Identified()
		report.ProjectID, report.ID, report.CreatedBy, report.CreatedAt, report.Version = project, study.NewID(), by.Account.ID, tx.Now(), 1
		if err := report.Validate(); err != nil {
			return err
		}
		return tx.Add(report)
	})
	return report, entry, err
}

// ReportChange is what can be changed about a report; nil leaves a field.
type ReportChange struct {
	Name  *string
	Parts *study.ReportParts
}

// ChangeReport renames a report or changes its parts. Seen is the version that was seen, or 0.
func (a *App) ChangeReport(ctx context.Context, by study.Actor, project, id study.ID, seen int, c ReportChange) (after study.Report, entry study.Entry, err error) {
	return a.changeReport(ctx, by, project, id, seen, func(report *study.Report) {
		set(&report.Name, c.Name)
		set(&report.Parts, c.Parts)
	})
}

// AddReportPart puts a part at the end of a report, before its lists of sources and codes.
func (a *App) AddReportPart(ctx context.Context, by study.Actor, project, id study.ID, part study.ReportPart) (after study.Report, entry study.Entry, err error) {
	return a.changeReport(ctx, by, project, id, 0, func(report *study.Report) {
		at := len(report.Parts)
		for at > 0 && slices.Contains([]string{study.PartSources, study.PartCodebook}, report.Parts[at-1].Sort) {
			at--
		}
		report.Parts = slices.Insert(slices.Clone(report.Parts), at, part)
	})
}

// PickForReport puts passages at the end of those that were picked for a part of a report, each once,
// and gives how many of them are new there.
func (a *App) PickForReport(ctx context.Context, by study.Actor, project, id, part study.ID, passages study.IDs) (after study.Report, added int, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return after, 0, entry, err
	}
	entry, err = a.act(ctx, by, project, "added excerpts to a report", func(tx *store.Tx) error {
		if after, err = tx.Report(project, id); err != nil {
			return err
		}
		picked, n, err := after.WithPicked(part, passages)
		if err != nil || n == 0 {
			return err
		}
		if err := allThere(tx, project, passages); err != nil {
			return err
		}
		added = n
		after, err = edit(tx, after, 0, func(report *study.Report) error {
			report.Parts = picked.Parts
			return report.Validate()
		})
		return err
	})
	return after, added, entry, err
}

// allThere refuses passages that a project doesn't have, or no longer has.
func allThere(tx *store.Tx, project study.ID, passages study.IDs) error {
	there, err := tx.PassagesOf(project, passages)
	if err != nil {
		return err
	}
	gone := 0
	for _, id := range passages {
		if _, is := there[id]; !is {
			gone++
		}
	}
	if gone > 0 {
		return study.Errorf(study.NotFound, "Some of these excerpts are not there any more (%d). Choose again among those that are.", gone)
	}
	return nil
}

func (a *App) changeReport(ctx context.Context, by study.Actor, project, id study.ID, seen int, change func(*study.Report)) (after study.Report, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return after, entry, err
	}
	entry, err = a.act(ctx, by, project, "changed a report", func(tx *store.Tx) error {
		before, err := tx.Report(project, id)
		if err != nil {
			return err
		}
		after, err = edit(tx, before, seen, func(after *study.Report) error {
			change(after)
			*after = after.Identified()
			return after.Validate()
		})
		return err
	})
	return after, entry, err
}

// RemoveReport deletes a report; what it quotes stays.
func (a *App) RemoveReport(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a report", func(tx *store.Tx) error {
		report, err := tx.Report(project, id)
		if err != nil {
			return err
		}
		return tx.Remove(report)
	})
}
