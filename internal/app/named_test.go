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

// namesFound gives what a query finds beside turns, as "kind name [words] part [words]", words
// being those that are marked.
func (w *team) namesFound(by study.Actor, query string) (out []string) {
	w.t.Helper()
	all, err := w.Named(w.t.Context(), by, w.project, query)
	must(w.t, err)
	for _, kind := range all {
		for _, hit := range kind.Items {
			said := fmt.Sprintf("%s %s %q", kind.Kind, hit.Name, inMarks(hit.Name, hit.Marks))
			if hit.Part != "" {
				said += fmt.Sprintf(" %s %q", hit.Part, inMarks(hit.Text, hit.Found))
			}
			out = append(out, said)
		}
	}
	return out
}

func inMarks(text string, marks [][2]int) (out []string) {
	for _, m := range marks {
		out = append(out, string([]rune(text)[m[0]:m[1]]))
	}
	return out
}

func TestOneBoxFindsTitlesSpeakersMemosCodesAndCases(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 21)
		ann, ben := w.people[0], w.people[1]
		source := w.bringing("M07 Xylophone makers", "Xyla Firth: The bank said no.\nMo: And?\n")
		w.bringing("M08 Another", "Xyla Firth: We sold it.\nMo: And?\nXyla Firth: No more.\n")
		code, _, err := w.AddCode(t.Context(), ann, w.project, study.Code{Name: "Wood", Definition: "What is said of “xylophones” – and their makers.", Exclude: "Banks", Codable: true}, nil)
		must(t, err)
		memo, _, err := w.AddMemo(t.Context(), ben, w.project, app.NewMemo{Memo: study.Memo{Body: "Why does **nobody** lend to a xylophone maker?", TargetKind: "code", TargetID: code.ID}})
		must(t, err)
		_, _, err = w.AddCase(t.Context(), ann, w.project, app.NewCase{Name: "Xylophones of Nelson"})
		must(t, err)
		for query, want := range map[string][]string{
			"xylophone makers":                  {`code Wood [] definition ["xylophones" "makers"]`, `memo  [] text ["xylophone" "maker"]`, `source M07 Xylophone makers ["Xylophone" "makers"] `},
			`"xylophone maker" NOT lend`:        {`source M07 Xylophone makers ["Xylophone makers"] `},
			"xylophone code:wood NOT coder:ann": {`code Wood [] definition ["xylophones"]`, `memo  [] text ["xylophone"]`, `source M07 Xylophone makers ["Xylophone"] `, `case Xylophones of Nelson ["Xylophones"] `},
			"=xylophones":                       {`code Wood [] definition ["xylophones"]`, `case Xylophones of Nelson ["Xylophones"] `},
			"wood xylo* bank":                   {`code Wood ["Wood"] definition ["xylophones"]`},
			"xyla OR near/3(nobody xylophon*)":  {`speaker Xyla Firth ["Xyla"] `},
			"then/4(nobody xylophon*)":          {`memo  [] text ["nobody" "xylophone"]`},
			"xylophone nowhere":                 nil,
			"code:wood":                         nil,
			`="xylophone maker?"`:               {`memo  [] text ["xylophone maker"]`},
		} {
			if got := w.namesFound(ben, query); !slices.EqualFunc(got, want, func(a, b string) bool { return a == strings.TrimSpace(b) }) {
				t.Errorf("%s finds %q, not %q", query, got, want)
			}
		}
		all, err := w.Named(t.Context(), ben, w.project, "xyla")
		must(t, err)
		if len(all) != 1 || len(all[0].Items) != 1 || len(all[0].Items[0].In) != 2 || !slices.Contains(all[0].Items[0].In, source.ID) {
			t.Errorf("a speaker of two sources is %+v", all)
		}
		body := "Nothing"
		_, _, err = w.ChangeMemo(t.Context(), ben, w.project, memo.ID, 0, app.MemoChange{Body: &body})
		must(t, err)
		if got := w.namesFound(ben, "nobody xylophone"); got != nil {
			t.Errorf("a memo that was rewritten is found as %q", got)
		}
	})
}

func TestOfEachKindTwentyAreGivenThoseFoundByTheirNamesFirst(t *testing.T) {
	w := newTeam(t, storetest.SQLite, 22)
	for i := range 25 {
		_, _, err := w.AddMemo(t.Context(), w.people[0], w.project, app.NewMemo{Memo: study.Memo{Title: fmt.Sprint("Memo ", i), Body: "About a xylophone.", TargetKind: "project", TargetID: w.project}})
		must(t, err)
	}
	_, _, err := w.AddMemo(t.Context(), w.people[0], w.project, app.NewMemo{Memo: study.Memo{Title: "Xylophones", TargetKind: "project", TargetID: w.project}})
	must(t, err)
	_, _, err = w.AddMemo(t.Context(), w.people[0], w.project, app.NewMemo{Memo: study.Memo{Title: "The last", Body: strings.Repeat("So it was. ", 30) + "A xylophone again.", TargetKind: "project", TargetID: w.project}})
	must(t, err)
	all, err := w.Named(t.Context(), w.people[0], w.project, "xylophone")
	must(t, err)
	if len(all) != 1 || all[0].Total != 27 || len(all[0].Items) != study.MostNamed || all[0].Items[0].Name != "Xylophones" || all[0].Items[1].Name != "The last" {
		t.Fatalf("found %+v", all)
	}
	if long := all[0].Items[1]; !strings.HasPrefix(long.Text, "…") || !slices.Equal(inMarks(long.Text, long.Found), []string{"xylophone"}) {
		t.Errorf("of a long text stands %q, marked %q", long.Text, inMarks(long.Text, long.Found))
	}
}

func TestWhoIsNoMemberFindsNoNames(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 23)
		account, err := w.AddAccount(t.Context(), app.NewAccount{Email: "cy@example.org", Name: "Cy"})
		must(t, err)
		cy := study.Actor{Account: account}
		if _, err := w.Named(t.Context(), cy, w.project, "bank"); study.KindOf(err) != study.NotFound {
			t.Errorf("a stranger gets %v", err)
		}
		must(t, w.AddMember(t.Context(), w.people[0], w.project, account.ID, study.Reader))
		if _, err := w.Named(t.Context(), cy, w.project, "bank"); err != nil {
			t.Errorf("a reader gets %v", err)
		}
		if _, err := w.Named(t.Context(), cy, w.project, "(bank"); study.KindOf(err) != study.Invalid {
			t.Errorf("a query that can't be read gives %v", err)
		}
	})
}
