// Package app is what a person can do: one method is one action, checks the actor's
// permission in its first line, and is one transaction with one journal entry.
package app

import (
	"context"
	"log/slog"
	"sync"

	"github.com/selvedge/selvedge/internal/search"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// App holds what the actions work on. It is safe for concurrent use.
type App struct {
	MaxRecording int64 // bytes that a recording may have; set before the first action

	store    *store.Store
	blobs    *store.Blobs
	index    *search.Index
	attempts *attempts
	imports  chan struct{} // at most this many files are read at once
	here     *here
	coded    *coded
	cases    *kept[[]study.Case]
	ties     *kept[[]study.Tie]
	rows     *kept[*responseColumns]
	given    *kept[*answers] // without what is of cases
	answers  *kept[*answers]
	voices   *kept[map[study.ID]*voices]
	marks    *kept[*marks]
	words    *kept[[]study.WordsSaid]
	named    map[string]*kept[*things] // by kind
	books    *kept[int]                // how many times each codebook was changed
	stop     func()
	ahead    sync.WaitGroup // what is read before it is asked for
}

// New makes an App over an open, migrated store. The index lives in a folder that may
// be deleted at any time.
func New(s *store.Store, blobs *store.Blobs, indexFolder string, log *slog.Logger) *App {
	a := unfollowing(s, blobs, indexFolder, log)
	a.stop = a.followJournal()
	return a
}

// unfollowing makes an App whose index doesn't hear of what is done.
func unfollowing(s *store.Store, blobs *store.Blobs, indexFolder string, log *slog.Logger) *App {
	a := &App{MaxRecording: 2 << 30, store: s, blobs: blobs, index: search.New(indexFolder, feed{s}, log), attempts: newAttempts(), imports: make(chan struct{}, 2), here: newHere(s), coded: newCoded(), cases: newKeptCases(), ties: newKeptTies(), rows: newKeptResponses(), voices: newKeptVoices(), words: newKeptWords()}
	a.given = newKeptGiven(a.rows)
	a.answers, a.marks = newKeptAnswers(a.given, a.cases), newKeptMarks(a.voices, a.coded)
	a.books, a.named = newKeptRevisions(), newKeptNamed()
	a.stop = func() {}
	return a
}

// followJournal wakes the index whenever any project's journal has grown.
func (a *App) followJournal() (stop func()) {
	news, unfollow := a.store.Follow("")
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-done:
				return
			case project := <-news:
				a.wakeIndex(project)
			}
		}
	}()
	return func() {
		unfollow()
		close(done)
		<-ended
	}
}

func (a *App) wakeIndex(project study.ID) {
	seq, err := a.store.Read(context.Background()).Seq(project)
	if err != nil {
		return // the project is gone, or a search asks again soon
	}
	a.index.Wake(project, seq)
}

// Close flushes the index. The store and the blobs belong to the caller.
func (a *App) Close() {
	a.stop()
	a.ahead.Wait()
	a.index.Close()
}

// Ready says whether the database answers.
func (a *App) Ready(ctx context.Context) error { return a.store.Ping(ctx) }

// allow gives nil when the actor's role in the project has the permission. Who is no
// member learns nothing, not even that the project exists.
func (a *App) allow(ctx context.Context, by study.Actor, project study.ID, p study.Permission) error {
	_, err := a.role(ctx, by, project, p)
	return err
}

func (a *App) role(ctx context.Context, by study.Actor, project study.ID, p study.Permission) (study.Role, error) {
	if by.Account.ID == "" {
		return "", study.Errorf(study.Unauthenticated, "Sign in first.")
	}
	role, err := a.store.Read(ctx).Role(project, by.Account.ID)
	switch {
	case err != nil:
		return "", err
	case role == "":
		return "", study.Errorf(study.NotFound, "There is no such project.")
	case !role.May(p):
		return "", study.Errorf(study.Forbidden, "As a %s you can't do this; a lead of the project can change your role.", role)
	}
	return role, nil
}

// act runs an action of a project under the actor's name.
func (a *App) act(ctx context.Context, by study.Actor, project study.ID, verb string, fn func(tx *store.Tx) error) (study.Entry, error) {
	entry, err := a.store.Act(ctx, store.Action{Project: project, Actor: by.Account.ID, Verb: verb}, fn)
	a.readAfter(ctx, entry)
	return entry, err
}
