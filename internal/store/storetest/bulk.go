package storetest

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var bulkClaims = []claim{
	{"thousands of cases are one entry that counts them, and each is told when it is asked about", countedAside},
	{"thousands of cases are taken back whole, done again, and not when one was changed since", func(t *testing.T, open Open) {
		d := furnished(t, open)
		before := d.dump(t).Undoable()
		list := d.cases(1201)
		made := d.act(t, d.ann, func(tx *store.Tx) error { return addCases(tx, list) })
		after := d.dump(t).Undoable()
		undone, err := d.revert(t, made)
		must(t, err)
		Same(t, before, d.dump(t).Undoable())
		_, err = d.revert(t, undone)
		must(t, err)
		Same(t, after, d.dump(t).Undoable())
		changed := list
		d.act(t, d.ann, func(tx *store.Tx) error { return renameCases(tx, changed) })
		d.refuses(t, made)
	}},
	{"cases that carry a memo or a tie are not taken back with thousands of others", func(t *testing.T, open Open) {
		d := furnished(t, open)
		list := d.cases(700)
		made := d.act(t, d.ann, func(tx *store.Tx) error { return addCases(tx, list) })
		tie := study.Tie{ID: study.NewID(), CaseID: list[600].ID, TargetKind: "source", TargetID: d.source, SourceID: d.source, CreatedBy: d.ben, CreatedAt: instant}
		d.act(t, d.ben, func(tx *store.Tx) error { return tx.Add(tie) })
		d.refuses(t, made)
		d.act(t, d.ben, func(tx *store.Tx) error { return tx.Remove(tie) })
		memo := d.memo("case", list[3].ID)
		d.act(t, d.ben, func(tx *store.Tx) error { return tx.Add(memo) })
		d.refuses(t, made)
		d.act(t, d.ben, func(tx *store.Tx) error { return tx.Remove(memo) })
		_, err := d.revert(t, made)
		must(t, err)
	}},
	{"what is struck from the journal is struck from what it keeps aside", func(t *testing.T, open Open) {
		d := furnished(t, open)
		list := d.cases(300)
		d.act(t, d.ann, func(tx *store.Tx) error { return addCases(tx, list) })
		d.act(t, d.ann, func(tx *store.Tx) error { return renameCases(tx, list) })
		d.act(t, d.ann, func(tx *store.Tx) error {
			must(t, d.rename(tx, "struck"))
			return tx.Strike(func(s string) string { return strings.ReplaceAll(s, "Firm 299", "[gone]") })
		})
		rows := strings.Join(d.dump(t)["journal_asides"], "\n")
		if strings.Contains(rows, "Firm 299") || strings.Count(rows, "[gone]") != 3 || strings.Count(rows, "Firm 298") != 3 {
			t.Errorf("the name stands %d times beside %d of its neighbour", strings.Count(rows, "Firm 299"), strings.Count(rows, "Firm 298"))
		}
	}},
}

func (d *desk) cases(n int) []study.Case {
	list := make([]study.Case, n)
	for i := range list {
		list[i] = study.Case{ProjectID: d.project, ID: study.NewID(), Name: fmt.Sprintf("Firm %d", i), Sort: "firm", KeyText: fmt.Sprintf("F%d", i),
			Values: study.Values{"a": strange, "b": fmt.Sprint(i)}, CreatedBy: d.ann, CreatedAt: instant, Version: 1}
	}
	return list
}

func addCases(tx *store.Tx, list []study.Case) error {
	all := make([]study.Record, len(list))
	for i, c := range list {
		all[i] = c
	}
	return tx.AddAll(all)
}

// renameCases gives every case a longer name, and takes a value away.
func renameCases(tx *store.Tx, list []study.Case) error {
	before, after := make([]study.Record, len(list)), make([]study.Record, len(list))
	for i, c := range list {
		before[i] = c
		c.Name, c.Values, c.Version = c.Name+" and Sons", c.Values.With("a", ""), 2
		after[i] = c
	}
	return tx.SetAll(before, after)
}

func countedAside(t *testing.T, open Open) {
	d := furnished(t, open)
	list := d.cases(1001)
	made := d.act(t, d.ann, func(tx *store.Tx) error {
		must(t, d.rename(tx, "with the cases"))
		return addCases(tx, list)
	})
	changed := d.act(t, d.ben, func(tx *store.Tx) error { return renameCases(tx, list) })
	r := d.reader(t)
	kept, err := r.Entries(d.project, made.Seq-1, 10)
	must(t, err)
	if want := []study.Entry{made, changed}; !reflect.DeepEqual(kept, want) {
		t.Fatalf("what was given is not what is read: %+v and %+v", want, kept)
	}
	if len(made.Changes) != 1 || !reflect.DeepEqual(made.Aside, []study.Aside{{Kind: "case", Made: 1001}}) || len(changed.Changes) != 0 || changed.Aside[0].Changed != 1001 {
		t.Errorf("the entries are %+v and %+v", made, changed)
	}
	about, err := r.EntriesBefore(d.project, store.Pick{Before: math.MaxInt64, About: list[900].ID}, 10)
	must(t, err)
	if len(about) != 2 || len(about[0].Changes) != 1 || len(about[1].Changes) != 2 || !strings.Contains(string(about[0].Changes[0].Before), `"Firm 900"`) || !strings.Contains(string(about[0].Changes[0].After), `"Firm 900 and Sons"`) {
		t.Errorf("about one case there is %+v", about)
	}
	for kind, want := range map[string]int{"case": 2, "code": 2, "memo": 0} { // the project's beginning made codes
		found, err := r.EntriesBefore(d.project, store.Pick{Before: math.MaxInt64, Kind: kind}, 10)
		must(t, err)
		if len(found) != want {
			t.Errorf("%d entries on a %s", len(found), kind)
		}
	}
	got, err := r.Cases(d.project)
	must(t, err)
	if len(got) != 1001 || !strings.HasSuffix(got[7].Name, " and Sons") || got[7].Values["b"] == "" || got[7].Values["a"] != "" {
		t.Errorf("%d cases, such as %+v", len(got), got[7])
	}
	for after, want := range map[int64]bool{made.Seq: true, changed.Seq: false} {
		if is, err := r.Touched(d.project, after, "case"); is != want || err != nil {
			t.Errorf("touched after %d: %v, %v", after, is, err)
		}
	}
}
