package store

import "github.com/selvedge/selvedge/internal/study"

// nameRow is the name that a pseudonym stands for. It is in no journal, and stays when the
// pseudonym is removed, so that the removal can be undone.
type nameRow struct {
	ProjectID study.ID
	ID        study.ID
	Name      string
}

// Pseudonyms gives a project's pseudonyms with their names, in the order of the names.
func (r Reader) Pseudonyms(project study.ID) (out []study.Named, err error) {
	err = r.db.Table("pseudonyms").Select("pseudonyms.*", "pseudonym_names.name").
		Joins("JOIN pseudonym_names ON pseudonym_names.project_id = pseudonyms.project_id AND pseudonym_names.id = pseudonyms.id").
		Where("pseudonyms.project_id = ?", project).Order("pseudonym_names.name, pseudonyms.id").Find(&out).Error
	return out, fail(err, "read the pseudonyms")
}

// AddPseudonym writes a pseudonym, and its name beside the journal.
func (tx *Tx) AddPseudonym(p study.Named) error {
	if err := tx.db.Table("pseudonym_names").Create(&nameRow{tx.project, p.ID, p.Name}).Error; err != nil {
		return fail(err, "write the name")
	}
	return tx.Add(p.Pseudonym)
}

// DropName deletes a name for good, with what the journal could bring back of it.
func (tx *Tx) DropName(id study.ID) error {
	return fail(tx.db.Table("pseudonym_names").Where(byID, tx.project, id).Delete(&nameRow{}).Error, "delete the name")
}
