package search

import (
	"encoding/json"
	"errors"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// batchEntries is how many journal entries are applied at once.
const batchEntries = 500

// follow applies the journal from the generation's cursor to its end.
func (x *Index) follow(s *shelf, g *generation) error {
	seq, err := x.feed.Seq(s.ctx, s.project)
	if err != nil {
		return err
	}
	if g.state.Cursor > seq {
		return damaged(errors.New("it is ahead of the database"))
	}
	for g.state.Cursor < seq {
		entries, err := x.feed.Entries(s.ctx, s.project, g.state.Cursor, batchEntries)
		if err != nil || len(entries) == 0 {
			return err
		}
		if err := x.apply(s, g, entries); err != nil {
			return err
		}
		x.mu.Lock()
		if s.current == g {
			s.cursor = g.state.Cursor
			s.announce()
		}
		x.mu.Unlock()
	}
	return nil
}

// apply brings the sources that the entries touch to how they are now, which may
// be newer than the entries: applying twice, or late, does no harm.
func (x *Index) apply(s *shelf, g *generation, entries []study.Entry) error {
	last, b := entries[len(entries)-1], g.newBatch()
	ahead := expressOf(g.state.Cursor)
	for _, source := range sourcesIn(entries, map[study.ID]bool{}, func(string) bool { return true }) {
		if err := ahead.pass(x, s, b); err != nil {
			return err
		}
		if ahead.renewed[source] {
			continue
		}
		if err := x.renew(s, b, source, last.At); err != nil {
			return err
		}
	}
	next := g.state
	next.Cursor, next.Mark = last.Seq, markOf(last)
	return damaged(b.commit(&next))
}

// renew brings the turns of a source to how they are now. When words have left the index by it, it
// remembers since when.
func (x *Index) renew(s *shelf, b *batch, source study.ID, at time.Time) error {
	wanted, err := x.wanted(s, source)
	if err != nil {
		return err
	}
	gone, err := b.reconcile(source, wanted)
	if gone && b.g.state.Removed.IsZero() {
		b.g.state.Removed = at
	}
	return damaged(err)
}

// reconcile writes the turns of a source that are not in the index as they should
// be: after a coding those that it touches, after an import all. Gone says that
// words have left the index.
func (b *batch) reconcile(source study.ID, wanted map[string]kept) (gone bool, err error) {
	have, err := b.g.records(source)
	if err != nil {
		return false, err
	}
	for id, before := range have {
		if _, stays := wanted[id]; !stays {
			b.remove(id, before)
			gone = true
		}
	}
	for id, turn := range wanted {
		before, there := have[id]
		if before == turn.stored {
			continue
		}
		gone = gone || there && !turn.says(before)
		if err := b.put(id, before, turn); err != nil {
			return gone, err
		}
		if err := b.spill(); err != nil {
			return gone, err
		}
	}
	return gone, nil
}

// says tells whether what was stored of a turn before says the same by the same speaker.
func (k kept) says(before string) bool {
	r, err := readRecord(before)
	return err == nil && r.Text == k.Text && r.Speaker == k.Speaker
}

// sourcesIn lists the sources whose turns entries may have changed by changes of some kinds, each that
// is not known yet. Names of codes are not in the index, so a change to a code touches none.
func sourcesIn(entries []study.Entry, known map[study.ID]bool, by func(kind string) bool) (out []study.ID) {
	for _, e := range entries {
		for _, c := range e.Changes {
			if !by(c.Kind) {
				continue
			}
			if source := sourceOf(c); source != "" && !known[source] {
				known[source] = true
				out = append(out, source)
			}
		}
	}
	return out
}

// sourceOf is the source that a changed record belongs to: itself, or the one that
// its JSON names.
func sourceOf(c study.Change) study.ID {
	if c.Kind == (study.Source{}).Kind() {
		return c.ID
	}
	var part struct {
		Source study.ID `json:"source"`
	}
	for _, text := range []json.RawMessage{c.After, c.Before} {
		if len(text) > 0 && json.Unmarshal(text, &part) == nil && part.Source != "" {
			return part.Source
		}
	}
	return ""
}
