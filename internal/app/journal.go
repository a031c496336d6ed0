package app

import (
	"context"
	"math"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Pick narrows what a look back through the journal finds.
type Pick = store.Pick

// JournalPage asks for entries after a number, oldest first; or with Before set for those
// before it, newest first. What narrows it asks newest first.
type JournalPage struct {
	After, Before int64
	Pick          Pick // who, what and when; its own Before is not looked at
	Limit         int
}

const mostEntries = 500

// Journal gives a page of the project's journal.
func (a *App) Journal(ctx context.Context, by study.Actor, project study.ID, page JournalPage) ([]study.Entry, error) {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return nil, err
	}
	if page.Limit <= 0 || page.Limit > mostEntries {
		page.Limit = mostEntries
	}
	pick := page.Pick
	if pick.Before = page.Before; pick.Before == 0 && pick != (Pick{}) {
		pick.Before = math.MaxInt64
	}
	r := a.store.Read(ctx)
	var list []study.Entry
	if pick.Before > 0 {
		list, err = r.EntriesBefore(project, pick, page.Limit)
	} else {
		list, err = r.Entries(project, page.After, page.Limit)
	}
	if err != nil {
		return nil, err
	}
	return list, veil(r, project, role, list)
}

// veil puts pseudonyms where entries hold names, unless a lead reads them: what was said
// before the names were replaced is in the journal as it was.
func veil(r store.Reader, project study.ID, role study.Role, list []study.Entry) error {
	if role == study.Lead {
		return nil
	}
	names, err := r.Pseudonyms(project)
	if err != nil || len(names) == 0 {
		return err
	}
	naming := study.NewNaming(names)
	for i := range list {
		for j, c := range list[i].Changes {
			list[i].Changes[j] = c.Reworded(naming.Replace)
		}
	}
	return nil
}

// Listener hears what happens in a project. Each is called from one goroutine; when one
// fails, following ends.
type Listener struct {
	Entry func(study.Entry) error // every entry, in order, with none missing
	Here  func(Presence) error    // someone came, moved or left
}

// Follow tells the entries after a number and where colleagues are, as it comes, until ctx ends.
func (a *App) Follow(ctx context.Context, by study.Actor, project study.ID, after int64, to Listener) error {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return err
	}
	news, stop := a.store.Follow(project)
	defer stop()
	moves, leave := a.here.follow(project, by)
	defer leave()
	for {
		if after, err = a.tell(ctx, project, role, after, to.Entry); err != nil {
			return err
		}
		if err := await(ctx, news, moves, to.Here); err != nil {
			return err
		}
		if role, err = a.role(ctx, by, project, study.MayRead); err != nil {
			return err // taken off the team meanwhile
		}
	}
}

// await passes on where colleagues are until there is news.
func await(ctx context.Context, news <-chan study.ID, moves <-chan Presence, here func(Presence) error) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-news:
			return nil
		case p := <-moves:
			if err := here(p); err != nil {
				return err
			}
		}
	}
}

// tell sends all entries after a number and gives the last that there is.
func (a *App) tell(ctx context.Context, project study.ID, role study.Role, after int64, send func(study.Entry) error) (int64, error) {
	for {
		r := a.store.Read(ctx)
		list, err := r.Entries(project, after, mostEntries)
		if err != nil {
			return after, err
		}
		if err := veil(r, project, role, list); err != nil {
			return after, err
		}
		for _, e := range list {
			if err := send(e); err != nil {
				return after, err
			}
			after = e.Seq
		}
		if len(list) < mostEntries {
			return after, nil
		}
	}
}
