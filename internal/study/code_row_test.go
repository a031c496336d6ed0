package study

import (
	"slices"
	"strings"
	"testing"
)

func codeRowsOf(t *testing.T, table ...[]string) ([]CodeRow, []string, []RefusedRow) {
	t.Helper()
	rows, left, refused, err := ReadCodeRows(Table{Columns: table[0], Rows: table[1:], First: 2}, false)
	if err != nil {
		t.Fatal(err)
	}
	return rows, left, refused
}

func pathsOf(rows []CodeRow) (out []string) {
	for _, r := range rows {
		out = append(out, strings.Join(r.Path, " > "))
	}
	return out
}

func TestACodebookIsReadInTheFormsThatPeopleKeepItIn(t *testing.T) {
	for form, table := range map[string][][]string{
		"a column a level":                    {{"Code 1", "Code 2", "Code 3"}, {"Capitals", "", ""}, {"Capitals", "Human", ""}, {"Capitals", "Human", "Skill"}, {"Themes"}},
		"an outline":                          {{"Level 1", "Level 2", "Level 3"}, {"Capitals"}, {"", "Human"}, {"", "", "Skill"}, {"Themes"}},
		"names and their parents":             {{"Parent code", "Code name"}, {"", "Capitals"}, {"Capitals", "Human"}, {"human", "Skill"}, {"", "Themes"}},
		"parents behind the codes under them": {{"Name", "Parent"}, {"Capitals", ""}, {"Human", "Capitals"}, {"Skill", "Human"}, {"Themes", ""}},
	} {
		rows, _, refused := codeRowsOf(t, table...)
		if got := pathsOf(rows); !slices.EqualFunc(got, []string{"Capitals", "Capitals > Human", "Capitals > Human > Skill", "Themes"}, strings.EqualFold) || len(refused) > 0 {
			t.Errorf("%s: %q, refused %v", form, got, refused)
		}
	}
}

func TestARowSaysWhatItsCellsSay(t *testing.T) {
	rows, left, _ := codeRowsOf(t,
		[]string{"ID", "Code", "Colour", "Definition", "Include when", "Used for coding", "Codings", "Weight"},
		[]string{"0192F3A0-0000-7000-8000-000000000001", "Banks", "woad/open", "'=money\r\nthat comes late", "", "no", "12", "3"},
		[]string{"17", "'- Grants", "", "Long" + CutMark, "said", "", "", ""})
	one, other := rows[0], rows[1]
	if one.ID != "0192f3a0-0000-7000-8000-000000000001" || *one.Color != "woad/open" || *one.Definition != "=money\nthat comes late" || *one.Include != "" || *one.Codable || one.Exclude != nil || one.Row != 2 {
		t.Errorf("the first row is %+v", one)
	}
	if other.ID != "" || other.Path[0] != "- Grants" || other.Color != nil || other.Definition != nil || *other.Include != "said" || other.Codable != nil {
		t.Errorf("the second row is %+v", other)
	}
	if !slices.Equal(left, []string{"Weight"}) {
		t.Errorf("left out are %q", left)
	}
}

func TestRowsThatAreNoCodeAreRefusedWithTheirNumber(t *testing.T) {
	rows, _, refused := codeRowsOf(t, []string{"Code 1", "Code 2", "Definition"}, []string{"", "Lost", ""}, []string{"Found", "", ""}, []string{"", "", "of nothing"}, []string{"", "", ""})
	if len(rows) != 1 || len(refused) != 2 || refused[0].Row != 2 || refused[1].Row != 4 || !strings.Contains(refused[0].Why, "“Lost” stands in level 2") {
		t.Errorf("rows %v, refused %+v", rows, refused)
	}
	rows, _, refused = codeRowsOf(t, []string{"Code", "Parent"}, []string{"Hen", "Egg"}, []string{"Egg", "Hen"})
	if len(rows) != 0 || len(refused) != 2 || !strings.Contains(refused[0].Why, "“Hen” stands under itself") {
		t.Errorf("rows %v, refused %+v", rows, refused)
	}
	for what, table := range map[string]Table{
		"no column":     {Columns: []string{"Weight", "Height"}, Rows: [][]string{{"1", "2"}}},
		"too many rows": {Columns: []string{"Code"}, Rows: make([][]string, MaxCodeRows+1)},
	} {
		if _, _, _, err := ReadCodeRows(table, false); err == nil {
			t.Errorf("%s: it was read", what)
		}
	}
}
