package app_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func TestACodeListInAFileOfItsOwnLabelsValuesAndSaysWhichAreMissing(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		_, _, err := p.AddPseudonym(t.Context(), p.lead, p.project, "Colin Prowse", "Mr Reed")
		must(t, err)
		u := p.upload()
		u.Codes = app.CodesUpload{Name: "codes.csv", Data: []byte("Variable,Value,Label,Missing?\nDistrict,,Where is Colin Prowse?,\n,Wyre,On the Wyre,no\n,Burnley,,yes\nStaff,31,,yes\n,-5,Not asked,yes\n")}
		preview, err := p.PreviewSurvey(t.Context(), p.lead, p.project, u)
		must(t, err)
		if l := preview.Labels; l == nil || !l.File || l.Missing != "Missing?" || l.Value != "Value" {
			t.Errorf("the code list is %+v", l)
		}
		made, _, _, err := p.ImportSurvey(t.Context(), p.lead, p.project, u)
		must(t, err)
		for _, s := range []study.Survey{preview.Definition, made} {
			place, _ := s.Question("District")
			if !slices.Equal(place.Options, study.Options{{Value: "Wyre", Label: "On the Wyre"}}) || !slices.Equal(place.Missing, study.Texts{"Burnley"}) || place.Label != "Where is Mr Reed?" {
				t.Errorf("the district is %+v", place)
			}
			staff, _ := s.Question("Staff")
			if staff.Sort != study.AskNumber || !slices.Contains(staff.Missing, "31") || !slices.Contains(staff.Missing, "-5") {
				t.Errorf("the staff is %+v", staff)
			}
		}
	})
}

func TestAFileOfCodesThatIsNoneIsRefused(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		for said, c := range map[string]struct {
			codes  app.CodesUpload
			labels *app.CodeList
		}{
			"“codes.csv”: none of its columns is called":      {app.CodesUpload{Name: "codes.csv", Data: []byte("a,b\n1,2\n")}, nil},
			"“codes” is no table":                             {app.CodesUpload{Name: "codes.txt", Data: []byte("Nothing.")}, nil},
			"“codes.csv”: The code list has no column “What”": {app.CodesUpload{Name: "codes.csv", Data: []byte("a,b\n1,2\n")}, &app.CodeList{File: true, Variable: "a", Label: "What"}},
		} {
			u := p.upload()
			u.Codes, u.Labels = c.codes, c.labels
			if _, err := p.PreviewSurvey(t.Context(), p.lead, p.project, u); study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), said) {
				t.Errorf("%q, not: %v", said, err)
			}
		}
	})
}
