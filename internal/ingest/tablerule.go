package ingest

import (
	"github.com/selvedge/selvedge/internal/study"
)

// What a row of a table is.
const (
	RowSource = "source" // a document of its own
	RowTurn   = "turn"   // a turn of one conversation
	RowAnswer = "answer" // an answer among others to one question
)

// TableRule says how the rows of a table are read. Columns are counted from 0.
type TableRule struct {
	Sheet   string `json:"sheet,omitempty"` // of a workbook; empty means the first
	Header  int    `json:"header"`          // rows before the first that holds data
	Each    string `json:"each" enum:"source,turn,answer"`
	Text    int    `json:"text"`
	Speaker *int   `json:"speaker,omitempty"`
	Title   *int   `json:"title,omitempty"` // of each document, where each row is one
	Time    *int   `json:"time,omitempty"`
}

// TableFound is a table as it stands in a file, with how it would be read.
type TableFound struct {
	Sheet   string    `json:"sheet,omitempty"`
	Columns []string  `json:"columns"` // their names, or A, B, C where the table has none
	Rows    int       `json:"rows"`    // that hold data
	Guess   TableRule `json:"guess"`
}

// check refuses a rule that doesn't fit a table of so many columns.
func (r TableRule) check(columns int) error {
	if r.Each != RowSource && r.Each != RowTurn && r.Each != RowAnswer {
		return study.FieldError("table", "A row of a table is a source, a turn or an answer.")
	}
	if r.Header < 0 || r.Header > maxHeader {
		return study.FieldError("table", "A table has at most %d rows before its data.", maxHeader)
	}
	for _, column := range []*int{&r.Text, r.Speaker, r.Title, r.Time} {
		if column != nil && (*column < 0 || *column >= columns) {
			return study.FieldError("table", "The table has %s: choose among them.", several(columns, "column"))
		}
	}
	return nil
}

const maxHeader = 20 // rows
