package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"sync"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/selvedge/selvedge/internal/study"
)

// chunk is how many rows one statement reads or writes: both databases have a limit to the
// values in one.
const chunk = 500

// bulky are the kinds of records that come by the thousand, and that nothing but an undo and
// whoever looks at one of them reads from the journal.
var bulky = []string{study.Case{}.Kind(), study.Response{}.Kind(), study.Speaker{}.Kind(), study.Tie{}.Kind(), study.Carried{}.Kind()}

// bulkyAtFirst are those that come by the thousand with a project that was imported. Nobody
// follows a project from before its first entry, and the index looks at its sources as a whole.
var bulkyAtFirst = append(slices.Clone(bulky), study.Passage{}.Kind(), study.Coding{}.Kind(), study.Memo{}.Kind())

// AddAll writes records of one kind that were not there, many at once. What the journal keeps
// of them is made beside the writing.
func (tx *Tx) AddAll(list []study.Record) error {
	if len(list) == 0 {
		return nil
	}
	changes := make([]study.Change, len(list))
	var kept sync.WaitGroup
	kept.Go(func() {
		for i, r := range list {
			changes[i] = study.Change{Kind: r.Kind(), ID: r.Key(), After: state(r)}
		}
	})
	err := kinds[list[0].Kind()].addAll(tx.db, tx.project, list)
	kept.Wait()
	tx.changes = append(tx.changes, changes...)
	return fail(err, "write "+list[0].Kind()+"s")
}

// SetAll changes records of one kind, many at once; before is how this transaction read them.
func (tx *Tx) SetAll(before, after []study.Record) error {
	var changes []study.Change
	for i, r := range after {
		c := study.Change{Kind: r.Kind(), ID: r.Key(), Before: state(before[i]), After: state(r)}
		if !bytes.Equal(c.Before, c.After) {
			changes = append(changes, c)
		}
	}
	return tx.applyAll(changes)
}

// RemoveAll takes records of one kind away, many at once; they are as this transaction read them.
func (tx *Tx) RemoveAll(list []study.Record) error {
	changes := make([]study.Change, len(list))
	for i, r := range list {
		changes[i] = study.Change{Kind: r.Kind(), ID: r.Key(), Before: state(r)}
	}
	return tx.applyAll(changes)
}

// applyAll makes changes of one kind that are alike: all add, all change or all remove.
func (tx *Tx) applyAll(changes []study.Change) error {
	for some := range slices.Chunk(changes, chunk) {
		k, err := kinds[some[0].Kind], error(nil)
		switch {
		case some[0].Before == nil:
			err = k.insertAll(tx.db, tx.project, afters(some))
		case some[0].After == nil:
			err = k.removeAll(tx.db, tx.project, idsOf(some))
		default:
			err = k.updateAll(tx.db, tx.project, afters(some))
		}
		if some[0].After == nil && errors.Is(err, gorm.ErrForeignKeyViolated) {
			return study.Errorf(study.Conflict, "Something still belongs to one of these %ss, so they can't be removed.", some[0].Kind)
		}
		if err != nil {
			return fail(err, "write "+some[0].Kind+"s")
		}
	}
	tx.changes = append(tx.changes, changes...)
	return nil
}

func afters(changes []study.Change) []json.RawMessage {
	out := make([]json.RawMessage, len(changes))
	for i, c := range changes {
		out[i] = c.After
	}
	return out
}

func idsOf(changes []study.Change) []study.ID {
	out := make([]study.ID, len(changes))
	for i, c := range changes {
		out[i] = c.ID
	}
	return out
}

// recount has PostgreSQL count the tables anew that got many rows: it may have counted them by
// itself while the rows weren't there for others, and would then look for what belongs to a row
// through the whole table, so that undoing an import took minutes. Not where rows went: a table
// counted before it is swept seems to hold nothing, and what comes next would be as slow.
func (s *Store) recount(db *gorm.DB, many []study.Aside) error {
	for _, one := range many {
		if one.Made == 0 {
			continue
		}
		if err := kinds[one.Kind].recount(db); err != nil {
			return fail(err, "count the "+one.Kind+"s")
		}
	}
	return nil
}

// recount has PostgreSQL count a table anew: one that was empty when it was counted is looked
// through as a whole for each row that refers to it, so that many rows take their square of time.
func (r rows[R]) recount(db *gorm.DB) error {
	if db.Name() != "postgres" {
		return nil
	}
	return db.Exec("ANALYZE " + r.table).Error
}

// runs parts changes into those of some kinds that can be made at once, and those that are made
// one by one.
func runs(changes []study.Change, together []string) (out [][]study.Change) {
	for i, c := range changes {
		if i > 0 && slices.Contains(together, c.Kind) && alike(c, changes[i-1]) {
			out[len(out)-1] = append(out[len(out)-1], c)
			continue
		}
		out = append(out, []study.Change{c})
	}
	return out
}

func alike(a, b study.Change) bool {
	return a.Kind == b.Kind && (a.Before == nil) == (b.Before == nil) && (a.After == nil) == (b.After == nil)
}

// revertRun makes many changes that take others back, if all records are as they were left.
func (tx *Tx) revertRun(run []study.Change) error {
	kind := run[0].Kind
	for some := range slices.Chunk(run, chunk) {
		now, err := kinds[kind].loadAll(tx.db, tx.project, idsOf(some))
		if err != nil {
			return fail(err, "read "+kind+"s")
		}
		for _, c := range some {
			if !bytes.Equal(now[c.ID], c.Before) {
				return tx.inTheWay(c.ID, "The %s was changed since, so this can't be taken back.", kind)
			}
		}
		if some[0].After == nil {
			if err := tx.checkBareOf(kind, idsOf(some)...); err != nil {
				return err
			}
		}
	}
	return tx.applyAll(run)
}

func (r rows[R]) loadAll(db *gorm.DB, project study.ID, ids []study.ID) (map[study.ID]json.RawMessage, error) {
	var list []R
	if err := db.Table(r.table).Where("project_id = ? AND id IN ?", project, ids).Find(&list).Error; err != nil {
		return nil, err
	}
	raws, errs := make([]json.RawMessage, len(list)), make([]error, len(list))
	study.Each(len(list), func(i int) {
		r.own(&list[i], project)
		raws[i], errs[i] = json.Marshal(list[i])
	})
	out := make(map[study.ID]json.RawMessage, len(list))
	for i, row := range list {
		out[study.Record(row).Key()] = raws[i]
	}
	return out, errors.Join(errs...)
}

func (r rows[R]) readAll(project study.ID, raws []json.RawMessage) ([]R, error) {
	out := make([]R, len(raws))
	for i, raw := range raws {
		var err error
		if out[i], err = r.read(project, raw); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r rows[R]) addAll(db *gorm.DB, project study.ID, list []study.Record) error {
	for at := 0; at < len(list); at += chunk {
		some := list[at:min(at+chunk, len(list))]
		made := make([]R, len(some))
		for i, one := range some {
			made[i] = exact(one).(R)
			r.own(&made[i], project)
		}
		if err := db.Table(r.table).Create(&made).Error; err != nil {
			return err
		}
		if at == 0 && len(list) > chunk {
			if err := r.recount(db); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r rows[R]) insertAll(db *gorm.DB, project study.ID, raws []json.RawMessage) error {
	list, err := r.readAll(project, raws)
	if err != nil {
		return err
	}
	return db.Table(r.table).Create(&list).Error
}

// updateAll writes the rows as if they were new: where one of their id is there, as all are,
// its other columns are written over.
func (r rows[R]) updateAll(db *gorm.DB, project study.ID, raws []json.RawMessage) error {
	list, err := r.readAll(project, raws)
	if err != nil {
		return err
	}
	parsed := &gorm.Statement{DB: db}
	if err := parsed.Parse(new(R)); err != nil {
		return err
	}
	columns := slices.DeleteFunc(slices.Clone(parsed.Schema.DBNames), func(name string) bool { return name == "project_id" || name == "id" })
	over := clause.OnConflict{Columns: []clause.Column{{Name: "project_id"}, {Name: "id"}}, DoUpdates: clause.AssignmentColumns(columns)}
	return db.Table(r.table).Clauses(over).Create(&list).Error
}

func (r rows[R]) removeAll(db *gorm.DB, project study.ID, ids []study.ID) error {
	done := db.Table(r.table).Where("project_id = ? AND id IN ?", project, ids).Delete(new(R))
	if done.Error == nil && done.RowsAffected != int64(len(ids)) {
		return gorm.ErrRecordNotFound
	}
	return done.Error
}
