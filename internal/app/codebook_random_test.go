package app_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// reorganising is a few steps that the dice say, as one action.
func (w *team) reorganising(by study.Actor) error {
	var steps []app.Step
	for range 1 + w.dice.IntN(5) {
		code, err := w.anyCode(by)
		if err != nil {
			return err
		}
		other, _ := w.anyCode(by)
		name, position, heading, color := w.word(), w.dice.IntN(4), w.dice.IntN(2) == 0, study.Color("moss/open")
		step := app.Step{Code: code.ID}
		switch w.dice.IntN(8) {
		case 0, 1:
			step.Change = app.CodeChange{Parent: &other.ID, Position: &position}
		case 2:
			step.Change = app.CodeChange{Name: &name, Color: &color}
		case 3:
			step.Change.Codable = &heading
		case 4:
			step = app.Step{Code: study.NewID(), Create: true, Change: app.CodeChange{Name: &name, Parent: &other.ID}}
		case 5:
			step.Remove = true
		default:
			step.MergeInto = other.ID
		}
		steps = append(steps, step)
	}
	_, _, err := w.Reorganise(w.t.Context(), by, w.project, steps, false)
	return err
}

// keepingSets makes, changes or deletes a set of codes.
func (w *team) keepingSets(by study.Actor) error {
	code, err := w.anyCode(by)
	if err != nil {
		return err
	}
	other, _ := w.anyCode(by)
	sets, err := w.CodeSets(w.t.Context(), by, w.project)
	must(w.t, err)
	set, err := pick(w, sets)
	switch {
	case err != nil || w.dice.IntN(3) == 0:
		_, _, err = w.AddCodeSet(w.t.Context(), by, w.project, study.CodeSet{Name: w.word(), Codes: study.IDs{code.ID, other.ID}})
	case w.dice.IntN(2) == 0:
		codes := append(set.Codes, other.ID)
		_, _, err = w.ChangeCodeSet(w.t.Context(), by, w.project, set.ID, 0, app.CodeSetChange{Codes: &codes})
	default:
		_, err = w.RemoveCodeSet(w.t.Context(), by, w.project, set.ID)
	}
	return err
}

// recount holds the counts of the codebook against every coding of every source.
func (w *team) recount() {
	w.t.Helper()
	ctx, ann := w.t.Context(), w.people[0]
	codes, err := w.Codes(ctx, ann, w.project)
	must(w.t, err)
	own, sources, outdated, list := map[study.ID]int{}, map[study.ID]map[study.ID]bool{}, map[study.ID]int{}, []study.Code{}
	for _, c := range codes {
		list, sources[c.ID] = append(list, c.Code), map[study.ID]bool{}
	}
	book := study.NewCodebook(list)
	all, err := w.Sources(ctx, ann, w.project, study.Filter{})
	must(w.t, err)
	for _, s := range all {
		passages, err := w.Passages(ctx, ann, w.project, s.ID)
		must(w.t, err)
		for _, p := range passages {
			for _, c := range p.Codings {
				own[c.CodeID]++
				sources[c.CodeID][s.ID] = true
				if code, _ := book.Code(c.CodeID); c.Outdated(code) {
					outdated[c.CodeID]++
				}
			}
		}
	}
	for _, c := range codes {
		under := 0
		for _, id := range book.WithDescendants(c.ID) {
			under += own[id]
		}
		want := app.CountedCode{Code: c.Code, Own: own[c.ID], All: under, Sources: len(sources[c.ID]), Outdated: outdated[c.ID]}
		if c != want {
			w.t.Fatalf("the codebook counts %+v and a plain recount %+v\n%s", c, want, strings.Join(w.log, "\n"))
		}
	}
}

func TestCountsEqualARecountWhateverTwoPeopleReorganise(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 21)
		for range 60 {
			by := w.people[w.dice.IntN(2)]
			for _, do := range []func(study.Actor) error{w.coding, w.reorganising, w.changingCode, w.gesturing} {
				if err := do(by); study.KindOf(err) == study.Internal {
					t.Fatal(err)
				}
			}
			w.recount()
		}
	})
}

func TestTheCodebookCanBeSeenAsItWasAtAnyMoment(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 4)
		ann := w.people[0]
		codes := func() (out []study.Code) {
			list, err := w.Codes(t.Context(), ann, w.project)
			must(t, err)
			for _, c := range list {
				c.ProjectID = ""
				out = append(out, c.Code)
			}
			return out
		}
		type moment struct {
			at    time.Time
			codes []study.Code
		}
		moments := []moment{{study.Now(), codes()}}
		for range 25 {
			if err := w.reorganising(w.people[w.dice.IntN(2)]); study.KindOf(err) == study.Internal {
				t.Fatal(err)
			}
			moments = append(moments, moment{study.Now(), codes()})
		}
		for i, m := range moments {
			got, err := w.CodebookAt(t.Context(), ann, w.project, m.at)
			must(t, err)
			for j := range got {
				got[j].ProjectID = ""
			}
			if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", m.codes) {
				t.Fatalf("at moment %d it was not as it had been:\n%+v\n%+v", i, got, m.codes)
			}
		}
		if got, err := w.CodebookAt(t.Context(), ann, w.project, moments[0].at.Add(-time.Hour)); err != nil || len(got) > 0 {
			t.Errorf("before the project began there were %d codes, %v", len(got), err)
		}
		w.checkChanges(moments[0].at, moments[len(moments)-1].at)
	})
}

// checkChanges checks that nothing differs from itself, and that what differs is told with names.
func (w *team) checkChanges(from, to time.Time) {
	w.t.Helper()
	none, err := w.CodebookChanges(w.t.Context(), w.people[0], w.project, to, to)
	if must(w.t, err); len(none) > 0 {
		w.t.Errorf("a codebook differs from itself by %+v", none)
	}
	list, err := w.CodebookChanges(w.t.Context(), w.people[1], w.project, from, to)
	must(w.t, err)
	for _, c := range list {
		if c.ByName == "" || c.Seq == 0 || c.At.Before(from) || c.At.After(to) {
			w.t.Errorf("told without who or when: %+v", c)
		}
	}
	if len(list) < 5 {
		w.t.Errorf("only %d differences are told", len(list))
	}
}
