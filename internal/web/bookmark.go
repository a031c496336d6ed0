package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/study"
)

type OneBookmark struct {
	InProject
	Bookmark string `path:"bookmark" format:"uuid"`
}

// bookmarkDone is a bookmark with the journal number of what was done to it.
type bookmarkDone struct {
	study.Bookmark
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func marked(b study.Bookmark, entry study.Entry, err error) (*answer[bookmarkDone], error) {
	return answered(bookmarkDone{b, entry.Seq}, err)
}

func (s *server) bookmarkRoutes() {
	type list struct {
		InProject
		Source string `query:"source" doc:"Only those in this source"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/bookmarks", id: "list-bookmarks", summary: "My bookmarks, in text order", permission: study.MayRead, tag: "bookmark"},
		func(ctx context.Context, by study.Actor, in *list) (*answer[page[study.Bookmark]], error) {
			return listed(s.app.Bookmarks(ctx, by, in.id(), study.ID(in.Source)))
		})
	type newBookmark struct {
		InProject
		Body struct {
			Source   study.ID `json:"source"`
			Position int      `json:"position" doc:"Code point"`
			Name     string   `json:"name,omitempty"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/bookmarks", id: "add-bookmark", summary: "Mark a place for myself", permission: study.MayCode, tag: "bookmark", status: 201},
		func(ctx context.Context, by study.Actor, in *newBookmark) (*answer[bookmarkDone], error) {
			return marked(s.app.AddBookmark(ctx, by, in.id(), study.Bookmark{SourceID: in.Body.Source, Position: in.Body.Position, Name: in.Body.Name}))
		})
	type naming struct {
		OneBookmark
		Body struct {
			Name string `json:"name"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/bookmarks/{bookmark}", id: "name-bookmark", summary: "Name one of my bookmarks", permission: study.MayCode, tag: "bookmark"},
		func(ctx context.Context, by study.Actor, in *naming) (*answer[bookmarkDone], error) {
			return marked(s.app.NameBookmark(ctx, by, in.id(), study.ID(in.Bookmark), in.Body.Name))
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/bookmarks/{bookmark}", id: "remove-bookmark", summary: "Take one of my bookmarks away", permission: study.MayCode, tag: "bookmark"},
		func(ctx context.Context, by study.Actor, in *OneBookmark) (*answer[done], error) {
			return entered(s.app.RemoveBookmark(ctx, by, in.id(), study.ID(in.Bookmark)))
		})
}
