package app_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// exported gives the codebook as a file of a form.
func (w *team) exportedCodebook(form string) app.CodebookUpload {
	w.t.Helper()
	report, err := w.CodebookReport(w.t.Context(), w.people[0], w.project)
	must(w.t, err)
	at := slices.IndexFunc(publish.CodebookFormats, func(f publish.Format[publish.CodebookReport]) bool { return f.Extension == form })
	var out bytes.Buffer
	must(w.t, publish.CodebookFormats[at].Write(&out, report))
	return app.CodebookUpload{Name: "codes." + form, Data: out.Bytes()}
}

// importCodebook takes a codebook in, after a preview that must say the same.
func (w *team) importCodebook(u app.CodebookUpload) app.CodebookImport {
	w.t.Helper()
	ctx, lead := w.t.Context(), w.people[0]
	before := w.codebookNow()
	said, entry, err := w.ImportCodebook(ctx, lead, w.project, u, true)
	must(w.t, err)
	if after := w.codebookNow(); entry.Seq != 0 || !slices.Equal(before, after) {
		w.t.Fatalf("a preview changed the codebook, as entry %d:\n%v\n%v", entry.Seq, before, after)
	}
	done, entry, err := w.ImportCodebook(ctx, lead, w.project, u, false)
	must(w.t, err)
	if (entry.Seq != 0) != (done.New+done.Changed > 0) {
		w.t.Errorf("%d new and %d changed, and it is entry %d", done.New, done.Changed, entry.Seq)
	}
	if said.New != done.New || said.Changed != done.Changed || said.Unchanged != done.Unchanged || said.Absent != done.Absent || said.Refused != done.Refused {
		w.t.Errorf("the preview said %+v, done was %+v", said, done)
	}
	return done
}

// codebookNow is all that a table says of each code, by its path.
func (w *team) codebookNow() (out []string) {
	w.t.Helper()
	rows := w.codebookRows()
	for _, row := range rows[1:] {
		out = append(out, strings.Join(row, "|"))
	}
	return out
}

func (w *team) codebookRows() [][]string {
	w.t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(w.exportedCodebook("csv").Data, []byte("\ufeff")))).ReadAll()
	must(w.t, err)
	return rows
}

func tableUpload(t *testing.T, rows [][]string) app.CodebookUpload {
	t.Helper()
	var out bytes.Buffer
	must(t, csv.NewWriter(&out).WriteAll(rows))
	return app.CodebookUpload{Name: "codes.csv", Data: out.Bytes()}
}

func TestACodebookThatComesBackAsItWasChangesNothing(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 71)
		for range 12 {
			_ = w.reorganising(w.people[0]) // the dice may ask for what is refused
		}
		odd := "=1+1\n“quoted”, and\ta tab"
		codes, err := w.Codes(t.Context(), w.people[0], w.project)
		must(t, err)
		_, _, err = w.ChangeCode(t.Context(), w.people[0], w.project, codes[0].ID, 0, app.CodeChange{Definition: &odd, NearMiss: &odd})
		must(t, err)
		for _, form := range []string{"csv", "xlsx"} {
			if done := w.importCodebook(w.exportedCodebook(form)); done.New+done.Changed+done.Absent+done.Refused > 0 || done.Unchanged != len(codes) || len(done.Left) > 0 {
				t.Errorf("%s: %+v", form, done)
			}
		}
	})
}

func TestACodebookWithRandomEditsChangesExactlyThose(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 72)
		for round := range 8 {
			rows := w.codebookRows()
			at := func(column string) int { return slices.Index(rows[0], column) }
			edited, made := map[int]bool{}, 0
			for range 1 + w.dice.IntN(6) {
				i := 1 + w.dice.IntN(len(rows)-1-made)
				edited[i] = true
				switch w.dice.IntN(4) {
				case 0:
					rows[i][at("Definition")] += fmt.Sprint(" Changed in round ", round, ".")
				case 1:
					rows[i][at("Colour")] = fmt.Sprintf("#%06x", 1+w.dice.IntN(1<<23)*2)
				case 2:
					rename(rows[i], at("Code 1"), fmt.Sprint("Renamed ", round, " ", w.dice.IntN(1<<30)))
				default:
					delete(edited, i)
					row := make([]string, len(rows[0]))
					row[at("Code 1")] = fmt.Sprint("New ", round, " ", made)
					rows, made = append(rows, row), made+1
				}
			}
			done := w.importCodebook(tableUpload(t, rows))
			if done.New != made || done.Refused != 0 || done.Absent != 0 || done.Changed > len(edited) {
				t.Errorf("round %d: %d edited, %d made, and it is %+v", round, len(edited), made, done)
			}
			now := w.codebookRows()
			for i := range edited {
				if !slices.ContainsFunc(now, func(row []string) bool { return row[0] == rows[i][0] && sameSaid(row, rows[i], at("Colour")) }) {
					t.Errorf("round %d: row %d, %q, is not what the codebook says now", round, i, rows[i])
				}
			}
			if again := w.importCodebook(w.exportedCodebook("csv")); again.New+again.Changed > 0 {
				t.Errorf("round %d: once more it is %+v", round, again)
			}
		}
	})
}

// rename gives the code of a row another name: that in the last level that is filled.
func rename(row []string, first int, name string) {
	last := first
	for last+1 < len(row) && row[last+1] != "" && last-first < 2 {
		last++
	}
	row[last] = name
}

// sameSaid says whether two rows say the same of a code, but for its parents' names.
func sameSaid(a, b []string, from int) bool { return slices.Equal(a[from:from+7], b[from:from+7]) }

func TestACodeIsRenamedAndMovedByItsIDAndFoundByItsPathWithoutOne(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 73)
		group, _, err := w.AddCode(t.Context(), w.people[0], w.project, study.Code{Name: "Group", Codable: true}, nil)
		must(t, err)
		under, _, err := w.AddCode(t.Context(), w.people[0], w.project, study.Code{Name: "Under", ParentID: group.ID, Codable: true}, nil)
		must(t, err)
		done := w.importCodebook(tableUpload(t, [][]string{
			{"ID", "Code 1", "Code 2", "Definition"},
			{string(group.ID), "Renamed", "", ""},
			{string(under.ID), "Group", "Under", "It stays below the code that its parent became."},
			{"", "renamed", "Another", "Found by the names above it."},
			{"", "Heading of its own", "And under it", ""},
			{string(under.ID), "Twice", "", ""},
			{"", "Renamed", strings.Repeat("long ", 100), ""},
		}))
		if done.New != 3 || done.Changed != 2 || done.Refused != 2 || done.Unchanged != 0 {
			t.Errorf("it is %+v", done)
		}
		if whys := done.Faults; len(whys) != 2 || !strings.Contains(whys[0].Why+whys[1].Why, "Row 3 says already") {
			t.Errorf("refused are %+v", whys)
		}
		now := strings.Join(w.codebookNow(), "\n")
		for _, want := range []string{"|Renamed|Under|", "|Renamed|Another|", "|Heading of its own|And under it|"} {
			if !strings.Contains(now, want) {
				t.Errorf("%q is not in the codebook:\n%s", want, now)
			}
		}
		_, err = w.Undo(t.Context(), w.people[0], w.project)
		must(t, err)
		if now := strings.Join(w.codebookNow(), "\n"); !strings.Contains(now, "|Group|Under|") || strings.Contains(now, "Another") {
			t.Errorf("undone, it is\n%s", now)
		}
	})
}

func TestOnlyWhoMayChangeCodesImportsACodebook(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 74)
		u := w.exportedCodebook("csv")
		stranger, err := w.AddAccount(t.Context(), app.NewAccount{Email: "cy@example.org", Name: "Cy"})
		must(t, err)
		if _, _, err := w.ImportCodebook(t.Context(), study.Actor{Account: stranger}, w.project, u, true); study.KindOf(err) != study.NotFound {
			t.Errorf("a stranger's import is %v", err)
		}
		for name, data := range map[string]string{"codes.csv": "Weight\n3\n", "codes.docx": "no table", "codes.xlsx": "no workbook"} {
			if _, _, err := w.ImportCodebook(t.Context(), w.people[0], w.project, app.CodebookUpload{Name: name, Data: []byte(data)}, false); err == nil || study.KindOf(err) == study.Internal {
				t.Errorf("%s is %v", name, err)
			}
		}
	})
}

func TestACodebookOfAnotherProgramComesInAsATableDoes(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 75)
		var own bytes.Buffer
		_, err := w.ExportCodebook(t.Context(), w.people[0], w.project, &own)
		must(t, err)
		if done := w.importCodebook(app.CodebookUpload{Name: "codes.qdc", Data: own.Bytes()}); done.New+done.Changed+done.Refused > 0 {
			t.Errorf("what came back as it was is %+v", done)
		}
		theirs := `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Elsewhere 1"><Codes><Code guid="` + guid(1) + `" name="Trust" isCodable="true" color="#AA0000"><Description>Who is believed</Description><Code guid="` + guid(2) + `" name="In banks" isCodable="true"/></Code></Codes></CodeBook>`
		if done := w.importCodebook(app.CodebookUpload{Name: "theirs.qdc", Data: []byte(theirs)}); done.New != 2 || done.Changed+done.Refused > 0 {
			t.Errorf("another program's is %+v", done)
		}
		if now := strings.Join(w.codebookNow(), "\n"); !strings.Contains(now, guid(2)+"|Trust|In banks|") || !strings.Contains(strings.ToLower(now), "|#aa0000|who is believed|") {
			t.Errorf("the codebook is\n%s", now)
		}
		for _, bad := range []string{`<CodeBook`, `<CodeBook><Codes/></CodeBook>`, `<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes><Code guid="` + guid(3) + `" name="&a;" isCodable="true"/></Codes></CodeBook>`} {
			_, _, err := w.ImportCodebook(t.Context(), w.people[0], w.project, app.CodebookUpload{Name: "bad.qdc", Data: []byte(bad)}, false)
			if study.KindOf(err) == study.Internal {
				t.Errorf("%s came to %v", bad, err)
			}
		}
	})
}
