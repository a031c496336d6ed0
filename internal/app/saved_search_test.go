package app_test

import (
	"slices"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestASavedSearchTellsWhatIsNewToEachWhoLooks(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 11)
		ann, ben := w.people[0], w.people[1]
		first := w.bringing("One", "Helen: The xylobank said no.\nMo: And?\nHelen: A xylobank again.\n")
		saved, _, err := w.SaveSearch(t.Context(), ann, w.project, study.SavedSearch{Name: "Banks", Query: "xylobank"})
		must(t, err)
		news := func(who study.Actor) (int, int) {
			t.Helper()
			n, err := w.SearchNews(t.Context(), who, w.project, saved.ID)
			must(t, err)
			return n.Total, n.New
		}
		is := func(what string, who study.Actor, total, fresh int) {
			t.Helper()
			if all, some := news(who); all != total || some != fresh {
				t.Errorf("%s: %d, new %d; want %d and %d", what, all, some, total, fresh)
			}
		}
		is("before any look", ann, 2, 2)
		must(t, w.LookAtSearch(t.Context(), ann, w.project, saved.ID))
		is("after Ann's look", ann, 2, 0)
		is("Ben's, who did not look", ben, 2, 2)
		w.bringing("Two", "Jo: No xylobank here.\n")
		is("after another source", ann, 3, 1)
		_, _, err = w.Correct(t.Context(), ann, w.project, first.ID, app.Correction{Seen: 1, Edits: []study.Edit{{Range: study.Range{Start: 22, End: 25}, Text: "And then"}}})
		must(t, err)
		is("after a turn between them got longer", ann, 3, 1)
		must(t, w.LookAtSearch(t.Context(), ann, w.project, saved.ID))
		is("after a second look", ann, 3, 0)
	})
}

func TestASavedSearchNarrowsSearchesExcerptsSourcesAndTables(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 12)
		ann := w.people[0]
		source := w.bringing("One", "Helen: The xylobank said no.\nMo: And?\nHelen: So we sold the looms.\n")
		other := w.bringing("Two", "Jo: We sold a xylobank.\n")
		code, _, err := w.AddCode(t.Context(), ann, w.project, study.Code{Name: "Refused", Codable: true}, nil)
		must(t, err)
		for _, at := range []app.NewCoding{{Source: source.ID, Range: study.Range{End: 5}}, {Source: source.ID, Range: study.Range{Start: 30, End: 35}}, {Source: other.ID, Range: study.Range{End: 5}}} {
			at.Code = code.ID
			_, err := w.Code(t.Context(), ann, w.project, at)
			must(t, err)
		}
		bank, _, err := w.SaveSearch(t.Context(), ann, w.project, study.SavedSearch{Name: "Bank", Query: "xylobank", SavedFilter: study.SavedFilter{Sources: study.IDs{source.ID}}})
		must(t, err)
		sold, _, err := w.SaveSearch(t.Context(), ann, w.project, study.SavedSearch{Name: "Sold", Query: "sold xylobank OR looms"})
		must(t, err)
		narrowed := study.Filter{Searches: []study.ID{bank.ID}, Codes: []study.ID{code.ID}}
		found, err := w.Search(t.Context(), ann, w.project, study.SearchQuery{Filter: study.Filter{Searches: []study.ID{bank.ID, sold.ID}}})
		must(t, err)
		excerpts, err := w.Excerpts(t.Context(), ann, w.project, study.ExcerptQuery{Filter: narrowed, Limit: 100})
		must(t, err)
		sources, err := w.Sources(t.Context(), ann, w.project, narrowed)
		must(t, err)
		if found.Total != 3 || excerpts.Codings != 1 || len(sources) != 1 || sources[0].ID != source.ID {
			t.Errorf("found %d turns, %d excerpts, %d sources", found.Total, excerpts.Codings, len(sources))
		}
		table, err := w.CrossReference(t.Context(), ann, w.project, app.CrossAsk{Rows: "codes:" + string(code.ID), Columns: "searches", Filter: study.Filter{Sources: []study.ID{source.ID, other.ID}}})
		must(t, err)
		names := []string{table.Columns[0].Name, table.Columns[1].Name}
		if !slices.Equal(names, []string{"Bank", "Sold"}) || !slices.Equal(table.Cells[0], []int{1, 2}) {
			t.Errorf("the table is %v: %v", names, table.Cells)
		}
		_, err = w.RemoveSavedSearch(t.Context(), ann, w.project, bank.ID)
		must(t, err)
		if _, err := w.Search(t.Context(), ann, w.project, study.SearchQuery{Filter: narrowed}); study.KindOf(err) != study.NotFound {
			t.Errorf("a search that is gone narrows: %v", err)
		}
	})
}

func TestASearchThatCannotBeReadIsNotSaved(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 13)
		for _, s := range []study.SavedSearch{{Name: "Open", Query: "(bank"}, {Name: "None"}, {Query: "bank"}} {
			if _, _, err := w.SaveSearch(t.Context(), w.people[0], w.project, s); study.KindOf(err) != study.Invalid {
				t.Errorf("%+v gives %v", s, err)
			}
		}
	})
}
