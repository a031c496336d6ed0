package store

import (
	"context"
	"encoding/json"
	"time"

	"gorm.io/gorm/clause"

	"github.com/selvedge/selvedge/internal/study"
)

// Strike puts every text that the project's journal holds, this action's own entry too,
// through a function: what it takes out of them can't be read or brought back any more.
func (tx *Tx) Strike(strike func(string) string) error {
	for i := range tx.changes {
		tx.changes[i] = tx.changes[i].Reworded(strike)
	}
	if err := tx.strikeAsides(strike); err != nil {
		return err
	}
	for after := int64(0); ; {
		var rows []entryRow
		if err := tx.db.Table("journal").Where("project_id = ? AND seq > ?", tx.project, after).Order("seq").Limit(200).Find(&rows).Error; err != nil || len(rows) == 0 {
			return fail(err, "read the journal")
		}
		for _, row := range rows {
			after = row.Seq
			struck := string(study.RewordJSON(json.RawMessage(row.Changes), strike))
			if struck == row.Changes {
				continue
			}
			if err := tx.db.Table("journal").Where("project_id = ? AND seq = ?", tx.project, row.Seq).UpdateColumn("changes", struck).Error; err != nil {
				return fail(err, "write the journal")
			}
		}
	}
}

// Texts gives all revisions of a source with their words, also of one that was deleted.
func (r Reader) Texts(project, source study.ID) ([]study.Revision, error) {
	var rows []revisionRow
	if err := r.db.Table("revisions").Where("project_id = ? AND source_id = ?", project, source).Order("number").Find(&rows).Error; err != nil {
		return nil, fail(err, "read the texts")
	}
	out := make([]study.Revision, len(rows))
	for i, row := range rows {
		out[i] = study.Revision{ProjectID: project, SourceID: source, Number: row.Number, Text: row.Text, Why: row.Why, Added: row.Added, Removed: row.Removed, By: row.CreatedBy, At: row.CreatedAt}
		if err := json.Unmarshal([]byte(row.Turns), &out[i].Turns); err != nil {
			return nil, study.Wrap(err, "read the turns")
		}
	}
	return out, nil
}

// DropRevisions deletes the texts of a source but the one with a number, all when it is 0, and
// the pages of the file that the first was read from.
func (tx *Tx) DropRevisions(source study.ID, except int) error {
	err := tx.db.Table("revisions").Where("project_id = ? AND source_id = ? AND number <> ?", tx.project, source, except).Delete(&revisionRow{}).Error
	if err == nil {
		err = tx.db.Table("pages").Where("project_id = ? AND source_id = ?", tx.project, source).Delete(&pageRow{}).Error
	}
	return fail(err, "delete the texts")
}

// Erasure is a file that is still to be removed; without a Blob it stands for rows that
// were deleted but can still lie in the database's files.
type Erasure struct {
	ProjectID study.ID
	Blob      string
	CreatedAt time.Time
}

// AddErasure leaves word that rows were deleted and that files are to go, so that nothing of
// them stays whatever happens meanwhile. What saved searches found of them is forgotten at once.
func (tx *Tx) AddErasure(blobs ...string) error {
	if err := tx.ForgetLooks(tx.project); err != nil {
		return err
	}
	for _, blob := range append(blobs, "") {
		e := Erasure{ProjectID: tx.project, Blob: blob, CreatedAt: tx.now}
		if err := tx.db.Table("erasures").Clauses(clause.OnConflict{DoNothing: true}).Create(&e).Error; err != nil {
			return fail(err, "write the erasure")
		}
	}
	return nil
}

// Erasures gives what was not carried out yet, of all projects.
func (r Reader) Erasures() (out []Erasure, err error) {
	err = r.db.Table("erasures").Order("created_at, project_id, blob").Find(&out).Error
	return out, fail(err, "read the erasures")
}

// Erasing says whether something of a project was erased after an entry of its journal, or is still
// being erased.
func (r Reader) Erasing(project study.ID, after int64) (bool, error) {
	var since, left int64
	err := r.db.Table("journal").Where("project_id = ? AND seq > ? AND verb IN ?", project, after, study.FinalVerbs).Count(&since).Error
	if err == nil {
		err = r.db.Table("erasures").Where("project_id = ?", project).Count(&left).Error
	}
	return since+left > 0, fail(err, "read the erasures")
}

// EndErasure says that an erasure has been carried out.
func (tx *Tx) EndErasure(e Erasure) error {
	return fail(tx.db.Table("erasures").Where("project_id = ? AND blob = ?", e.ProjectID, e.Blob).Delete(&Erasure{}).Error, "write the erasure")
}

// erasable are the tables in which words of participants can have stood.
const erasable = "revisions, pages, recordings, journal, journal_asides, variables, cases, surveys, responses, memos, sources, speakers, codes, bookmarks, passages, pseudonym_names, saved_searches, search_looks"

// Scrub makes the database's files forget what was deleted: it is written anew. On SQLite
// secure_delete alone is not enough, since rows that moved within a page leave their bytes
// behind; and the write-ahead log has to be emptied.
func (s *Store) Scrub(ctx context.Context) error {
	s.contents.clear()
	if s.postgres != "" {
		return fail(s.write.WithContext(ctx).Exec("VACUUM (FULL) "+erasable).Error, "clean the database")
	}
	if err := s.write.WithContext(ctx).Exec("VACUUM").Error; err != nil {
		return fail(err, "clean the database")
	}
	for {
		done, err := s.emptyLog(ctx)
		if done || err != nil {
			return fail(err, "clean the database")
		}
		select {
		case <-time.After(50 * time.Millisecond): // a reader of an older state is still at it
		case <-ctx.Done():
			return fail(ctx.Err(), "clean the database")
		}
	}
}

func (s *Store) emptyLog(ctx context.Context) (done bool, err error) {
	var busy, pages, written int
	err = s.write.WithContext(ctx).Raw("PRAGMA wal_checkpoint(TRUNCATE)").Row().Scan(&busy, &pages, &written)
	return busy == 0, err
}
