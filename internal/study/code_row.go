package study

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxCodeRows is the most rows that a codebook in a file may have.
const MaxCodeRows = 10_000

// CodeRow is what a codebook in a file says of one code; what is nil it says nothing of.
type CodeRow struct {
	Row  int      // as a spreadsheet counts
	ID   ID       // of a code that may be in the project or not; may be empty
	Path []string // names from the root to the code itself

	Color                                           *Color
	Definition, Include, Exclude, Example, NearMiss *string
	Codable                                         *bool
}

// Columns of a codebook's table, as exports call them.
const (
	CodeIDColumn     = "ID"
	CodeLevelColumn  = "Code" // and a number from 1
	CodeColorColumn  = "Colour"
	DefinitionColumn = "Definition"
	IncludeColumn    = "Include when"
	ExcludeColumn    = "Exclude when"
	ExampleColumn    = "Typical example"
	NearMissColumn   = "Near miss"
	CodableColumn    = "Used for coding"
	CodingsColumn    = "Codings"
	CodingsUnder     = "Codings with codes under it"
	SourcesColumn    = "Sources"
)

// codeColumns are what columns of a codebook are called, here and by other tools, folded.
var codeColumns = map[string][]string{
	"id":         {"id", "guid", "code id"},
	"name":       {"code", "name", "code name", "tag", "codename"},
	"parent":     {"parent", "parent code", "under"},
	"color":      {"colour", "color"},
	"definition": {"definition", "description", "comment", "memo", "meaning"},
	"include":    {"include when", "include", "inclusion", "inclusion criteria"},
	"exclude":    {"exclude when", "exclude", "exclusion", "exclusion criteria"},
	"example":    {"typical example", "example", "examples"},
	"nearMiss":   {"near miss"},
	"codable":    {"used for coding", "codable", "iscodable"},
	"counts":     {"codings", "codings with codes under it", "sources", "number of highlights", "files", "references", "frequency"},
}

// CutMark stands where a text was cut to what a cell of Excel holds: such a cell says nothing.
const CutMark = " […] (cut here: the text is longer than an Excel cell can be; the Word, CSV and web exports have all of it)"

var codeLevel = regexp.MustCompile(`(?i)^(?:code|level)\s*(\d{1,2})$`)

// ReadCodeRows reads a table with one row a code. Names stand in a column a level, as exports
// have them, where names that are left out are those of the row above; or in one column, with the
// name of the parent in another. An empty cell says that there is nothing, or with keepEmpty says
// nothing. It gives the columns too that say nothing of codes.
func ReadCodeRows(t Table, keepEmpty bool) (out []CodeRow, left []string, refused []RefusedRow, err error) {
	if len(t.Rows) > MaxCodeRows {
		return nil, nil, nil, Errorf(TooLarge, "The table has %d rows; a codebook has at most %d.", len(t.Rows), MaxCodeRows)
	}
	c := columnsOfCodes(t)
	if len(c.levels) == 0 && c.at["name"] < 0 {
		return nil, nil, nil, FieldError("file", "No column is called as the names of codes are: Code, Name, Tag, or Code 1, Code 2 and so on. It has: %s.", Shorten(strings.Join(t.Columns, ", "), 300))
	}
	paths, whys := c.paths(t)
	by := map[ID]int{} // rows by the ids that they say
	for i, row := range t.Rows {
		one := c.read(row, keepEmpty)
		one.Row, one.Path = t.First+i, paths[i]
		switch {
		case !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }):
		case whys[i] != "":
			refused = append(refused, RefusedRow{Row: t.First + i, Why: whys[i]})
		case one.ID != "" && by[one.ID] > 0:
			refused = append(refused, RefusedRow{Row: one.Row, Why: SaidAlready(by[one.ID]).Text})
		default:
			out, by[one.ID] = append(out, one), one.Row
		}
	}
	return out, c.left, refused, nil
}

// SaidAlready refuses a second row of a code.
func SaidAlready(row int) *Error {
	return Errorf(Invalid, "Row %d says already what this code is.", row)
}

// codeTable says where the columns of a codebook stand, from 0.
type codeTable struct {
	at     map[string]int // -1 for one that is missing
	levels []int
	left   []string
}

func columnsOfCodes(t Table) codeTable {
	c := codeTable{at: map[string]int{}}
	for what := range codeColumns {
		c.at[what] = -1
	}
	levels := map[int]int{}
	for i, title := range t.Columns {
		if found := codeLevel.FindStringSubmatch(strings.TrimSpace(title)); found != nil {
			level, _ := strconv.Atoi(found[1]) // two digits at most
			levels[level] = i
			continue
		}
		what := codeColumn(title)
		if what == "" || c.at[what] >= 0 && what != "counts" {
			c.left = append(c.left, title)
			continue
		}
		c.at[what] = i
	}
	for level := 1; level <= 99; level++ {
		if at, there := levels[level]; there {
			c.levels = append(c.levels, at)
		}
	}
	return c
}

func codeColumn(title string) string {
	for what, names := range codeColumns {
		if slices.Contains(names, Fold(strings.TrimSpace(title))) {
			return what
		}
	}
	return ""
}

// paths gives the path of the code of each row, or why it has none.
func (c codeTable) paths(t Table) (paths [][]string, whys []string) {
	if len(c.levels) > 0 {
		return c.levelled(t)
	}
	return c.parented(t)
}

func (c codeTable) levelled(t Table) ([][]string, []string) {
	paths, whys := make([][]string, len(t.Rows)), make([]string, len(t.Rows))
	var above []string
	for i, row := range t.Rows {
		path, from := []string{}, 0
		for from < len(c.levels) && codeCell(row, c.levels[from]) == "" {
			from++
		}
		if from == len(c.levels) {
			whys[i] = "It has no name."
			continue
		}
		if from > len(above) {
			whys[i] = fmt.Sprintf("“%s” stands in level %d, and no code of level %d above it.", Shorten(codeCell(row, c.levels[from]), 60), from+1, from)
			continue
		}
		path = append(path, above[:from]...)
		for _, at := range c.levels[from:] {
			name := codeCell(row, at)
			if name == "" {
				break
			}
			path = append(path, name)
		}
		paths[i], above = path, path
	}
	return paths, whys
}

func (c codeTable) parented(t Table) ([][]string, []string) {
	paths, whys := make([][]string, len(t.Rows)), make([]string, len(t.Rows))
	rows := map[string]int{}
	for i, row := range t.Rows {
		name := Fold(codeCell(row, c.at["name"]))
		if _, there := rows[name]; !there {
			rows[name] = i
		}
	}
	for i := range t.Rows {
		paths[i], whys[i] = c.climb(t, rows, i)
	}
	return paths, whys
}

// climb follows the names of parents up to a root.
func (c codeTable) climb(t Table, rows map[string]int, from int) (path []string, why string) {
	for at, steps := from, 0; ; steps++ {
		name, parent := codeCell(t.Rows[at], c.at["name"]), codeCell(t.Rows[at], c.at["parent"])
		if name == "" {
			return nil, "It has no name."
		}
		if steps > len(t.Rows) {
			return nil, fmt.Sprintf("“%s” stands under itself.", Shorten(codeCell(t.Rows[from], c.at["name"]), 60))
		}
		path = append(path, name)
		if parent == "" {
			break
		}
		next, there := rows[Fold(parent)]
		if !there {
			path = append(path, parent)
			break
		}
		at = next
	}
	slices.Reverse(path)
	return path, ""
}

// read takes what a row says of its code.
func (c codeTable) read(row []string, keepEmpty bool) (out CodeRow) {
	if id, err := ParseID(codeCell(row, c.at["id"])); err == nil {
		out.ID = id
	}
	if color := Color(codeCell(row, c.at["color"])); color != "" {
		out.Color = &color
	}
	for what, into := range map[string]**string{"definition": &out.Definition, "include": &out.Include, "exclude": &out.Exclude, "example": &out.Example, "nearMiss": &out.NearMiss} {
		text := codeCell(row, c.at[what])
		if c.at[what] >= 0 && (text != "" || !keepEmpty) && !strings.HasSuffix(text, CutMark) {
			*into = &text
		}
	}
	if text := codeCell(row, c.at["codable"]); text != "" {
		codable := Ticked(text)
		out.Codable = &codable
	}
	return out
}

// codeCell reads a cell without the apostrophe that keeps spreadsheets from running it.
func codeCell(row []string, at int) string {
	text := strings.ReplaceAll(cell(row, at), "\r\n", "\n")
	if rest, marked := strings.CutPrefix(text, "'"); marked && Formula(rest) {
		return rest
	}
	return text
}

// Formula says whether a spreadsheet would run a text. Leading spaces are looked through, for
// some programs trim them first.
func Formula(s string) bool {
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\n") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return strings.ContainsRune("=+-@＝＋－＠", first)
}
