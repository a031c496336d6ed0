package storetest

import (
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var newsClaims = []claim{
	{"a follower wakes when its own process writes", func(t *testing.T, open Open) {
		d := furnished(t, open)
		d.wakes(t, d.Store)
	}},
	{"a follower wakes when another process writes", func(t *testing.T, open Open) {
		d := furnished(t, open)
		d.wakes(t, opened(t, d.options))
	}},
	{"a follower of one project hears of no other", func(t *testing.T, open Open) {
		d := furnished(t, open)
		elsewhere := d
		elsewhere.begin(t, "second")
		news, stop := d.Follow(d.project)
		defer stop()
		for range 3 {
			elsewhere.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(elsewhere.memo("code", elsewhere.code)) })
		}
		d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(d.memo("code", d.code)) })
		if heard := next(t, news); heard != d.project {
			t.Errorf("it heard of %s", heard)
		}
	}},
	{"a follower of all projects hears of every one, however busy it was", func(t *testing.T, open Open) {
		d := furnished(t, open)
		news, stop := d.Follow("")
		defer stop()
		missing := map[study.ID]bool{}
		for range 80 { // more than anyone would keep for it
			p := study.Project{ID: study.NewID(), Name: "one of many", CreatedAt: study.Now()}
			must(t, d.Begin(t.Context(), p, d.ann, func(tx *store.Tx) error {
				return tx.Add(study.Member{AccountID: d.ann, Role: study.Lead, JoinedAt: tx.Now()})
			}))
			missing[p.ID] = true
		}
		for len(missing) > 0 {
			delete(missing, next(t, news))
		}
	}},
	{"a store that is followed can be closed", func(t *testing.T, open Open) {
		s, err := store.Open(t.Context(), open(t))
		must(t, err)
		must(t, s.Migrate(t.Context()))
		_, stop := s.Follow("")
		must(t, s.Close())
		stop()
	}},
}

// wakes writes through one store and waits for the news on the desk's.
func (d *desk) wakes(t *testing.T, by *store.Store) {
	t.Helper()
	news, stop := d.Follow(d.project)
	defer stop()
	entry, err := by.Act(t.Context(), store.Action{Project: d.project, Actor: d.ben}, func(tx *store.Tx) error { return tx.Add(d.memo("code", d.code)) })
	must(t, err)
	for {
		if heard := next(t, news); heard != d.project {
			t.Fatalf("it heard of %s", heard)
		}
		list, err := d.reader(t).Entries(d.project, entry.Seq-1, 10)
		must(t, err)
		if len(list) == 1 {
			return
		}
	}
}

func next(t *testing.T, news <-chan study.ID) study.ID {
	t.Helper()
	select {
	case project := <-news:
		return project
	case <-patient(t).Done():
		t.Fatal("there was no news")
		return ""
	}
}
