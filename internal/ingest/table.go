package ingest

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	maxCells   = 5_000_000 // of a table, gaps included
	maxSources = 1000      // of one file
	sampleRows = 400       // that a guess looks at
)

var errCells = study.Errorf(study.TooLarge, "The table has more than %d million cells: leave out the columns that hold no text and add it again.", maxCells/1_000_000)

// table is a table as it stands in a file, its header included.
type table struct {
	sheet   string
	rows    [][]string
	columns int
}

// readTables makes documents of the rows of a table: by the rule somebody gave, else as guessed.
func readTables(in *input, tables []table) (*draft, error) {
	tables = slices.DeleteFunc(tables, func(t table) bool { return t.columns == 0 })
	if len(tables) == 0 {
		return nil, errNoWords
	}
	found := make([]TableFound, len(tables))
	for i, t := range tables {
		found[i] = t.describe(t.guess())
	}
	chosen, rule := 0, found[0].Guess
	if given := in.options.Table; given != nil {
		if rule = *given; given.Sheet != "" {
			chosen = slices.IndexFunc(tables, func(t table) bool { return t.sheet == given.Sheet })
		}
		if chosen < 0 {
			return nil, study.FieldError("table", "There is no sheet “%s” in the file.", given.Sheet)
		}
		if err := rule.check(tables[chosen].columns); err != nil {
			return nil, err
		}
		found[chosen].as(tables[chosen].describe(rule))
	}
	made, err := tables[chosen].read(in, rule)
	if err != nil {
		return nil, err
	}
	made.tables = found
	if in.options.Table == nil {
		made.warnings = append(made.warnings, found[chosen].inWords(rule))
	}
	return made, nil
}

// inWords says how a table was read, since that was guessed.
func (f TableFound) inWords(r TableRule) string {
	each := map[string]string{RowSource: "a source of its own", RowTurn: "a turn", RowAnswer: "an answer"}[r.Each]
	said := "A table of " + several(f.Rows, "row") + ": each was read as " + each + ", with its text in “" + f.Columns[r.Text] + "”"
	if r.Speaker != nil {
		said += " and who speaks in “" + f.Columns[*r.Speaker] + "”"
	}
	return said + "."
}

func (t table) describe(rule TableRule) TableFound {
	f := TableFound{Sheet: t.sheet, Guess: rule, Columns: make([]string, t.columns)}
	heads := t.heads(rule.Header)
	for c := range t.columns {
		var parts []string
		for _, row := range heads {
			if name := tidy(cellOf(row, &c)); name != "" && !slices.Contains(parts, name) {
				parts = append(parts, name)
			}
		}
		if f.Columns[c] = tidy(strings.Join(parts, " · ")); len(parts) == 0 {
			f.Columns[c] = letters(c)
		}
	}
	f.Rows = max(0, len(t.rows)-rule.Header)
	return f
}

// as takes over the names of columns and the number of rows that another rule leads to.
func (f *TableFound) as(given TableFound) { f.Columns, f.Rows = given.Columns, given.Rows }

// letters names a column as spreadsheets do: A, B … Z, AA.
func letters(c int) string {
	name := ""
	for c++; c > 0; c = (c - 1) / 26 {
		name = string(rune('A'+(c-1)%26)) + name
	}
	return name
}

// Column counts a column that is named as spreadsheets do, from 0.
func Column(name string) (int, error) {
	n := 0
	for _, r := range strings.ToUpper(name) {
		if r < 'A' || r > 'Z' || n > 1000 {
			return 0, study.FieldError("table", "“%s” is no column: they are called A, B … Z, AA.", name)
		}
		n = 26*n + int(r-'A') + 1
	}
	if n == 0 {
		return 0, study.FieldError("table", "A column is called A, B … Z, AA.")
	}
	return n - 1, nil
}

func cellOf(row []string, column *int) string {
	if column == nil || *column >= len(row) {
		return ""
	}
	return row[*column]
}

func (t table) read(in *input, rule TableRule) (*draft, error) {
	rows := t.rows[min(rule.Header, len(t.rows)):]
	if rule.Each == RowSource {
		return t.sources(in, rule, rows)
	}
	found := &draft{}
	for _, row := range rows {
		text := cellLines(cellOf(row, &rule.Text))
		if text == "" {
			continue
		}
		p := paragraph{text: text, quoted: true, voice: tidy(cellOf(row, rule.Speaker))}
		p.stamp = cellTime(cellOf(row, rule.Time))
		found.paragraphs = append(found.paragraphs, p)
	}
	if empty := len(rows) - len(found.paragraphs); empty > 0 && len(found.paragraphs) > 0 {
		found.warnings = append(found.warnings, several(empty, "row")+" without text left out.")
	}
	return found, nil
}

// sources makes a document of each row that has words.
func (t table) sources(in *input, rule TableRule, rows [][]string) (*draft, error) {
	var all []*draft
	for i, row := range rows {
		cell := cellOf(row, &rule.Text)
		if study.WordCount(cell) == 0 {
			continue
		}
		if len(all) == maxSources {
			return nil, study.FieldError("table", "The table has more than %d rows with text, which is too many for a source each: read each row as an answer, or split the table.", maxSources)
		}
		one := &draft{wrap: unsure, title: tidy(cellOf(row, rule.Title))}
		if one.title == "" {
			one.title = in.title + " " + strconv.Itoa(i+1)
		}
		one.paragraphs = verbatimLines(clean(cell))
		for j := range one.paragraphs {
			one.paragraphs[j].voice = tidy(cellOf(row, rule.Speaker))
		}
		all = append(all, one)
	}
	if len(all) == 0 {
		return nil, errNoWords
	}
	all[0].others = all[1:]
	return all[0], nil
}

// cellLines cleans the text of a cell and drops its empty lines.
func cellLines(s string) string {
	var kept []string
	for line := range strings.SplitSeq(clean(s), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// cellTime reads 00:01:02, [1:02.5] or seconds.
func cellTime(s string) stamp {
	if st, rest := leadStamp(strings.TrimSpace(s)); st.known() && rest == "" {
		return st
	}
	if value, err := strconv.ParseFloat(strings.TrimSpace(s), 64); err == nil && value >= 0 && value < 1e6 {
		ms := int(value*1000 + 0.5)
		return stamp{from: &ms}
	}
	return stamp{}
}

var (
	textName  = regexp.MustCompile(`(?i)text|transcript|utterance|content|wording|answer|response|comment|message|quote|body|antwort|frei|aussage|inhalt`)
	voiceName = regexp.MustCompile(`(?i)^(speaker|voice|who|role|participant|respondent|interviewee|person|user|author|sprecher\w*|sprechende?r?|teilnehmer\w*|befragte\w*)( ?(name|id|label))?$`)
	titleName = regexp.MustCompile(`(?i)\b(title|id|file|filename|interview|document|case|name|titel|datei|fall)\b|_id$|id$`)
	timeName  = regexp.MustCompile(`(?i)^(time|start|start ?time|time ?stamp|begin|from|offset|zeit|beginn|von)\b`)
)

// tally is what a guess knows of a column.
type tally struct {
	at, filled, words, lines, numbers, distinct, times, longest int
	name                                                        string
}

// guess says how a table is most likely meant.
func (t table) guess() TableRule {
	rule := TableRule{Sheet: t.sheet, Header: t.header(), Each: RowAnswer}
	rows := t.rows[min(rule.Header, len(t.rows)):]
	names := t.describe(rule).Columns
	rows = rows[:min(len(rows), sampleRows)]
	columns := make([]tally, t.columns)
	for c := range columns {
		columns[c] = look(rows, c)
		columns[c].name = names[c]
	}
	text := slices.MaxFunc(columns, func(a, b tally) int { return cmp.Compare(a.weight(), b.weight()) })
	rule.Text = text.at
	speaker := text.other(columns, func(c tally) bool {
		return voiceName.MatchString(c.name) && c.longest <= maxLabel && c.numbers < c.filled
	})
	switch each := max(1, text.filled); {
	case text.words/each >= 200 || text.lines/each >= 6:
		rule.Each = RowSource
		rule.Title = text.other(columns, func(c tally) bool {
			return titleName.MatchString(c.name) && c.distinct == c.filled && c.filled >= text.filled && c.longest <= study.MaxName
		})
	case speaker != nil && 2*columns[*speaker].distinct <= columns[*speaker].filled+1:
		rule.Each, rule.Speaker = RowTurn, speaker
		rule.Time = text.other(columns, func(c tally) bool { return timeName.MatchString(c.name) && 2*c.times > c.filled })
	case speaker != nil:
		rule.Speaker = speaker // each answers once
	}
	return rule
}

func (c tally) weight() int {
	if c.numbers*2 > c.filled {
		return 0
	}
	words := c.words * c.distinct / max(1, c.filled) // ticked answers recur, open ones don't
	if textName.MatchString(c.name) {
		return 3 * words
	}
	return words
}

// other gives the first column beside this one that is of some kind.
func (c tally) other(columns []tally, is func(tally) bool) *int {
	for _, one := range columns {
		if one.at != c.at && one.filled > 0 && is(one) {
			return &one.at
		}
	}
	return nil
}

func look(rows [][]string, at int) tally {
	c, seen := tally{at: at}, map[string]bool{}
	for _, row := range rows {
		cell := strings.TrimSpace(cellOf(row, &at))
		if cell == "" {
			continue
		}
		c.filled++
		c.words += study.WordCount(cell)
		c.lines += strings.Count(cell, "\n")
		c.longest = max(c.longest, utf8.RuneCountInString(cell))
		if _, err := strconv.ParseFloat(cell, 64); err == nil {
			c.numbers++
		}
		if len(cell) < 200 {
			if cellTime(cell).known() {
				c.times++
			}
			seen[cell] = true
		} else {
			c.distinct++
		}
	}
	c.distinct += len(seen)
	return c
}

// header counts the rows before the data: a lone title, the names of columns, and a second
// row of names where the first has gaps, as survey tools write it.
func (t table) header() int {
	n := 0
	if len(t.rows) > 2 && filled(t.rows[0]) == 1 && filled(t.rows[1]) > 1 {
		n = 1
	}
	if n >= len(t.rows) || !namesColumns(t.rows[n], t.rows[n+1:]) {
		return n
	}
	n++
	if n+1 < len(t.rows) && fillsGaps(t.rows[n-1], t.rows[n]) {
		n++
	}
	return n
}

func filled(row []string) (n int) {
	for _, cell := range row {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

const (
	longTitle    = 500  // code points that the name of a column may have
	longQuestion = 3000 // and where many columns are questions of a survey
	manyColumns  = 10
)

// namesColumns says whether a row looks like names: short, no figures, none twice.
func namesColumns(row []string, below [][]string) bool {
	if len(below) == 0 {
		return false
	}
	seen, longest := map[string]bool{}, longTitle
	if len(row) >= manyColumns {
		longest = longQuestion
	}
	for _, cell := range row {
		cell = strings.TrimSpace(cell)
		if _, err := strconv.ParseFloat(cell, 64); err == nil || utf8.RuneCountInString(cell) > longest || cell != "" && seen[cell] && len(row) < 5 {
			return false
		}
		seen[cell] = true
	}
	return filled(row) > 0
}

// fillsGaps says whether a second row of names goes on where the first has none.
func fillsGaps(first, second []string) bool {
	gaps, named := 0, 0
	for c := range second {
		if strings.TrimSpace(cellOf(first, &c)) == "" && strings.TrimSpace(second[c]) != "" {
			named++
		}
		if strings.TrimSpace(cellOf(first, &c)) == "" {
			gaps++
		}
	}
	return 3*gaps > len(second) && 3*named > 2*gaps && namesColumns(second, [][]string{nil})
}
