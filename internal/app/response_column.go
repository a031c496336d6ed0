package app

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// responseColumns are the responses to a survey with their values side by side, by the slots of
// questions, whatever the survey says of them now. They are shared: replaced, never changed.
type responseColumns struct {
	responses []study.Response // in order of the table, without their values
	columns   map[string]*valueColumn
}

// newKeptResponses keeps what was answered itself, which takes longest to read.
func newKeptResponses() *kept[*responseColumns] {
	k := newKept(maxKeptAnswers, loadResponses, study.Response{}.Kind())
	k.follow = func(c *responseColumns, survey study.ID, entries []study.Entry) (*responseColumns, bool, error) {
		return c.follow(survey, entries)
	}
	return k
}

func loadResponses(r store.Reader, project, survey study.ID) (*responseColumns, error) {
	list, err := r.Responses(project, survey)
	c := &responseColumns{responses: list, columns: map[string]*valueColumn{}}
	for row := range list {
		for slot, value := range list[row].Values {
			if c.columns[slot] == nil {
				c.columns[slot] = newValueColumn(len(list))
			}
			c.columns[slot].set(row, value)
		}
		list[row].Values = nil
	}
	return c, err
}

// column gives the values of a question; nobody may have answered it.
func (c *responseColumns) column(slot string) *valueColumn {
	if column := c.columns[slot]; column != nil {
		return column
	}
	return newValueColumn(len(c.responses))
}

// follow gives the columns as some entries leave them, or says that too much became of them.
func (c *responseColumns) follow(survey study.ID, entries []study.Entry) (*responseColumns, bool, error) {
	changed, followed, err := changedResponses(survey, entries)
	if err != nil || !followed {
		return nil, false, err
	}
	out := &responseColumns{responses: slices.Clone(c.responses), columns: maps.Clone(c.columns)}
	fresh := map[string]bool{} // columns that are copies already
	for row, one := range c.responses {
		now, is := changed[one.ID]
		if !is {
			continue
		}
		if now.Position != one.Position || now.KeyText != one.KeyText {
			return nil, false, nil
		}
		now.ProjectID, now.Folded = one.ProjectID, one.Folded // which the journal doesn't hold
		out.put(row, now, fresh)
		delete(changed, one.ID)
	}
	return out, len(changed) == 0, nil
}

// changedResponses gives the responses of a survey as entries leave them, unless some came or
// went, or they are too many for the entry to list.
func changedResponses(survey study.ID, entries []study.Entry) (map[study.ID]study.Response, bool, error) {
	kind, out := study.Response{}.Kind(), map[study.ID]study.Response{}
	for _, e := range entries {
		if slices.ContainsFunc(e.Aside, func(a study.Aside) bool { return a.Kind == kind }) {
			return nil, false, nil
		}
		for _, change := range e.Changes {
			if change.Kind != kind {
				continue
			}
			if change.Before == nil || change.After == nil {
				return nil, false, nil
			}
			var one study.Response
			if err := json.Unmarshal(change.After, &one); err != nil {
				return nil, false, study.Wrap(err, "read a response of the journal")
			}
			if one.SurveyID == survey {
				out[one.ID] = one
			}
		}
	}
	return out, true, nil
}

// put writes a response into its row. Columns are copied before they change for the first time.
func (c *responseColumns) put(row int, now study.Response, fresh map[string]bool) {
	for slot := range c.columns {
		if c.columns[slot].at(row) != now.Values[slot] {
			c.own(slot, fresh).set(row, now.Values[slot])
		}
	}
	for slot, value := range now.Values {
		if c.columns[slot] == nil {
			c.own(slot, fresh).set(row, value)
		}
	}
	now.Values = nil
	c.responses[row] = now
}

func (c *responseColumns) own(slot string, fresh map[string]bool) *valueColumn {
	if !fresh[slot] {
		c.columns[slot], fresh[slot] = c.column(slot).clone(), true
	}
	return c.columns[slot]
}

// valueColumn holds a value a row, each different one once: nearly all are given by many rows.
type valueColumn struct {
	values []string // the first is that of rows without any
	of     []int32  // for each row, the place of its value
	place  map[string]int32
}

func newValueColumn(rows int) *valueColumn {
	return &valueColumn{values: []string{""}, of: make([]int32, rows), place: map[string]int32{"": 0}}
}

func (c *valueColumn) set(row int, value string) {
	at, known := c.place[value]
	if !known {
		at = int32(len(c.values))
		c.values, c.place[value] = append(c.values, value), at
	}
	c.of[row] = at
}

func (c *valueColumn) at(row int) string { return c.values[c.of[row]] }

func (c *valueColumn) clone() *valueColumn {
	return &valueColumn{values: slices.Clone(c.values), of: slices.Clone(c.of), place: maps.Clone(c.place)}
}
