package search

import (
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	unicodewords "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/selvedge/selvedge/internal/study"
)

// document is what of a turn goes into the index. It is made without Bleve's mapping, which takes
// longer over it than over the words.
func (k kept) document(id string) *document.Document {
	source, _ := splitTurnID(id)
	out := document.NewDocument(id)
	var pieces pieces
	for _, field := range []string{exactField, wordsField + k.Language} {
		out.AddField(&wordsOfTurn{Field: plainField(field, k.Text, wordsOptions), pieces: &pieces})
	}
	out.AddField(plainField(recordField, k.stored, index.StoreField))
	out.AddField(plainField(sourceField, string(source), index.IndexField))
	out.AddField(plainField(strandField, string(k.Strand), index.IndexField))
	if k.Speaker != "" {
		out.AddField(plainField(voiceField, k.Speaker, index.IndexField))
	}
	coders := map[study.ID]bool{}
	for _, p := range k.Codings {
		out.AddField(plainField(codingField, p.key(), index.IndexField))
		if !coders[p.Coder] {
			coders[p.Coder] = true
			out.AddField(plainField(coderField, string(p.Coder), index.IndexField))
		}
	}
	for _, code := range k.codes() {
		out.AddField(plainField(codeField, code, index.IndexField))
	}
	return out
}

// plainField is a field that is one word as it stands.
func plainField(name, value string, options index.FieldIndexingOptions) document.Field {
	return document.NewTextFieldCustom(name, nil, []byte(value), options, nil)
}

// wordsOptions keep the places of words: phrases and marks need them.
const wordsOptions = index.IndexField | index.IncludeTermVectors

// wordsOfTurn is the words of a turn by the rules of a field.
type wordsOfTurn struct {
	document.Field
	pieces *pieces
	length int
	terms  index.TokenFrequencies
}

// Analyze implements index.Field.
func (w *wordsOfTurn) Analyze() {
	rules := analyzerOf(w.Name()).(*analysis.DefaultAnalyzer)
	if !wordByWord(rules) {
		tokens := rules.Analyze(w.Value())
		w.length, w.terms = len(tokens), analysis.TokenFrequency(tokens, nil, wordsOptions)
		return
	}
	known := lexicons.Get().(lexicon)
	defer lexicons.Put(known)
	w.pieces.cutUp(w.Value())
	w.length, w.terms = len(w.pieces.words), w.pieces.byTerm(known.of(w.Name()), rules)
}

// AnalyzedLength implements index.Field.
func (w *wordsOfTurn) AnalyzedLength() int { return w.length }

// AnalyzedTokenFrequencies implements index.Field.
func (w *wordsOfTurn) AnalyzedTokenFrequencies() index.TokenFrequencies { return w.terms }

// wordByWord says that rules make one term of each word, whatever stands beside it, and cut a text up
// as all languages do but those that are written without spaces.
func wordByWord(rules *analysis.DefaultAnalyzer) bool {
	_, usual := rules.Tokenizer.(*unicodewords.UnicodeTokenizer)
	return usual && len(rules.CharFilters) == 0 && !slices.ContainsFunc(rules.TokenFilters, func(f analysis.TokenFilter) bool {
		_, pairs := f.(*cjk.CJKBigramFilter)
		return pairs
	})
}

// pieces are the words of a text as they stand and where, for all fields of the turn.
type pieces struct {
	words  analysis.TokenStream
	places []index.TokenLocation
}

func (p *pieces) cutUp(text []byte) {
	if p.words != nil {
		return
	}
	p.words = unicodewords.NewUnicodeTokenizer().Tokenize(text)
	p.places = make([]index.TokenLocation, len(p.words))
	for i, word := range p.words {
		p.places[i] = index.TokenLocation{Start: word.Start, End: word.End, Position: word.Position}
	}
}

// byTerm does what analysis.TokenFrequency does, with a few pieces of memory for all terms instead of
// several for each.
func (p *pieces) byTerm(known forms, rules *analysis.DefaultAnalyzer) index.TokenFrequencies {
	n := len(p.words)
	out := make(index.TokenFrequencies, n)
	terms, which := make([]index.TokenFreq, n), make([]*index.TokenFreq, n)
	for i, word := range p.words {
		form := known.of(word, rules)
		term := out[form]
		if term == nil {
			term = &terms[len(out)]
			out[form] = term
		}
		term.SetFrequency(term.Frequency() + 1)
		which[i] = term
	}
	pointers := make([]*index.TokenLocation, n)
	for i, term := range which {
		if term.Locations == nil {
			behind := term.Frequency()
			term.Locations, pointers = pointers[:0:behind], pointers[behind:]
		}
		term.Locations = append(term.Locations, &p.places[i])
	}
	return out
}
