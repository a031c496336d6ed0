package store

import (
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Account gives one account.
func (r Reader) Account(id study.ID) (a study.Account, err error) {
	err = r.db.Table("accounts").Where("id = ?", id).Take(&a).Error
	return a, fail(err, "read the account")
}

// AccountByEmail finds an account by its clean address.
func (r Reader) AccountByEmail(email string) (a study.Account, err error) {
	err = r.db.Table("accounts").Where("email = ?", email).Take(&a).Error
	return a, fail(err, "read the account")
}

// Accounts gives the accounts of these ids; without ids, all of them.
func (r Reader) Accounts(ids ...study.ID) (out []study.Account, err error) {
	query := r.db.Table("accounts").Order("created_at, id")
	if len(ids) > 0 {
		query = query.Where("id IN ?", ids)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the accounts")
}

// AddAccount writes a new account; an address that is taken is a Conflict.
func (tx *Tx) AddAccount(a study.Account) error {
	return fail(tx.db.Table("accounts").Create(&a).Error, "write the account")
}

// SetAccount changes an account.
func (tx *Tx) SetAccount(a study.Account) error {
	return fail(tx.db.Table("accounts").Where("id = ?", a.ID).Select("*").UpdateColumns(&a).Error, "write the account")
}

// AddSession writes a new session.
func (tx *Tx) AddSession(s study.Session) error {
	return fail(tx.db.Table("sessions").Create(&s).Error, "write the session")
}

// SessionByToken finds a session, and whose it is, by the hash of its token.
func (r Reader) SessionByToken(hash string) (study.Session, study.Account, error) {
	var row struct {
		Session study.Session `gorm:"embedded;embeddedPrefix:s_"`
		Account study.Account `gorm:"embedded;embeddedPrefix:a_"`
	}
	err := r.db.Table("sessions s").Joins("JOIN accounts a ON a.id = s.account_id").Where("s.token_hash = ?", hash).
		Select("s.id AS s_id, s.token_hash AS s_token_hash, s.agent AS s_agent, s.account_id AS s_account_id, s.created_at AS s_created_at, s.seen_at AS s_seen_at, s.expires_at AS s_expires_at, " +
			"a.id AS a_id, a.email AS a_email, a.name AS a_name, a.admin AS a_admin, a.password_hash AS a_password_hash, a.created_at AS a_created_at, a.disabled_at AS a_disabled_at").
		Take(&row).Error
	return row.Session, row.Account, fail(err, "read the session")
}

// Sessions gives an account's sessions, the one seen last at the head.
func (r Reader) Sessions(account study.ID) (out []study.Session, err error) {
	err = r.db.Table("sessions").Where("account_id = ?", account).Order("seen_at DESC").Find(&out).Error
	return out, fail(err, "read the sessions")
}

// TouchSession notes when a session was last used and how long it may still be.
func (tx *Tx) TouchSession(id study.ID, seen, expires time.Time) error {
	return fail(tx.db.Table("sessions").Where("id = ?", id).Updates(map[string]any{"seen_at": seen, "expires_at": expires}).Error, "write the session")
}

// RemoveSessions ends an account's sessions: one, or with only == "" all of them but the kept one.
func (tx *Tx) RemoveSessions(account, only, kept study.ID) error {
	query := tx.db.Table("sessions").Where("account_id = ?", account)
	if only != "" {
		query = query.Where("id = ?", only)
	} else if kept != "" {
		query = query.Where("id <> ?", kept)
	}
	done := query.Delete(nil)
	if done.Error == nil && done.RowsAffected == 0 && only != "" {
		return study.Errorf(study.NotFound, "There is no such session.")
	}
	return fail(done.Error, "end the session")
}

// SweepSessions removes the sessions that have expired.
func (tx *Tx) SweepSessions() error {
	return fail(tx.db.Table("sessions").Where("expires_at < ?", tx.now).Delete(nil).Error, "sweep the sessions")
}

// AddToken writes a new token.
func (tx *Tx) AddToken(t study.Token) error {
	return fail(tx.db.Table("tokens").Create(&t).Error, "write the token")
}

// TokenByHash finds a token by its hash.
func (r Reader) TokenByHash(hash string) (t study.Token, err error) {
	err = r.db.Table("tokens").Where("hash = ?", hash).Take(&t).Error
	return t, fail(err, "read the token")
}

// Tokens gives an account's tokens, newest first.
func (r Reader) Tokens(account study.ID) (out []study.Token, err error) {
	err = r.db.Table("tokens").Where("account_id = ?", account).Order("created_at DESC").Find(&out).Error
	return out, fail(err, "read the tokens")
}

// TouchToken notes when a token was last used.
func (tx *Tx) TouchToken(id study.ID) error {
	return fail(tx.db.Table("tokens").Where("id = ?", id).Updates(map[string]any{"seen_at": tx.now}).Error, "write the token")
}

// RemoveToken revokes a token.
func (tx *Tx) RemoveToken(account, id study.ID) error {
	done := tx.db.Table("tokens").Where("account_id = ? AND id = ?", account, id).Delete(nil)
	if done.Error == nil && done.RowsAffected == 0 {
		return study.Errorf(study.NotFound, "There is no such token.")
	}
	return fail(done.Error, "revoke the token")
}
