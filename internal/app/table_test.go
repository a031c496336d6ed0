package app_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// table is a source with two codes, on which one person does one thing at a time.
type table struct {
	*team
	me            study.Actor
	source        app.SourceView
	first, second study.ID
}

func newTable(t *testing.T, open storetest.Open) table {
	w := newTeam(t, open, 5)
	d := table{team: w, me: w.people[1]}
	strands, err := w.Strands(t.Context(), d.me, w.project)
	must(t, err)
	text := "Ann: One two three four five six seven eight nine ten.\nBen: Eleven twelve.\n"
	_, _, err = w.Import(t.Context(), d.me, w.project, app.Upload{Name: "table.txt", Title: "Table", Data: []byte(text), Strand: strands[0].ID})
	must(t, err)
	list, err := w.Sources(t.Context(), d.me, w.project, study.Filter{})
	must(t, err)
	for _, s := range list {
		if s.Title == "Table" {
			d.source = s
		}
	}
	d.first, d.second = d.newCode("First"), d.newCode("Second")
	return d
}

func (d table) newCode(name string) study.ID {
	c, _, err := d.AddCode(d.t.Context(), d.me, d.project, study.Code{Name: name, Codable: true}, nil)
	must(d.t, err)
	return c.ID
}

// put codes words long ago, so that a time that was kept can be told from a new one.
func (d table) put(code study.ID, start, end int) app.Coded {
	d.t.Helper()
	n := app.NewCoding{Source: d.source.ID, Range: study.Range{Start: start, End: end}, Code: code, At: time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC)}
	c, err := d.Code(d.t.Context(), d.me, d.project, n)
	must(d.t, err)
	return c
}

func (d table) note(passage study.ID) study.Memo {
	d.t.Helper()
	m, _, err := d.AddMemo(d.t.Context(), d.me, d.project, app.NewMemo{Memo: study.Memo{Body: "A thought", TargetKind: "passage", TargetID: passage}})
	must(d.t, err)
	return m
}

// seen is what stands on the source, a line a passage: its words, its codes with the year
// they were given, and how many memos.
func (d table) seen() (out []string) {
	d.t.Helper()
	names := map[study.ID]string{d.first: "First", d.second: "Second"}
	list, err := d.Passages(d.t.Context(), d.me, d.project, d.source.ID)
	must(d.t, err)
	for _, p := range list {
		line := fmt.Sprintf("%d-%d", p.Start, p.End)
		for _, c := range p.Codings {
			line += fmt.Sprintf(" %s %d", names[c.CodeID], c.At.Year())
		}
		if len(p.Memos) > 0 {
			line += fmt.Sprintf(" memos %d", len(p.Memos))
		}
		out = append(out, line)
	}
	return out
}

// onePress does something, checks what stands there then, and that one undo takes it back.
func (d table) onePress(do func() error, want ...string) {
	d.t.Helper()
	before, was := d.state(), d.seen()
	must(d.t, do())
	got := d.seen()
	slices.Sort(got) // what stands on the same words is in the order of ids, which chance decides within a millisecond
	slices.Sort(want)
	if !slices.Equal(got, want) {
		d.t.Errorf("from %q it came to\n%q and not\n%q", was, got, want)
	}
	_, err := d.Undo(d.t.Context(), d.me, d.project)
	must(d.t, err)
	storetest.Same(d.t, before, d.state())
}
