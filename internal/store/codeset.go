package store

import "github.com/selvedge/selvedge/internal/study"

// CodeSets gives a project's sets of codes by name.
func (r Reader) CodeSets(project study.ID) (out []study.CodeSet, err error) {
	err = r.db.Table("code_sets").Where("project_id = ?", project).Order("name, id").Find(&out).Error
	return out, fail(err, "read the code sets")
}

// CodeSet gives one set.
func (r Reader) CodeSet(project, id study.ID) (s study.CodeSet, err error) {
	err = r.db.Table("code_sets").Where(byID, project, id).Take(&s).Error
	return s, fail(err, "read the code set")
}
