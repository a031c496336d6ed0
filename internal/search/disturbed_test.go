package search

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// disturbances are what can befall the files of an index in use, at any moment of a search.
var disturbances = map[string]func(t *testing.T, x *Index, d *database){
	"the folder is deleted":     func(_ *testing.T, x *Index, _ *database) { _ = os.RemoveAll(x.dir) }, // which may be written to meanwhile
	"the generation is deleted": func(t *testing.T, x *Index, d *database) { _ = os.RemoveAll(inUse(t, x, d)) },
	"its segments are deleted":  eachSegment(func(path string) { must(os.RemoveAll(path)) }),
	"its segments are cut short": eachSegment(func(path string) {
		_ = os.Truncate(path, 700) // a merge may have taken it away
	}),
	"its segments are emptied": eachSegment(func(path string) { _ = os.Truncate(path, 0) }),
	"bytes of its segments turn": eachSegment(func(path string) {
		if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			_, _ = f.WriteAt([]byte("turned to something else"), 40)
			must(f.Close())
		}
	}),
	"its list of segments is deleted":   func(t *testing.T, x *Index, d *database) { must(os.RemoveAll(boltIn(inUse(t, x, d)))) },
	"its list of segments is cut short": func(t *testing.T, x *Index, d *database) { _ = os.Truncate(boltIn(inUse(t, x, d)), 5000) },
	"its list of segments is emptied":   func(t *testing.T, x *Index, d *database) { _ = os.Truncate(boltIn(inUse(t, x, d)), 0) },
	"it is built anew":                  func(_ *testing.T, x *Index, d *database) { must(x.Rebuild(context.Background(), d.project)) },
}

func eachSegment(do func(path string)) func(*testing.T, *Index, *database) {
	return func(t *testing.T, x *Index, d *database) {
		for _, path := range segmentsIn(inUse(t, x, d)) {
			do(path)
		}
	}
}

func segmentsIn(path string) []string {
	segments, err := filepath.Glob(filepath.Join(path, "store", "*.zap"))
	must(err)
	return segments
}

// inUse is the folder of the generation that is searched, once there is one.
func inUse(t *testing.T, x *Index, d *database) (path string) {
	until(t, x, d, func(s *shelf) bool {
		if s.current != nil {
			path = s.current.path
		}
		return path != ""
	})
	return path
}

// blows is how often each disturbance comes.
const blows = 30

func TestAnswersAreRightWhileTheIndexIsDisturbed(t *testing.T) {
	for name, disturb := range disturbances {
		t.Run(name, func(t *testing.T) {
			d, x, _ := oneInterview(t)
			find(t, x, d, study.SearchQuery{})
			stop, searches := make(chan struct{}), atomic.Int64{}
			var work sync.WaitGroup
			for range 3 {
				work.Go(func() { searchOn(t, x, d, stop, &searches) })
			}
			for range blows {
				before := searches.Load()
				disturb(t, x, d)
				for searches.Load() < before+3 && !t.Failed() {
					find(t, x, d, study.SearchQuery{Text: "growth"})
				}
			}
			close(stop)
			work.Wait()
			expectRight(t, x, d)
		})
	}
}

// searchOn asks until it is told to stop, and sees to it that each answer is right.
func searchOn(t *testing.T, x *Index, d *database, stop chan struct{}, searches *atomic.Int64) {
	asked := []struct {
		q     string
		turns int
	}{{"growth", 5}, {`"barriers to growth"`, 2}, {"growth OR bank", 6}, {"xylophone", 0}, {"", 11}}
	for i := 0; ; i++ {
		select {
		case <-stop:
			return
		default:
		}
		one := asked[i%len(asked)]
		found, err := x.Search(context.Background(), d.project, study.SearchQuery{Text: one.q})
		searches.Add(1)
		if err != nil || found.Total != one.turns {
			t.Errorf("%q has %d turns and error %v, not %d", one.q, found.Total, err, one.turns)
			return
		}
	}
}
