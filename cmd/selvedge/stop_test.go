package main

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

func TestAServerThatIsToldToStopEndsWhatItHasBegunAndItsStreams(t *testing.T) {
	onBoth(t, func(t *testing.T, database string) {
		p := start(t, t.TempDir(), database).signIn()
		d := p.desk()
		stream, err := p.http.Get(p.url + d.base + "/events?after=0")
		must(t, err)
		defer stream.Body.Close()
		wrong, answered := p.codeUntilGone(d, 60)
		if err := p.cmd.Wait(); err != nil {
			t.Errorf("it ended with %v", err)
		}
		if len(wrong) > 0 || answered < 60 {
			t.Errorf("of %d answers %v were not 201", answered, wrong)
		}
	})
}

// codeUntilGone codes with several clients, tells the server to stop after some answers, and
// goes on until nobody answers. It gives the answers that were no success, and how many came.
func (p *process) codeUntilGone(d desk, enough int64) (wrong []int, answered int64) {
	var mu sync.Mutex
	var work sync.WaitGroup
	var at, got atomic.Int64
	for range clients {
		work.Go(func() {
			for {
				status, err := p.try("POST", d.base+"/codings", "application/json", strings.NewReader(d.coding(int(at.Add(1))*10)), nil)
				if err != nil {
					return // nobody answers any more
				}
				if status != http.StatusCreated {
					mu.Lock()
					wrong = append(wrong, status)
					mu.Unlock()
				}
				if got.Add(1) == enough {
					_ = p.cmd.Process.Signal(syscall.SIGTERM)
				}
			}
		})
	}
	ended := make(chan struct{})
	go func() { work.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(30 * time.Second):
		p.t.Fatal("it still answers 30 seconds after it was told to stop")
	}
	return wrong, got.Load()
}
