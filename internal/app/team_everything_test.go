package app_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/refi/refitest"
	"github.com/selvedge/selvedge/internal/study"
)

// everything has the team go on with what came from another program, and make something of every
// kind that the house keeps, beside what the dice have them do.
func (w *team) everything() {
	w.t.Helper()
	ctx, ann, aim := w.t.Context(), w.people[0], "What\n\nkeeps mills open?"
	p, _ := w.bring(woven(w.t))
	w.project = p.ID
	must(w.t, w.AddMember(ctx, ann, p.ID, w.people[1].Account.ID, study.Researcher))
	_, err := w.ChangeProject(ctx, ann, p.ID, 0, app.ProjectChange{Aim: &aim})
	must(w.t, err)
	for range 3 {
		must(w.t, w.importing(ann))
	}
	for range 40 {
		w.act(w.people[w.dice.IntN(2)])
	}
	for range 3 {
		_, _, err := w.AddCode(ctx, ann, w.project, study.Code{Name: w.word(), Codable: true}, nil)
		must(w.t, err)
	}
	talk := w.talk()
	codes := w.defined()
	firm, person := w.cases(talk)
	for _, on := range []study.Link{{Kind: "code", ID: codes[0]}, {Kind: "source", ID: talk.ID}, {Kind: "case", ID: firm}, {Kind: "strand", ID: talk.StrandID}, {Kind: "project", ID: w.project}} {
		for _, kind := range []string{"analytic", "methodological", "reflexive"} {
			_, _, err = w.AddMemo(ctx, w.people[w.dice.IntN(2)], w.project, app.NewMemo{Memo: study.Memo{Sort: kind, Title: w.word(), Body: "It is *said*, " + w.word() + "\n\n- twice", TargetKind: on.Kind, TargetID: on.ID, Links: study.Links{{Kind: "case", ID: person}}}})
			must(w.t, err)
		}
	}
	w.kept(talk, codes, firm)
	w.asked(talk.StrandID)
	w.many()
	gone, _, err := w.Import(ctx, ann, w.project, app.Upload{Name: "Gone.txt", Data: []byte("Ann: " + w.word() + "\n"), Strand: talk.StrandID})
	must(w.t, err)
	_, _, err = w.Erase(ctx, ann, w.project, app.Erasing{Sources: study.IDs{gone.ID}})
	must(w.t, err)
}

// asked is a survey with its answers as a source.
func (w *team) asked(strand study.ID) {
	table := "Firm no,Firm,District,People,Hours,Weight,Plans ahead,Hopes,Why did you leave the programme?\nF1,Mill Gate,Wyre,9,38,1.5,Agree,Agree,There was no time for the meetings.\nF2,Fell Foods,Burnley,31,40,0.5,Disagree,Agree,The adviser moved on twice.\n"
	weight, language := "Weight", "en"
	scales := study.Scales{{Name: "Both", Items: study.Texts{"People", "Hours"}, How: "mean"}}
	_, _, _, err := w.ImportSurvey(w.t.Context(), w.people[0], w.project, app.SurveyUpload{Name: "SME survey.csv", Data: []byte(table), SurveyDefinition: app.SurveyDefinition{Weight: &weight, Language: &language, Strand: &strand, Scales: &scales}})
	must(w.t, err)
}

// talk are sources with pages, times, a recording, a former text and pseudonyms.
func (w *team) talk() app.SourceView {
	ctx, ann := w.t.Context(), w.people[0]
	strands, err := w.Strands(ctx, ann, w.project)
	must(w.t, err)
	strand := strands[0].ID
	vtt := "WEBVTT\n\n00:00:01.500 --> 00:00:04.000\n<v Helen Whinfield>We never trusted a bank.\n\n00:00:04.250 --> 00:00:06.000\n<v Amira Osei>And why not?\n\n00:00:06.000 --> 00:00:09.000\n<v Helen Whinfield>Because of 2008 😀.\n"
	talk, _, err := w.Import(ctx, ann, w.project, app.Upload{Name: "Talk.vtt", Data: []byte(vtt), Strand: strand, Language: "en-GB"})
	must(w.t, err)
	yes := true
	_, err = w.ChangeSpeaker(ctx, ann, w.project, talk.Speakers[1].ID, 0, app.SpeakerChange{Moderator: &yes})
	must(w.t, err)
	_, _, err = w.PutRecording(ctx, ann, w.project, talk.ID, "By phone.mp3", strings.NewReader("ID3"+w.word()))
	must(w.t, err)
	page, _, err := w.Import(ctx, ann, w.project, app.Upload{Name: "Letter.pdf", Data: []byte(refitest.PDF("The mill was sold in spring")), Strand: strand})
	must(w.t, err)
	_, err = w.Code(ctx, ann, w.project, app.NewCoding{Source: page.ID, Range: study.Range{Start: 4, End: 8}, Code: w.anyCodable()})
	must(w.t, err)
	for _, r := range []study.Range{{Start: 0, End: 24}, {Start: 3, End: 8}} {
		_, err = w.Code(ctx, w.people[1], w.project, app.NewCoding{Source: talk.ID, Range: r, Code: w.anyCodable()})
		must(w.t, err)
	}
	_, _, err = w.Correct(ctx, ann, w.project, talk.ID, app.Correction{Seen: 1, Why: "Misheard", Edits: []study.Edit{{Range: study.Range{Start: 3, End: 8}, Text: "hardly ever"}}})
	must(w.t, err)
	_, _, err = w.AddPseudonym(ctx, ann, w.project, "Helen Whinfield", "Joan")
	must(w.t, err)
	_, err = w.ApplyPseudonyms(ctx, ann, w.project, app.Replacing{Sources: study.IDs{talk.ID}})
	must(w.t, err)
	_, err = w.ChangeSource(ctx, ann, w.project, talk.ID, 0, app.SourceChange{Withheld: &yes})
	must(w.t, err)
	talk, err = w.Source(ctx, ann, w.project, talk.ID)
	must(w.t, err)
	return talk
}

// many are more cases than an entry of the journal lists, which are taken back and made again.
func (w *team) many() {
	ctx, ann := w.t.Context(), w.people[0]
	var table strings.Builder
	table.WriteString("Key;Name\n")
	for i := range 201 {
		fmt.Fprintf(&table, "M%d;Mill %d\n", i, i)
	}
	_, _, err := w.ImportCases(ctx, ann, w.project, byKey(table.String()))
	must(w.t, err)
	_, err = w.Undo(ctx, ann, w.project)
	must(w.t, err)
	_, err = w.Redo(ctx, ann, w.project)
	must(w.t, err)
}

func (w *team) anyCodable() study.ID {
	list, err := w.Codes(w.t.Context(), w.people[0], w.project)
	must(w.t, err)
	list = slices.DeleteFunc(list, func(c app.CountedCode) bool { return !c.Codable })
	one, err := pick(w, list)
	must(w.t, err)
	return one.ID
}

// defined are codes that say all that a code can say, one in the other.
func (w *team) defined() []study.ID {
	ctx, ann := w.t.Context(), w.people[0]
	passage := w.coded().PassageID
	outer, _, err := w.AddCode(ctx, ann, w.project, study.Code{Name: "Trust in " + w.word(), Color: "woad/open", Definition: "Who is believed\n\nand who not", Include: "it is said", Exclude: "it is hoped", Example: "“I do”", NearMiss: "“I did”",
		ExampleOf: passage, NearMissOf: passage, Codable: true}, nil)
	must(w.t, err)
	inner, _, err := w.AddCode(ctx, ann, w.project, study.Code{ParentID: outer.ID, Name: "In " + w.word(), Color: "#123456", Codable: false}, nil)
	must(w.t, err)
	return []study.ID{outer.ID, inner.ID}
}

// cases are a firm and a person of it with values of every kind, tied to all that a case can be.
func (w *team) cases(talk app.SourceView) (firm, person study.ID) {
	ctx, ann := w.t.Context(), w.people[0]
	options := study.Options{{Value: "food", Label: "Food = drink"}, {Value: "a=b"}, {Value: "metal"}}
	for _, v := range []study.Variable{{Name: "About", Sort: study.KindText, Label: "What is told\n\nof it"}, {Name: "Hands", Sort: study.KindInteger, Unit: "people", Missing: study.Texts{"-99", "refused"}, Of: "firm"}, {Name: "Share", Sort: study.KindDecimal},
		{Name: "Export", Sort: study.KindYesNo, Missing: study.Texts{"not asked"}}, {Name: "Since", Sort: study.KindDate}, {Name: "Trade", Sort: study.KindOne, Options: options}, {Name: "Sells", Sort: study.KindSeveral, Options: options, Of: "both"}} {
		_, _, err := w.AddVariable(ctx, ann, w.project, v)
		must(w.t, err)
	}
	anyOf := func(texts ...any) any { return texts[w.dice.IntN(len(texts))] }
	values := map[string]any{"About": w.word(), "Hands": anyOf(12.0, "refused"), "Share": 1.5, "Export": anyOf(true, false, "not asked"), "Since": "1998-02-28", "Trade": anyOf("food", "a=b"), "Sells": []any{"food", "metal"}}
	f, _, err := w.AddCase(ctx, ann, w.project, app.NewCase{Name: "Harbour Bakery", Sort: study.Firm, KeyText: "F12", Values: values})
	must(w.t, err)
	p, _, err := w.AddCase(ctx, ann, w.project, app.NewCase{Name: "Joan", Sort: study.Person, FirmID: f.ID, Values: map[string]any{"Share": -0.25}})
	must(w.t, err)
	for _, to := range []study.Link{{Kind: "source", ID: talk.ID}, {Kind: "speaker", ID: talk.Speakers[0].ID}, {Kind: "passage", ID: w.coded().PassageID}} {
		_, _, err := w.AddTie(ctx, ann, w.project, p.ID, app.NewTie{Link: to})
		must(w.t, err)
	}
	_, _, err = w.RefuseTie(ctx, ann, w.project, f.ID, app.NewTie{Link: study.Link{Kind: "speaker", ID: talk.Speakers[1].ID}})
	must(w.t, err)
	return f.ID, p.ID
}

// kept are what people keep for themselves and for the team, and what is on the review list.
func (w *team) kept(talk app.SourceView, codes []study.ID, firm study.ID) {
	ctx, ann := w.t.Context(), w.people[0]
	_, _, err := w.AddCodeSet(ctx, ann, w.project, study.CodeSet{Name: w.word(), Codes: codes})
	must(w.t, err)
	filter := study.SavedFilter{Strands: study.IDs{talk.StrandID}, Sources: study.IDs{talk.ID}, Speakers: study.Texts{"Joan"}, Codes: codes, Coders: study.IDs{ann.Account.ID}, Cases: study.IDs{firm}, Conditions: study.Texts{"Hands>=10"}}
	search, _, err := w.SaveSearch(ctx, ann, w.project, study.SavedSearch{Name: w.word(), Query: "trust* bank", SavedFilter: filter})
	must(w.t, err)
	_, _, err = w.AddReport(ctx, ann, w.project, study.Report{Name: w.word(), Parts: study.ReportParts{{Sort: study.PartText, Heading: "Why", Text: "*So*"}, {Sort: study.PartExcerpts, Heading: "Said", SavedFilter: filter, Searches: study.IDs{search.ID}}}})
	must(w.t, err)
	_, _, err = w.AddBookmark(ctx, ann, w.project, study.Bookmark{SourceID: talk.ID, Position: 4, Name: "here"})
	must(w.t, err)
	_, err = w.SetStopWords(ctx, ann, w.project, []string{"the", "mill"})
	must(w.t, err)
	question := w.word()
	_, err = w.ChangeStrand(ctx, ann, w.project, talk.StrandID, 0, app.StrandChange{Question: &question, Asked: (*study.IDs)(&codes)})
	must(w.t, err)
	definition := "Who is believed, and by whom"
	coding := w.coded()
	_, _, err = w.ChangeCode(ctx, ann, w.project, coding.CodeID, 0, app.CodeChange{Definition: &definition})
	must(w.t, err)
	_, _, err = w.ChangeCodings(ctx, ann, w.project, app.CodingBatch{Check: []study.ID{coding.ID}})
	must(w.t, err)
}

// coded is a coding, of which there are always some.
func (w *team) coded() study.Coding {
	w.t.Helper()
	ctx, ann := w.t.Context(), w.people[0]
	sources, err := w.Sources(ctx, ann, w.project, study.Filter{})
	must(w.t, err)
	var all []study.Coding
	for _, s := range sources {
		passages, err := w.Passages(ctx, ann, w.project, s.ID)
		must(w.t, err)
		for _, p := range passages {
			all = append(all, p.Codings...)
		}
	}
	one, err := pick(w, all)
	must(w.t, err)
	return one
}
