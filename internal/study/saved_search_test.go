package study

import "testing"

func TestATurnThatMovedIsTheSameAndTheSameWordsTwiceAreTwo(t *testing.T) {
	var before, after Prints
	source, other := NewID(), NewID()
	for _, text := range []string{"No.", "The bank.", "No."} {
		before.Add(source, text)
	}
	seen, err := SearchLook{Hits: before.Written()}.Seen()
	if err != nil || len(seen) != 3 {
		t.Fatalf("seen are %d: %v", len(seen), err)
	}
	fresh := 0
	for _, turn := range []struct {
		of   ID
		text string
	}{{source, "The bank."}, {source, "No."}, {source, "No."}, {source, "No."}, {other, "The bank."}, {source, "The bank!"}} {
		if !seen[after.Add(turn.of, turn.text)] {
			fresh++
		}
	}
	if fresh != 3 {
		t.Errorf("%d are new: a third “No.”, the bank of another source, and other words", fresh)
	}
}

func TestTurnsOfSetsAreJoinedAndCompared(t *testing.T) {
	set := TurnSet{"a": {1, 3, 5}, "b": nil, "c": {2}}
	both := set.And(TurnSet{"a": {3, 4, 5}, "b": {7}, "d": nil})
	if len(both) != 2 || !both.Has("a", 5, 9) || both.Has("a", 4, 4) || both.Has("a", 0, 2) || !both.Has("b", 7, 7) || both.Has("b", 8, 9) || both.Has("d", 0, 0) {
		t.Errorf("both are %v", both)
	}
	both.Add(TurnSet{"a": {1, 3}, "b": nil, "e": {0}})
	if !both.Has("a", 1, 1) || len(both["a"]) != 3 || !both.Has("b", 99, 99) || !both.Has("e", 0, 0) {
		t.Errorf("joined they are %v", both)
	}
	if shared := Shared([]Range{{0, 5}, {7, 12}}, []Range{{3, 8}, {10, 11}}); len(shared) != 3 || shared[0] != (Range{3, 5}) || shared[1] != (Range{7, 8}) || shared[2] != (Range{10, 11}) {
		t.Errorf("shared are %v", shared)
	}
}
