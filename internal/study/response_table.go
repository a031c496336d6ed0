package study

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// asked is a question on its way from a table into responses.
type asked struct {
	Question
	at     []int             // its columns
	known  map[string]string // texts that were read already
	astray Texts             // texts that don't fit, and so count as missing
}

// ReadResponses reads the rows of a table as answers to a survey. The survey is given back as
// the table leaves it: with further options that answers have, and with texts that don't fit
// among what counts as missing, so that nothing is lost. Rows of a key that was there before
// get a number behind it.
func (s Survey) ReadResponses(t Table, by Stamp) (Survey, []Response, []string, error) {
	if len(t.Rows) > MaxResponses {
		return s, nil, nil, Errorf(TooLarge, "A survey has at most %d responses.", MaxResponses)
	}
	key, call := t.named(s.KeyColumn), t.named(s.CallColumn)
	if key < 0 && s.KeyColumn != "" {
		return s, nil, nil, FieldError("key", "There is no column “%s” in the table.", Shorten(s.KeyColumn, 60))
	}
	if call < 0 && s.CallColumn != "" {
		return s, nil, nil, FieldError("nameColumn", "There is no column “%s” in the table.", Shorten(s.CallColumn, 60))
	}
	list, err := s.asked(t)
	if err != nil {
		return s, nil, nil, err
	}
	r := reading{survey: s.ID, key: key, call: call, asked: list, by: by, keys: map[string]int{}}
	r.read(t.Rows)
	warnings, err := s.settle(list)
	return s, r.out, append(warnings, r.warnings()...), err
}

// reading is a table on its way into responses.
type reading struct {
	survey       ID
	key, call    int // columns
	asked        []*asked
	by           Stamp
	keys         map[string]int // how many rows have one
	out          []Response
	twice, empty int // rows
}

// read reads all rows, question by question: what a text means is found once for each.
func (r *reading) read(rows [][]string) {
	answers := make([][]string, len(r.asked))
	Each(len(r.asked), func(i int) {
		answers[i] = make([]string, len(rows))
		for at, row := range rows {
			answers[i][at] = r.asked[i].read(row)
		}
	})
	for at, row := range rows {
		if emptyRow(row) {
			r.empty++
			continue
		}
		r.row(at, row, answers)
	}
}

// row makes a response of a row; answers are those of all rows, by question.
func (r *reading) row(at int, row []string, answers [][]string) {
	one := Response{ProjectID: r.by.Project, ID: NewID(), SurveyID: r.survey, KeyText: r.keyOf(at, row), Name: plainName(cell(row, r.call)), Values: make(Values, len(r.asked)), Position: at, CreatedAt: r.by.At, Version: 1}
	for i, q := range r.asked {
		if value := answers[i][at]; value != "" {
			one.Values[q.ID] = value
		}
	}
	r.out = append(r.out, one)
}

// keyOf is what a row is known by: its key, or its number where it has none, with a number
// behind it when an earlier row is known by that.
func (r *reading) keyOf(at int, row []string) string {
	key := plainName(cell(row, r.key))
	if key == "" {
		key = strconv.Itoa(at + 1)
	}
	r.keys[Fold(key)]++
	n := r.keys[Fold(key)]
	if n == 1 {
		return key
	}
	r.twice++
	key = fmt.Sprintf("%s (%d)", key, n)
	r.keys[Fold(key)]++
	return key
}

func (r *reading) warnings() (out []string) {
	if r.twice > 0 {
		out = append(out, several(r.twice, "row has a key", "rows have a key")+" that an earlier row has; a number was put behind it.")
	}
	if r.empty > 0 {
		out = append(out, several(r.empty, "row is", "rows are")+" empty and left out.")
	}
	return out
}

func several(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func emptyRow(row []string) bool {
	return !slices.ContainsFunc(row, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// asked finds the columns of the questions that are kept. Those of which the table has none
// are left out.
func (s *Survey) asked(t Table) (out []*asked, err error) {
	columns := make(map[string]int, len(t.Columns))
	for at, c := range t.Columns {
		columns[Fold(c)] = at
	}
	for _, q := range s.Questions {
		if !q.Kept() {
			continue
		}
		one := &asked{Question: q, known: map[string]string{}}
		for _, c := range q.Columns {
			if at, there := columns[Fold(c)]; there {
				one.at = append(one.at, at)
			}
		}
		switch {
		case len(one.at) == len(q.Columns):
			one.grow(t)
			out = append(out, one)
		case len(one.at) > 0:
			return nil, FieldError("file", "The table has some columns of “%s” and lacks others: %s.", q.Name, Shorten(strings.Join(q.lacking(columns), ", "), 200))
		}
	}
	return out, nil
}

func (q Question) lacking(columns map[string]int) (out []string) {
	for _, c := range q.Columns {
		if _, there := columns[Fold(c)]; !there {
			out = append(out, c)
		}
	}
	return out
}

// grow gives a listed question the options that cells have beside its own.
func (q *asked) grow(t Table) {
	if q.Spread() || !q.Listed() {
		return
	}
	cells := gather(t.column(q.at[0])).values
	for i, c := range cells {
		cells[i] = q.current(c)
	}
	if q.Sort == AskMultiple {
		for i, c := range cells {
			cells[i] = q.parts(c)
		}
	}
	q.Options = withOptions(q.Variable(), cells).Options
}

// parts writes a cell of several answers with semicolons between them: where its parts are no
// options, but those between its commas are, these count.
func (q *asked) parts(text string) string {
	v := q.Variable()
	if _, is := v.missing(text, Reading{}); is || strings.TrimSpace(text) == "" {
		return text
	}
	if _, known := v.several(text); known {
		return text
	}
	for _, part := range commaParts(text) {
		if _, known := q.Options.named(part); known {
			return strings.Join(commaParts(text), ";")
		}
	}
	return text
}

// read gives the answer of a row, "" when there is none.
func (q *asked) read(row []string) string {
	if q.Spread() {
		return q.readSpread(row)
	}
	text := cell(row, q.at[0])
	if text == "" {
		return ""
	}
	if value, known := q.known[text]; known {
		return value
	}
	given := q.current(text)
	if q.Sort == AskMultiple {
		given = q.parts(given)
	}
	value, err := q.Parse(given)
	if err != nil {
		value = plainName(text)
		if !slices.Contains(q.astray, value) {
			q.astray = append(q.astray, value)
		}
	}
	if q.Sort != AskOpen {
		q.known[text] = value
	}
	return value
}

// readSpread gives the options whose columns say that they were chosen.
func (q *asked) readSpread(row []string) string {
	var chosen []string
	said := false
	for i, at := range q.at {
		text := cell(row, at)
		said = said || text != ""
		if Ticked(text) && i < len(q.Options) {
			chosen = append(chosen, q.Options[i].Value)
		}
	}
	if len(chosen) == 0 && said && len(q.Options) > len(q.at) {
		return q.Options[len(q.at)].Value
	}
	return strings.Join(chosen, between)
}

// settle puts what the table brought into the survey, and says what doesn't fit.
func (s *Survey) settle(list []*asked) (warnings []string, err error) {
	s.Questions = slices.Clone(s.Questions)
	for _, q := range list {
		at := slices.IndexFunc(s.Questions, func(o Question) bool { return o.ID == q.ID })
		s.Questions[at].Options = q.Options
		if len(q.astray) == 0 {
			continue
		}
		s.Questions[at].Missing = append(slices.Clone(q.Missing), q.astray...)
		if len(s.Questions[at].Missing) > maxMissing {
			return nil, FieldError("questions", "%d different answers to “%s” don't fit its kind, such as “%s”: choose another kind for it.", len(q.astray), q.Name, Shorten(q.astray[0], 60))
		}
		warnings = append(warnings, fmt.Sprintf("“%s”: %s that don't fit count as missing: %s.", q.Name, several(len(q.astray), "answer", "different answers"), Shorten(strings.Join(q.astray, "; "), 200)))
	}
	return warnings, nil
}

// AnswerText is what an open answer is in the text of its source: its lines, without empty
// ones; "" when it is none or counts as missing.
func AnswerText(value string, q Question) string {
	if q.Variable().IsMissing(value) {
		return ""
	}
	var kept []string
	for line := range strings.SplitSeq(value, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// CasesOf ties responses to the cases of their keys, and makes those that are not there. It
// counts the responses whose cases were.
func CasesOf(list []Response, there []Case, sort string, by Stamp) (made []Case, known int) {
	byKey := make(map[string]ID, len(there))
	for _, c := range there {
		if c.KeyText != "" {
			byKey[Fold(c.KeyText)] = c.ID
		}
	}
	for i, r := range list {
		id, old := byKey[Fold(r.KeyText)]
		if old {
			known++
		} else {
			c := Case{ProjectID: by.Project, ID: NewID(), Name: r.Called(), Sort: sort, KeyText: r.KeyText, CreatedBy: by.By, CreatedAt: by.At, Version: 1}
			id, made = c.ID, append(made, c)
			byKey[Fold(r.KeyText)] = id
		}
		list[i].CaseID = id
	}
	return made, known
}
