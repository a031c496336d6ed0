package search

import (
	"cmp"
	"context"
	"slices"

	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/selvedge/selvedge/internal/study"
)

// A look is a search of the index as it is at one moment. Bleve tells which turns answer a query and
// how well; narrowing, counting, ordering and choosing what is shown is done here, over columns, since
// Bleve would read the name of every turn for it, and all places of the words for a page of them.
type look struct {
	*laidOut
	of     *searching
	reader index.IndexReader
	gate   *gate
}

// look does something with the index as it is now.
func (r *searching) look(do func(*look) error) error {
	return r.g.read(func(reader index.IndexReader) error {
		l, err := r.g.columns.columnsOf(reader)
		if err != nil {
			return err
		}
		return do(&look{laidOut: l, of: r, reader: reader, gate: newGate(l, r.limits)})
	})
}

// spot is a turn that was found: its segment, its number there, and how well it answers.
type spot struct {
	at    int
	turn  uint64
	score float64
}

// How matches are asked for.
var (
	unranked = found.SearcherOptions{Score: "none"}
	ranks    = found.SearcherOptions{}
	placing  = found.SearcherOptions{IncludeTermVectors: true}
)

// checkEach is after how many matches a search looks whether it is still wanted.
const checkEach = 1024

// matches hands over what answers a query, segment by segment. A match is good until the next.
func (l *look) matches(q query.Query, how found.SearcherOptions, do func(spot, *found.DocumentMatch) error) error {
	ctx, err := l.of.g.scoring(l.of.ctx)
	if err != nil {
		return err
	}
	s, err := q.Searcher(ctx, l.reader, turnMapping, how)
	if err != nil {
		return err
	}
	defer s.Close()
	return l.drain(ctx, s, do)
}

func (l *look) drain(ctx context.Context, s found.Searcher, do func(spot, *found.DocumentMatch) error) error {
	pool := found.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0)
	searching := &found.SearchContext{DocumentMatchPool: pool, IndexReader: l.reader}
	at := 0
	for n := 0; ; n++ {
		if n%checkEach == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		match, err := s.Next(searching)
		if err != nil || match == nil {
			return err
		}
		number := match.IndexInternalID.Value()
		for at+1 < len(l.from) && l.from[at+1] <= number {
			at++
		}
		if err := do(spot{at, number - l.from[at], match.Score}, match); err != nil {
			return err
		}
		pool.Put(match)
	}
}

// candidates hands over what answers a query, whatever the filters over columns say of it; nil asks
// for every turn.
func (l *look) candidates(said query.Query, how found.SearcherOptions, do func(spot)) error {
	if q := l.of.limits.around(l.of.g, said); q != nil {
		return l.matches(q, how, func(s spot, _ *found.DocumentMatch) error {
			do(s)
			return nil
		})
	}
	for at := range l.segments {
		l.living(at, func(turn uint64) { do(spot{at: at, turn: turn}) })
	}
	return nil
}

// inOrder lists the turns that answer a query and that the filters let through, in the order of the
// text.
func (l *look) inOrder(said query.Query) (out []spot, err error) {
	err = l.candidates(said, unranked, func(s spot) {
		if l.gate.passes(s) {
			s.score = 0
			out = append(out, s)
		}
	})
	slices.SortFunc(out, l.compare)
	return out, err
}

// compare says which of two turns comes first: the one that answers better, or that stands before in
// the text.
func (l *laidOut) compare(a, b spot) int {
	if by := cmp.Compare(b.score, a.score); by != 0 {
		return by
	}
	x, y := l.columns[a.at].order[a.turn], l.columns[b.at].order[b.turn]
	if a.at == b.at {
		return cmp.Compare(x, y)
	}
	return cmp.Or(cmp.Compare(l.source(a), l.source(b)), cmp.Compare(uint32(x), uint32(y)))
}

// source is the source of a turn.
func (l *laidOut) source(s spot) string {
	return l.columns[s.at].by[bySource].values[l.columns[s.at].order[s.turn]>>32]
}

// number is the number that a turn has in its source.
func (l *laidOut) number(s spot) int { return int(uint32(l.columns[s.at].order[s.turn])) }

// read gives a turn as a hit without its marks, and what the index has stored of it.
func (l *look) read(s spot) (study.Hit, record, error) {
	stored := ""
	err := l.segments[s.at].VisitDocument(s.turn, func(field string, _ byte, value []byte, _ []uint64) bool {
		if field == recordField {
			stored = string(value)
		}
		return field != recordField
	})
	if err != nil {
		return study.Hit{}, record{}, err
	}
	return readHit(study.ID(l.source(s)), l.number(s), stored)
}

// places hands over turns, in the order given, with where the words of a query stand in them. Bleve
// reads those places for these turns alone.
func (l *look) places(said query.Query, turns []spot, do func(spot, []found.FieldTermLocation) error) error {
	at := make(map[spot][]found.FieldTermLocation, len(turns))
	some := make(among, len(turns))
	for i, s := range turns {
		some[i] = l.from[s.at] + s.turn
	}
	slices.Sort(some)
	if said != nil && len(turns) > 0 {
		err := l.matches(both([]query.Query{said, some}), placing, func(s spot, match *found.DocumentMatch) error {
			s.score = 0
			at[s] = slices.Clone(match.FieldTermLocations)
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, s := range turns {
		if err := do(s, at[spot{s.at, s.turn, 0}]); err != nil {
			return err
		}
	}
	return nil
}
