package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestTemporaryFilesLieBelowTheDataFolderAndForgottenOnesGo(t *testing.T) {
	data := t.TempDir()
	t.Setenv("TMPDIR", "")
	left := map[string]bool{"old": true, "new": false}
	for name, forgotten := range left {
		at := filepath.Join(data, "tmp", name)
		if err := os.MkdirAll(at, 0o700); err != nil {
			t.Fatal(err)
		}
		if when := time.Now().Add(-25 * time.Hour); forgotten {
			if err := os.Chtimes(at, when, when); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := temporaryBelow(data); err != nil {
		t.Fatal(err)
	}
	for name, gone := range left {
		if _, err := os.Stat(filepath.Join(data, "tmp", name)); os.IsNotExist(err) != gone {
			t.Errorf("%s is still there: %v", name, err == nil)
		}
	}
	if got := os.TempDir(); got != filepath.Join(data, "tmp") {
		t.Errorf("temporary files lie in %s", got)
	}
}

func TestASystemThatSaysWhereTemporaryFilesLieIsHeeded(t *testing.T) {
	data := t.TempDir()
	t.Setenv("TMPDIR", "/elsewhere")
	if err := temporaryBelow(data); err != nil || os.TempDir() != "/elsewhere" {
		t.Errorf("they lie in %s, %v", os.TempDir(), err)
	}
}
