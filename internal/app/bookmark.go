package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Bookmarks gives the actor's own bookmarks in a source, or with source == "" in all, in
// text order.
func (a *App) Bookmarks(ctx context.Context, by study.Actor, project, source study.ID) ([]study.Bookmark, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).Bookmarks(project, by.Account.ID, source)
}

// AddBookmark marks a place for the actor. Marking it again changes nothing and gives what
// is there.
func (a *App) AddBookmark(ctx context.Context, by study.Actor, project study.ID, b study.Bookmark) (study.Bookmark, study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return b, study.Entry{}, err
	}
	b.ProjectID, b.ID, b.OwnerID = project, study.NewID(), by.Account.ID
	entry, err := a.act(ctx, by, project, "set a bookmark", func(tx *store.Tx) error {
		source, err := tx.Source(project, b.SourceID)
		if err != nil {
			return err
		}
		if err := b.Validate(source.Length); err != nil {
			return err
		}
		there, found, err := tx.BookmarkAt(b)
		if found || err != nil {
			b = there
			return err
		}
		b.CreatedAt = tx.Now()
		return tx.Add(b)
	})
	return b, entry, err
}

// NameBookmark gives one of the actor's bookmarks a name; "" takes it away.
func (a *App) NameBookmark(ctx context.Context, by study.Actor, project, id study.ID, name string) (after study.Bookmark, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return after, entry, err
	}
	entry, err = a.act(ctx, by, project, "named a bookmark", func(tx *store.Tx) error {
		before, err := ownBookmark(tx, by, project, id)
		if err != nil {
			return err
		}
		after = before
		after.Name = name
		if err := after.Validate(after.Position + 1); err != nil {
			return err
		}
		return tx.Set(before, after)
	})
	return after, entry, err
}

// RemoveBookmark takes one of the actor's bookmarks away.
func (a *App) RemoveBookmark(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "removed a bookmark", func(tx *store.Tx) error {
		b, err := ownBookmark(tx, by, project, id)
		if err != nil {
			return err
		}
		return tx.Remove(b)
	})
}

// ownBookmark reads a bookmark; another's is not there, since nobody else sees it.
func ownBookmark(tx *store.Tx, by study.Actor, project, id study.ID) (study.Bookmark, error) {
	b, err := tx.Bookmark(project, id)
	if err == nil && b.OwnerID != by.Account.ID {
		err = study.Errorf(study.NotFound, "There is no such bookmark.")
	}
	return b, err
}
