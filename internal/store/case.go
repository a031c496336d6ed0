package store

import (
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// Cases gives a project's cases, those made first at the head.
func (r Reader) Cases(project study.ID) (out []study.Case, err error) {
	err = r.db.Table("cases").Where("project_id = ?", project).Order("id").Find(&out).Error
	return out, fail(err, "read the cases")
}

// Case gives one case.
func (r Reader) Case(project, id study.ID) (c study.Case, err error) {
	err = r.db.Table("cases").Where(byID, project, id).Take(&c).Error
	return c, fail(err, "read the case")
}

// CasesOf gives those of some cases that are there, by id.
func (r Reader) CasesOf(project study.ID, ids []study.ID) (map[study.ID]study.Case, error) {
	out := make(map[study.ID]study.Case, len(ids))
	for some := range slices.Chunk(ids, chunk) {
		var list []study.Case
		if err := r.db.Table("cases").Where("project_id = ? AND id IN ?", project, some).Find(&list).Error; err != nil {
			return nil, fail(err, "read the cases")
		}
		for _, c := range list {
			out[c.ID] = c
		}
	}
	return out, nil
}

// PersonsOf gives the persons who belong to a firm.
func (r Reader) PersonsOf(project, firm study.ID) (out []study.Case, err error) {
	err = r.db.Table("cases").Where("project_id = ? AND firm_id = ?", project, firm).Order("name, id").Find(&out).Error
	return out, fail(err, "read the cases")
}

// CountCases is how many cases a project has.
func (r Reader) CountCases(project study.ID) (int, error) {
	var n int64
	err := r.db.Table("cases").Where("project_id = ?", project).Count(&n).Error
	return int(n), fail(err, "count the cases")
}

// CaseOfKey finds the case of a key, whatever its case; false when there is none.
func (r Reader) CaseOfKey(project study.ID, key string) (c study.Case, found bool, err error) {
	var list []study.Case
	err = r.db.Table("cases").Where("project_id = ? AND folded = ? AND folded <> ''", project, study.Fold(key)).Limit(1).Find(&list).Error
	if err != nil || len(list) == 0 {
		return c, false, fail(err, "read the case")
	}
	return list[0], true, nil
}
