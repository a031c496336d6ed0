package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"reflect"
	"time"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// Reader asks questions. Inside a transaction it sees the transaction's own changes.
type Reader struct {
	db          *gorm.DB
	contents    *contents
	uncommitted bool // what is read may never have been
}

// Read gives a Reader outside any transaction: each question sees what is committed.
func (s *Store) Read(ctx context.Context) Reader {
	return Reader{db: s.read.WithContext(ctx), contents: s.contents}
}

// Tx is a transaction. What it writes through Add, Set and Remove becomes one journal entry.
type Tx struct {
	Reader
	project study.ID
	actor   study.ID
	now     time.Time
	changes []study.Change
}

// Actor is who acts.
func (tx *Tx) Actor() study.ID { return tx.actor }

// Now is the time of the whole action.
func (tx *Tx) Now() time.Time { return tx.now }

// InTx runs fn in one transaction that keeps no journal: for accounts, sessions and
// whatever else belongs to no project. Inside another it would wait for ever; use tx.Try there.
func (s *Store) InTx(ctx context.Context, fn func(tx *Tx) error) error {
	err := s.write.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		return fn(&Tx{Reader: Reader{db: db, contents: s.contents, uncommitted: true}, now: study.Now()})
	})
	return study.Wrap(err, "write to the database")
}

// Try runs fn under a savepoint: when it fails, its changes are gone and the
// transaction goes on.
func (tx *Tx) Try(fn func(tx *Tx) error) error {
	kept := len(tx.changes)
	err := tx.db.Transaction(func(db *gorm.DB) error {
		inner := *tx
		inner.db = db
		err := fn(&inner)
		tx.changes = inner.changes
		return err
	})
	if err != nil {
		tx.changes = tx.changes[:kept]
	}
	return err
}

// Action says who does what, for the journal.
type Action struct {
	Project study.ID
	Actor   study.ID
	Verb    string
	Undoes  int64
}

var errNothing = errors.New("nothing changed")

// Act runs fn in one transaction and writes what it changed as one journal entry.
// Taking the project's next number first makes the project's writers wait for each
// other, so that what fn reads stays true until it commits, and numbers have no gaps.
// When fn changes nothing there is no entry, and the zero Entry is given.
func (s *Store) Act(ctx context.Context, a Action, fn func(tx *Tx) error) (study.Entry, error) {
	return s.act(ctx, a, nil, fn)
}

// Begin makes a project whose journal starts with what fn writes.
func (s *Store) Begin(ctx context.Context, p study.Project, actor study.ID, fn func(tx *Tx) error) error {
	return s.begin(ctx, p, Action{Project: p.ID, Actor: actor, Verb: "began the project"}, fn)
}

// Import makes a project that comes from elsewhere, with all that fn writes.
func (s *Store) Import(ctx context.Context, p study.Project, actor study.ID, fn func(tx *Tx) error) error {
	return s.begin(ctx, p, Action{Project: p.ID, Actor: actor, Verb: "imported the project"}, fn)
}

func (s *Store) begin(ctx context.Context, p study.Project, a Action, fn func(tx *Tx) error) error {
	start := func(db *gorm.DB) error { return db.Table("projects").Create(&p).Error }
	_, err := s.act(ctx, a, start, fn)
	return err
}

func (s *Store) act(ctx context.Context, a Action, start func(*gorm.DB) error, fn func(tx *Tx) error) (study.Entry, error) {
	entry := study.Entry{ProjectID: a.Project, ActorID: a.Actor, Verb: a.Verb, Undoes: a.Undoes}
	defer s.queue.enter(a.Project)()
	err := s.write.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		tx := &Tx{Reader: Reader{db: db, contents: s.contents, uncommitted: true}, project: a.Project, actor: a.Actor, now: study.Now()}
		var err error
		if start != nil {
			if err := start(db); err != nil {
				return err
			}
		}
		if entry.Seq, err = nextSeq(db, a.Project); err != nil {
			return err
		}
		if err := fn(tx); err != nil {
			return err
		}
		if len(tx.changes) == 0 {
			return errNothing
		}
		entry.At, entry.Changes = tx.now, tx.changes
		if err := writeEntry(db, &entry); err != nil {
			return err
		}
		return s.recount(db, entry.Aside)
	})
	if errors.Is(err, errNothing) {
		return study.Entry{}, nil
	}
	if err != nil {
		return study.Entry{}, study.Wrap(err, a.Verb)
	}
	s.news.tell(a.Project, entry.Seq)
	return entry, nil
}

func nextSeq(db *gorm.DB, project study.ID) (seq int64, err error) {
	err = db.Raw("UPDATE projects SET seq = seq + 1 WHERE id = ? RETURNING seq", project).Row().Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, study.Errorf(study.NotFound, "There is no such project.")
	}
	return seq, err
}

// Add writes a record that was not there. Times are kept in UTC, cut to microseconds.
func (tx *Tx) Add(r study.Record) error {
	return tx.apply(study.Change{Kind: r.Kind(), ID: r.Key(), After: state(r)})
}

// Set changes a record; before is how this transaction read it. One that is not there is NotFound.
func (tx *Tx) Set(before, after study.Record) error {
	change := study.Change{Kind: after.Kind(), ID: after.Key(), Before: state(before), After: state(after)}
	if bytes.Equal(change.Before, change.After) {
		return nil
	}
	return tx.apply(change)
}

// Remove takes a record away; r is how this transaction read it. One that is not there is
// NotFound, and one that others still belong to is a Conflict.
func (tx *Tx) Remove(r study.Record) error {
	return tx.apply(study.Change{Kind: r.Kind(), ID: r.Key(), Before: state(r)})
}

func (tx *Tx) apply(c study.Change) error {
	k := kinds[c.Kind]
	var err error
	switch {
	case c.Before == nil:
		err = k.insert(tx.db, tx.project, c.After)
	case c.After == nil:
		err = k.remove(tx.db, tx.project, c.ID)
	default:
		err = k.update(tx.db, tx.project, c.ID, c.After)
	}
	if c.After == nil && errors.Is(err, gorm.ErrForeignKeyViolated) {
		return study.Errorf(study.Conflict, "Something still belongs to this %s, so it can't be removed.", c.Kind)
	}
	if err != nil {
		return fail(err, "write a "+c.Kind)
	}
	tx.changes = append(tx.changes, c)
	return nil
}

// state is a record as the journal keeps it, and so as it is written and read again:
// with exact times. The project's counter is the journal's own and no part of what can
// be taken back.
func state(r study.Record) json.RawMessage {
	if p, ok := r.(study.Project); ok {
		p.Seq = 0
		r = p
	}
	raw, err := json.Marshal(exact(r))
	if err != nil {
		panic("a record that JSON can't hold: " + err.Error())
	}
	return raw
}

// exact is a copy of a record whose times are what both databases give back: PostgreSQL
// drops the zone of a time and whatever is finer than microseconds.
func exact(r study.Record) any {
	out := reflect.New(reflect.TypeOf(r)).Elem()
	out.Set(reflect.ValueOf(r))
	for i := range out.NumField() {
		switch at := out.Field(i).Interface().(type) {
		case time.Time:
			out.Field(i).Set(reflect.ValueOf(exactly(at)))
		case *time.Time:
			if at != nil {
				cut := exactly(*at)
				out.Field(i).Set(reflect.ValueOf(&cut))
			}
		}
	}
	return out.Interface()
}

func exactly(at time.Time) time.Time { return at.UTC().Truncate(time.Microsecond) }
