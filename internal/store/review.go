package store

import "github.com/selvedge/selvedge/internal/study"

// Reviews gives what is to be reviewed in a source, or with source == "" in the project, in
// the order of the words as they were.
func (r Reader) Reviews(project, source study.ID) (out []study.Review, err error) {
	query := r.db.Table("reviews").Where("project_id = ?", project).Order(`source_id, "start", "end", id`)
	if source != "" {
		query = query.Where("source_id = ?", source)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the reviews")
}

// Review gives one review.
func (r Reader) Review(project, id study.ID) (v study.Review, err error) {
	err = r.db.Table("reviews").Where(byID, project, id).Take(&v).Error
	return v, fail(err, "read the review")
}

// ReviewOf finds the review of a passage; false when there is none.
func (r Reader) ReviewOf(project, passage study.ID) (v study.Review, found bool, err error) {
	var list []study.Review
	err = r.db.Table("reviews").Where("project_id = ? AND passage_id = ?", project, passage).Limit(1).Find(&list).Error
	if len(list) > 0 {
		v, found = list[0], true
	}
	return v, found, fail(err, "read the review")
}
