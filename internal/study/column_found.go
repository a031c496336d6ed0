package study

import (
	"fmt"
	"regexp"
)

// ColumnFound is what is found in a column of a survey's table.
type ColumnFound struct {
	Column   string `json:"column"`
	Filled   int    `json:"filled" doc:"Cells that hold something"`
	Distinct int    `json:"distinct" doc:"Different ones among them"`
	Guess    string `json:"guess" enum:"single,multiple,scale,number,date,open,text,ignore"`
	Question string `json:"question" doc:"Id of the question that it is, or is a part of"`
	Examples Texts  `json:"examples" doc:"The first five that are different"`
	Warnings Texts  `json:"warnings" doc:"Sentences"`
	Personal bool   `json:"personal,omitempty" doc:"It looks like names, e-mail addresses, telephone numbers or addresses of computers, and is left out unless it is asked for"`
	Constant bool   `json:"constant,omitempty" doc:"All filled cells are the same"`
}

const (
	mostExamples = 5
	longExample  = 120 // code points
)

var addressWithin = regexp.MustCompile(`\S+@\S+\.\pL{2,}`)

// found tells what a column holds, and what to look at.
func (a *asking) found(at int, question string) ColumnFound {
	c := a.cells[at]
	g := c.guess()
	f := ColumnFound{Column: a.Columns[at], Filled: c.filled, Distinct: len(c.values), Question: question, Personal: g.Personal || saysPersonal(a.Columns[at]), Constant: g.Constant}
	for _, v := range c.values[:min(len(c.values), mostExamples)] {
		f.Examples = append(f.Examples, Shorten(v, longExample))
	}
	within := 0
	for _, v := range c.values {
		if addressWithin.MatchString(v) {
			within++
		}
	}
	warn := func(format string, args ...any) { f.Warnings = append(f.Warnings, fmt.Sprintf(format, args...)) }
	switch {
	case c.filled == 0:
		warn("It is empty.")
	case f.Personal:
		warn("It looks like personal data and is left out unless you choose a kind for it.")
	case within > 0:
		warn("E-mail addresses stand in %d of its cells.", within)
	case f.Constant && !a.ticked(at):
		warn("It is the same in every row that has it.")
	case a.mixed(at):
		warn("Most of its cells are figures, and some are not.")
	}
	return f
}

// mixed says whether a column is nearly all figures.
func (a *asking) mixed(at int) bool {
	c, figures := a.cells[at], 0
	for _, v := range c.values {
		if _, is := readDecimal(v, Reading{Comma: false}); is {
			figures += c.counts[v]
		} else if silent.MatchString(v) {
			figures += c.counts[v]
		}
	}
	return figures < c.filled && 10*figures > 8*c.filled
}
