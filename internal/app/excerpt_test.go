package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func (w *team) excerpts(by study.Actor, q study.ExcerptQuery) study.ExcerptPage {
	w.t.Helper()
	if q.Limit == 0 {
		q.Limit = 5000
	}
	page, err := w.Excerpts(w.t.Context(), by, w.project, q)
	must(w.t, err)
	return page
}

// recountExcerpts counts what the passages of the sources hold, source by source.
func (w *team) recountExcerpts(by study.Actor) (totals study.ExcerptTotals, texts []string) {
	w.t.Helper()
	sources, err := w.Sources(w.t.Context(), by, w.project, study.Filter{})
	must(w.t, err)
	totals.Scope = len(sources)
	for _, s := range sources {
		passages, err := w.Passages(w.t.Context(), by, w.project, s.ID)
		must(w.t, err)
		coded := 0
		for _, p := range passages {
			totals.Codings += len(p.Codings)
			if len(p.Codings) > 0 {
				coded++
				texts = append(texts, p.Text)
			}
		}
		totals.Passages += coded
		if coded > 0 {
			totals.Sources++
		}
	}
	slices.Sort(texts)
	return totals, texts
}

func TestWhateverIsDoneAndUndoneTheExcerptsAreWhatARecountGives(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 5)
		for range 80 {
			by := w.people[w.dice.IntN(2)]
			if w.dice.IntN(4) == 0 {
				_, err := w.Undo(t.Context(), by, w.project)
				w.log = append(w.log, fmt.Sprintf("%s: undo: %v", by.Account.Name, err))
			} else {
				w.act(by)
			}
			page := w.excerpts(by, study.ExcerptQuery{})
			totals, texts := w.recountExcerpts(by)
			if page.ExcerptTotals != totals {
				t.Fatalf("the list counts %+v, the passages %+v:\n%s", page.ExcerptTotals, totals, strings.Join(w.log, "\n"))
			}
			if found := textsOf(page); !slices.Equal(found, texts) {
				t.Fatalf("the list has %q, the passages are %q:\n%s", found, texts, strings.Join(w.log, "\n"))
			}
		}
	})
}

func textsOf(p study.ExcerptPage) (out []string) {
	for _, row := range p.Rows {
		out = append(out, row.Text)
	}
	slices.Sort(out)
	return out
}

// mill is a study with two interviews and four codings that a test can name.
type mill struct {
	*team
	ann, ben    study.Actor
	trade, loom study.ID // codes; the loom stands under the trade
	first, last study.ID // sources, in their order
}

func newMill(t *testing.T, open storetest.Open) *mill {
	w := newTeam(t, open, 1)
	ctx := t.Context()
	m := &mill{team: w, ann: w.people[0], ben: w.people[1]}
	p, err := w.AddProject(ctx, m.ann, app.NewProject{Name: "One mill"})
	must(t, err)
	w.project = p.ID
	must(t, w.AddMember(ctx, m.ann, p.ID, m.ben.Account.ID, study.Researcher))
	trade, _, err := w.AddCode(ctx, m.ann, p.ID, study.Code{Name: "Trade", Codable: true}, nil)
	must(t, err)
	loom, _, err := w.AddCode(ctx, m.ann, p.ID, study.Code{Name: "Loom", Codable: true, ParentID: trade.ID}, nil)
	must(t, err)
	m.trade, m.loom = trade.ID, loom.ID
	for i, at := range []*study.ID{&m.first, &m.last} {
		strand, err := w.AddStrand(ctx, m.ann, p.ID, study.Strand{Name: fmt.Sprint("Strand ", i)})
		must(t, err)
		text := "Eva: The loom stood still.\nOla: Wages were what they were.\n"
		s, _, err := w.Import(ctx, m.ann, p.ID, app.Upload{Name: "interview.txt", Data: []byte(text), Strand: strand.ID})
		must(t, err)
		*at = s.ID
	}
	m.put(m.ann, m.first, "The loom", m.trade)
	m.put(m.ann, m.first, "The loom", m.loom)
	m.put(m.ben, m.first, "Wages were what they were", m.trade)
	m.put(m.ben, m.last, "loom stood", m.loom)
	return m
}

func (m *mill) put(by study.Actor, source study.ID, words string, code study.ID) app.Coded {
	m.t.Helper()
	_, content, err := m.Content(m.t.Context(), by, m.project, source)
	must(m.t, err)
	start := strings.Index(content.Text, words)
	c, err := m.Code(m.t.Context(), by, m.project, app.NewCoding{Source: source, Range: study.Range{Start: start, End: start + len(words)}, Code: code})
	must(m.t, err)
	return c
}

// lists asserts the words of each row, in order.
func (m *mill) lists(what string, q study.ExcerptQuery, words ...string) study.ExcerptPage {
	m.t.Helper()
	page := m.excerpts(m.ann, q)
	found := []string{}
	for _, row := range page.Rows {
		found = append(found, row.Text)
	}
	if !slices.Equal(found, words) {
		m.t.Errorf("%s: %q, not %q", what, found, words)
	}
	return page
}

const (
	theLoom = "The loom"
	wages   = "Wages were what they were"
	stood   = "loom stood"
)

func TestExcerptsAreNarrowed(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		m := newMill(t, open)
		all := m.lists("a passage stands once with all its codes", study.ExcerptQuery{}, theLoom, wages, stood)
		if n := len(all.Rows[0].Codings); n != 2 {
			t.Errorf("the first passage has %d codings, not 2", n)
		}
		m.lists("a row for each coding", study.ExcerptQuery{Single: true}, theLoom, theLoom, wages, stood)
		m.lists("a code brings those under it", study.ExcerptQuery{Filter: study.Filter{Codes: []study.ID{m.trade}}}, theLoom, wages, stood)
		alone := m.lists("or stands alone", study.ExcerptQuery{Filter: study.Filter{Codes: []study.ID{m.trade}, Alone: true}}, theLoom, wages)
		if others := alone.Rows[0].Others; !slices.Equal(others, []study.ID{m.loom}) {
			t.Errorf("besides the code the words have %v", others)
		}
		m.lists("a code that is gone brings nothing", study.ExcerptQuery{Filter: study.Filter{Codes: []study.ID{study.NewID()}}})
		one := m.lists("a source", study.ExcerptQuery{Filter: study.Filter{Sources: []study.ID{m.last}}}, stood)
		if want := (study.ExcerptTotals{Codings: 1, Passages: 1, Sources: 1, Scope: 1}); one.ExcerptTotals != want {
			t.Errorf("of one source: %+v", one.ExcerptTotals)
		}
		m.lists("a coder", study.ExcerptQuery{Filter: study.Filter{Coders: []study.ID{m.ben.Account.ID}}}, wages, stood)
		m.lists("a speaker, whatever the case", study.ExcerptQuery{Filter: study.Filter{Speakers: []string{"ola"}}}, wages)
		m.lists("words, whatever their order and case", study.ExcerptQuery{Filter: study.Filter{Words: "were WAGES"}}, wages)
		_, _, err := m.AddMemo(t.Context(), m.ann, m.project, app.NewMemo{Memo: study.Memo{Body: "Who says so?", TargetKind: "passage", TargetID: all.Rows[1].Passage}})
		must(t, err)
		memo := m.lists("a memo", study.ExcerptQuery{Filter: study.Filter{WithMemo: true}}, wages)
		if memo.Rows[0].Memo != "Who says so?" {
			t.Errorf("its memo says %q", memo.Rows[0].Memo)
		}
		links := study.Links{{Kind: "passage", ID: all.Rows[0].Passage}}
		_, _, err = m.AddMemo(t.Context(), m.ann, m.project, app.NewMemo{Memo: study.Memo{Body: "On both.", TargetKind: "passage", TargetID: all.Rows[2].Passage, Links: links}})
		must(t, err)
		both := m.lists("a memo that was linked to further passages", study.ExcerptQuery{Filter: study.Filter{WithMemo: true}}, theLoom, wages, stood)
		if both.Rows[0].Memo != "On both." || both.Rows[2].Memo != "On both." {
			t.Errorf("the memo on two passages says %q and %q", both.Rows[0].Memo, both.Rows[2].Memo)
		}
	})
}

func TestExcerptsAreOrderedGroupedAndFolded(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		m := newMill(t, open)
		m.lists("by code", study.ExcerptQuery{Order: study.ByCode}, theLoom, wages, stood)
		m.lists("by coder", study.ExcerptQuery{Order: study.ByCoder, Filter: study.Filter{Sources: []study.ID{m.first}}}, theLoom, wages)
		m.lists("the newest first", study.ExcerptQuery{Order: study.ByTime}, stood, wages, theLoom)
		m.lists("the longest first", study.ExcerptQuery{Order: study.ByLength}, wages, stood, theLoom)
		grouped := m.lists("under their codes", study.ExcerptQuery{Group: study.GroupByCode}, theLoom, wages, theLoom, stood)
		if want := []study.ExcerptGroup{{Value: string(m.trade), Rows: 2}, {Value: string(m.loom), Rows: 2}}; !slices.Equal(grouped.Groups, want) {
			t.Errorf("groups: %v", grouped.Groups)
		}
		folded := m.lists("without a folded group", study.ExcerptQuery{Group: study.GroupByCode, Folded: []string{string(m.trade)}}, theLoom, stood)
		if folded.Listed != 2 || !slices.Equal(folded.Groups, grouped.Groups) || folded.Codings != 4 {
			t.Errorf("folded: %d rows, groups %v, %d codings", folded.Listed, folded.Groups, folded.Codings)
		}
		m.lists("under speakers", study.ExcerptQuery{Group: study.GroupBySpeaker, Order: study.ByTime}, stood, theLoom, wages)
		m.lists("a part", study.ExcerptQuery{From: 1, Limit: 1}, wages)
		m.lists("nothing past the end", study.ExcerptQuery{From: 9, Limit: 1})
	})
}

// BenchmarkExcerpts is the first page of ten thousand codings of forty codes in twenty
// sources, without HTTP.
func BenchmarkExcerpts(b *testing.B) {
	w := newBench(b)
	var codes []study.ID
	for i := range 40 {
		codes = append(codes, w.code(b, fmt.Sprint("Code ", i)))
	}
	for n := range 20 {
		source := w.source(b, fmt.Sprintf("%d.txt", n), 400)
		for i := range 500 {
			start := (i * 57) % (source.Length - 80)
			c := app.NewCoding{Source: source.ID, Range: study.Range{Start: start, End: start + 20 + i%50}, Code: codes[(i*7+n)%len(codes)]}
			if _, err := w.Code(b.Context(), w.by, w.project, c); err != nil {
				b.Fatal(err)
			}
		}
	}
	for b.Loop() {
		if _, err := w.Excerpts(b.Context(), w.by, w.project, study.ExcerptQuery{Limit: 200}); err != nil {
			b.Fatal(err)
		}
	}
}
