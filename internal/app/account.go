package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// NewAccount is what it takes to make an account. Without a password nobody can sign in
// to it: it then only names the author of imported work.
type NewAccount struct {
	Email, Name, Password string
	Admin                 bool
}

// HasAccounts says whether anybody can use this server yet.
func (a *App) HasAccounts(ctx context.Context) (bool, error) {
	list, err := a.store.Read(ctx).Accounts()
	return len(list) > 0, err
}

// AddAccount makes an account. It is called by the command line and at first start,
// where whoever runs the server is the permission.
func (a *App) AddAccount(ctx context.Context, n NewAccount) (study.Account, error) {
	account, err := makeAccount(ctx, n)
	if err != nil {
		return account, err
	}
	return account, a.store.InTx(ctx, func(tx *store.Tx) error { return addAccount(tx, account) })
}

func makeAccount(ctx context.Context, n NewAccount) (study.Account, error) {
	email, err := study.CleanEmail(n.Email)
	if err != nil {
		return study.Account{}, err
	}
	account := study.Account{ID: study.NewID(), Email: email, Name: n.Name, Admin: n.Admin, CreatedAt: study.Now()}
	if err := account.Validate(); err != nil || n.Password == "" {
		return account, err
	}
	if err := study.CheckPassword(n.Password, email); err != nil {
		return account, err
	}
	account.PasswordHash, err = hashPassword(ctx, n.Password)
	return account, err
}

func addAccount(tx *store.Tx, account study.Account) error {
	err := tx.AddAccount(account)
	if study.KindOf(err) == study.Conflict {
		return study.FieldError("email", "There is already an account with this address. Sign in with it.")
	}
	return err
}

// AccountChange is what a person may change about themselves; nil leaves a field.
type AccountChange struct {
	Name            *string
	Password        *string
	CurrentPassword string
}

// ChangeAccount changes the actor's own account. A new password ends all other sessions.
func (a *App) ChangeAccount(ctx context.Context, by study.Actor, c AccountChange) (study.Account, error) {
	account, err := a.Me(ctx, by)
	if err != nil {
		return account, err
	}
	if c.Name != nil {
		account.Name = *c.Name
	}
	if err := account.Validate(); err != nil {
		return account, err
	}
	if c.Password != nil {
		if account, err = a.newPassword(ctx, account, c); err != nil {
			return account, err
		}
	}
	return account, a.store.InTx(ctx, func(tx *store.Tx) error {
		if c.Password != nil {
			if err := tx.RemoveSessions(account.ID, "", by.Session); err != nil {
				return err
			}
		}
		return tx.SetAccount(account)
	})
}

func (a *App) newPassword(ctx context.Context, account study.Account, c AccountChange) (study.Account, error) {
	right, err := checkPassword(ctx, account.PasswordHash, c.CurrentPassword)
	if err != nil {
		return account, err
	}
	if !right {
		return account, study.FieldError("currentPassword", "That is not your present password.")
	}
	if err := study.CheckPassword(*c.Password, account.Email); err != nil {
		return account, err
	}
	account.PasswordHash, err = hashPassword(ctx, *c.Password)
	return account, err
}

// SetPassword gives an account a new password and ends all its sessions, for whoever runs
// the server.
func (a *App) SetPassword(ctx context.Context, email, password string) error {
	by, err := a.AccountNamed(ctx, email)
	if err != nil {
		return err
	}
	account := by.Account
	if err := study.CheckPassword(password, account.Email); err != nil {
		return err
	}
	if account.PasswordHash, err = hashPassword(ctx, password); err != nil {
		return study.Wrap(err, "hash the password")
	}
	return a.store.InTx(ctx, func(tx *store.Tx) error {
		if err := tx.RemoveSessions(account.ID, "", ""); err != nil {
			return err
		}
		return tx.SetAccount(account)
	})
}

// Me gives the actor's account as it is now.
func (a *App) Me(ctx context.Context, by study.Actor) (study.Account, error) {
	if by.Account.ID == "" {
		return study.Account{}, study.Errorf(study.Unauthenticated, "Sign in first.")
	}
	return a.store.Read(ctx).Account(by.Account.ID)
}

// AccountNamed gives the actor of an e-mail address, for the command line, where whoever
// can read the data folder is the permission. An empty address is the oldest account.
func (a *App) AccountNamed(ctx context.Context, email string) (study.Actor, error) {
	if email == "" {
		list, err := a.store.Read(ctx).Accounts()
		if err == nil && len(list) == 0 {
			err = study.Errorf(study.NotFound, "There is no account yet: make one with “selvedge user add”.")
		}
		if err != nil {
			return study.Actor{}, err
		}
		return study.Actor{Account: list[0]}, nil
	}
	clean, err := study.CleanEmail(email)
	if err != nil {
		return study.Actor{}, err
	}
	account, err := a.store.Read(ctx).AccountByEmail(clean)
	return study.Actor{Account: account}, err
}
