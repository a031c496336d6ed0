package app

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Cell is a value to be set: of one variable for one case. Was is, as JSON, what stood there when
// it was seen; nil when that was not said.
type Cell struct {
	Case     study.ID        `json:"case"`
	Variable string          `json:"variable" doc:"Name or id"`
	Value    any             `json:"value" doc:"As in values; null takes it away"`
	Was      json.RawMessage `json:"was,omitempty" doc:"What stood there when it was seen, null for nothing; where something else stands, all is refused with what stands there"`
}

// seen says whether what stands in the cell is what was seen there.
func (c Cell) seen(v study.Variable, stands string) bool {
	if c.Was == nil {
		return true
	}
	var given any
	if json.Unmarshal(c.Was, &given) != nil {
		return false
	}
	was, err := v.ReadJSON(given)
	return err == nil && was == stands
}

// CellNow is what stands in a cell that someone else has changed.
type CellNow struct {
	Case     study.ID `json:"case"`
	Variable string   `json:"variable"`
	Value    any      `json:"value"`
}

// ChangeCells sets many values as one action, and gives the cases as they are then. When any
// cell holds something else than was seen, nothing changes and the error carries those cells.
func (a *App) ChangeCells(ctx context.Context, by study.Actor, project study.ID, cells []Cell) (out []CaseView, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return nil, entry, err
	}
	if len(cells) > study.MaxCells {
		return nil, entry, study.Errorf(study.TooLarge, "At most %d values can be changed at once: import a table instead.", study.MaxCells)
	}
	entry, err = a.act(ctx, by, project, "changed values", func(tx *store.Tx) error {
		s, err := newSheet(tx, project, cells)
		if err != nil {
			return err
		}
		for i, cell := range cells {
			if err := s.set(cell); err != nil {
				return study.At(err, fmt.Sprintf("cells[%d]", i), s.called(cell))
			}
		}
		if len(s.other) > 0 {
			e := study.Errorf(study.Conflict, "Someone changed %d of these values meanwhile.", len(s.other))
			e.Current = s.other
			return e
		}
		if err := s.write(tx); err != nil {
			return err
		}
		out, err = viewCases(tx.Reader, project, s.variables, s.after)
		return err
	})
	return out, entry, err
}

// sheet is a number of cases whose values are being set.
type sheet struct {
	variables *study.VariableSet
	before    map[study.ID]study.Case
	now       map[study.ID]study.Case
	order     study.IDs
	other     []CellNow
	after     []study.Case
}

func newSheet(tx *store.Tx, project study.ID, cells []Cell) (*sheet, error) {
	ids := make(study.IDs, len(cells))
	for i, c := range cells {
		ids[i] = c.Case
	}
	variables, err := variableSet(tx.Reader, project)
	if err != nil {
		return nil, err
	}
	s := &sheet{variables: variables, now: map[study.ID]study.Case{}, order: ids.Distinct()}
	s.before, err = tx.CasesOf(project, s.order)
	return s, err
}

// called names a cell for an error.
func (s *sheet) called(cell Cell) string {
	return fmt.Sprintf("“%s”, “%s”", s.before[cell.Case].Name, study.Shorten(cell.Variable, 60))
}

func (s *sheet) set(cell Cell) error {
	c, there := s.now[cell.Case]
	if !there {
		if c, there = s.before[cell.Case]; !there {
			return study.FieldError("case", "This case is not there any more.")
		}
	}
	v, err := s.variables.Named(cell.Variable)
	if err != nil {
		return err
	}
	value, err := v.ReadJSON(cell.Value)
	if err != nil {
		return err
	}
	if stands := s.before[cell.Case].Value(v); !cell.seen(v, stands) && value != stands {
		s.other = append(s.other, CellNow{c.ID, v.Name, v.JSON(stands)})
	}
	if value != "" && !v.Fits(c.Sort) {
		return c.With(v, value).CheckFit([]study.Variable{v})
	}
	s.now[c.ID] = c.With(v, value)
	return nil
}

// write changes the cases that are not as they were.
func (s *sheet) write(tx *store.Tx) error {
	var before, after []study.Record
	for _, id := range s.order {
		was, is := s.before[id], s.now[id]
		if !study.SameValues(was.Values, is.Values) {
			is.Version++
			before, after = append(before, was), append(after, is)
		}
		s.after = append(s.after, is)
	}
	return tx.SetAll(before, after)
}
