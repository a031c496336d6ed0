// Package web is the HTTP side of Selvedge: routes, sessions, JSON, live events and
// the embedded interface. It decides nothing; every action is app's.
package web

import (
	"compress/gzip"
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
	"github.com/gorilla/sessions"
	"github.com/klauspost/compress/gzhttp"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// Options are what the server needs beside the actions.
type Options struct {
	App            *app.App
	UI             fs.FS    // the built interface, index.html at its root
	Version        string   // shown in the API description
	PublicURL      string   // how people reach the server; links begin with it. Empty: as asked
	TrustedProxies []string // addresses whose X-Forwarded-For is believed
	Log            *slog.Logger
	Until          context.Context // when it is done, streams of events end; other requests go on. Nil: never
}

type server struct {
	app      *app.App
	api      huma.API
	sessions sessions.Store
	options  Options
	log      *slog.Logger
}

// New makes the handler of the whole server.
func New(o Options) (http.Handler, error) {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	if err := engine.SetTrustedProxies(o.TrustedProxies); err != nil {
		return nil, err
	}
	s := &server{app: o.App, options: o, log: o.Log}
	s.sessions = &cookies{app: o.App, public: o.PublicURL}
	engine.Use(s.recovered, headers, s.limitBody, s.authenticate)
	s.api = humagin.New(engine, describe(o.Version))
	s.routes()
	if err := s.serveUI(engine); err != nil {
		return nil, err
	}
	protect := http.NewCrossOriginProtection()
	protect.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		writeProblem(w, study.Errorf(study.Forbidden, "This request came from another site."))
	}))
	compress, err := gzhttp.NewWrapper(gzhttp.CompressionLevel(gzip.BestSpeed), gzhttp.MinSize(1400), gzhttp.ContentTypes(compressible))
	if err != nil {
		return nil, err
	}
	return compress(protect.Handler(engine)), nil
}

// compressible leaves out what is compressed already, and streams of events, which must
// not wait for a full block.
var compressible = []string{"application/json", "application/problem+json", "text/plain", "text/html", "text/css", "text/csv", "text/javascript", "application/javascript", "image/svg+xml"}

// Description is the OpenAPI document, for tools that run without a server.
func Description(version string) ([]byte, error) {
	gin.SetMode(gin.ReleaseMode)
	s := &server{}
	s.api = humagin.New(gin.New(), describe(version))
	s.routes()
	return s.api.OpenAPI().MarshalJSON()
}

func describe(version string) huma.Config {
	config := huma.DefaultConfig("Selvedge", version)
	config.Info.Description = "Coding interviews and focus groups as a team. Positions are code points, ranges are half-open, times are UTC."
	config.OpenAPIPath = "/api/openapi"
	config.DocsPath, config.SchemasPath = "", ""
	config.CreateHooks = nil // no $schema in every answer
	config.FieldsOptionalByDefault = false
	config.Components.Schemas.RegisterTypeAlias(reflect.TypeFor[publish.Quotes](), reflect.TypeFor[[]publish.PagesQuote]())
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"session": {Type: "apiKey", In: "cookie", Name: cookieName},
		"token":   {Type: "http", Scheme: "bearer"},
	}
	return config
}

func (s *server) routes() {
	s.health()
	s.sessionRoutes()
	s.accountRoutes()
	s.projectRoutes()
	s.memberRoutes()
	s.strandRoutes()
	s.sourceRoutes()
	s.recordingRoutes()
	s.codeRoutes()
	s.codebookRoutes()
	s.codeSetRoutes()
	s.savedSearchRoutes()
	s.reportRoutes()
	s.historyRoutes()
	s.codingRoutes()
	s.passageRoutes()
	s.bookmarkRoutes()
	s.revisionRoutes()
	s.reviewRoutes()
	s.variableRoutes()
	s.caseRoutes()
	s.surveyRoutes()
	s.analysisRoutes()
	s.crossrefRoutes()
	s.pictureRoutes()
	s.memoRoutes()
	s.searchRoutes()
	s.excerptRoutes()
	s.journalRoutes()
	s.pseudonymRoutes()
	s.erasureRoutes()
	s.exchangeRoutes()
	s.exportRoutes()
	s.mergeRoutes()
}

// operation is one route with the permission that its action asks for. Tests walk all
// operations and hold them against it.
type operation struct {
	method, path, id, summary string
	permission                study.Permission
	status                    int
	tag                       string
}

// handle registers an operation whose handler is given the actor.
func handle[I, O any](s *server, op operation, handler func(ctx context.Context, by study.Actor, in *I) (*O, error)) {
	spec := huma.Operation{Method: op.method, Path: op.path, OperationID: op.id, Summary: op.summary, DefaultStatus: op.status,
		Tags: []string{op.tag}, MaxBodyBytes: maxBody, Metadata: map[string]any{"permission": op.permission},
		Extensions: map[string]any{"x-permission": string(op.permission)}}
	if op.permission != study.Everyone {
		spec.Security = []map[string][]string{{"session": {}}, {"token": {}}}
		spec.Middlewares = huma.Middlewares{signedIn} // before the body is read
	}
	huma.Register(s.api, spec, func(ctx context.Context, in *I) (*O, error) {
		out, err := handler(ctx, actorOf(ctx), in)
		if err != nil {
			return nil, s.problem(ctx, err)
		}
		return out, nil
	})
}

// page is a list as every route answers it.
type page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"Cursor of the next page; absent at the end"`
	Total int    `json:"total"`
}

// answer is an answer with a body.
type answer[T any] struct{ Body T }

// nothing is an answer without one.
type nothing struct{}

func answered[T any](body T, err error) (*answer[T], error) {
	if err != nil {
		return nil, err
	}
	return &answer[T]{body}, nil
}

func listed[T any](items []T, err error) (*answer[page[T]], error) {
	if items == nil {
		items = []T{}
	}
	return answered(page[T]{Items: items, Total: len(items)}, err)
}

// InProject is the part of an address that names a project.
type InProject struct {
	Project string `path:"project" format:"uuid" doc:"Project"`
}

func (p InProject) id() study.ID { return study.ID(p.Project) }

// optionalID reads an id that may be left out.
func optionalID(text string) (study.ID, error) {
	if text == "" {
		return "", nil
	}
	return study.ParseID(text)
}

// IfMatch reads an If-Match header: the version that was seen, or 0.
type IfMatch struct {
	IfMatch string `header:"If-Match" doc:"Version that was seen; a stale one is refused with the present state"`
}

func (s *server) health() {
	type state struct {
		Status string `json:"status"`
	}
	handle(s, operation{method: "GET", path: "/healthz", id: "health", summary: "Is the process alive?", permission: study.Everyone, tag: "operation"},
		func(context.Context, study.Actor, *struct{}) (*answer[state], error) {
			return answered(state{"ok"}, nil)
		})
	handle(s, operation{method: "GET", path: "/readyz", id: "ready", summary: "Does the database answer?", permission: study.Everyone, tag: "operation"},
		func(ctx context.Context, _ study.Actor, _ *struct{}) (*answer[state], error) {
			ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
			defer cancel()
			if err := s.app.Ready(ctx); err != nil {
				s.log.Error("not ready", "error", err)
				return nil, huma.Error503ServiceUnavailable("The database does not answer.")
			}
			return answered(state{"ready"}, nil)
		})
}
