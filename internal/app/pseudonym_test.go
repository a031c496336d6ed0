package app_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestNamesAreReplacedWhereverTheyStandAndPassagesStayOnTheirWords(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		ctx := t.Context()
		add := func(name, pseudonym string) study.Named {
			p, _, err := w.AddPseudonym(ctx, w.lead, w.project, name, pseudonym)
			must(t, err)
			return p
		}
		add("Helen Whinfield", "Joan")
		add("quince harbour", "the long northern mill")
		preview, err := w.PreviewPseudonyms(ctx, w.lead, w.project, app.Replacing{})
		must(t, err)
		if preview.Total != 20 || preview.Shown != 20 || preview.Others < 22 {
			t.Errorf("the preview counts %d of %d, and %d others", preview.Shown, preview.Total, preview.Others)
		}
		spared := preview.Sources[0].Places[4]
		entry, err := w.ApplyPseudonyms(ctx, w.lead, w.project, app.Replacing{Except: []app.Place{{Source: w.source.ID, Start: spared.Start}}})
		must(t, err)
		source, content, err := w.Content(ctx, w.lead, w.project, w.source.ID)
		must(t, err)
		if n := strings.Count(content.Text, "the long northern mill"); n != 19 || strings.Count(content.Text, "quince harbour") != 1 || !source.Withheld {
			t.Errorf("%d names were replaced, withheld is %v", n, source.Withheld)
		}
		list, err := w.Passages(ctx, w.lead, w.project, w.source.ID)
		must(t, err)
		for _, p := range list {
			if !strings.HasSuffix(p.Text, "and nothing else.") || strings.Contains(p.Text, "\nIt was") != strings.HasPrefix(p.Text, "So what") && !strings.HasPrefix(p.Text, "What") {
				t.Errorf("a passage covers %q", p.Text)
			}
		}
		_, err = w.UndoEntry(ctx, w.lead, w.project, entry.Seq)
		must(t, err)
		if _, content, err = w.Content(ctx, w.lead, w.project, w.source.ID); err != nil || strings.Count(content.Text, "quince harbour") != 20 {
			t.Errorf("after the undo there are %d, %v", strings.Count(content.Text, "quince harbour"), err)
		}
	})
}

func TestNobodyButLeadsSeesANameThatHasAPseudonym(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		ctx, ben := t.Context(), w.people[1]
		_, _, err := w.AddPseudonym(ctx, w.lead, w.project, "Helen Whinfield", "Joan")
		must(t, err)
		_, err = w.ApplyPseudonyms(ctx, w.lead, w.project, app.Replacing{})
		must(t, err)
		for by, sees := range map[*study.Actor]bool{&w.lead: true, &ben: false} {
			entries, err := w.Journal(ctx, *by, w.project, app.JournalPage{})
			must(t, err)
			raw, err := json.Marshal(entries)
			must(t, err)
			if strings.Contains(string(raw), "Helen Whinfield") != sees {
				t.Errorf("that %s reads the name in the journal is not %v", by.Account.Name, sees)
			}
		}
		if _, err := w.Pseudonyms(ctx, ben, w.project); study.KindOf(err) != study.Forbidden {
			t.Errorf("the names: %v", err)
		}
	})
}

func TestTheUploadedFileAndFormerTextsOfReplacedNamesAreForLeads(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newWithdrawal(t, open)
		ctx, ben := t.Context(), w.people[1]
		_, _, err := w.AddPseudonym(ctx, w.lead, w.project, "quince", "pear")
		must(t, err)
		_, err = w.ApplyPseudonyms(ctx, w.lead, w.project, app.Replacing{})
		must(t, err)
		if _, _, err := w.Original(ctx, ben, w.project, w.source.ID); study.KindOf(err) != study.Forbidden {
			t.Errorf("the file: %v", err)
		}
		if _, err := w.ContentAt(ctx, ben, w.project, w.source.ID, 1); study.KindOf(err) != study.Forbidden {
			t.Errorf("the former text: %v", err)
		}
		if _, err := w.ContentAt(ctx, w.lead, w.project, w.source.ID, 1); err != nil {
			t.Errorf("the former text for a lead: %v", err)
		}
		withheld := false
		if _, err := w.ChangeSource(ctx, ben, w.project, w.source.ID, 0, app.SourceChange{Withheld: &withheld}); study.KindOf(err) != study.Forbidden {
			t.Errorf("a researcher unlocks it: %v", err)
		}
		_, err = w.ChangeSource(ctx, w.lead, w.project, w.source.ID, 0, app.SourceChange{Withheld: &withheld})
		must(t, err)
		if _, _, err := w.Original(ctx, ben, w.project, w.source.ID); err != nil {
			t.Errorf("the file, shown to all: %v", err)
		}
	})
}

func TestAPseudonymIsForOneNameAndItsRemovalCanBeUndone(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 1)
		ctx, lead := t.Context(), w.people[0]
		p, _, err := w.AddPseudonym(ctx, lead, w.project, " Helen   Whinfield ", "Joan")
		must(t, err)
		for name, pseudonym := range map[string]string{"helen whinfield": "Mary", "": "Mary", "Mary": "", "Same": "same"} {
			if _, _, err := w.AddPseudonym(ctx, lead, w.project, name, pseudonym); study.KindOf(err) != study.Invalid {
				t.Errorf("%q as %q: %v", name, pseudonym, err)
			}
		}
		p, _, err = w.ChangePseudonym(ctx, lead, w.project, p.ID, p.Version, "Mary")
		must(t, err)
		removed, err := w.RemovePseudonym(ctx, lead, w.project, p.ID)
		must(t, err)
		_, err = w.UndoEntry(ctx, lead, w.project, removed.Seq)
		must(t, err)
		list, err := w.Pseudonyms(ctx, lead, w.project)
		if err != nil || len(list) != 1 || list[0].Name != "Helen Whinfield" || list[0].Pseudonym.Pseudonym != "Mary" {
			t.Errorf("it came back as %+v, %v", list, err)
		}
		if _, err := w.UndoEntry(ctx, w.people[1], w.project, removed.Seq); study.KindOf(err) != study.Forbidden {
			t.Errorf("a researcher takes it back: %v", err)
		}
	})
}
