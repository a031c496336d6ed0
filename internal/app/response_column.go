package app

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

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

// loadResponses takes the values apart while the next rows are read.
func loadResponses(r store.Reader, project, survey study.ID) (*responseColumns, error) {
	type row struct {
		study.Response
		written study.WrittenValues
	}
	rows, read := make(chan row, 256), make(chan error, 1)
	go func() {
		defer close(rows)
		read <- r.EachResponse(project, survey, func(one study.Response, written study.WrittenValues) { rows <- row{one, written} })
	}()
	c := &responseColumns{columns: map[string]*valueColumn{}}
	var fault error
	for one := range rows {
		fault = cmp.Or(fault, c.add(one.Response, one.written))
	}
	c.order()
	return c, cmp.Or(<-read, fault)
}

// add gives a response the next row.
func (c *responseColumns) add(one study.Response, written study.WrittenValues) error {
	row := len(c.responses)
	c.responses = append(c.responses, one)
	err := written.Each(func(slot, value string) { c.grown(slot).set(row, value) })
	return study.Wrap(err, "read the values of a response")
}

// grown gives the column of a slot with a place for the last row.
func (c *responseColumns) grown(slot string) *valueColumn {
	column := c.columns[slot]
	if column == nil {
		column = newValueColumn(0)
		c.columns[slot] = column
	}
	column.grow(len(c.responses))
	return column
}

// order brings the rows into the order of the table.
func (c *responseColumns) order() {
	rows := make([]int, len(c.responses))
	for row := range rows {
		rows[row] = row
	}
	slices.SortFunc(rows, func(a, b int) int {
		one, other := c.responses[a], c.responses[b]
		return cmp.Or(cmp.Compare(one.Position, other.Position), cmp.Compare(one.ID, other.ID))
	})
	c.responses = rowsOf(c.responses, rows)
	for _, column := range c.columns {
		column.grow(len(rows))
		column.of = rowsOf(column.of, rows)
	}
}

// rowsOf gives the things of a list at some places, in their order.
func rowsOf[T any](list []T, places []int) []T {
	out := make([]T, len(places))
	for i, place := range places {
		out[i] = list[place]
	}
	return out
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
		value, at = strings.Clone(value), int32(len(c.values)) // which would hold all of its row in memory
		c.values, c.place[value] = append(c.values, value), at
	}
	c.of[row] = at
}

// grow makes places for rows.
func (c *valueColumn) grow(rows int) {
	for len(c.of) < rows {
		c.of = append(c.of, 0)
	}
}

func (c *valueColumn) at(row int) string { return c.values[c.of[row]] }

func (c *valueColumn) clone() *valueColumn {
	return &valueColumn{values: slices.Clone(c.values), of: slices.Clone(c.of), place: maps.Clone(c.place)}
}
