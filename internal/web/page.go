package web

import (
	"context"
	"net/http"

	"github.com/selvedge/selvedge/internal/study"
)

// OnePage is the part of an address that names a page of a source.
type OnePage struct {
	OneSource
	Page int `path:"page" minimum:"1" doc:"Number of the page, from 1"`
}

// pageWords is a page with the places of its words.
type pageWords struct {
	study.Page
	Words []study.PageWord `json:"words" doc:"In the order of the text; ranges count in the source's present text"`
}

// picture is a picture that the browser keeps, and asks about before it shows it again.
type picture struct {
	Status       int
	ContentType  string `header:"Content-Type"`
	CacheControl string `header:"Cache-Control"`
	ETag         string `header:"ETag"`
	Body         []byte
}

func (s *server) pageRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/pages", id: "list-pages", summary: "The pages of the file that the source was made of; none without pages", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[page[study.Page]], error) {
			return listed(s.app.Pages(ctx, by, in.id(), in.source()))
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/pages/{page}", id: "get-page", summary: "Where the words of the text stand on a page", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OnePage) (*answer[pageWords], error) {
			p, err := s.app.Page(ctx, by, in.id(), in.source(), in.Page)
			return answered(pageWords{p, p.Words}, err)
		})
	type drawn struct {
		OnePage
		Width int    `query:"width" minimum:"0" default:"1200" doc:"Pixels; drawn into the limits of 200 to 2400"`
		Seen  string `header:"If-None-Match"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/pages/{page}/image", id: "get-page-image", summary: "A page as a picture", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *drawn) (*picture, error) {
			png, tag, err := s.app.PageImage(ctx, by, in.id(), in.source(), in.Page, in.Width, in.Seen)
			if err != nil {
				return nil, err
			}
			out := &picture{Status: http.StatusOK, ContentType: "image/png", CacheControl: "private, no-cache", ETag: tag, Body: png}
			if png == nil {
				out.Status = http.StatusNotModified
			}
			return out, nil
		})
}
