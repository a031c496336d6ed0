package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"
	index "github.com/blevesearch/bleve_index_api"
)

// layout counts the changes to what is indexed that the mapping does not show: see kept.document.
const layout = 3

// mostWords is how many words of the index one part of a query may stand for.
const mostWords = 4096

// Fields of a turn. Words are in one field per language as they stand, and in another one by the rules
// of the language where these don't take them one by one.
const (
	exactField  = "exact" // + "_" + language
	wordsField  = "text_" // + language
	sourceField = "source"
	strandField = "strand"
	voiceField  = "voice" // the speaker's name
	codeField   = "code"
	coderField  = "coder"
	codingField = "coding" // code and coder together
	recordField = "record" // stored: the turn itself, see record
)

var (
	turnMapping = newMapping()
	schema      = schemaHash(turnMapping)
)

// newMapping says by which rules the words of a field are read.
func newMapping() *mapping.IndexMappingImpl {
	doc := bleve.NewDocumentStaticMapping()
	for _, language := range append([]string{unstemmed}, stemmed...) {
		doc.AddFieldMappingsAt(asTheyStand(language), wordsMapping(exactAnalyzer))
		doc.AddFieldMappingsAt(wordsField+language, wordsMapping(stemmingAnalyzer(language)))
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	m.ScoringModel = index.BM25Scoring
	return m
}

// asTheyStand is the field with the words of a language as they stand.
func asTheyStand(language string) string { return exactField + "_" + language }

func wordsMapping(analyzer string) *mapping.FieldMapping {
	return &mapping.FieldMapping{Type: "text", Analyzer: analyzer, Index: true, IncludeTermVectors: true}
}

func schemaHash(m *mapping.IndexMappingImpl) string {
	text, err := json.Marshal(m)
	must(err)
	h := sha256.New()
	h.Write(text)
	h.Write([]byte{layout})
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, module := range build.Deps {
			if strings.HasPrefix(module.Path, "github.com/blevesearch/") {
				h.Write([]byte(module.Path + module.Version))
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// rules are those by which texts are read: as they stand, or as a language has it.
var rules = sync.OnceValue(func() map[string]*analysis.DefaultAnalyzer {
	out := map[string]*analysis.DefaultAnalyzer{exactField: rulesNamed(exactAnalyzer)}
	for _, language := range append([]string{unstemmed}, stemmed...) {
		out[wordsField+language] = rulesNamed(stemmingAnalyzer(language))
	}
	return out
})

func rulesNamed(name string) *analysis.DefaultAnalyzer {
	return turnMapping.AnalyzerNamed(name).(*analysis.DefaultAnalyzer)
}

// rulesOf are exactField's or those of a language, wordsField before it. They change the bytes that
// they read.
func rulesOf(field string) *analysis.DefaultAnalyzer { return rules()[field] }

// analyze gives the terms of a text by the rules of a field, by position; a gap is nil.
func analyze(field, text string) [][]string {
	tokens := rulesOf(field).Analyze([]byte(text))
	if len(tokens) == 0 {
		return nil
	}
	from := tokens[0].Position
	terms := make([][]string, tokens[len(tokens)-1].Position-from+1)
	for _, t := range tokens {
		terms[t.Position-from] = append(terms[t.Position-from], string(t.Term))
	}
	return terms
}

var stopLists = func() map[string]analysis.TokenMap {
	cache, lists := registry.NewCache(), map[string]analysis.TokenMap{}
	for _, language := range stemmed {
		lists[language] = stopWords(cache, language)
	}
	return lists
}()
