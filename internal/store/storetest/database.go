package storetest

import (
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
)

// OnBoth runs a test on SQLite and on PostgreSQL.
func OnBoth(t *testing.T, test func(t *testing.T, open Open)) {
	t.Run("SQLite", func(t *testing.T) { test(t, SQLite) })
	t.Run("PostgreSQL", func(t *testing.T) {
		server(t)
		test(t, Postgres)
	})
}

// SQLite gives an empty database in a folder of the test's own.
func SQLite(t *testing.T) store.Options { return store.Options{Folder: t.TempDir()} }

// Postgres gives an empty database on the server of SELVEDGE_TEST_POSTGRES, and drops it
// when the test ends. Without a server the test is skipped; in CI it fails.
func Postgres(t *testing.T) store.Options {
	t.Helper()
	address, err := url.Parse(server(t))
	if err != nil {
		t.Fatalf("SELVEDGE_TEST_POSTGRES: %v", err)
	}
	name := "selvedge_" + strings.ToLower(rand.Text()[:12])
	on := connect(t, "pgx", address.String())
	if _, err := on.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := on.Exec("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	address.Path = "/" + name
	return store.Options{URL: address.String(), Folder: t.TempDir()}
}

func server(t *testing.T) string {
	t.Helper()
	address := os.Getenv("SELVEDGE_TEST_POSTGRES")
	if address == "" && os.Getenv("CI") != "" {
		t.Fatal("SELVEDGE_TEST_POSTGRES is empty: in CI everything is tested on PostgreSQL as well; see .ci/with-postgres")
	}
	if address == "" {
		t.Skip("SELVEDGE_TEST_POSTGRES is empty, so nothing is tested on PostgreSQL here; run .ci/with-postgres go test ./...")
	}
	return address
}

// connect opens a database beside the store. The store brings the drivers.
func connect(t testing.TB, driver, address string) *sql.DB {
	t.Helper()
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// beside opens the database of a store for a test to look at it, or to harm it.
func beside(t testing.TB, o store.Options) *sql.DB {
	t.Helper()
	if o.URL != "" {
		return connect(t, "pgx", o.URL)
	}
	return connect(t, "sqlite", "file:"+filepath.Join(o.Folder, "selvedge.db")+"?_pragma=busy_timeout(10000)&_txlock=immediate")
}
