package app

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SavedSearches gives a project's saved searches by name.
func (a *App) SavedSearches(ctx context.Context, by study.Actor, project study.ID) ([]study.SavedSearch, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	return a.store.Read(ctx).SavedSearches(project)
}

// SaveSearch keeps a search under a name, for everyone in the project.
func (a *App) SaveSearch(ctx context.Context, by study.Actor, project study.ID, s study.SavedSearch) (study.SavedSearch, study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return s, study.Entry{}, err
	}
	if err := a.checkQuery(ctx, project, s.Query); err != nil {
		return s, study.Entry{}, err
	}
	entry, err := a.act(ctx, by, project, "saved a search", func(tx *store.Tx) error {
		there, err := tx.SavedSearches(project)
		if err != nil {
			return err
		}
		if len(there) >= study.MaxSavedSearches {
			return study.Errorf(study.TooLarge, "A project keeps at most %d searches.", study.MaxSavedSearches)
		}
		s.ProjectID, s.ID, s.CreatedBy, s.CreatedAt, s.Version = project, study.NewID(), by.Account.ID, tx.Now(), 1
		if err := s.Validate(); err != nil {
			return err
		}
		return tx.Add(s)
	})
	return s, entry, err
}

// checkQuery refuses what can't be read as a search.
func (a *App) checkQuery(ctx context.Context, project study.ID, query string) error {
	q, err := a.asking(ctx, a.store.Read(ctx), project, study.SearchQuery{Text: query, Limit: 1})
	if err == nil {
		_, err = a.index.Search(ctx, project, q)
	}
	return err
}

// SavedSearchChange is what can be changed about a saved search; nil leaves a field.
type SavedSearchChange struct {
	Name   *string
	Query  *string
	Filter *study.SavedFilter
}

// ChangeSavedSearch renames a saved search or changes what it asks. Seen is the version that was seen, or 0.
func (a *App) ChangeSavedSearch(ctx context.Context, by study.Actor, project, id study.ID, seen int, c SavedSearchChange) (after study.SavedSearch, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return after, entry, err
	}
	if c.Query != nil {
		if err := a.checkQuery(ctx, project, *c.Query); err != nil {
			return after, entry, err
		}
	}
	entry, err = a.act(ctx, by, project, "changed a saved search", func(tx *store.Tx) error {
		before, err := tx.SavedSearch(project, id)
		if err != nil {
			return err
		}
		after, err = edit(tx, before, seen, func(after *study.SavedSearch) error {
			set(&after.Name, c.Name)
			set(&after.Query, c.Query)
			set(&after.SavedFilter, c.Filter)
			return after.Validate()
		})
		return err
	})
	return after, entry, err
}

// RemoveSavedSearch deletes a saved search; what it finds stays.
func (a *App) RemoveSavedSearch(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a saved search", func(tx *store.Tx) error {
		s, err := tx.SavedSearch(project, id)
		if err != nil {
			return err
		}
		return tx.Remove(s)
	})
}

// SearchNews is what a saved search finds now, beside what the actor found when they last looked.
type SearchNews struct {
	Total    int        `json:"total" doc:"Turns that it finds"`
	New      int        `json:"new" doc:"Those that it did not find when one last looked; all of them when one never did"`
	LookedAt *time.Time `json:"lookedAt,omitempty"`
}

// SearchNews tells what is new of a saved search. A turn that moved is the same as long as its
// words are; of more than study.MostPrints turns only the number is compared.
func (a *App) SearchNews(ctx context.Context, by study.Actor, project, id study.ID) (news SearchNews, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return news, err
	}
	look, there, err := a.store.Read(ctx).SearchLook(project, id, by.Account.ID)
	if err != nil {
		return news, err
	}
	seen, err := look.Seen()
	if err != nil {
		return news, err
	}
	prints, total, fresh, err := a.found(ctx, project, id, seen)
	if err != nil {
		return news, err
	}
	news = SearchNews{Total: total, New: fresh}
	if there {
		news.LookedAt = &look.At
		if look.Hits == "" && look.Total > 0 || prints.Written() == "" {
			news.New = max(0, total-look.Total)
		}
	}
	return news, nil
}

// found counts what a saved search finds, and what of that was not seen.
func (a *App) found(ctx context.Context, project, id study.ID, seen map[uint64]bool) (prints study.Prints, total, fresh int, err error) {
	r := a.store.Read(ctx)
	s, err := r.SavedSearch(project, id)
	if err != nil {
		return prints, 0, 0, err
	}
	q, err := a.asking(ctx, r, project, study.SearchQuery{Text: s.Query, Filter: s.Asks()})
	if err != nil {
		return prints, 0, 0, err
	}
	begin := func() { prints, total, fresh = study.Prints{}, 0, 0 }
	err = a.index.Every(ctx, project, q, begin, func(h study.Hit) {
		total++
		if !seen[prints.Add(h.Source, h.Text)] {
			fresh++
		}
	})
	return prints, total, fresh, err
}

// LookAtSearch notes that the actor has looked at what a saved search finds now. It is no change of
// the project, so that no entry tells of it.
func (a *App) LookAtSearch(ctx context.Context, by study.Actor, project, id study.ID) error {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return err
	}
	r := a.store.Read(ctx)
	seq, err := r.Seq(project)
	if err != nil {
		return err
	}
	leaving, err := r.Erasing(project, seq)
	if err != nil {
		return err
	}
	prints, total, _, err := a.found(ctx, project, id, nil)
	if err != nil {
		return err
	}
	look := study.SearchLook{ProjectID: project, SearchID: id, AccountID: by.Account.ID, Total: total, Hits: prints.Written()}
	return a.store.InTx(ctx, func(tx *store.Tx) error { return keepLook(tx, look, seq, leaving) })
}

// keepLook keeps what was found after an entry of the journal, but no prints when words were
// leaving meanwhile: they could be of these.
func keepLook(tx *store.Tx, look study.SearchLook, seq int64, leaving bool) error {
	if _, err := tx.SavedSearch(look.ProjectID, look.SearchID); err != nil {
		return err
	}
	since, err := tx.Erasing(look.ProjectID, seq)
	if err != nil {
		return err
	}
	if leaving || since {
		look.Hits = ""
	}
	look.At = tx.Now()
	return tx.KeepLook(look)
}

// searchedTurns gives the turns that the saved searches of a filter find now; nil when it names none.
func (a *App) searchedTurns(ctx context.Context, r store.Reader, project study.ID, f study.Filter) (study.TurnSet, error) {
	if len(f.Searches) == 0 {
		return nil, nil
	}
	out := study.TurnSet{}
	for _, id := range f.Searches {
		turns, err := a.turnsOfSearch(ctx, r, project, id)
		if err != nil {
			return nil, err
		}
		out.Add(turns)
	}
	return out, nil
}

func (a *App) turnsOfSearch(ctx context.Context, r store.Reader, project, id study.ID) (study.TurnSet, error) {
	s, err := r.SavedSearch(project, id)
	if err != nil {
		return nil, err
	}
	q, err := a.asking(ctx, r, project, study.SearchQuery{Text: s.Query, Filter: s.Asks()})
	if err != nil {
		return nil, err
	}
	return a.index.Turns(ctx, project, q)
}
