package app_test

import (
	"context"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// follow tells what someone's browser hears of colleagues until it is closed.
func follow(t *testing.T, a *app.App, by study.Actor, project study.ID) (heard <-chan app.Presence, leave func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	moves, entered, ended := make(chan app.Presence, 16), make(chan struct{}), make(chan struct{})
	first := true
	go func() {
		defer close(ended)
		_ = a.Follow(ctx, by, project, 0, app.Listener{ // it ends because ctx does
			Entry: func(study.Entry) error {
				if first {
					first = false
					close(entered)
				}
				return nil
			},
			Here: func(p app.Presence) error { moves <- p; return nil },
		})
	}()
	<-entered
	return moves, func() {
		cancel()
		<-ended
	}
}

// next is the next that is heard of someone.
func next(t *testing.T, heard <-chan app.Presence, of study.Actor) app.Presence {
	t.Helper()
	late := time.After(30 * time.Second)
	for {
		select {
		case p := <-heard:
			if p.Account == of.Account.ID {
				return p
			}
		case <-late:
			t.Fatalf("nothing was heard of %s", of.Account.Name)
		}
	}
}

func TestColleaguesHearWhereSomeoneIsAndThatTheyLeft(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		ann, ben, other := w.people[0], w.people[1], w.App
		if w.rows.URL != "" {
			other = besides(t, w.rows) // Ben's browser speaks to another process
		}
		source, err := w.anySource(ann)
		must(t, err)
		heard, leave := follow(t, w.App, ann, w.project)
		defer leave()
		_, close := follow(t, other, ben, w.project)
		at := 7
		_, err = other.Here(t.Context(), ben, w.project, app.Where{Source: source.ID, Position: &at})
		must(t, err)
		if p := next(t, heard, ben); p.Source != source.ID || p.Position == nil || *p.Position != at || p.Name != "Ben" || p.Gone {
			t.Errorf("Ann hears %+v", p)
		}
		others, err := w.Here(t.Context(), ann, w.project, app.Where{})
		must(t, err)
		if len(others) != 1 || others[0].Account != ben.Account.ID {
			t.Errorf("with Ann are %+v", others)
		}
		close()
		if p := next(t, heard, ben); !p.Gone {
			t.Errorf("after Ben left Ann hears %+v", p)
		}
	})
}

// besides is another process on the same database.
func besides(t *testing.T, o store.Options) *app.App {
	t.Helper()
	s, err := store.Open(t.Context(), o)
	must(t, err)
	folder := t.TempDir()
	blobs, err := store.OpenBlobs(filepath.Join(folder, "files"))
	must(t, err)
	a := app.New(s, blobs, filepath.Join(folder, "index"), slog.New(slog.DiscardHandler))
	t.Cleanup(func() {
		a.Close()
		must(t, blobs.Close())
		must(t, s.Close())
	})
	return a
}
