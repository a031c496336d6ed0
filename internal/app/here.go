package app

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Presence is a colleague who has the project open.
type Presence struct {
	Account  study.ID  `json:"account"`
	Name     string    `json:"name"`
	Source   study.ID  `json:"source,omitempty" doc:"The source they look at"`
	Position *int      `json:"position,omitempty" doc:"Code point at the top of what they see"`
	Since    time.Time `json:"since"`
	Gone     bool      `json:"gone,omitempty" doc:"They have left"`
}

// here remembers who has which project open at this process, and tells it to the others.
// It is a courtesy, not a record: nothing of it is kept.
type here struct {
	mu      sync.Mutex
	who     map[study.ID]map[study.ID]Presence // project, account
	streams map[[2]study.ID]int                // open event streams by project and account
	subs    map[chan Presence]study.ID         // to the project followed
	store   *store.Store
}

const hereFor = 45 * time.Second

func newHere(s *store.Store) *here {
	h := &here{who: map[study.ID]map[study.ID]Presence{}, streams: map[[2]study.ID]int{}, subs: map[chan Presence]study.ID{}, store: s}
	s.OnNote(h.hear)
	return h
}

// Where is what someone looks at; both may be absent.
type Where struct {
	Source   study.ID
	Position *int // code point
}

// Here notes that the actor has the project open, at a source or at none, tells those who
// follow the project, and gives who else was heard of in the last 45 seconds.
func (a *App) Here(ctx context.Context, by study.Actor, project study.ID, at Where) ([]Presence, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	p := Presence{Account: by.Account.ID, Name: by.Account.Name, Source: at.Source, Position: at.Position, Since: study.Now()}
	a.here.say(project, p)
	return a.here.others(project, p), nil
}

// say notes someone's place here and at the other processes.
func (h *here) say(project study.ID, p Presence) {
	h.note(project, p)
	if text, err := json.Marshal(whereabouts{project, p}); err == nil {
		h.store.Tell(string(text))
	}
}

type whereabouts struct {
	Project  study.ID `json:"project"`
	Presence Presence `json:"presence"`
}

// hear notes what another process says.
func (h *here) hear(note string) {
	var w whereabouts
	if json.Unmarshal([]byte(note), &w) == nil {
		h.note(w.Project, w.Presence)
	}
}

func (h *here) note(project study.ID, p Presence) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.who[project] == nil {
		h.who[project] = map[study.ID]Presence{}
	}
	if p.Gone {
		delete(h.who[project], p.Account)
	} else {
		h.who[project][p.Account] = p
	}
	for ch, wanted := range h.subs {
		if wanted != project {
			continue
		}
		select {
		case ch <- p:
		default: // whoever is this far behind asks again soon
		}
	}
}

func (h *here) others(project study.ID, me Presence) []Presence {
	h.mu.Lock()
	defer h.mu.Unlock()
	out := []Presence{}
	for id, other := range h.who[project] {
		if me.Since.Sub(other.Since) > hereFor {
			delete(h.who[project], id)
		} else if id != me.Account {
			out = append(out, other)
		}
	}
	return out
}

// follow gives the comings and goings of a project for as long as someone's stream is open.
// When their last stream ends they are gone.
func (h *here) follow(project study.ID, by study.Actor) (moves <-chan Presence, stop func()) {
	ch, key := make(chan Presence, 64), [2]study.ID{project, by.Account.ID}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.subs[ch] = project
	h.streams[key]++
	return ch, func() {
		if h.leave(ch, key) {
			h.say(project, Presence{Account: by.Account.ID, Name: by.Account.Name, Since: study.Now(), Gone: true})
		}
	}
}

// leave ends a stream and says whether it was someone's last.
func (h *here) leave(ch chan Presence, key [2]study.ID) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.subs, ch)
	if h.streams[key]--; h.streams[key] > 0 {
		return false
	}
	delete(h.streams, key)
	return true
}
