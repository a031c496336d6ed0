package study

import (
	"bytes"
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
	Aside     []Aside   `json:"aside,omitempty" doc:"Changes of very many records, counted and not listed; about gives those of one record"`
}

// Aside counts the changes of one kind of record that an entry does not list.
type Aside struct {
	Kind    string `json:"kind"`
	Made    int    `json:"made,omitempty"`
	Changed int    `json:"changed,omitempty"`
	Removed int    `json:"removed,omitempty"`
}

// Count adds changes that are alike: all made, all removed or all changed something.
func (a *Aside) Count(alike []Change) {
	switch n := len(alike); {
	case alike[0].Before == nil:
		a.Made += n
	case alike[0].After == nil:
		a.Removed += n
	default:
		a.Changed += n
	}
}

// The verbs of what nobody can take back.
const (
	ErasedWords    = "erased a participant's words"
	ErasedOriginal = "erased an uploaded file"
)

// Final says whether nobody can take the entry back.
func (e Entry) Final() bool { return slices.Contains(FinalVerbs, e.Verb) }

// FinalVerbs are the verbs of entries that are final.
var FinalVerbs = []string{ErasedWords, ErasedOriginal}

// Removes says whether the entry took something away.
func (e Entry) Removes() bool {
	return slices.ContainsFunc(e.Changes, func(c Change) bool { return c.After == nil }) ||
		slices.ContainsFunc(e.Aside, func(a Aside) bool { return a.Removed > 0 })
}

// Kinds gives the kinds of records that the entry changed, each once.
func (e Entry) Kinds() (out []string) {
	for _, c := range e.Changes {
		if !slices.Contains(out, c.Kind) {
			out = append(out, c.Kind)
		}
	}
	for _, a := range e.Aside {
		if !slices.Contains(out, a.Kind) {
			out = append(out, a.Kind)
		}
	}
	return out
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

// Reworded gives the change with every text in it put through a function.
func (c Change) Reworded(say func(string) string) Change {
	c.Before, c.After = RewordJSON(c.Before, say), RewordJSON(c.After, say)
	return c
}

// RewordJSON puts the values of some JSON that are strings through a function, and leaves
// every other byte as it was: an undo compares records byte by byte.
func RewordJSON(raw json.RawMessage, say func(string) string) json.RawMessage {
	if raw == nil {
		return nil
	}
	var out bytes.Buffer
	for i := 0; i < len(raw); {
		if raw[i] != '"' {
			out.WriteByte(raw[i])
			i++
			continue
		}
		end := endOfString(raw, i)
		out.Write(rewordString(raw[i:end], end < len(raw) && raw[end] == ':', say))
		i = end
	}
	return out.Bytes()
}

func rewordString(quoted json.RawMessage, isName bool, say func(string) string) json.RawMessage {
	var text string
	if isName || json.Unmarshal(quoted, &text) != nil {
		return quoted
	}
	said := say(text)
	if said == text {
		return quoted
	}
	out, err := json.Marshal(said)
	if err != nil {
		panic("a text that JSON can't hold: " + err.Error())
	}
	return out
}

// endOfString is where the string that begins at a byte ends.
func endOfString(raw []byte, start int) int {
	for i := start + 1; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(raw)
}
