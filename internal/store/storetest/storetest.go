// Package storetest is the conformance suite of the store: what holds on SQLite must
// hold on PostgreSQL. It also lends tests of higher storeys their databases.
package storetest

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Open gives the options of an empty database that belongs to the test.
type Open func(t *testing.T) store.Options

// claim is one sentence about the store, with the test that shows it.
type claim struct {
	says string
	show func(t *testing.T, open Open)
}

// Run holds a kind of database against everything the house expects of its store.
func Run(t *testing.T, open Open) {
	all := slices.Concat(migrationClaims, transactionClaims, journalClaims, recordClaims, bulkClaims, boundaryClaims, revertClaims, newsClaims, contentClaims, accountClaims)
	for _, c := range all {
		t.Run(c.says, func(t *testing.T) { c.show(t, open) })
	}
}

// patience is how long a test waits for what must come.
const patience = 60 * time.Second

// Migrated opens a database and migrates it. It is closed when the test ends.
func Migrated(t *testing.T, o store.Options) *store.Store {
	t.Helper()
	s := opened(t, o)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

func opened(t *testing.T, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// desk is a store with a small study on it: two people, a strand, a source of one turn
// by one speaker, two codes and a set of them.
type desk struct {
	*store.Store
	options                                                            store.Options
	ann, ben                                                           study.ID
	project, strand, source, speaker, code, other, set, search, report study.ID
}

const sourceText = "Wir haben gewartet – 👩‍👩‍👧 zwölf Wochen.\nAnd then nobody came."

func furnished(t *testing.T, open Open) desk {
	t.Helper()
	o := open(t)
	d := desk{Store: Migrated(t, o), options: o}
	d.ann, d.ben = d.account(t, "ann@example.org"), d.account(t, "ben@example.org")
	d.begin(t, "first")
	return d
}

func (d *desk) account(t *testing.T, email string) study.ID {
	t.Helper()
	a := study.Account{ID: study.NewID(), Email: email, Name: email, CreatedAt: study.Now()}
	must(t, d.InTx(t.Context(), func(tx *store.Tx) error { return tx.AddAccount(a) }))
	return a.ID
}

// begin makes a project whose texts all hold a word, and puts the desk to it.
func (d *desk) begin(t *testing.T, word string) {
	t.Helper()
	d.project, d.strand, d.source, d.speaker, d.code, d.other, d.set, d.search, d.report = study.NewID(), study.NewID(), study.NewID(), study.NewID(), study.NewID(), study.NewID(), study.NewID(), study.NewID(), study.NewID()
	d.fill(t, word)
}

// fill makes a project of the ids that the desk has.
func (d *desk) fill(t *testing.T, word string) {
	t.Helper()
	p := study.Project{ID: d.project, Name: word, Version: 1, CreatedAt: study.Now()}
	must(t, d.Begin(t.Context(), p, d.ann, func(tx *store.Tx) error {
		r := study.Revision{SourceID: d.source, Number: 1, Text: word + " " + sourceText, Turns: []study.Turn{{Range: study.Range{End: 8}, Speaker: d.speaker}}}
		if err := tx.AddRevision(r); err != nil {
			return err
		}
		if err := addAll(tx, d.records(word)...); err != nil {
			return err
		}
		return tx.KeepLook(study.SearchLook{ProjectID: d.project, SearchID: d.search, AccountID: d.ann, At: study.Now(), Total: 1, Hits: word})
	}))
}

func (d *desk) records(word string) []study.Record {
	return []study.Record{
		study.Member{AccountID: d.ann, Role: study.Lead, JoinedAt: study.Now()},
		study.Member{AccountID: d.ben, Role: study.Researcher, JoinedAt: study.Now()},
		study.Strand{ID: d.strand, Name: word, Sort: "interviews", Version: 1},
		study.Source{ID: d.source, StrandID: d.strand, Title: word, Blob: word, Length: 40, Revision: 1, CreatedBy: d.ann, CreatedAt: study.Now(), Version: 1},
		study.Speaker{ID: d.speaker, SourceID: d.source, Name: word, Version: 1},
		study.Code{ID: d.code, Name: word, Color: "madder", Codable: true, CreatedBy: d.ann, CreatedAt: study.Now(), Version: 1},
		study.Code{ID: d.other, Name: word + " too", Color: "woad", Codable: true, CreatedAt: study.Now(), Version: 1},
		study.SavedSearch{ID: d.search, Name: word, Query: word, CreatedBy: d.ann, CreatedAt: study.Now(), Version: 1},
		study.Report{ID: d.report, Name: word, CreatedBy: d.ann, CreatedAt: study.Now(), Version: 1},
		study.CodeSet{ID: d.set, Name: word, Codes: study.IDs{d.code, d.other}, CreatedBy: d.ann, CreatedAt: study.Now(), Version: 1},
	}
}

func addAll(tx *store.Tx, list ...study.Record) error {
	for _, r := range list {
		if err := tx.Add(r); err != nil {
			return err
		}
	}
	return nil
}

// act does what must succeed.
func (d *desk) act(t *testing.T, by study.ID, fn func(tx *store.Tx) error) study.Entry {
	t.Helper()
	e, err := d.Act(t.Context(), store.Action{Project: d.project, Actor: by, Verb: "acted"}, fn)
	must(t, err)
	return e
}

// revert takes an entry back as Ann.
func (d *desk) revert(t *testing.T, e study.Entry) (study.Entry, error) {
	t.Helper()
	return d.Act(t.Context(), store.Action{Project: d.project, Actor: d.ann, Verb: "undid", Undoes: e.Seq}, func(tx *store.Tx) error { return tx.Revert(e) })
}

func (d *desk) reader(t *testing.T) store.Reader { return d.Read(t.Context()) }

// dump is everything the project has in the database.
func (d *desk) dump(t *testing.T) Tables {
	t.Helper()
	return Dump(t, d.options, d.project)
}

// coded is a passage with one coding on it.
func (d *desk) coded(by study.ID, start, end int) (study.Passage, study.Coding) {
	p := study.Passage{ID: study.NewID(), SourceID: d.source, Range: study.Range{Start: start, End: end}, CreatedBy: by, CreatedAt: study.Now()}
	return p, study.Coding{ID: study.NewID(), PassageID: p.ID, SourceID: d.source, CodeID: d.code, CoderID: by, At: study.Now()}
}

func (d *desk) memo(kind string, target study.ID) study.Memo {
	return study.Memo{ID: study.NewID(), Sort: "analytic", Title: "first", Body: "first", TargetKind: kind, TargetID: target, AuthorID: d.ann, CreatedAt: study.Now(), UpdatedAt: study.Now(), Version: 1}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantKind(t *testing.T, err error, kind study.ErrorKind) {
	t.Helper()
	if study.KindOf(err) != kind {
		t.Errorf("the error is %q (%v), not %q", study.KindOf(err), err, kind)
	}
}

func patient(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx
}
