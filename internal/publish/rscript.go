package publish

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// RScript is a script for R that holds the data of an analysis and does it again. Its columns
// hold numbers only, so that no cell can be read as anything else.
type RScript struct {
	Title   string
	Says    []string // what the data are, a line each
	Columns []RColumn
	Steps   string // what is done with them, in R
}

// RColumn is a variable of a script, which calls it Name. Of categories, cells are places in
// Levels from 1; NaN is missing.
type RColumn struct {
	Name   string
	Says   string // what it is
	Cells  []float64
	Levels []string
}

// RType is the content type of a script.
const RType = "text/plain; charset=utf-8"

const rHead = `# %s
%s
# Written by Selvedge. It needs R 4.0 or newer and says itself which packages it needs beside.

say <- function(name, value) cat(sprintf("%%-32s %%.10g\n", name, as.numeric(value)), sep = "")

data <- read.csv(text = "
%s")
%s
%s`

// Write writes the script.
func (r RScript) Write(w io.Writer) error {
	_, err := fmt.Fprintf(w, rHead, inOneLine(r.Title), inComments(r.Says), r.csv(), r.factors(), strings.TrimLeft(r.Steps, "\n"))
	return study.Wrap(err, "write the script")
}

// inOneLine is a text in one line, so that nothing in it runs.
func inOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func inComments(lines []string) string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = "# " + inOneLine(line)
	}
	return strings.Join(out, "\n")
}

func (r RScript) csv() string {
	var out strings.Builder
	for i, c := range r.Columns {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(c.Name)
	}
	for row := range r.rows() {
		out.WriteByte('\n')
		for i, c := range r.Columns {
			if i > 0 {
				out.WriteByte(',')
			}
			if v := c.Cells[row]; math.IsNaN(v) {
				out.WriteString("NA")
			} else {
				out.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
			}
		}
	}
	return out.String() + "\n"
}

func (r RScript) rows() int {
	if len(r.Columns) == 0 {
		return 0
	}
	return len(r.Columns[0].Cells)
}

// factors says what each column is, and which categories its numbers stand for.
func (r RScript) factors() string {
	var out strings.Builder
	for _, c := range r.Columns {
		fmt.Fprintf(&out, "\n# %s: %s", c.Name, inOneLine(c.Says))
		if c.Levels != nil {
			fmt.Fprintf(&out, "\ndata$%s <- factor(data$%s, levels = 1:%d, labels = c(%s))", c.Name, c.Name, len(c.Levels), RTexts(c.Levels...))
		}
	}
	return out.String() + "\n"
}

// RTexts writes texts as R has them, with commas between.
func RTexts(texts ...string) string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = `"` + rEscapes.Replace(text) + `"`
	}
	return strings.Join(out, ", ")
}

var rEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\x00", "")

// Called gives the names of the columns whose names begin so.
func (r RScript) Called(prefix string) (out []string) {
	for _, c := range r.Columns {
		if strings.HasPrefix(c.Name, prefix) {
			out = append(out, c.Name)
		}
	}
	slices.Sort(out)
	return out
}
