package storetest

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var migrationClaims = []claim{
	{"migrating again changes nothing", func(t *testing.T, open Open) {
		d := furnished(t, open)
		schema, rows := schemaOf(t, d.options), d.dump(t)
		must(t, d.Migrate(t.Context()))
		if again := schemaOf(t, d.options); !slices.Equal(schema, again) {
			t.Errorf("the schema was\n%s\nand is\n%s", strings.Join(schema, "\n"), strings.Join(again, "\n"))
		}
		Same(t, rows, d.dump(t))
	}},
	{"several processes may migrate an empty database at once", func(t *testing.T, open Open) {
		o := open(t)
		stores := []*store.Store{opened(t, o), opened(t, o), opened(t, o), opened(t, o)}
		errs := make([]error, len(stores))
		var done sync.WaitGroup
		for i, s := range stores {
			done.Go(func() { errs[i] = s.Migrate(t.Context()) })
		}
		done.Wait()
		for i, err := range errs {
			if err != nil {
				t.Errorf("process %d: %v", i+1, err)
			}
		}
		must(t, stores[0].Ping(t.Context()))
	}},
	{"a database of a newer version is refused in words and left as it is", func(t *testing.T, open Open) {
		d := furnished(t, open)
		rows := d.dump(t)
		if _, err := beside(t, d.options).Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, true)"); err != nil {
			t.Fatal(err)
		}
		err := d.Migrate(t.Context())
		wantKind(t, err, study.Conflict)
		if err == nil || !strings.Contains(err.Error(), "newer Selvedge") {
			t.Errorf("the refusal says %v", err)
		}
		Same(t, rows, d.dump(t))
	}},
	{"a database that was never migrated does not count as ready", func(t *testing.T, open Open) {
		if err := opened(t, open(t)).Ping(t.Context()); err == nil {
			t.Error("an empty database answered as if it were ready")
		}
	}},
}

func schemaOf(t *testing.T, o store.Options) []string {
	t.Helper()
	query := "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1"
	if o.URL == "" {
		query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1"
	}
	rows, err := beside(t, o).Query(query)
	if err != nil {
		t.Fatal(err)
	}
	return column(t, rows)
}
