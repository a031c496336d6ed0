package store

import (
	"encoding/json"
	"slices"
	"strings"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// mostListed is how many changes of one bulky kind an entry lists. Where there are more, all
// of them are kept aside: an import of thousands of cases must not be read by whoever reads
// the journal, follows it, or asks what they can undo.
const mostListed = 200

// mostHeld is how many rows are read or written at once.
const mostHeld = 20

// mostBundled is how many changes stand in one row.
const mostBundled = 200

// asideRow is a run of changes of one kind, all of which add, change or remove, that their entry
// does not list.
type asideRow struct {
	ProjectID study.ID
	Seq       int64
	Place     int // of the first among all changes of the entry
	Kind      string
	RecordID  string // ids, with a space between them
	Before    string // a record a line, which JSON has no other line ends in; empty when they were made
	After     string // likewise; empty when they were removed
}

// asideAbout finds the entries that changed a record without listing it.
const asideAbout = "EXISTS (SELECT 1 FROM journal_asides AS a WHERE a.project_id = journal.project_id AND a.seq = journal.seq AND a.record_id LIKE ?)"

// setAside takes the changes out of an entry that are too many to be listed, and counts them.
func setAside(db *gorm.DB, e *study.Entry) error {
	many := crowded(e)
	if len(many) == 0 {
		return nil
	}
	counts, listed, rows := make([]study.Aside, len(many)), []study.Change{}, []asideRow{}
	place := 0
	for _, run := range runs(e.Changes, many) {
		of := slices.Index(many, run[0].Kind)
		if of < 0 {
			listed = append(listed, run...)
			place += len(run)
			continue
		}
		counts[of].Kind = run[0].Kind
		for some := range slices.Chunk(run, mostBundled) {
			counts[of].Count(some)
			rows = append(rows, bundle(e, place, some))
			place += len(some)
		}
	}
	e.Changes, e.Aside = listed, counts
	return db.Table("journal_asides").CreateInBatches(rows, mostHeld).Error
}

func bundle(e *study.Entry, place int, run []study.Change) asideRow {
	ids, before, after := make([]string, len(run)), make([]string, len(run)), make([]string, len(run))
	for i, c := range run {
		ids[i], before[i], after[i] = string(c.ID), string(c.Before), string(c.After)
	}
	row := asideRow{ProjectID: e.ProjectID, Seq: e.Seq, Place: place, Kind: run[0].Kind, RecordID: strings.Join(ids, " ")}
	if run[0].Before != nil {
		row.Before = strings.Join(before, "\n")
	}
	if run[0].After != nil {
		row.After = strings.Join(after, "\n")
	}
	return row
}

// crowded gives the bulky kinds of which there are more changes than an entry lists.
func crowded(e *study.Entry) []string {
	counts, kinds := map[string]int{}, bulky
	if e.Seq == 1 {
		kinds = bulkyAtFirst
	}
	for _, c := range e.Changes {
		counts[c.Kind]++
	}
	return slices.DeleteFunc(slices.Clone(kinds), func(kind string) bool { return counts[kind] <= mostListed })
}

func (r asideRow) changes() []study.Change {
	ids := strings.Split(r.RecordID, " ")
	out := make([]study.Change, len(ids))
	for i, id := range ids {
		out[i] = study.Change{Kind: r.Kind, ID: study.ID(id)}
	}
	for i, before := range lines(r.Before) {
		out[i].Before = before
	}
	for i, after := range lines(r.After) {
		out[i].After = after
	}
	return out
}

func lines(text string) (out []json.RawMessage) {
	if text == "" {
		return nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		out = append(out, json.RawMessage(line))
	}
	return out
}

// whole gives an entry with all its changes, in their order.
func (r Reader) whole(e study.Entry) (study.Entry, error) {
	if len(e.Aside) == 0 {
		return e, nil
	}
	var rows []asideRow
	if err := r.db.Table("journal_asides").Where("project_id = ? AND seq = ?", e.ProjectID, e.Seq).Order("place").Find(&rows).Error; err != nil {
		return e, fail(err, "read the journal")
	}
	all, listed := make([]study.Change, 0, len(rows)*mostBundled+len(e.Changes)), e.Changes
	for _, row := range rows {
		for len(all) < row.Place {
			all, listed = append(all, listed[0]), listed[1:]
		}
		all = append(all, row.changes()...)
	}
	e.Changes, e.Aside = append(all, listed...), nil
	return e, nil
}

// entriesAbout gives entries, with what they did to one record even where it is not listed.
func (r Reader) entriesAbout(query *gorm.DB, about study.ID) ([]study.Entry, error) {
	list, err := r.entries(query)
	if err != nil || about == "" {
		return list, err
	}
	for i, e := range list {
		if len(e.Aside) == 0 {
			continue
		}
		var rows []asideRow
		if err := r.db.Table("journal_asides").Where("project_id = ? AND seq = ? AND record_id LIKE ?", e.ProjectID, e.Seq, "%"+string(about)+"%").Find(&rows).Error; err != nil {
			return nil, fail(err, "read the journal")
		}
		for _, row := range rows {
			list[i].Changes = append(list[i].Changes, of(about, row.changes())...)
		}
	}
	return list, nil
}

func of(id study.ID, changes []study.Change) []study.Change {
	return slices.DeleteFunc(changes, func(c study.Change) bool { return c.ID != id })
}

// strikeAsides puts what is kept aside through a function.
func (tx *Tx) strikeAsides(strike func(string) string) error {
	reword := func(raw string) string { return string(study.RewordJSON(json.RawMessage(raw), strike)) }
	for seq, place := int64(0), -1; ; {
		var rows []asideRow
		if err := tx.db.Table("journal_asides").Where("project_id = ? AND (seq > ? OR seq = ? AND place > ?)", tx.project, seq, seq, place).Order("seq, place").Limit(mostHeld).Find(&rows).Error; err != nil || len(rows) == 0 {
			return fail(err, "read the journal")
		}
		for _, row := range rows {
			seq, place = row.Seq, row.Place
			before, after := reword(row.Before), reword(row.After)
			if before == row.Before && after == row.After {
				continue
			}
			struck := map[string]any{"before": before, "after": after}
			if err := tx.db.Table("journal_asides").Where("project_id = ? AND seq = ? AND place = ?", tx.project, row.Seq, row.Place).UpdateColumns(struck).Error; err != nil {
				return fail(err, "write the journal")
			}
		}
	}
}

func jsonOrNone(list []study.Aside) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	raw, err := json.Marshal(list)
	return string(raw), err
}
