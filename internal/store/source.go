package store

import "github.com/selvedge/selvedge/internal/study"

// Sources gives a project's sources by title; of one strand when strand is not "".
func (r Reader) Sources(project, strand study.ID) (out []study.Source, err error) {
	query := r.db.Table("sources").Where("project_id = ?", project).Order("title, id")
	if strand != "" {
		query = query.Where("strand_id = ?", strand)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the sources")
}

// Source gives one source without its text.
func (r Reader) Source(project, id study.ID) (s study.Source, err error) {
	err = r.db.Table("sources").Where(byID, project, id).Take(&s).Error
	return s, fail(err, "read the source")
}

// Speakers gives the speakers of one source, or with source == "" of the project.
func (r Reader) Speakers(project, source study.ID) (out []study.Speaker, err error) {
	query := r.db.Table("speakers").Where("project_id = ?", project).Order("id")
	if source != "" {
		query = query.Where("source_id = ?", source)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the speakers")
}

// Speaker gives one speaker.
func (r Reader) Speaker(project, id study.ID) (s study.Speaker, err error) {
	err = r.db.Table("speakers").Where(byID, project, id).Take(&s).Error
	return s, fail(err, "read the speaker")
}

// SourcesOfBlob gives the sources that were made of the same bytes.
func (r Reader) SourcesOfBlob(project study.ID, blob string) (out []study.Source, err error) {
	err = r.db.Table("sources").Where("project_id = ? AND blob = ?", project, blob).Order("created_at").Find(&out).Error
	return out, fail(err, "read the sources")
}
