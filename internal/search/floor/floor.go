// Package floor is Bleve by itself: the plainest index that words can be found in, and the plainest
// questions to it. What Selvedge takes is measured against it.
package floor

import (
	"errors"
	"iter"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
)

const (
	together = 1000 // turns written at once
	first    = 50   // hits of an answer
	field    = "text"
)

// Index is one field of English words without the commonest, stored, with their places.
type Index struct {
	index  bleve.Index
	folder string
}

// Build makes an index of texts, by their names, in a folder of its own.
func Build(texts iter.Seq2[string, string]) (*Index, error) {
	folder, err := os.MkdirTemp("", "selvedge-floor")
	if err != nil {
		return nil, err
	}
	index, err := bleve.NewUsing(filepath.Join(folder, "plain"), plainMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, err
	}
	batch := index.NewBatch()
	for name, text := range texts {
		if err := batch.Index(name, map[string]any{field: text}); err != nil {
			return nil, err
		}
		if batch.Size() < together {
			continue
		}
		if err := index.Batch(batch); err != nil {
			return nil, err
		}
		batch = index.NewBatch()
	}
	return &Index{index, folder}, index.Batch(batch)
}

func plainMapping() *mapping.IndexMappingImpl {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	m.DefaultMapping.AddFieldMappingsAt(field, &mapping.FieldMapping{Type: "text", Analyzer: en.AnalyzerName, Index: true, Store: true, IncludeTermVectors: true})
	return m
}

// Close deletes the files.
func (x *Index) Close() error { return errors.Join(x.index.Close(), os.RemoveAll(x.folder)) }

// Find asks for the first 50 hits by how well they answer, and nothing of what stands in them.
func (x *Index) Find(q Query) (hits int, err error) {
	found, err := x.index.Search(bleve.NewSearchRequestOptions(q, first, 0, false))
	if err != nil {
		return 0, err
	}
	return int(found.Total), nil
}

// A Query is one of Bleve's.
type Query = query.Query

// Word is the query for a word as the index holds it: in its stem.
func Word(stem string) Query {
	q := bleve.NewTermQuery(stem)
	q.SetField(field)
	return q
}

// Phrase is the query for words side by side.
func Phrase(words string) Query {
	q := bleve.NewMatchPhraseQuery(words)
	q.SetField(field)
	return q
}

// Every is the query for what several find.
func Every(queries ...Query) Query { return bleve.NewConjunctionQuery(queries...) }

// Any is the query for what one of several finds.
func Any(queries ...Query) Query { return bleve.NewDisjunctionQuery(queries...) }

// Prefix is the query for words that begin so.
func Prefix(start string) Query {
	q := bleve.NewPrefixQuery(start)
	q.SetField(field)
	return q
}

// Fuzzy is the query for words that differ from one by a letter.
func Fuzzy(stem string) Query {
	q := bleve.NewFuzzyQuery(stem)
	q.SetField(field)
	return q
}

// Wildcard is the query for words with any letter for ? and any letters for *.
func Wildcard(pattern string) Query {
	q := bleve.NewWildcardQuery(pattern)
	q.SetField(field)
	return q
}
