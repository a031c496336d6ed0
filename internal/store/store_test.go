package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/store/storetest"
)

func TestBothDatabasesKeepAStudyAlike(t *testing.T) {
	storetest.OnBoth(t, storetest.Run)
}

func TestADataFolderMayHaveAnyName(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "50% Zoë's #1 study?mode=ro")
	s := storetest.Migrated(t, store.Options{Folder: folder})
	if err := s.Ping(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "selvedge.db")); err != nil {
		t.Errorf("the database is elsewhere: %v", err)
	}
}

func TestAnAddressOfAnotherKindOfDatabaseIsRefused(t *testing.T) {
	_, err := store.Open(t.Context(), store.Options{URL: "mysql://localhost/selvedge"})
	if err == nil || !strings.Contains(err.Error(), "postgres://") {
		t.Errorf("it says %v", err)
	}
}

func TestAServerThatDoesNotAnswerIsAnErrorWithoutThePassword(t *testing.T) {
	_, err := store.Open(t.Context(), store.Options{URL: "postgres://selvedge:hunter2@127.0.0.1:1/selvedge?connect_timeout=5"})
	if err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("it says %v", err)
	}
}
