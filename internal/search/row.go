package search

import (
	"context"
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	found "github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// row is words side by side in a field, each any of several; a gap, which holds any word, is nil.
//
// It is a query of Bleve's that scores as BM25 does, a row by how often it is in a turn and by how rare
// its words are: Bleve's own (2.6.3) takes the root of how often a word is there and squares what it is
// worth, knows no words that count as one, and reads the places of more turns than have them all.
type row struct {
	field string
	terms [][]string
	none  bool // one of the words is nowhere
	less  int  // so many times less it is worth than what was asked for; 0 is as much
}

// guessed is how much less words are worth that are only like one.
const guessed = 8

func rowOf(field string, terms []string) row {
	return row{field: field, terms: [][]string{terms}, none: len(terms) == 0}
}

// Searcher implements query.Query.
func (r row) Searcher(ctx context.Context, reader index.IndexReader, _ mapping.IndexMapping, options found.SearcherOptions) (found.Searcher, error) {
	s := &rowSearcher{row: r, vectors: options.IncludeTermVectors, scores: options.Score != "none"}
	if r.none {
		return s, nil
	}
	with, first := make([]uint64, len(r.terms)), uint64(0)
	for _, one := range reader.(*scorch.IndexSnapshot).Segments() {
		part, err := r.in(one, first, with)
		if err != nil {
			return nil, err
		}
		if part != nil {
			s.parts, s.count = append(s.parts, part), s.count+part.turns.GetCardinality()
		}
		first += uint64(one.FullSize())
	}
	s.begin(0)
	turns, length := averages(ctx, r.field)
	s.length = length
	for i, n := range with {
		if len(r.terms[i]) > 0 {
			s.rare += rarity(turns, n)
		}
	}
	s.rare /= float64(max(1, r.less))
	return s, nil
}

// averages are how many turns there are, and how many words one has: see scoring.
func averages(ctx context.Context, field string) (turns uint64, length float64) {
	known, _ := ctx.Value(found.BM25StatsKey).(*found.BM25Stats)
	if known == nil || known.DocCount == 0 {
		return 0, 1
	}
	return uint64(known.DocCount), max(1, math.Ceil(float64(known.FieldCardinality[field])/known.DocCount))
}

// rarity is what a word is worth that so many of all turns have.
func rarity(all, with uint64) float64 {
	return math.Log(1 + (float64(all)-float64(with)+0.5)/(float64(with)+0.5))
}

// rowPart is what a segment has of a row.
type rowPart struct {
	first uint64          // the number of the segment's first turn
	turns *roaring.Bitmap // those that have a word for each place
	words [][]*wordInTurns
	times []uint32  // by turn, how often any of several words is there; nil until they are counted
	size  []float64 // by turn, how many words it has
}

// in gives what a segment has of a row, or nil, and counts the turns that have a word for each place.
func (r row) in(s *scorch.SegmentSnapshot, first uint64, with []uint64) (*rowPart, error) {
	dictionary, err := s.Segment().Dictionary(r.field)
	if err != nil {
		return nil, err
	}
	out := &rowPart{first: first, words: make([][]*wordInTurns, len(r.terms))}
	for i, alternatives := range r.terms {
		if len(alternatives) == 0 {
			continue
		}
		turns := roaring.New()
		if out.words[i], err = wordsInTurns(dictionary, alternatives, s.Deleted(), turns); err != nil {
			return nil, err
		}
		with[i] += turns.GetCardinality()
		if out.turns == nil {
			out.turns = turns
		} else {
			out.turns.And(turns)
		}
	}
	if out.turns == nil || out.turns.IsEmpty() {
		return nil, nil
	}
	return out, nil
}

// count counts the words of a row of one place, one after the other, each in all of its turns: to look
// for each of them turn by turn takes longer.
func (p *rowPart) count() error {
	room := p.turns.Maximum() + 1
	p.times, p.size = make([]uint32, room), make([]float64, room)
	for _, w := range p.words[0] {
		all := w.list.Iterator(true, true, false, nil)
		for {
			at, err := all.Next()
			if err != nil {
				return err
			}
			if at == nil {
				break
			}
			p.times[at.Number()] += uint32(at.Frequency())
			p.size[at.Number()] = sizeIn(at)
		}
	}
	return nil
}

// sizeIn is how many words a turn has: its norm is one by the root of it.
func sizeIn(at segment.Posting) float64 {
	norm := at.Norm()
	return 1 / (norm * norm)
}

// wordInTurns goes through the turns that have a word, as far as it is asked to.
type wordInTurns struct {
	word string
	list segment.PostingsList
	all  segment.PostingsIterator
	at   segment.Posting
}

// wordsInTurns gives those of some words that a dictionary has, and adds their turns.
func wordsInTurns(dictionary segment.TermDictionary, words []string, deleted, turns *roaring.Bitmap) (out []*wordInTurns, err error) {
	for _, word := range words {
		list, err := dictionary.PostingsList([]byte(word), deleted, nil)
		if err != nil {
			return nil, err
		}
		if list.Count() == 0 {
			continue
		}
		list.(interface{ OrInto(*roaring.Bitmap) }).OrInto(turns)
		out = append(out, &wordInTurns{word: word, list: list})
	}
	if deleted != nil {
		turns.AndNot(deleted)
	}
	return out, nil
}

// in gives what is known of a word in a turn, nil when it isn't there. Turns are asked for in order.
func (w *wordInTurns) in(turn uint64, places bool) (_ segment.Posting, err error) {
	if w.all == nil {
		w.all = w.list.Iterator(true, true, places, nil)
		w.at, err = w.all.Advance(turn)
	}
	if err == nil && w.at != nil && w.at.Number() < turn {
		w.at, err = w.all.Next() // which is often the one
	}
	if err == nil && w.at != nil && w.at.Number() < turn {
		w.at, err = w.all.Advance(turn)
	}
	if err != nil || w.at == nil || w.at.Number() != turn {
		return nil, err
	}
	return w.at, nil
}
