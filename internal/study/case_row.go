package study

import (
	"cmp"
	"fmt"
	"slices"
)

// rowReader knows which column of a row says what.
type rowReader struct {
	key, name, firm, kind int // places; -1 where there is none
	readers               []*reader
	firms                 firmIndex
}

// is says what a column is that is no variable; "" where it may be one.
func (r rowReader) is(at int) string {
	switch at {
	case r.key:
		return "key"
	case r.name:
		return "name"
	case r.firm:
		return "firm"
	case r.kind:
		return "kind"
	}
	return ""
}

// of is the kind of case that a row is about.
func (r rowReader) of(row []string, m CaseMapping) string {
	if r.kind < 0 {
		return m.Sort
	}
	return Fold(cell(row, r.kind))
}

// rows plans every row, firms before the persons who may belong to them.
func (p *CasePlan) rows(t Table, m CaseMapping, r rowReader, cases []Case, by Stamp) {
	there, row := make(map[string]Case, len(cases)), make(map[string]int, len(t.Rows))
	for _, c := range cases {
		if c.KeyText != "" {
			there[Fold(c.KeyText)] = c
		}
	}
	met := 0
	for _, persons := range []bool{false, true} {
		for i, cells := range t.Rows {
			if persons != (r.of(cells, m) == Person) {
				continue
			}
			known := cell(cells, r.key)
			if why := checkKey(known, row[Fold(known)]); why != "" {
				p.Refused = append(p.Refused, RefusedRow{t.First + i, Shorten(known, MaxName), why})
				continue
			}
			row[Fold(known)] = t.First + i
			c, old := there[Fold(known)]
			if old {
				met++
			}
			p.row(t.First+i, cells, m, r, c, old, by)
		}
	}
	slices.SortStableFunc(p.Refused, func(a, b RefusedRow) int { return cmp.Compare(a.Row, b.Row) })
	p.Absent = max(0, len(cases)-met)
}

// row plans what a row makes of a case, or makes.
func (p *CasePlan) row(number int, cells []string, m CaseMapping, r rowReader, c Case, old bool, by Stamp) {
	after := c
	if !old {
		after = Case{ProjectID: by.Project, ID: NewID(), Name: cell(cells, r.key), Sort: r.of(cells, m), KeyText: cell(cells, r.key), CreatedBy: by.By, CreatedAt: by.At, Version: 1}
	}
	if called := cell(cells, r.name); called != "" {
		after.Name = called
	}
	why := r.fill(&after, cells, m)
	switch {
	case why != "":
		p.Refused = append(p.Refused, RefusedRow{number, cell(cells, r.key), why})
	case !old:
		p.Made = append(p.Made, after)
		r.firms.add(after)
	case after.Name == c.Name && after.FirmID == c.FirmID && SameValues(after.Values, c.Values):
		p.Same++
	default:
		after.Version++
		p.Changed = append(p.Changed, CaseEdit{c, after, number})
	}
}

// fill gives a case the values and the firm of its row, and says why it can't.
func (r rowReader) fill(c *Case, cells []string, m CaseMapping) (why string) {
	if r.kind >= 0 && c.Sort != r.of(cells, m) {
		return fmt.Sprintf("“%s” is a %s, and the table says a %s.", c.Name, c.Sort, r.of(cells, m))
	}
	if c.Values, why = m.values(*c, cells, r.readers); why != "" {
		return why
	}
	if r.firm >= 0 {
		if c.FirmID, why = r.firms.read(cell(cells, r.firm), *c, m.KeepEmpty); why != "" {
			return why
		}
	}
	if err := c.Validate(); err != nil {
		return err.Error()
	}
	return ""
}

// checkKey says why a row of a key can't be read; before is the row that has the key already.
func checkKey(key string, before int) string {
	switch {
	case key == "":
		return "The key is empty."
	case before > 0:
		return fmt.Sprintf("The key “%s” stands in row %d already.", Shorten(key, 60), before)
	}
	return ""
}

// values gives the values that a case has after a row.
func (m CaseMapping) values(c Case, row []string, readers []*reader) (Values, string) {
	values := make(Values, len(c.Values)+len(readers))
	for slot, value := range c.Values {
		values[slot] = value
	}
	for _, r := range readers {
		value, why := r.read(row)
		switch {
		case why != "":
			return values, why
		case value == "" && m.KeepEmpty:
		case value == "":
			delete(values, r.variable.Slot())
		case !r.variable.Fits(c.Sort):
			return values, fmt.Sprintf("“%s” is a variable of %ss, and “%s” is a %s.", r.variable.Name, r.variable.Of, c.Name, c.Sort)
		default:
			values[r.variable.Slot()] = value
		}
	}
	return values, ""
}
