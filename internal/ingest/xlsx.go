package ingest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

func looksXLSX(in *input) bool {
	return isZip(in.data) && bytes.Contains(in.data, []byte("xl/")) && bytes.Contains(in.data, []byte("[Content_Types].xml"))
}

// readXLSX makes documents of the sheets of a workbook.
func readXLSX(ctx context.Context, in *input) (*draft, error) {
	tables, err := tablesOfXLSX(ctx, in)
	if err != nil {
		return nil, err
	}
	return readTables(in, tables)
}

// tablesOfXLSX reads the sheets of a workbook that are not hidden. The values are those that
// were last shown; formulas are not worked out.
func tablesOfXLSX(ctx context.Context, in *input) ([]table, error) {
	a, err := openArchive(in.data)
	if err != nil {
		return nil, err
	}
	root, err := a.related(ctx, "")
	if err != nil {
		return nil, err
	}
	b := &book{archive: a, main: cmp.Or(root["officeDocument"], "xl/workbook.xml")}
	if err := b.open(ctx); err != nil {
		return nil, err
	}
	var tables []table
	for _, s := range b.sheets {
		if a.parts[partName(s.part)] == nil {
			continue // a sheet of charts, or one that was lost
		}
		t, err := b.sheet(ctx, s)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// book is a workbook that is being read.
type book struct {
	archive *archive
	main    string
	sheets  []sheetPart
	strings []string
	dates   map[string]bool // styles that show a number as a date
	from    time.Time       // day 0 of the workbook
	cells   int
}

type sheetPart struct{ name, part string }

// open reads what all sheets share: their names, their texts, which styles are dates.
func (b *book) open(ctx context.Context) error {
	if b.archive.parts[partName(b.main)] == nil {
		return errDamaged
	}
	targets, kinds, err := b.archive.targets(ctx, b.main)
	if err != nil {
		return err
	}
	b.from = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	err = b.archive.walk(ctx, b.main, func(token xml.Token) error {
		t, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case t.Name.Local == "workbookPr" && (attr(t, "date1904") == "1" || attr(t, "date1904") == "true"):
			b.from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		case t.Name.Local == "sheet" && attr(t, "state") != "hidden" && attr(t, "state") != "veryHidden":
			b.sheets = append(b.sheets, sheetPart{attr(t, "name"), targets[relationID(t)]})
		}
		return nil
	})
	if err != nil {
		return err
	}
	if part := kinds["sharedStrings"]; b.archive.parts[partName(part)] != nil {
		if err := b.archive.walk(ctx, part, (&sharedStrings{book: b}).visit); err != nil {
			return err
		}
	}
	if part := kinds["styles"]; b.archive.parts[partName(part)] != nil {
		s := &numberStyles{book: b, custom: map[string]bool{}}
		b.dates = map[string]bool{}
		return b.archive.walk(ctx, part, s.visit)
	}
	return nil
}

// relationID is r:id, whatever else is called id.
func relationID(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// richText collects the words of a text that may be set in several looks.
type richText struct {
	text    strings.Builder
	reading bool
	above   int // depth within a reading aid
}

func (r *richText) visit(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		if r.above > 0 || t.Name.Local == "rPh" {
			r.above++
		}
		r.reading = t.Name.Local == "t" && r.above == 0
	case xml.EndElement:
		r.reading = false
		r.above = max(0, r.above-1)
	case xml.CharData:
		if r.reading {
			r.text.Write(t)
		}
	}
}

type sharedStrings struct {
	*book
	richText
}

func (s *sharedStrings) visit(token xml.Token) error {
	s.richText.visit(token)
	switch t := token.(type) {
	case xml.StartElement:
		if t.Name.Local == "si" {
			s.text.Reset()
		}
	case xml.EndElement:
		if t.Name.Local == "si" {
			if s.strings = append(s.strings, unescapeX(s.text.String())); len(s.strings) > maxCells {
				return errCells
			}
		}
	}
	return nil
}

var hexEscape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescapeX reads _x000D_, which is how a workbook writes control characters.
func unescapeX(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return hexEscape.ReplaceAllStringFunc(s, func(e string) string {
		n, err := strconv.ParseUint(e[2:6], 16, 16)
		if err != nil {
			return e
		}
		return string(rune(n))
	})
}

// numberStyles finds the styles that show a number as a date or a time.
type numberStyles struct {
	*book
	custom map[string]bool
	within bool
	next   int
}

var quoted = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.`)

func (s *numberStyles) visit(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		switch {
		case t.Name.Local == "numFmt":
			code := strings.ToLower(quoted.ReplaceAllString(attr(t, "formatCode"), ""))
			s.custom[attr(t, "numFmtId")] = strings.ContainsAny(code, "ymdhs") && !strings.Contains(code, "general")
		case t.Name.Local == "cellXfs":
			s.within = true
		case t.Name.Local == "xf" && s.within:
			id := attr(t, "numFmtId")
			n := whole(id)
			isDate, known := s.custom[id]
			s.dates[strconv.Itoa(s.next)] = isDate || !known && (n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58)
			s.next++
		}
	case xml.EndElement:
		if t.Name.Local == "cellXfs" {
			s.within = false
		}
	}
	return nil
}

// whole reads a whole number; 0 when it is none.
func whole(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// sheetReader reads the cells of one sheet.
type sheetReader struct {
	*book
	table
	row         []string
	column      int
	kind, style string
	value       strings.Builder
	reading     bool
	inline      richText
}

func (b *book) sheet(ctx context.Context, s sheetPart) (table, error) {
	r := &sheetReader{book: b, table: table{sheet: s.name}}
	err := b.archive.walk(ctx, s.part, r.visit)
	return r.table, err
}

func (r *sheetReader) visit(token xml.Token) error {
	r.inline.visit(token)
	switch t := token.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "row":
			r.row, r.column = nil, -1
		case "c":
			return r.cell(t)
		case "v":
			r.value.Reset()
			r.reading = true
		}
	case xml.CharData:
		if r.reading {
			r.value.Write(t)
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "v":
			r.reading = false
		case "c":
			if r.column >= 0 && r.column < len(r.row) {
				r.row[r.column] = r.shown()
			}
		case "row":
			if filled(r.row) > 0 {
				r.rows, r.columns = append(r.rows, r.row), max(r.columns, len(r.row))
			}
		}
	}
	return nil
}

const maxColumns = 16_384

// cell makes room for a cell, with the gaps before it.
func (r *sheetReader) cell(t xml.StartElement) error {
	r.column++
	if at := columnOf(attr(t, "r")); at >= 0 {
		r.column = at
	}
	if r.column >= maxColumns {
		return errDamaged
	}
	for len(r.row) <= r.column {
		if r.row = append(r.row, ""); r.cells >= maxCells {
			return errCells
		}
		r.cells++
	}
	r.kind, r.style = attr(t, "t"), attr(t, "s")
	r.value.Reset()
	r.inline.text.Reset()
	return nil
}

// columnOf reads the letters of a reference such as AB12; -1 when there are none.
func columnOf(reference string) int {
	at := 0
	for i := range len(reference) {
		c := reference[i] &^ 0x20
		if c < 'A' || c > 'Z' || at > maxColumns {
			break
		}
		at = at*26 + int(c-'A') + 1
	}
	return at - 1
}

// shown is what stands in a cell.
func (r *sheetReader) shown() string {
	value := strings.TrimSpace(r.value.String())
	switch r.kind {
	case "s":
		if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < len(r.strings) {
			return r.strings[n]
		}
		return ""
	case "inlineStr":
		return unescapeX(r.inline.text.String())
	case "str":
		return unescapeX(r.value.String())
	case "b":
		return map[string]string{"1": "TRUE", "0": "FALSE"}[value]
	case "e":
		return ""
	}
	return r.figure(value)
}

// figure shows a number as it was meant: a date, or without the noise of its last digits.
func (r *sheetReader) figure(value string) string {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsInf(n, 0) {
		return value
	}
	if r.dates[r.style] && n >= 0 && n < 2_958_466 {
		at := r.from.AddDate(0, 0, int(n)).Add(time.Duration(math.Round((n-math.Floor(n))*86_400)) * time.Second)
		switch {
		case n < 1:
			return at.Format("15:04:05")
		case n == math.Floor(n):
			return at.Format("2006-01-02")
		}
		return at.Format("2006-01-02 15:04:05")
	}
	if math.Abs(n) < 1e15 && strings.ContainsAny(value, "eE.") {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return value
}
