package search

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/ar" // each registers its analyzer
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/ckb"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/da"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/de"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/es"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fa"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fi"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fr"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/hi"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/hr"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/hu"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/it"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/nl"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/no"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/pl"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/pt"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/ro"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/ru"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/sv"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/tr"
	"github.com/blevesearch/bleve/v2/analysis/token/keyword"
	"github.com/blevesearch/bleve/v2/analysis/token/stop"
	unicodewords "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/registry"
	"golang.org/x/text/unicode/norm"
)

// unstemmed is the language of sources whose own language has no stemmer.
const unstemmed = "und"

// stemmed are the languages that Bleve stems, by the name of its analyzer.
var stemmed = []string{"ar", "cjk", "ckb", "da", "de", "en", "es", "fa", "fi", "fr", "hi", "hr", "hu", "it", "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr"}

var sameAs = map[string]string{"": "en", "zh": "cjk", "ja": "cjk", "ko": "cjk", "nb": "no", "nn": "no"}

// languageOf gives the analyzer's name for a BCP 47 tag; no tag counts as English.
func languageOf(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if other, ok := sameAs[base]; ok {
		base = other
	}
	if slices.Contains(stemmed, base) {
		return base
	}
	return unstemmed
}

// wordByWord says that the rules of a language make one term of each word, whatever stands beside it,
// and cut a text up as all languages do but those that are written without spaces.
func wordByWord(language string) bool {
	rules := rulesOf(wordsField + language)
	_, usual := rules.Tokenizer.(*unicodewords.UnicodeTokenizer)
	return usual && len(rules.CharFilters) == 0 && !slices.ContainsFunc(rules.TokenFilters, func(f analysis.TokenFilter) bool {
		_, pairs := f.(*cjk.CJKBigramFilter)
		return pairs
	})
}

const exactAnalyzer = "words_as_they_stand"

func stemmingAnalyzer(language string) string {
	if language == unstemmed {
		return exactAnalyzer
	}
	return "every_word_" + language
}

func init() {
	must(registry.RegisterAnalyzer(exactAnalyzer, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return &analysis.DefaultAnalyzer{
			Tokenizer:    unicodewords.NewUnicodeTokenizer(),
			TokenFilters: []analysis.TokenFilter{uniform{}},
		}, nil
	}))
	for _, language := range stemmed {
		must(registry.RegisterAnalyzer(stemmingAnalyzer(language), everyWord(language)))
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// everyWord is Bleve's analyzer of a language without the loss of stop words: they
// stay in the index, unstemmed, so that phrases hold every word that they name.
func everyWord(language string) registry.AnalyzerConstructor {
	return func(_ map[string]any, cache *registry.Cache) (analysis.Analyzer, error) {
		known, err := cache.AnalyzerNamed(language)
		if err != nil {
			return nil, err
		}
		own := *known.(*analysis.DefaultAnalyzer)
		filters := []analysis.TokenFilter{uniform{fold: language == "en"}}
		for _, filter := range own.TokenFilters {
			if _, drops := filter.(*stop.StopTokensFilter); drops {
				filter = keyword.NewKeyWordMarkerFilter(stopWords(cache, language))
			}
			filters = append(filters, filter)
		}
		own.TokenFilters = filters
		return &own, nil
	}
}

func stopWords(cache *registry.Cache, language string) analysis.TokenMap {
	list, err := cache.TokenMapNamed("stop_" + language)
	if err != nil {
		return nil
	}
	return list
}

// uniform makes one form of what looks the same: small letters, composed ones, straight apostrophes
// and, with fold, letters without their accents. It changes terms only, never the offsets, which stay
// those of the text. What it made stays as it is when it comes again.
type uniform struct{ fold bool }

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "＇", "'")

// Filter implements analysis.TokenFilter.
func (u uniform) Filter(tokens analysis.TokenStream) analysis.TokenStream {
	for _, t := range tokens {
		if bytes.IndexFunc(t.Term, beyondSmallASCII) >= 0 {
			t.Term = u.term(t.Term)
		}
	}
	return tokens
}

func beyondSmallASCII(r rune) bool { return r >= utf8.RuneSelf || 'A' <= r && r <= 'Z' }

func (u uniform) term(term []byte) []byte {
	term = norm.NFC.Bytes(bytes.Map(small, norm.NFC.Bytes(term)))
	if u.fold {
		term = norm.NFC.Bytes(bytes.Map(withoutMarks, norm.NFD.Bytes(term)))
	}
	return []byte(apostrophes.Replace(string(term)))
}

// small gives the small letter, and one for both forms that sigma has.
func small(r rune) rune {
	if r == 'ς' {
		return 'σ'
	}
	return unicode.ToLower(r)
}

func withoutMarks(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}
