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
	"github.com/blevesearch/bleve/v2/search/searcher"
	index "github.com/blevesearch/bleve_index_api"
)

// layout counts the changes to what is indexed that the mapping does not show: see kept.document.
const layout = 2

// maxClauses is how many words of the index one part of a query may stand for.
const maxClauses = 4096

// Fields of a turn. Words are in exactField and in one field per language.
const (
	exactField  = "exact"
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

func init() { searcher.DisjunctionMaxClauseCount = maxClauses }

// newMapping says by which rules the words of a field are read.
func newMapping() *mapping.IndexMappingImpl {
	doc := bleve.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt(exactField, wordsMapping(exactAnalyzer))
	for _, language := range append([]string{unstemmed}, stemmed...) {
		doc.AddFieldMappingsAt(wordsField+language, wordsMapping(stemmingAnalyzer(language)))
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	m.ScoringModel = index.BM25Scoring
	return m
}

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

// analyzers are those of the fields that hold words.
var analyzers = sync.OnceValue(func() map[string]analysis.Analyzer {
	out := map[string]analysis.Analyzer{exactField: turnMapping.AnalyzerNamed(exactAnalyzer)}
	for _, language := range append([]string{unstemmed}, stemmed...) {
		out[wordsField+language] = turnMapping.AnalyzerNamed(stemmingAnalyzer(language))
	}
	return out
})

// analyzerOf is the one of a field that holds words. It changes the bytes that it reads.
func analyzerOf(field string) analysis.Analyzer { return analyzers()[field] }

// analyze gives the terms of a text as a field holds them, by position; a gap is nil.
func analyze(field, text string) [][]string {
	tokens := analyzerOf(field).Analyze([]byte(text))
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
