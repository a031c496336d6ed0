package store

import "github.com/selvedge/selvedge/internal/study"

// Variables gives a project's variables in order.
func (r Reader) Variables(project study.ID) (out []study.Variable, err error) {
	err = r.db.Table("variables").Where("project_id = ?", project).Order("position, id").Find(&out).Error
	return out, fail(err, "read the variables")
}

// Variable gives one variable.
func (r Reader) Variable(project, id study.ID) (v study.Variable, err error) {
	err = r.db.Table("variables").Where(byID, project, id).Take(&v).Error
	return v, fail(err, "read the variable")
}
