package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var errWanted = errors.New("wanted by the test")

var transactionClaims = []claim{
	{"a transaction that fails takes back all it wrote", func(t *testing.T, open Open) {
		d := furnished(t, open)
		a := study.Account{ID: study.NewID(), Email: "carol@example.org", CreatedAt: study.Now()}
		err := d.InTx(t.Context(), func(tx *store.Tx) error {
			if err := tx.AddAccount(a); err != nil {
				return err
			}
			if _, err := tx.Account(a.ID); err != nil {
				t.Errorf("the transaction does not see its own account: %v", err)
			}
			return errWanted
		})
		if !errors.Is(err, errWanted) {
			t.Errorf("the transaction ended with %v", err)
		}
		_, err = d.reader(t).Account(a.ID)
		wantKind(t, err, study.NotFound)
	}},
	{"a panic in a transaction takes back all it wrote and the store goes on", func(t *testing.T, open Open) {
		d := furnished(t, open)
		before := d.dump(t)
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic was swallowed")
				}
			}()
			_, _ = d.Act(t.Context(), store.Action{Project: d.project, Actor: d.ann}, func(tx *store.Tx) error {
				must(t, tx.Add(d.memo("code", d.code)))
				panic("wanted by the test")
			})
		}()
		Same(t, before, d.dump(t))
		d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(d.memo("code", d.code)) })
	}},
	{"an erasure is known while it lasts, and to whoever began before it", func(t *testing.T, open Open) {
		d := furnished(t, open)
		before, err := d.reader(t).Seq(d.project)
		must(t, err)
		erasing := func(after int64) bool {
			t.Helper()
			is, err := d.reader(t).Erasing(d.project, after)
			must(t, err)
			return is
		}
		if erasing(before) {
			t.Error("something is erased before anybody erased")
		}
		entry, err := d.Act(t.Context(), store.Action{Project: d.project, Actor: d.ann, Verb: study.ErasedWords}, func(tx *store.Tx) error {
			return errors.Join(tx.Add(d.memo("code", d.code)), tx.AddErasure())
		})
		must(t, err)
		if !erasing(entry.Seq) {
			t.Error("an erasure that isn't carried out is not known")
		}
		must(t, d.InTx(t.Context(), func(tx *store.Tx) error { return tx.EndErasure(store.Erasure{ProjectID: d.project}) }))
		if !erasing(before) || erasing(entry.Seq) {
			t.Error("an erasure is not known to whoever began before it, or to others too")
		}
	}},
	{"an action whose caller has gone away leaves nothing", func(t *testing.T, open Open) {
		d := furnished(t, open)
		before := d.dump(t)
		ctx, leave := context.WithCancel(t.Context())
		_, err := d.Act(ctx, store.Action{Project: d.project, Actor: d.ann}, func(tx *store.Tx) error {
			defer leave()
			return tx.Add(d.memo("code", d.code))
		})
		if err == nil {
			t.Error("the action succeeded")
		}
		Same(t, before, d.dump(t))
	}},
	{"what is tried under a savepoint and fails is gone, and the rest of the action stands", func(t *testing.T, open Open) {
		d := furnished(t, open)
		first, doomed, last := d.memo("code", d.code), d.memo("code", d.code), d.memo("code", d.code)
		entry := d.act(t, d.ann, func(tx *store.Tx) error {
			must(t, tx.Add(first))
			err := tx.Try(func(tx *store.Tx) error {
				must(t, tx.Add(doomed))
				return tx.Add(first) // is there already
			})
			wantKind(t, err, study.Conflict)
			must(t, tx.Try(func(tx *store.Tx) error { return tx.Add(last) }))
			return nil
		})
		if len(entry.Changes) != 2 || entry.Changes[0].ID != first.ID || entry.Changes[1].ID != last.ID {
			t.Errorf("the journal has %v", entry.Changes)
		}
		list, err := d.reader(t).Memos(d.project, "")
		must(t, err)
		if len(list) != 2 || list[0].ID == doomed.ID || list[1].ID == doomed.ID {
			t.Errorf("the memos are %v", list)
		}
	}},
	{"a savepoint within a savepoint takes back its own part only", func(t *testing.T, open Open) {
		d := furnished(t, open)
		outer, inner := d.memo("code", d.code), d.memo("code", d.code)
		entry := d.act(t, d.ann, func(tx *store.Tx) error {
			return tx.Try(func(tx *store.Tx) error {
				must(t, tx.Add(outer))
				if err := tx.Try(func(tx *store.Tx) error { must(t, tx.Add(inner)); return errWanted }); !errors.Is(err, errWanted) {
					t.Errorf("the inner part ended with %v", err)
				}
				return nil
			})
		})
		if len(entry.Changes) != 1 || entry.Changes[0].ID != outer.ID {
			t.Errorf("the journal has %v", entry.Changes)
		}
		_, err := d.reader(t).Memo(d.project, inner.ID)
		wantKind(t, err, study.NotFound)
	}},
	{"a writer of another process waits instead of failing", func(t *testing.T, open Open) {
		d := furnished(t, open)
		second := opened(t, d.options)
		writing, waiting, ended := make(chan struct{}), make(chan struct{}), make(chan error, 1)
		go func() {
			<-writing
			close(waiting)
			_, err := second.Act(patient(t), store.Action{Project: d.project, Actor: d.ben}, func(tx *store.Tx) error { return tx.Add(d.memo("code", d.code)) })
			ended <- err
		}()
		d.act(t, d.ann, func(tx *store.Tx) error {
			must(t, tx.Add(d.memo("code", d.code)))
			close(writing)
			<-waiting
			select {
			case err := <-ended:
				t.Errorf("the second writer did not wait: %v", err)
			default:
			}
			return nil
		})
		must(t, <-ended)
	}},
	{"readers see what is committed while a writer writes", func(t *testing.T, open Open) {
		d := furnished(t, open)
		d.act(t, d.ann, func(tx *store.Tx) error {
			must(t, tx.Add(d.memo("code", d.code)))
			seen, err := d.Read(patient(t)).Memos(d.project, "")
			must(t, err)
			own, err := tx.Memos(d.project, "")
			must(t, err)
			if len(seen) != 0 || len(own) != 1 {
				t.Errorf("a reader sees %d memos and the writer %d", len(seen), len(own))
			}
			return nil
		})
	}},
}
