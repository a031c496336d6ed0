package search

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"

	"github.com/selvedge/selvedge/internal/study"
)

// batchTurns is how many turns are written at once. With twice as many a source is there a little
// sooner, but a coding made meanwhile is found up to 0.2 s later.
const batchTurns = 500

// errBroken says that Bleve's own goroutine gave up, so that nothing more can be written.
var errBroken = errors.New("the index no longer takes changes")

// batch collects changes to one generation.
type batch struct {
	*bleve.Batch
	g     *generation
	words int64 // that the changes add
}

func (g *generation) newBatch() *batch { return &batch{Batch: g.index.NewBatch(), g: g} }

// put indexes a turn in the place of what was stored of it before.
func (b *batch) put(id, before string, turn kept) error {
	b.words += int64(study.WordCount(turn.Text)) - wordsOf(before)
	return b.IndexAdvanced(turn.document(id))
}

// remove takes a turn out.
func (b *batch) remove(id, before string) {
	b.words -= wordsOf(before)
	b.Delete(id)
}

func wordsOf(stored string) int64 {
	if stored == "" {
		return 0
	}
	r, err := readRecord(stored)
	if err != nil {
		return 0
	}
	return int64(study.WordCount(r.Text))
}

// spill writes the changes when there are many of them, and leaves the cursor.
func (b *batch) spill() error {
	if b.Size() < batchTurns {
		return nil
	}
	same := b.g.state
	return b.commit(&same)
}

// commit writes the changes and, unless it is nil, the new state at once.
func (b *batch) commit(next *state) error {
	if next != nil {
		next.Words = b.g.words.Load() + b.words
		text, err := json.Marshal(next)
		if err != nil {
			return err
		}
		b.SetInternal(stateKey, text)
	}
	done := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- fmt.Errorf("writing to the index: %v", r)
			}
		}()
		done <- b.g.index.Batch(b.Batch)
	}()
	select {
	case err := <-done:
		if err == nil {
			b.g.words.Add(b.words)
			b.g.version.Add(1)
		}
		if err == nil && next != nil {
			b.g.state = *next
		}
		b.Batch, b.words = b.g.index.NewBatch(), 0 // not Reset: Bleve may still range over the old one
		return err
	case <-b.g.broken:
		return errBroken
	}
}
