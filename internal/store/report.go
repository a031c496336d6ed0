package store

import "github.com/selvedge/selvedge/internal/study"

// Reports gives a project's reports by name.
func (r Reader) Reports(project study.ID) (out []study.Report, err error) {
	err = r.db.Table("reports").Where("project_id = ?", project).Order("name, id").Find(&out).Error
	return out, fail(err, "read the reports")
}

// Report gives one.
func (r Reader) Report(project, id study.ID) (one study.Report, err error) {
	err = r.db.Table("reports").Where(byID, project, id).Take(&one).Error
	return one, fail(err, "read the report")
}
