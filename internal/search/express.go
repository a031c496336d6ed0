package search

import (
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// express lets codings pass by the texts that stand before them in the journal: while many
// interviews come in, what somebody codes is found at once and not after all of them. The cursor
// stays where it is, since all is applied again in its turn, which does no harm.
type express struct {
	seen    int64 // the last entry that was looked at
	at      time.Time
	renewed map[study.ID]bool // sources that are as they were when it looked, or newer
}

// expressEach is how often it looks, at most.
const expressEach = 30 * time.Millisecond

func expressOf(cursor int64) *express { return &express{seen: cursor, renewed: map[study.ID]bool{}} }

// pass writes what is pending, and brings the sources that were coded since it last looked to how
// they are now.
func (e *express) pass(x *Index, s *shelf, b *batch) error {
	if time.Since(e.at) < expressEach {
		return nil
	}
	e.at = time.Now()
	seq, err := x.feed.Seq(s.ctx, s.project)
	if err != nil || seq <= e.seen {
		return err
	}
	coded, err := e.coded(x, s, seq)
	if err != nil || len(coded) == 0 {
		return err
	}
	if err := b.flush(); err != nil { // so that nothing older is written over what comes now
		return err
	}
	for _, source := range coded {
		if err := x.renew(s, b, source, e.at); err != nil {
			return err
		}
		e.renewed[source] = true
	}
	return b.flush()
}

// coded lists the sources that were coded up to an entry.
func (e *express) coded(x *Index, s *shelf, seq int64) (out []study.ID, err error) {
	for known := map[study.ID]bool{}; e.seen < seq; {
		entries, err := x.feed.Entries(s.ctx, s.project, e.seen, batchEntries)
		if err != nil || len(entries) == 0 {
			return out, err
		}
		out = append(out, sourcesIn(entries, known, byCoding)...)
		e.seen = entries[len(entries)-1].Seq
	}
	return out, nil
}

func byCoding(kind string) bool {
	return kind == (study.Coding{}).Kind() || kind == (study.Passage{}).Kind()
}

// flush writes the changes and leaves the cursor.
func (b *batch) flush() error {
	if b.Size() == 0 {
		return nil
	}
	same := b.g.state
	return damaged(b.commit(&same))
}
