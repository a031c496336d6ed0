package store

import "github.com/selvedge/selvedge/internal/study"

// Carried gives what came with a project and isn't shown, in order.
func (r Reader) Carried(project study.ID) (out []study.Carried, err error) {
	err = r.db.Table("carried").Where("project_id = ?", project).Order("position, id").Find(&out).Error
	return out, fail(err, "read what came along")
}

// CarriedRecord gives one of them.
func (r Reader) CarriedRecord(project, id study.ID) (c study.Carried, err error) {
	err = r.db.Table("carried").Where(byID, project, id).Take(&c).Error
	return c, fail(err, "read what came along")
}
