package app_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// withdrawal is a team with an interview whose participant wants to be erased.
type withdrawal struct {
	*team
	lead    study.Actor
	source  app.SourceView
	helen   study.Speaker
	phrases []string
}

// phrase is what the participant says in one turn, as nobody else does.
func phrase(i int) string { return fmt.Sprintf("quince harbour ledger%d under sparrow%d", i, i) }

func newWithdrawal(t *testing.T, open storetest.Open) *withdrawal {
	w := &withdrawal{team: newTeam(t, open, 3)}
	w.lead = w.people[0]
	var text strings.Builder
	for i := range 20 {
		w.phrases = append(w.phrases, phrase(i))
		fmt.Fprintf(&text, "Amira Osei: What came of it, number %d, in the year after?\nHelen Whinfield: It was the %s, and nothing else.\n", i, phrase(i))
	}
	strands, err := w.Strands(t.Context(), w.lead, w.project)
	must(t, err)
	upload := app.Upload{Name: "Helen Whinfield.txt", Data: []byte(text.String()), Strand: strands[0].ID}
	w.source, _, err = w.Import(t.Context(), w.lead, w.project, upload)
	must(t, err)
	for _, s := range w.source.Speakers {
		if s.Name == "Helen Whinfield" {
			w.helen = s
		}
	}
	w.mark()
	return w
}

// mark has words of the participant coded, quoted and corrected, as in a study.
func (w *withdrawal) mark() {
	t, ctx := w.t, w.t.Context()
	_, content, err := w.Content(ctx, w.lead, w.project, w.source.ID)
	must(t, err)
	code, _, err := w.AddCode(ctx, w.lead, w.project, study.Code{Name: "Ledgers", Definition: "Such as: " + phrase(3), Codable: true}, nil)
	must(t, err)
	for i := range 20 {
		for _, r := range []study.Range{content.Turns[2*i+1].Range, content.Turns[2*i].Around(content.Turns[2*i+1].Range)} {
			coded, err := w.Code(ctx, w.people[i%2], w.project, app.NewCoding{Source: w.source.ID, Range: r, Code: code.ID})
			must(t, err)
			_, _, err = w.AddMemo(ctx, w.people[1], w.project, app.NewMemo{Memo: study.Memo{Body: "She says “" + phrase(i) + "” here", TargetKind: "passage", TargetID: coded.PassageID}})
			must(t, err)
		}
	}
	m, _, err := w.AddMemo(ctx, w.lead, w.project, app.NewMemo{Memo: study.Memo{Body: "Mine. " + phrase(7) + ", as Helen Whinfield says", TargetKind: "code", TargetID: code.ID}})
	must(t, err)
	_, err = w.RemoveMemo(ctx, w.lead, w.project, m.ID)
	must(t, err)
	_, _, err = w.AddMemo(ctx, w.lead, w.project, app.NewMemo{Memo: study.Memo{Body: "Kept, but not " + phrase(8), TargetKind: "project", TargetID: w.project}})
	must(t, err)
	_, _, err = w.AddBookmark(ctx, w.lead, w.project, study.Bookmark{SourceID: w.source.ID, Position: 90, Name: phrase(1)})
	must(t, err)
	_, _, err = w.Correct(ctx, w.lead, w.project, w.source.ID, app.Correction{Seen: 1, Edits: []study.Edit{{Range: study.Range{Start: 0, End: 4}, Text: "So what"}}})
	must(t, err)
	_, err = w.Search(ctx, w.lead, w.project, study.SearchQuery{Text: "sparrow3"})
	must(t, err)
}

// found is where words of the participant still are: rows and files, except what outlives it in the name.
func (w *withdrawal) found() []string {
	w.t.Helper()
	return w.places(append([]string{"sparrow3", "Helen Whinfield"}, w.phrases...)...)
}

// places are the tables and files of the team in which phrases stand.
func (w *team) places(phrases ...string) (out []string) {
	w.t.Helper()
	look := func(where string, in []byte) {
		for _, phrase := range phrases {
			if bytes.Contains(in, []byte(phrase)) {
				out = append(out, where+": "+phrase)
			}
		}
	}
	for table, rows := range storetest.Dump(w.t, w.rows, w.project) {
		look("table "+table, []byte(strings.Join(rows, "\n")))
	}
	err := filepath.WalkDir(w.rows.Folder, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			var raw []byte
			raw, err = os.ReadFile(name)
			look(strings.TrimPrefix(name, w.rows.Folder), raw)
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil // the index has merged it into another, which is looked at too
		}
		return err
	})
	must(w.t, err)
	return out
}

func TestAParticipantsWordsAreNowhereAfterTheyWereErased(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		before := strings.Join(w.found(), "\n")
		for _, place := range []string{"table revisions", "table journal", "table memos", "table codes", "table bookmarks", "table speakers", "/index", "/files"} {
			if !strings.Contains(before, place) {
				t.Fatalf("nothing is in %s that could be erased; only\n%s", place, before)
			}
		}
		what := app.Erasing{Speakers: study.IDs{w.helen.ID}}
		foreseen, err := w.PreviewErasure(t.Context(), w.lead, w.project, what)
		must(t, err)
		report, entry, err := w.Erase(t.Context(), w.lead, w.project, what)
		must(t, err)
		if report != foreseen || report.Turns != 20 || report.Passages != 20 || report.Codings != 20 || report.Texts != 2 || report.Files != 1 {
			t.Errorf("foreseen was %+v, and it was %+v", foreseen, report)
		}
		if left := w.found(); len(left) > 0 {
			t.Errorf("still there: %q", left)
		}
		_, content, err := w.Content(t.Context(), w.lead, w.project, w.source.ID)
		must(t, err)
		if !strings.Contains(content.Text, "number 19") || strings.Count(content.Text, study.ErasedMark) != 20 {
			t.Errorf("what others said reads %q", content.Text)
		}
		if _, err := w.UndoEntry(t.Context(), w.lead, w.project, entry.Seq); study.KindOf(err) != study.Invalid {
			t.Errorf("taking it back: %v", err)
		}
		if _, _, err := w.Original(t.Context(), w.lead, w.project, w.source.ID); study.KindOf(err) != study.NotFound {
			t.Errorf("the uploaded file: %v", err)
		}
	})
}

func TestPassagesThatReachIntoWhatOthersSaidStayThere(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		_, _, err := w.Erase(t.Context(), w.lead, w.project, app.Erasing{Speakers: study.IDs{w.helen.ID}})
		must(t, err)
		list, err := w.Passages(t.Context(), w.lead, w.project, w.source.ID)
		must(t, err)
		if len(list) != 20 {
			t.Fatalf("%d passages are left", len(list))
		}
		for i, p := range list {
			if !strings.Contains(p.Text, fmt.Sprintf("number %d, in the year after", i)) || len(p.Codings) != 1 {
				t.Errorf("passage %d covers %q with %d codings", i, p.Text, len(p.Codings))
			}
		}
	})
}

func TestASourceThatWasDeletedCanStillBeErased(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		removed, err := w.RemoveSource(t.Context(), w.lead, w.project, w.source.ID)
		must(t, err)
		if len(w.found()) == 0 {
			t.Fatal("a deleted source can't be brought back")
		}
		_, _, err = w.Erase(t.Context(), w.lead, w.project, app.Erasing{Sources: study.IDs{w.source.ID}, Phrases: []string{"Helen Whinfield"}})
		must(t, err)
		if left := w.found(); len(left) > 0 {
			t.Errorf("still there: %q", left)
		}
		if _, err := w.UndoEntry(t.Context(), w.lead, w.project, removed.Seq); study.KindOf(err) != study.Conflict {
			t.Errorf("bringing back a source whose text is gone: %v", err)
		}
	})
}

func TestTheUploadedFileCanBeErasedAndTheTextStays(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		_, before, err := w.Content(t.Context(), w.lead, w.project, w.source.ID)
		must(t, err)
		_, err = w.EraseOriginal(t.Context(), w.lead, w.project, w.source.ID)
		must(t, err)
		_, after, err := w.Content(t.Context(), w.lead, w.project, w.source.ID)
		must(t, err)
		if after.Text != before.Text {
			t.Error("the text is another")
		}
		for _, where := range w.found() {
			if strings.HasPrefix(where, "/files") {
				t.Error(where)
			}
		}
		if list, err := w.Revisions(t.Context(), w.lead, w.project, w.source.ID); err != nil || len(list) != 1 {
			t.Errorf("former texts: %v, %v", list, err)
		}
	})
}

func TestAFileThatSeveralSourcesWereMadeOfGoesForAllOfThem(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		_, file, err := w.Original(t.Context(), w.lead, w.project, w.source.ID)
		must(t, err)
		twin, _, err := w.Import(t.Context(), w.lead, w.project, app.Upload{Name: "again.txt", Data: file, Strand: w.source.StrandID})
		must(t, err)
		_, _, err = w.Erase(t.Context(), w.lead, w.project, app.Erasing{Sources: study.IDs{w.source.ID}})
		must(t, err)
		for _, where := range w.found() {
			if strings.HasPrefix(where, "/files") {
				t.Error(where)
			}
		}
		if _, _, err := w.Original(t.Context(), w.lead, w.project, twin.ID); study.KindOf(err) != study.NotFound {
			t.Errorf("the file of the other source: %v", err)
		}
	})
}

func TestARecordingGoesWithTheWordsThatAreHeardInIt(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		other, err := w.anySource(w.lead)
		must(t, err)
		for _, source := range []study.ID{w.source.ID, other.ID} {
			_, _, err := w.PutRecording(t.Context(), w.lead, w.project, source, "talk.mp3", strings.NewReader("ID3 "+strings.Join(w.phrases, " ")))
			must(t, err)
		}
		report, _, err := w.Erase(t.Context(), w.lead, w.project, app.Erasing{Speakers: study.IDs{w.helen.ID}})
		must(t, err)
		if left := w.found(); len(left) > 0 || report.Files != 2 {
			t.Errorf("of %d files these are still there: %q", report.Files, left)
		}
		for _, source := range []study.ID{w.source.ID, other.ID} {
			if _, _, err := w.Recording(t.Context(), w.lead, w.project, source); study.KindOf(err) != study.NotFound {
				t.Errorf("the recording of %s: %v", source, err)
			}
		}
	})
}

func TestOnlyLeadsErase(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		_, _, err := w.Erase(t.Context(), w.people[1], w.project, app.Erasing{Speakers: study.IDs{w.helen.ID}})
		if study.KindOf(err) != study.Forbidden {
			t.Error(err)
		}
		if _, _, err := w.Erase(t.Context(), w.lead, w.project, app.Erasing{}); study.KindOf(err) != study.Invalid {
			t.Errorf("erasing nobody: %v", err)
		}
	})
}

// looked gives the prints that are kept of what everyone found when they looked at saved searches.
func (w *withdrawal) looked() (out []string) {
	w.t.Helper()
	for _, row := range storetest.Dump(w.t, w.rows, w.project)["search_looks"] {
		var look struct{ Hits string }
		must(w.t, json.Unmarshal([]byte(row), &look))
		out = append(out, look.Hits)
	}
	return out
}

func TestPrintsOfWordsThatSomebodyLookedAtGoWithTheWords(t *testing.T) {
	erase := map[string]func(w *withdrawal) error{
		"what she said": func(w *withdrawal) error {
			_, _, err := w.Erase(w.t.Context(), w.lead, w.project, app.Erasing{Speakers: study.IDs{w.helen.ID}})
			return err
		},
		"the uploaded file": func(w *withdrawal) error {
			_, err := w.EraseOriginal(w.t.Context(), w.lead, w.project, w.source.ID)
			return err
		},
	}
	for what, erased := range erase {
		t.Run(what, func(t *testing.T) {
			storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
				w := newWithdrawal(t, open)
				s, _, err := w.SaveSearch(t.Context(), w.lead, w.project, study.SavedSearch{Name: "Harbours", Query: "quince harbour"})
				must(t, err)
				for _, who := range w.people {
					must(t, w.LookAtSearch(t.Context(), who, w.project, s.ID))
				}
				if kept := w.looked(); len(kept) != 2 || kept[0] == "" || kept[1] == "" {
					t.Fatalf("of two looks is kept %q", kept)
				}
				must(t, erased(w))
				if kept := w.looked(); len(kept) != 2 || kept[0] != "" || kept[1] != "" {
					t.Errorf("of two looks there is still %q", kept)
				}
				w.looksAgain(s.ID)
			})
		})
	}
}

// looksAgain looks at a saved search after an erasure, and brings one turn more that it finds.
func (w *withdrawal) looksAgain(search study.ID) {
	w.t.Helper()
	must(w.t, w.LookAtSearch(w.t.Context(), w.lead, w.project, search))
	before, err := w.SearchNews(w.t.Context(), w.lead, w.project, search)
	must(w.t, err)
	w.bringing("After", "Jo: A quince in the harbour.\n")
	after, err := w.SearchNews(w.t.Context(), w.lead, w.project, search)
	must(w.t, err)
	if before.New != 0 || after.New != 1 || after.Total != before.Total+1 {
		w.t.Errorf("a look after it finds %+v, and with one turn more %+v", before, after)
	}
}
