package store

import (
	"encoding/json"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// kind is a table whose rows the journal keeps. One mechanism writes them all, so
// that nothing can change without its entry, and any change can be taken back.
type kind interface {
	load(db *gorm.DB, project, id study.ID) (json.RawMessage, error) // nil when absent
	insert(db *gorm.DB, project study.ID, row json.RawMessage) error
	update(db *gorm.DB, project study.ID, id study.ID, row json.RawMessage) error
	remove(db *gorm.DB, project, id study.ID) error
	loadAll(db *gorm.DB, project study.ID, ids []study.ID) (map[study.ID]json.RawMessage, error) // those that are there
	addAll(db *gorm.DB, project study.ID, list []study.Record) error                             // never written before
	insertAll(db *gorm.DB, project study.ID, rows []json.RawMessage) error
	updateAll(db *gorm.DB, project study.ID, rows []json.RawMessage) error // all must be there
	removeAll(db *gorm.DB, project study.ID, ids []study.ID) error
	recount(db *gorm.DB) error
}

var kinds = map[string]kind{
	"project":      rows[study.Project]{table: "projects", where: "id = ? AND id = ?", own: func(p *study.Project, _ study.ID) { p.Seq = 0 }},
	"member":       rows[study.Member]{table: "members", where: "project_id = ? AND account_id = ?", own: func(m *study.Member, p study.ID) { m.ProjectID = p }},
	"strand":       rows[study.Strand]{table: "strands", where: byID, own: func(s *study.Strand, p study.ID) { s.ProjectID = p }},
	"source":       rows[study.Source]{table: "sources", where: byID, own: func(s *study.Source, p study.ID) { s.ProjectID = p }},
	"speaker":      rows[study.Speaker]{table: "speakers", where: byID, own: func(s *study.Speaker, p study.ID) { s.ProjectID = p }},
	"code":         rows[study.Code]{table: "codes", where: byID, own: func(c *study.Code, p study.ID) { c.ProjectID = p }},
	"passage":      rows[study.Passage]{table: "passages", where: byID, own: func(x *study.Passage, p study.ID) { x.ProjectID = p }},
	"coding":       rows[study.Coding]{table: "codings", where: byID, own: func(c *study.Coding, p study.ID) { c.ProjectID = p }},
	"code set":     rows[study.CodeSet]{table: "code_sets", where: byID, own: func(s *study.CodeSet, p study.ID) { s.ProjectID = p }},
	"saved search": rows[study.SavedSearch]{table: "saved_searches", where: byID, own: func(s *study.SavedSearch, p study.ID) { s.ProjectID = p }},
	"report":       rows[study.Report]{table: "reports", where: byID, own: func(r *study.Report, p study.ID) { r.ProjectID = p }},
	"bookmark":     rows[study.Bookmark]{table: "bookmarks", where: byID, own: func(b *study.Bookmark, p study.ID) { b.ProjectID = p }},
	"recording":    rows[study.Recording]{table: "recordings", where: byID, own: func(r *study.Recording, p study.ID) { r.ProjectID = p }},
	"review":       rows[study.Review]{table: "reviews", where: byID, own: func(r *study.Review, p study.ID) { r.ProjectID = p }},
	"pseudonym":    rows[study.Pseudonym]{table: "pseudonyms", where: byID, own: func(x *study.Pseudonym, p study.ID) { x.ProjectID = p }},
	"variable":     rows[study.Variable]{table: "variables", where: byID, own: func(v *study.Variable, p study.ID) { v.ProjectID, v.Folded = p, study.Fold(v.Name) }},
	"case":         rows[study.Case]{table: "cases", where: byID, own: func(c *study.Case, p study.ID) { c.ProjectID, c.Folded = p, study.Fold(c.KeyText) }},
	"tie":          rows[study.Tie]{table: "ties", where: byID, own: ownTie},
	"survey":       rows[study.Survey]{table: "surveys", where: byID, own: func(s *study.Survey, p study.ID) { s.ProjectID = p }},
	"response":     rows[study.Response]{table: "responses", where: byID, own: func(r *study.Response, p study.ID) { r.ProjectID, r.Folded = p, study.Fold(r.KeyText) }},
	"carried":      rows[study.Carried]{table: "carried", where: byID, own: func(c *study.Carried, p study.ID) { c.ProjectID = p }},
	"memo":         rows[study.Memo]{table: "memos", where: byID, own: func(m *study.Memo, p study.ID) { m.ProjectID = p }},
}

// ownTie repeats what is tied where the database looks after it.
func ownTie(t *study.Tie, project study.ID) {
	t.ProjectID = project
	switch t.TargetKind {
	case "speaker":
		t.SpeakerID = t.TargetID
	case "passage":
		t.PassageID = t.TargetID
	}
}

const byID = "project_id = ? AND id = ?"

type rows[R study.Record] struct {
	table string
	where string
	own   func(row *R, project study.ID) // sets what the JSON form leaves out
}

func (r rows[R]) load(db *gorm.DB, project, id study.ID) (json.RawMessage, error) {
	var row R
	err := db.Table(r.table).Where(r.where, project, id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r.own(&row, project)
	return json.Marshal(row)
}

func (r rows[R]) insert(db *gorm.DB, project study.ID, raw json.RawMessage) error {
	row, err := r.read(project, raw)
	if err != nil {
		return err
	}
	return db.Table(r.table).Create(&row).Error
}

// update writes every column but the project's counter; UpdateColumns, since GORM's
// own time-keeping would make an undo differ from what was.
func (r rows[R]) update(db *gorm.DB, project, id study.ID, raw json.RawMessage) error {
	row, err := r.read(project, raw)
	if err != nil {
		return err
	}
	query := db.Table(r.table).Where(r.where, project, id).Select("*")
	if r.table == "projects" {
		query = query.Omit("seq")
	}
	return there(query.UpdateColumns(&row))
}

func (r rows[R]) remove(db *gorm.DB, project, id study.ID) error {
	return there(db.Table(r.table).Where(r.where, project, id).Delete(new(R)))
}

// there makes an error of a change that met no row.
func there(done *gorm.DB) error {
	if done.Error == nil && done.RowsAffected == 0 {
		return gorm.ErrRecordNotFound
	}
	return done.Error
}

func (r rows[R]) read(project study.ID, raw json.RawMessage) (R, error) {
	var row R
	if err := json.Unmarshal(raw, &row); err != nil {
		return row, fmt.Errorf("read a row of %s: %w", r.table, err)
	}
	r.own(&row, project)
	return row, nil
}
