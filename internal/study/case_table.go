package study

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// CaseMapping says how a table is read.
type CaseMapping struct {
	Key       string            // the column that cases are known by
	Name      string            // the column of their names; "" for a column called name, else the key
	Firm      string            // the column of the firms that persons belong to; "" for a column called firm, where new cases are persons
	Sort      string            // kind of new cases; "" is firm
	Into      map[string]string // columns to variables by name; "" leaves a column out
	Kinds     map[string]string // columns to kinds of new variables; else they are guessed
	KeepEmpty bool              // an empty cell leaves a value as it is; else it takes it away
}

// Stamp says who makes records, in which project and when.
type Stamp struct {
	Project, By ID
	At          time.Time
}

// CasePlan is what importing a table would change.
type CasePlan struct {
	Columns   []ColumnPlan
	Variables []VariablePlan // new ones, and those that get further options
	Made      []Case
	Changed   []CaseEdit
	Same      int
	Absent    int // cases that the table has no row of; they stay as they are
	Refused   []RefusedRow
	Warnings  []string
}

// ColumnPlan says what a column becomes.
type ColumnPlan struct {
	Column   string `json:"column"`
	Is       string `json:"is" enum:"key,name,firm,variable,nothing"`
	Variable string `json:"variable,omitempty" doc:"Name of the variable"`
	Sort     string `json:"kind,omitempty" doc:"Of the variable"`
	New      bool   `json:"new,omitempty" doc:"The variable would be made"`
	Guessed  string `json:"guessed,omitempty" doc:"The kind that the column seems to be of"`
	Filled   int    `json:"filled" doc:"Cells that hold something"`
	Options  Texts  `json:"options" doc:"That a variable would get"`
	Missing  Texts  `json:"missing" doc:"Values that would count as missing"`
	Personal bool   `json:"personal,omitempty" doc:"It looks like e-mail addresses, telephone numbers or addresses of computers, and is left out unless it is mapped"`
}

// VariablePlan is a variable before and after; Before is nil for a new one.
type VariablePlan struct {
	Before *Variable
	After  Variable
}

// CaseEdit is a case before and after, and the row that says so.
type CaseEdit struct {
	Before, After Case
	Row           int
}

// RefusedRow is a row that can't be read.
type RefusedRow struct {
	Row int    `json:"row"`
	Key string `json:"key,omitempty"`
	Why string `json:"why"`
}

// reader is a column on its way into cases.
type reader struct {
	at       int
	variable Variable
	how      Reading
	known    map[string]string // texts that were read already
	failed   map[string]string
}

// PlanCases says what a table would change: cases go by their key, whatever its case. Every row
// is taken whole or refused.
func PlanCases(t Table, m CaseMapping, variables *VariableSet, cases []Case, by Stamp) (p CasePlan, err error) {
	if m.Sort == "" {
		m.Sort = Firm
	}
	if m.Sort != Firm && m.Sort != Person {
		return p, FieldError("kind", "A case is a firm or a person.")
	}
	key, name, firm, err := t.known(m)
	if err != nil {
		return p, err
	}
	all, readers := variables.All(), []*reader(nil)
	for at, title := range t.Columns {
		switch {
		case at == key:
			p.Columns = append(p.Columns, ColumnPlan{Column: title, Is: "key", Filled: filledIn(t.column(at))})
		case at == name:
			p.Columns = append(p.Columns, ColumnPlan{Column: title, Is: "name", Filled: filledIn(t.column(at))})
		case at == firm:
			p.Columns = append(p.Columns, ColumnPlan{Column: title, Is: "firm", Filled: filledIn(t.column(at))})
		default:
			r, err := p.column(t, m, at, variables, &all, by)
			if err != nil {
				return p, err
			}
			if r != nil {
				readers = append(readers, r)
			}
		}
	}
	if len(all) > MaxVariables {
		return p, Errorf(TooLarge, "A project has at most %d variables: leave out some columns.", MaxVariables)
	}
	p.rows(t, m, rowReader{key, name, firm, readers, newFirmIndex(cases)}, cases, by)
	if len(cases)+len(p.Made) > MaxCases {
		return p, Errorf(TooLarge, "A project has at most %d cases.", MaxCases)
	}
	return p, nil
}

// known finds the columns of keys, names and firms; -1 where there is none.
func (t Table) known(m CaseMapping) (key, name, firm int, err error) {
	if key = t.named(m.Key); key < 0 {
		return key, -1, -1, FieldError("key", "There is no column “%s” in the table. It has: %s.", Shorten(m.Key, 60), Shorten(strings.Join(t.Columns, ", "), 400))
	}
	names := []string{"name", "firm", "firm name", "company", "company name", "person", "firma"}
	var firms []string
	if m.Sort == Person {
		firms = []string{"firm", "firm name", "company", "company name", "employer", "firma"}
	}
	if firm, err = t.chosen("firm", m.Firm, firms, m.Into, key); err == nil {
		name, err = t.chosen("name", m.Name, names, m.Into, key, firm)
	}
	return key, name, firm, err
}

// chosen finds the column that was named, or else one called as it usually is that is nothing else.
func (t Table) chosen(field, column string, usual []string, into map[string]string, taken ...int) (int, error) {
	if column != "" {
		at := t.named(column)
		if at < 0 {
			return at, FieldError(field, "There is no column “%s” in the table.", Shorten(column, 60))
		}
		return at, nil
	}
	for _, one := range usual {
		if at := t.named(one); at >= 0 && !slices.Contains(taken, at) && !mapped(into, t.Columns[at]) {
			return at, nil
		}
	}
	return -1, nil
}

func mapped(into map[string]string, column string) bool {
	_, is := into[column]
	return is
}

// column plans one column; nil when it is left out.
func (p *CasePlan) column(t Table, m CaseMapping, at int, variables *VariableSet, all *[]Variable, by Stamp) (*reader, error) {
	title, cells := t.Columns[at], t.column(at)
	guess := GuessColumn(cells)
	plan := ColumnPlan{Column: title, Is: "nothing", Guessed: guess.Sort, Filled: guess.Filled, Personal: guess.Personal}
	into, chosen := m.Into[title]
	if !chosen {
		into = title
	}
	defer func() { p.Columns = append(p.Columns, plan) }()
	switch {
	case chosen && into == "":
		return nil, nil
	case guess.Filled == 0:
		p.warn("“%s” is empty and is left out.", title)
		return nil, nil
	case guess.Personal && !chosen:
		p.warn("“%s” looks like personal data and is left out. Map it to a variable if it is needed.", title)
		return nil, nil
	case guess.Constant:
		p.warn("“%s” is the same in every row.", title)
	}
	plan.Is = "variable"
	v, err := variables.Named(into)
	if err != nil {
		v, err = made(into, m.Kinds[title], guess, *all, by)
		plan.New = true
	} else if slices.ContainsFunc(p.Columns, func(c ColumnPlan) bool { return c.Variable == v.Name }) {
		err = FieldError("mapping", "Two columns are to become “%s”.", v.Name)
	}
	if err != nil {
		return nil, err
	}
	after := withOptions(v, cells)
	plan.Variable, plan.Sort, plan.Options, plan.Missing = after.Name, after.Sort, optionValues(after.Options[len(v.Options):]), nil
	switch {
	case plan.New:
		plan.Options, plan.Missing = optionValues(after.Options), after.Missing
		*all = append(*all, after)
		p.Variables = append(p.Variables, VariablePlan{nil, after})
	case len(after.Options) > len(v.Options):
		p.warn("“%s” gets further options: %s.", v.Name, Shorten(strings.Join(plan.Options, ", "), 200))
		before := v
		after.Version++
		p.Variables = append(p.Variables, VariablePlan{&before, after})
	}
	return &reader{at: at, variable: after, how: guess.How, known: map[string]string{}, failed: map[string]string{}}, nil
}

func (p *CasePlan) warn(format string, args ...any) {
	p.Warnings = append(p.Warnings, fmt.Sprintf(format, args...))
}

func optionValues(list Options) (out Texts) {
	for _, o := range list {
		out = append(out, o.Value)
	}
	return out
}

// made makes the variable of a column.
func made(name, kind string, g Guess, others []Variable, by Stamp) (Variable, error) {
	v := Variable{Name: FreeName(Shorten(strings.TrimSpace(name), MaxName-8), others), Sort: kind, Of: "both", Missing: g.Missing}
	if len([]rune(name)) > MaxName-8 {
		v.Label = name
	}
	if kind == "" || kind == g.Sort {
		v.Sort, v.Options = g.Sort, g.Options
	}
	if v.Sort == KindText {
		v.Missing = nil
	}
	v = v.New(others, by)
	return v, v.Validate()
}

// FreeName gives a name that none of some variables has: with a number behind it when it is taken.
func FreeName(name string, others []Variable) string {
	free := name
	for n := 2; slices.ContainsFunc(others, func(o Variable) bool { return Fold(o.Name) == Fold(free) }); n++ {
		free = fmt.Sprintf("%s (%d)", name, n)
	}
	return free
}

// New gives a variable an id whose slot none of the others has, and its place behind them.
func (v Variable) New(others []Variable, by Stamp) Variable {
	v.ProjectID, v.CreatedBy, v.CreatedAt, v.Version = by.Project, by.By, by.At, 1
	taken := map[string]bool{}
	for _, o := range others {
		taken[o.Slot()] = true
		v.Position = max(v.Position, o.Position+1)
	}
	for v.ID = NewID(); taken[v.Slot()]; {
		v.ID = NewID()
	}
	return v
}

// withOptions gives a listed variable the options that cells have beside its own.
func withOptions(v Variable, cells []string) Variable {
	if !v.Listed() {
		return v
	}
	options, known := slices.Clone(v.Options), map[string]bool{}
	for _, o := range v.Options {
		known[Fold(o.Value)], known[Fold(o.Label)] = true, true
	}
	for _, cell := range cells {
		parts := []string{strings.TrimSpace(cell)}
		if v.Sort == KindSeveral {
			parts = Parts(cell)
		}
		if _, is := v.missing(cell, Reading{}); is {
			continue
		}
		for _, part := range parts {
			if part == "" || known[Fold(part)] || (Option{Value: part}).check() != nil || len(options) == MaxOptions {
				continue
			}
			known[Fold(part)] = true
			options = append(options, Option{Value: part})
		}
	}
	v.Options = options
	return v
}

// read gives the value of a row's cell, and why it is none.
func (r *reader) read(row []string) (value, why string) {
	if r.at >= len(row) {
		return "", ""
	}
	text := row[r.at]
	if value, known := r.known[text]; known {
		return value, ""
	}
	if why, known := r.failed[text]; known {
		return "", why
	}
	value, err := r.variable.Read(text, r.how)
	if err != nil {
		r.failed[text] = err.Error()
		return "", err.Error()
	}
	r.known[text] = value
	return value, ""
}

// rowReader knows which column of a row says what.
type rowReader struct {
	key, name, firm int // places; -1 where there is none
	readers         []*reader
	firms           firmIndex
}

// rows plans every row.
func (p *CasePlan) rows(t Table, m CaseMapping, r rowReader, cases []Case, by Stamp) {
	there, row := make(map[string]Case, len(cases)), make(map[string]int, len(t.Rows))
	for _, c := range cases {
		if c.KeyText != "" {
			there[Fold(c.KeyText)] = c
		}
	}
	met := 0
	for i, cells := range t.Rows {
		number := t.First + i
		known, called := cell(cells, r.key), cell(cells, r.name)
		folded := Fold(known)
		c, old := there[folded]
		if why := checkKey(known, row[folded]); why != "" {
			p.Refused = append(p.Refused, RefusedRow{number, Shorten(known, MaxName), why})
			continue
		}
		row[folded] = number
		if old {
			met++
		}
		after := c
		if !old {
			after = Case{ProjectID: by.Project, ID: NewID(), Name: known, Sort: m.Sort, KeyText: known, CreatedBy: by.By, CreatedAt: by.At, Version: 1}
		}
		if called != "" {
			after.Name = called
		}
		values, why := m.values(after, cells, r.readers)
		after.Values = values
		if why == "" && r.firm >= 0 {
			after.FirmID, why = r.firms.read(cell(cells, r.firm), after, m.KeepEmpty)
		}
		if why == "" {
			if err := after.Validate(); err != nil {
				why = err.Error()
			}
		}
		switch {
		case why != "":
			p.Refused = append(p.Refused, RefusedRow{number, known, why})
		case !old:
			p.Made = append(p.Made, after)
		case after.Name == c.Name && after.FirmID == c.FirmID && SameValues(after.Values, c.Values):
			p.Same++
		default:
			after.Version++
			p.Changed = append(p.Changed, CaseEdit{c, after, number})
		}
	}
	p.Absent = max(0, len(cases)-met)
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

// SameValues says whether two cases have the same values.
func SameValues(a, b Values) bool {
	if len(a) != len(b) {
		return false
	}
	for slot, value := range a {
		if b[slot] != value {
			return false
		}
	}
	return true
}
