package store

import (
	"errors"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// Bookmarks gives bookmarks in text order: one person's when owner is not "", in one source
// when source is not "".
func (r Reader) Bookmarks(project, owner, source study.ID) (out []study.Bookmark, err error) {
	query := r.db.Table("bookmarks").Where("project_id = ?", project).Order("source_id, position, id")
	if owner != "" {
		query = query.Where("owner_id = ?", owner)
	}
	if source != "" {
		query = query.Where("source_id = ?", source)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the bookmarks")
}

// Bookmark gives one bookmark.
func (r Reader) Bookmark(project, id study.ID) (b study.Bookmark, err error) {
	err = r.db.Table("bookmarks").Where(byID, project, id).Take(&b).Error
	return b, fail(err, "read the bookmark")
}

// BookmarkAt finds the bookmark of the same owner at the same place; false when there is none.
func (r Reader) BookmarkAt(b study.Bookmark) (there study.Bookmark, found bool, err error) {
	err = r.db.Table("bookmarks").
		Where("project_id = ? AND source_id = ? AND position = ? AND owner_id = ?", b.ProjectID, b.SourceID, b.Position, b.OwnerID).Take(&there).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return there, false, nil
	}
	return there, err == nil, fail(err, "read the bookmark")
}
