package store

import (
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

func TestSQLiteFindsWhatBelongsTogetherWithoutGoingThroughTheProject(t *testing.T) {
	s, err := Open(t.Context(), Options{Folder: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	r, project, one := s.Read(t.Context()), study.NewID(), study.NewID()
	for name, read := range map[string]func() error{
		"the speakers of a source": func() error { _, err := r.Speakers(project, one); return err },
		"the passages of a source": func() error { _, err := r.Passages(project, one); return err },
		"the codings of a source":  func() error { _, err := r.Codings(project, one); return err },
		"the codings of a passage": func() error { _, err := r.CodingsOn(project, one); return err },
		"the codings of a code":    func() error { _, err := r.CodingsOf(project, one); return err },
		"the ties of a source":     func() error { _, err := r.TiesIn(project, one); return err },
		"the ties of a case":       func() error { _, err := r.TiesOf(project, one); return err },
		"the responses of a case":  func() error { _, err := r.ResponsesOf(project, one); return err },
		"the texts of a source":    func() error { _, err := r.Revisions(project, one); return err },
	} {
		t.Run(name, func(t *testing.T) {
			for _, step := range plansOf(t, s.read, read) {
				if strings.HasPrefix(step, "SCAN") || strings.HasSuffix(step, "(project_id=?)") {
					t.Error(step)
				}
			}
		})
	}
}

// plansOf says how SQLite goes about what is read.
func plansOf(t *testing.T, db *gorm.DB, read func() error) (plans []string) {
	type asked struct {
		sql  string
		vars []any
	}
	var all []asked
	note := func(q *gorm.DB) { all = append(all, asked{q.Statement.SQL.String(), slices.Clone(q.Statement.Vars)}) }
	if err := db.Callback().Query().After("gorm:query").Register("plans", note); err != nil {
		t.Fatal(err)
	}
	err := read()
	if err := db.Callback().Query().Remove("plans"); err != nil || len(all) == 0 {
		t.Fatal("nothing was read", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		var steps []struct{ Detail string }
		if err := db.Raw("EXPLAIN QUERY PLAN "+a.sql, a.vars...).Scan(&steps).Error; err != nil {
			t.Fatal(err)
		}
		for _, step := range steps {
			plans = append(plans, step.Detail)
		}
	}
	return plans
}
