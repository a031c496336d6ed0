package storetest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var journalClaims = []claim{
	{"numbers have no gaps under eight writers, and readers that remember the last one miss nothing", gapless},
	{"an action that fails leaves nothing, not even its number", func(t *testing.T, open Open) {
		d := furnished(t, open)
		before := d.dump(t)
		_, err := d.Act(t.Context(), store.Action{Project: d.project, Actor: d.ann}, func(tx *store.Tx) error {
			must(t, tx.Add(d.memo("code", d.code)))
			return errWanted
		})
		if !errors.Is(err, errWanted) {
			t.Errorf("the action ended with %v", err)
		}
		Same(t, before, d.dump(t))
	}},
	{"an action that changes nothing has no entry", func(t *testing.T, open Open) {
		d := furnished(t, open)
		before := d.dump(t)
		entry := d.act(t, d.ann, func(tx *store.Tx) error {
			code, err := tx.Code(d.project, d.code)
			must(t, err)
			return tx.Set(code, code)
		})
		if entry.Seq != 0 || entry.Changes != nil {
			t.Errorf("there is an entry %v", entry)
		}
		Same(t, before, d.dump(t))
	}},
	{"a project begins with entry 1", func(t *testing.T, open Open) {
		d := furnished(t, open)
		e, err := d.reader(t).Entry(d.project, 1)
		must(t, err)
		if len(e.Changes) != len(d.records("")) || e.ActorID != d.ann || e.Verb != "began the project" {
			t.Errorf("the first entry is %+v", e)
		}
	}},
	{"the entries on one kind of record are found, and the number of a moment", func(t *testing.T, open Open) {
		d := furnished(t, open)
		first := d.act(t, d.ann, func(tx *store.Tx) error { return d.rename(tx, "a new name") })
		memo := d.memo("code", d.code)
		memo.Body = `[{"kind":"code","id":"x"}]`
		between := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(memo) })
		last := d.act(t, d.ann, func(tx *store.Tx) error { return d.rename(tx, "another name") })
		found, err := d.reader(t).EntriesOn(d.project, "code", 1)
		must(t, err)
		if len(found) != 2 || found[0].Seq != first.Seq || found[1].Seq != last.Seq {
			t.Errorf("the entries on codes are %v", found)
		}
		for at, want := range map[time.Time]int64{first.At.Add(-time.Hour): 0, between.At: between.Seq, last.At.Add(time.Hour): last.Seq} {
			seq, err := d.reader(t).SeqAt(d.project, at)
			must(t, err)
			if seq != want {
				t.Errorf("the number at %v is %d and not %d", at, seq, want)
			}
		}
	}},
	{"a project whose beginning fails is not there", func(t *testing.T, open Open) {
		d := furnished(t, open)
		p := study.Project{ID: study.NewID(), Name: "second", CreatedAt: study.Now()}
		if err := d.Begin(t.Context(), p, d.ann, func(*store.Tx) error { return errWanted }); !errors.Is(err, errWanted) {
			t.Errorf("the beginning ended with %v", err)
		}
		_, err := d.reader(t).Project(p.ID)
		wantKind(t, err, study.NotFound)
	}},
	{"an action in a project that is not there is refused", func(t *testing.T, open Open) {
		d := furnished(t, open)
		_, err := d.Act(t.Context(), store.Action{Project: study.NewID(), Actor: d.ann}, func(*store.Tx) error { t.Error("it ran"); return nil })
		wantKind(t, err, study.NotFound)
	}},
	{"the journal is read by page, backwards, by person and by number", pages},
}

// gapless lets eight writers in two processes act, fail and do nothing, in a fixed but
// mixed order, while three readers follow.
func gapless(t *testing.T, open Open) {
	const writers, actions = 8, 24
	d := furnished(t, open)
	processes := []*store.Store{d.Store, opened(t, d.options)}
	ctx := patient(t)
	var writing, reading sync.WaitGroup
	last := make(chan struct{})
	for i := range 3 {
		reading.Go(func() { checkReader(ctx, t, processes[i%2], d.project, last) })
	}
	for i := range writers {
		writing.Go(func() {
			for n, dice := range rand.New(rand.NewPCG(uint64(i), 1)).Perm(actions) {
				if err := oneOf(ctx, d, processes[i%2], dice, fmt.Sprintf("%d of writer %d", n, i)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writing.Wait()
	close(last)
	reading.Wait()
	seq, err := d.reader(t).Seq(d.project)
	must(t, err)
	if want := int64(1 + writers*actions/2); seq != want {
		t.Errorf("the last number is %d after %d actions", seq, want)
	}
}

// oneOf acts, or for some dice fails or does nothing.
func oneOf(ctx context.Context, d desk, s *store.Store, dice int, verb string) error {
	_, err := s.Act(ctx, store.Action{Project: d.project, Actor: d.ann, Verb: verb}, func(tx *store.Tx) error {
		if dice%4 == 0 {
			return nil
		}
		if err := tx.Add(d.memo("code", d.code)); err != nil || dice%4 != 1 {
			return err
		}
		return errWanted
	})
	if errors.Is(err, errWanted) {
		return nil
	}
	return err
}

// checkReader reads on from the number it remembers whenever there is news, until
// nothing more can come.
func checkReader(ctx context.Context, t *testing.T, s *store.Store, project study.ID, last <-chan struct{}) {
	news, stop := s.Follow(project)
	defer stop()
	var seen int64
	for {
		list, err := s.Read(ctx).Entries(project, seen, 5)
		if err != nil {
			t.Errorf("a reader: %v", err)
			return
		}
		for _, e := range list {
			if e.Seq != seen+1 {
				t.Errorf("a reader saw %d after %d", e.Seq, seen)
			}
			seen = e.Seq
		}
		if len(list) > 0 {
			continue
		}
		select {
		case <-news:
		case <-last:
			end, err := s.Read(ctx).Seq(project)
			if err != nil || end == seen {
				return
			}
		case <-ctx.Done():
			t.Error("a reader waited in vain")
			return
		}
	}
}

func pages(t *testing.T, open Open) {
	d := furnished(t, open)
	for i := range 6 {
		d.act(t, []study.ID{d.ann, d.ben}[i%2], func(tx *store.Tx) error { return tx.Add(d.memo("code", d.code)) })
	}
	r := d.reader(t)
	expect := func(what string, list []study.Entry, err error, want string) {
		t.Helper()
		must(t, err)
		got := ""
		for _, e := range list {
			got += fmt.Sprint(e.Seq, " ")
		}
		if got != want {
			t.Errorf("%s are %s and not %s", what, got, want)
		}
	}
	list, err := r.Entries(d.project, 2, 3)
	expect("three after 2", list, err, "3 4 5 ")
	list, err = r.EntriesBefore(d.project, store.Pick{Before: 5}, 2)
	expect("two before 5", list, err, "4 3 ")
	late := math.MaxInt64
	for what, look := range map[string]struct {
		pick store.Pick
		want string
	}{
		"what Ben did":                     {store.Pick{By: d.ben}, "7 5 3 "},
		"what changed memos":               {store.Pick{Kind: "memo"}, "7 6 5 4 3 2 "},
		"what changed passages":            {store.Pick{Kind: "passage"}, ""},
		"what Ann did with memos":          {store.Pick{By: d.ann, Kind: "memo"}, "6 4 2 "},
		"what was done before it began":    {store.Pick{To: instant.Add(-time.Hour)}, ""},
		"what was done after it had begun": {store.Pick{From: instant.Add(-time.Hour), Kind: "memo", By: d.ben}, "7 5 3 "},
	} {
		look.pick.Before = int64(late)
		list, err = r.EntriesBefore(d.project, look.pick, 9)
		expect(what, list, err, look.want)
	}
	list, err = r.StepsBy(d.project, d.ben)
	expect("Ben's steps", list, err, "3 5 7 ")
	e, err := r.Entry(d.project, 4)
	expect("number 4", []study.Entry{e}, err, "4 ")
	_, err = r.Entry(d.project, 8)
	wantKind(t, err, study.NotFound)
}
