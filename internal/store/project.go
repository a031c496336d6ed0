package store

import (
	"github.com/selvedge/selvedge/internal/study"
)

// Project gives one project.
func (r Reader) Project(id study.ID) (study.Project, error) {
	var p study.Project
	err := r.db.Table("projects").Where("id = ?", id).Take(&p).Error
	return p, fail(err, "read the project")
}

// Membership is a project with the role of whoever asked.
type Membership struct {
	study.Project
	Role study.Role
}

// ProjectsOf gives the projects that an account is a member of, newest first.
func (r Reader) ProjectsOf(account study.ID) ([]Membership, error) {
	var out []Membership
	err := r.db.Table("projects").Select("projects.*", "members.role").
		Joins("JOIN members ON members.project_id = projects.id").
		Where("members.account_id = ?", account).Order("projects.created_at DESC").Find(&out).Error
	return out, fail(err, "read the projects")
}

// ProjectIDs gives every project of the server.
func (r Reader) ProjectIDs() (ids []study.ID, err error) {
	err = r.db.Table("projects").Order("id").Pluck("id", &ids).Error
	return ids, fail(err, "read the projects")
}

// DropProject removes a project with all that belongs to it, its journal included.
func (tx *Tx) DropProject(id study.ID) error {
	for _, table := range []string{"carried", "ties", "responses", "surveys", "codings", "reviews", "passages", "memos", "bookmarks", "recordings", "cases", "variables", "code_sets", "search_looks", "saved_searches", "reports", "codes", "speakers", "sources", "revisions", "pages", "strands", "invitations", "members", "journal_asides", "journal"} {
		if err := tx.db.Table(table).Where("project_id = ?", id).Delete(nil).Error; err != nil {
			return fail(err, "delete the project")
		}
	}
	tx.contents.forget(id)
	return fail(tx.db.Table("projects").Where("id = ?", id).Delete(nil).Error, "delete the project")
}

// Strands gives a project's strands in order.
func (r Reader) Strands(project study.ID) (out []study.Strand, err error) {
	err = r.db.Table("strands").Where("project_id = ?", project).Order("position, id").Find(&out).Error
	return out, fail(err, "read the strands")
}

// Strand gives one strand.
func (r Reader) Strand(project, id study.ID) (s study.Strand, err error) {
	err = r.db.Table("strands").Where(byID, project, id).Take(&s).Error
	return s, fail(err, "read the strand")
}

// Totals are the sizes of a project.
type Totals struct{ Sources, Codes, Codings int }

// Totals counts a project's sources, codes and codings.
func (r Reader) Totals(project study.ID) (t Totals, err error) {
	err = r.db.Raw(`SELECT (SELECT COUNT(*) FROM sources WHERE project_id = ?) AS sources,
		(SELECT COUNT(*) FROM codes WHERE project_id = ?) AS codes,
		(SELECT COUNT(*) FROM codings WHERE project_id = ?) AS codings`, project, project, project).Scan(&t).Error
	return t, fail(err, "count the project")
}
