package publish

import (
	"fmt"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// moment is a time within a recording, in whole seconds.
type moment time.Duration

// column is one column of a table. Value gives a string, an int, a float64,
// a time.Time (UTC), a moment, or nil where there is nothing.
type column[T any] struct {
	Name  string
	Width float64 // in characters
	Value func(row T) any
}

// columns are those of a table with one row a coding; there are as many for the path
// of the code as its deepest code needs.
func columns(list []study.Excerpt) []column[*study.Excerpt] { return columnsTo(levels(list)) }

// columnsTo are the same for codes that are so deep.
func columnsTo(deepest int) []column[*study.Excerpt] {
	all := []column[*study.Excerpt]{
		{"Coding", 12, func(e *study.Excerpt) any { return string(e.Coding) }},
		{"Passage", 12, func(e *study.Excerpt) any { return string(e.Passage) }},
	}
	for level := range deepest {
		all = append(all, column[*study.Excerpt]{fmt.Sprintf("Code %d", level+1), 22, func(e *study.Excerpt) any { return nameAt(e.Path, level) }})
	}
	return append(all, []column[*study.Excerpt]{
		{"Code", 26, func(e *study.Excerpt) any { return codeName(e.Path) }},
		{"Text", 80, func(e *study.Excerpt) any { return clean(e.Text) }},
		{"Strand", 20, func(e *study.Excerpt) any { return cleanName(e.StrandIs) }},
		{"Source", 28, func(e *study.Excerpt) any { return cleanName(e.Title) }},
		{"Speaker", 22, func(e *study.Excerpt) any { return cleanName(e.Speaker) }},
		{"Time", 9, func(e *study.Excerpt) any { return heard(e.FromMs) }},
		{"Turn", 7, func(e *study.Excerpt) any { return e.Turn + 1 }},
		{"Start", 9, func(e *study.Excerpt) any { return e.Start }},
		{"End", 9, func(e *study.Excerpt) any { return e.End }},
		{"Words", 8, func(e *study.Excerpt) any { return study.WordCount(e.Text) }},
		{"Coder", 20, func(e *study.Excerpt) any { return cleanName(e.CoderName) }},
		{"Coded at (UTC)", 19, func(e *study.Excerpt) any { return when(e) }},
		{"Memo", 50, func(e *study.Excerpt) any { return clean(e.Memo) }},
	}...)
}

func levels(list []study.Excerpt) int {
	deepest := 1
	for _, e := range list {
		deepest = max(deepest, len(e.Path))
	}
	return deepest
}

func heard(fromMs *int) any {
	if fromMs == nil {
		return nil
	}
	return moment(time.Duration(max(0, *fromMs)/1000) * time.Second)
}

func when(e *study.Excerpt) any {
	if e.At.IsZero() {
		return nil
	}
	return e.At.UTC()
}
