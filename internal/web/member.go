package web

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type OneMember struct {
	InProject
	Account string `path:"account" format:"uuid"`
}

func (s *server) memberRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/members", id: "list-members", summary: "The team", permission: study.MayRead, tag: "team"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[app.TeamMember]], error) {
			return listed(s.app.Members(ctx, by, in.id()))
		})
	type roleChange struct {
		OneMember
		Body struct {
			Role study.Role `json:"role"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/members/{account}", id: "change-role", summary: "Give a member another role", permission: study.MayManage, tag: "team", status: 204},
		func(ctx context.Context, by study.Actor, in *roleChange) (*nothing, error) {
			return &nothing{}, s.app.ChangeRole(ctx, by, in.id(), study.ID(in.Account), in.Body.Role)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/members/{account}", id: "remove-member", summary: "Take someone off the team, or leave", permission: study.MayRead, tag: "team", status: 204},
		func(ctx context.Context, by study.Actor, in *OneMember) (*nothing, error) {
			return &nothing{}, s.app.RemoveMember(ctx, by, in.id(), study.ID(in.Account))
		})
	s.invitingRoutes()
	s.hereRoutes()
}

func (s *server) invitingRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/invitations", id: "list-invitations", summary: "Invitations, newest first", permission: study.MayManage, tag: "team"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[study.Invitation]], error) {
			return listed(s.app.Invitations(ctx, by, in.id()))
		})
	type newInvitation struct {
		InProject
		Body struct {
			Role study.Role `json:"role"`
		}
	}
	type invited struct {
		ID        study.ID   `json:"id"`
		Role      study.Role `json:"role"`
		URL       string     `json:"url" doc:"The link, shown this once"`
		ExpiresAt time.Time  `json:"expiresAt"`
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/invitations", id: "invite", summary: "Make a link that lets one person join", permission: study.MayManage, tag: "team", status: 201},
		func(ctx context.Context, by study.Actor, in *newInvitation) (*answer[invited], error) {
			i, token, err := s.app.Invite(ctx, by, in.id(), in.Body.Role)
			return answered(invited{i.ID, i.Role, s.publicURL(ctx) + "/join/" + token, i.ExpiresAt}, err)
		})
	type one struct {
		InProject
		Invitation string `path:"invitation" format:"uuid"`
	}
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/invitations/{invitation}", id: "remove-invitation", summary: "Take an invitation back", permission: study.MayManage, tag: "team", status: 204},
		func(ctx context.Context, by study.Actor, in *one) (*nothing, error) {
			return &nothing{}, s.app.RemoveInvitation(ctx, by, in.id(), study.ID(in.Invitation))
		})
}

// publicURL is how the browser that asks reaches this server.
func (s *server) publicURL(ctx context.Context) string {
	if s.options.PublicURL != "" {
		return s.options.PublicURL
	}
	r := ginOf(ctx).Request
	if secure(r, "") {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

func (s *server) hereRoutes() {
	type whereabouts struct {
		InProject
		Body struct {
			Source   string `json:"source,omitempty"`
			Position *int   `json:"position,omitempty" doc:"Code point at the top of what I see"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/here", id: "say-here", summary: "Say where I am, and hear who else is here", permission: study.MayRead, tag: "team"},
		func(ctx context.Context, by study.Actor, in *whereabouts) (*answer[page[app.Presence]], error) {
			return listed(s.app.Here(ctx, by, in.id(), app.Where{Source: study.ID(in.Body.Source), Position: in.Body.Position}))
		})
}
