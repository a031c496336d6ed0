package search

import (
	"context"
	"regexp"
	"strings"

	found "github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"
)

// scoring tells Bleve by what to score, and how long turns are on average. By itself it takes the
// number of distinct words for the number of words (FieldCardinality of 2.6.3), so that every turn
// seems long and long turns sink too deep.
func (g *generation) scoring(ctx context.Context) (context.Context, error) {
	turns, err := g.index.DocCount()
	if err != nil {
		return nil, err
	}
	lengths := map[string]int{"*": int(turns)} // Bleve's own, where nothing is scored
	for _, language := range append([]string{unstemmed}, stemmed...) {
		lengths[asTheyStand(language)] = int(g.words.Load())
		lengths[wordsField+language] = int(g.words.Load())
	}
	ctx = context.WithValue(ctx, found.GetScoringModelCallbackKey, found.GetScoringModelCallbackFn(func() string { return index.BM25Scoring }))
	return context.WithValue(ctx, found.BM25StatsKey, &found.BM25Stats{DocCount: float64(turns), FieldCardinality: lengths}), nil
}

var plainWord = regexp.MustCompile(`[\pL\pN]+`)

// AnyWordOf gives the query for any of the words of a text that say something, such as a question
// in plain words; as many as a query may have. Language is one of Bleve's.
func AnyWordOf(text, language string) string {
	var words []string
	length := 0
	for _, w := range plainWord.FindAllString(strings.ToLower(text), -1) {
		if stopLists[language][w] {
			continue
		}
		if length += len(w) + len(" OR "); length <= maxQuery {
			words = append(words, w)
		}
	}
	return strings.Join(words, " OR ")
}
