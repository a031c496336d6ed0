package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

func (s *server) accountRoutes() {
	type accountChange struct {
		Body struct {
			Name            *string `json:"name,omitempty"`
			Password        *string `json:"password,omitempty"`
			CurrentPassword string  `json:"currentPassword,omitempty"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/account", id: "change-account", summary: "Change my name or password", permission: study.SignedIn, tag: "account"},
		func(ctx context.Context, by study.Actor, in *accountChange) (*answer[study.Account], error) {
			return answered(s.app.ChangeAccount(ctx, by, app.AccountChange{Name: in.Body.Name, Password: in.Body.Password, CurrentPassword: in.Body.CurrentPassword}))
		})
	s.tokenRoutes()
	s.invitationRoutes()
}

func (s *server) invitationRoutes() {
	type Held struct {
		Token string `path:"token" maxLength:"100"`
	}
	handle(s, operation{method: "GET", path: "/api/invitations/{token}", id: "see-invitation", summary: "What an invitation's link is for", permission: study.Everyone, tag: "account"},
		func(ctx context.Context, _ study.Actor, in *Held) (*answer[app.Welcome], error) {
			return answered(s.app.Invitation(ctx, in.Token))
		})
	type acceptance struct {
		Held
		Body struct {
			Name     string `json:"name,omitempty"`
			Email    string `json:"email,omitempty"`
			Password string `json:"password,omitempty"`
		}
	}
	type joined struct {
		Project study.ID `json:"project"`
	}
	handle(s, operation{method: "POST", path: "/api/invitations/{token}", id: "accept-invitation", summary: "Join a project, with a new account unless signed in", permission: study.Everyone, tag: "account"},
		func(ctx context.Context, by study.Actor, in *acceptance) (*answer[joined], error) {
			n := app.NewAccount{Name: in.Body.Name, Email: in.Body.Email, Password: in.Body.Password}
			project, token, err := s.app.Accept(ctx, by, in.Token, n, ginOf(ctx).Request.UserAgent())
			if err == nil && token != "" {
				err = s.giveCookie(ctx, token)
			}
			return answered(joined{project}, err)
		})
}
