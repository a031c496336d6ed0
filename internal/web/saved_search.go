package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type savedSearchDone struct {
	study.SavedSearch
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

// OneSavedSearch is what its calls are about.
type OneSavedSearch struct {
	InProject
	Search string `path:"search" format:"uuid"`
}

func (in OneSavedSearch) search() study.ID { return study.ID(in.Search) }

func (s *server) savedSearchRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/saved-searches", id: "list-saved-searches", summary: "Saved searches by name", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[study.SavedSearch]], error) {
			return listed(s.app.SavedSearches(ctx, by, in.id()))
		})
	type newSearch struct {
		InProject
		Body struct {
			Name string `json:"name"`
			Q    string `json:"q,omitempty"`
			study.SavedFilter
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/saved-searches", id: "save-search", summary: "Keep a search under a name", permission: study.MayCode, tag: "search", status: 201},
		func(ctx context.Context, by study.Actor, in *newSearch) (*answer[savedSearchDone], error) {
			b := in.Body
			saved, entry, err := s.app.SaveSearch(ctx, by, in.id(), study.SavedSearch{Name: b.Name, Query: b.Q, SavedFilter: b.SavedFilter})
			return answered(savedSearchDone{saved, entry.Seq}, err)
		})
	s.savedSearchChanges()
	s.savedSearchLooks()
}

func (s *server) savedSearchChanges() {
	type searchChange struct {
		OneSavedSearch
		IfMatch
		Body struct {
			Name   *string            `json:"name,omitempty"`
			Q      *string            `json:"q,omitempty"`
			Filter *study.SavedFilter `json:"filter,omitempty" doc:"All that narrows it"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/saved-searches/{search}", id: "change-saved-search", summary: "Rename a saved search or change what it asks", permission: study.MayCode, tag: "search"},
		func(ctx context.Context, by study.Actor, in *searchChange) (*answer[savedSearchDone], error) {
			c := app.SavedSearchChange{Name: in.Body.Name, Query: in.Body.Q, Filter: in.Body.Filter}
			saved, entry, err := s.app.ChangeSavedSearch(ctx, by, in.id(), in.search(), in.seen(), c)
			return answered(savedSearchDone{saved, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/saved-searches/{search}", id: "remove-saved-search", summary: "Delete a saved search; what it finds stays", permission: study.MayCode, tag: "search"},
		func(ctx context.Context, by study.Actor, in *OneSavedSearch) (*answer[done], error) {
			return entered(s.app.RemoveSavedSearch(ctx, by, in.id(), in.search()))
		})
}

func (s *server) savedSearchLooks() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/saved-searches/{search}/news", id: "search-news", summary: "What a saved search finds that I have not seen", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *OneSavedSearch) (*answer[app.SearchNews], error) {
			return answered(s.app.SearchNews(ctx, by, in.id(), in.search()))
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/saved-searches/{search}/look", id: "look-at-search", summary: "Note that I have seen what a saved search finds now", permission: study.MayRead, tag: "search", status: 204},
		func(ctx context.Context, by study.Actor, in *OneSavedSearch) (*nothing, error) {
			return &nothing{}, s.app.LookAtSearch(ctx, by, in.id(), in.search())
		})
}
