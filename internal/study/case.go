package study

import (
	"slices"
	"strings"
	"time"
)

// Case is a unit of analysis, a firm or a person, across sources.
type Case struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	Name      string    `json:"name"`
	Sort      string    `json:"kind" enum:"firm,person"`
	KeyText   string    `json:"key" gorm:"column:key" doc:"What tables know it by; unique in the project, may be empty"`
	Folded    string    `json:"-"` // the key as it is compared
	FirmID    ID        `json:"firm,omitempty" doc:"Of a person: the firm they belong to"`
	Values    Values    `json:"values" doc:"By the last eight letters of the variable's id"`
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
	Version   int       `json:"version"`
}

// Kind and Key name the record in the journal.
func (Case) Kind() string { return "case" }
func (c Case) Key() ID    { return c.ID }

// Edition is the version of it; each change makes the next.
func (c *Case) Edition() *int { return &c.Version }

// The kinds of cases.
const (
	Firm   = "firm"
	Person = "person"
)

// Bounds of cases.
const (
	MaxCases = 100_000 // of a project
	MaxCells = 20_000  // that one action changes by hand
)

// Validate checks what a person can set.
func (c Case) Validate() error {
	if err := CheckName("name", c.Name); err != nil {
		return err
	}
	if c.Sort != Firm && c.Sort != Person {
		return FieldError("kind", "A case is a firm or a person.")
	}
	if c.FirmID != "" && c.Sort != Person {
		return FieldError("firm", "Only a person belongs to a firm.")
	}
	if c.KeyText == "" {
		return nil
	}
	if strings.TrimSpace(c.KeyText) != c.KeyText {
		return FieldError("key", "The key begins or ends with a space.")
	}
	return CheckName("key", c.KeyText)
}

// Value is what the case has of a variable; "" is none.
func (c Case) Value(v Variable) string { return c.Values[v.Slot()] }

// With gives the case with a value set, or taken away when it is empty.
func (c Case) With(v Variable, value string) Case {
	c.Values = c.Values.With(v.Slot(), value)
	return c
}

// CheckFit refuses values of variables that cases of its kind can't have.
func (c Case) CheckFit(variables []Variable) error {
	for _, v := range variables {
		if c.Value(v) != "" && !v.Fits(c.Sort) {
			return FieldError("values", "“%s” is a variable of %ss, and “%s” is a %s.", v.Name, v.Of, c.Name, c.Sort)
		}
	}
	return nil
}

// VariableSet finds variables by name, whatever its case, or by id.
type VariableSet struct {
	list []Variable
	by   map[string]int
}

// NewVariableSet takes the variables of a project, in order.
func NewVariableSet(list []Variable) *VariableSet {
	s := &VariableSet{list: list, by: make(map[string]int, 2*len(list))}
	for i, v := range list {
		s.by[string(v.ID)] = i
	}
	for i, v := range list {
		s.by[Fold(v.Name)] = i
	}
	return s
}

// With gives the set as some changes leave it, new variables at the end.
func (s *VariableSet) With(changes []VariablePlan) *VariableSet {
	list := slices.Clone(s.list)
	for _, c := range changes {
		if i := slices.IndexFunc(list, func(v Variable) bool { return v.ID == c.After.ID }); i >= 0 {
			list[i] = c.After
		} else {
			list = append(list, c.After)
		}
	}
	return NewVariableSet(list)
}

// All gives the variables in order.
func (s *VariableSet) All() []Variable { return s.list }

// Named finds a variable; one that is not there is an Invalid error.
func (s *VariableSet) Named(name string) (Variable, error) {
	if i, there := s.by[Fold(name)]; there {
		return s.list[i], nil
	}
	return Variable{}, FieldError("values", "There is no variable “%s”.", Shorten(name, 60))
}

// JSON gives the values of a case as the interface speaks them, by name.
func (s *VariableSet) JSON(c Case) map[string]any {
	out := make(map[string]any, len(c.Values))
	for _, v := range s.list {
		if value := c.Value(v); value != "" {
			out[v.Name] = v.JSON(value)
		}
	}
	return out
}

// Set gives a case with values as the interface speaks them; those that are not named stay.
func (s *VariableSet) Set(c Case, values map[string]any) (Case, error) {
	for name, given := range values {
		v, err := s.Named(name)
		if err != nil {
			return c, err
		}
		value, err := v.ReadJSON(given)
		if err != nil {
			return c, err
		}
		c = c.With(v, value)
	}
	return c, nil
}

// CaseQuery narrows and orders cases. Several conditions on one variable with “=” widen (or);
// all else narrows (and).
type CaseQuery struct {
	Text  string   // words that all stand in name, key or values of kind text, whatever their case
	Kinds []string // firm, person
	Firm  ID       // the firm itself and who belongs to it
	Where []string // such as "sector=Food", "employees>=10", "district=" for those without, "district!=" for those with
	Sort  string   // name, key, kind or a variable's name; with - before it the other way round
}

// condition is one part of a query.
type condition struct {
	of     Variable
	sign   string
	value  string
	absent bool // of "=" and "!=": no value, or one that counts as missing
}

var signs = []string{"!=", ">=", "<=", "=", ">", "<"}

// condition reads one part of a query: the longest name of a variable before a sign counts, so
// that names may hold signs.
func (s *VariableSet) condition(text string) (condition, error) {
	best, at := condition{}, -1
	for i := range text {
		for _, sign := range signs {
			if !strings.HasPrefix(text[i:], sign) || i <= at {
				continue
			}
			if v, err := s.Named(text[:i]); err == nil {
				best, at = condition{of: v, sign: sign, value: strings.TrimSpace(text[i+len(sign):])}, i
				break
			}
		}
	}
	if at < 0 {
		return best, FieldError("where", "“%s” is not of the form variable=value with a variable that there is.", Shorten(text, 80))
	}
	return best.read()
}

func (c condition) read() (condition, error) {
	c.absent = c.value == ""
	if c.absent {
		if c.sign != "=" && c.sign != "!=" {
			return c, FieldError("where", "There is no value after “%s%s”.", c.of.Name, c.sign)
		}
		return c, nil
	}
	if c.of.Sort == KindText {
		return c, nil
	}
	value, err := c.of.Parse(c.value)
	if err != nil {
		return c, FieldError("where", "%s", err.Error())
	}
	c.value = value
	return c, nil
}

func (c condition) holds(value string) bool {
	if c.absent {
		return c.of.IsMissing(value) == (c.sign == "=")
	}
	equal := Fold(value) == Fold(c.value)
	if c.of.Sort == KindSeveral && !c.of.IsMissing(c.value) {
		equal = containsAll(strings.Split(value, between), strings.Split(c.value, between))
	}
	switch c.sign {
	case "=":
		return equal
	case "!=":
		return !equal && !c.of.IsMissing(value)
	}
	if c.of.IsMissing(value) || c.of.IsMissing(c.value) {
		return false
	}
	order := c.of.Compare(value, c.value)
	return order == 0 && len(c.sign) == 2 || order > 0 && c.sign[0] == '>' || order < 0 && c.sign[0] == '<'
}

func containsAll(all, some []string) bool {
	return !slices.ContainsFunc(some, func(one string) bool { return !slices.Contains(all, one) })
}

// Select gives the cases that a query lets through, in its order. The list itself stays as it is.
func (s *VariableSet) Select(list []Case, q CaseQuery) ([]Case, error) {
	by, err := s.order(q.Sort)
	if err != nil {
		return nil, err
	}
	out, err := s.Sift(list, q)
	return by.sorted(out), err
}

// Sift gives the cases that a query lets through, in the order in which they come.
func (s *VariableSet) Sift(list []Case, q CaseQuery) ([]Case, error) {
	lets, err := s.sieve(q)
	if err != nil {
		return nil, err
	}
	out := make([]Case, 0, len(list))
	for _, c := range list {
		if lets(c) {
			out = append(out, c)
		}
	}
	return out, nil
}

func (s *VariableSet) sieve(q CaseQuery) (func(Case) bool, error) {
	lets, err := s.Where(q.Where)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(strings.ToLower(q.Text))
	return func(c Case) bool {
		return (len(q.Kinds) == 0 || slices.Contains(q.Kinds, c.Sort)) && (q.Firm == "" || c.FirmID == q.Firm || c.ID == q.Firm) && lets(c.Value) && s.says(c, words)
	}, nil
}

// Where reads conditions as those of a CaseQuery, into a question that can be put to whatever
// has values of the variables.
func (s *VariableSet) Where(conditions []string) (lets func(value func(Variable) string) bool, err error) {
	either, all := map[ID][]condition{}, []condition{}
	for _, text := range conditions {
		c, err := s.condition(text)
		if err != nil {
			return nil, err
		}
		if c.sign == "=" {
			either[c.of.ID] = append(either[c.of.ID], c)
		} else {
			all = append(all, c)
		}
	}
	return func(value func(Variable) string) bool {
		for _, some := range either {
			if !slices.ContainsFunc(some, func(one condition) bool { return one.holds(value(one.of)) }) {
				return false
			}
		}
		return !slices.ContainsFunc(all, func(one condition) bool { return !one.holds(value(one.of)) })
	}, nil
}

// says says whether all words, which are in lower case, stand in what a case is called and
// what is said of it.
func (s *VariableSet) says(c Case, words []string) bool {
	if len(words) == 0 {
		return true
	}
	var text strings.Builder
	text.WriteString(strings.ToLower(c.Name + "\n" + c.KeyText))
	for _, v := range s.list {
		value := c.Value(v)
		if value == "" || v.Sort != KindText && !v.Listed() {
			continue
		}
		if slices.ContainsFunc(v.Options, func(o Option) bool { return o.Label != "" }) {
			value = v.Text(value)
		}
		text.WriteByte('\n')
		text.WriteString(strings.ToLower(value))
	}
	said := text.String()
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(said, w) })
}
