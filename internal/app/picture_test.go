package app_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/search"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// said counts, turn by turn, how often words of one stem are said by others than moderators.
func (w *team) said(stem string) (n int) {
	sources, err := w.Sources(w.t.Context(), w.people[0], w.project, study.Filter{})
	must(w.t, err)
	for _, source := range sources {
		turns, err := w.Turns(w.t.Context(), w.people[0], w.project, source.ID)
		must(w.t, err)
		_, text, err := w.Content(w.t.Context(), w.people[0], w.project, source.ID)
		must(w.t, err)
		for _, turn := range turns {
			moderated := slices.ContainsFunc(source.Speakers, func(s study.Speaker) bool { return s.Moderator && s.Name == turn.Speaker })
			for _, word := range search.WordsIn(string([]rune(text.Text)[turn.Start:turn.End])) {
				if !moderated && search.StemOf(word, source.Language) == stem {
					n++
				}
			}
		}
	}
	return n
}

func TestWordsAreCountedAsReadingEachTurnCountsThem(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		ask := app.WordsAsk{Least: 4, Limit: 1000}
		view, err := w.Words(t.Context(), w.people[1], w.project, ask)
		must(t, err)
		if len(view.Words) < 5 || !slices.Contains(view.Stop, "the") {
			t.Fatalf("it counts %+v", view)
		}
		sum := 0
		for i, one := range view.Words {
			sum += one.N
			if want := w.said(search.StemOf(one.Word, "en")); one.N != want {
				t.Errorf("%q is said %d times, not %d", one.Word, want, one.N)
			}
			if slices.Contains(view.Stop, one.Word) || len([]rune(one.Word)) < 4 || i > 0 && view.Words[i-1].N < one.N {
				t.Errorf("%q doesn't belong there", one.Word)
			}
		}
		if sum != view.N || view.Distinct != len(view.Words) {
			t.Errorf("%d words of %d are %d", view.N, view.Distinct, sum)
		}
	})
}

func TestAStopListIsKeptAndTakenBack(t *testing.T) {
	w := newTeam(t, storetest.SQLite, 3)
	ask, ctx := app.WordsAsk{Least: 1, Limit: 1000}, t.Context()
	before, err := w.Words(ctx, w.people[0], w.project, ask)
	must(t, err)
	first := before.Words[0]
	_, err = w.SetStopWords(ctx, w.people[0], w.project, append(slices.Clone(first.Forms), "Any", "any"))
	must(t, err)
	after, err := w.Words(ctx, w.people[0], w.project, ask)
	must(t, err)
	if slices.ContainsFunc(after.Words, func(one study.CountedWord) bool { return one.Word == first.Word }) || slices.Contains(after.Stop, "the") || !slices.Contains(after.Stop, "any") {
		t.Errorf("after %q was put on the list it is %q", first.Word, after.Stop)
	}
	_, err = w.Undo(ctx, w.people[0], w.project)
	must(t, err)
	again, err := w.Words(ctx, w.people[0], w.project, ask)
	must(t, err)
	if !slices.Equal(again.Stop, before.Stop) {
		t.Errorf("taken back, it is %q", again.Stop)
	}
}

func TestTheWordsThatAreTakenAlongSayWhatTheyAre(t *testing.T) {
	w := newTeam(t, storetest.SQLite, 3)
	grid, err := w.WordsGrid(t.Context(), w.people[0], w.project, app.WordsAsk{Least: 3, Limit: 5}, "https://example.org")
	must(t, err)
	if len(grid.Rows) != 5 || !strings.Contains(strings.Join(grid.Says, " "), "https://example.org/p/"+string(w.project)+"/pictures/words?least=3&limit=5") {
		t.Errorf("it says %q", grid.Says)
	}
}

func TestSaturationFollowsTheCodingsOfAProject(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		for _, who := range [][]study.ID{nil, {w.people[0].Account.ID}, {w.people[1].Account.ID}} {
			view, err := w.Saturation(t.Context(), w.people[1], w.project, study.Filter{Coders: who})
			must(t, err)
			page, err := w.Excerpts(t.Context(), w.people[0], w.project, study.ExcerptQuery{Filter: study.Filter{Coders: who}, Single: true, Limit: 1000})
			must(t, err)
			slices.SortFunc(page.Rows, func(a, b study.ExcerptRow) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Source, b.Source)) })
			var order, known []study.ID
			for _, row := range page.Rows {
				if !slices.Contains(order, row.Source) {
					order = append(order, row.Source)
				}
			}
			if len(order) != len(view.Sources) {
				t.Fatalf("%d sources are coded, not %d", len(order), len(view.Sources))
			}
			for i, source := range order {
				fresh := 0
				for _, row := range page.Rows {
					if row.Source == source && !slices.Contains(known, row.Code) {
						known, fresh = append(known, row.Code), fresh+1
					}
				}
				if got := view.Sources[i]; got.Source != source || len(got.New) != fresh || got.All != len(known) {
					t.Errorf("source %d brings %d new codes of %d, not %+v", i, fresh, len(known), got)
				}
			}
		}
	})
}
