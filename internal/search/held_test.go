package search

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// aSegment is a file of an index that is closed.
func aSegment(t *testing.T) string {
	d, x, _ := oneInterview(t)
	find(t, x, d, study.SearchQuery{})
	path := inUse(t, x, d)
	x.Close()
	return segmentIn(t, path)
}

func TestASegmentIsReadThroughACopyWithoutAName(t *testing.T) {
	path := aSegment(t)
	s, err := (&holding{copy: copyOf}).Open(path)
	must(err)
	defer s.Close()
	must(os.Truncate(path, 0))
	id, err := s.DocID(0)
	must(err)
	if len(id) == 0 {
		t.Error("a turn has no name")
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), heldFiles))
	must(err)
	expect(t, "copies with a name", len(left), 0)
}

func TestASegmentThatDiffersFromItsChecksumIsNotOpened(t *testing.T) {
	path := aSegment(t)
	scramble(path, 40, 3)
	if s, err := (&holding{copy: copyOf}).Open(path); err == nil {
		_ = s.Close()
		t.Error("it is opened")
	}
}

func TestOnAFullDiskASegmentIsReadFromItsFile(t *testing.T) {
	path := aSegment(t)
	full := &holding{copy: func(string) (string, error) { return "", fmt.Errorf("copying: %w", syscall.ENOSPC) }}
	s, err := full.Open(path)
	must(err)
	must(s.Close())
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the file is gone: %v", err)
	}
}
