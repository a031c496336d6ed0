package study

import (
	"strings"
	"testing"
)

// copies are two of a project that know a code by its path, with a search and a report of each.
func copies() (m Merging, ours, theirs Code, search SavedSearch, report Report) {
	ours, theirs = Code{ID: NewID(), Name: "Trust"}, Code{ID: NewID(), Name: "Trust"}
	search = SavedSearch{ID: NewID(), Name: "Banks", Query: "bank", SavedFilter: SavedFilter{Codes: IDs{theirs.ID}}}
	report = Report{ID: NewID(), Name: "Final", Parts: ReportParts{{ID: NewID(), Sort: PartTable, Heading: "Trust", SavedFilter: SavedFilter{Codes: IDs{theirs.ID}}, Searches: IDs{search.ID}, Rows: "code:" + string(theirs.ID)}}}
	m = Merging{Ours: ProjectCopy{Project: NewID(), Codes: []Code{ours}}, Theirs: ProjectCopy{Project: NewID(), Codes: []Code{theirs}, SavedSearches: []SavedSearch{search}, Reports: []Report{report}}, By: NewID()}
	return m, ours, theirs, search, report
}

func TestWhatASearchAndAReportOfACopyAreOfIsWhatThatIsHere(t *testing.T) {
	m, ours, _, _, _ := copies()
	got := MergeProject(m, nil)
	if len(got.SavedSearches) != 1 || got.SavedSearches[0].Codes[0] != ours.ID {
		t.Errorf("the searches are %+v", got.SavedSearches)
	}
	if p := got.Reports[0].Parts[0]; p.Codes[0] != ours.ID || p.Rows != "code:"+string(ours.ID) || p.Searches[0] != got.SavedSearches[0].ID {
		t.Errorf("the report's part is %+v", p)
	}
	m.Ours.SavedSearches, m.Ours.Reports = got.SavedSearches, got.Reports
	m.Ours.Reports[0].ID, m.Ours.Reports[0].Parts[0].ID = NewID(), NewID() // somebody wrote the same here
	if again := MergeProject(m, nil); !again.Empty() || len(again.Differences) > 0 {
		t.Errorf("merged twice, it changes %+v", again)
	}
}

func TestOfASearchAndAReportThatAreNotAlikeOneChooses(t *testing.T) {
	m, ours, _, search, report := copies()
	search.Codes = IDs{ours.ID}
	search.Query = "loan"
	report.Parts = ReportParts{{ID: NewID(), Sort: PartText, Heading: "Method"}}
	m.Ours.SavedSearches, m.Ours.Reports = []SavedSearch{search}, []Report{report}
	got := MergeProject(m, nil)
	if !got.Empty() || len(got.Differences) != 2 {
		t.Fatalf("unasked, it changes %+v and tells %+v", got.Changed, got.Differences)
	}
	m.Take = map[string]Taken{}
	for _, d := range got.Differences {
		m.Take[d.ID] = TakeTheirs
		if d.Ours == d.Theirs || !strings.Contains(d.Ours+d.Theirs, "Trust") {
			t.Errorf("a difference is %+v", d)
		}
	}
	got = MergeProject(m, nil)
	if s := got.Changed[0][1].(SavedSearch); s.Query != "bank" || s.Version != 1 {
		t.Errorf("the search becomes %+v", s)
	}
	if r := got.Changed[1][1].(Report); r.Parts[0].Rows != "code:"+string(ours.ID) {
		t.Errorf("the report becomes %+v", r)
	}
}

// A search that was narrowed by something that was removed here must not let everything through.
func TestAFilterKeepsWhatIsNotHere(t *testing.T) {
	m, _, _, search, _ := copies()
	gone := NewID()
	search.Codes = IDs{gone}
	m.Theirs.SavedSearches, m.Theirs.Reports = []SavedSearch{search}, nil
	if got := MergeProject(m, nil).SavedSearches[0].Codes; len(got) != 1 || got[0] != gone {
		t.Errorf("it is narrowed by %v", got)
	}
}

func TestAResponseOfSomebodyWhoWasRemovedHereDoesNotCome(t *testing.T) {
	m, _, _, _, _ := copies()
	c := Case{ID: NewID(), Name: "Mill Gate", Sort: Firm}
	survey := Survey{ID: NewID(), Name: "SMEs", Questions: Questions{{ID: "aaaaaaaa", Name: "Staff", Sort: AskNumber}}}
	m.Theirs.Cases, m.Theirs.Surveys = []Case{c}, []Survey{survey}
	m.Theirs.Responses = []Response{{ID: NewID(), SurveyID: survey.ID, CaseID: c.ID, KeyText: "F1", Folded: "f1"}, {ID: NewID(), SurveyID: survey.ID, KeyText: "F2", Folded: "f2"}}
	m.Gone = map[ID]bool{c.ID: true}
	if got := MergeProject(m, nil).Responses; len(got) != 1 || got[0].KeyText != "F2" {
		t.Errorf("the responses are %+v", got)
	}
}
