package study

import (
	"database/sql/driver"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// The kinds of questions.
const (
	AskSingle   = "single"   // one of a list
	AskMultiple = "multiple" // several of a list
	AskScale    = "scale"    // an item of a scale: one of an ordered list with scores
	AskNumber   = "number"
	AskDate     = "date"
	AskOpen     = "open" // answered in words; becomes a source
	AskText     = "text" // kept as it is, neither tabulated nor coded
	AskNothing  = "ignore"
)

// QuestionKinds are all kinds that a question can be of.
var QuestionKinds = []string{AskSingle, AskMultiple, AskScale, AskNumber, AskDate, AskOpen, AskText, AskNothing}

// Question is a column of a survey's table, or several that are one question together.
type Question struct {
	ID         string  `json:"id" doc:"Eight letters; the values of responses go by it"`
	Name       string  `json:"name" doc:"Unique in the survey, whatever its case"`
	Label      string  `json:"label" doc:"The words of the question; may be empty"`
	Sort       string  `json:"kind" enum:"single,multiple,scale,number,date,open,text,ignore"`
	Columns    Texts   `json:"columns" doc:"Of the table: one, or one for each option of a multiple question"`
	Unit       string  `json:"unit" doc:"Such as years or GBP; may be empty"`
	Options    Options `json:"options" doc:"Of kinds single, multiple and scale, in order"`
	Missing    Texts   `json:"missing" doc:"Values that count as missing, such as -99 or refused"`
	Reversed   bool    `json:"reversed,omitempty" doc:"Of a scale item: its scores run the other way"`
	Comma      bool    `json:"comma,omitempty" doc:"Figures are written with a comma before their decimals"`
	MonthFirst bool    `json:"monthFirst,omitempty" doc:"Dates are written with the month first"`
	SourceID   ID      `json:"source,omitempty" doc:"Of an open question: the source that its answers are"`

	Renamed Values `json:"renamed,omitempty" doc:"Values that tables have, folded, by what they are called since"`

	CaseVariable string `json:"caseVariable,omitempty" doc:"Name of the variable of cases that its answers are values of too; empty when they aren't"`
}

// Questions is a list of questions in order; the database keeps it as a JSON array.
type Questions []Question

// MarshalJSON writes an empty list as [], however it is kept.
func (l Questions) MarshalJSON() ([]byte, error) { return listJSON(l) }

// Value writes the list as JSON.
func (l Questions) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *Questions) Scan(v any) error { return scanList((*[]Question)(l), v) }

// Kept says whether answers to it are kept.
func (q Question) Kept() bool { return q.Sort != AskNothing }

// Listed says whether its answers are chosen from a list.
func (q Question) Listed() bool {
	return q.Sort == AskSingle || q.Sort == AskMultiple || q.Sort == AskScale
}

// Spread says whether each of its options has a column of its own.
func (q Question) Spread() bool { return q.Sort == AskMultiple && len(q.Columns) > 1 }

// Reading says how its figures and dates are written.
func (q Question) Reading() Reading { return Reading{Comma: q.Comma, MonthFirst: q.MonthFirst} }

// sorts are the kinds of variables that answers are values of.
var sorts = map[string]string{AskSingle: KindOne, AskMultiple: KindSeveral, AskScale: KindOne, AskNumber: KindDecimal, AskDate: KindDate, AskOpen: KindText, AskText: KindText, AskNothing: KindText}

// Variable is what its answers are values of.
func (q Question) Variable() Variable {
	v := Variable{ID: ID(q.ID), Name: q.Name, Label: q.Label, Sort: sorts[q.Sort], Unit: q.Unit, Missing: q.Missing, Of: "both"}
	if q.Listed() {
		v.Options = q.Options
	}
	return v
}

var questionID = regexp.MustCompile(`^[0-9a-z]{8}$`)

// Validate checks what a person can set.
func (q Question) Validate() error {
	if !questionID.MatchString(q.ID) {
		return FieldError("questions", "A question's id is eight letters or figures.")
	}
	if !slices.Contains(QuestionKinds, q.Sort) {
		return FieldError("questions", "A question is of kind %s.", strings.Join(QuestionKinds, ", "))
	}
	if len(q.Columns) == 0 || len(q.Columns) > MaxOptions || len(q.Columns) > 1 && q.Kept() && !q.Spread() {
		return FieldError("questions", "Only a multiple question has several columns, and at most %d.", MaxOptions)
	}
	if q.Reversed && q.Sort != AskScale {
		return FieldError("questions", "Only items of a scale are reversed.")
	}
	if err := q.checkCopy(); err != nil {
		return err
	}
	return q.Variable().Validate()
}

func (q Question) checkCopy() error {
	switch {
	case q.CaseVariable == "":
		return nil
	case !q.Copyable():
		return FieldError("questions", "Answers in words, and those that are left out, can't be values of cases.")
	}
	return CheckName("questions", q.CaseVariable)
}

// Parse reads an answer, in the one form that it is kept in. An open answer is kept as it is
// written, however long.
func (q Question) Parse(text string) (string, error) {
	if q.Sort != AskOpen && q.Sort != AskText {
		return q.Variable().Read(text, q.Reading())
	}
	v := q.Variable()
	if missing, is := v.missing(text, Reading{}); is {
		return missing, nil
	}
	text, err := CleanText(text)
	return strings.TrimSpace(text), err
}

var leadNumber = regexp.MustCompile(`^[-−]?\d+([.,]\d+)?`)

// Scores gives what the options of a scale item count, in their order and before they are
// reversed: the figures they are or begin with when all do, else their places from 1.
func (q Question) Scores() []float64 {
	out := make([]float64, len(q.Options))
	for i, o := range q.Options {
		text, is := number(leadNumber.FindString(o.Value), Reading{})
		score, err := strconv.ParseFloat(text, 64)
		if !is || err != nil || i > 0 && slices.Contains(out[:i], score) {
			for k := range out {
				out[k] = float64(k + 1)
			}
			return out
		}
		out[i] = score
	}
	return out
}

func (q Question) reworded(say func(string) string, taken map[string]bool) Question {
	v := q.Variable().Reworded(say)
	if v.Name != q.Name {
		q.Name = Free(v.Name, taken)
	}
	q.Label, q.Unit, q.Missing, q.Columns = v.Label, v.Unit, v.Missing, slices.Clone(q.Columns)
	if q.CaseVariable != "" {
		q.CaseVariable = say(q.CaseVariable)
	}
	renamed := q.Renamed
	for was, is := range renamed {
		q.Renamed = q.Renamed.With(was, "").With(Fold(say(was)), say(is))
	}
	for i, c := range q.Columns {
		q.Columns[i] = say(c)
	}
	if q.Listed() {
		q.Options = v.Options
	}
	return q
}
