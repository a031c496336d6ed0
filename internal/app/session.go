package app

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// A session ends after a week without use, and after 30 days in any case.
const (
	sessionIdle = 7 * 24 * time.Hour
	sessionMost = 30 * 24 * time.Hour
	touchEvery  = 5 * time.Minute
)

// SignIn checks a password and begins a session. Token goes into the cookie and is kept
// nowhere else. Address is where the request came from, to limit attempts.
func (a *App) SignIn(ctx context.Context, email, password, address, agent string) (actor study.Actor, token string, err error) {
	clean, err := study.CleanEmail(email)
	if err != nil {
		clean = email
	}
	if err := a.attempts.try(clean, address); err != nil {
		return actor, "", err
	}
	account, err := a.store.Read(ctx).AccountByEmail(clean)
	if err != nil && study.KindOf(err) != study.NotFound {
		return actor, "", err
	}
	right, err := checkPassword(ctx, account.PasswordHash, password)
	if err != nil {
		return actor, "", study.Wrap(err, "check the password")
	}
	if !right || account.DisabledAt != nil {
		return actor, "", study.Errorf(study.Unauthenticated, "The e-mail address and the password don't go together.")
	}
	a.attempts.forgive(clean)
	return a.beginSession(ctx, account, agent)
}

func (a *App) beginSession(ctx context.Context, account study.Account, agent string) (study.Actor, string, error) {
	token, hash := newSecret("")
	now := study.Now()
	s := study.Session{ID: study.NewID(), TokenHash: hash, AccountID: account.ID, Agent: study.Shorten(agent, 200), CreatedAt: now, SeenAt: now, ExpiresAt: now.Add(sessionIdle)}
	err := a.store.InTx(ctx, func(tx *store.Tx) error {
		if err := tx.SweepSessions(); err != nil {
			return err
		}
		return tx.AddSession(s)
	})
	return study.Actor{Account: account, Session: s.ID}, token, err
}

// BySession gives whoever holds a session's token.
func (a *App) BySession(ctx context.Context, token string) (study.Actor, error) {
	nobody := study.Errorf(study.Unauthenticated, "Sign in first.")
	s, account, err := a.store.Read(ctx).SessionByToken(hashSecret(token))
	if study.KindOf(err) == study.NotFound {
		return study.Actor{}, nobody
	}
	if err != nil {
		return study.Actor{}, err
	}
	now := study.Now()
	if now.After(s.ExpiresAt) {
		return study.Actor{}, nobody
	}
	if now.Sub(s.SeenAt) > touchEvery {
		if err := a.touch(ctx, s, now); err != nil {
			return study.Actor{}, err
		}
	}
	return actor(account, s.ID)
}

func (a *App) touch(ctx context.Context, s study.Session, now time.Time) error {
	expires := now.Add(sessionIdle)
	if last := s.CreatedAt.Add(sessionMost); expires.After(last) {
		expires = last
	}
	return a.store.InTx(ctx, func(tx *store.Tx) error { return tx.TouchSession(s.ID, now, expires) })
}

func actor(account study.Account, session study.ID) (study.Actor, error) {
	if account.DisabledAt != nil {
		return study.Actor{}, study.Errorf(study.Unauthenticated, "This account is closed.")
	}
	return study.Actor{Account: account, Session: session}, nil
}

// SignOut ends the actor's own session.
func (a *App) SignOut(ctx context.Context, by study.Actor) error {
	if by.Session == "" {
		return study.Errorf(study.Unauthenticated, "Sign in first.")
	}
	return a.EndSession(ctx, by, by.Session)
}

// Sessions lists where the actor is signed in.
func (a *App) Sessions(ctx context.Context, by study.Actor) ([]study.Session, error) {
	if _, err := a.Me(ctx, by); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).Sessions(by.Account.ID)
}

// EndSession ends one of the actor's sessions, on any browser, at once.
func (a *App) EndSession(ctx context.Context, by study.Actor, id study.ID) error {
	if _, err := a.Me(ctx, by); err != nil {
		return err
	}
	return a.store.InTx(ctx, func(tx *store.Tx) error { return tx.RemoveSessions(by.Account.ID, id, "") })
}

// ByToken gives whoever a personal access token acts for.
func (a *App) ByToken(ctx context.Context, token string) (study.Actor, error) {
	t, err := a.store.Read(ctx).TokenByHash(hashSecret(token))
	if study.KindOf(err) == study.NotFound || err == nil && t.ExpiresAt != nil && study.Now().After(*t.ExpiresAt) {
		return study.Actor{}, study.Errorf(study.Unauthenticated, "This token is unknown or has expired.")
	}
	if err != nil {
		return study.Actor{}, err
	}
	if t.SeenAt == nil || study.Now().Sub(*t.SeenAt) > touchEvery {
		if err := a.store.InTx(ctx, func(tx *store.Tx) error { return tx.TouchToken(t.ID) }); err != nil {
			return study.Actor{}, err
		}
	}
	account, err := a.store.Read(ctx).Account(t.AccountID)
	if err != nil {
		return study.Actor{}, err
	}
	return actor(account, "")
}

// Tokens lists the actor's personal access tokens.
func (a *App) Tokens(ctx context.Context, by study.Actor) ([]study.Token, error) {
	if _, err := a.Me(ctx, by); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).Tokens(by.Account.ID)
}

// AddToken makes a personal access token; secret is shown this once. A token can't make
// further tokens: that takes a session.
func (a *App) AddToken(ctx context.Context, by study.Actor, name string) (t study.Token, secret string, err error) {
	if by.Session == "" {
		return t, "", study.Errorf(study.Forbidden, "Tokens are made in the browser, under Settings.")
	}
	if err := study.CheckName("name", name); err != nil {
		return t, "", err
	}
	secret, hash := newSecret("selvedge_")
	t = study.Token{ID: study.NewID(), AccountID: by.Account.ID, Name: name, Hash: hash, CreatedAt: study.Now()}
	return t, secret, a.store.InTx(ctx, func(tx *store.Tx) error { return tx.AddToken(t) })
}

// RemoveToken revokes a token at once.
func (a *App) RemoveToken(ctx context.Context, by study.Actor, id study.ID) error {
	if _, err := a.Me(ctx, by); err != nil {
		return err
	}
	return a.store.InTx(ctx, func(tx *store.Tx) error { return tx.RemoveToken(by.Account.ID, id) })
}
