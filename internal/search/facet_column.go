package search

import (
	"fmt"
	"strconv"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// What turns are counted and narrowed by lies in columns, a set for each of Bleve's segments: it
// has the values itself, but takes them apart anew for every turn of every search. A segment never
// changes, so its columns are made once.

// facetColumn holds the values that the turns of a segment have in one field.
type facetColumn struct {
	values []string
	from   []uint32 // of each turn, and of the one after the last, its first place in ids
	ids    []uint32 // places in values
}

// of gives the places of a turn's values.
func (c *facetColumn) of(turn uint64) []uint32 { return c.ids[c.from[turn]:c.from[turn+1]] }

// facetColumns are those of one segment.
type facetColumns struct {
	by    [dimensions + 1]*facetColumn // of each dimension, then of codes and coders together
	order []uint64                     // of each turn, the place of its source, which are sorted, and its number there
}

const pairColumn = int(dimensions)

// numberDigits is how many digits the number of a turn has at the end of its name.
const numberDigits = 7

// facetShelf keeps the columns of the segments that there are now.
type facetShelf struct {
	mu sync.Mutex
	of map[uint64]*facetColumns // by segment
}

// laidOut is a snapshot of an index with the columns of its segments.
type laidOut struct {
	segments []*scorch.SegmentSnapshot
	columns  []*facetColumns
	from     []uint64 // the number of each segment's first turn
}

// columnsOf gives the columns of a snapshot, and lets go of those of segments that are no more.
func (s *facetShelf) columnsOf(reader index.IndexReader) (out *laidOut, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := map[uint64]*facetColumns{}
	out = &laidOut{segments: reader.(*scorch.IndexSnapshot).Segments()}
	first := uint64(0)
	for _, one := range out.segments {
		made := s.of[one.Id()]
		if made == nil {
			if made, err = newFacetColumns(one.Segment()); err != nil {
				return nil, err
			}
		}
		kept[one.Id()] = made
		out.columns, out.from = append(out.columns, made), append(out.from, first)
		first += uint64(one.FullSize())
	}
	s.of = kept
	return out, nil
}

func newFacetColumns(s segment.Segment) (*facetColumns, error) {
	var out facetColumns
	var err error
	for d, field := range append(countedIn[:], codingField) {
		if out.by[d], err = newFacetColumn(s, field); err != nil {
			return nil, err
		}
	}
	out.order, err = orderOf(s, out.by[bySource])
	return &out, err
}

// orderOf gives what the turns of a segment are ordered by.
func orderOf(s segment.Segment, sources *facetColumn) ([]uint64, error) {
	out := make([]uint64, s.Count())
	for turn := range out {
		id, err := s.DocID(uint64(turn))
		if err != nil {
			return nil, err
		}
		source := sources.of(uint64(turn))
		if len(source) == 0 || len(id) < numberDigits {
			return nil, fmt.Errorf("turn %d of a segment has no source", turn)
		}
		number, err := strconv.ParseUint(string(id[len(id)-numberDigits:]), 10, 32)
		if err != nil {
			return nil, err
		}
		out[turn] = uint64(source[0])<<32 | number
	}
	return out, nil
}

// living hands over the turns of a segment that are not deleted.
func (l *laidOut) living(at int, do func(turn uint64)) {
	one := l.segments[at]
	deleted := one.Deleted()
	for turn := range uint64(one.FullSize()) {
		if deleted == nil || !deleted.Contains(uint32(turn)) {
			do(turn)
		}
	}
}

// newFacetColumn turns a field's lists of turns by value into lists of values by turn.
func newFacetColumn(s segment.Segment, field string) (*facetColumn, error) {
	var turns [][]uint64
	c := &facetColumn{from: make([]uint32, s.Count()+1)}
	err := eachValue(s, field, func(value string, of []uint64) {
		c.values, turns = append(c.values, value), append(turns, of)
		for _, turn := range of {
			c.from[turn+1]++
		}
	})
	for i := 1; i < len(c.from); i++ {
		c.from[i] += c.from[i-1]
	}
	next := append([]uint32(nil), c.from...)
	c.ids = make([]uint32, c.from[len(c.from)-1])
	for id, of := range turns {
		for _, turn := range of {
			c.ids[next[turn]] = uint32(id)
			next[turn]++
		}
	}
	return c, err
}

func eachValue(s segment.Segment, field string, do func(value string, turns []uint64)) error {
	return eachTerm(s, field, func(in segment.TermDictionary, value string) error {
		turns, err := turnsWith(in, value)
		if err == nil {
			do(value, turns)
		}
		return err
	})
}

// eachTerm hands over the terms that a segment has in a field.
func eachTerm(s segment.Segment, field string, do func(in segment.TermDictionary, term string) error) error {
	dictionary, err := s.Dictionary(field)
	if err != nil {
		return err
	}
	terms := dictionary.AutomatonIterator(nil, nil, nil)
	for {
		one, err := terms.Next()
		if err != nil || one == nil {
			return err
		}
		if err := do(dictionary, one.Term); err != nil {
			return err
		}
	}
}

func turnsWith(dictionary segment.TermDictionary, value string) (out []uint64, err error) {
	list, err := dictionary.PostingsList([]byte(value), nil, nil)
	if err != nil {
		return nil, err
	}
	turns := list.Iterator(false, false, false, nil)
	for {
		turn, err := turns.Next()
		if err != nil || turn == nil {
			return out, err
		}
		out = append(out, turn.Number())
	}
}
