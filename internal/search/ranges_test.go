package search

import (
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func TestRangesOfHitsAreWordsSentencesOrTurns(t *testing.T) {
	d := newDatabase(t)
	source := d.add(dropouts, "en", said{"Jo", "The bank 😀 came. It rained. A bank loan, no bank."}, said{"Chair", "Nothing else."})
	x := d.open(t.TempDir())
	for _, c := range []struct {
		query, what string
		want        []string
	}{
		{"bank", study.HitWords, []string{"bank", "bank", "bank"}},
		{`"bank loan"`, study.HitWords, []string{"bank loan"}},
		{"bank", study.HitSentence, []string{"The bank 😀 came.", "A bank loan, no bank."}},
		{"bank", study.HitTurn, []string{"The bank 😀 came. It rained. A bank loan, no bank."}},
		{"speaker:chair", study.HitSentence, []string{"Nothing else."}},
		{"speaker:chair", study.HitWords, nil},
		{"", study.HitTurn, []string{"The bank 😀 came. It rained. A bank loan, no bank.", "Nothing else."}},
	} {
		r, err := x.Ranges(t.Context(), d.project, study.RangeQuery{SearchQuery: study.SearchQuery{Text: c.query}, What: c.what})
		must(err)
		var got []string
		text := study.NewPositions(d.content[source].Text)
		for _, one := range r.Items {
			got = append(got, one.Text)
			expect(t, "place of "+one.Text, text.Slice(one.Range), one.Text)
		}
		expect(t, c.what+" of "+c.query, got, c.want)
	}
}
