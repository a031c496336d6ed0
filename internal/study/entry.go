package study

import (
	"encoding/json"
	"slices"
	"time"
)

// Record is anything that the journal can keep before and after a change.
// Its JSON form is its whole content except the project.
type Record interface {
	Kind() string
	Key() ID
}

// Change is one record before and after an action; Before is absent when it was
// made, After when it was removed.
type Change struct {
	Kind   string          `json:"kind"`
	ID     ID              `json:"id"`
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

// Inverse takes the change back.
func (c Change) Inverse() Change {
	return Change{Kind: c.Kind, ID: c.ID, Before: c.After, After: c.Before}
}

// Entry is one action in a project's journal. Seq has no gaps and becomes
// visible in order, so a reader that remembers the last one misses nothing.
type Entry struct {
	ProjectID ID        `json:"-"`
	Seq       int64     `json:"seq"`
	At        time.Time `json:"at"`
	ActorID   ID        `json:"actor"`
	Verb      string    `json:"verb" doc:"What was done, such as coded, removed a coding, renamed a code"`
	Undoes    int64     `json:"undoes,omitempty" doc:"The entry that this one takes back"`
	Changes   []Change  `json:"changes"`
}

// Removes says whether the entry took something away.
func (e Entry) Removes() bool {
	return slices.ContainsFunc(e.Changes, func(c Change) bool { return c.After == nil })
}

// Inverse is the list of changes that takes the whole entry back, last first.
func (e Entry) Inverse() []Change {
	out := make([]Change, 0, len(e.Changes))
	for i := len(e.Changes) - 1; i >= 0; i-- {
		out = append(out, e.Changes[i].Inverse())
	}
	return out
}

// UndoStacks reads one person's entries, oldest first, and gives the numbers that
// their next undos and redos would take back, next one last. Any new action
// empties the redo stack, as in an editor.
func UndoStacks(entries []Entry) (undo, redo []int64) {
	for _, e := range entries {
		switch {
		case e.Undoes == 0:
			undo, redo = append(undo, e.Seq), nil
		case take(&undo, e.Undoes):
			redo = append(redo, e.Seq)
		case take(&redo, e.Undoes):
			undo = append(undo, e.Seq)
		}
	}
	return undo, redo
}

func take(stack *[]int64, seq int64) bool {
	for i := len(*stack) - 1; i >= 0; i-- {
		if (*stack)[i] == seq {
			*stack = append((*stack)[:i:i], (*stack)[i+1:]...)
			return true
		}
	}
	return false
}
