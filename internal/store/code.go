package store

import "github.com/selvedge/selvedge/internal/study"

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
	err := r.db.Table("codings").Select("code_id", "COUNT(*) AS own", "COUNT(DISTINCT source_id) AS sources").
		Where("project_id = ?", project).Group("code_id").Find(&list).Error
	out := make(map[study.ID]CodeUse, len(list))
	for _, use := range list {
		out[use.CodeID] = use
	}
	if err != nil {
		return out, fail(err, "count the codings")
	}
	return out, r.countOutdated(project, out)
}

// countOutdated begins at the codes, since few of them were ever given another meaning.
func (r Reader) countOutdated(project study.ID, uses map[study.ID]CodeUse) error {
	var list []CodeUse
	err := r.db.Table("codes").Select("codes.id AS code_id", "COUNT(*) AS outdated").Joins("CROSS JOIN codings").
		Where("codes.project_id = ? AND codes.defined_at IS NOT NULL AND codings.project_id = codes.project_id AND codings.code_id = codes.id", project).
		Where(outdated).Group("codes.id").Find(&list).Error
	for _, found := range list {
		use := uses[found.CodeID]
		use.CodeID, use.Outdated = found.CodeID, found.Outdated
		uses[found.CodeID] = use
	}
	return fail(err, "count the codings")
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
