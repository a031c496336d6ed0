package search

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// Difference is what an index has wrong, as ids of turns, each list in order.
type Difference struct {
	Missing []string // not in the index
	Surplus []string // in the index, but not in the database any more
	Changed []string // with other words, speaker, strand or codings
}

// None says that the index is right.
func (d Difference) None() bool { return len(d.Missing)+len(d.Surplus)+len(d.Changed) == 0 }

// Verify brings a project's index up to date and compares it, turn by turn, with the
// database. It reads everything. Changes made meanwhile show as differences.
func (x *Index) Verify(ctx context.Context, project study.ID) (Difference, error) {
	var d Difference
	if err := x.Follow(ctx, project); err != nil {
		return d, err
	}
	s, g, err := x.hold(ctx, project)
	if err != nil {
		return d, err
	}
	defer x.release(g)
	have, err := g.allRecords()
	if err != nil {
		return d, study.Wrap(err, "reading the search index")
	}
	sources, err := x.feed.Sources(ctx, project)
	if err != nil {
		return d, err
	}
	for _, source := range sources {
		wanted, err := x.wanted(s, source.ID)
		if err != nil {
			return d, err
		}
		d.compare(have, wanted)
	}
	for id := range have {
		d.Surplus = append(d.Surplus, id)
	}
	for _, list := range [][]string{d.Missing, d.Surplus, d.Changed} {
		slices.Sort(list)
	}
	return d, nil
}

// compare takes the turns of one source out of what the index has.
func (d *Difference) compare(have map[string]string, wanted map[string]kept) {
	for id, turn := range wanted {
		switch got, there := have[id]; {
		case !there:
			d.Missing = append(d.Missing, id)
		case got != turn.stored:
			d.Changed = append(d.Changed, id)
		}
		delete(have, id)
	}
}
