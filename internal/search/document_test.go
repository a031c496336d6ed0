package search

import (
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/selvedge/selvedge/internal/study"
)

// mixed has what rules of languages are about: accents, apostrophes, capitals, other scripts.
const mixed = "The Bank's café-owner’s l'économie İstanbul’un ΟΔΟΣ Straße naïve 東京の銀行 कंपनी الشركات می\u200cخواهم growth, growing GROWTH 3.5 % 😀 don't"

func TestTheWordsOfATurnAreThoseOfBlevesOwnAnalysis(t *testing.T) {
	for _, language := range append([]string{unstemmed}, stemmed...) {
		t.Run(language, func(t *testing.T) {
			turn := kept{record: record{Language: language, Text: mixed}}
			made := wordsIn(turn.document(turnID(study.NewID(), 0)))
			for _, field := range []string{exactField, wordsField + language} {
				tokens := analyzerOf(field).Analyze([]byte(mixed))
				expect(t, "words of "+field, placesOf(made[field].AnalyzedTokenFrequencies()), placesOf(analysis.TokenFrequency(tokens, nil, wordsOptions)))
				expect(t, "length of "+field, made[field].AnalyzedLength(), len(tokens))
			}
		})
	}
}

func wordsIn(d *document.Document) map[string]document.Field {
	out := map[string]document.Field{}
	for _, f := range d.Fields {
		f.Analyze()
		out[f.Name()] = f
	}
	return out
}

// placesOf gives the places of each term, and how many it has behind them.
func placesOf(terms index.TokenFrequencies) map[string][]index.TokenLocation {
	out := map[string][]index.TokenLocation{}
	for term, freq := range terms {
		for _, place := range freq.Locations {
			out[term] = append(out[term], *place)
		}
		out[term] = append(out[term], index.TokenLocation{Position: freq.Frequency()})
	}
	return out
}
