package web

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

type whoIsHere struct {
	Account study.Account `json:"account"`
}

func (s *server) sessionRoutes() {
	type credentials struct {
		Body struct {
			Email    string `json:"email" maxLength:"254"`
			Password string `json:"password" maxLength:"256"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/session", id: "sign-in", summary: "Sign in", permission: study.Everyone, tag: "account"},
		func(ctx context.Context, _ study.Actor, in *credentials) (*answer[whoIsHere], error) {
			c := ginOf(ctx)
			by, token, err := s.app.SignIn(ctx, in.Body.Email, in.Body.Password, c.ClientIP(), c.Request.UserAgent())
			if err != nil {
				return nil, err
			}
			return answered(whoIsHere{by.Account}, s.giveCookie(ctx, token))
		})
	handle(s, operation{method: "GET", path: "/api/session", id: "who-am-i", summary: "Who is signed in?", permission: study.SignedIn, tag: "account"},
		func(_ context.Context, by study.Actor, _ *struct{}) (*answer[whoIsHere], error) {
			return answered(whoIsHere{by.Account}, nil)
		})
	handle(s, operation{method: "DELETE", path: "/api/session", id: "sign-out", summary: "Sign out", permission: study.SignedIn, tag: "account", status: 204},
		func(ctx context.Context, by study.Actor, _ *struct{}) (*nothing, error) {
			if err := s.app.SignOut(ctx, by); err != nil {
				return nil, err
			}
			return &nothing{}, s.giveCookie(ctx, "")
		})
	s.openSessionRoutes()
}

// giveCookie sets the session's cookie, or with an empty token takes it away.
func (s *server) giveCookie(ctx context.Context, token string) error {
	c := ginOf(ctx)
	session, err := s.sessions.New(c.Request, cookieName)
	if err != nil {
		return err
	}
	session.ID = token
	if token == "" {
		session.Options.MaxAge = -1
	}
	return session.Save(c.Request, c.Writer)
}

type openSession struct {
	study.Session
	Current bool `json:"current" doc:"Whether it is the one that asks"`
}

func (s *server) openSessionRoutes() {
	handle(s, operation{method: "GET", path: "/api/sessions", id: "list-sessions", summary: "Where am I signed in?", permission: study.SignedIn, tag: "account"},
		func(ctx context.Context, by study.Actor, _ *struct{}) (*answer[page[openSession]], error) {
			list, err := s.app.Sessions(ctx, by)
			out := make([]openSession, len(list))
			for i, one := range list {
				out[i] = openSession{one, one.ID == by.Session}
			}
			return listed(out, err)
		})
	type one struct {
		Session string `path:"session" format:"uuid"`
	}
	handle(s, operation{method: "DELETE", path: "/api/sessions/{session}", id: "end-session", summary: "End a session on any browser", permission: study.SignedIn, tag: "account", status: 204},
		func(ctx context.Context, by study.Actor, in *one) (*nothing, error) {
			return &nothing{}, s.app.EndSession(ctx, by, study.ID(in.Session))
		})
}

func (s *server) tokenRoutes() {
	handle(s, operation{method: "GET", path: "/api/tokens", id: "list-tokens", summary: "My personal access tokens", permission: study.SignedIn, tag: "account"},
		func(ctx context.Context, by study.Actor, _ *struct{}) (*answer[page[study.Token]], error) {
			return listed(s.app.Tokens(ctx, by))
		})
	type newToken struct {
		Body struct {
			Name string `json:"name"`
		}
	}
	type shown struct {
		ID        study.ID  `json:"id"`
		Name      string    `json:"name"`
		Token     string    `json:"token" doc:"Shown this once"`
		CreatedAt time.Time `json:"createdAt"`
	}
	handle(s, operation{method: "POST", path: "/api/tokens", id: "add-token", summary: "Make a personal access token", permission: study.SignedIn, tag: "account", status: 201},
		func(ctx context.Context, by study.Actor, in *newToken) (*answer[shown], error) {
			t, secret, err := s.app.AddToken(ctx, by, in.Body.Name)
			return answered(shown{t.ID, t.Name, secret, t.CreatedAt}, err)
		})
	type one struct {
		Token string `path:"token" format:"uuid"`
	}
	handle(s, operation{method: "DELETE", path: "/api/tokens/{token}", id: "remove-token", summary: "Revoke a token", permission: study.SignedIn, tag: "account", status: 204},
		func(ctx context.Context, by study.Actor, in *one) (*nothing, error) {
			return &nothing{}, s.app.RemoveToken(ctx, by, study.ID(in.Token))
		})
}
