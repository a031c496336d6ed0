package search

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	found "github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// rowSearcher goes through the turns that have a row.
type rowSearcher struct {
	parts           []*rowPart
	at              int // the part that it is in
	turns           roaring.IntPeekable
	count           uint64
	rare, length    float64 // what the words are worth together, and how many words a turn has
	vectors, scores bool
	row             row
	places          [][]found.FieldTermLocation // of each word of the row in a turn, in order
	whole           []found.FieldTermLocation   // those of them that are side by side
}

func (s *rowSearcher) begin(part int) {
	s.at = part
	if part < len(s.parts) {
		s.turns = s.parts[part].turns.Iterator()
	}
}

// Next implements found.Searcher.
func (s *rowSearcher) Next(ctx *found.SearchContext) (*found.DocumentMatch, error) {
	for s.at < len(s.parts) {
		for s.turns.HasNext() {
			match, err := s.match(ctx, s.parts[s.at], uint64(s.turns.Next()))
			if match != nil || err != nil {
				return match, err
			}
		}
		s.begin(s.at + 1)
	}
	return nil, nil
}

// Advance implements found.Searcher.
func (s *rowSearcher) Advance(ctx *found.SearchContext, to index.IndexInternalID) (*found.DocumentMatch, error) {
	number := to.Value()
	for s.at+1 < len(s.parts) && s.parts[s.at+1].first <= number {
		s.begin(s.at + 1)
	}
	if s.at < len(s.parts) && number > s.parts[s.at].first {
		s.turns.AdvanceIfNeeded(uint32(min(number-s.parts[s.at].first, uint64(^uint32(0)))))
	}
	return s.Next(ctx)
}

// match gives a turn if the row is in it.
func (s *rowSearcher) match(ctx *found.SearchContext, part *rowPart, turn uint64) (*found.DocumentMatch, error) {
	times, words := 1.0, s.length
	if s.scores || s.vectors || len(part.words) > 1 {
		var err error
		if times, words, err = s.look(part, turn); err != nil || times == 0 {
			return nil, err
		}
	}
	match := ctx.DocumentMatchPool.Get()
	match.IndexInternalID = index.NewIndexInternalID(match.IndexInternalID, part.first+turn)
	if s.scores {
		match.Score = s.rare * times * found.BM25_k1 / (times + found.BM25_k1*(1-found.BM25_b+found.BM25_b*words/s.length))
	}
	if s.vectors {
		match.FieldTermLocations = append(match.FieldTermLocations, s.whole...)
	}
	return match, nil
}

// look says how often the row is in a turn, and how many words the turn has.
func (s *rowSearcher) look(part *rowPart, turn uint64) (times, words float64, err error) {
	if len(part.words) == 1 && len(part.words[0]) > 1 && !s.vectors {
		if part.times == nil {
			err = part.count()
		}
		return float64(part.times[turn]), part.size[turn], err
	}
	s.places = slices.Grow(s.places[:0], len(part.words))[:len(part.words)]
	for i, alternatives := range part.words {
		s.places[i] = s.places[i][:0]
		for _, w := range alternatives {
			at, err := w.in(turn, s.vectors || len(part.words) > 1)
			if err != nil {
				return 0, 0, err
			}
			if at == nil {
				continue
			}
			times, words = times+float64(at.Frequency()), sizeIn(at)
			s.add(i, w.word, at)
		}
		if len(alternatives) > 1 {
			slices.SortFunc(s.places[i], byPosition)
		}
	}
	if len(part.words) == 1 {
		s.whole = s.places[0]
		return times, words, nil
	}
	return s.sideBySide(), words, nil
}

func (s *rowSearcher) add(word int, term string, in segment.Posting) {
	for _, l := range in.Locations() {
		s.places[word] = append(s.places[word], found.FieldTermLocation{Field: s.row.field, Term: term, Location: found.Location{Pos: l.Pos(), Start: l.Start(), End: l.End()}})
	}
}

func byPosition(a, b found.FieldTermLocation) int { return cmp.Compare(a.Location.Pos, b.Location.Pos) }

// sideBySide counts how often the words of a turn stand as they do in the row, and keeps their places.
func (s *rowSearcher) sideBySide() (times float64) {
	s.whole = s.whole[:0]
	first := slices.IndexFunc(s.row.terms, func(alternatives []string) bool { return len(alternatives) > 0 })
	for _, start := range s.places[first] {
		from, before := start.Location.Pos-uint64(first), len(s.whole)
		if s.standsFrom(from) {
			times++
		} else {
			s.whole = s.whole[:before]
		}
	}
	return times
}

// standsFrom says whether a row begins at a position, and adds its places as far as it does.
func (s *rowSearcher) standsFrom(position uint64) bool {
	for i, places := range s.places {
		if len(s.row.terms[i]) == 0 {
			continue
		}
		at, is := slices.BinarySearchFunc(places, position+uint64(i), func(l found.FieldTermLocation, p uint64) int { return cmp.Compare(l.Location.Pos, p) })
		if !is {
			return false
		}
		s.whole = append(s.whole, places[at])
	}
	return true
}

// Count implements found.Searcher: how many turns it looks at.
func (s *rowSearcher) Count() uint64              { return s.count }
func (s *rowSearcher) Close() error               { return nil }
func (s *rowSearcher) Weight() float64            { return 1 }
func (s *rowSearcher) SetQueryNorm(float64)       {} // which would square what the words are worth
func (s *rowSearcher) Min() int                   { return 0 }
func (s *rowSearcher) Size() int                  { return 0 }
func (s *rowSearcher) DocumentMatchPoolSize() int { return 1 }
