// Package publish writes what a team takes into its report: coded excerpts as Word,
// Excel, CSV and HTML.
package publish

import (
	"io"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Report is a list of excerpts with what a reader needs to understand it. Excerpts come
// in order of strand, source and text; the formats group them by code in the codebook's order.
type Report struct {
	Project  string
	Made     time.Time // UTC
	Filters  []string  // in words, such as "Strand: Mid-caps"; none when nothing was narrowed
	Excerpts []study.Excerpt
	Codebook *study.Codebook
}

// Format is one way of writing a report.
type Format struct {
	Extension   string
	Name        string
	ContentType string
	Write       func(w io.Writer, r Report) error
}

// WordType is the content type of a Word document.
const WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// Formats are all of them.
var Formats = []Format{
	{"docx", "Word", WordType, DOCX},
	{"xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XLSX},
	{"csv", "CSV", "text/csv; charset=utf-8", CSV},
	{"html", "a web page", "text/html; charset=utf-8", HTML},
}
