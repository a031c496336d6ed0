package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/selvedge/selvedge/internal/study"
)

// mixed has what rules of languages are about: accents, apostrophes, capitals, other scripts.
const mixed = "The Bank's café-owner’s l'économie İstanbul’un ΟΔΟΣ Straße naïve 東京の銀行 कंपनी الشركات می\u200cخواهم growth, growing GROWTH 3.5 % 😀 don't"

func TestTheWordsOfATurnAreThoseOfBlevesOwnAnalysis(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, language := range append([]string{unstemmed}, stemmed...) {
		t.Run(language, func(t *testing.T) {
			expectWords(t, language, mixed)
			for range 200 {
				expectWords(t, language, jumbled(r))
			}
		})
	}
}

// A word that is known already, and one that comes after so many that they are collected anew, are
// made the same term as one that is met first.
func TestAWordIsMadeTheSameTermHoweverManyAreKnown(t *testing.T) {
	rules, known := rulesOf(wordsField+"en"), forms{}
	for i := range 2*mostForms + 2 {
		expect(t, "term", known.of(fmt.Appendf(nil, "Growing%d", i), rules), fmt.Sprintf("growing%d", i))
		expect(t, "term", known.of([]byte("Growing"), rules), "grow")
	}
	expect(t, "as many known as may be", len(known) <= mostForms, true)
}

func expectWords(t *testing.T, language, text string) {
	t.Helper()
	turn := kept{record: record{Language: language, Text: text}}
	made := wordsIn(turn.document(turnID(study.NewID(), 0)))
	expectField(t, made[asTheyStand(language)], text, exactField)
	if !wordByWord(language) {
		expectField(t, made[wordsField+language], text, wordsField+language)
		return
	}
	for at, stems := range analyze(wordsField+language, text) {
		word := analyze(exactField, text)[at][0]
		expect(t, "stem of "+word, forms{}.of([]byte(word), rulesOf(wordsField+language)), stems[0])
	}
}

func expectField(t *testing.T, made document.Field, text, rules string) {
	t.Helper()
	tokens := rulesOf(rules).Analyze([]byte(text))
	expect(t, "words by the rules of "+rules, placesOf(made.AnalyzedTokenFrequencies()), placesOf(analysis.TokenFrequency(tokens, nil, wordsOptions)))
	expect(t, "length by the rules of "+rules, made.AnalyzedLength(), len(tokens))
}

// jumbled is words and signs of many scripts in any order, joined by whatever stands between words,
// or by nothing.
func jumbled(r *rand.Rand) string {
	words, between := strings.Fields(mixed), []string{" ", "", "'", "’", ".", "-", "\u0301", "\u200c", "l'", "\n"}
	var out strings.Builder
	for range 20 {
		letters := []rune(words[r.IntN(len(words))])
		from := r.IntN(len(letters))
		out.WriteString(string(letters[from:]) + between[r.IntN(len(between))])
	}
	return out.String()
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
