package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// apart is a copy of the team's project with Ben, on a server of his own.
func (w *team) apart(open storetest.Open) *team {
	w.t.Helper()
	ben := w.people[1]
	e := newElsewhere(w.t, open, ben.Account)
	there := *w
	there.App, there.rows, there.people, there.log = e.App, e.rows, []study.Actor{ben, ben}, nil
	there.project = e.opens(w.t, ben, archive(w.t, w.App, w.people[0], w.project)).ID
	return &there
}

// merge merges a file, after a preview that must say the same.
func (w *team) merge(data []byte, take map[string]study.Taken) (app.MergeReport, study.Entry) {
	w.t.Helper()
	upload := app.MergeUpload{File: bytes.NewReader(data), Size: int64(len(data)), Take: take}
	before := w.seq()
	said, _, err := w.MergeProject(w.t.Context(), w.people[0], w.project, upload, true)
	must(w.t, err)
	if w.seq() != before {
		w.t.Fatal("a preview changed the project")
	}
	report, entry, err := w.MergeProject(w.t.Context(), w.people[0], w.project, upload, false)
	must(w.t, err)
	if fmt.Sprint(said) != fmt.Sprint(report) {
		w.t.Errorf("the preview said %+v, it became %+v", said, report)
	}
	return report, entry
}

// coded are all codings, by the words of their source, where they stand, their code and coder.
func (w *team) codedAs() map[string]bool {
	w.t.Helper()
	out := map[string]bool{}
	sources, err := w.Sources(w.t.Context(), w.people[0], w.project, study.Filter{})
	must(w.t, err)
	for _, s := range sources {
		_, content, err := w.Content(w.t.Context(), w.people[0], w.project, s.ID)
		must(w.t, err)
		passages, err := w.Passages(w.t.Context(), w.people[0], w.project, s.ID)
		must(w.t, err)
		for _, p := range passages {
			for _, c := range p.Codings {
				key := fmt.Sprint(content.Text, p.Range, c.CodeID, c.CoderID)
				if out[key] {
					w.t.Errorf("%s is coded twice as %s by %s", content.Slice(p.Range), c.CodeID, c.CoderID)
				}
				out[key] = true
			}
		}
	}
	return out
}

// work has someone add to the project.
func (w *team) work(by study.Actor) {
	w.t.Helper()
	for _, do := range []func(study.Actor) error{w.coding, w.coding, w.coding, w.coding, w.creatingCode, w.coding, w.writingMemo, w.importing, w.coding, w.coding, w.writingMemo, w.keepingSets} {
		if err := do(by); err != nil && study.KindOf(err) == study.Internal {
			w.t.Fatal(err)
		}
	}
}

func TestCopiesOfAProjectThatWentApartBecomeOne(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		for seed := range uint64(2) {
			w := newTeam(t, open, 91+seed)
			w.everything()
			w.checkComesTogether(w.apart(open))
		}
	})
}

// checkComesTogether has both sides work, and merges what the other did: twice, and again after
// it was taken back.
func (w *team) checkComesTogether(there *team) {
	w.t.Helper()
	w.work(w.people[0])
	there.work(there.people[0])
	both := w.codedAs()
	maps.Copy(both, there.codedAs())
	before := w.state()
	copied := archive(w.t, there.App, there.people[0], there.project)

	_, entry := w.merge(copied, nil)
	w.checkCoded("merged", both)
	if again, _ := w.merge(copied, nil); !again.Empty {
		w.t.Errorf("merged twice, it changes %+v", again.Counts)
	}
	_, err := w.UndoEntry(w.t.Context(), w.people[0], w.project, entry.Seq)
	must(w.t, err)
	if !storetest.Same(w.t, before, w.state()) {
		w.t.Error("taken back, it is not as before")
	}
	w.merge(copied, nil)
	w.checkCoded("merged after an undo", both)
}

func (w *team) checkCoded(what string, want map[string]bool) {
	w.t.Helper()
	if got := w.codedAs(); !maps.Equal(got, want) {
		w.t.Errorf("%s, there are %d codings, not the %d of both", what, len(got), len(want))
	}
}

func TestOfWhatIsNotAlikeOneChoosesWhatStays(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 50)
		ctx, ann := t.Context(), w.people[0]
		code, _, err := w.AddCode(ctx, ann, w.project, study.Code{Name: "Trust", Definition: "Believing", Codable: true}, nil)
		must(t, err)
		there := w.apart(open)
		ours, theirs, new := "Believing what is said", "Believing a promise", "When a promise is kept"
		_, _, err = w.ChangeCode(ctx, ann, w.project, code.ID, 0, app.CodeChange{Definition: &ours})
		must(t, err)
		_, _, err = there.ChangeCode(ctx, there.people[0], there.project, code.ID, 0, app.CodeChange{Definition: &theirs, Include: &new})
		must(t, err)
		copied := archive(t, there.App, there.people[0], there.project)

		report, _ := w.merge(copied, nil)
		if len(report.Differences) != 2 {
			t.Fatalf("the differences are %+v", report.Differences)
		}
		d := report.Differences[0]
		if d.Kind != "code" || d.Name != "Trust" || d.Field != "definition" || d.Ours != ours || d.Theirs != theirs || d.Take != study.TakeOurs {
			t.Errorf("the definitions differ as %+v", d)
		}
		if got := w.code(code.ID); got.Definition != ours || got.Include != new {
			t.Errorf("ours is to stay, and what was empty to be filled: %+v", got)
		}
		w.merge(copied, map[string]study.Taken{d.ID: study.TakeTheirs})
		if got := w.code(code.ID); got.Definition != theirs {
			t.Errorf("theirs was chosen, and it is %q", got.Definition)
		}
	})
}

func TestANameOfTheCopyThatAnotherCodeHereBearsIsRefused(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 56)
		ctx, ann, debt := t.Context(), w.people[0], "Debt"
		credit, _, err := w.AddCode(ctx, ann, w.project, study.Code{Name: "Credit", Codable: true}, nil)
		must(t, err)
		there := w.apart(open)
		_, _, err = there.ChangeCode(ctx, there.people[0], there.project, credit.ID, 0, app.CodeChange{Name: &debt})
		must(t, err)
		_, _, err = w.AddCode(ctx, ann, w.project, study.Code{Name: "debt", Codable: true}, nil)
		must(t, err)
		copied, before := archive(t, there.App, there.people[0], there.project), w.state()
		upload := app.MergeUpload{File: bytes.NewReader(copied), Size: int64(len(copied)), Take: map[string]study.Taken{"code/" + string(credit.ID) + "/name": study.TakeTheirs}}
		if _, _, err := w.MergeProject(ctx, ann, w.project, upload, false); study.KindOf(err) != study.Invalid {
			t.Errorf("two codes of one name are answered with %v", err)
		}
		if !storetest.Same(t, before, w.state()) {
			t.Error("something of it stayed")
		}
	})
}

func (w *team) code(id study.ID) study.Code {
	w.t.Helper()
	list, err := w.Codes(w.t.Context(), w.people[0], w.project)
	must(w.t, err)
	return list[slices.IndexFunc(list, func(c app.CountedCode) bool { return c.ID == id })].Code
}

func TestWhatWasRemovedHereDoesNotComeBackWithACopy(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 51)
		ctx, ann := t.Context(), w.people[0]
		there := w.apart(open)
		sources, err := w.Sources(ctx, ann, w.project, study.Filter{})
		must(t, err)
		_, err = w.RemoveSource(ctx, ann, w.project, sources[0].ID)
		must(t, err)
		_, _, err = w.Erase(ctx, ann, w.project, app.Erasing{Sources: study.IDs{sources[1].ID}})
		must(t, err)
		must(t, there.importing(there.people[0]))
		w.merge(archive(t, there.App, there.people[0], there.project), nil)
		after, err := w.Sources(ctx, ann, w.project, study.Filter{})
		must(t, err)
		if len(after) != len(sources)-1 {
			t.Errorf("of %d sources, two of them removed, and a new one there are %d", len(sources), len(after))
		}
	})
}

func TestACorrectedTextTakesTheCodingsOfACopyAlong(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 52)
		ctx, ann := t.Context(), w.people[0]
		strands, err := w.Strands(ctx, ann, w.project)
		must(t, err)
		talk, _, err := w.Import(ctx, ann, w.project, app.Upload{Name: "Talk.txt", Data: []byte("Ann: The mill on the hill was shut, and the looms stood still.\n"), Strand: strands[0].ID})
		must(t, err)
		code, _, err := w.AddCode(ctx, ann, w.project, study.Code{Name: "Looms", Codable: true}, nil)
		must(t, err)
		there := w.apart(open)
		_, content, err := w.Content(ctx, ann, w.project, talk.ID)
		must(t, err)
		at := func(words string) study.Range {
			start := content.Point(strings.Index(content.Text, words))
			return study.Range{Start: start, End: start + study.TextLen(words)}
		}
		for _, words := range []string{"the looms stood still", "on the hill"} {
			_, err = there.Code(ctx, there.people[0], there.project, app.NewCoding{Source: talk.ID, Range: at(words), Code: code.ID})
			must(t, err)
		}
		_, _, err = w.Correct(ctx, ann, w.project, talk.ID, app.Correction{Seen: 1, Edits: []study.Edit{{Range: at(" on the hill"), Text: ""}}})
		must(t, err)

		report, _ := w.merge(archive(t, there.App, there.people[0], there.project), nil)
		if d := report.Differences; len(d) != 1 || d[0].Field != "words" || !d[0].Fixed {
			t.Errorf("that the words differ is told as %+v", d)
		}
		passages, err := w.Passages(ctx, ann, w.project, talk.ID)
		must(t, err)
		_, now, err := w.Content(ctx, ann, w.project, talk.ID)
		must(t, err)
		var stand []string
		for _, p := range passages {
			stand = append(stand, now.Slice(p.Range))
		}
		if !slices.Contains(stand, "the looms stood still") {
			t.Errorf("the codings of the copy stand on %q", stand)
		}
		reviews, err := w.Reviews(ctx, ann, w.project, talk.ID)
		must(t, err)
		if len(reviews) != 1 {
			t.Errorf("the words that are gone are looked at again %d times", len(reviews))
		}
	})
}

func TestNamesThatHavePseudonymsHereDoNotComeBackWithACopy(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 53)
		ctx, ann := t.Context(), w.people[0]
		there := w.apart(open)
		_, _, err := w.AddPseudonym(ctx, ann, w.project, "Colin Prowse", "Owner A")
		must(t, err)
		strands, err := there.Strands(ctx, there.people[0], there.project)
		must(t, err)
		source, _, err := there.Import(ctx, there.people[0], there.project, app.Upload{Name: "Colin Prowse.txt", Data: []byte("AO: Who rang?\n\nMira: Colin Prowse never rang.\n"), Strand: strands[0].ID})
		must(t, err)
		_, _, err = there.AddMemo(ctx, there.people[0], there.project, app.NewMemo{Memo: study.Memo{Title: "On Colin Prowse", Body: "He, Colin Prowse, is angry.", TargetKind: "source", TargetID: source.ID}})
		must(t, err)
		w.merge(archive(t, there.App, there.people[0], there.project), nil)
		sources, err := w.Sources(ctx, ann, w.project, study.Filter{})
		must(t, err)
		for _, s := range sources {
			_, content, err := w.Content(ctx, ann, w.project, s.ID)
			must(t, err)
			if strings.Contains(s.Title+content.Text, "Prowse") {
				t.Errorf("the name came with %q: %s", s.Title, content.Text)
			}
		}
		memos, err := w.Memos(ctx, ann, w.project, study.MemoFilter{})
		must(t, err)
		if said := fmt.Sprint(memos); strings.Contains(said, "Prowse") || !strings.Contains(said, "Owner A, is angry") {
			t.Errorf("the memos say %s", said)
		}
	})
}

func TestAProjectThatAColleagueCodedInAnotherProgramIsMerged(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 91)
		w.everything()
		sent := w.sent(w.project)
		if report, _ := w.merge(sent, nil); !report.Empty && len(report.Counts) > 0 {
			for _, c := range report.Counts {
				if c.New > 0 && (c.Kind == "coding" || c.Kind == "code" || c.Kind == "source") {
					t.Errorf("what went out and comes back unchanged brings %+v", c)
				}
			}
		}
	})
}

func TestAMergeThatIsCalledOffOrOfABrokenCopyLeavesNothing(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 55)
		there := w.apart(open)
		there.work(there.people[0])
		copied := archive(t, there.App, there.people[0], there.project)
		before := w.state()
		t.Setenv("TMPDIR", t.TempDir())
		called, off := context.WithCancel(t.Context())
		off()
		broken := slices.Clone(copied)
		broken[insideOf(t, broken, "tables/codings.jsonl")] ^= 1
		for _, one := range []struct {
			ctx  context.Context
			data []byte
		}{{called, copied}, {t.Context(), broken}, {t.Context(), copied[:len(copied)/2]}, {t.Context(), nil}} {
			for _, preview := range []bool{true, false} {
				upload := app.MergeUpload{File: bytes.NewReader(one.data), Size: int64(len(one.data))}
				if _, _, err := w.MergeProject(one.ctx, w.people[0], w.project, upload, preview); err == nil {
					t.Errorf("%d bytes of %d were merged", len(one.data), len(copied))
				}
			}
		}
		if !storetest.Same(t, before, w.state()) {
			t.Error("something of it stayed")
		}
		if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
			t.Errorf("in the temporary folder stayed %v, %v", left, err)
		}
	})
}

func TestWhatATeamKeepsComesAlongWithACopy(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 95)
		w.everything()
		there := w.apart(open)
		kept := there.keeps()
		before := w.state()
		copied := archive(t, there.App, there.people[0], there.project)

		report, entry := w.merge(copied, nil)
		for kind, n := range map[string]int{"saved search": 1, "report": 1, "survey": 1, "response": 2, "bookmark": 1} {
			at := slices.IndexFunc(report.Counts, func(c study.MergeCount) bool { return c.Kind == kind })
			if at < 0 || report.Counts[at].New != n {
				t.Errorf("not %d new of the kind %s: %+v", n, kind, report.Counts)
			}
		}
		if !slices.ContainsFunc(report.Findings, func(f app.ExchangeFinding) bool {
			return f.Count == 2 && strings.Contains(f.Text, "import the newer table")
		}) {
			t.Errorf("of the newer table it says %+v", report.Findings)
		}
		w.checkKept(kept)
		if again, _ := w.merge(copied, nil); !again.Empty {
			t.Errorf("merged twice, it changes %+v", again.Counts)
		}
		_, err := w.UndoEntry(t.Context(), w.people[0], w.project, entry.Seq)
		must(t, err)
		if !storetest.Same(t, before, w.state()) {
			t.Error("taken back, it is not as before")
		}
	})
}

// keptThings are what somebody keeps in a copy.
type keptThings struct {
	search study.SavedSearch
	report study.Report
	survey study.Survey
	words  string
}

// keeps has Ben keep things that name a code and words of his own, and bring a newer table.
func (w *team) keeps() (out keptThings) {
	w.t.Helper()
	ctx, ben := w.t.Context(), w.people[0]
	surveys, err := w.Surveys(ctx, ben, w.project)
	must(w.t, err)
	newer := "Firm no,Firm,District,People,Hours,Weight,Plans ahead,Hopes,Why did you leave the programme?\nF1,Mill Gate,Wyre,11,38,1.5,Agree,Agree,There was no time for the meetings.\nF3,Top Lock,Pendle,4,20,1,Agree,Agree,\n"
	_, _, err = w.ImportResponses(ctx, ben, w.project, surveys[0].ID, app.SurveyUpload{Name: "Newer.csv", Data: []byte(newer)})
	must(w.t, err)
	out.survey, _, _, err = w.ImportSurvey(ctx, ben, w.project, app.SurveyUpload{Name: "Exit poll.csv", Data: []byte("Firm no,Firm,Stays\nF1,Mill Gate,yes\nF9,Weir Side,no\n")})
	must(w.t, err)
	code, _, err := w.AddCode(ctx, ben, w.project, study.Code{Name: "Only in the copy", Codable: true}, nil)
	must(w.t, err)
	strands, err := w.Strands(ctx, ben, w.project)
	must(w.t, err)
	source, _, err := w.Import(ctx, ben, w.project, app.Upload{Name: "Late.txt", Data: []byte("Ann: We closed the weir in March.\n"), Strand: strands[0].ID})
	must(w.t, err)
	coding, err := w.Code(ctx, ben, w.project, app.NewCoding{Source: source.ID, Range: study.Range{Start: 0, End: 9}, Code: code.ID})
	must(w.t, err)
	_, content, err := w.Content(ctx, ben, w.project, source.ID)
	must(w.t, err)
	out.words = content.Slice(study.Range{Start: 0, End: 9})
	filter := study.SavedFilter{Codes: study.IDs{code.ID}}
	out.search, _, err = w.SaveSearch(ctx, ben, w.project, study.SavedSearch{Name: "Weirs", Query: "weir", SavedFilter: filter})
	must(w.t, err)
	out.report, _, err = w.AddReport(ctx, ben, w.project, study.Report{Name: "Weirs", Parts: study.ReportParts{{Sort: study.PartExcerpts, Chosen: "picked", Picked: study.IDs{coding.PassageID}, SavedFilter: filter}}})
	must(w.t, err)
	_, _, err = w.AddBookmark(ctx, ben, w.project, study.Bookmark{SourceID: source.ID, Position: 3, Name: "Here"})
	must(w.t, err)
	return out
}

// checkKept says whether what was kept in a copy is here, and means the same.
func (w *team) checkKept(k keptThings) {
	w.t.Helper()
	ctx, ann := w.t.Context(), w.people[0]
	searches, err := w.SavedSearches(ctx, ann, w.project)
	must(w.t, err)
	if !slices.ContainsFunc(searches, func(s study.SavedSearch) bool {
		return s.Name == "Weirs" && s.Query == "weir" && slices.Equal(s.Codes, k.search.Codes)
	}) {
		w.t.Errorf("the saved searches are %+v", searches)
	}
	pages, err := w.ReportPages(ctx, ann, w.project, k.report.ID)
	must(w.t, err)
	if got := words(pages.Parts[0]); !slices.Equal(got, []string{k.words}) {
		w.t.Errorf("the report quotes %q, not %q", got, k.words)
	}
	page, err := w.Responses(ctx, ann, w.project, k.survey.ID, study.CaseQuery{}, "", 10)
	must(w.t, err)
	for i, r := range page.Items {
		if want := []string{"yes", "no"}[i]; r.Values["Stays"] != want || r.CaseID == "" {
			w.t.Errorf("response %d is %+v", i, r)
		}
	}
}

func TestFormerTextsOfANewSourceKeepWhoWroteThemAndWhen(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 96)
		strands, err := w.Strands(t.Context(), w.people[0], w.project)
		must(t, err)
		there := w.apart(open)
		ben := there.people[0]
		talk, _, err := there.Import(t.Context(), ben, there.project, app.Upload{Name: "Talk.txt", Data: []byte("Ann: The mill was shot.\n"), Strand: strands[0].ID})
		must(t, err)
		_, _, err = there.Correct(t.Context(), ben, there.project, talk.ID, app.Correction{Seen: 1, Why: "Misheard", Edits: []study.Edit{{Range: study.Range{Start: 14, End: 18}, Text: "shut"}}})
		must(t, err)
		was, err := there.Revisions(t.Context(), ben, there.project, talk.ID)
		must(t, err)
		w.merge(archive(t, there.App, ben, there.project), nil)
		is, err := w.Revisions(t.Context(), w.people[0], w.project, talk.ID)
		must(t, err)
		before, err := json.Marshal(was)
		must(t, err)
		after, err := json.Marshal(is)
		must(t, err)
		if len(was) != 2 || string(before) != string(after) {
			t.Errorf("the texts were %s and are %s", before, after)
		}
	})
}
