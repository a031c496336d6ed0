package study

import (
	"slices"
	"testing"
)

func TestPositionsCountCodePointsWhateverTheirBytes(t *testing.T) {
	var text string
	for range 300 {
		text += "aé–👩‍👩‍👧"
	}
	p, runes := NewPositions(text), []rune(text)
	if p.Len() != len(runes) {
		t.Fatalf("%d code points, not %d", p.Len(), len(runes))
	}
	for start := 0; start < len(runes); start += 7 {
		end := min(start+13, len(runes))
		if got := p.Slice(Range{start, end}); got != string(runes[start:end]) {
			t.Fatalf("%d to %d is %q", start, end, got)
		}
		if back := p.Point(p.Byte(start)); back != start {
			t.Fatalf("%d comes back as %d", start, back)
		}
	}
}

func TestANewActionEmptiesTheRedoStack(t *testing.T) {
	entries := []Entry{{Seq: 1}, {Seq: 2}, {Seq: 3, Undoes: 2}}
	undo, redo := UndoStacks(entries)
	if !slices.Equal(undo, []int64{1}) || !slices.Equal(redo, []int64{3}) {
		t.Errorf("after an undo: %v and %v", undo, redo)
	}
	undo, redo = UndoStacks(append(entries, Entry{Seq: 4, Undoes: 3}))
	if !slices.Equal(undo, []int64{1, 4}) || len(redo) != 0 {
		t.Errorf("after a redo: %v and %v", undo, redo)
	}
	undo, redo = UndoStacks(append(entries, Entry{Seq: 4}))
	if !slices.Equal(undo, []int64{1, 4}) || len(redo) != 0 {
		t.Errorf("after a new action: %v and %v", undo, redo)
	}
}

func TestACodeCantStandUnderItselfNorBesideItsNamesake(t *testing.T) {
	book := NewCodebook([]Code{{ID: "a", Name: "Capital"}, {ID: "b", Name: "Human", ParentID: "a"}, {ID: "c", Name: "Social", ParentID: "a"}})
	if book.CheckPlace(Code{ID: "a", Name: "Capital", ParentID: "b"}) == nil {
		t.Error("a code went under its own child")
	}
	if book.CheckPlace(Code{ID: "d", Name: "human", ParentID: "a"}) == nil {
		t.Error("two siblings bear one name")
	}
	if err := book.CheckPlace(Code{ID: "b", Name: "Human"}); err != nil {
		t.Error(err)
	}
	if got := book.WithDescendants("a"); !slices.Equal(got, []ID{"a", "b", "c"}) {
		t.Errorf("with its descendants it is %v", got)
	}
}

func TestSiblingsTakeDifferentColoursUntilAll24AreUsed(t *testing.T) {
	var siblings []Code
	seen := map[Color]bool{}
	for range 24 {
		c := NextColor("moss", siblings)
		if c.Validate() != nil || seen[c] {
			t.Fatalf("after %d siblings comes %q again", len(siblings), c)
		}
		seen[c] = true
		siblings = append(siblings, Code{Color: c})
	}
}

func TestTheTemplateKeepsItsOwnRules(t *testing.T) {
	codes := lancashire.Records("someone")
	book := NewCodebook(codes)
	for _, c := range codes {
		if err := c.Validate(); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
		if err := book.CheckPlace(c); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
		if c.Codable && (c.Definition == "" || c.Include == "" || c.Exclude == "" || c.Example == "" || c.NearMiss == "") {
			t.Errorf("%s is not described whole", c.Name)
		}
	}
}
