package publish

import (
	"reflect"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func names(list []section) (out []string) {
	for _, s := range list {
		out = append(out, s.Name)
		out = append(out, names(s.Under)...)
	}
	return out
}

func TestHeadingsStandInCodebookOrderAndOnlyWhereThereIsSomethingUnderThem(t *testing.T) {
	got := outline(sample())
	if want := []string{"Capitals", "Human capital", "Reluctance to delegate", "Barriers"}; !reflect.DeepEqual(names(got), want) {
		t.Fatalf("%q", names(got))
	}
	if got[0].Count != 1 || got[1].Count != 2 || len(got[0].Quotes) != 0 {
		t.Errorf("counts %d and %d, %d quotes under the heading", got[0].Count, got[1].Count, len(got[0].Quotes))
	}
}

func TestAnExcerptWhoseCodeTheCodebookLacksIsNotLost(t *testing.T) {
	r := sample()
	r.Excerpts = append(r.Excerpts, study.Excerpt{Code: "gone", Path: []string{"Old", "Rents"}}, study.Excerpt{Code: "nameless"})
	got := names(outline(r))
	if want := []string{"Rents", "A code that is not in the codebook"}; !reflect.DeepEqual(got[4:], want) {
		t.Errorf("%q", got)
	}
	r.Codebook = nil
	if got := outline(r); len(got) != 4 || got[0].Name != "Reluctance to delegate" {
		t.Errorf("%q", names(got))
	}
}

func TestASourceLineTellsTheTimeOrElseTheTurn(t *testing.T) {
	list := sample().Excerpts
	if got, want := sourceLine(list[0]), []string{"Mid-caps", "M07 Seals", "Owner, Interviewer", "0:03:31", "coded by Rukhsana"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	if got, want := sourceLine(list[2]), []string{"Mid-caps", "M11 Ovens", "turn 1", "coded by Tom"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	if got := clock(36_061_000); got != "10:01:01" {
		t.Error(got)
	}
}

func TestTheCoverCountsPassagesSourcesAndCodings(t *testing.T) {
	if got := coverOf(sample()); got.Count != "2 passages from 2 sources, 3 codings" || got.Date != "23 November 2026" || got.Empty != "" {
		t.Errorf("%+v", got)
	}
	if got := coverOf(large()).Count; got != "6,000 passages from 60 sources" {
		t.Error(got)
	}
	r := empty()
	if got := coverOf(r); got.Count != "0 passages from 0 sources" || got.Empty != "No passages are coded yet." {
		t.Errorf("%+v", got)
	}
	r.Filters = []string{"Coder: Tom"}
	if got := coverOf(r).Empty; got != "No coded passage matches these filters. Take one away and export again." {
		t.Error(got)
	}
}

func TestCleaningKeepsWhatIsReadAndDropsWhatIsNot(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\rc\nd": "a\nb\nc\nd", "a\x00b\x1bc\u0085d": "abc\nd", "\ufeffa\tb\f": "a\tb\n", "\xffé🧵": "\ufffdé🧵", rtl: rtl,
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := cleanName(" a\r\n\tb "); got != "a b" {
		t.Errorf("%q", got)
	}
	if !rightToLeft("“"+rtl) || rightToLeft("1 "+"word "+rtl) || rightToLeft("") {
		t.Error("direction is that of the first letter")
	}
}
