package store

import "github.com/selvedge/selvedge/internal/study"

// Memos gives a project's memos, the newest first; of one target when target is not "".
func (r Reader) Memos(project, target study.ID) (out []study.Memo, err error) {
	query := r.db.Table("memos").Where("project_id = ?", project).Order("created_at DESC, id DESC")
	if target != "" {
		query = query.Where("target_id = ?", target)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the memos")
}

// Memo gives one memo.
func (r Reader) Memo(project, id study.ID) (m study.Memo, err error) {
	err = r.db.Table("memos").Where(byID, project, id).Take(&m).Error
	return m, fail(err, "read the memo")
}
