package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestWhateverTwoPeopleDidUndoneInReverseIsAsItWasAtEveryStep(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		for seed := range uint64(3) {
			t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { undoInReverse(newTeam(t, open, seed)) })
		}
	})
}

func undoInReverse(w *team) {
	type done struct {
		by     study.Actor
		seq    int64
		before storetest.Tables
	}
	var all []done
	for range actionsEach {
		by, before, seq := w.people[w.dice.IntN(2)], w.state(), w.seq()
		w.act(by)
		if now := w.seq(); now > seq {
			all = append(all, done{by, now, before})
		} else if !storetest.Same(w.t, before, w.state()) {
			w.t.Fatalf("an action without an entry changed something:\n%s", strings.Join(w.log, "\n"))
		}
	}
	if len(all) < actionsEach/3 {
		w.t.Fatalf("only %d actions did anything:\n%s", len(all), strings.Join(w.log, "\n"))
	}
	for i := len(all) - 1; i >= 0; i-- {
		if _, err := w.UndoEntry(w.t.Context(), all[i].by, w.project, all[i].seq); err != nil {
			w.t.Fatalf("entry %d can't be undone: %v\n%s", all[i].seq, err, strings.Join(w.log, "\n"))
		}
		if !storetest.Same(w.t, all[i].before, w.state()) {
			w.t.Fatalf("entry %d undone is not as it was:\n%s", all[i].seq, strings.Join(w.log, "\n"))
		}
	}
}

func TestUndoToTheEndAndRedoToTheEndIsAsItWas(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 9)
		ben := w.people[1]
		before := w.state()
		for range actionsEach {
			w.act(ben)
		}
		after := w.state()
		undone := 0
		for ; ; undone++ {
			if _, err := w.Undo(t.Context(), ben, w.project); study.KindOf(err) == study.NotFound {
				break
			} else if err != nil {
				t.Fatalf("undo %d: %v\n%s", undone, err, strings.Join(w.log, "\n"))
			}
		}
		storetest.Same(t, before, w.state())
		for range undone {
			if _, err := w.Redo(t.Context(), ben, w.project); err != nil {
				t.Fatal(err)
			}
		}
		storetest.Same(t, after, w.state())
		if _, err := w.Redo(t.Context(), ben, w.project); study.KindOf(err) != study.NotFound || undone < actionsEach/3 {
			t.Errorf("after %d redos there is more: %v", undone, err)
		}
	})
}

func TestAnUndoNeverTakesAwayWhatAColleagueBuiltOnIt(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 1)
		ann, ben := w.people[0], w.people[1]
		code, entry, err := w.AddCode(t.Context(), ann, w.project, study.Code{Name: "Waiting", Codable: true}, nil)
		must(t, err)
		source, err := w.anySource(ben)
		must(t, err)
		_, err = w.Code(t.Context(), ben, w.project, app.NewCoding{Source: source.ID, Range: study.Range{Start: 1, End: 9}, Code: code.ID})
		must(t, err)
		before := w.state()
		if _, err := w.UndoEntry(t.Context(), ann, w.project, entry.Seq); study.KindOf(err) != study.Conflict {
			t.Errorf("the undo of a code in use: %v", err)
		}
		storetest.Same(t, before, w.state())
	})
}
