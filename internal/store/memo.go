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

// MemosAbout gives the memos that stand on a thing or are linked to it, the newest first.
func (r Reader) MemosAbout(project, thing study.ID) (out []study.Memo, err error) {
	err = r.db.Table("memos").Where("project_id = ? AND (target_id = ? OR links LIKE ?)", project, thing, `%"`+string(thing)+`"%`).
		Order("created_at DESC, id DESC").Find(&out).Error
	return out, fail(err, "read the memos")
}

// MemosLinkedTo gives the memos with a link to anything of a kind, the oldest first.
func (r Reader) MemosLinkedTo(project study.ID, kind string) (out []study.Memo, err error) {
	err = r.db.Table("memos").Where("project_id = ? AND links LIKE ?", project, `%"`+kind+`"%`).Order("created_at, id").Find(&out).Error
	return out, fail(err, "read the memos")
}

// Memo gives one memo.
func (r Reader) Memo(project, id study.ID) (m study.Memo, err error) {
	err = r.db.Table("memos").Where(byID, project, id).Take(&m).Error
	return m, fail(err, "read the memo")
}

// PassageMemos gives the memos on the passages of one source, or with source == "" on
// all passages of the project; only on some passages when any are named. Oldest first.
func (r Reader) PassageMemos(project, source study.ID, passages ...study.ID) (out []study.Memo, err error) {
	query := r.db.Table("memos").Where("project_id = ? AND target_kind = 'passage'", project).Order("created_at, id")
	if source != "" {
		query = query.Where("target_id IN (SELECT id FROM passages WHERE project_id = ? AND source_id = ?)", project, source)
	}
	if len(passages) > 0 {
		query = query.Where("target_id IN ?", passages)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the memos")
}
