package app

import (
	"context"
	"sync"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Presence is a colleague who has the project open.
type Presence struct {
	Account study.ID  `json:"account"`
	Name    string    `json:"name"`
	Source  study.ID  `json:"source,omitempty" doc:"The source they look at"`
	Since   time.Time `json:"since"`
}

// here remembers who has which project open at this process. It is a courtesy, not a
// record: nothing of it is kept.
type here struct {
	mu  sync.Mutex
	who map[study.ID]map[study.ID]Presence // project, account
}

const hereFor = 45 * time.Second

func newHere() *here { return &here{who: map[study.ID]map[study.ID]Presence{}} }

// Here notes that the actor has the project open, at a source or at none, and gives who
// else was heard of in the last 45 seconds.
func (a *App) Here(ctx context.Context, by study.Actor, project, source study.ID) ([]Presence, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	return a.here.note(project, Presence{Account: by.Account.ID, Name: by.Account.Name, Source: source, Since: study.Now()}), nil
}

func (h *here) note(project study.ID, p Presence) []Presence {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.who[project] == nil {
		h.who[project] = map[study.ID]Presence{}
	}
	h.who[project][p.Account] = p
	out := []Presence{}
	for id, other := range h.who[project] {
		if p.Since.Sub(other.Since) > hereFor {
			delete(h.who[project], id)
		} else if id != p.Account {
			out = append(out, other)
		}
	}
	return out
}
