package search

import (
	"github.com/blevesearch/bleve/v2/analysis"
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
	out.AddField(&wordsOfTurn{Field: plainField(asTheyStand(k.Language), k.Text, wordsOptions)})
	if field := wordsField + k.Language; !wordByWord(k.Language) {
		out.AddField(document.NewTextFieldCustom(field, nil, []byte(k.Text), wordsOptions, rulesOf(field)))
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

// wordsOfTurn is the words of a turn as they stand.
type wordsOfTurn struct {
	document.Field
	length int
	terms  index.TokenFrequencies
}

// Analyze implements index.Field.
func (w *wordsOfTurn) Analyze() {
	known := lexicons.Get().(forms)
	defer lexicons.Put(known)
	words := unicodewords.NewUnicodeTokenizer().Tokenize(w.Value())
	w.length, w.terms = len(words), byTerm(words, known)
}

// AnalyzedLength implements index.Field.
func (w *wordsOfTurn) AnalyzedLength() int { return w.length }

// AnalyzedTokenFrequencies implements index.Field.
func (w *wordsOfTurn) AnalyzedTokenFrequencies() index.TokenFrequencies { return w.terms }

// byTerm does what analysis.TokenFrequency does, with a few pieces of memory for all terms instead of
// several for each.
func byTerm(words analysis.TokenStream, known forms) index.TokenFrequencies {
	n, rules := len(words), rulesOf(exactField)
	out := make(index.TokenFrequencies, n)
	places, pointers := make([]index.TokenLocation, n), make([]*index.TokenLocation, n)
	terms, which := make([]index.TokenFreq, n), make([]*index.TokenFreq, n)
	for i, word := range words {
		form := known.of(word.Term, rules)
		term := out[form]
		if term == nil {
			term = &terms[len(out)]
			out[form] = term
		}
		term.SetFrequency(term.Frequency() + 1)
		which[i] = term
	}
	for i, term := range which {
		if term.Locations == nil {
			behind := term.Frequency()
			term.Locations, pointers = pointers[:0:behind], pointers[behind:]
		}
		places[i] = index.TokenLocation{Start: words[i].Start, End: words[i].End, Position: words[i].Position}
		term.Locations = append(term.Locations, &places[i])
	}
	return out
}
