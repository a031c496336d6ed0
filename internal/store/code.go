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

// CodeCounts counts the codings of each code, without its descendants'.
func (r Reader) CodeCounts(project study.ID) (map[study.ID]int, error) {
	return r.counts("codings", "code_id", project)
}

// SourceCounts counts the codings in each source.
func (r Reader) SourceCounts(project study.ID) (map[study.ID]int, error) {
	return r.counts("codings", "source_id", project)
}

func (r Reader) counts(table, column string, project study.ID) (map[study.ID]int, error) {
	var list []struct {
		ID study.ID
		N  int
	}
	err := r.db.Table(table).Select(column+" AS id", "COUNT(*) AS n").Where("project_id = ?", project).Group(column).Find(&list).Error
	out := make(map[study.ID]int, len(list))
	for _, row := range list {
		out[row.ID] = row.N
	}
	return out, fail(err, "count the "+table)
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
