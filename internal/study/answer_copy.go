package study

import (
	"cmp"
	"slices"
)

// AnswerCopy says which variable of cases takes the answers to a question.
type AnswerCopy struct {
	Question Question
	Variable string // its name
}

// Copies gives the questions whose answers are kept as variables of cases too.
func (s Survey) Copies() (out []AnswerCopy) {
	for _, q := range s.Questions {
		if q.CaseVariable != "" {
			out = append(out, AnswerCopy{q, q.CaseVariable})
		}
	}
	return out
}

// Copyable says whether answers to it can be values of cases: those in words and those that are
// left out can't.
func (q Question) Copyable() bool { return q.Sort != AskOpen && q.Kept() }

// CopyReport says what copying the answers to one question changes about cases.
type CopyReport struct {
	Question  string       `json:"question" doc:"Its name"`
	Variable  string       `json:"variable" doc:"Name of the variable of cases"`
	Sort      string       `json:"kind" doc:"Of the variable"`
	New       bool         `json:"new,omitempty" doc:"The variable is made"`
	Options   Texts        `json:"options" doc:"That a variable which is there gets"`
	Set       int          `json:"set" doc:"Cases that had no value and get one"`
	Same      int          `json:"same" doc:"Cases that have the value"`
	Changed   int          `json:"changed" doc:"Cases whose value changes"`
	Differ    int          `json:"differ" doc:"Cases that have another value and keep it"`
	Unfit     int          `json:"unfit" doc:"Cases of a kind that can't have the variable"`
	Differing []CaseDiffer `json:"differing" doc:"The first, by name, of those that have another value, whether it is kept or changes"`
}

// CaseDiffer is a case whose value is another than was answered.
type CaseDiffer struct {
	Case   ID     `json:"case"`
	Name   string `json:"name"`
	Value  string `json:"value" doc:"Of the case, options by their labels"`
	Answer string `json:"answer" doc:"Options by their labels; empty when nothing is answered any more"`
}

const mostDiffering = 20 // named, of each variable

// CopyAnswers works out what cases get of answers: the variables that are made or get further
// options, and the cases that change. An answer is set where its case has no value; where it
// has another, that stays, unless it is still what was answered before or replace says so.
// Edits without a response before them are answers that are new to their cases.
func CopyAnswers(copies []AnswerCopy, edits []ResponseEdit, cases map[ID]Case, variables []Variable, replace bool, by Stamp) (plan CasePlan, told []CopyReport, err error) {
	told, all := []CopyReport{}, variables
	now := make(map[ID]Case, len(edits))
	for _, c := range copies {
		one, err := newCopying(c, edits, all, by)
		if err != nil {
			return plan, told, err
		}
		if one.before == nil {
			all = append(slices.Clone(all), one.after)
		}
		if one.before == nil || !SameVariable(*one.before, one.after) {
			plan.Variables = append(plan.Variables, VariablePlan{one.before, one.after})
		}
		one.replace = replace
		one.take(edits, cases, now)
		told = append(told, one.report())
	}
	if len(all) > MaxVariables {
		return plan, told, Errorf(TooLarge, "A project has at most %d variables: copy the answers to fewer questions.", MaxVariables)
	}
	plan.Changed = changedCases(edits, cases, now)
	return plan, told, nil
}

func changedCases(edits []ResponseEdit, cases, now map[ID]Case) (out []CaseEdit) {
	done := make(map[ID]bool, len(now))
	for _, e := range edits {
		id := e.After.CaseID
		after, changed := now[id]
		if !changed || done[id] || SameValues(after.Values, cases[id].Values) {
			continue
		}
		done[id] = true
		after.Version++
		out = append(out, CaseEdit{Before: cases[id], After: after})
	}
	return out
}

// copying takes the answers to one question over.
type copying struct {
	AnswerCopy
	before  *Variable // nil when it is made
	after   Variable
	values  map[string]string // answers that were read as values already
	replace bool
	said    CopyReport
}

// newCopying makes the variable, or gives the one that is there what answers need of it; answers
// that don't fit it refuse the copy.
func newCopying(c AnswerCopy, edits []ResponseEdit, variables []Variable, by Stamp) (*copying, error) {
	out := &copying{AnswerCopy: c, values: map[string]string{}}
	if !c.Question.Copyable() {
		return nil, FieldError("questions", "“%s”: answers in words, and those that are left out, can't be values of cases.", c.Question.Name)
	}
	at := slices.IndexFunc(variables, func(v Variable) bool { return Fold(v.Name) == Fold(c.Variable) })
	if at < 0 {
		out.after = c.Question.Variable()
		out.after.Name = c.Variable
		out.after = out.after.New(variables, by)
	} else {
		out.before = &variables[at]
		var err error
		if out.after, err = variables[at].withQuestion(c.Question, answered(c.Question, edits)); err != nil {
			return nil, err
		}
	}
	if err := out.after.Validate(); err != nil {
		return nil, At(err, "questions", "“"+Shorten(c.Question.Name, 60)+"”")
	}
	return out, out.read(edits)
}

// answered gives the different answers to a question, in the order they come.
func answered(q Question, edits []ResponseEdit) (out Texts) {
	seen := map[string]bool{"": true}
	for _, e := range edits {
		if value := e.After.Value(q); !seen[value] {
			seen[value] = true
			out = append(out, value)
		}
	}
	return out
}

// withQuestion gives a variable the options and the missing values that answers to a question
// need beside its own. A further option comes next to the one that it stands next to in the
// question.
func (v Variable) withQuestion(q Question, values Texts) (Variable, error) {
	was := v
	v.Options, v.Missing = slices.Clone(v.Options), slices.Clone(v.Missing)
	for _, m := range q.Missing {
		if _, known := v.Options.named(m); !known && !slices.Contains(v.Missing, m) && slices.Contains(values, m) {
			v.Missing = append(v.Missing, m)
		}
	}
	if v.Listed() {
		if err := v.addOptions(q); err != nil {
			return was, err
		}
	}
	if !SameVariable(was, v) {
		v.Version++
	}
	return v, nil
}

func (v *Variable) addOptions(q Question) error {
	at := len(v.Options)
	for _, o := range q.Options {
		if place := v.place(o); place >= 0 {
			at = place + 1
		}
	}
	for i := len(q.Options) - 1; i >= 0; i-- {
		o := q.Options[i]
		place := v.place(o)
		if place < 0 {
			v.Options = slices.Insert(v.Options, at, o)
			continue
		}
		if known := v.Options[place]; known.Label != "" && o.Label != "" && Fold(known.Value) == Fold(o.Value) && Fold(known.Label) != Fold(o.Label) {
			return FieldError("questions", "“%s”: %s means “%s” there and “%s” of cases. Choose another name for the variable.", q.Name, o.Value, o.Label, known.Label)
		}
		at = place
	}
	return nil
}

// place is where the option stands that means the same, by its value or else its label; -1 when
// there is none.
func (v *Variable) place(o Option) int {
	for _, text := range []string{o.Value, o.Label} {
		if known, there := v.Options.named(text); there {
			return slices.Index(v.Options, known)
		}
	}
	return -1
}

// read reads each different answer as a value, or refuses those that don't fit.
func (c *copying) read(edits []ResponseEdit) error {
	from, bad, n := c.Question.Variable(), Texts(nil), 0
	for _, value := range answered(c.Question, edits) {
		is, err := from.Converted(value, c.after)
		if err != nil && from.Listed() {
			is, err = c.after.Parse(from.Text(value))
		}
		if err != nil {
			n++
			bad = append(bad, Shorten(from.Text(value), 40))
			continue
		}
		c.values[value] = is
	}
	if n == 0 {
		return nil
	}
	return FieldError("questions", "%s to “%s” can't be values of the variable “%s”, which is %s, such as “%s”. Choose another name for it.", several(n, "answer", "different answers"), c.Question.Name, c.after.Name, c.after.Sort, bad[0])
}

// value is what an answer is as a value of the case. One from before that no variable can hold
// any more is none.
func (c *copying) value(r Response) string { return c.values[r.Value(c.Question)] }

func (c *copying) take(edits []ResponseEdit, cases, now map[ID]Case) {
	for _, e := range edits {
		one, changed := now[e.After.CaseID]
		if !changed {
			var there bool
			if one, there = cases[e.After.CaseID]; !there {
				continue
			}
		}
		if after, is := c.one(e, one); is {
			now[one.ID] = after
		}
	}
}

// one takes one answer over; false when its case stays as it is.
func (c *copying) one(e ResponseEdit, to Case) (Case, bool) {
	isNew, was := e.Before.ID == "", e.Before.Value(c.Question)
	answer := c.value(e.After)
	if !isNew && was == e.After.Value(c.Question) || isNew && answer == "" {
		return to, false
	}
	value := to.Value(c.after)
	switch {
	case value == answer:
		c.said.Same++
		return to, false
	case !c.after.Fits(to.Sort):
		c.said.Unfit++
		return to, false
	case value == "" && (isNew || was == ""):
		c.said.Set++
		return to.With(c.after, answer), true
	}
	if !isNew && c.still(was, value) {
		c.said.Changed++
		return to.With(c.after, answer), true
	}
	c.differ(to, value, answer)
	if c.replace {
		c.said.Changed++
		return to.With(c.after, answer), true
	}
	c.said.Differ++
	return to, false
}

// still says whether the value of a case is what was answered before.
func (c *copying) still(was, value string) bool {
	from := c.Question.Variable()
	is, err := from.Converted(was, c.after)
	if err != nil && from.Listed() {
		is, err = c.after.Parse(from.Text(was))
	}
	return err == nil && is == value
}

func (c *copying) differ(to Case, value, answer string) {
	c.said.Differing = append(c.said.Differing, CaseDiffer{to.ID, to.Name, c.after.Text(value), c.after.Text(answer)})
}

func (c *copying) report() CopyReport {
	said := c.said
	said.Question, said.Variable, said.Sort, said.New = c.Question.Name, c.after.Name, c.after.Sort, c.before == nil
	if c.before != nil {
		for _, o := range c.after.Options {
			if !slices.Contains(c.before.Options, o) {
				said.Options = append(said.Options, o.Value)
			}
		}
	}
	slices.SortStableFunc(said.Differing, func(a, b CaseDiffer) int {
		return cmp.Or(compareFolded(a.Name, b.Name), cmp.Compare(a.Case, b.Case))
	})
	said.Differing = append([]CaseDiffer{}, said.Differing[:min(mostDiffering, len(said.Differing))]...)
	return said
}
