package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

func (s *server) journalRoutes() {
	type ask struct {
		InProject
		After   int64     `query:"after" doc:"Entries after this number, oldest first"`
		Before  int64     `query:"before" doc:"Entries before this number, newest first"`
		About   string    `query:"about" doc:"Only what changed this thing or something that names it, newest first"`
		Removed bool      `query:"removed" doc:"Only what took something away, newest first"`
		By      string    `query:"by" doc:"Only what this person did, newest first"`
		Kind    string    `query:"kind" enum:"passage,coding,code,code set,saved search,report,memo,source,recording,speaker,case,variable,tie,strand,member,project" doc:"Only what changed a thing of this kind, newest first"`
		From    time.Time `query:"from" doc:"Only what was done from this time on, newest first"`
		To      time.Time `query:"to" doc:"Only what was done before this time, newest first"`
		Limit   int       `query:"limit" default:"100" minimum:"1" maximum:"500"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/journal", id: "list-journal", summary: "Who changed what, when, from what to what", permission: study.MayRead, tag: "journal"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[page[study.Entry]], error) {
			about, err := optionalID(in.About)
			if err != nil {
				return nil, err
			}
			who, err := optionalID(in.By)
			if err != nil {
				return nil, err
			}
			pick := app.Pick{By: who, About: about, Kind: in.Kind, Removed: in.Removed, From: in.From, To: in.To}
			return listed(s.app.Journal(ctx, by, in.id(), app.JournalPage{After: in.After, Before: in.Before, Pick: pick, Limit: in.Limit}))
		})
	type one struct {
		InProject
		Seq int64 `path:"seq" minimum:"1"`
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/journal/{seq}/undo", id: "undo-entry", summary: "Take one entry back", permission: study.MayCode, tag: "journal"},
		func(ctx context.Context, by study.Actor, in *one) (*answer[study.Entry], error) {
			return answered(s.app.UndoEntry(ctx, by, in.id(), in.Seq))
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/undo", id: "list-steps", summary: "What my next undo and redo would take back", permission: study.MayRead, tag: "journal"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[app.Steps], error) {
			return answered(s.app.Steps(ctx, by, in.id()))
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/undo", id: "undo", summary: "Take my newest action back", permission: study.MayCode, tag: "journal"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[study.Entry], error) {
			return answered(s.app.Undo(ctx, by, in.id()))
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/redo", id: "redo", summary: "Do again what I took back last", permission: study.MayCode, tag: "journal"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[study.Entry], error) {
			return answered(s.app.Redo(ctx, by, in.id()))
		})
	s.eventRoutes()
}

// heartbeat keeps proxies from closing a quiet stream.
const heartbeat = 20 * time.Second

func (s *server) eventRoutes() {
	type follow struct {
		InProject
		LastEventID string `header:"Last-Event-ID" doc:"The last journal number that was seen"`
		After       int64  `query:"after" doc:"The same, for a first connection"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/events", id: "follow", summary: "The journal as it grows: server-sent events whose id is the journal number", permission: study.MayRead, tag: "journal"},
		func(ctx context.Context, by study.Actor, in *follow) (*huma.StreamResponse, error) {
			p, err := s.app.Project(ctx, by, in.id())
			if err != nil {
				return nil, err
			}
			after := p.Seq
			if in.After > 0 {
				after = in.After
			}
			if seen, err := strconv.ParseInt(in.LastEventID, 10, 64); err == nil {
				after = seen
			}
			return &huma.StreamResponse{Body: func(c huma.Context) { s.stream(c, by, in.id(), after) }}, nil
		})
}

func (s *server) stream(c huma.Context, by study.Actor, project study.ID, after int64) {
	c.SetHeader("Content-Type", "text/event-stream")
	c.SetHeader("X-Accel-Buffering", "no")
	ctx, end := context.WithCancel(c.Context())
	defer end()
	if until := s.options.Until; until != nil {
		defer context.AfterFunc(until, end)()
	}
	w := ginOf(ctx).Writer
	out := http.NewResponseController(w)
	_ = out.SetWriteDeadline(time.Time{}) // a stream has no end; a writer without deadlines needs none lifted
	var mu sync.Mutex
	write := func(format string, args ...any) error {
		mu.Lock()
		defer mu.Unlock()
		if _, err := fmt.Fprintf(w, format, args...); err != nil {
			return err
		}
		return out.Flush()
	}
	if write(": following\n\n") != nil {
		return
	}
	go beat(ctx, end, write)
	err := s.app.Follow(ctx, by, project, after, app.Listener{
		Entry: func(e study.Entry) error { return send(write, e, "event: entry\nid: %d\ndata: %s\n\n", e.Seq) },
		Here: func(p app.Presence) error {
			if p.Account == by.Account.ID {
				return nil
			}
			return send(write, p, "event: here\ndata: %s\n\n")
		},
	})
	if err != nil && fault(ctx, err) {
		s.log.Error("events ended", "error", err)
	}
}

// send writes an event whose data, as JSON, fill the last place of its form.
func send(write func(string, ...any) error, data any, form string, before ...any) error {
	text, err := json.Marshal(data)
	if err != nil {
		return err
	}
	return write(form, append(before, text)...)
}

func beat(ctx context.Context, end func(), write func(string, ...any) error) {
	tick := time.NewTicker(heartbeat)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if write(": still here\n\n") != nil {
				end()
				return
			}
		}
	}
}
