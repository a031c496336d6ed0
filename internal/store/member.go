package store

import (
	"errors"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// Role is an account's role in a project; "" when it is no member.
func (r Reader) Role(project, account study.ID) (role study.Role, err error) {
	var m study.Member
	err = r.db.Table("members").Where("project_id = ? AND account_id = ?", project, account).Take(&m).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return "", nil
	}
	return m.Role, fail(err, "read the members")
}

// Members gives a project's members, those who joined first at the head.
func (r Reader) Members(project study.ID) (out []study.Member, err error) {
	err = r.db.Table("members").Where("project_id = ?", project).Order("joined_at, account_id").Find(&out).Error
	return out, fail(err, "read the members")
}

// Member gives one member.
func (r Reader) Member(project, account study.ID) (m study.Member, err error) {
	err = r.db.Table("members").Where("project_id = ? AND account_id = ?", project, account).Take(&m).Error
	return m, fail(err, "read the member")
}

// AddInvitation keeps an invitation. Its token's hash must never be in the journal,
// so invitations are written beside it.
func (tx *Tx) AddInvitation(i study.Invitation) error {
	return fail(tx.db.Table("invitations").Create(&i).Error, "write the invitation")
}

// Invitations gives a project's invitations, newest first.
func (r Reader) Invitations(project study.ID) (out []study.Invitation, err error) {
	err = r.db.Table("invitations").Where("project_id = ?", project).Order("created_at DESC").Find(&out).Error
	return out, fail(err, "read the invitations")
}

// InvitationByToken finds an invitation by the hash of its token.
func (r Reader) InvitationByToken(hash string) (i study.Invitation, err error) {
	err = r.db.Table("invitations").Where("token_hash = ?", hash).Take(&i).Error
	return i, fail(err, "read the invitation")
}

// AcceptInvitation marks an invitation as used.
func (tx *Tx) AcceptInvitation(i study.Invitation, account study.ID) error {
	done := tx.db.Table("invitations").Where("project_id = ? AND id = ? AND accepted_by IS NULL", i.ProjectID, i.ID).
		Updates(map[string]any{"accepted_by": account, "accepted_at": tx.now})
	if done.Error == nil && done.RowsAffected == 0 {
		return study.Errorf(study.Conflict, "This invitation has been used already.")
	}
	return fail(done.Error, "accept the invitation")
}

// RemoveInvitation takes an invitation back.
func (tx *Tx) RemoveInvitation(project, id study.ID) error {
	done := tx.db.Table("invitations").Where(byID, project, id).Delete(nil)
	if done.Error == nil && done.RowsAffected == 0 {
		return study.Errorf(study.NotFound, "There is no such invitation.")
	}
	return fail(done.Error, "take back the invitation")
}
