package app_test

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// The responses that are kept and followed by the journal are those that a server reads which
// has just begun, whatever became of them.
func TestResponsesAreTheSameToAServerThatFollowedThemAndToOneThatJustBegan(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		for i := range 260 { // more than an entry of the journal lists
			p.table = append(p.table, []string{fmt.Sprintf("G%03d", i), fmt.Sprintf("Mill %d", i), "", "Wyre", fmt.Sprint(i), "Agree", "home", ""})
		}
		p.bring()
		anew := p.beside()
		var done []study.Entry
		for step := range 25 {
			entry := p.turnOver(step, done)
			done = append(done, entry)
			if kept, read := p.rowsOf(), anew(); kept != read {
				t.Fatalf("after step %d, “%s”, the responses are kept as\n%s\nand read as\n%s", step, entry.Verb, kept, read)
			}
		}
	})
}

func TestOfAllSurveysTheLargestAreReadAhead(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		p := newPoll(t, open)
		p.bring()
		p.table = append(p.table, []string{"F5", "Tarn Tools", "", "Wyre", "4", "Agree", "home", ""})
		p.bring()
		s, err := store.Open(t.Context(), p.rows)
		must(t, err)
		defer func() { must(t, s.Close()) }()
		list, err := s.Read(t.Context()).LargestSurveys(1)
		must(t, err)
		if len(list) != 1 || list[0].ID != p.survey || list[0].ProjectID != p.project {
			t.Errorf("the largest survey is %v, not %s", list, p.survey)
		}
	})
}

// beside reads the responses as another server would that begins on the same database.
func (p *poll) beside() func() string {
	s, err := store.Open(p.t.Context(), p.rows)
	must(p.t, err)
	blobs, err := store.OpenBlobs(filepath.Join(p.rows.Folder, "files"))
	must(p.t, err)
	p.t.Cleanup(func() {
		must(p.t, s.Close())
		must(p.t, blobs.Close())
	})
	return func() string {
		other := *p.team
		other.App = app.New(s, blobs, p.t.TempDir(), slog.New(slog.DiscardHandler))
		defer other.Close()
		must(p.t, other.ReadAhead(p.t.Context()))
		there := *p
		there.team = &other
		return there.rowsOf()
	}
}

// turnOver changes a response or many of them, in one way after the other.
func (p *poll) turnOver(step int, done []study.Entry) study.Entry {
	row, town := 5+p.dice.IntN(len(p.table)-5), "Burnley"
	if step > 5 {
		town = fmt.Sprintf("Burnley %d", step-5)
	}
	entry, err := [](func() (study.Entry, error)){
		func() (study.Entry, error) { return p.tieSome() },
		func() (study.Entry, error) {
			p.table[row][3] = fmt.Sprintf("Town %d", step)
			return p.newer()
		},
		func() (study.Entry, error) {
			return p.rename("District", study.OptionRename{Was: town, Is: fmt.Sprintf("Burnley %d", step)})
		},
		func() (study.Entry, error) {
			for i := range p.table[1:] {
				p.table[i+1][4] = fmt.Sprint(step + i)
			}
			return p.newer()
		},
		func() (study.Entry, error) {
			return p.UndoEntry(p.t.Context(), p.lead, p.project, done[len(done)-1].Seq)
		},
	}[step%5]()
	must(p.t, err)
	return entry
}

func (p *poll) tieSome() (study.Entry, error) {
	list := p.responses()
	one := list[p.dice.IntN(len(list))]
	case_ := list[p.dice.IntN(len(list))].CaseID
	if case_ == one.CaseID {
		case_ = ""
	}
	return p.TieResponse(p.t.Context(), p.lead, p.project, p.survey, one.ID, case_)
}

func (p *poll) newer() (study.Entry, error) {
	_, entry, err := p.ImportResponses(p.t.Context(), p.lead, p.project, p.survey, p.upload())
	return entry, err
}
