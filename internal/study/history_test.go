package study

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
)

// past is a codebook with all that was ever done to it.
type past struct {
	t       *testing.T
	dice    *rand.Rand
	now     []Code
	states  [][]Code // before each entry
	entries []Entry
}

var longAgo = time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)

// act writes one entry that leaves the codes so; trails are memos of what was merged.
func (p *past) act(after []Code, trails ...Memo) {
	p.t.Helper()
	e := Entry{Seq: int64(len(p.entries) + 1), ActorID: "ann", At: longAgo.Add(time.Duration(len(p.entries)) * time.Hour)}
	before, is := NewCodebook(p.now), NewCodebook(after)
	for _, c := range after {
		if was, there := before.Code(c.ID); !there {
			e.Changes = append(e.Changes, Change{Kind: "code", ID: c.ID, After: p.state(c)})
		} else if was != c {
			e.Changes = append(e.Changes, Change{Kind: "code", ID: c.ID, Before: p.state(was), After: p.state(c)})
		}
	}
	for _, m := range trails {
		e.Changes = append(e.Changes, Change{Kind: "memo", ID: m.ID, After: p.state(m)})
	}
	for _, c := range p.now {
		if _, there := is.Code(c.ID); !there {
			e.Changes = append(e.Changes, Change{Kind: "code", ID: c.ID, Before: p.state(c)})
		}
	}
	p.states, p.entries, p.now = append(p.states, p.now), append(p.entries, e), is.All()
}

func (p *past) state(r Record) json.RawMessage {
	p.t.Helper()
	raw, err := json.Marshal(r)
	if err != nil {
		p.t.Fatal(err)
	}
	return raw
}

// reorganise does a few things at once that the dice say.
func (p *past) reorganise() {
	book := NewCodebook(p.now)
	for range 1 + p.dice.IntN(4) {
		all := book.All()
		if len(all) < 3 || p.dice.IntN(4) == 0 {
			book.Put(Code{ID: ID(fmt.Sprint("c", p.dice.IntN(1_000_000))), Name: fmt.Sprint("n", p.dice.IntN(1_000_000)), Codable: true})
			continue
		}
		c, other := all[p.dice.IntN(len(all))], all[p.dice.IntN(len(all))]
		switch p.dice.IntN(5) {
		case 0:
			c.Name += "!"
			book.Put(c)
		case 1:
			c.Definition, c.Exclude = c.Definition+" more", c.Name
			book.Put(c)
		case 2:
			if c.ParentID = other.ID; book.CheckPlace(c) == nil {
				book.Put(c)
				book.Place(c, p.dice.IntN(3))
			}
		case 3:
			c.Color, c.Codable = NextColor(c.Color, nil), !c.Codable
			book.Put(c)
		case 4:
			for _, id := range slices.Backward(book.WithDescendants(c.ID)) {
				book.Drop(id)
			}
		}
	}
	p.act(book.All())
}

func TestACodebookRolledBackIsAsItWasAtEveryMoment(t *testing.T) {
	for seed := range uint64(6) {
		p := &past{t: t, dice: rand.New(rand.NewPCG(seed, 0))}
		for range 60 {
			p.reorganise()
		}
		for i, want := range p.states {
			got, err := Rollback(p.now, p.entries[i:])
			if err != nil || !reflect.DeepEqual(got, NewCodebook(want).All()) {
				t.Fatalf("seed %d, before entry %d: %v\n%v and not\n%v", seed, i+1, err, got, want)
			}
			early, err := Rollback(want, p.entries[i:])
			if err != nil || !reflect.DeepEqual(early, got) {
				t.Fatalf("seed %d: entries that the codes don't show yet did harm: %v", seed, err)
			}
		}
	}
}

func TestACodebookComparedWithItselfHasNoDifference(t *testing.T) {
	p := &past{t: t, dice: rand.New(rand.NewPCG(1, 0))}
	for range 40 {
		p.reorganise()
	}
	if list, err := CompareCodebooks(p.now, p.now, p.entries); err != nil || len(list) > 0 {
		t.Errorf("the differences are %+v, %v", list, err)
	}
}

func TestEveryDifferenceIsToldWithTheEntryThatMadeItLast(t *testing.T) {
	for seed := range uint64(6) {
		p := &past{t: t, dice: rand.New(rand.NewPCG(seed, 7))}
		for range 40 {
			p.reorganise()
		}
		for i := range p.states {
			list, err := CompareCodebooks(p.states[i], p.now, p.entries[i:])
			if err != nil {
				t.Fatal(err)
			}
			told := map[ID]bool{}
			for _, c := range list {
				told[c.Code] = true
				if c.Seq <= int64(i) || c.By != "ann" || c.Name == "" {
					t.Fatalf("seed %d: told of what happened before %d, or by nobody: %+v", seed, i, c)
				}
			}
			was, is := NewCodebook(p.states[i]), NewCodebook(p.now)
			for _, c := range slices.Concat(p.states[i], p.now) {
				before, there1 := was.Code(c.ID)
				after, there2 := is.Code(c.ID)
				before.Position = after.Position
				if (there1 != there2 || before != after) != told[c.ID] {
					t.Fatalf("seed %d: %s: told %v, was %+v, is %+v", seed, c.ID, told[c.ID], before, after)
				}
			}
		}
	}
}

func TestTheHistoryOfACodebookReadsWell(t *testing.T) {
	p := &past{t: t}
	capital, human, skills := Code{ID: "a", Name: "Capital", Codable: true}, Code{ID: "b", Name: "Human", ParentID: "a", Codable: true}, Code{ID: "c", Name: "Skills", Codable: true}
	p.act([]Code{capital, human, skills})
	first := p.now
	human.Name, human.Definition, human.ParentID = "Human capital", "What people can do", ""
	p.act([]Code{capital, human, skills})
	p.act([]Code{capital, human}, Merge{From: skills, Into: human, Path: []string{"Skills"}, By: Account{ID: "ann", Name: "Ann"}, At: longAgo}.Trail())
	list, err := CompareCodebooks(first, p.now, p.entries[1:])
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, c := range list {
		told = append(told, fmt.Sprintf("%s %s %v %v %q→%q %v %d", c.Name, c.Kind, c.From, c.Path, c.Before, c.After, c.IntoIs, c.Seq))
	}
	want := []string{
		`Human capital moved [Capital] [] ""→"" [] 2`,
		`Human capital renamed [] [] "Human"→"Human capital" [] 2`,
		`Human capital described [] [] ""→"What people can do" [] 2`,
		`Skills merged [] [] ""→"" [Human capital] 3`,
	}
	if !slices.Equal(told, want) {
		t.Errorf("it reads\n%q and not\n%q", told, want)
	}
}
