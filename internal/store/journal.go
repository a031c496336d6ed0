package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// entryRow is a journal entry with its changes as JSON.
type entryRow struct {
	ProjectID study.ID
	Seq       int64
	At        time.Time
	ActorID   study.ID
	Verb      string
	Undoes    int64
	Changes   string
	Aside     string
}

// writeEntry writes an entry, and leaves in it what reading it will give.
func writeEntry(db *gorm.DB, e *study.Entry) error {
	if err := setAside(db, e); err != nil {
		return err
	}
	changes, err := json.Marshal(e.Changes)
	if err != nil {
		return err
	}
	aside, err := jsonOrNone(e.Aside)
	if err != nil {
		return err
	}
	return db.Table("journal").Create(&entryRow{e.ProjectID, e.Seq, e.At, e.ActorID, e.Verb, e.Undoes, string(changes), aside}).Error
}

func (r entryRow) entry() (study.Entry, error) {
	e := study.Entry{ProjectID: r.ProjectID, Seq: r.Seq, At: r.At.UTC(), ActorID: r.ActorID, Verb: r.Verb, Undoes: r.Undoes}
	if err := json.Unmarshal([]byte(r.Changes), &e.Changes); err != nil {
		return e, fmt.Errorf("read journal entry %d: %w", r.Seq, err)
	}
	if r.Aside == "" {
		return e, nil
	}
	if err := json.Unmarshal([]byte(r.Aside), &e.Aside); err != nil {
		return e, fmt.Errorf("read journal entry %d: %w", r.Seq, err)
	}
	return e, nil
}

// Seq is the number of a project's newest entry.
func (r Reader) Seq(project study.ID) (int64, error) {
	p, err := r.Project(project)
	return p.Seq, err
}

// Entries gives up to limit entries after a number, oldest first.
func (r Reader) Entries(project study.ID, after int64, limit int) ([]study.Entry, error) {
	return r.entries(r.db.Where("project_id = ? AND seq > ?", project, after).Order("seq").Limit(limit))
}

// Pick narrows what a look back through the journal finds.
type Pick struct {
	Before  int64    // entries before this number
	By      study.ID // that this person made; "" for everyone's
	About   study.ID // that changed this thing, or something that names it; "" for all
	Kind    string   // that changed a thing of this kind; "" for every kind
	Removed bool     // that took something away, and were not taken back
	From    time.Time
	To      time.Time // made from and before these times; zero for no bound
}

func (p Pick) narrow(query *gorm.DB) *gorm.DB {
	if p.By != "" {
		query = query.Where("actor_id = ?", p.By)
	}
	if p.About != "" {
		query = query.Where("(changes LIKE ? OR "+asideAbout+")", `%"`+string(p.About)+`"%`, "%"+string(p.About)+"%") // an id is 36 letters of which none means anything to LIKE
	}
	if p.Kind != "" {
		query = query.Where("(changes LIKE ? OR aside LIKE ?)", `%{"kind":"`+p.Kind+`",%`, `%{"kind":"`+p.Kind+`",%`)
	}
	if !p.From.IsZero() {
		query = query.Where("at >= ?", p.From)
	}
	if !p.To.IsZero() {
		query = query.Where("at < ?", p.To)
	}
	return query
}

// standing leaves out what was taken back; that it was done again is an entry of its own.
const standing = "NOT EXISTS (SELECT 1 FROM journal AS back WHERE back.project_id = journal.project_id AND back.undoes = journal.seq)"

// EntriesBefore gives up to limit entries, newest first.
func (r Reader) EntriesBefore(project study.ID, p Pick, limit int) ([]study.Entry, error) {
	query := p.narrow(r.db.Where("project_id = ? AND seq < ?", project, p.Before)).Order("seq DESC").Limit(limit)
	if !p.Removed {
		return r.entriesAbout(query, p.About)
	}
	list, err := r.entriesAbout(query.Where("(changes LIKE ? OR aside LIKE ?)", `%"before":%`, `%"removed":%`).Where(standing), p.About)
	if err != nil || len(list) == 0 {
		return list, err
	}
	last, whole := list[len(list)-1].Seq, len(list) < limit
	list = slices.DeleteFunc(list, func(e study.Entry) bool { return !e.Removes() })
	if whole || len(list) == limit {
		return list, nil
	}
	p.Before = last // some of these only changed things: look further back
	more, err := r.EntriesBefore(project, p, limit-len(list))
	return append(list, more...), err
}

// StepsBy gives all that one person did, oldest first, as numbers only: Seq and Undoes.
// What changes the team, and what is final, is left out.
func (r Reader) StepsBy(project, actor study.ID) ([]study.Entry, error) {
	var rows []entryRow
	err := r.db.Table("journal").Select("seq", "undoes").Where("project_id = ? AND actor_id = ?", project, actor).
		Where("changes NOT LIKE ? AND verb NOT IN ?", `%{"kind":"member",%`, study.FinalVerbs).Order("seq").Find(&rows).Error
	out := make([]study.Entry, len(rows))
	for i, row := range rows {
		out[i] = study.Entry{ProjectID: project, ActorID: actor, Seq: row.Seq, Undoes: row.Undoes}
	}
	return out, fail(err, "read the journal")
}

// SeqAt is the number of the newest entry made until a moment, 0 before the first.
func (r Reader) SeqAt(project study.ID, at time.Time) (seq int64, err error) {
	err = r.db.Table("journal").Select("COALESCE(MAX(seq), 0)").Where("project_id = ? AND at <= ?", project, at.UTC()).Scan(&seq).Error
	return seq, fail(err, "read the journal")
}

// EntriesOn gives all entries after a number that changed records of a kind, oldest first.
func (r Reader) EntriesOn(project study.ID, kind string, after int64) ([]study.Entry, error) {
	return r.entries(r.db.Where("project_id = ? AND seq > ? AND changes LIKE ?", project, after, `%{"kind":"`+kind+`",%`).Order("seq"))
}

// EntriesThatChanged counts the entries that changed records of a kind.
func (r Reader) EntriesThatChanged(project study.ID, kind string) (int, error) {
	var n int64
	of := `%{"kind":"` + kind + `",%`
	err := r.db.Table("journal").Where("project_id = ? AND (changes LIKE ? OR aside LIKE ?)", project, of, of).Count(&n).Error
	return int(n), fail(err, "read the journal")
}

// Touched says whether any entry after a number changed records of a kind.
func (r Reader) Touched(project study.ID, after int64, kind string) (bool, error) {
	var n int64
	of := `%{"kind":"` + kind + `",%`
	err := r.db.Table("journal").Where("project_id = ? AND seq > ? AND (changes LIKE ? OR aside LIKE ?)", project, after, of, of).Limit(1).Count(&n).Error
	return n > 0, fail(err, "read the journal")
}

// Entry gives one entry.
func (r Reader) Entry(project study.ID, seq int64) (study.Entry, error) {
	list, err := r.entries(r.db.Where("project_id = ? AND seq = ?", project, seq))
	if err == nil && len(list) == 0 {
		err = study.Errorf(study.NotFound, "The journal has no entry %d.", seq)
	}
	if err != nil {
		return study.Entry{}, err
	}
	return list[0], nil
}

func (r Reader) entries(query *gorm.DB) ([]study.Entry, error) {
	var list []entryRow
	if err := query.Table("journal").Find(&list).Error; err != nil {
		return nil, fail(err, "read the journal")
	}
	out := make([]study.Entry, 0, len(list))
	for _, row := range list {
		e, err := row.entry()
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}
