package store

import (
	"errors"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// Recordings gives the recordings of a project; of one source when source is not "".
func (r Reader) Recordings(project, source study.ID) (out []study.Recording, err error) {
	query := r.db.Table("recordings").Where("project_id = ?", project)
	if source != "" {
		query = query.Where("source_id = ?", source)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the recordings")
}

// Recording gives one recording.
func (r Reader) Recording(project, id study.ID) (x study.Recording, err error) {
	err = r.db.Table("recordings").Where(byID, project, id).Take(&x).Error
	return x, fail(err, "read the recording")
}

// RecordingOf gives the recording of a source; false when there is none.
func (r Reader) RecordingOf(project, source study.ID) (x study.Recording, found bool, err error) {
	err = r.db.Table("recordings").Where("project_id = ? AND source_id = ?", project, source).Take(&x).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return x, false, nil
	}
	return x, err == nil, fail(err, "read the recording")
}
