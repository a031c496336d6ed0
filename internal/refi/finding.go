package refi

import "fmt"

// What became of a thing that is not as the standard has it, or that a program can't hold.
const (
	Kept    = "kept"    // it is there, though the program doesn't show it
	Changed = "changed" // it is there in another form
	Lost    = "lost"    // it is not there
)

// Finding says what became of one thing of a file, or of many that are alike.
type Finding struct {
	What  string // Kept, Changed or Lost
	Place string // where it is first, such as “line 12, Case”; "" for the whole file
	Text  string // a sentence for a researcher
	Count int
}

// maxFindings is how many different things are told; a file could be wrong in any number.
const maxFindings = 200

// findings gathers what is found, alike things once.
type findings struct {
	list []Finding
	by   map[string]int
}

func (f *findings) add(what, place, format string, args ...any) {
	said := fmt.Sprintf(format, args...)
	if f.by == nil {
		f.by = map[string]int{}
	}
	if i, there := f.by[what+said]; there {
		f.list[i].Count++
		return
	}
	if len(f.list) == maxFindings {
		return
	}
	f.by[what+said] = len(f.list)
	f.list = append(f.list, Finding{What: what, Place: place, Text: said, Count: 1})
}
