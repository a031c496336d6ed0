package store

import "github.com/selvedge/selvedge/internal/study"

// Ties gives a project's ties, refused ones too, the oldest first.
func (r Reader) Ties(project study.ID) (out []study.Tie, err error) {
	err = r.db.Table("ties").Where("project_id = ?", project).Order("created_at, id").Find(&out).Error
	return out, fail(err, "read the ties")
}

// Tie gives one tie.
func (r Reader) Tie(project, id study.ID) (t study.Tie, err error) {
	err = r.db.Table("ties").Where(byID, project, id).Take(&t).Error
	return t, fail(err, "read the tie")
}

// TiesOf gives the ties of one case, refused ones too, the oldest first.
func (r Reader) TiesOf(project, id study.ID) (out []study.Tie, err error) {
	err = r.db.Table("ties").Where("project_id = ? AND case_id = ?", project, id).Order("created_at, id").Find(&out).Error
	return out, fail(err, "read the ties")
}

// TiesIn gives the ties to a source and to what is in it.
func (r Reader) TiesIn(project, source study.ID) (out []study.Tie, err error) {
	err = r.db.Table("ties").Where("project_id = ? AND source_id = ?", project, source).Order("created_at, id").Find(&out).Error
	return out, fail(err, "read the ties")
}

// TiesTo gives the ties to exactly one source, speaker or passage.
func (r Reader) TiesTo(project, target study.ID) (out []study.Tie, err error) {
	err = r.db.Table("ties").Where("project_id = ? AND target_id = ?", project, target).Order("created_at, id").Find(&out).Error
	return out, fail(err, "read the ties")
}

// CountTies counts the ties of each case, without those that were refused.
func (r Reader) CountTies(project study.ID) (map[study.ID]int, error) {
	var rows []struct {
		CaseID study.ID
		N      int
	}
	err := r.db.Table("ties").Select("case_id, COUNT(*) AS n").Where("project_id = ? AND refused = ?", project, false).Group("case_id").Find(&rows).Error
	out := make(map[study.ID]int, len(rows))
	for _, row := range rows {
		out[row.CaseID] = row.N
	}
	return out, fail(err, "count the ties")
}
