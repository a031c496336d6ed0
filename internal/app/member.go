package app

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// TeamMember is a member with the name that colleagues see.
type TeamMember struct {
	study.Member
	Name  string `json:"name"`
	Email string `json:"email" doc:"Empty for who only is the author of imported work, and can't sign in"`
}

// Members lists the team, those who joined first at the head.
func (a *App) Members(ctx context.Context, by study.Actor, project study.ID) ([]TeamMember, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	return team(a.store.Read(ctx), project)
}

func team(r store.Reader, project study.ID) ([]TeamMember, error) {
	members, err := r.Members(project)
	if err != nil || len(members) == 0 {
		return nil, err
	}
	ids := make([]study.ID, len(members))
	for i, m := range members {
		ids[i] = m.AccountID
	}
	names, err := r.Accounts(ids...)
	if err != nil {
		return nil, err
	}
	by := map[study.ID]study.Account{}
	for _, n := range names {
		by[n.ID] = n
	}
	out := make([]TeamMember, len(members))
	for i, m := range members {
		out[i] = TeamMember{m, by[m.AccountID].Name, by[m.AccountID].Address()}
	}
	return out, nil
}

// AddMember makes an account a member, for imports and the sample study. People join by invitation.
func (a *App) AddMember(ctx context.Context, by study.Actor, project, account study.ID, role study.Role) error {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return err
	}
	_, err := a.act(ctx, by, project, "added a member", func(tx *store.Tx) error { return join(tx, project, account, role) })
	return err
}

func join(tx *store.Tx, project, account study.ID, role study.Role) error {
	if err := role.Validate(); err != nil {
		return err
	}
	return tx.Add(study.Member{ProjectID: project, AccountID: account, Role: role, JoinedAt: tx.Now()})
}

// ChangeRole gives a member another role. A project keeps at least one lead.
func (a *App) ChangeRole(ctx context.Context, by study.Actor, project, account study.ID, role study.Role) error {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return err
	}
	if err := role.Validate(); err != nil {
		return err
	}
	_, err := a.act(ctx, by, project, "changed a role", func(tx *store.Tx) error {
		before, err := tx.Member(project, account)
		if err != nil {
			return err
		}
		after := before
		after.Role = role
		if err := tx.Set(before, after); err != nil {
			return err
		}
		return keepLead(tx, project)
	})
	return err
}

// RemoveMember takes someone off the team; their codings and memos stay.
func (a *App) RemoveMember(ctx context.Context, by study.Actor, project, account study.ID) error {
	need := study.MayManage
	if account == by.Account.ID {
		need = study.MayRead // everyone may leave
	}
	if err := a.allow(ctx, by, project, need); err != nil {
		return err
	}
	_, err := a.act(ctx, by, project, "removed a member", func(tx *store.Tx) error {
		m, err := tx.Member(project, account)
		if err != nil {
			return err
		}
		if err := tx.Remove(m); err != nil {
			return err
		}
		return keepLead(tx, project)
	})
	return err
}

func keepLead(tx *store.Tx, project study.ID) error {
	members, err := tx.Members(project)
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.Role == study.Lead {
			return nil
		}
	}
	return study.Errorf(study.Invalid, "A project needs a lead: make someone else lead first.")
}

// invitationOpen is how long a link can be used.
const invitationOpen = 14 * 24 * time.Hour

// Invite makes a link that lets one person join. Token is shown this once.
func (a *App) Invite(ctx context.Context, by study.Actor, project study.ID, role study.Role) (i study.Invitation, token string, err error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return i, "", err
	}
	if err := role.Validate(); err != nil {
		return i, "", err
	}
	token, hash := newSecret("")
	now := study.Now()
	i = study.Invitation{ProjectID: project, ID: study.NewID(), Role: role, TokenHash: hash, CreatedBy: by.Account.ID, CreatedAt: now, ExpiresAt: now.Add(invitationOpen)}
	return i, token, a.store.InTx(ctx, func(tx *store.Tx) error { return tx.AddInvitation(i) })
}

// Invitations lists a project's invitations, newest first.
func (a *App) Invitations(ctx context.Context, by study.Actor, project study.ID) ([]study.Invitation, error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).Invitations(project)
}

// RemoveInvitation takes an invitation back: its link works no more.
func (a *App) RemoveInvitation(ctx context.Context, by study.Actor, project, id study.ID) error {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return err
	}
	return a.store.InTx(ctx, func(tx *store.Tx) error { return tx.RemoveInvitation(project, id) })
}

// Welcome is what the holder of an invitation's link sees before joining.
type Welcome struct {
	Project   string     `json:"project" doc:"Name of the project"`
	Role      study.Role `json:"role"`
	InvitedBy string     `json:"invitedBy"`
	Open      bool       `json:"open" doc:"Whether the link still works"`
}

// Invitation shows an invitation to whoever holds its token.
func (a *App) Invitation(ctx context.Context, token string) (w Welcome, err error) {
	r := a.store.Read(ctx)
	i, err := r.InvitationByToken(hashSecret(token))
	if err != nil {
		return w, err
	}
	p, err := r.Project(i.ProjectID)
	if err != nil {
		return w, err
	}
	host, err := r.Account(i.CreatedBy)
	return Welcome{Project: p.Name, Role: i.Role, InvitedBy: host.Name, Open: i.Open(study.Now())}, err
}

// Accept joins a project by an invitation's token: as the actor who is signed in, or
// with a new account. It gives the project and, for a new account, a session's token.
func (a *App) Accept(ctx context.Context, by study.Actor, token string, n NewAccount, agent string) (project study.ID, session string, err error) {
	i, err := a.store.Read(ctx).InvitationByToken(hashSecret(token))
	if err != nil {
		return "", "", err
	}
	if !i.Open(study.Now()) {
		return "", "", study.Errorf(study.Conflict, "This invitation has been used or has expired. Ask for a new one.")
	}
	account := by.Account
	isNew := account.ID == ""
	if isNew {
		if n.Password == "" {
			return "", "", study.FieldError("password", "Choose a password.")
		}
		n.Admin = false
		if account, err = makeAccount(ctx, n); err != nil {
			return "", "", err
		}
	}
	if err := a.joinBy(ctx, i, account, isNew); err != nil || !isNew {
		return i.ProjectID, "", err
	}
	_, session, err = a.beginSession(ctx, account, agent)
	return i.ProjectID, session, err
}

func (a *App) joinBy(ctx context.Context, i study.Invitation, account study.Account, isNew bool) error {
	by := study.Actor{Account: account}
	_, err := a.act(ctx, by, i.ProjectID, "joined", func(tx *store.Tx) error {
		if isNew {
			if err := addAccount(tx, account); err != nil {
				return err
			}
		}
		if role, err := tx.Role(i.ProjectID, account.ID); err != nil {
			return err
		} else if role != "" {
			return study.Errorf(study.Conflict, "You are a %s of this project already.", role)
		}
		if err := tx.AcceptInvitation(i, account.ID); err != nil {
			return err
		}
		return join(tx, i.ProjectID, account.ID, i.Role)
	})
	return err
}
