package search

import (
	"slices"

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
	tokens := w.pieces.analyze(analyzerOf(w.Name()), w.Value())
	w.length, w.terms = len(tokens), placesByTerm(tokens)
}

// pieces are where the words of a text stand. Most languages cut it up alike, so that it is cut once
// for all fields.
type pieces []analysis.Token

// analyze does what an analyzer does. A text is analyzed in bytes of its own each time, which change.
func (p *pieces) analyze(by analysis.Analyzer, text []byte) analysis.TokenStream {
	rules := by.(*analysis.DefaultAnalyzer)
	if _, usual := rules.Tokenizer.(*unicodewords.UnicodeTokenizer); !usual || len(rules.CharFilters) > 0 {
		return rules.Analyze(text)
	}
	tokens := p.of(rules.Tokenizer, text)
	for _, filter := range rules.TokenFilters {
		tokens = filter.Filter(tokens)
	}
	return tokens
}

func (p *pieces) of(by analysis.Tokenizer, text []byte) analysis.TokenStream {
	if *p == nil {
		tokens := by.Tokenize(text)
		for _, token := range tokens {
			*p = append(*p, *token)
		}
		return tokens
	}
	again, out := slices.Clone(*p), make(analysis.TokenStream, len(*p))
	for i := range again {
		again[i].Term = text[again[i].Start:again[i].End]
		out[i] = &again[i]
	}
	return out
}

// AnalyzedLength implements index.Field.
func (w *wordsOfTurn) AnalyzedLength() int { return w.length }

// AnalyzedTokenFrequencies implements index.Field.
func (w *wordsOfTurn) AnalyzedTokenFrequencies() index.TokenFrequencies { return w.terms }

// placesByTerm does what analysis.TokenFrequency does, with a few pieces of memory for all terms
// instead of several for each.
func placesByTerm(tokens analysis.TokenStream) index.TokenFrequencies {
	out := make(index.TokenFrequencies, len(tokens))
	terms, which := make([]index.TokenFreq, len(tokens)), make([]*index.TokenFreq, len(tokens))
	for i, token := range tokens {
		term := out[string(token.Term)]
		if term == nil {
			term = &terms[len(out)]
			term.Term = token.Term
			out[string(token.Term)] = term
		}
		term.SetFrequency(term.Frequency() + 1)
		which[i] = term
	}
	places, pointers := make([]index.TokenLocation, len(tokens)), make([]*index.TokenLocation, len(tokens))
	for i, token := range tokens {
		term := which[i]
		if term.Locations == nil {
			n := term.Frequency()
			term.Locations, pointers = pointers[:0:n], pointers[n:]
		}
		places[i] = index.TokenLocation{Start: token.Start, End: token.End, Position: token.Position}
		term.Locations = append(term.Locations, &places[i])
	}
	return out
}
