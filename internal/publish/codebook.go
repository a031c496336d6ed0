package publish

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// CodebookReport is a codebook with what a reader needs to understand it.
type CodebookReport struct {
	Project string
	Made    time.Time // UTC
	Changes int       // how many times the codebook was changed
	Codes   []CountedCode
}

// CountedCode is a code with where it stands and how often it was used. Codes come parents
// before children, in order.
type CountedCode struct {
	study.Code
	Path    []string // names from the root to the code itself
	Codings int      // of the code itself
	Under   int      // of the code and those under it
	Sources int      // that have a coding of the code itself
}

// CodebookFormats are those of a codebook; tables come back as they are.
var CodebookFormats = formats(CodebookDOCX, CodebookXLSX, CodebookCSV, nil)[:3]

// CodebookDOCX writes a Word document: each code under a heading of its depth, with what it
// means and how often it was used.
func CodebookDOCX(w io.Writer, r CodebookReport) error {
	z := zip.NewWriter(w)
	err := writeParts(z, codebookCover(r).Title, r.Made)
	if err == nil {
		err = writeCodes(z, r)
	}
	if err == nil {
		err = z.Close()
	}
	return study.Wrap(err, "write DOCX")
}

func codebookCover(r CodebookReport) cover {
	c := newCover(r.Project, "Codebook", many(len(r.Codes), "code"), r.Made, []string{"Codebook " + figure(r.Changes)})
	if len(r.Codes) == 0 {
		c.Empty = "There are no codes yet."
	}
	return c
}

func writeCodes(z *zip.Writer, r CodebookReport) error {
	w, err := part(z, "word/document.xml", r.Made)
	if err != nil {
		return err
	}
	p := prose{bufio.NewWriterSize(w, 1<<16)}
	p.WriteString(xml.Header + bodyBegin)
	p.cover(codebookCover(r))
	for i, c := range r.Codes {
		name := cleanName(c.Name)
		p.begin(fmt.Sprintf("Heading%d", min(len(c.Path), headingLevels)), i == 0, rightToLeft(name))
		p.run(name, rightToLeft(name))
		p.end()
		p.meanings(section{Meanings: Meanings(c.Code)})
		p.paragraph("Fact", c.used())
	}
	p.WriteString(bodyEnd)
	return p.Flush()
}

// used says how often a code was used.
func (c CountedCode) used() string {
	says := many(c.Codings, "coding") + " in " + many(c.Sources, "source")
	if c.Codings == 0 {
		says = "Not used yet"
	}
	if !c.Codable {
		says = "A heading, not used for coding"
	}
	if c.Under > c.Codings {
		says += "; " + many(c.Under, "coding") + " with the codes under it"
	}
	return says + "."
}

// CodebookXLSX writes a workbook with one row a code, and a sheet that says what it holds.
func CodebookXLSX(w io.Writer, r CodebookReport) error {
	c := codebookCover(r)
	about := []fact{{"Project", c.Title}, {"Made (UTC)", r.Made.UTC()}, {"Codes", len(r.Codes)}, {"Codebook", r.Changes},
		{"Importing", "The table comes back into the project: a code is known by its ID, else by its names from the top level down. What is counted is left out."}}
	return spreadsheet[CountedCode]{"Codebook", c.Title, r.Made, codeColumns(r.Codes), len(r.Codes), slices.Values(r.Codes), about}.write(w)
}

// CodebookCSV writes one row a code.
func CodebookCSV(w io.Writer, r CodebookReport) error {
	return writeCSV(w, codeColumns(r.Codes), slices.Values(r.Codes))
}

func codeColumns(list []CountedCode) []column[CountedCode] {
	deepest := 1
	for _, c := range list {
		deepest = max(deepest, len(c.Path))
	}
	all := []column[CountedCode]{{study.CodeIDColumn, 12, func(c CountedCode) any { return string(c.ID) }}}
	for level := range deepest {
		all = append(all, column[CountedCode]{fmt.Sprint(study.CodeLevelColumn, " ", level+1), 24, func(c CountedCode) any { return nameAt(c.Path, level) }})
	}
	return append(all, []column[CountedCode]{
		{study.CodeColorColumn, 14, func(c CountedCode) any { return string(c.Color) }},
		{study.DefinitionColumn, 60, func(c CountedCode) any { return clean(c.Definition) }},
		{study.IncludeColumn, 40, func(c CountedCode) any { return clean(c.Include) }},
		{study.ExcludeColumn, 40, func(c CountedCode) any { return clean(c.Exclude) }},
		{study.ExampleColumn, 40, func(c CountedCode) any { return clean(c.Example) }},
		{study.NearMissColumn, 40, func(c CountedCode) any { return clean(c.NearMiss) }},
		{study.CodableColumn, 10, func(c CountedCode) any { return map[bool]string{true: "yes", false: "no"}[c.Codable] }},
		{study.CodingsColumn, 9, func(c CountedCode) any { return c.Codings }},
		{study.CodingsUnder, 12, func(c CountedCode) any { return c.Under }},
		{study.SourcesColumn, 9, func(c CountedCode) any { return c.Sources }},
	}...)
}

// nameAt is the name at a level of a path; nil below its end.
func nameAt(path []string, level int) any {
	if level >= len(path) {
		return nil
	}
	return cleanName(path[level])
}
