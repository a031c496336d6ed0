package store

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/selvedge/selvedge/internal/study"
)

// SavedSearches gives a project's saved searches by name.
func (r Reader) SavedSearches(project study.ID) (out []study.SavedSearch, err error) {
	err = r.db.Table("saved_searches").Where("project_id = ?", project).Order("name, id").Find(&out).Error
	return out, fail(err, "read the saved searches")
}

// SavedSearch gives one.
func (r Reader) SavedSearch(project, id study.ID) (s study.SavedSearch, err error) {
	err = r.db.Table("saved_searches").Where(byID, project, id).Take(&s).Error
	return s, fail(err, "read the saved search")
}

// SearchLook gives what somebody found when they last looked at a saved search; false when they
// never did.
func (r Reader) SearchLook(project, search, account study.ID) (l study.SearchLook, there bool, err error) {
	err = r.db.Table("search_looks").Where("project_id = ? AND search_id = ? AND account_id = ?", project, search, account).Take(&l).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return l, false, nil
	}
	return l, err == nil, fail(err, "read what was found before")
}

// KeepLook keeps what somebody found, in place of what they found before.
func (tx *Tx) KeepLook(l study.SearchLook) error {
	over := clause.OnConflict{Columns: []clause.Column{{Name: "project_id"}, {Name: "search_id"}, {Name: "account_id"}}, DoUpdates: clause.AssignmentColumns([]string{"at", "total", "hits"})}
	return fail(tx.db.Table("search_looks").Clauses(over).Create(&l).Error, "keep what was found")
}

// ForgetLooks drops what everyone found when they last looked at saved searches, since the prints
// could tell words that are erased; when they looked and how many turns they saw stays.
func (tx *Tx) ForgetLooks(project study.ID) error {
	return fail(tx.db.Table("search_looks").Where("project_id = ?", project).UpdateColumn("hits", "").Error, "forget what was found")
}
