package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// bringing imports a text of which each line is a turn.
func (w *team) bringing(title, text string) study.Source {
	w.t.Helper()
	strands, err := w.Strands(w.t.Context(), w.people[0], w.project)
	must(w.t, err)
	made, _, err := w.Import(w.t.Context(), w.people[0], w.project, app.Upload{Name: title + ".txt", Title: title, Data: []byte(text), Strand: strands[0].ID})
	must(w.t, err)
	return made.Source
}

func TestAConcordanceGoesOutAsATableWithItsQuery(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		source := w.bringing("M07 Seals", "Helen: Oh, the xylobank.\nMo: And then?\nHelen: A xylobank of ours.\nMo: No.\n")
		q := study.LineQuery{SearchQuery: study.SearchQuery{Text: "xylobank", Filter: study.Filter{Sources: []study.ID{source.ID}}}, Order: "left1"}
		g, err := w.ConcordanceGrid(t.Context(), w.people[1], w.project, q, "https://example.org")
		must(t, err)
		if got := fmt.Sprintf("%q", []any{g.Rows[0].Cells[2:5], g.Rows[1].Cells[2:5]}); got != `[["A" "xylobank" "of ours."] ["Oh, the" "xylobank" "."]]` {
			t.Errorf("rows %s", got)
		}
		if said := strings.Join(g.Says, "\n"); !strings.Contains(said, "Query: xylobank\nLines: 2, by the first word at the left\n") || !strings.Contains(said, "https://example.org/p/"+string(w.project)+"/search?as=lines&q=xylobank&sort=left1&source="+string(source.ID)) || !strings.Contains(said, "M07 Seals") {
			t.Errorf("it says %q", said)
		}
		for _, f := range publish.GridFormats {
			var file strings.Builder
			must(t, f.Write(&file, g))
		}
		if _, err := w.Concordance(t.Context(), study.Actor{Account: study.Account{ID: study.NewID()}}, w.project, q); study.KindOf(err) != study.NotFound {
			t.Errorf("a stranger: %v", err)
		}
	})
}
