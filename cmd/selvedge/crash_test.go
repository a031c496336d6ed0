package main

import (
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

type passages struct {
	Items []struct {
		Start, End int
		Codings    []named
	}
}

// coded lists the codings of the desk's source.
func (p *process) coded(d desk) map[study.ID]int {
	p.t.Helper()
	var list passages
	p.ask("GET", d.base+"/sources/"+string(d.source)+"/passages", "", 200, &list)
	out := map[study.ID]int{}
	for _, x := range list.Items {
		for _, c := range x.Codings {
			out[c.ID] = x.Start
		}
	}
	return out
}

type turns struct{ Items []study.Range }

// turnsCodedByRows counts from the database's own answer the turns that carry a coding.
func (p *process) turnsCodedByRows(d desk) int {
	p.t.Helper()
	var list turns
	p.ask("GET", d.base+"/sources/"+string(d.source)+"/turns", "", 200, &list)
	coded := p.coded(d)
	n := 0
	for _, turn := range list.Items {
		for _, start := range coded {
			if turn.Overlaps(study.Range{Start: start, End: start + 9}) {
				n++
				break
			}
		}
	}
	return n
}

func (p *process) turnsCodedByIndex(d desk) int {
	p.t.Helper()
	var found struct{ Total int }
	p.ask("GET", d.base+"/search?limit=1&code="+url.QueryEscape(string(d.code)), "", 200, &found)
	return found.Total
}

func TestKillInTheMiddleOfAThousandCodingsLosesNoneThatWasAcknowledged(t *testing.T) {
	onBoth(t, func(t *testing.T, database string) {
		data := t.TempDir()
		p := start(t, data, database).signIn()
		d := p.desk()
		acknowledged := codeUntilKilled(p, d, 1000, 600)
		again := start(t, data, database).signIn()
		there := again.coded(d)
		for id, at := range acknowledged {
			if start, found := there[id]; !found || start != at {
				t.Errorf("the coding %s at %d was acknowledged and is lost", id, at)
			}
		}
		if extra := len(there) - len(acknowledged); extra < 0 || extra > clients {
			t.Errorf("%d codings are there, %d were acknowledged by %d clients", len(there), len(acknowledged), clients)
		}
		if rows, index := again.turnsCodedByRows(d), again.turnsCodedByIndex(d); rows != index {
			t.Errorf("the rows have %d coded turns, the index %d", rows, index)
		}
		t.Logf("killed after %d acknowledged codings, %d are there", len(acknowledged), len(there))
	})
}

const clients = 4

// codeUntilKilled codes with several clients at once and kills the server in the middle.
// It gives the start of each coding that the server acknowledged.
func codeUntilKilled(p *process, d desk, all, killAfter int) map[study.ID]int {
	var mu sync.Mutex
	var once sync.Once
	acknowledged := map[study.ID]int{}
	var work sync.WaitGroup
	for client := range clients {
		work.Go(func() {
			for i := client; i < all; i += clients {
				var made named
				status, err := p.try("POST", d.base+"/codings", "application/json", strings.NewReader(d.coding(i*11)), &made)
				if err != nil || status != 201 {
					return // the server is gone
				}
				mu.Lock()
				acknowledged[made.ID] = i * 11
				enough := len(acknowledged) >= killAfter
				mu.Unlock()
				if enough {
					once.Do(p.kill)
				}
			}
		})
	}
	work.Wait()
	return acknowledged
}
