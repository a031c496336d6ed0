package storetest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Tables are the rows of one project as the database has them: by table, each row as JSON, sorted.
type Tables map[string][]string

// Dump reads all rows of a project, past the store. It finds the tables by itself, so
// that none is forgotten.
func Dump(t testing.TB, o store.Options, project study.ID) Tables {
	t.Helper()
	db := beside(t, o)
	defer db.Close()
	out := Tables{}
	for table, query := range dumpQueries(t, o) {
		rows, err := db.Query(query, string(project))
		if err != nil {
			t.Fatal(err)
		}
		out[table] = column(t, rows)
		slices.Sort(out[table])
	}
	if len(out) < 10 {
		t.Fatalf("only these tables belong to a project: %v", slices.Sorted(maps.Keys(out)))
	}
	return out
}

// dumpQueries gives a query for each table that belongs to a project.
func dumpQueries(t testing.TB, o store.Options) map[string]string {
	t.Helper()
	db := beside(t, o)
	defer db.Close()
	list := `SELECT table_name || ' to_jsonb(x)::text' FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'project_id'
		UNION ALL SELECT 'projects to_jsonb(x)::text'`
	if o.URL == "" {
		list = `SELECT m.name || ' json_object(' || group_concat('''' || c.name || ''', "' || c.name || '"', ', ') || ')'
			FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY m.name HAVING m.name = 'projects' OR max(c.name = 'project_id') = 1`
	}
	rows, err := db.Query(list)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, line := range column(t, rows) {
		table, row, _ := strings.Cut(line, " ")
		key := "project_id"
		if table == "projects" {
			key = "id"
		}
		out[table] = fmt.Sprintf("SELECT %s FROM %s x WHERE %s = $1", row, table, key)
	}
	return out
}

// Undoable is the part of the tables that an undo restores: all but the journal, its
// counter, and the words that are no source's present ones, which are kept for that undo.
func (d Tables) Undoable() Tables {
	out := maps.Clone(d)
	delete(out, "journal")
	delete(out, "journal_asides")
	present := map[any]any{}
	for _, row := range d["sources"] {
		present[fields(row)["id"]] = fields(row)["revision"]
	}
	out["revisions"] = slices.DeleteFunc(slices.Clone(d["revisions"]), func(row string) bool { return present[fields(row)["source_id"]] != fields(row)["number"] })
	out["pages"] = slices.DeleteFunc(slices.Clone(d["pages"]), func(row string) bool { _, there := present[fields(row)["source_id"]]; return !there })
	out["projects"] = nil
	for _, row := range d["projects"] {
		columns := fields(row)
		delete(columns, "seq")
		kept, err := json.Marshal(columns)
		if err != nil {
			panic("a row that JSON can't hold: " + err.Error())
		}
		out["projects"] = append(out["projects"], string(kept))
	}
	return out
}

func fields(row string) map[string]any {
	out := map[string]any{}
	if err := json.Unmarshal([]byte(row), &out); err != nil {
		panic("a row that is not JSON: " + row)
	}
	return out
}

// Same says whether two dumps are equal, and reports the rows by which they differ.
func Same(t testing.TB, before, after Tables) bool {
	t.Helper()
	same := true
	tables := maps.Clone(before)
	maps.Copy(tables, after)
	for table := range tables {
		for _, row := range without(before[table], after[table]) {
			t.Errorf("gone from %s: %s", table, row)
			same = false
		}
		for _, row := range without(after[table], before[table]) {
			t.Errorf("new in %s: %s", table, row)
			same = false
		}
	}
	return same
}

func without(list, other []string) (out []string) {
	for _, row := range list {
		if _, found := slices.BinarySearch(other, row); !found {
			out = append(out, row)
		}
	}
	return out
}

type scanner interface {
	Next() bool
	Scan(into ...any) error
	Err() error
	Close() error
}

func column(t testing.TB, rows scanner) (out []string) {
	t.Helper()
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		out = append(out, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
