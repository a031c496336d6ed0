package store

import (
	"encoding/json"
	"slices"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// mostListed is how many changes of one bulky kind an entry lists. Where there are more, all
// of them are kept aside: an import of thousands of cases must not be read by whoever reads
// the journal, follows it, or asks what they can undo.
const mostListed = 200

// asideRow is one change that its entry does not list.
type asideRow struct {
	ProjectID study.ID
	Seq       int64
	Place     int // among all changes of the entry
	Kind      string
	RecordID  study.ID
	Before    string
	After     string
}

// asideAbout finds the entries that changed a record without listing it.
const asideAbout = "EXISTS (SELECT 1 FROM journal_asides AS a WHERE a.project_id = journal.project_id AND a.seq = journal.seq AND a.record_id = ?)"

// setAside takes the changes out of an entry that are too many to be listed, and counts them.
func setAside(db *gorm.DB, e *study.Entry) error {
	many := crowded(e.Changes)
	if len(many) == 0 {
		return nil
	}
	counts, listed, rows := make([]study.Aside, len(many)), []study.Change{}, []asideRow{}
	for place, c := range e.Changes {
		of := slices.Index(many, c.Kind)
		if of < 0 {
			listed = append(listed, c)
			continue
		}
		counts[of].Kind = c.Kind
		counts[of].Count(c)
		rows = append(rows, asideRow{e.ProjectID, e.Seq, place, c.Kind, c.ID, string(c.Before), string(c.After)})
	}
	e.Changes, e.Aside = listed, counts
	return db.Table("journal_asides").CreateInBatches(rows, chunk).Error
}

// crowded gives the bulky kinds of which there are more changes than an entry lists.
func crowded(changes []study.Change) []string {
	counts := map[string]int{}
	for _, c := range changes {
		counts[c.Kind]++
	}
	return slices.DeleteFunc(slices.Clone(bulky), func(kind string) bool { return counts[kind] <= mostListed })
}

func (r asideRow) change() study.Change {
	c := study.Change{Kind: r.Kind, ID: r.RecordID}
	if r.Before != "" {
		c.Before = json.RawMessage(r.Before)
	}
	if r.After != "" {
		c.After = json.RawMessage(r.After)
	}
	return c
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
	all, listed := make([]study.Change, 0, len(rows)+len(e.Changes)), e.Changes
	for _, row := range rows {
		for len(all) < row.Place {
			all, listed = append(all, listed[0]), listed[1:]
		}
		all = append(all, row.change())
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
		if err := r.db.Table("journal_asides").Where("project_id = ? AND record_id = ? AND seq = ?", e.ProjectID, about, e.Seq).Find(&rows).Error; err != nil {
			return nil, fail(err, "read the journal")
		}
		for _, row := range rows {
			list[i].Changes = append(list[i].Changes, row.change())
		}
	}
	return list, nil
}

// strikeAsides puts what is kept aside through a function.
func (tx *Tx) strikeAsides(strike func(string) string) error {
	reword := func(raw string) string { return string(study.RewordJSON(json.RawMessage(raw), strike)) }
	for seq, place := int64(0), -1; ; {
		var rows []asideRow
		if err := tx.db.Table("journal_asides").Where("project_id = ? AND (seq > ? OR seq = ? AND place > ?)", tx.project, seq, seq, place).Order("seq, place").Limit(chunk).Find(&rows).Error; err != nil || len(rows) == 0 {
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
