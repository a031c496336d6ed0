package search

import (
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// The index has words as they stand. What a search for a word finds are its forms: all words of the
// index with the same stem. Which these are is a matter of the words that there are, not of the turns,
// so that stems are made once for each word, and not kept in the index beside each of its places.

// vocabularies are those of an index, by language. Safe for concurrent use.
type vocabularies struct {
	mu sync.Mutex
	of map[string]*vocabulary
}

// vocabulary is the words that turns of a language have, or had, by their stems.
type vocabulary struct {
	rules  *analysis.DefaultAnalyzer
	seen   map[uint64]bool // segments, none of which changes
	stems  forms           // of each word
	byStem map[string][]string
}

// forms gives those words of a language that are asked for, as of a snapshot.
func (v *vocabularies) forms(reader index.IndexReader, language string, which func(*vocabulary) []string) ([]string, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	known, err := v.upTo(reader, language)
	if err != nil {
		return nil, err
	}
	return which(known), nil
}

// like gives the words whose stem differs from one, by so many letters at most.
func (v *vocabulary) like(stem string, letters int) (out []string) {
	wanted := []rune(stem)
	for other, words := range v.byStem {
		if other != stem && alike(wanted, []rune(other), letters) {
			out = append(out, words...)
		}
	}
	slices.Sort(out)
	return out
}

// upTo gives a vocabulary that has the words of a snapshot. Under mu.
func (v *vocabularies) upTo(reader index.IndexReader, language string) (*vocabulary, error) {
	known := v.of[language]
	if known == nil {
		known = &vocabulary{rules: rulesOf(wordsField + language), seen: map[uint64]bool{}, stems: forms{}, byStem: map[string][]string{}}
	}
	there := map[uint64]bool{}
	for _, one := range reader.(*scorch.IndexSnapshot).Segments() {
		there[one.Id()] = true
		if known.seen[one.Id()] {
			continue
		}
		if err := known.read(one.Segment(), asTheyStand(language)); err != nil {
			return nil, err
		}
	}
	known.seen = there
	if v.of == nil {
		v.of = map[string]*vocabulary{}
	}
	v.of[language] = known
	return known, nil
}

// read takes in the words of a segment.
func (v *vocabulary) read(s segment.Segment, field string) error {
	return eachTerm(s, field, func(_ segment.TermDictionary, word string) error {
		if _, known := v.stems[word]; !known {
			stem := v.stems.make([]byte(word), v.rules)
			v.byStem[stem] = append(v.byStem[stem], word)
		}
		return nil
	})
}
