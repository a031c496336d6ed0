package storetest

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var boundaryClaims = []claim{
	{"no question to one project finds anything of another, though all ids are the same", func(t *testing.T, open Open) {
		first, second := twins(t, open)
		for _, d := range []desk{first, second} {
			own, other := "first", "second"
			if d.project == second.project {
				own, other = other, own
			}
			for name, answer := range d.questions(t) {
				if strings.Contains(answer, other) || !strings.Contains(answer, own) {
					t.Errorf("%s of the %s project: %s", name, own, answer)
				}
			}
		}
	}},
	{"no action in one project changes anything of another, though all ids are the same", func(t *testing.T, open Open) {
		first, second := twins(t, open)
		before := first.dump(t)
		second.act(t, second.ann, func(tx *store.Tx) error {
			code, err := tx.Code(second.project, second.code)
			must(t, err)
			strayed := code
			strayed.ProjectID, strayed.Name = first.project, "strayed"
			must(t, tx.Set(code, strayed))
			m, err := tx.Memos(second.project, "")
			must(t, err)
			m[0].ProjectID = first.project
			return tx.Remove(m[0])
		})
		Same(t, before, first.dump(t))
		got, err := second.reader(t).Code(second.project, second.code)
		must(t, err)
		if got.Name != "strayed" {
			t.Errorf("the change went astray: %+v", got)
		}
	}},
	{"no action in one project can rename another", func(t *testing.T, open Open) {
		first, second := twins(t, open)
		before := first.dump(t)
		_, err := second.Act(t.Context(), store.Action{Project: second.project, Actor: second.ann}, func(tx *store.Tx) error {
			p, err := tx.Project(first.project)
			must(t, err)
			renamed := p
			renamed.Name = "strayed"
			return tx.Set(p, renamed)
		})
		wantKind(t, err, study.NotFound)
		Same(t, before, first.dump(t))
	}},
	{"a project that is dropped leaves nothing, and takes nothing of another", func(t *testing.T, open Open) {
		first, second := twins(t, open)
		before := first.dump(t)
		must(t, second.InTx(t.Context(), func(tx *store.Tx) error { return tx.DropProject(second.project) }))
		Same(t, before, first.dump(t))
		for table, rows := range second.dump(t) {
			if len(rows) > 0 {
				t.Errorf("%d rows are left in %s", len(rows), table)
			}
		}
	}},
}

// twins are two projects in one database whose records have the same ids. All texts of
// each hold its name.
func twins(t *testing.T, open Open) (first, second desk) {
	t.Helper()
	first = furnished(t, open)
	second = first
	second.project = study.NewID()
	second.fill(t, "second")
	passage, coding := first.coded(first.ann, 0, 5)
	memo := first.memo("passage", passage.ID)
	memo.Links = study.Links{{Kind: "source", ID: first.source}}
	for _, d := range []desk{first, second} {
		m := memo
		if d.project == second.project {
			m.Title, m.Body = "second", "second"
		}
		d.act(t, d.ann, func(tx *store.Tx) error { return addAll(tx, passage, coding, m) })
	}
	return first, second
}

// questions asks everything that can be asked about a project and its things, and gives
// the answers as JSON. Where an answer holds no text of the project, its counts stand in
// for it: none counts more than this project has.
func (d *desk) questions(t *testing.T) map[string]string {
	t.Helper()
	r, p := d.reader(t), d.project
	out := map[string]string{}
	put := func(name string, answer any, err error) {
		t.Helper()
		must(t, err)
		raw, err := json.Marshal(answer)
		must(t, err)
		out[name] = string(raw)
	}
	project, err := r.Project(p)
	put("Project", project, err)
	strands, err := r.Strands(p)
	put("Strands", strands, err)
	strand, err := r.Strand(p, d.strand)
	put("Strand", strand, err)
	sources, err := r.Sources(p, d.strand)
	put("Sources", sources, err)
	source, err := r.Source(p, d.source)
	put("Source", source, err)
	content, err := r.Content(source)
	put("Content", content.Text, err)
	twins, err := r.SourcesOfBlob(p, project.Name)
	put("SourcesOfBlob", twins, err)
	speakers, err := r.Speakers(p, d.source)
	put("Speakers", speakers, err)
	speaker, err := r.Speaker(p, d.speaker)
	put("Speaker", speaker, err)
	codes, err := r.Codes(p)
	put("Codes", codes, err)
	code, err := r.Code(p, d.code)
	put("Code", code, err)
	sets, err := r.CodeSets(p)
	put("CodeSets", sets, err)
	set, err := r.CodeSet(p, d.set)
	put("CodeSet", set, err)
	searches, err := r.SavedSearches(p)
	put("SavedSearches", searches, err)
	search, err := r.SavedSearch(p, d.search)
	put("SavedSearch", search, err)
	reports, err := r.Reports(p)
	put("Reports", reports, err)
	report, err := r.Report(p, d.report)
	put("Report", report, err)
	look, _, err := r.SearchLook(p, d.search, d.ann)
	put("SearchLook", look, err)
	memos, err := r.Memos(p, "")
	put("Memos", memos, err)
	memo, err := r.Memo(p, memos[0].ID)
	put("Memo", memo, err)
	about, err := r.MemosAbout(p, memos[0].TargetID)
	put("MemosAbout", about, err)
	on, err := r.PassageMemos(p, d.source)
	put("PassageMemos", on, err)
	linked, err := r.MemosLinkedTo(p, "source")
	put("MemosLinkedTo", linked, err)
	entries, err := r.Entries(p, 0, 10)
	put("Entries", entries, err)
	ofCodes, err := r.EntriesOn(p, "code", 0)
	put("EntriesOn", ofCodes, err)
	d.counts(t, r)
	return out
}

// counts holds the questions whose answers are bare ids against what the project has.
func (d *desk) counts(t *testing.T, r store.Reader) {
	t.Helper()
	one := func(name string, n int, err error) {
		t.Helper()
		must(t, err)
		if n != 1 {
			t.Errorf("%s gives %d and not 1", name, n)
		}
	}
	passages, err := r.Passages(d.project, d.source)
	one("Passages", len(passages), err)
	known, err := r.PassagesOf(d.project, []study.ID{passages[0].ID})
	one("PassagesOf", len(known), err)
	codings, err := r.Codings(d.project, d.source)
	one("Codings", len(codings), err)
	on, err := r.CodingsOn(d.project, passages[0].ID)
	one("CodingsOn", len(on), err)
	of, err := r.CodingsOf(d.project, d.code)
	one("CodingsOf", len(of), err)
	ranges, err := r.CodedRanges(d.project, study.Filter{Strands: []study.ID{d.strand}, Sources: []study.ID{d.source}, Codes: []study.ID{d.code}, Coders: []study.ID{d.ann}})
	one("CodedRanges", len(ranges), err)
	perCode, err := r.CodeUses(d.project)
	one("CodeUses", perCode[d.code].Own, err)
	perSource, err := r.SourceCounts(d.project)
	one("SourceCounts", perSource[d.source], err)
	coders, err := r.Coders(d.project)
	one("Coders", len(coders[d.source]), err)
	totals, err := r.Totals(d.project)
	one("Totals", totals.Codings, err)
}
