// Package publish writes what a team takes into its report: coded excerpts, memos and tables as
// Word, Excel, CSV and HTML, and analyses as scripts for R.
package publish

import (
	"io"
	"iter"
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

// rows goes through the excerpts without copying them.
func (r Report) rows() iter.Seq[*study.Excerpt] {
	return func(yield func(*study.Excerpt) bool) {
		for i := range r.Excerpts {
			if !yield(&r.Excerpts[i]) {
				return
			}
		}
	}
}

// Format is one way of writing a report of some kind.
type Format[R any] struct {
	Extension   string
	Name        string
	ContentType string
	Write       func(w io.Writer, r R) error
}

// WordType is the content type of a Word document.
const WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// Formats are those of excerpts.
var Formats = formats(DOCX, XLSX, CSV, HTML)

// MemoFormats are those of memos.
var MemoFormats = formats(MemoDOCX, MemoXLSX, MemoCSV, MemoHTML)

// TranscriptFormats are those of a source as it was coded.
var TranscriptFormats = []Format[Transcript]{
	{"docx", "Word, its codings as comments", WordType, TranscriptDOCX},
	{"html", "a web page, its codings as stripes", pageType, TranscriptHTML},
}

const pageType = "text/html; charset=utf-8"

func formats[R any](docx, xlsx, csv, html func(io.Writer, R) error) []Format[R] {
	return []Format[R]{
		{"docx", "Word", WordType, docx},
		{"xlsx", "Excel", xlsxType, xlsx},
		{"csv", "CSV", "text/csv; charset=utf-8", csv},
		{"html", "a web page", pageType, html},
	}
}
