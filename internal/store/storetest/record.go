package storetest

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// strange is text of the sort that is lost first: marks that combine, joined emoji, letters
// beyond the first plane, quotes, markup, right-to-left, line ends, and what JSON escapes.
const strange = "Zoë e\u0301 👩‍👩‍👧 𝔘 \u202e\"it's\" <b>&amp; \\ %s ? $1 \u2028\n\tשלום 中文"

var instant = time.Date(2024, 2, 29, 23, 59, 59, 123456000, time.UTC)

var recordClaims = []claim{
	{"every kind of record comes back as it was written, changed and removed", everyKind},
	{"what may be absent is absent", func(t *testing.T, open Open) {
		d := furnished(t, open)
		c := study.Code{ProjectID: d.project, ID: study.NewID(), Name: "no parent, no author", Color: "woad", CreatedAt: instant}
		d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(c) })
		got, err := d.reader(t).Code(d.project, c.ID)
		must(t, err)
		if got != c {
			t.Errorf("wrote %+v and read %+v", c, got)
		}
		var nulls int
		must(t, beside(t, d.options).QueryRow("SELECT COUNT(*) FROM codes WHERE id = $1 AND parent_id IS NULL AND created_by IS NULL", string(c.ID)).Scan(&nulls))
		if nulls != 1 {
			t.Error("an id that names nothing is not NULL")
		}
	}},
	{"a project is changed through its journal, and keeps its number", func(t *testing.T, open Open) {
		d := furnished(t, open)
		before, err := d.reader(t).Project(d.project)
		must(t, err)
		after := before
		after.Name, after.Aim, after.Version = strange, strange, 2
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Set(before, after) })
		got, err := d.reader(t).Project(d.project)
		must(t, err)
		if after.Seq = entry.Seq; got != after || entry.Seq != 2 {
			t.Errorf("wrote %+v and read %+v", after, got)
		}
	}},
	{"a time of another zone, or finer than a microsecond, stays the same instant and can be taken back", func(t *testing.T, open Open) {
		d := furnished(t, open)
		m := d.memo("code", d.code)
		m.CreatedAt = time.Date(2024, 7, 1, 1, 30, 0, 123456789, time.FixedZone("", 2*3600))
		before := d.dump(t).Undoable()
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(m) })
		got, err := d.reader(t).Memo(d.project, m.ID)
		must(t, err)
		if want := m.CreatedAt.UTC().Truncate(time.Microsecond); got.CreatedAt != want {
			t.Errorf("read %v and not %v", got.CreatedAt, want)
		}
		_, err = d.revert(t, entry)
		must(t, err)
		Same(t, before, d.dump(t).Undoable())
	}},
	{"what is there already, or belongs to what is not there, is a Conflict and leaves nothing", conflicts},
	{"changing or removing what is not there is NotFound", func(t *testing.T, open Open) {
		d := furnished(t, open)
		before := d.dump(t)
		gone := d.memo("code", d.code)
		changed := gone
		changed.Body = "changed"
		for _, do := range []func(tx *store.Tx) error{
			func(tx *store.Tx) error { return tx.Set(gone, changed) },
			func(tx *store.Tx) error { return tx.Remove(gone) },
		} {
			_, err := d.Act(t.Context(), store.Action{Project: d.project, Actor: d.ann}, do)
			wantKind(t, err, study.NotFound)
		}
		Same(t, before, d.dump(t))
	}},
}

// sample is a record of one kind with another state of it, and how it is read. Both are
// filled to the last field.
type sample struct {
	before, after study.Record
	read          func(r store.Reader) (study.Record, error)
}

func everyKind(t *testing.T, open Open) {
	d := furnished(t, open)
	carol := d.account(t, "carol@example.org")
	for _, s := range d.samples(t, carol) {
		entry := d.act(t, d.ann, func(tx *store.Tx) error { return tx.Add(s.before) })
		d.expect(t, s, s.before, entry, study.Change{Kind: s.before.Kind(), ID: s.before.Key(), After: text(t, s.before)})
		entry = d.act(t, d.ann, func(tx *store.Tx) error { return tx.Set(s.before, s.after) })
		d.expect(t, s, s.after, entry, study.Change{Kind: s.before.Kind(), ID: s.before.Key(), Before: text(t, s.before), After: text(t, s.after)})
		entry = d.act(t, d.ann, func(tx *store.Tx) error { return tx.Remove(s.after) })
		d.expect(t, s, nil, entry, study.Change{Kind: s.before.Kind(), ID: s.before.Key(), Before: text(t, s.after)})
	}
}

// expect checks what a reader finds and what the journal kept.
func (d *desk) expect(t *testing.T, s sample, want study.Record, entry study.Entry, change study.Change) {
	t.Helper()
	got, err := s.read(d.reader(t))
	if want == nil {
		wantKind(t, err, study.NotFound)
	} else if must(t, err); !reflect.DeepEqual(got, want) {
		t.Errorf("wrote a %s\n%+v and read\n%+v", change.Kind, want, got)
	}
	kept, err := d.reader(t).Entry(d.project, entry.Seq)
	must(t, err)
	if !reflect.DeepEqual(kept, entry) || !reflect.DeepEqual(kept.Changes, []study.Change{change}) {
		t.Errorf("the journal of a %s is\n%s and not\n%s", change.Kind, text(t, kept), text(t, change))
	}
}

func text(t *testing.T, v any) json.RawMessage {
	t.Helper()
	raw, err := json.Marshal(v)
	must(t, err)
	return raw
}

func (d *desk) samples(t *testing.T, carol study.ID) []sample {
	t.Helper()
	later := instant.Add(time.Hour)
	member := study.Member{ProjectID: d.project, AccountID: carol, Role: study.Reader, JoinedAt: instant}
	strand := study.Strand{ProjectID: d.project, ID: study.NewID(), Name: strange, Question: strings.Repeat(strange, 500), Sort: "focus group", Position: 7, Asked: study.IDs{study.NewID(), study.NewID()}, Version: 1}
	source := study.Source{ProjectID: d.project, ID: study.NewID(), StrandID: d.strand, Title: strange, Format: "vtt", Charset: "windows-1252", Language: "de",
		Filename: "../" + strange, Blob: "ab", Length: 1 << 40, Words: 2, Turns: 3, Revision: 4, CreatedBy: d.ben, CreatedAt: instant, Version: 1}
	speaker := study.Speaker{ProjectID: d.project, ID: study.NewID(), SourceID: d.source, Name: strange, Moderator: true, Version: 1}
	code := study.Code{ProjectID: d.project, ID: study.NewID(), ParentID: d.code, Position: 3, Name: strange, Color: "#00ff00", Definition: strange, Include: strange,
		Exclude: strange, Example: strange, ExampleOf: study.NewID(), NearMiss: strange, NearMissOf: study.NewID(), Codable: true, CreatedBy: d.ben, CreatedAt: instant,
		DefinedAt: &later, Version: 1}
	bookmark := study.Bookmark{ProjectID: d.project, ID: study.NewID(), SourceID: d.source, Position: 1 << 40, Name: strange, OwnerID: d.ben, CreatedAt: instant}
	recording := study.Recording{ProjectID: d.project, ID: study.NewID(), SourceID: d.source, Blob: "ab", Media: "video/webm", Filename: strange, Size: 1 << 40, CreatedBy: d.ben, CreatedAt: instant}
	set := study.CodeSet{ProjectID: d.project, ID: study.NewID(), Name: strange, Codes: study.IDs{d.code, d.other}, CreatedBy: d.ben, CreatedAt: instant, Version: 1}
	search := study.SavedSearch{ProjectID: d.project, ID: study.NewID(), Name: strange, Query: strange, CreatedBy: d.ben, CreatedAt: instant, Version: 1, SavedFilter: study.SavedFilter{
		Strands: study.IDs{d.strand}, Sources: study.IDs{d.source}, Speakers: study.Texts{strange}, Codes: study.IDs{d.code, d.other}, Coders: study.IDs{d.ben}, Cases: study.IDs{study.NewID()}, Conditions: study.Texts{strange}}}
	report := study.Report{ProjectID: d.project, ID: study.NewID(), Name: strange, CreatedBy: d.ben, CreatedAt: instant, Version: 1, Parts: study.ReportParts{
		{ID: study.NewID(), Sort: study.PartExcerpts, Level: 2, Heading: strange, Text: strange, SavedFilter: search.SavedFilter, Searches: study.IDs{search.ID}, Picked: study.IDs{study.NewID()}, Variables: study.Texts{strange}, Line: "footnote", Memo: true},
		{ID: study.NewID(), Sort: study.PartTable, Rows: "codes", Columns: "variable:" + strange}}}
	passage := study.Passage{ProjectID: d.project, ID: study.NewID(), SourceID: d.source, Range: study.Range{Start: 3, End: 1 << 40}, CreatedBy: d.ben, CreatedAt: instant}
	under, _ := d.coded(d.ben, 0, 5)
	d.act(t, d.ben, func(tx *store.Tx) error { return tx.Add(under) })
	coding := study.Coding{ProjectID: d.project, ID: study.NewID(), PassageID: under.ID, SourceID: d.source, CodeID: d.code, CoderID: d.ben, At: instant, CheckedAt: &later}
	memo := study.Memo{ProjectID: d.project, ID: study.NewID(), Sort: "reflexive", Title: strange, Body: strings.Repeat(strange, 1000), TargetKind: "code",
		TargetID: d.code, Links: study.Links{{Kind: "source", ID: d.source}, {Kind: "project", ID: d.project}}, AuthorID: d.ben, CreatedAt: instant, UpdatedAt: later, Version: 1}

	review := study.Review{ProjectID: d.project, ID: study.NewID(), SourceID: d.source, PassageID: under.ID, Revision: 3, Range: study.Range{Start: 3, End: 1 << 40}, CreatedAt: instant}
	review2 := review
	review2.Revision, review2.Start = 4, 0

	variable := study.Variable{ProjectID: d.project, ID: study.NewID(), Name: strange, Folded: study.Fold(strange), Label: strange, Sort: "one", Unit: strange,
		Options: study.Options{{Value: strange, Label: strange}, {Value: "2"}}, Missing: study.Texts{"-99", strange}, Of: "firm", Position: 3, CreatedBy: d.ben, CreatedAt: instant, Version: 1}
	firm := study.Case{ProjectID: d.project, ID: study.NewID(), Name: "Harbour Bakery", Sort: "firm", CreatedBy: d.ben, CreatedAt: instant, Version: 1}
	d.act(t, d.ben, func(tx *store.Tx) error { return tx.Add(firm) })
	person := study.Case{ProjectID: d.project, ID: study.NewID(), Name: strange, Sort: "person", KeyText: strange, Folded: study.Fold(strange), FirmID: firm.ID,
		Values: study.Values{"a": strange, "b": "1"}, CreatedBy: d.ben, CreatedAt: instant, Version: 1}
	tie := study.Tie{ProjectID: d.project, ID: study.NewID(), CaseID: firm.ID, TargetKind: "speaker", TargetID: d.speaker, SpeakerID: d.speaker, SourceID: d.source, Refused: true, CreatedBy: d.ben, CreatedAt: instant}
	variable2, person2, tie2 := variable, person, tie
	variable2.Name, variable2.Folded, variable2.Label, variable2.Sort, variable2.Unit, variable2.Options, variable2.Missing, variable2.Of, variable2.Version = "Plain", "plain", "", "text", "", nil, nil, "both", 2
	person2.KeyText, person2.Folded, person2.FirmID, person2.Values, person2.Version = "", "", "", nil, 2
	tie2.TargetKind, tie2.TargetID, tie2.SpeakerID, tie2.PassageID, tie2.Refused = "passage", under.ID, "", under.ID, false

	member2, strand2, source2, speaker2, code2, set2, search2, report2, bookmark2, recording2, passage2, coding2, memo2 := member, strand, source, speaker, code, set, search, report, bookmark, recording, passage, coding, memo
	member2.Role, member2.JoinedAt = study.Lead, later
	strand2.Name, strand2.Question, strand2.Position, strand2.Version = "plain", "", 0, 2
	source2.Title, source2.Language, source2.Words, source2.Version = "plain", "", 0, 2
	speaker2.Moderator, speaker2.Version = false, 2
	code2.ParentID, code2.CreatedBy, code2.Definition, code2.Codable, code2.Position, code2.Version = "", "", "", false, 0, 2
	code2.ExampleOf, code2.NearMiss, code2.NearMissOf, code2.DefinedAt = "", "", "", nil
	set2.Name, set2.Codes, set2.Version = "plain", nil, 2
	search2.Name, search2.Query, search2.SavedFilter, search2.Version = "plain", "", study.SavedFilter{}, 2
	report2.Name, report2.Parts, report2.Version = "plain", nil, 2
	bookmark2.Name, bookmark2.Position = "", 0
	recording2.Blob, recording2.Media, recording2.Size = "cd", "audio/wav", 0
	passage2.Start = 0
	coding2.CodeID, coding2.At, coding2.CheckedAt = d.other, later, nil
	memo2.Title, memo2.Links, memo2.Version, memo2.UpdatedAt = "", nil, 2, later.Add(time.Microsecond)

	carried := study.Carried{ProjectID: d.project, ID: study.NewID(), Element: "Graph", OwnerID: d.source, Position: 3, Content: strange, Files: study.CarriedFiles{{Path: strange, Blob: "ab"}}}
	carried2 := carried
	carried2.OwnerID, carried2.Content, carried2.Files = "", "", nil

	return append(d.surveySamples(t, firm.ID), []sample{
		{carried, carried2, func(r store.Reader) (study.Record, error) { return r.CarriedRecord(d.project, carried.ID) }},
		{member, member2, func(r store.Reader) (study.Record, error) { return r.Member(d.project, carol) }},
		{strand, strand2, func(r store.Reader) (study.Record, error) { return r.Strand(d.project, strand.ID) }},
		{source, source2, func(r store.Reader) (study.Record, error) { return r.Source(d.project, source.ID) }},
		{speaker, speaker2, func(r store.Reader) (study.Record, error) { return r.Speaker(d.project, speaker.ID) }},
		{code, code2, func(r store.Reader) (study.Record, error) { return r.Code(d.project, code.ID) }},
		{set, set2, func(r store.Reader) (study.Record, error) { return r.CodeSet(d.project, set.ID) }},
		{search, search2, func(r store.Reader) (study.Record, error) { return r.SavedSearch(d.project, search.ID) }},
		{report, report2, func(r store.Reader) (study.Record, error) { return r.Report(d.project, report.ID) }},
		{bookmark, bookmark2, func(r store.Reader) (study.Record, error) { return r.Bookmark(d.project, bookmark.ID) }},
		{recording, recording2, func(r store.Reader) (study.Record, error) { return r.Recording(d.project, recording.ID) }},
		{passage, passage2, func(r store.Reader) (study.Record, error) { return r.Passage(d.project, passage.ID) }},
		{memo, memo2, func(r store.Reader) (study.Record, error) { return r.Memo(d.project, memo.ID) }},
		{review, review2, func(r store.Reader) (study.Record, error) { return r.Review(d.project, review.ID) }},
		{variable, variable2, func(r store.Reader) (study.Record, error) { return r.Variable(d.project, variable.ID) }},
		{person, person2, func(r store.Reader) (study.Record, error) { return r.Case(d.project, person.ID) }},
		{tie, tie2, func(r store.Reader) (study.Record, error) { return r.Tie(d.project, tie.ID) }},
		{coding, coding2, func(r store.Reader) (study.Record, error) { return r.Coding(d.project, coding.ID) }},
	}...)
}

func (d *desk) surveySamples(t *testing.T, firm study.ID) []sample {
	t.Helper()
	survey := study.Survey{ProjectID: d.project, ID: study.NewID(), Name: strange, KeyColumn: strange, CallColumn: strange, CaseSort: "firm", Weight: strange, Least: 5, StrandID: d.strand,
		Language: "de", Filename: strange, Sheet: strange, Header: 3, Questions: study.Questions{{ID: "abcdefgh", Name: strange, Label: strange, Sort: "scale", Columns: study.Texts{strange},
			Options: study.Options{{Value: "1", Label: strange}}, Missing: study.Texts{"-9"}, Reversed: true, Comma: true, SourceID: d.source}},
		Scales: study.Scales{{ID: "ijklmnop", Name: strange, Items: study.Texts{strange, "b"}, Reversed: study.Texts{"b"}, How: "mean"}}, CreatedBy: d.ben, CreatedAt: instant, Version: 1}
	asked := survey
	asked.ID = study.NewID()
	d.act(t, d.ben, func(tx *store.Tx) error { return tx.Add(asked) })
	response := study.Response{ProjectID: d.project, ID: study.NewID(), SurveyID: asked.ID, CaseID: firm, KeyText: strange, Folded: study.Fold(strange), Name: strange,
		Values: study.Values{"abcdefgh": strange}, Speakers: study.Values{"abcdefgh": string(d.speaker)}, Position: 8, CreatedAt: instant, Version: 1}
	survey2, response2 := survey, response
	survey2.StrandID, survey2.CaseSort, survey2.Questions, survey2.Scales, survey2.Version = "", "", nil, nil, 2
	response2.CaseID, response2.Name, response2.Values, response2.Speakers, response2.Version = "", "", nil, nil, 2
	return []sample{
		{survey, survey2, func(r store.Reader) (study.Record, error) { return r.Survey(d.project, survey.ID) }},
		{response, response2, func(r store.Reader) (study.Record, error) { return r.Response(d.project, response.ID) }},
	}
}

func conflicts(t *testing.T, open Open) {
	d := furnished(t, open)
	passage, coding := d.coded(d.ann, 0, 5)
	firm := study.Case{ID: study.NewID(), Name: "Harbour Bakery", Sort: "firm", KeyText: "F1", CreatedBy: d.ann, CreatedAt: instant}
	sector := study.Variable{ID: study.NewID(), Name: "Sector", Sort: "text", Of: "both", CreatedBy: d.ann, CreatedAt: instant}
	d.act(t, d.ann, func(tx *store.Tx) error { return addAll(tx, passage, coding, firm, sector) })
	before := d.dump(t)
	twice, _ := d.coded(d.ann, 0, 5)
	again, astray, homeless, nobodys := coding, coding, passage, coding
	again.ID, astray.ID, homeless.ID, nobodys.ID = study.NewID(), study.NewID(), study.NewID(), study.NewID()
	astray.CodeID, homeless.SourceID, nobodys.CoderID = study.NewID(), study.NewID(), study.NewID()
	for what, add := range map[string]study.Record{
		"the same record": passage, "a second passage of one person on one range": twice, "the same code twice on a passage": again,
		"a coding with a code that is not there": astray, "a passage in a source that is not there": homeless, "a coding by nobody": nobodys,
		"a code under one that is not there":   study.Code{ID: study.NewID(), ParentID: study.NewID(), Name: "astray", CreatedAt: instant},
		"a case of a firm that is not there":   study.Case{ID: study.NewID(), Name: "astray", Sort: "person", FirmID: study.NewID(), CreatedBy: d.ann, CreatedAt: instant},
		"a tie to a speaker that is not there": study.Tie{ID: study.NewID(), CaseID: firm.ID, TargetKind: "speaker", TargetID: study.NewID(), SourceID: d.source, CreatedBy: d.ann, CreatedAt: instant},
		"a second case of a key":               study.Case{ID: study.NewID(), Name: "twin", Sort: "firm", KeyText: " f1 ", CreatedBy: d.ann, CreatedAt: instant},
		"a second variable of a name":          study.Variable{ID: study.NewID(), Name: "SECTOR", Sort: "text", Of: "both", CreatedBy: d.ann, CreatedAt: instant},
		"a source of no strand":                study.Source{ID: study.NewID(), StrandID: study.NewID(), CreatedBy: d.ann, CreatedAt: instant},
	} {
		_, err := d.Act(t.Context(), store.Action{Project: d.project, Actor: d.ann, Verb: what}, func(tx *store.Tx) error { return tx.Add(add) })
		if study.KindOf(err) != study.Conflict {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, still := range map[string]study.Record{
		"a code that codings use":      study.Code{ID: d.code},
		"a passage with a coding":      passage,
		"a source with passages":       study.Source{ID: d.source},
		"a strand that holds a source": study.Strand{ID: d.strand},
	} {
		_, err := d.Act(t.Context(), store.Action{Project: d.project, Actor: d.ann, Verb: what}, func(tx *store.Tx) error { return tx.Remove(still) })
		if study.KindOf(err) != study.Conflict {
			t.Errorf("the removal of %s: %v", what, err)
		}
	}
	Same(t, before, d.dump(t))
}
