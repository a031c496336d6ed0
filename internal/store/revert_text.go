package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"

	"github.com/selvedge/selvedge/internal/study"
)

// checkText refuses to take a source back to another revision when something was put on the
// present one since: its positions would come to lie on other words.
func (tx *Tx) checkText(e study.Entry) error {
	for _, c := range e.Changes {
		var before, after study.Source
		if c.Kind != after.Kind() || c.Before == nil || c.After == nil {
			continue
		}
		if err := errors.Join(json.Unmarshal(c.Before, &before), json.Unmarshal(c.After, &after)); err != nil {
			return study.Wrap(err, "read a source in the journal")
		}
		if before.Revision == after.Revision {
			continue
		}
		if err := tx.checkPlaced(e.Seq, c.ID); err != nil {
			return err
		}
	}
	return nil
}

// checkPlaced finds what has a place in a source that it did not have at an entry.
func (tx *Tx) checkPlaced(seq int64, source study.ID) error {
	since, err := tx.entries(tx.db.Where("project_id = ? AND seq > ? AND changes LIKE ?", tx.project, seq, `%"`+string(source)+`"%`).Order("seq"))
	if err != nil {
		return err
	}
	looked := map[study.ID]bool{}
	for _, later := range since {
		for _, c := range later.Changes {
			if looked[c.ID] || c.Kind != (study.Passage{}).Kind() && c.Kind != (study.Bookmark{}).Kind() {
				continue
			}
			looked[c.ID] = true
			now, err := kinds[c.Kind].load(tx.db, tx.project, c.ID)
			if err != nil {
				return fail(err, "read a "+c.Kind)
			}
			var on struct {
				Source study.ID `json:"source"`
			}
			if now == nil || bytes.Equal(now, c.Before) {
				continue
			}
			if err := json.Unmarshal(now, &on); err != nil {
				return study.Wrap(err, "read a "+c.Kind)
			}
			if on.Source == source {
				return tx.inTheWay(c.ID, "A %s was put on the corrected text since, so the correction can't be taken back. Restore the former version instead; it carries everything along.", c.Kind)
			}
		}
	}
	return nil
}

// placed are the fields of what has a place in a source.
type placed struct {
	Source   study.ID `json:"source"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Position int      `json:"position"`
}

// carried takes the place that a change would give something to the present text of its
// source, when that was corrected since the entry.
func (tx *Tx) carried(e study.Entry, c study.Change) (study.Change, error) {
	if c.After == nil || c.Kind != (study.Passage{}).Kind() && c.Kind != (study.Bookmark{}).Kind() {
		return c, nil
	}
	var at placed
	if err := json.Unmarshal(c.After, &at); err != nil {
		return c, study.Wrap(err, "read a "+c.Kind)
	}
	carry, err := tx.carrySince(e, at.Source)
	if err != nil || carry == nil {
		return c, err
	}
	if c.Kind == (study.Bookmark{}).Kind() {
		return replaced(c, "position", carry.Position(at.Position))
	}
	to, kept := carry.Range(study.Range{Start: at.Start, End: at.End})
	if !kept {
		return c, tx.inTheWay(at.Source, "Its words were corrected since and are not there any more, so it can't be brought back.")
	}
	if c, err = replaced(c, "start", to.Start); err != nil {
		return c, err
	}
	return replaced(c, "end", to.End)
}

// replaced gives a change with another number in a field of what it leads to, and every
// other byte as it was.
func replaced(c study.Change, field string, n int) (study.Change, error) {
	found := regexp.MustCompile(`"` + field + `":\d+`)
	if len(found.FindAll(c.After, 2)) != 1 {
		return c, study.Wrap(errors.New("no one "+field+" in it"), "read a "+c.Kind)
	}
	c.After = found.ReplaceAll(c.After, []byte(`"`+field+`":`+strconv.Itoa(n)))
	return c, nil
}

// carrySince leads from the text that a source had right after an entry to its present one;
// nil when it is the same, or when the entry itself changed the text.
func (tx *Tx) carrySince(e study.Entry, source study.ID) (*study.Carry, error) {
	revised := func(c study.Change) (was int, is bool) {
		var before, after study.Source
		if c.Kind != after.Kind() || c.ID != source || c.Before == nil || c.After == nil || json.Unmarshal(c.Before, &before) != nil || json.Unmarshal(c.After, &after) != nil {
			return 0, false
		}
		return before.Revision, before.Revision != after.Revision
	}
	for _, c := range e.Changes {
		if _, is := revised(c); is {
			return nil, nil
		}
	}
	since, err := tx.entries(tx.db.Where("project_id = ? AND seq > ? AND changes LIKE ?", tx.project, e.Seq, `%{"kind":"source","id":"`+string(source)+`"%`).Order("seq"))
	if err != nil {
		return nil, err
	}
	for _, later := range since {
		for _, c := range later.Changes {
			if was, is := revised(c); is {
				return tx.carryFrom(source, was)
			}
		}
	}
	return nil, nil
}

func (tx *Tx) carryFrom(source study.ID, number int) (*study.Carry, error) {
	s, err := tx.Source(tx.project, source)
	if err != nil || s.Revision == number {
		return nil, err
	}
	was, err := tx.ContentAt(s, number)
	if study.KindOf(err) == study.NotFound {
		return nil, study.Errorf(study.Conflict, "The text that it stood on was erased, so it can't be brought back.")
	}
	if err != nil {
		return nil, err
	}
	is, err := tx.Content(s)
	if err != nil {
		return nil, err
	}
	return study.CarryTo(was.Positions, is.Positions), nil
}
