package study

import (
	"encoding/json"
	"maps"
	"slices"
	"time"
)

// The kinds of CodebookChange.
const (
	CodeAdded      = "added"
	CodeDeleted    = "deleted"
	CodeMerged     = "merged"
	CodeMoved      = "moved"      // under another parent; the order of siblings is not told
	CodeRenamed    = "renamed"    // Before and After are names
	CodeRecoloured = "recoloured" // Before and After are colours
	CodeHeading    = "heading"    // it became a heading, or can be coded with again
	CodeDescribed  = "described"  // Before and After are what Field said and says
)

// CodebookChange is one difference between a codebook at two moments, with the journal entry
// that made it last.
type CodebookChange struct {
	Kind    string    `json:"kind" enum:"added,deleted,merged,moved,renamed,recoloured,heading,described"`
	Code    ID        `json:"code"`
	Name    string    `json:"name" doc:"At the later moment; what is gone then, as it was called before"`
	Color   Color     `json:"color"`
	Path    []string  `json:"path" doc:"Names from the root to its parent, at the moment that its name is of"`
	From    []string  `json:"from,omitempty" doc:"For moved: names from the root to its parent before"`
	Into    ID        `json:"into,omitempty" doc:"For merged: the code that took its codings"`
	IntoIs  []string  `json:"intoPath,omitempty" doc:"Names from the root to that code"`
	Field   string    `json:"field,omitempty" enum:"definition,include,exclude,example,nearMiss" doc:"For described"`
	Before  string    `json:"before,omitempty"`
	After   string    `json:"after,omitempty"`
	Heading bool      `json:"heading,omitempty" doc:"For heading: it became one"`
	By      ID        `json:"by"`
	ByName  string    `json:"byName"`
	At      time.Time `json:"at"`
	Seq     int64     `json:"seq" doc:"Journal number; undoing it takes back all that it did"`
}

// Rollback gives the codes as they were before some entries, which are all those since,
// oldest first. Entries that the codes don't show yet do no harm.
func Rollback(codes []Code, since []Entry) ([]Code, error) {
	were := map[ID]Code{}
	for _, c := range codes {
		were[c.ID] = c
	}
	for _, e := range slices.Backward(since) {
		for _, c := range e.Inverse() {
			if c.Kind != (Code{}).Kind() {
				continue
			}
			before, err := codeIn(c.After)
			if err != nil {
				return nil, err
			}
			if delete(were, c.ID); before != nil {
				were[c.ID] = *before
			}
		}
	}
	return NewCodebook(slices.Collect(maps.Values(were))).All(), nil
}

// codeIn reads a code as the journal keeps it; nil when there was none.
func codeIn(state json.RawMessage) (*Code, error) {
	if state == nil {
		return nil, nil
	}
	c := new(Code)
	return c, Wrap(json.Unmarshal(state, c), "read a code in the journal")
}

// CompareCodebooks gives what is different at a later moment, in the order of the later
// codebook, what is gone last; between are the entries from the one to the other, oldest first.
func CompareCodebooks(earlier, later []Code, between []Entry) ([]CodebookChange, error) {
	d := comparison{was: NewCodebook(earlier), is: NewCodebook(later), out: []CodebookChange{}, between: between, merges: mergesIn(between)}
	for _, now := range d.is.All() {
		if before, there := d.was.Code(now.ID); there {
			d.compare(before, now)
		} else {
			d.add(CodebookChange{Kind: CodeAdded}, d.is, now, func(was, is *Code) bool { return was == nil })
		}
	}
	for _, before := range d.was.All() {
		if _, there := d.is.Code(before.ID); !there {
			d.gone(before)
		}
	}
	return d.out, d.err
}

type comparison struct {
	was, is *Codebook
	between []Entry
	merges  map[ID]ID
	out     []CodebookChange
	err     error
}

func (d *comparison) compare(was, is Code) {
	if was.ParentID != is.ParentID {
		d.add(CodebookChange{Kind: CodeMoved, From: parentPath(d.was, was)}, d.is, is, differ(func(c Code) string { return string(c.ParentID) }))
	}
	for _, part := range codeParts {
		before, after := part.of(was), part.of(is)
		if before == after {
			continue
		}
		change := CodebookChange{Kind: part.kind, Field: part.field, Before: before, After: after}
		if part.kind == CodeHeading {
			change = CodebookChange{Kind: CodeHeading, Heading: !is.Codable}
		}
		d.add(change, d.is, is, differ(part.of))
	}
}

// codeParts are what can be different about a code that stays where it is.
var codeParts = []struct {
	kind, field string
	of          func(Code) string
}{
	{CodeRenamed, "", func(c Code) string { return c.Name }},
	{CodeRecoloured, "", func(c Code) string { return string(c.Color) }},
	{CodeHeading, "", func(c Code) string {
		if c.Codable {
			return "code"
		}
		return "heading"
	}},
	{CodeDescribed, "definition", func(c Code) string { return c.Definition }},
	{CodeDescribed, "include", func(c Code) string { return c.Include }},
	{CodeDescribed, "exclude", func(c Code) string { return c.Exclude }},
	{CodeDescribed, "example", func(c Code) string { return c.Example }},
	{CodeDescribed, "nearMiss", func(c Code) string { return c.NearMiss }},
}

func (d *comparison) gone(was Code) {
	change := CodebookChange{Kind: CodeDeleted}
	if into := d.merges[was.ID]; into != "" {
		change = CodebookChange{Kind: CodeMerged, Into: into, IntoIs: d.is.Path(into)}
		if len(change.IntoIs) == 0 {
			change.IntoIs = d.was.Path(into) // it went later too
		}
	}
	d.add(change, d.was, was, func(_, is *Code) bool { return is == nil })
}

// add completes a change with what the code is called in one of the books, and with the
// newest entry that made it.
func (d *comparison) add(change CodebookChange, book *Codebook, c Code, made func(was, is *Code) bool) {
	change.Code, change.Name, change.Color, change.Path = c.ID, c.Name, c.Color, parentPath(book, c)
	for _, e := range slices.Backward(d.between) {
		touched, err := touches(e, c.ID, made)
		if err != nil {
			d.err = err
			return
		}
		if touched {
			change.By, change.At, change.Seq = e.ActorID, e.At, e.Seq
			break
		}
	}
	d.out = append(d.out, change)
}

func touches(e Entry, code ID, made func(was, is *Code) bool) (bool, error) {
	for _, c := range e.Changes {
		if c.Kind != (Code{}).Kind() || c.ID != code {
			continue
		}
		was, err := codeIn(c.Before)
		if err != nil {
			return false, err
		}
		is, err := codeIn(c.After)
		if err != nil || made(was, is) {
			return err == nil, err
		}
	}
	return false, nil
}

// differ says that a change of a code, or its coming back, made one part of it what it is.
func differ(of func(Code) string) func(was, is *Code) bool {
	return func(was, is *Code) bool { return is != nil && (was == nil || of(*was) != of(*is)) }
}

func parentPath(book *Codebook, c Code) []string {
	path := book.Path(c.ID)
	return path[:len(path)-1]
}

// mergesIn finds what was merged into what: by the trails, the memos that are linked to a
// code which the same entry took away.
func mergesIn(entries []Entry) map[ID]ID {
	into := map[ID]ID{}
	for _, e := range entries {
		gone := map[ID]bool{}
		for _, c := range e.Changes {
			if c.Kind == (Code{}).Kind() {
				delete(into, c.ID) // it is back, or goes another way
				gone[c.ID] = c.After == nil
			}
		}
		for _, c := range e.Changes {
			var trail Memo
			if c.Kind != trail.Kind() || c.After == nil || json.Unmarshal(c.After, &trail) != nil || trail.TargetKind != (Code{}).Kind() {
				continue
			}
			for _, l := range trail.Links {
				if gone[l.ID] {
					into[l.ID] = trail.TargetID
				}
			}
		}
	}
	return into
}

// SplitEntries parts entries, oldest first, into those up to a number and those after it.
func SplitEntries(list []Entry, last int64) (until, after []Entry) {
	at := slices.IndexFunc(list, func(e Entry) bool { return e.Seq > last })
	if at < 0 {
		return list, nil
	}
	return list[:at], list[at:]
}
