package study

import (
	"database/sql/driver"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// The kinds of variables.
const (
	KindText    = "text"
	KindInteger = "integer"
	KindDecimal = "decimal"
	KindYesNo   = "yesno"
	KindDate    = "date"
	KindOne     = "one"     // one of a list
	KindSeveral = "several" // several of a list
)

// VariableKinds are all kinds that a variable can be of.
var VariableKinds = []string{KindText, KindInteger, KindDecimal, KindYesNo, KindDate, KindOne, KindSeveral}

// Variable is a typed attribute of cases, such as a firm's sector.
type Variable struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	Name      string    `json:"name" doc:"Unique in the project, whatever its case; values go by it"`
	Folded    string    `json:"-"` // the name as it is compared
	Label     string    `json:"label" doc:"The question or a longer name; may be empty"`
	Sort      string    `json:"kind" enum:"text,integer,decimal,yesno,date,one,several"`
	Unit      string    `json:"unit" doc:"Such as years or GBP; may be empty"`
	Options   Options   `json:"options" doc:"Of kinds one and several, in order"`
	Missing   Texts     `json:"missing" doc:"Values that count as missing, such as -99 or refused"`
	Of        string    `json:"of" enum:"firm,person,both" doc:"Which cases can have it"`
	Position  int       `json:"position"`
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
	Version   int       `json:"version"`
}

// Kind and Key name the record in the journal.
func (Variable) Kind() string { return "variable" }
func (v Variable) Key() ID    { return v.ID }

// Edition is the version of it; each change makes the next.
func (v *Variable) Edition() *int { return &v.Version }

// Slot is what the values of the variable go by within a case: a name may change.
func (v Variable) Slot() string { return SlotOf(v.ID) }

// SlotOf is the slot of the variable with an id: its last eight letters, which are random.
func SlotOf(id ID) string { return string(id[max(0, len(id)-8):]) }

// Bounds of a variable and of what a project holds.
const (
	MaxVariables = 1000 // of a project
	MaxOptions   = 500
	maxMissing   = 50
)

// Fold is a name as it is compared: without case, and with single spaces between words.
func Fold(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// Validate checks what a person can set.
func (v Variable) Validate() error {
	if err := CheckName("name", v.Name); err != nil {
		return err
	}
	if !slices.Contains(VariableKinds, v.Sort) {
		return FieldError("kind", "A variable is text, integer, decimal, yesno, date, one or several.")
	}
	if v.Of != "firm" && v.Of != "person" && v.Of != "both" {
		return FieldError("of", "A variable is of firms, of persons or of both.")
	}
	if v.Unit != "" {
		if err := CheckName("unit", v.Unit); err != nil {
			return err
		}
	}
	if err := v.checkLists(); err != nil {
		return err
	}
	return CheckProse("label", v.Label)
}

func (v Variable) checkLists() error {
	if len(v.Options) > 0 && !v.Listed() {
		return FieldError("options", "Only a variable of kind one or several has options.")
	}
	if len(v.Options) > MaxOptions {
		return FieldError("options", "A variable has at most %d options.", MaxOptions)
	}
	if len(v.Missing) > maxMissing {
		return FieldError("missing", "At most %d values can count as missing.", maxMissing)
	}
	seen := map[string]bool{}
	for _, o := range v.Options {
		if err := o.check(); err != nil {
			return err
		}
		if seen[Fold(o.Value)] {
			return FieldError("options", "The option “%s” is there twice.", o.Value)
		}
		seen[Fold(o.Value)] = true
	}
	for _, text := range v.Missing {
		if err := CheckName("missing", text); err != nil {
			return err
		}
	}
	return nil
}

// Listed says whether its values are chosen from a list.
func (v Variable) Listed() bool { return v.Sort == KindOne || v.Sort == KindSeveral }

// Fits says whether cases of a kind can have it.
func (v Variable) Fits(kind string) bool { return v.Of == "both" || v.Of == kind }

// Option is one of the values that can be chosen.
type Option struct {
	Value string `json:"value"`
	Label string `json:"label,omitempty" doc:"What is shown for it; the value when empty"`
}

func (o Option) check() error {
	if err := CheckName("options", o.Value); err != nil {
		return err
	}
	if strings.TrimSpace(o.Value) != o.Value {
		return FieldError("options", "The option “%s” begins or ends with a space.", o.Value)
	}
	if o.Label == "" {
		return nil
	}
	return CheckName("options", o.Label)
}

// Options is a list of options in order; the database keeps it as a JSON array.
type Options []Option

// MarshalJSON writes an empty list as [], however it is kept.
func (l Options) MarshalJSON() ([]byte, error) { return listJSON(l) }

// Value writes the list as JSON.
func (l Options) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *Options) Scan(v any) error { return scanList((*[]Option)(l), v) }

// named gives the option that a text means, by its value or else its label.
func (l Options) named(text string) (Option, bool) {
	folded := Fold(text)
	for _, by := range []func(Option) string{func(o Option) string { return o.Value }, func(o Option) string { return o.Label }} {
		if i := slices.IndexFunc(l, func(o Option) bool { return folded != "" && Fold(by(o)) == folded }); i >= 0 {
			return l[i], true
		}
	}
	return Option{}, false
}

// Texts is a list of texts; the database keeps it as a JSON array.
type Texts []string

// MarshalJSON writes an empty list as [], however it is kept.
func (l Texts) MarshalJSON() ([]byte, error) { return listJSON(l) }

// Value writes the list as JSON.
func (l Texts) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *Texts) Scan(v any) error { return scanList((*[]string)(l), v) }

func listJSON[T any](list []T) ([]byte, error) {
	if len(list) == 0 {
		return []byte("[]"), nil
	}
	return json.Marshal(list)
}

// Values are what a case has, by the slots of variables. A value is kept as text in one
// form: see Variable.Parse. What has no value is not in it.
type Values map[string]string

// With gives the values with one of them set, or taken away when it is empty.
func (v Values) With(slot, value string) Values {
	out := make(Values, len(v)+1)
	for s, text := range v {
		out[s] = text
	}
	if out[slot] = value; value == "" {
		delete(out, slot)
	}
	return out
}

// SameVariable says whether two variables are the same in all that a person can set.
func SameVariable(a, b Variable) bool {
	return a.Name == b.Name && a.Label == b.Label && a.Sort == b.Sort && a.Unit == b.Unit && a.Of == b.Of && a.Position == b.Position &&
		slices.Equal(a.Options, b.Options) && slices.Equal(a.Missing, b.Missing)
}
