package search

import (
	"regexp"
	"strings"

	index "github.com/blevesearch/bleve_index_api"
)

// dictionary knows the words of what is searched in.
type dictionary interface {
	fields() []string // those with words as they stand
	spoken() []string // languages
	withStems(language string, stems [][]string) (row, error)
	beginningWith(field, start string, at place) ([]string, error)
	like(field, term string, n fuzzy) ([]string, error)
	likeStem(language, stem string, n fuzzy) ([]row, error)
	matching(field string, n wildcard) ([]string, error)
}

// fields are those with words as they stand.
func (c *compiler) fields() []string {
	out := make([]string, len(c.languages))
	for i, language := range c.languages {
		out[i] = asTheyStand(language)
	}
	return out
}

func (c *compiler) spoken() []string { return c.languages }

// withStems gives what stems stand for. Where a language makes them of words that stand by themselves,
// these are all words of the index with the same.
func (c *compiler) withStems(language string, stems [][]string) (out row, err error) {
	if !wordByWord(language) {
		return row{field: wordsField + language, terms: stems}, nil
	}
	out = row{field: asTheyStand(language), terms: make([][]string, len(stems))}
	for i, stem := range stems {
		if len(stem) == 0 {
			continue
		}
		if out.terms[i], err = c.forms(language, func(v *vocabulary) []string { return v.byStem[stem[0]] }); err != nil {
			return row{}, err
		}
		out.none = out.none || len(out.terms[i]) == 0
	}
	return out, nil
}

// forms gives words that the turns of a language have.
func (c *compiler) forms(language string, which func(*vocabulary) []string) (out []string, err error) {
	err = c.g.read(func(reader index.IndexReader) error {
		out, err = c.g.vocabularies.forms(reader, language, which)
		return err
	})
	return out, err
}

// likeStem gives the words with a stem, and those whose stem differs from it by a few letters.
func (c *compiler) likeStem(language, stem string, n fuzzy) ([]row, error) {
	if !wordByWord(language) {
		return likeTerm(c, wordsField+language, stem, n)
	}
	var same []string
	others, err := c.forms(language, func(v *vocabulary) []string {
		same = v.byStem[stem]
		return v.like(stem, n.distance)
	})
	if len(others) > mostWords {
		return nil, tooManyWords(n.place)
	}
	return likeRows(asTheyStand(language), same, others), err
}

// like gives the terms of a field that differ from one by a few letters.
func (c *compiler) like(field, term string, n fuzzy) ([]string, error) {
	return c.terms(n.place, func(reader index.IndexReader) (index.FieldDict, error) {
		return reader.(index.IndexReaderFuzzy).FieldDictFuzzy(field, term, n.distance, "")
	})
}

func (c *compiler) beginningWith(field, start string, at place) ([]string, error) {
	return c.terms(at, func(reader index.IndexReader) (index.FieldDict, error) {
		return reader.FieldDictPrefix(field, []byte(start))
	})
}

func (c *compiler) matching(field string, n wildcard) ([]string, error) {
	return c.terms(n.place, func(reader index.IndexReader) (index.FieldDict, error) {
		return reader.(index.IndexReaderRegexp).FieldDictRegexp(field, n.pattern())
	})
}

// pattern is a wildcard as a regular expression over the terms of exactField.
func (n wildcard) pattern() string {
	text := regexp.QuoteMeta(string(uniform{}.term([]byte(n.text))))
	return strings.NewReplacer(`\*`, ".*", `\?`, ".").Replace(text)
}

// terms gives those of a dictionary; more than a part of a query may stand for is an error at its
// place.
func (c *compiler) terms(at place, open func(index.IndexReader) (index.FieldDict, error)) ([]string, error) {
	out, err := c.upTo(mostWords, open)
	if len(out) > mostWords {
		return nil, tooManyWords(at)
	}
	return out, err
}

func tooManyWords(at place) error {
	return at.wrong("this stands for more than %d words; give more letters.", mostWords)
}

// upTo gives the terms of a dictionary, and one more than most where there are more.
func (c *compiler) upTo(most int, open func(index.IndexReader) (index.FieldDict, error)) (out []string, err error) {
	err = c.g.read(func(reader index.IndexReader) error {
		dict, err := open(reader)
		if err != nil {
			return err
		}
		defer dict.Close()
		for {
			entry, err := dict.Next()
			if err != nil || entry == nil {
				return err
			}
			if out = append(out, entry.Term); len(out) > most {
				return nil
			}
		}
	})
	return out, err
}
