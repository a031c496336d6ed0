package store

import (
	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// Codes gives a project's codes in no particular order; study.NewCodebook makes the tree.
func (r Reader) Codes(project study.ID) (out []study.Code, err error) {
	err = r.db.Table("codes").Where("project_id = ?", project).Find(&out).Error
	return out, fail(err, "read the codes")
}

// Code gives one code.
func (r Reader) Code(project, id study.ID) (c study.Code, err error) {
	err = r.db.Table("codes").Where(byID, project, id).Take(&c).Error
	return c, fail(err, "read the code")
}

// CodeUse is how much a code is used, without its descendants.
type CodeUse struct {
	CodeID                 study.ID
	Own, Sources, Outdated int
}

// outdated is study.Coding.Outdated in SQL; times are compared as both databases keep them.
const outdated = "codings.at < codes.defined_at AND (codings.checked_at IS NULL OR codings.checked_at < codes.defined_at)"

// CodeUses counts the codings of each code that has any, the sources they are in, and those
// made before its meaning changed and not looked at since.
func (r Reader) CodeUses(project study.ID) (map[study.ID]CodeUse, error) {
	var list []CodeUse
	err := r.codingsWithCodes(project).
		Select("codings.code_id", "COUNT(*) AS own", "COUNT(DISTINCT codings.source_id) AS sources", "SUM(CASE WHEN "+outdated+" THEN 1 ELSE 0 END) AS outdated").
		Group("codings.code_id").Find(&list).Error
	out := make(map[study.ID]CodeUse, len(list))
	for _, use := range list {
		out[use.CodeID] = use
	}
	return out, fail(err, "count the codings")
}

func (r Reader) codingsWithCodes(project study.ID) *gorm.DB {
	return r.db.Table("codings").Joins("JOIN codes ON codes.project_id = codings.project_id AND codes.id = codings.code_id").Where("codings.project_id = ?", project)
}

// SourceCounts counts the codings in each source.
func (r Reader) SourceCounts(project study.ID) (map[study.ID]int, error) {
	var list []struct {
		SourceID study.ID
		N        int
	}
	err := r.db.Table("codings").Select("source_id", "COUNT(*) AS n").Where("project_id = ?", project).Group("source_id").Find(&list).Error
	out := make(map[study.ID]int, len(list))
	for _, row := range list {
		out[row.SourceID] = row.N
	}
	return out, fail(err, "count the codings")
}

// Coders gives who has coded in each source.
func (r Reader) Coders(project study.ID) (map[study.ID][]study.ID, error) {
	var list []struct{ SourceID, CoderID study.ID }
	err := r.db.Table("codings").Distinct("source_id", "coder_id").Where("project_id = ?", project).Order("source_id, coder_id").Find(&list).Error
	out := map[study.ID][]study.ID{}
	for _, row := range list {
		out[row.SourceID] = append(out[row.SourceID], row.CoderID)
	}
	return out, fail(err, "read the coders")
}
