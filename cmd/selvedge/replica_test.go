package main

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/store/storetest"
)

// screen follows a project's events as a browser does and passes on what it is told.
func (p *process) screen(ctx context.Context, d desk) <-chan string {
	p.t.Helper()
	r, err := http.NewRequestWithContext(ctx, "GET", p.url+d.base+"/events", nil)
	must(p.t, err)
	answer, err := p.http.Do(r)
	must(p.t, err)
	told := make(chan string, 4096)
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 1<<20)
	if !lines.Scan() || !strings.HasPrefix(lines.Text(), ": following") {
		p.t.Fatal("the stream of events did not begin")
	}
	go func() {
		defer answer.Body.Close()
		defer close(told)
		for lines.Scan() {
			if data, found := strings.CutPrefix(lines.Text(), "data: "); found {
				told <- data
			}
		}
	}()
	return told
}

// awaitOn waits until a screen is told of something.
func awaitOn(t *testing.T, told <-chan string, what string) time.Duration {
	t.Helper()
	began := time.Now()
	late := time.After(time.Second)
	for {
		select {
		case data := <-told:
			if strings.Contains(data, what) {
				return time.Since(began)
			}
		case <-late:
			t.Fatalf("a second later the other screen knows nothing of %s", what)
		}
	}
}

func TestTwoProcessesOnOnePostgreSQLShowEachOthersCodings(t *testing.T) {
	database := storetest.Postgres(t).URL
	one := start(t, t.TempDir(), database).signIn()
	d := one.desk()
	secondFolder := t.TempDir()
	two := start(t, secondFolder, database).signIn()
	told := two.screen(t.Context(), d)

	made := one.make(d.base+"/codings", d.coding(0))
	seen := awaitOn(t, told, string(made))
	found := within(t, time.Second, "the coding in the other process' search", func() bool { return two.turnsCodedByIndex(d) == 1 })
	t.Logf("on the other screen after %v, in its search after %v more", seen, found)

	two.kill()
	for i := 1; i <= 20; i++ {
		one.make(d.base+"/codings", d.coding(i*100))
	}
	two = start(t, secondFolder, database).signIn()
	if rows, index := one.turnsCodedByRows(d), two.turnsCodedByIndex(d); rows != index || rows < 20 {
		t.Errorf("after its restart the second process finds %d coded turns, the first has %d", index, rows)
	}
	told = two.screen(t.Context(), d)
	awaitOn(t, told, string(one.make(d.base+"/codings", d.coding(5000))))
}

func TestDeletingTheIndexFolderWhileItRunsLosesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, database string) {
		data := t.TempDir()
		p := start(t, data, database).signIn()
		d := p.desk()
		p.make(d.base+"/codings", d.coding(0))
		if n := p.turnsCodedByIndex(d); n != 1 {
			t.Fatalf("%d coded turns found, not 1", n)
		}
		must(t, removeAll(data+"/index"))
		p.make(d.base+"/codings", d.coding(2000))
		within(t, 10*time.Second, "both codings found again", func() bool { return p.turnsCodedByIndex(d) == 2 })
	})
}
