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
	Is       string `json:"is" enum:"key,name,firm,kind,variable,nothing"`
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
	r, err := t.known(m)
	if err != nil {
		return p, err
	}
	all, readers := variables.All(), []*reader(nil)
	for at, title := range t.Columns {
		if is := r.is(at); is != "" {
			p.Columns = append(p.Columns, ColumnPlan{Column: title, Is: is, Filled: filledIn(t.column(at))})
			continue
		}
		one, err := p.column(t, m, at, variables, &all, by)
		if err != nil {
			return p, err
		}
		if one != nil {
			readers = append(readers, one)
		}
	}
	if len(all) > MaxVariables {
		return p, Errorf(TooLarge, "A project has at most %d variables: leave out some columns.", MaxVariables)
	}
	r.readers, r.firms = readers, newFirmIndex(cases)
	p.rows(t, m, r, cases, by)
	if len(cases)+len(p.Made) > MaxCases {
		return p, Errorf(TooLarge, "A project has at most %d cases.", MaxCases)
	}
	return p, nil
}

// known finds the columns that say which case it is, what it is called, and what it belongs to.
func (t Table) known(m CaseMapping) (r rowReader, err error) {
	r = rowReader{key: t.named(m.Key), name: -1, firm: -1, kind: t.kinds(m)}
	if r.key < 0 {
		return r, FieldError("key", "There is no column “%s” in the table. It has: %s.", Shorten(m.Key, 60), Shorten(strings.Join(t.Columns, ", "), 400))
	}
	names := []string{"name", "firm", "firm name", "company", "company name", "person", "firma"}
	var firms []string
	if m.Sort == Person || r.kind >= 0 {
		firms = []string{"firm", "firm name", "company", "company name", "employer", "firma"}
	}
	if r.firm, err = t.chosen("firm", m.Firm, firms, m.Into, r.key); err == nil {
		r.name, err = t.chosen("name", m.Name, names, m.Into, r.key, r.firm)
	}
	return r, err
}

// kinds finds a column called kind that says of every row whether it is a firm or a person, as
// sheets that are taken along have it; -1 where there is none.
func (t Table) kinds(m CaseMapping) int {
	at := t.named("kind")
	if at < 0 || mapped(m.Into, t.Columns[at]) || t.Columns[at] == m.Key {
		return -1
	}
	for _, row := range t.Rows {
		if kind := Fold(cell(row, at)); kind != Firm && kind != Person {
			return -1
		}
	}
	return at
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
